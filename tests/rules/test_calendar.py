"""Business time: business days, holidays, mornings, quiet hours, hours for calls, and the nights the clocks change."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from rules.calendar import Calendar, country_of
from rules.moments import Day, Moment
from rules.preferences import Preferences
from tests.rules.telling import BERLIN, NEW_YORK, day


def living_in(zone: str = BERLIN, **settings: object) -> Calendar:
    return Calendar(Preferences(zone=zone, heard_in=zone, **settings))  # type: ignore[arg-type]


def at(calendar: Calendar, on: str, hour: str) -> datetime:
    return calendar.at(day(on), time.fromisoformat(hour))


def clock(calendar: Calendar, instant: datetime) -> str:
    return f"{calendar.local(instant):%a %H:%M}"


@pytest.mark.parametrize(
    ("zone", "country", "start", "number", "later"),
    [
        (BERLIN, None, "Thu 5 Mar", 1, "Fri 6 Mar"),
        (BERLIN, None, "Fri 6 Mar", 1, "Mon 9 Mar"),
        (BERLIN, None, "Sat 7 Mar", 1, "Mon 9 Mar"),
        (BERLIN, None, "Thu 2 Apr", 1, "Tue 7 Apr"),
        (BERLIN, "US", "Thu 2 Apr", 1, "Fri 3 Apr"),
        (NEW_YORK, None, "Thu 2 Jul", 1, "Mon 6 Jul"),
        (BERLIN, None, "Thu 2 Jul", 1, "Fri 3 Jul"),
        ("UTC", None, "Thu 24 Dec", 1, "Fri 25 Dec"),
        (BERLIN, "ZZ", "Thu 24 Dec", 1, "Fri 25 Dec"),
    ],
)
def test_business_days_leave_out_weekends_and_the_holidays_of_the_country(
    zone: str, country: str | None, start: str, number: int, later: str
) -> None:
    assert living_in(zone, country=country).business_days_after(day(start), number) == day(later)


def test_business_days_count_backwards_too() -> None:
    assert living_in().business_days_before(day("Tue 7 Apr"), 1) == day("Thu 2 Apr")


def test_working_days_are_the_users_own() -> None:
    from_sunday = living_in(working_days=(6, 0, 1, 2, 3))
    assert from_sunday.business_days_after(day("Thu 5 Mar"), 1) == day("Sun 8 Mar")


def test_somebody_who_never_works_is_not_counted_into_eternity() -> None:
    assert living_in(working_days=()).business_days_after(day("Thu 5 Mar"), 2) == day("Sat 7 Mar")


def test_a_morning_waits_for_a_business_day_and_a_morning_hour_does_not() -> None:
    calendar = living_in()
    assert clock(calendar, calendar.morning(day("Sat 7 Mar"))) == "Mon 09:30"
    assert clock(calendar, calendar.morning_hour(day("Sat 7 Mar"))) == "Sat 09:30"
    assert clock(calendar, calendar.morning(day("Fri 3 Apr"))) == "Tue 09:30"


@pytest.mark.parametrize(
    ("hour", "is_quiet"),
    [("20:59", False), ("21:00", True), ("23:59", True), ("00:00", True), ("07:59", True), ("08:00", False)],
)
def test_quiet_hours_go_across_midnight(hour: str, is_quiet: bool) -> None:
    calendar = living_in()
    assert calendar.is_quiet(at(calendar, "Thu 5 Mar", hour)) is is_quiet


@pytest.mark.parametrize(
    ("hour", "awake"), [("20:59", "Thu 20:59"), ("21:00", "Fri 09:30"), ("03:00", "Thu 09:30"), ("08:00", "Thu 08:00")]
)
def test_what_falls_into_quiet_hours_waits_for_the_morning_hour(hour: str, awake: str) -> None:
    calendar = living_in()
    assert clock(calendar, calendar.when_awake(at(calendar, "Thu 5 Mar", hour))) == awake


def test_a_late_riser_is_woken_when_quiet_hours_end() -> None:
    calendar = living_in(quiet_until=time(11))
    assert clock(calendar, calendar.when_awake(at(calendar, "Thu 5 Mar", "22:00"))) == "Fri 11:00"


def test_quiet_hours_may_be_switched_off_and_may_lie_within_a_day() -> None:
    never = living_in(quiet_from=time(0), quiet_until=time(0))
    siesta = living_in(quiet_from=time(13), quiet_until=time(15))
    assert not never.is_quiet(at(never, "Thu 5 Mar", "03:00"))
    assert clock(siesta, siesta.when_awake(at(siesta, "Thu 5 Mar", "14:00"))) == "Thu 15:00"


@pytest.mark.parametrize(
    ("on", "hour", "then"),
    [
        ("Thu 5 Mar", "08:59", "Thu 09:00"),
        ("Thu 5 Mar", "09:00", "Thu 09:00"),
        ("Thu 5 Mar", "17:59", "Thu 17:59"),
        ("Thu 5 Mar", "18:00", "Fri 09:00"),
        ("Fri 6 Mar", "18:00", "Mon 09:00"),
        ("Thu 2 Apr", "19:00", "Tue 09:00"),
    ],
)
def test_calls_are_for_business_hours(on: str, hour: str, then: str) -> None:
    calendar = living_in()
    assert clock(calendar, calendar.next_time_to_call(at(calendar, on, hour))) == then


@pytest.mark.parametrize(
    ("zone", "on", "hour", "utc"),
    [
        (BERLIN, "Sun 29 Mar", "01:59", time(0, 59)),
        (BERLIN, "Sun 29 Mar", "02:30", time(1, 30)),
        (BERLIN, "Sun 29 Mar", "03:00", time(1)),
        (BERLIN, "Sun 25 Oct", "02:30", time(0, 30)),
        (BERLIN, "Sun 25 Oct", "03:00", time(2)),
        (NEW_YORK, "Sun 8 Mar", "02:30", time(7, 30)),
        (NEW_YORK, "Sun 1 Nov", "01:30", time(5, 30)),
        (NEW_YORK, "Sun 1 Nov", "02:00", time(7)),
    ],
)
def test_a_wall_time_in_the_night_the_clocks_change(zone: str, on: str, hour: str, utc: time) -> None:
    """The hour that is skipped is as far after the jump as it was meant to be; of the doubled one the first counts."""
    assert at(living_in(zone), on, hour) == datetime.combine(day(on), utc, UTC)


@pytest.mark.parametrize(("zone", "eve"), [(BERLIN, "Sat 28 Mar"), (BERLIN, "Sat 24 Oct"), (NEW_YORK, "Sat 31 Oct")])
def test_mornings_stay_mornings_when_the_clocks_change(zone: str, eve: str) -> None:
    calendar = living_in(zone)
    assert clock(calendar, calendar.when_awake(at(calendar, eve, "22:00"))) == "Sun 09:30"
    assert clock(calendar, calendar.morning(calendar.business_days_after(day(eve), 1))) == "Mon 09:30"


def test_quiet_hours_may_end_in_the_hour_that_is_skipped() -> None:
    calendar = living_in(quiet_from=time(0), quiet_until=time(2, 30), morning=time(1))
    awake = calendar.when_awake(at(calendar, "Sun 29 Mar", "01:30"))
    assert clock(calendar, awake) == "Sun 03:30"


def test_a_day_ends_at_midnight_and_a_moment_at_itself() -> None:
    calendar = living_in()
    assert clock(calendar, calendar.end_of(Day(date(2026, 3, 6)))) == "Sat 00:00"
    assert clock(calendar, calendar.end_of(Moment(date(2026, 3, 6), time(15), BERLIN))) == "Fri 15:00"


def test_a_moment_keeps_the_zone_it_was_said_in() -> None:
    in_berlin = Moment(date(2026, 3, 6), time(15), BERLIN)
    assert clock(living_in(NEW_YORK), in_berlin.instant(ZoneInfo("UTC"))) == "Fri 09:00"
    assert living_in("Asia/Tokyo").day(Moment(date(2026, 3, 6), time(20), BERLIN)) == date(2026, 3, 7)


@pytest.mark.parametrize(("zone", "country"), [(BERLIN, "DE"), (NEW_YORK, "US"), ("Asia/Tokyo", "JP"), ("UTC", None)])
def test_the_country_follows_the_zone(zone: str, country: str | None) -> None:
    assert country_of(zone) == country


def test_a_day_has_23_or_25_hours_when_the_clocks_change() -> None:
    calendar = living_in()
    spring = at(calendar, "Mon 30 Mar", "00:00") - at(calendar, "Sun 29 Mar", "00:00")
    autumn = at(calendar, "Mon 26 Oct", "00:00") - at(calendar, "Sun 25 Oct", "00:00")
    assert (spring, autumn) == (timedelta(hours=23), timedelta(hours=25))
