"""Days by name: "tomorrow", "next Friday", "Friday week", "the day after", "3 Fridays ago", "after Thanksgiving"."""

from dataclasses import replace

from language.times.amounts import read_amount
from language.times.calendar_days import Found, read_calendar_day, with_weekday
from language.times.expressions import (
    Amount,
    Away,
    CalendarDay,
    Feast,
    OtherDay,
    Said,
    Today,
    Weekday,
    WeekdayBeside,
    WeekdayIn,
    WeekdaysAgo,
    Which,
)
from language.times.feasts import FIRST_WORDS, read_feast
from language.times.lookalikes import is_day_of_week
from language.times.periods import read_period
from language.times.tokens import Words
from language.times.words import (
    CLOSERS,
    COUNTS,
    HABITS,
    MONTHS,
    PARTS_OF_DAY,
    RELATIVE_DAYS,
    WEEKDAYS,
    WORDS_OF_THEIR_OWN,
)

WHICH = {
    "this": Which.THIS, "next": Which.NEXT, "last": Which.LAST, "past": Which.PAST, "passed": Which.PAST,
    "previous": Which.LAST, "coming": Which.COMING, "upcoming": Which.COMING, "following": Which.FOLLOWING,
}  # fmt: skip
_ONE_DAY = Amount(1, 1, "day")
_CUES = frozenset({"on", "by", "this", "next", "last", "before", "until", "for", "since", "after"})
_FEAST_CUES = _CUES | {"around", "over", "at", "during", "of", "post", "pre", "and", "or", "to", "from", "-", "/"}
_NOT_THE_FEAST = frozenset({
    "party", "card", "cards", "shift", "shifts", "temp", "temps", "season", "job", "jobs", "staff", "work", "cover",
    "help", "rush", "hiring", "market", "role", "position", "contract", "casual", "casuals", "hours",
})  # fmt: skip
_ENDS = CLOSERS | {"", ".", ","}


def read_day(words: Words, i: int, *, is_anchored: bool = True) -> Found | None:
    """The longest day at `i`, with what it is counted from ("the Friday after Thanksgiving") if `is_anchored`."""
    if words.at(i - 1) in HABITS:
        return None
    word = words.at(i)
    if word in WEEKDAYS:
        return _weekday(words, i, Which.BARE, is_anchored)
    if word in WHICH:
        return _modified(words, i, is_anchored)
    if word in RELATIVE_DAYS:
        return _relative(words, i)
    if word in FIRST_WORDS and (feast := _feast(words, i, Which.BARE)):
        return feast
    if word in {"same", "that"}:
        return _same_day(words, i)
    if word in {"day", "morning", "other"}:
        return _around(words, i, is_anchored)
    return read_calendar_day(words, i) or _weekdays_ago(words, i)


def _relative(words: Words, i: int) -> Found | None:
    if words.typed(i) in WORDS_OF_THEIR_OWN and words.is_capital(i):
        return None
    if words.at(i) == "today" and words.typed(i - 1) == "usa":
        return None
    shift, end = RELATIVE_DAYS[words.at(i)], i + 1
    if words.at(end) == "week" and shift > 0:
        return Today(shift + 7), end + 1
    return Today(shift), end


def _modified(words: Words, i: int, is_anchored: bool) -> Found | None:
    """ "Next Friday", "this coming Monday", "the following day", "last Christmas"."""
    which, at = WHICH[words.at(i)], i + 1
    if words.at(at) in {"coming", "past", "upcoming"}:
        which, at = WHICH[words.at(at)], at + 1
    if words.at(at) in WEEKDAYS:
        return _weekday(words, at, which, is_anchored)
    if words.at(at) in FIRST_WORDS and which in {Which.THIS, Which.NEXT, Which.LAST, Which.COMING}:
        return _feast(words, at, which)
    if words.at(at) in PARTS_OF_DAY and which in {Which.THIS, Which.LAST}:
        return _this_part(words, at, which)
    is_alone = words.at(i - 1) == "the" or words.at(at + 1) in CLOSERS | {"", ".", ",", "!"}
    if words.at(at) == "day" and which in {Which.NEXT, Which.FOLLOWING} and is_alone:
        return Away(_ONE_DAY, 1, Said()), at + 1
    if words.at(at) in MONTHS and (found := read_calendar_day(words, at)):
        expression, end = found
        return (replace(expression, which=which), end) if isinstance(expression, CalendarDay) else found
    return None


def _this_part(words: Words, i: int, which: Which) -> Found | None:
    """ "This morning", "last night": the part itself is read as what follows the day."""
    if which is Which.THIS:
        return Today(), i
    return (Today(-1), i) if words.typed(i) in {"night", "evening"} else None


def _weekday(words: Words, i: int, which: Which, is_anchored: bool) -> Found | None:
    number, end = WEEKDAYS[words.at(i)], i + 1
    if not is_day_of_week(words, i) or words.at(i - 1) == "a":
        return None
    is_now = words.typed(i - 1) in {"it's", "its"} or words.says(i - 2, "today", "is")
    which = Which.THIS if is_now and which is Which.BARE else which
    dated = _dated_weekday(words, end, number)
    if dated:
        return dated
    tail = _week_tail(words, end, number, which)
    if tail is None and is_anchored and which is Which.BARE:
        tail = _beside(words, end, number)
    return tail or (Weekday(number, which), end)


def _dated_weekday(words: Words, i: int, number: int) -> Found | None:
    """ "Monday the 23rd", "Mon, Nov 23", "Friday 4/12"."""
    i += words.at(i) == "." and words.is_glued(i)
    i += words.at(i) == ","
    i += words.at(i) == "the"
    i += words.at(i) == "on" and words.at(i + 1) == "the"
    found = read_calendar_day(words, i, is_expected=True)
    if found is None and 0 < (words.number(i) or 0) <= 31 and words.at(i - 1) in WEEKDAYS and words.digits(i) == 2:
        is_day = (words.number(i) or 0) > 12 and (words.at(i + 1) in CLOSERS | {"", ".", ","})
        found = (CalendarDay(words.number(i) or 0), i + 1) if is_day and words.at(i + 1) not in {"-", ":"} else None
    return with_weekday(found, number) if found else None


def _week_tail(words: Words, i: int, number: int, which: Which) -> Found | None:
    """ "Friday week", "Friday after next", "Monday of next week", "Monday last week"."""
    if words.at(i) == "week" and words.at(i + 1) not in {"of", "commencing"}:
        return Weekday(number, Which.BARE, 1), i + 1
    if words.says(i, "after", "next") and words.at(i + 2) != "week":
        return Weekday(number, Which.NEXT, 1), i + 2
    if words.at(i) == "just" and words.at(i + 1) in {"gone", "past", "passed", "been"}:
        return Weekday(number, Which.PAST), i + 2
    if words.says(i, "before", "last"):
        return Weekday(number, Which.LAST, -1), i + 2
    ahead = read_amount(words, i + 1) if words.at(i) == "in" else None
    if ahead and ahead[0].unit == "week":
        return WeekdayIn(number, int(ahead[0].high)), ahead[1]
    if words.says(i, "fortnight"):
        return Weekday(number, Which.BARE, 2), i + 1
    at = i + (words.at(i) in {"of", "in", ","})
    at += words.at(at) == "the"
    if words.at(at + 1) == "week" and words.at(at) in {"this", "next", "last", "following", "coming", "previous"}:
        week = {"this": 0, "last": -1, "previous": -1}.get(words.at(at), 1)
        if words.says(at + 2, "after", "next"):
            return WeekdayIn(number, 2), at + 4
        is_said = words.at(at) == "following"
        return (WeekdayBeside(number, 1, Said()) if is_said else WeekdayIn(number, week)), at + 2
    if words.says(at, "week", "after", "next"):
        return WeekdayIn(number, 2), at + 3
    if words.says(at, "week", "after") and words.at(i) == "the":
        return Weekday(number, Which.BARE, 1), at + 2
    return None


def _beside(words: Words, i: int, number: int) -> Found | None:
    """ "The Friday after Thanksgiving", "the Monday after"."""
    sign = {"after": 1, "following": 1, "before": -1}.get(words.at(i))
    if sign is None:
        return None
    base = read_base(words, i + 1)
    if base and not isinstance(base[0], Weekday | Today):
        return WeekdayBeside(number, sign, base[0]), base[1]
    has_the = words.at(i - 2) == "the"
    return (WeekdayBeside(number, sign, Said()), i + 1) if has_the and words.at(i + 1) in _ENDS else None


def read_base(words: Words, i: int) -> Found | None:
    """What "after" counts from: a day, a period, "that", "the interview"."""
    i += words.at(i) == "the" and words.at(i + 1) not in {"interview", "call", "meeting", "onsite"}
    day = read_day(words, i, is_anchored=False) or read_period(words, i)
    if day:
        return day
    if words.at(i) in {"that", "this", "it"} and words.at(i + 1) in _ENDS:
        return Said(), i + 1
    at = i + (words.at(i) in {"the", "my", "our", "that", "an"})
    at += words.at(at) in {"first", "last", "final", "phone", "video", "second", "onsite"}
    if words.at(at) in {"interview", "call", "meeting", "chat", "onsite", "screen", "interviewing", "interviewed"}:
        dated = read_day(words, at + 2, is_anchored=False) if words.at(at + 1) == "on" else None
        return dated or (Said(is_event=True), at + 1)
    return None


def _feast(words: Words, i: int, which: Which) -> Found | None:
    """A holiday, where it is the time that is meant: not "a Christmas temp job"."""
    found = read_feast(words, i)
    if found is None:
        return None
    name, end = found
    before = words.at(i - 1) if words.at(i - 1) != "the" else words.at(i - 2)
    is_cued = before in _FEAST_CUES
    after = words.at(end)
    is_over = after in CLOSERS | {""} or not after[0].isalnum() or after in {"week", "weekend", "break", "holidays"}
    if name == "new year" and words.at(i - 1) not in {"the", "after", "before", "by", "until"}:
        return None
    if not is_over and (not is_cued or after in _NOT_THE_FEAST):
        return None
    if name == "bank holiday" and after in WEEKDAYS:
        end += 1
    return Feast(name, which), end


def _around(words: Words, i: int, is_anchored: bool) -> Found | None:
    """ "Day after tomorrow", "the day after", "the day before Christmas", "the other day"."""
    if words.says(i, "other", "day") and words.at(i - 1) == "the":
        return OtherDay(), i + 2
    sign = {"after": 1, "before": -1, "following": 1}.get(words.at(i + 1))
    if sign is None or words.at(i) == "other" or words.at(i - 1) in {"a", "one", "every"}:
        return None
    is_near = words.at(i + 2) in RELATIVE_DAYS
    base = read_base(words, i + 2) if is_anchored or is_near else None
    if base:
        return Away(_ONE_DAY, sign, base[0]), base[1]
    is_alone = words.at(i + 2) in CLOSERS | {""} or not words.at(i + 2)[0].isalnum()
    return (Away(_ONE_DAY, sign, Said()), i + 2) if words.at(i - 1) == "the" and is_alone else None


def _same_day(words: Words, i: int) -> Found | None:
    """ "The same day", "that evening": the part is read as what follows the day."""
    at = i + 1 + words.says(i, "that", "same")
    if words.at(at) == "day":
        return Said(), at + 1
    return (Said(), at) if words.at(at) in PARTS_OF_DAY and words.typed(at) not in {"am", "pm"} else None


def _weekdays_ago(words: Words, i: int) -> Found | None:
    """ "3 Fridays ago", "two Mondays back"."""
    count = words.number(i) or COUNTS.get(words.at(i))
    weekday = WEEKDAYS.get(words.at(i + 1).removesuffix("s"))
    if count is None or weekday is None or words.at(i + 2) not in {"ago", "back"} or count > 60:
        return None
    return WeekdaysAgo(weekday, count), i + 3
