"""The installed program in several processes, and a server that restarts: all are answered, once and in order."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from random import Random
from tempfile import gettempdir
from uuid import uuid4

import httpx
import pytest

from bench.program import Worker, environment
from bot.webhook import SECRET_HEADER
from simulator import LocalTelegram
from simulator.checking import checked
from simulator.people import LocalUser
from storage.turns import LEASE
from tests.databases import ServerClock, installed_server
from tests.free_port import free_port
from tests.polite_end import ends_politely

PATIENCE_SECONDS = 60
COMMANDS = ["/help", "/list", "/settings"]
FIFTY = Random(5).choices(COMMANDS, k=50)
SECRET = "only-for-this_test"

on_postgresql = pytest.mark.parametrize("url", ["postgresql"], indirect=True)
on_sqlite = pytest.mark.parametrize("url", ["sqlite"], indirect=True)

Scene = tuple[LocalTelegram, list[Worker]]


@asynccontextmanager
async def running(url: str, folder: Path, number: int, **settings: str) -> AsyncIterator[Scene]:
    """So many workers with these settings, each with a log of its own."""
    async with LocalTelegram(checked) as telegram:
        their = environment(telegram, url, SENDS_PER_SECOND="0", **settings)
        workers = [Worker(their, folder, f"worker-{name}") for name in range(number)]
        for worker in workers:
            await worker.start()
        try:
            yield telegram, workers
        finally:
            for worker in workers:
                await worker.kill()
        assert not telegram.violations


@asynccontextmanager
async def webhook(url: str, folder: Path, number: int) -> AsyncIterator[tuple[LocalTelegram, list[Worker], str]]:
    """So many workers behind one port; Telegram knows their address."""
    port = free_port()
    address = f"http://127.0.0.1:{port}/telegram"
    settings = {"WEBHOOK_URL": address, "WEBHOOK_SECRET": SECRET, "PORT": f"{port}"}
    async with running(url, folder, number, **settings) as (telegram, workers):
        await telegram.until(lambda: len(telegram.called("setWebhook")) == number, PATIENCE_SECONDS)
        yield telegram, workers, address


def answers(user: LocalUser) -> list[str]:
    return [message.text for message in user.inbox]


async def who_polls(telegram: LocalTelegram, workers: list[Worker]) -> Worker:
    await telegram.until(lambda: telegram.called("getUpdates"), PATIENCE_SECONDS)
    [poller] = [worker for worker in workers if "polling" in worker.log.read_text()]
    return poller


async def killed(worker: Worker, clock: ServerClock) -> None:
    """Whatever it held it holds no more: the leases of the dead run out."""
    await worker.kill()
    await clock.advance(2 * LEASE)


@on_postgresql
async def test_a_chatty_user_holds_up_nobody_and_a_poller_that_is_killed_is_replaced(url: str, tmp_path: Path) -> None:
    clock = ServerClock(url)
    await clock.set_up()
    async with running(url, tmp_path, 2, PYTHONPROFILEIMPORTTIME="1") as (telegram, workers):
        telegram.faults.add("latency", "sendMessage", times=None, seconds=0.02)
        ana, others = telegram.user("Ana"), [telegram.user(f"Ben {number}") for number in range(5)]
        for text in FIFTY:
            ana.say(text)
        for text in COMMANDS:
            for ben in others:
                ben.say(text)
        await telegram.until(lambda: all(len(ben.inbox) == len(COMMANDS) for ben in others), PATIENCE_SECONDS)
        assert len(ana.inbox) < len(FIFTY)
        await ana.wait_for_messages(len(FIFTY), PATIENCE_SECONDS)
        told = dict(zip(COMMANDS, answers(others[0]), strict=True))
        assert answers(ana) == [told[text] for text in FIFTY]
        assert all(answers(ben) == list(told.values()) for ben in others)

        assert not [call for call in telegram.called("getUpdates") if call.status == 409]
        poller, ben = await who_polls(telegram, workers), others[0]
        await killed(poller, clock)
        ben.say("/list")
        await ben.wait_for_messages(len(COMMANDS) + 1, PATIENCE_SECONDS)
        assert answers(ben) == [*told.values(), told["/list"]]
    assert "uvicorn" not in poller.log.read_text()


@on_postgresql
async def test_two_behind_one_port_and_one_is_killed(url: str, tmp_path: Path) -> None:
    clock = ServerClock(url)
    await clock.set_up()
    async with webhook(url, tmp_path, 2) as (telegram, workers, address):
        ana = telegram.user("Ana")
        ana.say("/list")
        await ana.wait_for_messages(1, PATIENCE_SECONDS)

        message = {"message_id": 9, "date": 0, "chat": {"id": ana.id, "type": "private"}, "text": "/help"}
        update = {"message": {**message, "from": {"id": ana.id, "is_bot": False, "first_name": "Ana"}}}
        async with httpx.AsyncClient(trust_env=False) as client:
            forged = await client.post(address, json={"update_id": 500, **update}, headers={SECRET_HEADER: "guessed"})
            again = await client.post(address, json={"update_id": 1, **update}, headers={SECRET_HEADER: SECRET})
        assert (forged.status_code, again.status_code) == (401, 200)

        await killed(workers[0], clock)
        ana.say("/list")
        ana.say("/settings")
        await ana.wait_for_messages(3, PATIENCE_SECONDS)
        first, second, third = answers(ana)
        assert first == second != third
        assert await workers[1].end() == 0
        assert telegram.world.updates.webhook is not None


@on_sqlite
async def test_a_webhook_on_one_file(url: str, tmp_path: Path) -> None:
    async with webhook(url, tmp_path, 1) as (telegram, workers, _):
        await ends_politely(telegram, workers[0])
        assert telegram.world.updates.webhook is not None


async def test_a_database_server_that_restarts(tmp_path: Path) -> None:
    port = free_port()
    with installed_server(Path(gettempdir()) / f"afterword-{uuid4().hex}") as server:
        url = server.get_uri(driver="asyncpg")
        async with running(url, tmp_path, 1, METRICS_PORT=f"{port}") as (telegram, [worker]):
            ana, ben = telegram.user("Ana"), telegram.user("Ben")
            ana.say("/list")
            await ana.wait_for_messages(1, PATIENCE_SECONDS)
            telegram.faults.add("latency", "sendMessage", seconds=1.5)
            ben.say("/help")
            await telegram.until(lambda: len(telegram.called("sendMessage")) == 2, PATIENCE_SECONDS)
            await asyncio.to_thread(server.stop)
            ana.say("/settings")
            ben.say("/list")
            await ben.wait_for_messages(1, PATIENCE_SECONDS)
            async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}", trust_env=False) as watcher:
                assert (await watcher.get("/healthz")).status_code == 200
                assert (await watcher.get("/readyz")).text == "The database cannot be reached (OutOfReach).\n"
                assert "afterword_oldest_unanswered_seconds NaN" in (await watcher.get("/metrics")).text
            await asyncio.to_thread(server.start)

            await ana.wait_for_messages(2, PATIENCE_SECONDS)
            await telegram.until(lambda: answers(ben)[-1] == answers(ana)[0], PATIENCE_SECONDS)
            assert len(ana.inbox) == 2
            assert len(ben.inbox) in (2, 3)
            assert await worker.end() == 0
    log = worker.log.read_text()
    assert "Traceback" not in log
    assert "turn_failed" not in log
    assert log.count("turn_cut_off") <= 1
