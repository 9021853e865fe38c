"""What a rule of the rulebook is."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum, StrEnum

from rules.preferences import Preferences
from rules.situations import Settlement, Situation
from rules.windows import Point, Series


class Action(StrEnum):
    """What the user is advised to do."""

    PREPARE = "prepare"
    ASK_DETAILS = "ask_details"
    SEND_THANK_YOU = "send_thank_you"
    WAIT = "wait"
    FOLLOW_UP = "follow_up"
    ASK_GUT = "ask_gut"
    LET_GO = "let_go"
    REPLY_TO_OFFER = "reply_to_offer"
    CELEBRATE = "celebrate"
    NONE = "none"


class Urgency(IntEnum):
    """Which advice comes first; the most urgent is the lowest."""

    OFFER = 1
    INTERVIEW_SOON = 2
    CONFIRMED_CALL = 3
    REJECTED = 4
    HOW_DID_IT_GO = 5
    THANK_YOU = 6
    THEY_REPLIED = 7
    SECOND = 8
    CHECK_IN = 9
    GUT = 10
    LET_GO = 11
    WITHDRAW = 12
    INTERVIEW_LATER = 13
    GET_CONTACT = 14
    ASK_PROMISE = 15
    WAIT = 16


@dataclass(frozen=True, slots=True)
class Evidence:
    """What somebody found or holds, with where it was published."""

    finding: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One row of the rulebook.

    A step of the rule is advice while `opens` <= now < `closes` (None: for as long as the situation lasts); `rings` are
    the moments at which the assistant speaks first about it. `founding` says where it comes from: F1 to F10 are the
    founding text's sentences, E is what surveys and recruiters add.
    """

    id: str
    urgency: Urgency
    action: Action
    on: Situation
    opens: Point
    rings: tuple[Point | Series, ...]
    closes: Point | None
    settled_by: Settlement
    says: str
    why: str
    founding: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    dissent: tuple[Evidence, ...] = ()
    skippable: bool = False

    def in_words(self, of: Callable[["Rule"], str], preferences: Preferences) -> str:
        """A text of this rule with the user's own numbers in it."""
        numbers = {name: getattr(preferences, name) for name in preferences.__slots__}
        return of(self).format(**numbers)
