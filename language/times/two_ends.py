"""Days that come in twos: "Monday or Tuesday", "between the 3rd and the 5th", "23-25 November"."""

from dataclasses import replace

from language.times.calendar_days import Found, read_calendar_day
from language.times.days import read_day
from language.times.expressions import Between, CalendarDay, Expression, Today, Weekday
from language.times.periods import read_period
from language.times.tokens import Words
from language.times.words import HABITS, MONTHS, MOVES, ORDINAL_ENDINGS

HOURS_OF_A_JOB = Between(Weekday(0), Weekday(4))
_HEDGES = frozenset({"maybe", "even", "possibly", "perhaps", "the", "on", "at", "by"})


def read_days(words: Words, i: int) -> Found | None:
    """A day or period at `i`, or the two ends of a stretch; HOURS_OF_A_JOB is no date."""
    first = _numbers_of_month(words, i) or _one(words, i)
    if first is None:
        return None
    expression, end = first
    second = _second_end(words, end, is_between="between" in {words.at(i - 1), words.at(i - 2)})
    if words.at(end) == "to" and _is_moved(words, i):
        return first
    if second is None:
        return first
    is_choice, last, end = second
    if _is_working_week(expression, last, is_choice):
        return HOURS_OF_A_JOB, end
    if isinstance(expression, CalendarDay) and isinstance(last, CalendarDay) and expression.month is None:
        expression = replace(expression, month=last.month, year=last.year)
    return Between(expression, last, is_choice), end


def _one(words: Words, i: int) -> Found | None:
    if words.at(i - 1) in HABITS:
        return None
    found = [f for f in (read_day(words, i), read_period(words, i)) if f]
    return max(found, key=lambda f: f[1]) if found else None


def _second_end(words: Words, i: int, *, is_between: bool) -> tuple[bool, Expression, int] | None:
    link = words.at(i)
    is_choice = link in {"or", "/"} or words.says(i, "and", "/", "or")
    if not (is_choice or link in {"-", "to", "through", "until"} or (link == "and" and is_between)):
        return None
    at = i + (3 if link == "and" and is_choice else 1)
    while words.at(at) in _HEDGES and at < i + 4:
        at += 1
    if words.at(at) == "latest":
        at += 1
    found = _one(words, at)
    if found is None and words.at(at - 1) in {"-", "to", "and", "or", "through"}:
        found = read_calendar_day(words, at, is_expected=True)
    return (is_choice, *found) if (found and not isinstance(found[0], Today)) or (found and is_choice) else None


def _is_moved(words: Words, i: int) -> bool:
    """ "Moved from Monday to Wednesday" names an old day and a new one."""
    return words.at(i - 1) == "from" and any(words.at(k) in MOVES for k in range(max(0, i - 9), i))


def _is_working_week(first: Expression, last: Expression, is_choice: bool) -> bool:
    """ "Monday to Friday" are the hours of a job."""
    return first == Weekday(0) and last in {Weekday(4), Weekday(5), Weekday(6)} and not is_choice


def _numbers_of_month(words: Words, i: int) -> Found | None:
    """ "23-25 November", "November 23-25", "the 3rd or 4th of May"."""
    found = _month_first(words, i) if words.at(i) in MONTHS else _numbers_first(words, i)
    if found is None:
        return None
    first, last, month, end = found
    return (Between(CalendarDay(first, month), CalendarDay(last, month)), end) if 0 < first < last <= 31 else None


def _month_first(words: Words, i: int) -> tuple[int, int, int, int] | None:
    is_clock = words.digits(i + 3) > 2 or words.typed(i + 4) in {"am", "pm", ":"}
    if words.at(i + 2) not in {"-", "to", "or"} or is_clock:
        return None
    return words.number(i + 1) or 0, words.number(i + 3) or 0, MONTHS[words.at(i)], i + 4


def _numbers_first(words: Words, i: int) -> tuple[int, int, int, int] | None:
    link = i + 1 + (words.typed(i + 1) in ORDINAL_ENDINGS)
    end = link + 2 + (words.typed(link + 2) in ORDINAL_ENDINGS)
    end += words.at(end) == "of"
    if words.at(end) not in MONTHS or words.at(link) not in {"-", "to", "or", "and"}:
        return None
    return words.number(i) or 0, words.number(link + 1) or 0, MONTHS[words.at(end)], end + 1
