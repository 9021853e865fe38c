"""What can be said about time, before it is known which day it was said on."""

from dataclasses import dataclass
from datetime import time
from enum import Enum, auto


class Which(Enum):
    BARE = auto()
    THIS = auto()
    NEXT = auto()
    LAST = auto()
    PAST = auto()
    COMING = auto()
    FOLLOWING = auto()


@dataclass(frozen=True, slots=True)
class Today:
    """Today, or so many days away from it."""

    shift: int = 0


@dataclass(frozen=True, slots=True)
class Said:
    """The date the text named before: what "the day after" and "a week later" count from."""

    is_event: bool = False


@dataclass(frozen=True, slots=True)
class Weekday:
    number: int
    which: Which = Which.BARE
    weeks: int = 0


@dataclass(frozen=True, slots=True)
class WeekdayIn:
    """A weekday of the week so many weeks from this one: "Monday of next week"."""

    number: int
    week: int


@dataclass(frozen=True, slots=True)
class WeekdayBeside:
    """The first such weekday after (or before) a day: "the Friday after Thanksgiving"."""

    number: int
    sign: int
    base: "Expression"


@dataclass(frozen=True, slots=True)
class WeekdaysAgo:
    number: int
    count: int


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """`is_either_order` for "4/12", which the other half of the world reads as another day.

    `months` counts from the current one: "the 2nd of next month" is 1.
    """

    day: int
    month: int | None = None
    year: int | None = None
    weekday: int | None = None
    which: Which = Which.BARE
    is_either_order: bool = False
    months: int | None = None


@dataclass(frozen=True, slots=True)
class Feast:
    name: str
    which: Which = Which.BARE


@dataclass(frozen=True, slots=True)
class Amount:
    low: float
    high: float
    unit: str
    is_vague: bool = False


@dataclass(frozen=True, slots=True)
class Away:
    """So much time after (+1) or before (-1) a day: "two weeks ago", "a week from Monday"."""

    amount: Amount
    sign: int
    base: "Expression" = Today()


@dataclass(frozen=True, slots=True)
class Stretch:
    """The time from now back (-1) or ahead (+1): "the past two weeks", "the next few days"."""

    amount: Amount
    sign: int


@dataclass(frozen=True, slots=True)
class Period:
    """This week (0), next month (+1), the last weekend (-1), or a part of one."""

    unit: str
    offset: int = 0
    part: str | None = None
    is_following: bool = False


@dataclass(frozen=True, slots=True)
class Month:
    number: int
    year: int | None = None
    part: str | None = None
    which: Which = Which.BARE


@dataclass(frozen=True, slots=True)
class WeekBeside:
    """The week a day lies in (0), the one after (+1) or before (-1)."""

    offset: int
    base: "Expression"
    part: str | None = None


@dataclass(frozen=True, slots=True)
class NthOfMonth:
    """The nth week (or the nth such weekday) of a month; -1 is the last."""

    nth: int
    weekday: int | None
    month: "Expression"


@dataclass(frozen=True, slots=True)
class Between:
    first: "Expression"
    last: "Expression"
    is_choice: bool = False


@dataclass(frozen=True, slots=True)
class OtherDay:
    """ "The other day": a few days back, nobody knows which."""


@dataclass(frozen=True, slots=True)
class Impossible:
    """The 30th of February, 25:00."""


Expression = (
    Today | Said | Weekday | WeekdayIn | WeekdayBeside | WeekdaysAgo | CalendarDay | Feast | Away | Stretch | Period
    | Month | WeekBeside | NthOfMonth | Between | OtherDay | Impossible
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day, or the stretch between two; `zone` only where it was said."""

    first: time
    last: time | None = None
    zone: str | None = None
