"""Business time in the user's zone: working days, public holidays, mornings, quiet hours, hours for calls.

Instants are aware datetimes in UTC, so that comparing and adding never stumbles over a change of the clocks.
"""

from collections.abc import Container
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache, cached_property, lru_cache
from importlib.resources import files
from itertools import count

import holidays
from holidays.registry import EntityLoader

from rules.moments import Day, Moment, When
from rules.preferences import Preferences

CALLS_FROM, CALLS_UNTIL = time(9), time(18)
EVENING = time(20)
CLOSE_OF_BUSINESS = time(18)
ONE_DAY = timedelta(days=1)
DAYS_REMEMBERED = 4096


@dataclass(frozen=True)
class Calendar:
    """A user's business time."""

    preferences: Preferences

    def local(self, instant: datetime) -> datetime:
        """The instant on the user's clock."""
        return instant.astimezone(self.preferences.zone_info)

    def date_of(self, instant: datetime) -> date:
        """The user's date at that instant."""
        return self.local(instant).date()

    def at(self, day: date, hour: time) -> datetime:
        """The instant of a wall time; one that the clocks skip is as long after the jump as it was meant to be."""
        return datetime.combine(day, hour, self.preferences.zone_info).astimezone(UTC)

    def instant(self, when: When, hour: time) -> datetime:
        """The instant of what was said; a Day stands at the given hour."""
        if isinstance(when, Moment):
            return when.instant(self.preferences.heard_in_info).astimezone(UTC)
        return self.at(when.date, hour)

    def end_of(self, when: When) -> datetime:
        """The instant by which something is due: the moment said, or the end of the day said."""
        return self.instant(when, time.min) if isinstance(when, Moment) else self.at(when.date + ONE_DAY, time.min)

    def day(self, when: When) -> date:
        """The user's date of what was said."""
        return when.date if isinstance(when, Day) else self.date_of(self.instant(when, time.min))

    def is_business_day(self, day: date) -> bool:
        return self._business.includes(day)

    def business_days_after(self, day: date, number: int) -> date:
        """The date that many business days later; the day itself does not count."""
        return self._business.after(day, number)

    def business_days_before(self, day: date, number: int) -> date:
        """The date that many business days earlier; the day itself does not count."""
        for _ in range(number):
            earlier = (day - timedelta(days=back) for back in range(1, 366))
            day = next((candidate for candidate in earlier if self.is_business_day(candidate)), day)
        return day

    def next_business_day(self, day: date) -> date:
        """The day itself if it is a business day, else the next one; the day itself where none comes in a year."""
        return self._business.first_from(day)

    def morning(self, day: date) -> datetime:
        """The morning hour of that day if it is a business day, else of the next."""
        return self.morning_hour(self.next_business_day(day))

    def morning_hour(self, day: date) -> datetime:
        """The morning hour of that day, whatever day it is."""
        return self.at(day, self.preferences.morning)

    def is_quiet(self, instant: datetime) -> bool:
        """Whether the instant falls into the user's quiet hours."""
        return self.preferences.is_quiet(self.local(instant).time())

    def when_awake(self, instant: datetime) -> datetime:
        """The instant, or the next morning hour if it falls into quiet hours (their end, if the morning is quiet)."""
        if not self.is_quiet(instant):
            return instant
        today = self.date_of(instant)
        hours = (self.preferences.morning, self.preferences.quiet_until)
        candidates = (self.at(today + timedelta(days=ahead), hour) for ahead in count() for hour in hours)
        return next(moment for moment in candidates if moment > instant and not self.is_quiet(moment))

    def next_time_to_call(self, instant: datetime) -> datetime:
        """The instant if it is one to telephone at, else the next: business days from 9 to 18 o'clock."""
        local = self.local(instant)
        if self.is_business_day(local.date()) and CALLS_FROM <= local.time() < CALLS_UNTIL:
            return instant
        first = local.date() if local.time() < CALLS_FROM else local.date() + ONE_DAY
        return self.at(self.next_business_day(first), CALLS_FROM)

    @cached_property
    def _business(self) -> "BusinessDays":
        return BusinessDays(
            self.preferences.working_days, self.preferences.country or country_of(self.preferences.zone)
        )


@dataclass(frozen=True)
class BusinessDays:
    """The working days of a week, less the public holidays of a country. A plan asks for the same ones many times."""

    working_days: tuple[int, ...]
    country: str | None

    def includes(self, day: date) -> bool:
        return day.weekday() in self.working_days and day not in public_holidays(self.country)

    @lru_cache(maxsize=DAYS_REMEMBERED)  # noqa: B019 - few of these differ, and they compare by value
    def first_from(self, day: date) -> date:
        following = (day + timedelta(days=ahead) for ahead in range(366))
        return next((candidate for candidate in following if self.includes(candidate)), day)

    @lru_cache(maxsize=DAYS_REMEMBERED)  # noqa: B019
    def after(self, day: date, number: int) -> date:
        for _ in range(number):
            day = self.first_from(day + ONE_DAY)
        return day


# Where the days that the whole country shares leave out what nearly all of its people have off.
MOST_PEOPLE_LIVE_IN = {"GB": "ENG"}


def has_holidays(country: str) -> bool:
    """Whether anything is known of the public holidays of that country."""
    return country in _countries_with_holidays()


@cache
def _countries_with_holidays() -> frozenset[str]:
    """Their codes, from the library's register: its list of countries loads the holidays of them all."""
    return frozenset(EntityLoader.get_country_codes())


@cache
def public_holidays(country: str | None) -> Container[date]:
    """The public holidays of a country (ISO code); none where the country is unknown."""
    if country is None or not has_holidays(country):
        return frozenset()
    return holidays.country_holidays(country, subdiv=MOST_PEOPLE_LIVE_IN.get(country))


@cache
def country_of(zone: str) -> str | None:
    """The country a time zone lies in, as an ISO code; None for zones like UTC that lie in none."""
    return _countries().get(zone)


@cache
def _countries() -> dict[str, str]:
    table = files("tzdata").joinpath("zoneinfo", "zone.tab").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in table.splitlines() if not line.startswith("#"))
    return {row[2]: row[0] for row in rows}
