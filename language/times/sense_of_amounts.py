"""Where "in 2-3 weeks", "five working days after that" and "an hour ago" end."""

from datetime import date, timedelta
from math import ceil

from language.times.expressions import Amount
from language.times.saying import DAY, Days, Saying, add_months


def stretch_from_now(amount: Amount, sign: int, saying: Saying) -> Days:
    edge = _moved(saying.today, amount, amount.high, sign, saying)
    return Days(min(edge, saying.today), max(edge, saying.today), is_vague=True)


def time_away(anchor: Days, amount: Amount, sign: int, saying: Saying) -> Days:
    """The days so much time after (+1) or before (-1) the anchor: two of them where the amount is a range."""
    base = anchor.last if sign > 0 else anchor.first
    near = _moved(base, amount, amount.low, sign, saying)
    far = _moved(base, amount, amount.high, sign, saying)
    is_vague = anchor.is_vague or amount.is_vague or near != far or amount.unit in {"month", "year"}
    return Days(min(near, far), max(near, far), is_vague)


def hours_away(amount: Amount, sign: int, saying: Saying) -> Days:
    """Hours and minutes give a moment; from a day on ("48 hours") they are days."""
    minutes = amount.high * (60 if amount.unit == "hour" else 1)
    moment = saying.now + sign * timedelta(minutes=minutes)
    is_exact = minutes < 24 * 60
    return Days(moment.date(), moment.date(), amount.is_vague, moment if is_exact else None)


def _moved(base: date, amount: Amount, count: float, sign: int, saying: Saying) -> date:
    if amount.unit == "business day":
        return _business_days(base, sign, round(count), saying)
    if amount.unit in {"month", "year"}:
        months = count * (12 if amount.unit == "year" else 1)
        return add_months(base, sign * int(months)) + sign * round(30 * (months % 1)) * DAY
    length = {"week": 7, "fortnight": 14}.get(amount.unit, 1)
    return base + sign * ceil(count * length) * DAY


def _business_days(base: date, sign: int, count: int, saying: Saying) -> date:
    day, left, patience = base, count, 7 * count + 60
    while left and patience:
        day, patience = day + sign * DAY, patience - 1
        left -= saying.is_business_day(day)
    return day
