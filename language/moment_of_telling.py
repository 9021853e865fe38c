"""When a message was written, and what its times mean seen from there."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from language.known import has_begun
from language.stories import Event
from language.when import TimeKind, TimeSpan, read_times
from language.wordsets import word_set
from rules.application import Application
from rules.moments import Day, Moment, When, Window

_OF_THE_PAST = word_set("telling.of_the_past")
_EVENING = time(18)
_A_WEEK = 6
_SUNDAY = 6
_ENDS = {"afternoon": 17, "evening": 20}


@dataclass(frozen=True, slots=True)
class Telling:
    """`now` is the writer's wall time, aware; `zone` is given to moments told, None while no zone is known."""

    now: datetime
    zone: str | None

    @property
    def today(self) -> date:
        return self.now.date()

    @property
    def wall(self) -> datetime:
        return self.now.replace(tzinfo=None)

    def start(self, span: TimeSpan) -> When:
        """The first day or moment of a time said."""
        return self._zoned(span.when.first if isinstance(span.when, Window) else span.when)

    def end(self, span: TimeSpan) -> When:
        """The last day or moment of a time said: what a promise means."""
        return self._zoned(span.last)

    def _zoned(self, when: When) -> When:
        return replace(when, zone=when.zone or self.zone) if isinstance(when, Moment) else when

    def by_its_clock(self, said: Moment, at: When) -> Moment:
        """The hour said, on the day of what is known; by the clock that its hour was told by, if no other is named."""
        if isinstance(at, Moment) and said.zone in (None, self.zone):
            return replace(at, time=said.time)
        return replace(said, date=at.date)

    def read_again(self, lead: str, span: TimeSpan, on: date | None = None) -> TimeSpan | None:
        """The same words after another lead ("it was", "they will"), or as said on another day."""
        spans = read_times(lead + span.text, datetime.combine(on, _EVENING) if on else self.wall, zone=self.zone)
        return spans[-1] if spans else None

    def is_later(self, span: TimeSpan) -> bool:
        """Whether the time is still to come, by the day, the hour or the part of today."""
        first = span.first
        if first.date != self.today:
            return first.date > self.today and span.day is not None
        if isinstance(first, Moment):
            there = self.now.astimezone(ZoneInfo(first.zone)) if first.zone else self.now
            return datetime.combine(first.date, first.time) > there.replace(tzinfo=None)
        return self.now.hour < _ENDS.get(span.part or "", 0)

    def is_due(self, known: Application | None) -> bool:
        """Whether an interview may be to report: then "done with Acme" is said of that."""
        return known is None or any(has_begun(one, self.now) for one in known.ahead)

    def invited_for(self, event: Event) -> TimeSpan | None:
        """An invitation's time, which lies ahead though "they invited me" is past; None if it is of the invitation, or
        says by when a task is due.
        """
        span = event.time
        if span and event.means == "next_round" and span.kind is TimeKind.BY:
            return None
        if event.means in ("meeting", "held") or span is None or span.kind in (TimeKind.AGO, TimeKind.SINCE):
            return None
        if self.is_later(span):
            return span
        if span.start < event.place or span.text.lower().split()[0] in _OF_THE_PAST:
            return None
        ahead = self.read_again("it will be ", span)
        return ahead if ahead and ahead.day else None


def past_day(span: TimeSpan | None, today: date) -> When | None:
    """The day of something that happened; where several fit, one that stands for them, and that is over.

    On a Sunday, "last week" is the week that ends.
    """
    if span is None or span.kind in (TimeKind.BY, TimeKind.AHEAD, TimeKind.BEFORE):
        return None
    if span.day is not None:
        return Day(span.day)
    if span.kind is TimeKind.AGO and span.is_vague:
        return Day(span.first.date) if span.first.date < today else None
    first, last = span.first.date, span.last.date
    if today.weekday() == _SUNDAY and (today - last).days in (8, 9) and span.kind is TimeKind.SPAN:
        first, last = first + timedelta(days=7), last + timedelta(days=7)
    day = last if (last - first).days <= _A_WEEK and last < today else first + (min(last, today) - first) / 2
    return Day(day) if day < today else None
