"""Which day of which year "the 3rd", "4/12" and "Christmas" mean, by the tense and by what is near."""

import calendar
from dataclasses import replace
from datetime import date

from language.times.expressions import CalendarDay, Which
from language.times.feasts import BANK_HOLIDAY, FEASTS
from language.times.saying import DAY, Days, Saying, add_months, one_day

_FAR, _NEAR = 240, 100


def sense_of_calendar_day(said: CalendarDay, saying: Saying) -> Days | None:
    if said.is_either_order:
        return _in_either_order(replace(said, is_either_order=False), saying)
    if said.months is not None:
        return one_day(add_months(saying.today.replace(day=1), said.months).replace(day=said.day))
    if said.month and said.year:
        return one_day(date(said.year, said.month, said.day))
    candidates = _in_years(said, saying) if said.month else _in_months(said.day, saying)
    if said.weekday is not None:
        fitting = [day for day in candidates if day.weekday() == said.weekday]
        candidates = fitting or candidates
        if fitting and not said.month:
            return one_day(_nearest(fitting, saying))
    return one_day(_chosen(candidates, said.which, saying)) if candidates else None


def _in_either_order(said: CalendarDay, saying: Saying) -> Days | None:
    """The user's own order, unless it is months away and the other lies close by."""
    own, other = (sense_of_calendar_day(s, saying) for s in (said, replace(said, day=said.month or 1, month=said.day)))
    if own is None or other is None:
        return own
    distances = [abs((days.first - saying.today).days) for days in (own, other)]
    is_fitting = said.weekday is None or own.first.weekday() == said.weekday
    return other if (distances[0] > _FAR // 2 and distances[1] < _FAR // 5) or not is_fitting else own


def _in_years(said: CalendarDay, saying: Saying) -> list[date]:
    years = range(saying.today.year - 4, saying.today.year + 5) if (said.month, said.day) == (2, 29) else None
    years = years or range(saying.today.year - 1, saying.today.year + 2)
    return [date(y, said.month or 1, said.day) for y in years if said.day <= calendar.monthrange(y, said.month or 1)[1]]


def _in_months(day: int, saying: Saying) -> list[date]:
    firsts = [add_months(saying.today.replace(day=1), k) for k in range(-3, 4)]
    return [f.replace(day=day) for f in firsts if day <= calendar.monthrange(f.year, f.month)[1]]


def _nearest(days: list[date], saying: Saying) -> date:
    is_wrong = [(day > saying.today if saying.is_past else day < saying.today) for day in days]
    return min(zip(is_wrong, days, strict=True), key=lambda d: (abs((d[1] - saying.today).days), d[0]))[1]


def _chosen(days: list[date], which: Which, saying: Saying) -> date:
    """The one the tense asks for, unless it is absurdly far and the other is near."""
    today = saying.today
    behind = max((d for d in days if d <= today), default=days[0])
    ahead = min((d for d in days if d >= today), default=days[-1])
    if which in {Which.LAST, Which.NEXT, Which.COMING}:
        return behind if which is Which.LAST else ahead
    wanted, other = (behind, ahead) if saying.is_past else (ahead, behind)
    is_absurd = abs((wanted - today).days) > _FAR and abs((other - today).days) < _NEAR
    return other if is_absurd else wanted


def sense_of_feast(name: str, which: Which, saying: Saying) -> Days | None:
    if name == BANK_HOLIDAY:
        return _bank_holiday(saying)
    years = range(saying.today.year - 1, saying.today.year + 2)
    return one_day(_chosen([FEASTS[name](year) for year in years], which, saying))


def _bank_holiday(saying: Saying) -> Days | None:
    """The nearest Monday to Friday that is no business day, in the tense's direction."""
    step = -DAY if saying.is_past else DAY
    days = (saying.today + k * step for k in range(1, 200))
    found = next((day for day in days if day.weekday() < 5 and not saying.is_business_day(day)), None)
    return one_day(found) if found else None
