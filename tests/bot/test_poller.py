"""Every update is kept before it is acknowledged, whatever happens on the way."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress

import pytest
from inbox_fakes import FakeInbox, Pauses, until
from telegram import Bot

from assistant.ports import Delivered
from bot.connection import ALLOWED_UPDATES, TokenRefused, connected
from bot.inbox import Poller
from bot.reception import Reception
from simulator import LocalTelegram
from simulator.refusals import Conflict


@asynccontextmanager
async def polling(bot: Bot, inbox: FakeInbox, ring: Callable[[], None] = lambda: None) -> AsyncIterator[Pauses]:
    pauses = Pauses()
    poller = Poller(bot, Reception(inbox, ring), pauses)
    async with asyncio.timeout(10), asyncio.TaskGroup() as group:
        task = group.create_task(poller.run())
        yield pauses
        task.cancel()


async def test_updates_are_kept_in_order_acknowledged_and_rung_for(telegram: LocalTelegram, bot: Bot) -> None:
    kim, inbox, rings = telegram.user("Kim"), FakeInbox(), []
    async with polling(bot, inbox, ring=lambda: rings.append(len(inbox.kept))):
        kim.say("Just left Acme")
        kim.say("it went well")
        await until(lambda: not telegram.world.updates.pending)
    assert inbox.texts == ["Just left Acme", "it went well"]
    assert rings[-1] == 2
    first = telegram.called("getUpdates")[0].parameters
    assert json.loads(first["allowed_updates"]) == list(ALLOWED_UPDATES)
    assert "offset" not in first


async def test_what_is_kept_is_the_raw_update_with_its_numbers(telegram: LocalTelegram, bot: Bot) -> None:
    kim, inbox = telegram.user("Kim"), FakeInbox()
    async with polling(bot, inbox):
        said = kim.say("Wednesday – 3pm")
        kim.edit(said.message_id, "Thursday")
        await until(lambda: len(inbox.kept) == 2)
    first, edit = inbox.kept.values()
    assert (first.user, first.message, first.is_edit) == (kim.id, said.message_id, False)
    assert (edit.message, edit.is_edit) == (said.message_id, True)
    assert first.update.isascii()
    assert json.loads(first.update)["message"]["text"] == "Wednesday – 3pm"


async def test_what_could_not_be_kept_is_not_acknowledged_and_comes_again(telegram: LocalTelegram, bot: Bot) -> None:
    kim, inbox = telegram.user("Kim"), FakeInbox(OSError("disk full"), OSError("disk full"))
    for text in ("one", "two", "three"):
        kim.say(text)
    async with polling(bot, inbox) as pauses:
        await until(lambda: not telegram.world.updates.pending)
    assert inbox.texts == ["one", "two", "three"]
    assert inbox.batches == [[1, 2, 3]] * 3
    assert pauses.seconds == [0.5, 1]


async def test_an_update_that_was_kept_before_rings_nobody(telegram: LocalTelegram, bot: Bot) -> None:
    kim, inbox, rings = telegram.user("Kim"), FakeInbox(), []
    kim.say("one")
    await inbox.put([Delivered(kim.id, 1, json.dumps(telegram.world.updates.pending[0]))])
    async with polling(bot, inbox, ring=lambda: rings.append(1)):
        await until(lambda: not telegram.world.updates.pending)
    assert rings == []


async def test_who_polls_again_after_others_did_does_not_go_on_where_it_was(telegram: LocalTelegram, bot: Bot) -> None:
    kim, inbox = telegram.user("Kim"), FakeInbox()
    poller = Poller(bot, Reception(inbox, lambda: None))
    for text in ("one", "two"):
        before = len(telegram.called("getUpdates"))
        async with asyncio.timeout(10), asyncio.TaskGroup() as group:
            task = group.create_task(poller.run())
            kim.say(text)
            await until(lambda: not telegram.world.updates.pending)
            task.cancel()
        assert "offset" not in telegram.called("getUpdates")[before].parameters
    assert inbox.texts == ["one", "two"]


@pytest.mark.parametrize("kind", ["server_error", "bad_gateway", "cut"])
async def test_trouble_on_the_way_loses_nothing(telegram: LocalTelegram, bot: Bot, kind: str) -> None:
    inbox = FakeInbox()
    telegram.faults.add(kind, "getUpdates", times=3)
    telegram.faults.add(kind, "getUpdates", after=True)
    telegram.user("Kim").say("one")
    async with polling(bot, inbox) as pauses:
        await until(lambda: inbox.texts == ["one"])
    assert pauses.seconds[:3] == [0.5, 1, 2]


async def test_asked_to_wait_it_waits_as_long_as_told(telegram: LocalTelegram, bot: Bot) -> None:
    inbox = FakeInbox()
    telegram.faults.add("flood", "getUpdates", retry_after=7)
    telegram.user("Kim").say("one")
    async with polling(bot, inbox) as pauses:
        await until(lambda: inbox.texts == ["one"])
    assert pauses.seconds == [7]


async def test_another_poller_is_waited_out(telegram: LocalTelegram, bot: Bot) -> None:
    inbox = FakeInbox()
    async with polling(bot, inbox) as pauses:
        while not pauses.seconds:
            with suppress(Conflict):  # whichever of the two asked last has it
                await telegram.world.updates.poll(0, 100, seconds=0.01)
        telegram.user("Kim").say("one")
        await until(lambda: inbox.texts == ["one"])


async def test_a_webhook_that_is_in_the_way_is_removed(telegram: LocalTelegram, bot: Bot) -> None:
    inbox = FakeInbox()
    await bot.set_webhook("http://127.0.0.1:9/")
    telegram.user("Kim").say("one")
    async with polling(bot, inbox):
        await until(lambda: inbox.texts == ["one"])


async def test_a_token_that_is_refused_ends_it_and_is_not_told(telegram: LocalTelegram) -> None:
    async with connected("1:wrong", telegram.url) as line:
        with pytest.raises(TokenRefused) as caught:
            await Poller(line, Reception(FakeInbox(), ring=lambda: None)).run()
    assert "wrong" not in repr(caught.value)
    assert caught.value.__suppress_context__


async def test_updates_that_nobody_sent_are_acknowledged(telegram: LocalTelegram, bot: Bot) -> None:
    inbox = FakeInbox()
    telegram.world.updates.add("message", {"message_id": 1, "chat": {"id": -7, "type": "channel"}, "text": "news"})
    telegram.world.updates.add("message", {"from": "nobody"})
    async with polling(bot, inbox):
        await until(lambda: not telegram.world.updates.pending)
    assert inbox.kept == {}
