"""A user's turn: their messages are heard in order, then one message goes out, a reply or what is due."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import cached_property, partial
from time import thread_time

import structlog

from assistant.attachments import attached
from assistant.effort import Effort, is_long
from assistant.hear import Heard, hear
from assistant.ports import (
    MESSAGES_IN_A_TURN,
    MOST_TRIES,
    NO_TIME,
    Arrival,
    Claim,
    Clock,
    Desk,
    Incoming,
    Messenger,
    Outgoing,
    OutOfReach,
    Owed,
    Reader,
    Refused,
    TryLater,
    Turns,
    Unreachable,
)
from assistant.receiving import with_file, without_file
from assistant.reply import line, saying
from assistant.wake import wake
from assistant.words import in_words
from language.reading import Reading
from rules.facts import Unreachable as CannotBeReached
from rules.journal import Entry, Journal
from rules.keeping import days_kept
from rules.plan import make_plan
from rules.preferences import preferences

log = structlog.get_logger()

A_SHORT_WAIT = timedelta(minutes=1)
"""For which a farewell waits."""
TRY_AGAIN_SECONDS = 1.0
"""To note what was sent, where the database was out of reach."""


@dataclass(frozen=True, slots=True)
class Farewell:
    """The last thing to say to a user who is forgotten, and the arrival that it answers; nothing keeps it."""

    arrival: int
    update: str
    reply: Outgoing | None


@dataclass(frozen=True)
class Before:
    """What the user did before: `recent` in earlier turns, opened when it is asked for, and `heard` in this one."""

    messenger: Messenger
    recent: Sequence[Arrival]
    heard: list[Incoming] = field(default_factory=list)

    def told(self) -> Callable[[], Sequence[Incoming]]:
        """What gives all of it, oldest first, as it is now."""
        heard = tuple(self.heard)
        return lambda: (*self._opened, *heard)

    @cached_property
    def _opened(self) -> tuple[Incoming, ...]:
        return tuple(incoming for each in self.recent if (incoming := self.messenger.opened(each)))


@dataclass(frozen=True, slots=True)
class TurnTaker:
    """Takes one user's turn at a time, through the ports."""

    turns: Turns
    messenger: Messenger
    reader: Reader
    clock: Clock
    worked: Callable[[], float] = thread_time
    pause: Callable[[float], Awaitable[object]] = asyncio.sleep

    async def take(self, claim: Claim) -> timedelta | None:
        """Hear what the user wrote and send one message: the reply owed for longest, or else what is due.

        No more is heard than leaves MESSAGES_IN_A_TURN replies waiting to go out: who writes faster than that waits.
        How long from now to look at this user again, if not only at the plan's next ring.
        Raises LeaseLost, and whatever storage raises.
        """
        desk, effort = claim.desk(), Effort(self.worked)
        if news := _out_of_turn(desk):
            return await self._deliver(claim, news.reply, desk.journal, desk.journal, effort, news)
        if unread := desk.unread[: MESSAGES_IN_A_TURN - len(desk.owed)]:
            try:
                heard = await self._hear_all(claim, replace(desk, unread=unread), effort)
            except TryLater as delay:
                return await self._give_back(claim, self.clock.now(), delay.after)
            if isinstance(heard, Farewell):
                return await self._part(claim, heard)
            desk = heard
        if desk.owed:
            owed = desk.owed[0]
            return await self._deliver(claim, owed.reply, desk.journal, desk.journal, effort, owed)
        nudge = None if desk.unread else wake(desk.journal, self.clock.now())
        if nudge is not None:
            return await self._deliver(claim, nudge.message, desk.journal, nudge.journal, effort)
        return await self._give_back(claim, self._next_ring(desk.journal), effort.rest(NO_TIME))

    async def _hear_all(self, claim: Claim, desk: Desk, effort: Effort) -> "Desk | Farewell":
        """The desk once these messages are heard, all replies to them owed. Raises TryLater if none can be yet."""
        journal, owed = desk.journal, list(desk.owed)
        read: list[tuple[int, Outgoing | None]] = []
        passing: list[int] = []
        before = Before(self.messenger, desk.recent)
        for arrival in desk.unread:
            try:
                heard = await self._hear(claim, arrival, journal, before, effort)
            except TryLater:
                if not read:
                    raise
                break  # what came before it need not wait for its file
            if heard.is_parting:
                return Farewell(arrival.number, arrival.update, heard.reply)
            journal = heard.journal
            read.append((arrival.number, heard.reply))
            passing += [arrival.number] if heard.is_passing else []
            if heard.reply is not None:
                owed.append(Owed(arrival.number, arrival.update, heard.reply))
            await asyncio.sleep(0)  # whoever writes much at once holds up nobody
        new = journal.since(desk.journal)
        await self.turns.settle(claim, read, new, days_kept=days_kept(journal), passing=passing)
        return Desk(journal, tuple(owed), desk.unread)

    async def _part(self, claim: Claim, farewell: "Farewell") -> timedelta:
        """Forget the user, then say so. Killed in between, it is done and unsaid. They may have written again since."""
        await self.turns.forget(claim, farewell.arrival)
        if farewell.reply is None:
            return NO_TIME
        try:
            return await self._say_farewell(claim.user, farewell.reply, farewell.update)
        except (Unreachable, Refused, TryLater) as error:
            log.warning("farewell_not_sent", reason=type(error).__name__)
            return NO_TIME

    async def _say_farewell(self, user: int, reply: Outgoing, update: str) -> timedelta:
        """Nothing keeps it, so a short wait that Telegram asks for is waited; there is no lease any more to run out."""
        for _ in range(MOST_TRIES - 1):
            try:
                return await self.messenger.send(user, reply, update)
            except TryLater as delay:
                if delay.after > A_SHORT_WAIT:
                    raise
                await self.pause(delay.after.total_seconds())
        return await self.messenger.send(user, reply, update)

    async def _hear(self, claim: Claim, arrival: Arrival, journal: Journal, before: Before, effort: Effort) -> Heard:
        """The message heard, and put to those before. One that an error stops three times gets an apology."""
        for _ in range(MOST_TRIES - arrival.tries):
            try:
                incoming = await self._opened(claim, arrival, effort)
                if incoming is None:
                    return Heard(journal, Reading(), None)
                heard = await self._heard(replace(incoming, before=before.told()), journal, effort)
                before.heard.append(incoming)
                return heard
            except TryLater:
                raise
            except Exception as error:  # noqa: BLE001 - whatever stops one message must not stop the others
                tries = await self.turns.stumbled(claim, arrival.number)
                log.error("message_not_heard", arrival=arrival.number, tries=tries, error=type(error).__name__)
        sorry = in_words(saying(line("something-went-wrong")), self.clock.now(), preferences(journal))
        return Heard(journal, Reading(), sorry)

    async def _opened(self, claim: Claim, arrival: Arrival, effort: Effort) -> Incoming | None:
        """What the user did, with the file that came with it. Raises TryLater, but not for ever."""
        incoming = self.messenger.opened(arrival)
        if incoming is None:
            return None
        try:
            return await with_file(incoming, self.messenger, effort)
        except TryLater:
            if await self.turns.stumbled(claim, arrival.number) < MOST_TRIES:
                raise
            return without_file(incoming)

    async def _heard(self, incoming: Incoming, journal: Journal, effort: Effort) -> Heard:
        work = partial(hear, incoming, journal, self.clock.now(), self.reader)
        return await effort.spent(work, is_long=is_long(incoming, journal))

    async def _deliver(
        self,
        claim: Claim,
        message: Outgoing,
        journal: Journal,
        said: Journal,
        effort: Effort,
        owed: Owed | None = None,
    ) -> timedelta | None:
        """Send it and give the user back; `said` is the journal once it has arrived. What is refused counts as sent."""
        rest = NO_TIME
        try:
            rest = await self._send(claim.user, message, journal, owed.update if owed else None)
        except Unreachable:
            said = journal.noting([CannotBeReached()], self.clock.now())
        except Refused:
            log.error("message_refused", user=claim.user)
        except TryLater as delay:
            return await self._give_back(claim, claim.due or self.clock.now(), delay.after)
        sent = owed.arrival if owed else None
        give_back = partial(self._give_back, claim, self._next_ring(said), effort.rest(rest), sent, said.since(journal))
        return await self._when_in_reach(give_back)

    async def _send(self, user: int, message: Outgoing, journal: Journal, answering: str | None) -> timedelta:
        """Send it with the file it names; the words alone, if that cannot be made or is refused."""
        file = await attached(message.attaches, journal, self.clock.now(), user) if message.attaches else None
        try:
            return await self.messenger.send(user, message, answering, file)
        except Refused:
            if file is None:
                raise
            log.error("file_refused", user=user, file=file.name)
            return await self.messenger.send(user, message, answering)

    async def _give_back(
        self,
        claim: Claim,
        wake_at: datetime | None,
        rest: timedelta = NO_TIME,
        sent: int | None = None,
        entries: Sequence[Entry] = (),
    ) -> timedelta | None:
        """How long from now to look again: what comes during the rest waits for its end, and nobody rings then."""
        is_due = await self.turns.release(claim, wake_at, rest=rest, sent=sent, entries=entries)
        return rest if is_due or rest else None

    async def _when_in_reach(self, give_back: Callable[[], Awaitable[timedelta | None]]) -> timedelta | None:
        """The message has gone out. Not noted it would go out again, so this waits for the database, however long."""
        while True:
            try:
                return await give_back()
            except OutOfReach as error:
                log.warning("sent_but_not_noted", reason=str(error))
                await self.pause(TRY_AGAIN_SECONDS)

    def _next_ring(self, journal: Journal) -> datetime | None:
        return make_plan(journal).next_ring(self.clock.now())


def _out_of_turn(desk: Desk) -> Owed | None:
    """A reply to what came after something unread: that more is not kept must be known before all else is answered."""
    return next((owed for owed in desk.owed if desk.unread and owed.arrival > desk.unread[0].number), None)
