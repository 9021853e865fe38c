"""What an expression means on the day it is said: the first and the last day of it."""

from dataclasses import replace
from datetime import date

from language.times.expressions import (
    Away,
    Between,
    CalendarDay,
    Expression,
    Feast,
    Month,
    NthOfMonth,
    OtherDay,
    Period,
    Said,
    Stretch,
    Today,
    WeekBeside,
    Weekday,
    WeekdayBeside,
    WeekdayIn,
    WeekdaysAgo,
    Which,
)
from language.times.saying import DAY, Days, Saying, add_months, next_weekday, one_day
from language.times.sense_of_amounts import hours_away, stretch_from_now, time_away
from language.times.sense_of_dates import sense_of_calendar_day, sense_of_feast
from language.times.sense_of_periods import nth_of_month, sense_of_month, sense_of_period, week_part
from language.times.tense import Tense


def sense_of(expression: Expression, saying: Saying) -> Days | None:
    """The days meant; None where there is nothing to count from, or no such day."""
    try:
        return _day(expression, saying) or _stretch(expression, saying) or _anchored(expression, saying)
    except (OverflowError, ValueError):
        return None


def _day(expression: Expression, saying: Saying) -> Days | None:
    match expression:
        case Today(shift):
            return one_day(saying.today + shift * DAY)
        case Said():
            return saying.said
        case Weekday():
            return one_day(_weekday(expression, saying))
        case WeekdayIn(number, week):
            return one_day(saying.monday + (7 * week + number) * DAY)
        case WeekdaysAgo(number, count):
            back = (saying.today.weekday() - number) % 7 or 7
            return one_day(saying.today - (back + 7 * (count - 1)) * DAY)
        case CalendarDay():
            return sense_of_calendar_day(expression, saying)
        case Feast(name, which):
            return sense_of_feast(name, which, saying)
        case _:
            return None


def _stretch(expression: Expression, saying: Saying) -> Days | None:
    match expression:
        case Period():
            return sense_of_period(expression, saying)
        case Month():
            return sense_of_month(expression, saying)
        case Stretch(amount, sign):
            return stretch_from_now(amount, sign, saying)
        case Between(first, last):
            return _between(first, last, saying)
        case OtherDay():
            return Days(saying.today - 5 * DAY, saying.today - 2 * DAY, is_vague=True)
        case _:
            return None


def _anchored(expression: Expression, saying: Saying) -> Days | None:
    """What is counted from another day is resolved once that day is."""
    match expression:
        case Away(_, sign, base):
            return _away(expression, sense_of(base, _towards(sign, saying)), saying)
        case WeekdayBeside(number, sign, base):
            anchor = sense_of(base, saying)
            return one_day(_weekday_beside(number, sign, anchor)) if anchor else None
        case WeekBeside(offset, base, part):
            anchor = sense_of(base, saying)
            return week_part(_monday_beside(offset, anchor), part, saying) if anchor else None
        case NthOfMonth(nth, weekday, month):
            whole = sense_of(month, saying)
            return nth_of_month(nth, weekday, whole) if whole else None
        case _:
            return None


def _away(said: Away, anchor: Days | None, saying: Saying) -> Days | None:
    if anchor is None:
        return None
    if said.amount.unit in {"hour", "minute"}:
        return anchor if isinstance(said.base, Said) else hours_away(said.amount, said.sign, saying)
    return time_away(anchor, said.amount, said.sign, saying)


def _towards(sign: int, saying: Saying) -> Saying:
    return replace(saying, tense=Tense.AHEAD if sign > 0 else Tense.PAST)


def _monday_beside(offset: int, anchor: Days) -> date:
    return anchor.first + (7 * offset - anchor.first.weekday()) * DAY


def _weekday(said: Weekday, saying: Saying) -> date:
    today = saying.today
    ahead = today + ((said.number - today.weekday() - 1) % 7 + 1) * DAY
    behind = today - ((today.weekday() - said.number - 1) % 7 + 1) * DAY
    following = saying.monday + (7 + said.number) * DAY
    match said.which:
        case Which.LAST:
            day = behind if today - behind > DAY else behind - 7 * DAY
        case Which.PAST:
            day = behind
        case Which.NEXT:
            day = following
        case Which.COMING:
            day = ahead
        case Which.FOLLOWING:
            day = _following(said.number, saying.said.last) if saying.said else following
        case Which.THIS if today.weekday() == said.number:
            day = today
        case _:
            day = behind if saying.is_past and not said.weeks else ahead
    return day + 7 * said.weeks * DAY


def _following(number: int, after: date) -> date:
    """ "The following Tuesday", told of a Monday, is not the very next day."""
    return next_weekday(number, after + DAY)


def _weekday_beside(number: int, sign: int, anchor: Days) -> date:
    if sign > 0:
        return next_weekday(number, anchor.last)
    return anchor.first - ((anchor.first.weekday() - number - 1) % 7 + 1) * DAY


def _between(first: Expression, last: Expression, saying: Saying) -> Days | None:
    if isinstance(last, WeekdayIn) and isinstance(first, Weekday):
        first = WeekdayIn(first.number, last.week)
    begin = sense_of(first, saying)
    if begin is None:
        return None
    if isinstance(last, Weekday) and last.which is Which.BARE:
        return Days(begin.first, next_weekday(last.number, begin.first), begin.is_vague)
    end = sense_of(last, replace(saying, said=begin))
    if end is None:
        return None
    if isinstance(last, CalendarDay) and end.last < begin.first and not last.year:
        end = one_day(add_months(end.last, 12 if last.month else 1))
    return Days(min(begin.first, end.first), max(begin.last, end.last), begin.is_vague or end.is_vague)
