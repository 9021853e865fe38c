"""The world of a turn, small: a ledger for what is stored, a chat for the messenger, a clock that stands."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from talking import READER

from assistant.ports import NO_TIME, Arrival, Claim, Desk, Document, Form, Incoming, OutOfReach
from assistant.turn import TurnTaker
from rules.journal import Journal
from tests.story import FILES

NOW = datetime(2026, 3, 2, 17, 0, tzinfo=UTC)
A_SECOND = timedelta(seconds=1)


class Clock:
    def now(self):
        return NOW


@dataclass
class Ledger:
    """What is stored of the user before the turn, and what the turn does about it.

    `noted` are the facts, `log` is what happened, in order, shared with the chat. It is `away` for so many releases.
    """

    journal: Journal = field(default_factory=Journal)
    unread: list = field(default_factory=list)
    owed: list = field(default_factory=list)
    recent: list = field(default_factory=list)
    noted: list = field(default_factory=list)
    log: list = field(default_factory=list)
    is_due: bool = False
    stumbles: int = 0
    away: int = 0

    async def settle(self, claim, read, entries, *, days_kept=30, passing=()):
        self.log.append(("settled", *(arrival for arrival, _ in read)))
        self.noted += [entry.fact for entry in entries]

    async def forget(self, claim, arrival):
        self.log.append(("forgotten", claim.user))

    async def stumbled(self, claim, arrival):
        self.log.append(("stumbled", arrival))
        return self.stumbles + sum(event[0] == "stumbled" for event in self.log)

    async def release(self, claim, wake_at, *, sent=None, entries=(), rest=NO_TIME):
        if self.away:
            self.away -= 1
            raise OutOfReach("away")
        self.log.append(("release", wake_at, sent, rest))
        self.noted += [entry.fact for entry in entries]
        return self.is_due


@dataclass
class Chat:
    """Takes messages; `fails` says what sending raises, `lost` what fetching does. "boom" cannot even be opened."""

    log: list
    fails: Exception | None = None
    texts: list = field(default_factory=list)
    files: list = field(default_factory=list)
    lost: Exception | None = None
    recovers: bool = False

    def opened(self, arrival):
        if arrival.update == "boom":
            raise ValueError(arrival.update)
        sent = Document("f", arrival.update, "", 1) if arrival.update.endswith(".ics") else None
        return Incoming(7, arrival.number, Form.TEXT, "" if sent else arrival.update, NOW, document=sent)

    async def fetch(self, document, most_bytes):
        if self.lost:
            raise self.lost
        return (FILES / document.name).read_bytes()

    async def send(self, user, message, answering=None, file=None):
        self.log.append(("send", answering))
        if self.fails:
            failure, self.fails = self.fails, None if self.recovers else self.fails
            raise failure
        self.texts.append(message.text)
        self.files += [file] if file else []
        return A_SECOND


@dataclass
class Turn:
    """What the chat got, and how soon to look again."""

    texts: list
    files: list
    again: timedelta | None


async def turn(ledger, fails=None, lost=None, worked=lambda: 0, *, recovers=False):
    """The user's turn is taken; a chat that `recovers` fails once. `worked` tells how long the processor has worked."""
    chat = Chat(ledger.log, fails, lost=lost, recovers=recovers)

    async def pause(seconds):
        ledger.log.append(("waited", seconds))

    desk = Desk(ledger.journal, tuple(ledger.owed), tuple(ledger.unread), tuple(ledger.recent))
    claim = Claim(7, "t", 0, lambda: desk)
    again = await TurnTaker(ledger, chat, READER, Clock(), worked, pause).take(claim)
    return Turn(chat.texts, chat.files, again)


def said(*updates, tries=0):
    """Messages of the user, numbered from 1."""
    return [Arrival(number, update, tries) for number, update in enumerate(updates, start=1)]
