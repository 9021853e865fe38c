"""What the assistant needs of the world, as protocols: the inbox, turns, a messenger, a reader, a clock."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Protocol

from language.reading import Reading
from language.received import Received, is_readable
from rules.journal import Entry, Journal
from rules.keeping import USUAL_DAYS

MESSAGES_IN_A_TURN = 10
MOST_COPIED = 256
"""Characters that one button copies, and Telegram takes no more."""
MOST_TRIES = 3
"""Of a message that an error of ours stops; then it is answered with an apology, unread."""
NO_TIME = timedelta(0)


class Form(StrEnum):
    """In what form something arrived."""

    TEXT = "text"
    EDIT = "edit"
    PRESS = "press"
    ATTACHMENT = "attachment"
    PLACE = "place"
    GROUP = "group"
    BLOCKED = "blocked"
    RETURNED = "returned"


@dataclass(frozen=True, slots=True)
class Document:
    """A file that the user sent, by the messenger's name for it. `size` is in bytes, as far as known."""

    file: str
    name: str
    mime: str
    size: int = 0

    @property
    def is_readable(self) -> bool:
        """Whether its name or its kind says that it is a calendar's or an address book's."""
        return is_readable(self.name, self.mime)


@dataclass(frozen=True, slots=True)
class SharedContact:
    """Somebody of the user's address book; `card` is what a vCard says of them besides."""

    name: str
    phone: str
    card: str = ""
    is_own: bool = False


@dataclass(frozen=True, slots=True)
class Incoming:
    """One thing that the user did.

    `arrival` is its number in the inbox, the source of every fact it tells. `sent_at` is when the user wrote it (of an
    edit: the original). `text` is the message, the data of a pressed button, the kind of attachment, which group, or
    latitude and longitude of the place where the user is. `message` is Telegram's number of the message written, or of
    the one whose button was pressed. `original` is the arrival that an edit replaces. What `is_forwarded` was written
    by somebody else. `document` came with the text; `received` is what it holds, once it is read. `before` gives what
    the user did in the minutes before, oldest first: few messages need it.
    """

    user: int
    arrival: int
    form: Form
    text: str
    sent_at: datetime
    message: int | None = None
    original: int | None = None
    document: Document | None = None
    contact: SharedContact | None = None
    received: Received | None = None
    is_forwarded: bool = False
    before: Callable[[], Sequence["Incoming"]] = tuple

    @property
    def source(self) -> int:
        """The arrival that facts told by this one come from: an edit tells in the name of its original."""
        return self.arrival if self.original is None else self.original


@dataclass(frozen=True, slots=True)
class Button:
    """A button below a message: what it says, and the data (at most 64 bytes) that a press sends back.

    With `copies` (at most MOST_COPIED characters) a press copies that text instead, and we hear nothing of it.
    """

    label: str
    press: str = ""
    copies: str | None = None


class Attachment(StrEnum):
    """A file that goes with a message. It is made of the journal as the message is sent: none is ever stored."""

    CALENDAR = "calendar"
    OVERVIEW = "overview"
    OVERVIEW_DARK = "overview_dark"
    EXPORT = "export"


@dataclass(frozen=True, slots=True)
class File:
    """A file to be sent; a picture is shown in the chat, anything else can be opened from it."""

    name: str
    content: bytes
    is_picture: bool = False


@dataclass(frozen=True, slots=True)
class Outgoing:
    """Words ready to be sent: Telegram's HTML and rows of buttons.

    With `edits`, they take the place of that message of ours. `toast` is the short answer to a pressed button; with a
    toast and no text, only that is shown. `place_button` labels a button that sends where the user is, in the place of
    the keyboard; it excludes other buttons. `attaches` is a file that goes with them.
    """

    text: str
    buttons: tuple[tuple[Button, ...], ...] = ()
    edits: int | None = None
    toast: str | None = None
    place_button: str | None = None
    attaches: Attachment | None = None


@dataclass(frozen=True, slots=True)
class Delivered:
    """An update as it was delivered, perhaps not for the first time: whose it is, its number, the raw JSON in ASCII.

    `message` is Telegram's number of the message, so that an edit finds its original. With a `reply`, that is owed and
    nobody reads the update.
    """

    user: int
    update_id: int
    update: str
    message: int | None = None
    is_edit: bool = False
    reply: Outgoing | None = None


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
class Desk:
    """What lies before whoever takes a user's turn, each oldest first: replies decided and not sent, and messages that
    nobody has dealt with, at most MESSAGES_IN_A_TURN of them. `recent` are those that were dealt with just before.
    """

    journal: Journal
    owed: tuple[Owed, ...] = ()
    unread: tuple[Arrival, ...] = ()
    recent: tuple[Arrival, ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """The right to deal with one user, for as long as the lease lasts. `arrivals` is the count seen when claiming,
    `days_kept` for how many days the user's words were kept so far.

    `desk` is what was there at that moment; calling it raises whatever makes it unreadable. `due` is the moment of what
    there is to say unasked; None for who is due because they wrote.
    """

    user: int
    token: str
    arrivals: int
    desk: Callable[[], Desk]
    days_kept: int = USUAL_DAYS
    due: datetime | None = None


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

    def elapsed(self) -> float:
        """Seconds since some moment of this process: they go on evenly when the clock is set."""


class Reader(Protocol):
    """Understands messages. Takes no decision and keeps no state."""

    def read(self, text: str, journal: Journal, said_at: datetime) -> Reading:
        """What the text means, its times read relative to `said_at` in the user's zone."""


class Inbox(Protocol):
    """Where updates are kept before they are acknowledged."""

    async def put(self, updates: Sequence[Delivered]) -> int:
        """Store the updates in their order and make their users due, in one transaction; how many were new."""


class Turns(Protocol):
    """Who is due, and the exclusive right to deal with them.

    Every call about a claim makes the lease last its full time again, and may raise LeaseLost.
    """

    async def claim(self, now: datetime, limit: int, nudges_only: bool = False) -> Sequence[Claim]:
        """Claim up to `limit` users that are due: who wrote, first come first served, then who is to be nudged."""

    async def next_wake(self, now: datetime) -> datetime | None:
        """When the next user is due after now, None if nobody is."""

    async def settle(
        self,
        claim: Claim,
        read: Sequence[tuple[int, Outgoing | None]],
        entries: Sequence[Entry],
        *,
        days_kept: int = USUAL_DAYS,
        passing: Collection[int] = (),
    ) -> None:
        """Note the entries, mark these arrivals as read and owe their replies, in one transaction.

        The user's words are kept for `days_kept` days from now on, those of earlier messages too; those of the arrivals
        that are `passing` are not kept at all.
        """

    async def forget(self, claim: Claim, arrival: int) -> None:
        """Remove everything of the user up to this arrival, unread or not, and every trace of it in the database.

        What came after it is left, as from somebody new who is due at once.
        """

    async def stumbled(self, claim: Claim, arrival: int) -> int:
        """An error stopped this arrival: how often now. Kept whatever happens to the turn."""

    async def release(
        self,
        claim: Claim,
        wake_at: datetime | None,
        *,
        sent: int | None = None,
        entries: Sequence[Entry] = (),
        rest: timedelta = NO_TIME,
    ) -> bool:
        """Give the user back, to be due at `wake_at`; at once if something is unread or owed. Whether they are due now.

        In the same transaction, the owed reply to `sent` has gone out (or never will), and entries are noted that no
        arrival told: a nudge that was sent, a user who cannot be reached. Nobody claims the user before `rest` is over.
        """

    async def put_back(self, claim: Claim, rest: timedelta) -> None:
        """Give up a turn that broke; what was due stays due. Too many such in a row give up the first message."""


class Slots(Protocol):
    """Places for messages that are being sent, or were sent within the last second, by whichever worker.

    So in any second, no more of them reach Telegram than there are slots.
    """

    async def take(self, spare: int) -> int | None:
        """A slot, if more than `spare` are free."""

    async def give_back(self, number: int) -> None:
        """The message has gone out, or not: the slot is free again in a second. Raises OutOfReach."""


class Messenger(Protocol):
    """Carries words to the user and understands what an update is."""

    def opened(self, arrival: Arrival) -> Incoming | None:
        """What the user did, or None if the update is nothing to us."""

    async def fetch(self, document: Document, most_bytes: int) -> bytes:
        """The content of a file that the user sent. Raises TryLater, or Refused for one that will never come."""

    async def send(
        self, user: int, message: Outgoing, answering: str | None = None, file: File | None = None
    ) -> timedelta:
        """Send it, with the file if there is one; `answering` is the raw update it answers.

        How long to let the user rest before the next message.

        Raises Unreachable, TryLater or Refused.
        """
