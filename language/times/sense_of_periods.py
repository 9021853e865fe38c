"""First and last days of weeks, months and their parts. A week runs from Monday to Sunday and ends on Friday."""

import calendar
from dataclasses import replace
from datetime import date

from language.times.expressions import Month, Period, Which
from language.times.feasts import nth_weekday
from language.times.saying import DAY, Days, Saying, add_months, one_day

_PARTS_OF_WEEK = {
    "early": (0, 1), "middle": (2, 3), "late": (3, 4), "end": (4, 4), "first half": (0, 2), "second half": (2, 4),
}  # fmt: skip
_WHOLE_WEEK = (0, 4)


def sense_of_period(said: Period, saying: Saying) -> Days:
    match said.unit:
        case "week":
            return week_part(_monday_of(said, saying), said.part, saying)
        case "weekend":
            return _weekend(said.offset, saying)
        case "month":
            first = add_months(saying.today.replace(day=1), said.offset)
            return _so_far_or_left(month_part(first.year, first.month, said.part), said, saying)
        case "quarter":
            this = saying.today.replace(day=1, month=(saying.today.month - 1) // 3 * 3 + 1)
            start = add_months(this, 3 * said.offset)
            return _third(start, add_months(start, 3) - DAY, said.part)
        case _:
            year = saying.today.year + said.offset
            return _third(date(year, 1, 1), date(year, 12, 31), said.part)


def _weekend(offset: int, saying: Saying) -> Days:
    saturday = saying.monday + (7 * offset + 5) * DAY
    if saying.is_past and offset == 0 and saturday > saying.today:
        saturday -= 7 * DAY
    return Days(saturday, saturday + DAY, is_vague=True)


def _monday_of(said: Period, saying: Saying) -> date:
    if said.is_following and saying.said:
        return saying.said.last - saying.said.last.weekday() * DAY + 7 * DAY
    # On a weekend "this week" is the one to come, at the latest on Sunday.
    is_over = saying.today.weekday() >= 5 and not saying.is_past and said.offset == 0
    starts_anew = is_over and (saying.today.weekday() == 6 or said.part is not None)
    return saying.monday + 7 * (said.offset + starts_anew) * DAY


def week_part(monday: date, part: str | None, saying: Saying) -> Days:
    first, last = _PARTS_OF_WEEK.get(part or "", _WHOLE_WEEK)
    days = Days(monday + first * DAY, monday + last * DAY, is_vague=part != "end")
    is_this = monday <= saying.today <= monday + 6 * DAY
    return _rest_of_week(days, part, saying) if is_this and part in {"before", "after", None} else days


def _rest_of_week(days: Days, part: str | None, saying: Saying) -> Days:
    """ "Earlier this week", "later this week", and "this week" as far as it is over or still to come."""
    monday, today = days.first, saying.today
    if part == "before" or (saying.is_past and part is None):
        return Days(monday, today - DAY if part and today > monday else today, is_vague=True)
    if days.last < today:
        return days
    return Days(min(today + DAY if part else today, days.last), days.last, is_vague=True)


def sense_of_month(said: Month, saying: Saying) -> Days:
    return month_part(_year_of(said, saying), said.number, said.part)


def _year_of(said: Month, saying: Saying) -> int:
    if said.year:
        return said.year
    current = saying.today.replace(day=1)
    firsts = [date(current.year + k, said.number, 1) for k in (-1, 0, 1)]
    if said.which is Which.LAST or (saying.is_past and said.which is Which.BARE):
        return max(f for f in firsts if f <= current).year
    return min(f for f in firsts if f > current or (f == current and said.which is not Which.NEXT)).year


def month_part(year: int, month: int, part: str | None) -> Days:
    length = calendar.monthrange(year, month)[1]
    spans = {"early": (1, 10), "middle": (11, 20), "late": (21, length), "end": (length, length),
             "first half": (1, 20), "second half": (11, length)}  # fmt: skip
    first, last = spans.get(part or "", (1, length))
    return Days(date(year, month, first), date(year, month, last), is_vague=part != "end")


def _so_far_or_left(days: Days, said: Period, saying: Saying) -> Days:
    if said.offset == 0 and said.part == "after":
        return replace(days, first=min(saying.today + DAY, days.last))
    if said.offset == 0 and (said.part == "before" or (saying.is_past and not said.part)):
        return replace(days, last=saying.today)
    return days


def _third(first: date, last: date, part: str | None) -> Days:
    if part == "end":
        return one_day(last)
    third = (last - first) // 3
    spans = {"early": (first, first + third), "middle": (first + third, last - third), "late": (last - third, last)}
    return Days(*spans.get(part or "", (first, last)), is_vague=True)


def nth_of_month(nth: int, weekday: int | None, whole: Days) -> Days | None:
    """The nth weekday, or the nth week (from the first with its Thursday in the month), of the month given."""
    year, number = whole.first.year, whole.first.month
    if weekday is not None:
        day = nth_weekday(year, number, weekday, nth)
        return one_day(day) if day.month == number else None
    thursday = nth_weekday(year, number, 3, 1) + 7 * (nth - 1) * DAY
    monday = nth_weekday(year, number, 0, -1) if nth < 0 else thursday - 3 * DAY
    return Days(max(monday, whole.first), min(monday + 4 * DAY, whole.last), is_vague=True)
