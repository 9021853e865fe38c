"""A user's turn: the replies owed, then their messages in order, then what is due. One claim, one at a time."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import structlog

from assistant.hear import Heard, hear
from assistant.ports import (
    Arrival,
    Claim,
    Clock,
    Incoming,
    Journals,
    Messenger,
    Outgoing,
    Reader,
    Refused,
    TryLater,
    Turns,
    Unreachable,
)
from assistant.reply import line, saying
from assistant.wake import wake
from assistant.words import in_words
from language.reading import Reading
from rules.facts import Unreachable as CannotBeReached
from rules.journal import Journal
from rules.plan import make_plan
from rules.preferences import preferences

MESSAGES_IN_A_TURN = 10
MOST_TRIES = 3
log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class TurnTaker:
    """Takes one user's turn at a time, through the ports."""

    journals: Journals
    turns: Turns
    messenger: Messenger
    reader: Reader
    clock: Clock

    async def take(self, claim: Claim) -> None:
        """All there is to do for this user now; then they are due at their plan's next ring.

        Raises LeaseLost, and whatever storage raises. A send that may work later holds the user back until then.
        """
        try:
            journal = await self.journals.load(claim.user)
            for owed in await self.turns.owed(claim):
                journal = await self._send_reply(claim, owed.arrival, owed.reply, owed.update, journal)
            unread = await self.turns.unread(claim, MESSAGES_IN_A_TURN)
            journal = await self._hear_all(claim, unread, journal)
            is_all_heard = len(unread) < MESSAGES_IN_A_TURN
            wake_at = await self._nudge(claim, journal) if is_all_heard else self.clock.now()
        except TryLater as delay:
            wake_at = self.clock.now()
            await self.turns.hold(claim, wake_at + delay.after)
        await self.turns.release(claim, wake_at)

    async def _hear_all(self, claim: Claim, unread: Sequence[Arrival], journal: Journal) -> Journal:
        """The journal after these messages, each answered."""
        for arrival in unread:
            heard = await self._hear(claim, arrival, journal)
            await self.turns.settle(claim, arrival.number, heard.journal.since(journal), heard.reply)
            journal = heard.journal
            if heard.reply is not None:
                journal = await self._send_reply(claim, arrival.number, heard.reply, arrival.update, journal)
        return journal

    async def _hear(self, claim: Claim, arrival: Arrival, journal: Journal) -> Heard:
        """The message heard. One that an error of ours stops three times is answered with an apology."""
        for _ in range(MOST_TRIES - arrival.tries):
            try:
                incoming = self.messenger.opened(arrival)
                return self._heard(incoming, journal) if incoming else Heard(journal, Reading(), None)
            except Exception as error:  # noqa: BLE001 - whatever stops one message must not stop the others
                tries = await self.turns.stumbled(claim, arrival.number)
                log.error("message_not_heard", arrival=arrival.number, tries=tries, error=type(error).__name__)
        sorry = in_words(saying(line("something-went-wrong")), self.clock.now(), preferences(journal))
        return Heard(journal, Reading(), sorry)

    def _heard(self, incoming: Incoming, journal: Journal) -> Heard:
        return hear(incoming, journal, self.clock.now(), self.reader)

    async def _nudge(self, claim: Claim, journal: Journal) -> datetime | None:
        """Say what is due, if anything is; when the user is due next."""
        nudge = wake(journal, self.clock.now())
        if nudge is not None:
            is_reached = await self._send(claim, nudge.message)
            journal = await self._noting(claim, journal, nudge.journal if is_reached else self._unreachable(journal))
        return make_plan(journal).next_ring(self.clock.now())

    async def _send_reply(self, claim: Claim, arrival: int, reply: Outgoing, update: str, journal: Journal) -> Journal:
        """Send a reply that is owed; the journal afterwards."""
        if not await self._send(claim, reply, update):
            journal = await self._noting(claim, journal, self._unreachable(journal))
        await self.turns.sent(claim, arrival)
        return journal

    async def _send(self, claim: Claim, message: Outgoing, answering: str | None = None) -> bool:
        """Send under a fresh lease; False if the user cannot be reached. What is refused for good counts as sent."""
        await self.turns.renew(claim)
        try:
            await self.messenger.send(claim.user, message, answering)
        except Unreachable:
            return False
        except Refused:
            log.error("message_refused", user=claim.user)
        return True

    async def _noting(self, claim: Claim, before: Journal, after: Journal) -> Journal:
        await self.turns.note(claim, after.since(before))
        return after

    def _unreachable(self, journal: Journal) -> Journal:
        return journal.noting([CannotBeReached()], self.clock.now())
