"""Weeks, months, weekends and their parts: "early next week", "mid January", "the week of the 23rd", "EOW"."""

from dataclasses import replace

from language.times.calendar_days import Found, read_calendar_day, read_year
from language.times.expressions import (
    Feast,
    Month,
    Period,
    Said,
    Today,
    WeekBeside,
    Weekday,
    WeekdayBeside,
    WeekdayIn,
    Which,
)
from language.times.feasts import FIRST_WORDS, read_feast
from language.times.lookalikes import is_month
from language.times.nth_of_month import read_nth_of_month
from language.times.tokens import Words
from language.times.words import CLOSERS, MONTHS, ORDINALS, PARTS, WEEKDAYS

_UNITS = {unit: unit for unit in ("week", "weekend", "month", "year", "quarter")} | {"workweek": "week"}
_OFFSETS = {"this": 0, "next": 1, "last": -1, "past": -1, "previous": -1, "coming": 1, "following": 1, "upcoming": 1}
_SHORT = {"eow": ("week", "end"), "eom": ("month", "end"), "eoy": ("year", "end"), "eoq": ("quarter", "end")}
_BY = frozenset({"by", "before", "at", "until", "towards", "around", "this", "to"})
_HEDGES = frozenset({",", "on", "probably", "maybe", "likely", "say", "hopefully", "(", "-", "possibly"})


def read_period(words: Words, i: int, *, is_whole: bool = False) -> Found | None:
    """The week, month, weekend at `i`, or part of one unless only an `is_whole` is asked for."""
    word = words.at(i)
    if word in _SHORT:
        return _short(words, i)
    if word in {"earlier", "later"} and words.at(i + 1) in {"this", "in", "next"}:
        return _half(words, i)
    if not is_whole and _may_be_part(words, i):
        return _part(words, i)
    if word in ORDINALS or word == "last" or words.number(i) is not None:
        found = read_nth_of_month(words, i)
        if found:
            return found
    if (
        word in {"week", "month", "year"}
        and words.at(i - 1) in _BY
        and words.says(i + 1 + (words.at(i + 1) == "-"), "end")
    ):
        return Period(word, 0, "end"), i + 2 + (words.at(i + 1) == "-")
    if word in {"week", "w", "weekend"}:
        return _week(words, i)
    if word in _OFFSETS:
        return _whole(words, i)
    return _month(words, i) if word in MONTHS else None


def _may_be_part(words: Words, i: int) -> bool:
    is_half = words.at(i) in {"first", "second"} and words.says(i + 1, "half", "of")
    return words.at(i) in PARTS or is_half or words.says(i, "last", "day", "of")


def _short(words: Words, i: int) -> Found:
    unit, part = _SHORT[words.at(i)]
    at = i + 1 + (words.at(i + 1) == "of")
    is_next = words.at(at) == "next" and words.at(at + 1) != "week"
    if words.says(at, "next", "week") or words.says(at, "this", "week"):
        return Period(unit, _OFFSETS[words.at(at)], part), at + 2
    return (Period(unit, 1, part), at + 1) if is_next else (Period(unit, 0, part), i + 1)


def _whole(words: Words, i: int) -> Found | None:
    which, at = words.at(i), i + 1
    if words.at(at) in {"coming", "past"}:
        which, at = (words.at(at) if words.at(at) == "past" else "this"), at + 1
    if words.at(at) in MONTHS and which in {"this", "next", "last", "coming"}:
        named = {"this": Which.THIS, "next": Which.NEXT, "last": Which.LAST, "coming": Which.COMING}[which]
        return Month(MONTHS[words.at(at)], None, None, named), at + 1
    unit = _UNITS.get(words.at(at))
    if unit is None:
        return None
    if unit == "weekend" and which == "last" and words.at(i - 1) == "the":
        return None
    part = "end" if words.typed(at) == "week's" and words.at(at + 1) == "end" else None
    period = Period(unit, _OFFSETS[which], part, is_following=which == "following")
    return _beyond(words, at + 1, period)


def _beyond(words: Words, i: int, period: Period) -> Found:
    """ "Next week, probably Thursday", "next week early"."""
    weekday = _weekday_in(words, i, period) if period.unit == "week" else None
    if weekday:
        return weekday
    if words.says(i, "end"):
        return replace(period, part="end"), i + 1
    if words.at(i) in {"early", "late"} and words.at(i + 1) in CLOSERS | {"", ".", ","}:
        return replace(period, part=PARTS[words.at(i)]), i + 1
    return period, i


def _weekday_in(words: Words, i: int, period: Period) -> Found | None:
    at = i
    while words.at(at) in _HEDGES and at < i + 3:
        at += 1
    number = WEEKDAYS.get(words.at(at))
    if number is None or (words.number(at + 1) is not None and words.digits(at + 1) > 2):
        return None
    if period.is_following:
        return WeekdayBeside(number, 1, Said()), at + 1
    is_near = at == i or words.at(i) != "on" or period.offset != 0
    return (WeekdayIn(number, period.offset), at + 1) if is_near else None


def _week(words: Words, i: int) -> Found | None:
    """ "The week after next", "the week before last", "the week of the 23rd", "w/c 23 Nov", "the week after"."""
    if words.at(i) == "w":
        is_commencing = words.says(i + 1, "/", "c")
        return _week_of(words, i + 3) if is_commencing else None
    unit = words.at(i)
    if words.says(i - 2, "within", "the"):
        return Period(unit, 0, "end"), i + 1
    if unit == "weekend" and (words.at(i - 1) in {"by", "before", "until"} or words.at(i - 1) == "the"):
        return Period(unit), i + 1
    is_bare = words.at(i - 1) not in {"this", "that", "the", "same", "each", "every", "following", "whole", "all"}
    if words.at(i + 1) == "on" and words.at(i + 2) in WEEKDAYS and is_bare:
        return Weekday(WEEKDAYS[words.at(i + 2)], Which.BARE, 1), i + 3
    if words.says(i + 1, "after", "next"):
        return Period(unit, 2), i + 3
    if words.says(i + 1, "before", "last"):
        return Period(unit, -2), i + 3
    if words.at(i + 1) in {"of", "commencing", "starting", "beginning"}:
        return _week_of(words, i + 2)
    offset = {"after": 1, "before": -1, "following": 1}.get(words.at(i + 1))
    if offset is None or unit != "week" or words.at(i - 1) not in {"the", "of"}:
        return None
    found = _anchor(words, i + 2)
    if found:
        return WeekBeside(offset, found[0]), found[1]
    is_alone = words.at(i + 2) in CLOSERS | {"", ".", ",", "!", "?", ")"}
    return (Period("week", 1, is_following=True), i + 2) if offset > 0 and is_alone else None


def _week_of(words: Words, i: int) -> Found | None:
    found = _anchor(words, i)
    return (WeekBeside(0, found[0]), found[1]) if found else None


def _anchor(words: Words, i: int) -> Found | None:
    i += words.at(i) == "the"
    if words.at(i) in WEEKDAYS:
        i += 1 + (words.at(i + 1) in {"the", ","})
    if words.at(i) == "that":
        return Said(), i + 1
    if words.at(i) in FIRST_WORDS and (feast := read_feast(words, i)):
        return Feast(feast[0]), feast[1]
    return read_calendar_day(words, i, is_expected=True)


def _part(words: Words, i: int) -> Found | None:
    """ "Early next week", "end of the month", "mid-January", "first half of next week"."""
    part, at = _which_part(words, i)
    if part is None:
        return None
    whole = _the_unit(words, at) or read_period(words, at + (words.at(at) == "the"), is_whole=True)
    if whole is None and words.at(at) in MONTHS:
        whole = Month(MONTHS[words.at(at)]), at + 1
    if whole is None:
        return (Today(), at + 1) if part == "end" and words.at(at) == "today" else None
    expression, end = whole
    if isinstance(expression, Period | Month) and not expression.part:
        return replace(expression, part=part), end
    return (replace(expression, part=part), end) if isinstance(expression, WeekBeside) else None


def _which_part(words: Words, i: int) -> tuple[str | None, int]:
    if words.says(i, "last", "day", "of"):
        return "end", i + 3
    if words.says(i + 1, "half", "of"):
        return ("early" if words.at(i) == "first" else "late"), i + 3
    part = PARTS[words.at(i)]
    if words.at(i) in {"early", "late", "mid"}:
        last = i + (2 if words.at(i + 1) in {"to", "/", "or"} else 4 if words.says(i + 1, "-", "to", "-") else 0)
        if last > i and words.at(last) in {"mid", "late"}:
            whole = "second half" if words.at(last) == "late" else "first half"
            return whole, last + 1 + (words.at(last + 1) == "-")
        skip = words.at(i + 1) in {"-", "in", "on", "of"}
        return part, i + 1 + skip
    if words.at(i) == "end" and words.at(i + 1) in MONTHS:
        return part, i + 1
    if words.at(i) == "back" and not words.says(i + 1, "end", "of"):
        return None, i
    at = i + (2 if words.at(i + 1) == "half" or words.at(i) == "back" else 1)
    return (part, at + 1) if words.at(at) == "of" else (None, i)


def _the_unit(words: Words, i: int) -> Found | None:
    """ "(End of) the week", "(end of) month", "(end of) that same week"."""
    if words.at(i) == "that" or words.says(i, "the", "same"):
        at = i + 1 + (words.at(i + 1) == "same")
        return (WeekBeside(0, Said()), at + 1) if words.at(at) == "week" else None
    at = i + (words.at(i) in {"the", "my"})
    if words.says(at, "new", "year"):
        return Month(1), at + 2
    unit = _UNITS.get(words.at(at))
    if unit is None or words.at(at + 1) in {"of", "after", "before", "commencing", "following"}:
        return None
    return Period(unit, 0), at + 1


def _half(words: Words, i: int) -> Found | None:
    part = "before" if words.at(i) == "earlier" else "after"
    at = i + 1
    if words.says(at, "in", "the"):
        unit = _UNITS.get(words.at(at + 2))
        return (Period(unit, 0, part), at + 3) if unit else None
    unit = _UNITS.get(words.at(at + 1))
    if words.at(at) == "next":
        return (Period(unit, 1, "late"), at + 2) if unit and part == "after" else None
    return (Period(unit, 0, part), at + 2) if unit and words.at(at) == "this" else None


def _month(words: Words, i: int) -> Found | None:
    """A month by name: "in May", "by December", "March 2027"."""
    year, end = read_year(words, i + 1)
    is_meant = year is not None or is_month(words, i, end)
    return (Month(MONTHS[words.at(i)], year), end) if is_meant else None
