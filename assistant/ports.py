"""What the assistant needs of the world, as protocols: journals, the inbox, turns, a messenger, a reader, a clock."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Protocol

from language.reading import Reading
from rules.journal import Entry, Journal


class Form(StrEnum):
    """In what form something arrived."""

    TEXT = "text"
    EDIT = "edit"
    PRESS = "press"
    ATTACHMENT = "attachment"
    GROUP = "group"
    BLOCKED = "blocked"
    RETURNED = "returned"


@dataclass(frozen=True, slots=True)
class Incoming:
    """One thing that the user did.

    `arrival` is its number in the inbox, the source of every fact it tells. `sent_at` is when the user wrote it (of an
    edit: the original). `text` is the message, the data of a pressed button, or what kind of attachment it is.
    `message` is Telegram's number of the message written, or of the one whose button was pressed. `original` is the
    arrival that an edit replaces.
    """

    user: int
    arrival: int
    form: Form
    text: str
    sent_at: datetime
    message: int | None = None
    original: int | None = None

    @property
    def source(self) -> int:
        """The arrival that facts told by this one come from: an edit tells in the name of its original."""
        return self.arrival if self.original is None else self.original


@dataclass(frozen=True, slots=True)
class Button:
    """A button below a message: what it says, and the data (at most 64 bytes) that a press sends back."""

    label: str
    press: str


@dataclass(frozen=True, slots=True)
class Outgoing:
    """Words ready to be sent: Telegram's HTML and rows of buttons.

    With `edits`, they take the place of that message of ours. `toast` is the short answer to a pressed button; with a
    toast and no text, only that is shown.
    """

    text: str
    buttons: tuple[tuple[Button, ...], ...] = ()
    edits: int | None = None
    toast: str | None = None


@dataclass(frozen=True, slots=True)
class Delivered:
    """An update as it was delivered, perhaps not for the first time: whose it is, its number, the raw JSON in ASCII.

    `message` is Telegram's number of the message, so that an edit finds its original.
    """

    user: int
    update_id: int
    update: str
    message: int | None = None
    is_edit: bool = False


@dataclass(frozen=True, slots=True)
class Arrival:
    """A stored update that has not been dealt with: the raw JSON, and how often an error stopped it."""

    number: int
    update: str
    tries: int = 0
    original: int | None = None


@dataclass(frozen=True, slots=True)
class Owed:
    """A reply that was decided and not yet sent, with the raw update it answers."""

    arrival: int
    update: str
    reply: Outgoing


@dataclass(frozen=True, slots=True)
class Claim:
    """The right to deal with one user, for as long as the lease lasts. `arrivals` is the count seen when claiming."""

    user: int
    token: str
    arrivals: int


class LeaseLost(Exception):
    """Another worker has taken over this user; what was not committed must be dropped."""


class OutOfReach(Exception):
    """The database does not answer; what was not committed is undone, and can be done again when it does."""


class Unreachable(Exception):
    """The user blocked the bot or is gone; sending again is of no use."""


class TryLater(Exception):
    """Sending did not work now and may work later; `after` is how long to wait at least."""

    def __init__(self, after: timedelta) -> None:
        super().__init__(f"try again in {after.total_seconds():.0f} s")
        self.after = after


class Refused(Exception):
    """The messenger will never take this message, not even as plain text."""


class Clock(Protocol):
    """The only place where the present comes from."""

    def now(self) -> datetime:
        """The present, aware, in UTC."""


class Reader(Protocol):
    """Understands messages. Takes no decision and keeps no state."""

    def read(self, text: str, journal: Journal, said_at: datetime) -> Reading:
        """What the text means, its times read relative to `said_at` in the user's zone."""


class Journals(Protocol):
    """The users' journals."""

    async def load(self, user: int) -> Journal:
        """The whole journal, empty for somebody new."""


class Inbox(Protocol):
    """Where updates are kept before they are acknowledged."""

    async def put(self, updates: Sequence[Delivered]) -> bool:
        """Store the updates in their order and make their users due, in one transaction; False if all were known."""


class Turns(Protocol):
    """Who is due, and the exclusive right to deal with them. Every call but `claim` may raise LeaseLost."""

    async def claim(self, now: datetime, limit: int) -> Sequence[Claim]:
        """Claim up to `limit` users that are due, the most urgent first."""

    async def renew(self, claim: Claim) -> None:
        """Make the lease last its full time again."""

    async def unread(self, claim: Claim, limit: int) -> Sequence[Arrival]:
        """The user's oldest arrivals that have not been dealt with."""

    async def owed(self, claim: Claim) -> Sequence[Owed]:
        """The replies that were decided and not sent, in order."""

    async def settle(self, claim: Claim, arrival: int, entries: Sequence[Entry], reply: Outgoing | None) -> None:
        """Note the entries, owe the reply and mark the arrival as read, in one transaction."""

    async def sent(self, claim: Claim, arrival: int) -> None:
        """The owed reply has gone out, or never will."""

    async def stumbled(self, claim: Claim, arrival: int) -> int:
        """An error stopped this arrival: how often now. Kept whatever happens to the turn."""

    async def note(self, claim: Claim, entries: Sequence[Entry]) -> None:
        """Note entries that no arrival told (a nudge that was sent, a user who cannot be reached)."""

    async def hold(self, claim: Claim, until: datetime) -> None:
        """Send nothing to this user before then; what is due stays due."""

    async def release(self, claim: Claim, wake_at: datetime | None) -> None:
        """Give the user back, to be due at `wake_at`; at once if something arrived or is owed meanwhile."""


class Messenger(Protocol):
    """Carries words to the user and understands what an update is."""

    def opened(self, arrival: Arrival) -> Incoming | None:
        """What the user did, or None if the update is nothing to us."""

    async def send(self, user: int, message: Outgoing, answering: str | None = None) -> None:
        """Send it; `answering` is the raw update it answers. Raises Unreachable, TryLater or Refused."""
