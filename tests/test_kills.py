"""The installed program, killed without warning and started again: counted on Telegram's side, nothing is lost."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select

from assistant.ports import Claim, Delivered
from bench.program import Worker, environment
from bot.clock import SystemClock
from rules.facts import Applied, InterviewHeld, SettingChanged, Snoozed
from rules.journal import Journal
from rules.moments import Day
from simulator import LocalTelegram
from simulator.checking import checked
from storage.database import open_database
from storage.inbox import SqlInbox
from storage.tables import facts, users
from storage.turns import LEASE, SqlTurns
from tests.databases import ServerClock
from tests.polite_end import ends_politely

REPORT = "interview at Acme yesterday with Dana Reed, felt great"
FACTS_OF_REPORT = 4
PATIENCE_SECONDS = 20


class Program:
    """The program on a database whose server's clock goes on while nobody runs."""

    def __init__(self, telegram: LocalTelegram, url: str, folder: Path) -> None:
        self.worker = Worker(environment(telegram, url, TICK_SECONDS="0.2"), folder)
        self._server_clock = ServerClock(url)

    async def start(self) -> None:
        """When it starts again, the leases of the one before have run out; SQLite's are void at once."""
        await (self._server_clock.advance(2 * LEASE) if self.worker.has_ended else self._server_clock.set_up())
        await self.worker.start()


@asynccontextmanager
async def running(url: str, folder: Path) -> AsyncIterator[tuple[LocalTelegram, Program]]:
    async with LocalTelegram(checked) as telegram:
        program = Program(telegram, url, folder)
        await program.start()
        try:
            yield telegram, program
        finally:
            await program.worker.kill()
        assert not telegram.violations


def acknowledged(telegram: LocalTelegram) -> bool:
    """The program has told Telegram that it keeps the update."""
    return not telegram.world.updates.pending


def sending(telegram: LocalTelegram) -> bool:
    return bool(telegram.called("sendMessage"))


@pytest.mark.parametrize(
    ("moment", "fault", "copies"),
    [
        pytest.param(acknowledged, None, {1, 2}, id="after the inbox's commit"),
        pytest.param(sending, {"after": False}, {1}, id="after the facts' commit"),
        pytest.param(sending, {"after": True}, {1, 2}, id="after the send"),
    ],
)
async def test_killed_while_a_message_is_answered(
    url: str,
    tmp_path: Path,
    moment: Callable[[LocalTelegram], bool],
    fault: dict[str, bool] | None,
    copies: set[int],
) -> None:
    async with running(url, tmp_path) as (telegram, program):
        if fault is not None:
            telegram.faults.add("cut", "sendMessage", **fault)
        ana = telegram.user("Ana")
        ana.say(REPORT)
        await telegram.until(lambda: moment(telegram), PATIENCE_SECONDS)
        await program.worker.kill()

        await program.start()
        await ana.wait_for_messages(1, PATIENCE_SECONDS)
        ana.say("/list")
        await telegram.until(lambda: any("thank-you due" in m.text for m in ana.inbox), PATIENCE_SECONDS)
        assert sum("Noted for Acme" in message.text for message in ana.inbox) in copies


async def test_killed_while_a_nudge_goes_out(url: str, tmp_path: Path) -> None:
    async with LocalTelegram(checked) as telegram:
        ana = telegram.user("Ana")
        await a_nudge_is_due(url, ana.id)
        telegram.faults.add("cut", "sendMessage", after=False)
        program = Program(telegram, url, tmp_path)
        try:
            await program.start()
            await telegram.until(lambda: sending(telegram), PATIENCE_SECONDS)
            await program.worker.kill()
            await program.start()
            await ana.wait_for_messages(1, PATIENCE_SECONDS)
            ana.say("/list")
            await telegram.until(lambda: any("thank-you due" in m.text for m in ana.inbox), PATIENCE_SECONDS)
            assert sum("Acme: Send a short thank-you" in message.text for message in ana.inbox) == 1
        finally:
            await program.worker.kill()


async def test_killed_while_everything_is_deleted(url: str, tmp_path: Path) -> None:
    async with running(url, tmp_path) as (telegram, program):
        ana = telegram.user("Ana")
        for number, text in enumerate((REPORT, "/delete"), start=1):
            ana.say(text)
            await ana.wait_for_messages(number, PATIENCE_SECONDS)
        ana.press("Yes, delete everything")
        await telegram.until(lambda: acknowledged(telegram), PATIENCE_SECONDS)
        await program.worker.kill()
        everybody, kept = await rows(url)
        assert (everybody, kept) == (0, 0) or (everybody == 1 and kept >= FACTS_OF_REPORT)

        await program.start()
        ana.say("/now")
        await telegram.until(lambda: any("not know of any application" in m.text for m in ana.inbox), PATIENCE_SECONDS)


async def rows(url: str) -> tuple[int, int]:
    """How many users and how many facts the database has."""
    async with open_database(url) as database, database.begin() as connection:
        counts = [await connection.scalar(select(func.count()).select_from(table)) for table in (users, facts)]
    return counts[0] or 0, counts[1] or 0


async def test_a_polite_end(url: str, tmp_path: Path) -> None:
    async with running(url, tmp_path) as (telegram, program):
        await ends_politely(telegram, program.worker)


async def a_nudge_is_due(url: str, user: int) -> None:
    """Somebody asked a minute ago to be reminded of a thank-you now, whatever time of day that is."""
    now = datetime.now(UTC)  # noqa: TID251 - the program under test lives by the machine's clock
    yesterday = Day((now - timedelta(days=1)).date())
    told = [
        SettingChanged(name="quiet_from", value="00:00"),
        SettingChanged(name="quiet_until", value="00:00"),
        Applied(about="a1", company="Acme"),
        InterviewHeld(about="a1", interview=1, happened=yesterday),
        Snoozed(about="a1", step="thank-you:a1.i1", until=now - timedelta(minutes=1)),
    ]
    async with open_database(url) as database:
        turns = SqlTurns(database, SystemClock(), "before")
        await SqlInbox(database, SystemClock()).put([Delivered(user, 10**9, "{}")])
        claim: Claim = (await turns.claim(now, 1))[0]
        entries = Journal().noting(told, now - timedelta(hours=2)).entries
        await turns.settle(claim, [(claim.desk().unread[0].number, None)], entries)
        await turns.release(claim, now)
