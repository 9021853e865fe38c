"""The words in which rules say when: points in time that hang on a case and can describe themselves."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from rules.application import Application, Interview, Turn
from rules.calendar import Calendar
from rules.preferences import Preferences


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One thing that a rule applies to: an application, and the interview or turn in question.

    `subject` names the thing ("a1.i2"); it stays the same when a date of it is corrected.
    """

    application: Application
    calendar: Calendar
    subject: str
    interview: Interview | None = None
    turn: Turn | None = None

    @property
    def preferences(self) -> Preferences:
        return self.calendar.preferences

    def of(self, interview: Interview) -> "Case":
        return replace(self, interview=interview)


@dataclass(frozen=True, slots=True)
class Point:
    """A point in time, in words and as a function of the case; None where the case has no such point.

    The words may name preferences in braces: they are filled in with the user's own numbers.
    """

    words: str
    of: Callable[[Case], datetime | None]

    def all_of(self, case: Case) -> tuple[datetime, ...]:
        """The point as a sequence, empty where there is none."""
        instant = self.of(case)
        return () if instant is None else (instant,)


@dataclass(frozen=True, slots=True)
class Series:
    """Several points in time, in words and as a function of the case."""

    words: str
    all_of: Callable[[Case], tuple[datetime, ...]]


Number = int | str
"""A number of days, or the name of the preference that holds it."""


def number_for(number: Number, case: Case) -> int:
    return number if isinstance(number, int) else int(getattr(case.preferences, number))


def said(number: Number) -> str:
    """The number in words: itself, or its preference in braces."""
    return str(number) if isinstance(number, int) else f"{{{number}}}"


def minutes_after(anchor: Point, minutes: int) -> Point:
    return _shifted(f"{minutes} min after {anchor.words}", anchor, lambda at, case: at + timedelta(minutes=minutes))


def minutes_before(anchor: Point, minutes: Number) -> Point:
    return _shifted(
        f"{said(minutes)} min before {anchor.words}",
        anchor,
        lambda at, case: at - timedelta(minutes=number_for(minutes, case)),
    )


def business_days_after(anchor: Point, days: Number) -> Point:
    """The same hour, that many business days later."""

    def later(at: datetime, case: Case) -> datetime:
        local = case.calendar.local(at)
        return case.calendar.at(case.calendar.business_days_after(local.date(), number_for(days, case)), local.time())

    return _shifted(f"{said(days)} bd after {anchor.words}", anchor, later)


def morning_of(anchor: Point) -> Point:
    """The morning of the anchor's day, or of the next business day."""
    return _shifted(
        f"the morning of {anchor.words}", anchor, lambda at, case: case.calendar.morning(case.calendar.date_of(at))
    )


def morning_after(anchor: Point) -> Point:
    """The morning of the day after the anchor, or of the next business day."""
    return _shifted(
        f"the morning after {anchor.words}",
        anchor,
        lambda at, case: case.calendar.morning(_tomorrow(case.calendar.date_of(at))),
    )


def end_of_day(anchor: Point) -> Point:
    return _shifted(
        f"the end of the day of {anchor.words}",
        anchor,
        lambda at, case: case.calendar.at(_tomorrow(case.calendar.date_of(at)), datetime.min.time()),
    )


def called(words: str, point: Point) -> Point:
    """The same point under a name of its own."""
    return replace(point, words=words)


def _tomorrow(day: date) -> date:
    return day + timedelta(days=1)


def _shifted(words: str, anchor: Point, shift: Callable[[datetime, Case], datetime]) -> Point:
    def of(case: Case) -> datetime | None:
        at = anchor.of(case)
        return None if at is None else shift(at, case)

    return Point(words, of)
