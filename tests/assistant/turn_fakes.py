"""The world of a turn, small: a ledger for journals and turns, a chat for the messenger, a clock that stands."""

from dataclasses import dataclass, field
from datetime import UTC, datetime

from talking import READER

from assistant.ports import Arrival, Claim, Form, Incoming
from assistant.turn import TurnTaker
from rules.journal import Journal

NOW = datetime(2026, 3, 2, 17, 0, tzinfo=UTC)
CLAIM = Claim(user=7, token="t", arrivals=0)


class Clock:
    def now(self):
        return NOW


@dataclass
class Shelf:
    """What is stored of the user before the turn."""

    journal: Journal = field(default_factory=Journal)
    arrivals: list = field(default_factory=list)
    replies: list = field(default_factory=list)

    async def load(self, user):
        return self.journal

    async def unread(self, claim, limit):
        return self.arrivals[:limit]

    async def owed(self, claim):
        return self.replies


@dataclass
class Ledger(Shelf):
    """What the turn does about it: `noted` are the facts, `log` is what happened, in order, shared with the chat."""

    noted: list = field(default_factory=list)
    log: list = field(default_factory=list)

    async def settle(self, claim, arrival, entries, reply):
        self.log.append(("settled", arrival))
        self.noted += [entry.fact for entry in entries]

    async def note(self, claim, entries):
        self.noted += [entry.fact for entry in entries]

    def __getattr__(self, call):
        async def happened(claim, *what):
            self.log.append((call, *what))

        return happened


@dataclass
class Chat:
    """Takes messages; `fails` says what sending raises. An update "boom" cannot even be opened."""

    log: list
    fails: Exception | None = None
    texts: list = field(default_factory=list)

    def opened(self, arrival):
        if arrival.update == "boom":
            raise ValueError(arrival.update)
        return Incoming(7, arrival.number, Form.TEXT, arrival.update, NOW)

    async def send(self, user, message, answering=None):
        self.log.append(("send", answering))
        if self.fails:
            raise self.fails
        self.texts.append(message.text)


async def turn(ledger, fails=None):
    """The user's turn is taken; what the chat got."""
    chat = Chat(ledger.log, fails)
    await TurnTaker(ledger, ledger, chat, READER, Clock()).take(CLAIM)
    return chat.texts


def said(*updates, tries=0):
    """Messages of the user, numbered from 1."""
    return [Arrival(number, update, tries) for number, update in enumerate(updates, start=1)]
