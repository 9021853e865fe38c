"""Whatever comes to the webhook is answered 200 only once it is kept, and only Telegram is listened to."""

import asyncio
import json
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress

import httpx
import pytest
from inbox_fakes import FakeInbox, Pauses
from telegram import Bot

from assistant.ports import Delivered, OutOfReach
from bot.connection import ALLOWED_UPDATES, TokenRefused, connected
from bot.lifetime import CannotStart
from bot.reception import Reception
from bot.webhook import LONGEST_BODY, SECRET_HEADER, Webhook
from simulator import LocalTelegram
from tests.free_port import free_port

PATH = "/telegram"
SECRET = "s3cret-and_long"
SIGNED = {SECRET_HEADER: SECRET}
HELLO = {"update_id": 7, "message": {"message_id": 1, "from": {"id": 11}, "text": "hello"}}


class SlowInbox(FakeInbox):
    """Commits when it is let."""

    def __init__(self) -> None:
        super().__init__()
        self.asked, self.may_commit = asyncio.Event(), asyncio.Event()

    async def put(self, updates: Sequence[Delivered]) -> bool:
        self.asked.set()
        await self.may_commit.wait()
        return await super().put(updates)


def webhook(bot: Bot, inbox: FakeInbox, url: str) -> Webhook:
    port = httpx.URL(url).port
    assert port
    return Webhook(bot, Reception(inbox, lambda: None), url, SECRET, "127.0.0.1", port, Pauses())


@asynccontextmanager
async def brought(telegram: LocalTelegram, bot: Bot, inbox: FakeInbox) -> AsyncIterator[httpx.AsyncClient]:
    """Somebody who reaches the webhook as Telegram does; it ends with the block."""
    host = f"http://127.0.0.1:{free_port()}"
    async with (
        asyncio.timeout(10),
        httpx.AsyncClient(base_url=host, trust_env=False) as client,
        asyncio.TaskGroup() as group,
    ):
        task = group.create_task(webhook(bot, inbox, host + PATH).run())
        await telegram.until(lambda: telegram.world.updates.webhook)
        yield client
        task.cancel()


async def test_telegram_is_told_where_to_bring_what(telegram: LocalTelegram, bot: Bot) -> None:
    async with brought(telegram, bot, FakeInbox()) as client:
        [call] = telegram.called("setWebhook")
    assert call.parameters["url"] == str(client.base_url.join(PATH))
    assert call.parameters["secret_token"] == SECRET
    assert json.loads(call.parameters["allowed_updates"]) == list(ALLOWED_UPDATES)
    assert 1 <= int(call.parameters["max_connections"]) <= 100
    assert telegram.world.updates.webhook is not None


async def test_updates_are_kept_in_order(telegram: LocalTelegram, bot: Bot) -> None:
    kim, inbox = telegram.user("Kim"), FakeInbox()
    kim.say("one")
    async with brought(telegram, bot, inbox):
        kim.say("two")
        await telegram.until(lambda: not telegram.world.updates.pending)
    assert inbox.texts == ["one", "two"]


async def test_nothing_is_answered_before_it_is_committed(telegram: LocalTelegram, bot: Bot) -> None:
    inbox = SlowInbox()
    async with brought(telegram, bot, inbox) as client, asyncio.TaskGroup() as group:
        sending = group.create_task(client.post(PATH, json=HELLO, headers=SIGNED))
        await inbox.asked.wait()
        assert not sending.done()
        inbox.may_commit.set()
        assert (await sending).status_code == 200
    assert inbox.texts == ["hello"]


async def test_at_the_end_the_requests_in_hand_are_finished(telegram: LocalTelegram, bot: Bot) -> None:
    inbox = SlowInbox()

    async def commits_once_nobody_is_let_in(client: httpx.AsyncClient) -> None:
        with suppress(OSError):
            while True:
                _, writer = await asyncio.open_connection(client.base_url.host, client.base_url.port)
                writer.close()
                await writer.wait_closed()
        inbox.may_commit.set()

    async with asyncio.TaskGroup() as group:
        async with brought(telegram, bot, inbox) as client:
            sending = group.create_task(client.post(PATH, json=HELLO, headers=SIGNED))
            await inbox.asked.wait()
            group.create_task(commits_once_nobody_is_let_in(client))
        assert (await sending).status_code == 200
    assert telegram.world.updates.webhook is not None


@pytest.mark.parametrize("headers", [{}, {SECRET_HEADER: "guessed"}, {SECRET_HEADER: "g\u00fcessed".encode()}])
async def test_who_does_not_know_the_secret_is_turned_away(
    telegram: LocalTelegram, bot: Bot, headers: dict[str, str]
) -> None:
    inbox = FakeInbox()
    async with brought(telegram, bot, inbox) as client:
        assert (await client.post(PATH, json=HELLO, headers=headers)).status_code == 401
    assert inbox.batches == []


@pytest.mark.parametrize(("method", "path", "status"), [("GET", PATH, 405), ("POST", "/elsewhere", 404)])
async def test_there_is_nothing_else_here(
    telegram: LocalTelegram, bot: Bot, method: str, path: str, status: int
) -> None:
    async with brought(telegram, bot, FakeInbox()) as client:
        assert (await client.request(method, path, headers=SIGNED)).status_code == status


async def in_pieces() -> AsyncIterator[bytes]:
    for _ in range(LONGEST_BODY // 50_000 + 1):
        yield b" " * 50_000


@pytest.mark.parametrize("says_its_length", [True, False])
async def test_a_body_that_is_too_long_is_not_read_to_its_end(
    telegram: LocalTelegram, bot: Bot, says_its_length: bool
) -> None:
    inbox = FakeInbox()
    body = b"".join([piece async for piece in in_pieces()]) if says_its_length else in_pieces()
    async with brought(telegram, bot, inbox) as client:
        assert (await client.post(PATH, content=body, headers=SIGNED)).status_code == 413
    assert inbox.batches == []


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"\xff",
        b"{",
        b"[]",
        b"7",
        b"{}",
        b'{"update_id": "7"}',
        b'{"update_id": -7}',
        b'{"update_id": true}',
        b'{"update_id": 9223372036854775808}',
        b"[" * 100_000,
    ],
)
async def test_what_is_no_update_is_refused(telegram: LocalTelegram, bot: Bot, body: bytes) -> None:
    inbox = FakeInbox()
    async with brought(telegram, bot, inbox) as client:
        assert (await client.post(PATH, content=body, headers=SIGNED)).status_code == 400
    assert inbox.batches == []


@pytest.mark.parametrize(
    "update",
    [
        pytest.param({"channel_post": {"text": "news"}}, id="of a kind that was not asked for"),
        pytest.param({"message": {"text": "hello"}}, id="from nobody"),
        pytest.param({"message": "hello"}, id="malformed"),
    ],
)
async def test_an_update_that_is_not_for_us_is_not_brought_again(
    telegram: LocalTelegram, bot: Bot, update: dict[str, object]
) -> None:
    inbox = FakeInbox()
    async with brought(telegram, bot, inbox) as client:
        assert (await client.post(PATH, json={"update_id": 8, **update}, headers=SIGNED)).status_code == 200
        assert (await client.post(PATH, json=HELLO, headers=SIGNED)).status_code == 200
    assert inbox.texts == ["hello"]


@pytest.mark.parametrize("trouble", [OutOfReach("away"), OSError("disk full")])
async def test_what_cannot_be_kept_now_is_asked_for_again(
    telegram: LocalTelegram, bot: Bot, trouble: Exception
) -> None:
    inbox = FakeInbox(trouble)
    async with brought(telegram, bot, inbox) as client:
        answer = await client.post(PATH, json=HELLO, headers=SIGNED)
        assert (answer.status_code, int(answer.headers["Retry-After"]) > 0) == (503, True)
        assert (await client.post(PATH, json=HELLO, headers=SIGNED)).status_code == 200
    assert inbox.texts == ["hello"]


async def test_two_share_a_port_and_a_third_that_does_not_share_is_told(telegram: LocalTelegram, bot: Bot) -> None:
    inbox = FakeInbox()
    async with brought(telegram, bot, inbox) as client, asyncio.TaskGroup() as group:
        url = str(client.base_url.join(PATH))
        second = group.create_task(webhook(bot, inbox, url).run())
        await telegram.until(lambda: len(telegram.called("setWebhook")) == 2)
        second.cancel()
    with pytest.raises(CannotStart, match=rf"Nothing can listen at 127.0.0.1:{telegram.port} "):
        await webhook(bot, inbox, f"http://127.0.0.1:{telegram.port}/").run()


@pytest.mark.parametrize("kind", ["flood", "server_error", "cut"])
async def test_trouble_at_the_start_is_waited_out(telegram: LocalTelegram, bot: Bot, kind: str) -> None:
    telegram.faults.add(kind, "setWebhook", times=2)
    async with brought(telegram, bot, FakeInbox()):
        assert [call.status for call in telegram.called("setWebhook")][2:] == [200]


async def test_an_address_that_telegram_does_not_take_ends_it(telegram: LocalTelegram, bot: Bot) -> None:
    telegram.faults.add("bad_request", "setWebhook", description="bad webhook: IP address 127.0.0.1 is reserved")
    with pytest.raises(CannotStart, match=r"ip address 127.0.0.1 is reserved\). See WEBHOOK_URL\.$"):
        await webhook(bot, FakeInbox(), f"http://127.0.0.1:{free_port()}/").run()


async def test_a_token_that_is_refused_ends_it_and_is_not_told(telegram: LocalTelegram) -> None:
    async with connected("1:wrong", telegram.url) as line:
        with pytest.raises(TokenRefused) as caught:
            await webhook(line, FakeInbox(), f"http://127.0.0.1:{free_port()}/").run()
    assert "wrong" not in repr(caught.value)
