"""What the journal says of each application: interviews, contacts, the running turn, the offer, how it ended."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from rules.facts import Channel, Feeling, Stage, Verdict
from rules.moments import When


@dataclass(frozen=True, slots=True, kw_only=True)
class Interview:
    """An interview, planned or held. `start` is None where only the day is known; instants are in UTC.

    `moves` counts how often it was moved: what was said about it before a move does not count after it. `reported` is
    when the user told that it was held; `is_supposed` says that nobody did, and only what followed shows it.
    """

    number: int
    told: datetime
    at: When | None
    start: datetime | None
    end: datetime
    reported: datetime | None = None
    is_planned: bool = False
    is_held: bool = False
    is_supposed: bool = False
    is_cancelled: bool = False
    moves: int = 0
    stage: Stage | None = None
    feeling: Feeling | None = None
    topic: str | None = None

    @property
    def is_ahead(self) -> bool:
        """Fixed, and neither held nor called off: as far as the journal knows, it is still to come."""
        return not self.is_held and not self.is_cancelled


def is_same_person(one: str, other: str) -> bool:
    """Whether one name is part of the other: "Dana" and "Dana Reed"."""
    parts, others = set(one.casefold().split()), set(other.casefold().split())
    return parts <= others or others <= parts


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """Somebody at the company, with every way to reach them. `told` are the entries that tell of them."""

    name: str | None = None
    title: str | None = None
    part: str | None = None
    email: str | None = None
    phone: str | None = None
    skype: str | None = None
    linkedin: str | None = None
    card: bool = False
    no_calls: bool = False
    told: tuple[int, ...] = ()

    @property
    def called(self) -> str | None:
        """The name with its title: "Dr. Chen"."""
        return " ".join(part for part in (self.title, self.name) if part) if self.name else None

    @property
    def is_reachable(self) -> bool:
        return bool(self.email or self.phone or self.skype)

    def address(self, channel: Channel) -> str | None:
        """The number, address or handle for that channel; no number for somebody who asked not to be called."""
        if channel is Channel.PHONE:
            return None if self.no_calls else self.phone
        return self.email if channel is Channel.EMAIL else self.skype


class Cause(StrEnum):
    """Which sign of life began a turn."""

    START = "start"
    INTERVIEW = "interview"
    REPLY = "reply"
    NEXT_ROUND = "next_round"
    FIXED = "fixed"
    CANCELLED = "cancelled"
    CALL = "call"
    OFFER = "offer"


@dataclass(frozen=True, slots=True)
class Promise:
    """When they said an answer comes: the user's date on which the window they named ends.

    `is_call` where it is no more than the day of a call that they arranged.
    """

    until: date
    is_call: bool = False


@dataclass(frozen=True, slots=True)
class FollowUp:
    """One time the user asked. `is_dated` is False for several at once that nobody dated."""

    at: datetime
    channel: Channel | None
    is_dated: bool


@dataclass(frozen=True, slots=True)
class Gut:
    """What the gut said, when, and for which day."""

    at: datetime
    verdict: Verdict
    on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """The time since the last sign of life; follow-ups count within it.

    `key` names the thing that began it: an interview ("i2") or the entry that told of it ("e17").
    """

    key: str
    cause: Cause
    began: datetime
    stage: Stage | None = None
    promise: Promise | None = None
    is_date_refused: bool = False
    follow_ups: tuple[FollowUp, ...] = ()
    gut: Gut | None = None
    is_answered: bool = False


@dataclass(frozen=True, slots=True)
class Offer:
    """An offer; `deadline` is the instant by which the user has to answer, None if none was named."""

    key: str
    made: datetime
    deadline: datetime | None
    is_accepted: bool | None = None


@dataclass(frozen=True, slots=True)
class Call:
    """A call that they arranged for this instant; `is_settled` once anything was heard or done since."""

    key: str
    at: datetime
    is_settled: bool = False


class End(StrEnum):
    """How an application came to be closed."""

    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    LET_GO = "let_go"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Closing:
    """When and how the application was closed, by which entry, and when that was told."""

    key: str
    end: End
    at: datetime
    told: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Application:
    """One application, as the journal tells it. Instants are aware, in UTC; `key` is how facts refer to it."""

    key: str
    last_told: datetime
    company: str | None = None
    role: str | None = None
    interviews: tuple[Interview, ...] = ()
    contacts: tuple[Contact, ...] = ()
    turn: Turn | None = None
    offer: Offer | None = None
    call: Call | None = None
    closing: Closing | None = None
    their_channel: Channel | None = None
    thanks: tuple[tuple[datetime, tuple[str, ...]], ...] = ()
    skipped: frozenset[str] = field(default_factory=frozenset)
    is_muted: bool = False

    @property
    def is_open(self) -> bool:
        return self.closing is None

    @property
    def held(self) -> tuple[Interview, ...]:
        """The interviews held, the latest last."""
        return tuple(sorted((i for i in self.interviews if i.is_held), key=lambda i: i.end))

    @property
    def ahead(self) -> tuple[Interview, ...]:
        """The interviews fixed and not reported on, the earliest first."""
        return tuple(sorted((i for i in self.interviews if i.is_ahead), key=lambda i: i.end))

    @property
    def feeling(self) -> Feeling | None:
        """How the latest interview held felt."""
        return self.held[-1].feeling if self.held else None

    @property
    def is_anybody_reachable(self) -> bool:
        return any(contact.is_reachable for contact in self.contacts)

    def unthanked(self, since: datetime) -> tuple[Contact, ...] | None:
        """Who is not thanked yet for an interview that ended then; None if everybody is."""
        thanks = [names for at, names in self.thanks if at >= since]
        if any(not names for names in thanks):
            return None
        thanked = [name for names in thanks for name in names]
        named = [(contact, contact.name) for contact in self.contacts if contact.name]
        left = tuple(contact for contact, name in named if not any(is_same_person(name, other) for other in thanked))
        return None if thanked and not left else left
