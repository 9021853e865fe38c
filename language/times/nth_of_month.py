"""The nth week or weekday of a month: "first week of December", "2nd Monday in January"."""

from language.times.calendar_days import Found, read_year
from language.times.expressions import Expression, Month, NthOfMonth, Period
from language.times.tokens import Words
from language.times.words import MONTHS, ORDINAL_ENDINGS, ORDINALS, WEEKDAYS

_OFFSETS = {"this": 0, "next": 1, "last": -1}


def read_nth_of_month(words: Words, i: int) -> Found | None:
    """ "First week of December", "2nd Monday in January", "the last week of the month"."""
    nth = -1 if words.at(i) == "last" else ORDINALS.get(words.at(i)) or words.number(i) or 0
    at = i + 1
    if words.number(i) is not None:
        if words.typed(at) not in ORDINAL_ENDINGS:
            return None
        at += 1
    weekday = WEEKDAYS.get(words.at(at))
    is_week = words.at(at) in {"week", "full"} or weekday is not None
    at += words.at(at) == "full"
    if not is_week or nth > 5 or words.at(at + 1) not in {"of", "in"}:
        return None
    month = _the_month(words, at + 2)
    return (NthOfMonth(nth, weekday, month[0]), month[1]) if month else None


def _the_month(words: Words, i: int) -> tuple[Expression, int] | None:
    if words.says(i, "the", "new", "year"):
        return Month(1), i + 3
    if words.says(i, "the", "month"):
        return Period("month", 0), i + 2
    if words.at(i) in _OFFSETS and words.at(i + 1) == "month":
        return Period("month", _OFFSETS[words.at(i)]), i + 2
    if words.at(i) in MONTHS:
        year, end = read_year(words, i + 1)
        return Month(MONTHS[words.at(i)], year), end
    return None
