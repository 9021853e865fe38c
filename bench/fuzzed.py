"""The whole bot behind its webhook, what strangers bring to it, and what must hold whatever that is."""

import asyncio
import json
import sqlite3
import tempfile
import time
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any

import httpx
from pydantic import SecretStr
from structlog.testing import capture_logs

from bench.oddities import JSON
from bench.program import settings_for
from bench.strangers import Act, Stranger
from bot.assembly import Parts, assembled
from bot.webhook import SECRET_HEADER
from simulator import LocalTelegram
from simulator.checking import checked
from simulator.clock import MovableClock
from simulator.people import LocalUser
from tests.free_port import free_port

BEGINNING = datetime(2026, 3, 2, 9, tzinfo=UTC)
AT_ONCE = datetime.fromtimestamp(0, UTC)
FIRST_UPDATE = 10**9
SECRET = "between-the-two-of-us"
PATIENCE_SECONDS = 15
REPORT = "interview at Acme just finished, felt great. Dana Reed, dana@acme.example"
BY_DESIGN = {
    "chat not found": "the sender or the group was forged: nobody of that number ever wrote",
    "bot was blocked by the user": "a reply on its way to somebody who has just blocked the bot",
    "message is not modified": "the same button pressed twice",
    "message to edit not found": "a press on a message that never was",
    "message can't be edited": "a press on a message that is not the bot's",
    "query is too old": "the press was forged: Telegram knows no such query",
    "wrong file_id": "the file was forged",
}
"""What Telegram may answer with an error, and why no bot could know better."""
UNDONE = "SELECT count(*) FROM messages WHERE state != 'read' OR reply_state IN ('owed', 'aside')"
NEVER_OK = "error", "critical"
JUDGED_BY_THE_ANSWER = ("message_refused", "file_refused")
"""What the bot logs of a refusal: whether one may be is told by what Telegram answered."""


@dataclass
class Tally:
    """What went through, and what came of it."""

    updates: int = 0
    wrong: int = 0
    kinds: Counter[str] = field(default_factory=Counter)
    answers: Counter[int] = field(default_factory=Counter)
    calls: Counter[str] = field(default_factory=Counter)
    refusals: Counter[str] = field(default_factory=Counter)
    slowest: tuple[float, str] = (0.0, "")


@dataclass
class Fuzzed:
    """The running program, what goes into it, and what must hold whatever that is."""

    telegram: LocalTelegram
    parts: Parts
    file: Path
    webhook: httpx.AsyncClient
    log: Sequence[Mapping[str, Any]]
    tally: Tally
    numbers: Iterator[int] = field(default_factory=lambda: count(FIRST_UPDATE))
    people: Iterator[int] = field(default_factory=count)

    async def live(self, acts: Sequence[Act]) -> None:
        """A stranger does all that; then an ordinary word gets its ordinary answer, theirs and a newcomer's."""
        self.telegram.clock.set(BEGINNING)
        stranger = Stranger(self.telegram, self._somebody())
        for act in acts:
            await self._go_through(stranger, act)
        await self._ask_ordinarily(stranger.person)
        stranger.person.block()
        await self._bring(self._pending())
        self._examine()
        self.telegram.api.forget()

    async def _go_through(self, stranger: Stranger, act: Act) -> None:
        began = time.perf_counter()
        await self._let_pass(act.later)
        for update in stranger.does(act):
            update["update_id"] = next(self.numbers)
            for wrong in act.wrong:
                wrong.done_to(update)
            await self._bring([update] * (1 + act.number % 2))
            self.tally.wrong += bool(act.wrong)
        self.tally.kinds[act.kind] += 1
        self.tally.slowest = max(self.tally.slowest, (time.perf_counter() - began, f"{act!r:.300}"))
        self._examine()

    async def _let_pass(self, time: timedelta) -> None:
        """The clock is moved on, or set back; whoever is due then is written to."""
        clock = self.telegram.clock
        clock.advance(time) if time > timedelta(0) else clock.set(clock.now() + time)
        self.parts.ticker.ring()
        await self._until(self._is_nothing_due)

    async def _bring(self, updates: Sequence[JSON]) -> None:
        """As Telegram's webhook brings them, until all is done."""
        for update in updates:
            answer = await self.webhook.post("/", content=json.dumps(update))
            assert answer.status_code in (200, 400), answer.status_code
            self.tally.answers[answer.status_code] += 1
            self.tally.updates += 1
        await self._until(self._is_at_rest)

    async def _ask_ordinarily(self, stranger: LocalUser) -> None:
        await self._let_pass(timedelta(days=1))
        newcomer, heard = self._somebody(), len(stranger.messages)
        stranger.unblock()
        stranger.say("/help")
        newcomer.say(REPORT)
        newcomer.say("/help")
        await self._bring(2 * self._pending())  # each delivered twice is answered once
        reply, helped = (message.text for message in newcomer.inbox)
        assert reply.startswith("Noted for Acme"), reply
        news = [message.text for message in stranger.messages[heard:]]
        assert any(text.startswith(helped) for text in news), news  # beside what was due, or is still open
        newcomer.block()

    def _somebody(self) -> LocalUser:
        return self.telegram.user(f"Somebody {next(self.people)}")

    def _pending(self) -> list[JSON]:
        pending = self.telegram.world.updates.pending
        updates = [{**update, "update_id": next(self.numbers)} for update in pending]
        pending.clear()
        return updates

    def _examine(self) -> None:
        """Nothing unread, nothing refused, no error."""
        assert not self.telegram.violations, self.telegram.violations
        for call in self.telegram.calls:
            self.tally.calls[call.method] += 1
            if isinstance(call.answer, dict) and not call.answer["ok"]:
                told = call.answer["description"]
                known = next((each for each in BY_DESIGN if each in told), None)
                assert known, (told, call.parameters)
                self.tally.refusals[known] += 1
        self.telegram.calls.clear()
        with sqlite3.connect(self.file) as database:
            assert database.execute(UNDONE).fetchone() == (0,)
        self._complain_of_errors()

    def _complain_of_errors(self) -> None:
        errors = [entry for entry in self.log if entry["log_level"] in NEVER_OK]
        errors = [entry for entry in errors if entry["event"] not in JUDGED_BY_THE_ANSWER]
        assert not errors, errors

    async def _until(self, holds: Callable[[], Awaitable[bool]]) -> None:
        async with asyncio.timeout(PATIENCE_SECONDS):
            while not await holds():
                self._complain_of_errors()
                await asyncio.sleep(0.001)

    async def _is_at_rest(self) -> bool:
        return not self.parts.ticker.is_busy and await self.parts.turns.earliest_wake() != AT_ONCE

    async def _is_nothing_due(self) -> bool:
        ring = await self.parts.turns.earliest_wake()
        return not self.parts.ticker.is_busy and (ring is None or ring > self.telegram.clock.now())


@asynccontextmanager
async def fuzzed(tally: Tally) -> AsyncIterator[Fuzzed]:
    """The program behind its webhook, on a new SQLite file, until the block ends."""
    clock, port = MovableClock(BEGINNING, frozen=True), free_port()
    with tempfile.TemporaryDirectory(prefix="afterword-fuzz-") as folder, capture_logs() as log:
        file = Path(folder) / "afterword.db"
        async with LocalTelegram(checked, clock=clock) as telegram:
            url = f"http://127.0.0.1:{port}/"
            told = settings_for(telegram, file, webhook_url=url, webhook_secret=SecretStr(SECRET), port=port)
            signed = {SECRET_HEADER: SECRET, "Content-Type": "application/json"}
            async with (
                assembled(told, clock) as parts,
                httpx.AsyncClient(base_url=url, headers=signed, trust_env=False) as webhook,
                asyncio.TaskGroup() as group,
            ):
                source, ticker = group.create_task(parts.source.run()), group.create_task(parts.ticker.run())
                await telegram.until(lambda: telegram.world.updates.webhook)
                yield Fuzzed(telegram, parts, file, webhook, log, tally)
                parts.ticker.stop()
                source.cancel()
                await asyncio.wait([source, ticker])
