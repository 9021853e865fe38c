"""A storm over the bot on one database: people talk, Telegram fails, clocks jump, and whatever can be killed is."""

import asyncio
import random
from collections import Counter
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

from bench.books import Account, Books, Interruption, Kind
from bench.load import Load
from bench.postgresql import MortalServer
from bench.program import Worker
from bench.trouble import locked, no_room_left
from bench.wall_clock import WallClock
from simulator import LocalTelegram
from simulator.faults import Kind as Fault
from storage.turns import LEASE
from tests.databases import ServerClock

MONDAY = datetime(2026, 3, 2, 9, tzinfo=UTC)
LAST_DAY, LAST_HOUR = 3, 16  # on Thursday at four nothing is said that is not due before a week after the first day
LATENCY_SECONDS = 0.05
FAULTS_IN_A_CALL = 0.06
IN_FLIGHT_CALLS = 60
"""Whatever a worker sent before its last so many calls has been noted as sent."""
CALLS_BETWEEN_STRIKES = (0, 14)
LAST_WORDS_SECONDS = 4 * LATENCY_SECONDS
"""In which Telegram has heard what a worker had sent when it was killed."""
LONGEST_CALM_SECONDS = 10.0
LONGEST_AIM_SECONDS = 0.1
PATIENCE_SECONDS = 45
SILENCE_SECONDS = 1.5
BETWEEN_LOOKS_SECONDS = 0.5
"""At the books, which hold up Telegram while they are read."""
FAULTS = [Fault.FLOOD, Fault.SERVER_ERROR, Fault.BAD_GATEWAY, Fault.CUT]
JUMPS = 0.4
JUMPS_BACK = 0.25
MOST_UNANSWERED = 300

Strike = Callable[[], Awaitable[None]]


@dataclass
class Storm:
    """`server` is None on SQLite, `file` on PostgreSQL. `longest_spell` of a lock or a full disk is in seconds."""

    telegram: LocalTelegram
    workers: Sequence[Worker]
    clock: WallClock
    server_clock: ServerClock
    load: Load
    books: Books
    dice: random.Random
    longest_spell: float
    server: MortalServer | None = None
    file: Path | None = None

    def __post_init__(self) -> None:
        self.struck: Counter[str] = Counter()
        self._seen: set[str] = set()

    async def rage(self, kills: int, messages_a_second: float) -> Account:
        """Until the processes of the bot were killed so often; then calm, and what the books say."""
        await self.server_clock.set_up()
        await self._start(self.workers)
        self.telegram.faults.add("latency", times=None, seconds=LATENCY_SECONDS)
        self.telegram.faults.by_chance(FAULTS_IN_A_CALL, FAULTS, self.dice.randrange(1000))
        async with asyncio.TaskGroup() as group:
            talk = group.create_task(self.load.talk(messages_a_second))
            while self.struck["bot"] < kills:
                await self._strike()
            talk.cancel()
        self.telegram.faults.clear()
        await self._calm()
        return self.books.account()

    async def _strike(self) -> None:
        """Once Telegram has heard some more of the bot, or nothing for long: amid its work, or at its start."""
        if self.dice.random() < JUMPS:
            self.clock.jump(self._another_time())
        enough = self._calls + self.dice.randint(*CALLS_BETWEEN_STRIKES)
        with suppress(TimeoutError):
            await self.telegram.until(lambda: self._calls >= enough, LONGEST_CALM_SECONDS)
        await asyncio.sleep(self.dice.uniform(0, LONGEST_AIM_SECONDS))
        await self._next_strike()()

    def _next_strike(self) -> Strike:
        """Each kind once, in any order; then those that are likelier more often."""
        strikes = self._strikes()
        if fresh := [strike for strike in strikes if strike.__name__ not in self._seen]:
            strike = self.dice.choice(fresh)
        else:
            (strike,) = self.dice.choices(list(strikes), list(strikes.values()))
        self._seen.add(strike.__name__)
        return strike

    def _strikes(self) -> dict[Strike, int]:
        """What can happen here, and how often beside the rest."""
        if self.file is not None:
            return {self._kill_all: 16, self._lock: 1, self._fill_disk: 1}
        return {self._kill_one: 4, self._kill_all: 3, self._kill_server: 1}

    async def _kill_all(self) -> None:
        await self._kill(self.workers)
        await self.server_clock.advance(2 * LEASE)
        await self._start(self.workers)

    async def _kill_one(self) -> None:
        """The others go on; whom it had claimed must wait for its lease to run out."""
        worker = self.dice.choice(self.workers)
        await self._kill([worker])
        await worker.start()

    async def _kill(self, workers: Sequence[Worker]) -> None:
        struck = self._calls
        await asyncio.gather(*(worker.kill() for worker in workers))
        await asyncio.sleep(LAST_WORDS_SECONDS)
        self.struck["bot"] += len(workers)
        self._note(struck, len(workers))

    async def _kill_server(self) -> None:
        assert self.server is not None
        struck = self._calls
        await self.server.kill()
        await self.server.start()
        self.struck["server"] += 1
        self._note(struck, len(self.workers))

    async def _lock(self) -> None:
        assert self.file is not None
        struck = self._calls
        async with locked(self.file):
            await asyncio.sleep(self.dice.uniform(0.5, self.longest_spell))
        self.struck["lock"] += 1
        self._note(struck, len(self.workers))

    async def _fill_disk(self) -> None:
        struck = self._calls
        with no_room_left(self.workers[0]):
            await asyncio.sleep(self.dice.uniform(0.5, self.longest_spell))
        self.struck["full disk"] += 1
        self._note(struck, len(self.workers))

    async def _calm(self) -> None:
        """All is well again: what is owed comes, and on the next day at noon whatever fell due."""
        await self._kill_all()
        await self._until_all_have_come(Kind.REPLY)
        self.clock.jump(datetime.combine(self.clock.now() + timedelta(days=1), time(12), UTC))
        await self._until_all_have_come(Kind.NUDGE)
        for kind, command in ((Kind.LIST, "/list"), (Kind.EXPORT, "/export")):
            self.load.ask_all(command)
            await self._until_all_have_come(kind)
        await asyncio.sleep(SILENCE_SECONDS)

    async def _until_all_have_come(self, kind: Kind) -> None:
        """Or until nothing at all has come for long."""
        with suppress(TimeoutError):
            while not self.books.has_come(kind):
                sent = self._sent
                await self.telegram.until(lambda: self._sent > sent, PATIENCE_SECONDS)  # noqa: B023 - waited for here
                await asyncio.sleep(BETWEEN_LOOKS_SECONDS)

    async def _start(self, workers: Sequence[Worker]) -> None:
        *others, last = workers
        for worker in others:
            await worker.start()
        await last.start_asking(self.telegram)

    def _another_time(self) -> datetime:
        """Back by minutes, or on by up to an hour; from the afternoon to the next morning, as long as there is one.

        No night goes by while many wait: what is said days later than it was due is rightly not said any more.
        """
        now = self.clock.now()
        is_afternoon = now.hour >= LAST_HOUR
        if self.dice.random() < JUMPS_BACK or (is_afternoon and not self._may_end(now)):
            return now - timedelta(minutes=self.dice.uniform(1, 15))
        if is_afternoon:
            return datetime.combine(now + timedelta(days=1), time(8, 30), UTC)
        return now + timedelta(minutes=self.dice.uniform(10, 50))

    def _may_end(self, day: datetime) -> bool:
        return day.weekday() != LAST_DAY and self.books.unanswered <= MOST_UNANSWERED

    def _note(self, struck: int, workers: int) -> None:
        before = struck - IN_FLIGHT_CALLS * workers
        self.books.interruptions.append(Interruption(before, struck, self._calls, workers))

    @property
    def _calls(self) -> int:
        return len(self.telegram.calls)

    @property
    def _sent(self) -> int:
        return self.telegram.api.sent.total()
