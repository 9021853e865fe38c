"""The clock that days can be skipped on."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from simulator.clock import MovableClock, system_now

MOMENT = datetime(2026, 3, 3, 16, 10, tzinfo=UTC)


def test_it_starts_at_the_present_and_goes_on():
    clock = MovableClock()
    assert system_now() - timedelta(minutes=1) < clock.now() <= system_now()
    assert clock.now() <= clock.now()


def test_it_goes_on_from_where_it_is_put():
    clock = MovableClock(MOMENT)
    assert MOMENT <= clock.now() < MOMENT + timedelta(minutes=1)


def test_a_frozen_clock_moves_only_when_told():
    clock = MovableClock(MOMENT, frozen=True)
    assert clock.now() == MOMENT
    clock.advance(timedelta(days=-1))
    assert clock.now() == MOMENT - timedelta(days=1)
    clock.set(MOMENT.astimezone(timezone(timedelta(hours=5))))
    assert (clock.now(), clock.now().tzinfo) == (MOMENT, UTC)
    clock.resume()
    assert not clock.is_frozen
    assert MOMENT <= clock.now() < MOMENT + timedelta(minutes=1)


def test_a_moment_needs_a_zone():
    with pytest.raises(ValueError, match="zone"):
        MovableClock(datetime(2026, 3, 3, 16, 10))  # noqa: DTZ001 - what must be refused
