"""When and how something was said, and the days it turns out to mean."""

import calendar
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from language.times.tense import Tense

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Days:
    """Both ends belong to it. `moment` is set where hours and minutes were counted from now."""

    first: date
    last: date
    is_vague: bool = False
    moment: datetime | None = None


@dataclass(frozen=True, slots=True)
class Saying:
    """When and how something was said: all that its meaning depends on."""

    now: datetime
    tense: Tense
    said: Days | None
    is_business_day: Callable[[date], bool]

    @property
    def today(self) -> date:
        return self.now.date()

    @property
    def monday(self) -> date:
        return self.today - self.today.weekday() * DAY

    @property
    def is_past(self) -> bool:
        return self.tense is Tense.PAST


def one_day(day: date) -> Days:
    return Days(day, day)


def next_weekday(number: int, after: date) -> date:
    return after + ((number - after.weekday() - 1) % 7 + 1) * DAY


def add_months(day: date, months: int) -> date:
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
