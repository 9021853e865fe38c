"""A simulated year of the whole bot: people and rings take turns by a clock that jumps from one to the next."""

import asyncio
import os
import random
from collections import Counter
from collections.abc import AsyncIterator, MutableMapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from structlog.testing import capture_logs

from assistant.ports import Claim
from bench.nudging import Nudging
from bench.program import settings_for
from bench.seekers import DAY, Agenda, Planned, Seeker
from bot.assembly import Parts, assembled
from simulator import LocalTelegram
from simulator.checking import checked
from simulator.clock import MovableClock
from simulator.people import Press

REMEMBERED = 12
"""Messages of a chat that the local Telegram keeps, so that its memory is not taken for the bot's."""
AT_ONCE = 5
ERRORS = ("error", "critical")


@dataclass
class Year:
    """The program on a database, and whoever talks to it until the end."""

    telegram: LocalTelegram
    parts: Parts
    agenda: Agenda
    log: list[MutableMapping[str, Any]]
    seekers: dict[int, Seeker] = field(default_factory=dict)
    nudging: Nudging = field(default_factory=Nudging)
    complaints: list[str] = field(default_factory=list)
    counted: Counter[str] = field(default_factory=Counter)
    memory: list[float] = field(default_factory=list)

    async def passes(self, until: datetime, month: timedelta) -> None:
        """From one act or ring to the next; every day the house is kept, every month the memory is measured."""
        tomorrow, next_month = self._now + DAY, self._now + month
        while (coming := await self._next_moment(tomorrow)) < until:
            self._set(coming)
            if coming >= tomorrow:
                tomorrow += DAY
                await self._keep_house()
            if coming >= next_month:
                next_month += month
                self.memory.append(megabytes())
            if self.agenda.next_at and self.agenda.next_at <= coming:
                await self._act(self.agenda.take())
            await self._take_turns()
        await self._keep_house()
        self.memory.append(megabytes())

    async def _next_moment(self, tomorrow: datetime) -> datetime:
        ring = await self.parts.turns.earliest_wake()
        return min(at for at in (ring, self.agenda.next_at, tomorrow) if at)

    async def _act(self, planned: Planned) -> None:
        """Somebody does something, and hears of it at once if they can hear anything."""
        done = planned.act()
        pending = self.telegram.world.updates.pending
        await self.parts.reception.keep(list(pending))
        pending.clear()
        if done is None:
            return
        chat = done.query.person.id if isinstance(done, Press) else done.chat.id
        shown = self._shown(chat)
        await self._take_turns()
        self.counted["presses" if isinstance(done, Press) else "messages"] += 1
        is_answered = done.answer is not None if isinstance(done, Press) else self._shown(chat) > shown
        if not is_answered:
            words = done.query.data if isinstance(done, Press) else done.text
            self.complaints.append(f"{self._now:%d %b %H:%M}, {chat}: unanswered: {words}")

    def _shown(self, chat: int) -> int:
        """How many messages of the bot there were, each edit of one counted."""
        return sum(1 + len(message.history) for message in self.seekers[chat].person.inbox)

    async def _take_turns(self) -> None:
        """Until nobody is due, several at once as the program does."""
        while claims := await self.parts.turns.claim(self._now, AT_ONCE):
            await asyncio.gather(*map(self._take, claims))

    async def _take(self, claim: Claim) -> None:
        desk, seeker = claim.desk(), self.seekers[claim.user]
        heard = len(seeker.person.messages)
        await self.parts.take(claim)
        news = [message for message in seeker.person.messages[heard:] if message.is_from_bot]
        if not desk.unread and not desk.owed and news:
            self.counted["nudges"] += 1
            journal = await self.parts.journals.load(claim.user)
            self.nudging.examine(seeker.person.id, desk.journal, journal, self._now, news)
        for message in news:
            seeker.hears(message)

    async def _keep_house(self) -> None:
        await self.parts.inbox.tidy(self._now)
        world = self.telegram.world
        self.complaints += [f"a call that Telegram refuses: {each}" for each in self.telegram.violations]
        self.log[:] = [entry for entry in self.log if entry["log_level"] in ERRORS]
        self.telegram.api.forget()
        world.happenings.entries.clear()
        world.queries.clear()
        world.files.clear()
        for chat, messages in world.messages.items():
            world.messages[chat] = messages[-REMEMBERED:]

    def _set(self, to: datetime) -> None:
        clock = self.telegram.clock
        clock.advance(max(to - clock.now(), timedelta(0)))

    @property
    def _now(self) -> datetime:
        return self.telegram.clock.now()


@asynccontextmanager
async def year(file: Path, people: int, start: datetime, until: datetime, seed: int) -> AsyncIterator[Year]:
    """So many people and the program, about to begin; what it logs as errors is in the year's log."""
    clock = MovableClock(start, frozen=True)
    with capture_logs() as log:
        async with (
            LocalTelegram(checked, clock=clock) as telegram,
            assembled(settings_for(telegram, file), clock) as parts,
        ):
            passing = Year(telegram, parts, Agenda(), log)
            for number in range(people):
                person, dice = telegram.user(f"Seeker {number}"), random.Random(f"{seed}-{number}")
                seeker = Seeker(person, passing.agenda, dice, until, clock.now)
                passing.seekers[person.id] = seeker
                seeker.begin(start)
            yield passing


def megabytes() -> float:
    """Resident memory of this process: the bot and the local Telegram together."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20
