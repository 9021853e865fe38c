"""Where moments stand in the picture: the days it spans, and marks that would cover one another."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from assistant.timeline import Kind
from rules.calendar import ONE_DAY, Calendar

LONGEST_PAST, SHORTEST_SPAN = timedelta(days=90), timedelta(days=10)
MOST_TICKS = 5


@dataclass(frozen=True, slots=True)
class Span:
    """The days from the left end of the tracks to the right one."""

    first: date
    last: date
    now: datetime
    calendar: Calendar
    left: int
    right: int

    @classmethod
    def of(cls, moments: Sequence[datetime], now: datetime, calendar: Calendar, left: int, right: int) -> "Span":
        """All of these, but for what is long past, with a day to spare at both ends."""
        seen = [*(at for at in moments if now - LONGEST_PAST <= at <= now + LONGEST_PAST), now]
        first, last = calendar.date_of(min(seen)) - ONE_DAY, calendar.date_of(max(seen)) + ONE_DAY
        return cls(first, max(last, first + SHORTEST_SPAN), now, calendar, left, right)

    def x(self, at: datetime) -> float | None:
        """Where that moment is; None for one that is outside."""
        start = self.calendar.at(self.first, time.min)
        share = (at - start) / ((self.last - self.first) + ONE_DAY)
        return self.left + share * (self.right - self.left) if 0 <= share <= 1 else None

    def ticks(self) -> Iterator[tuple[date, float]]:
        """Some days, evenly apart, and where they begin."""
        days = (self.last - self.first).days
        step = next(each for each in (1, 2, 3, 7, 14, 28, 56) if days / each <= MOST_TICKS)
        day = self.first
        while day <= self.last:
            x = self.x(self.calendar.at(day, time.min))
            if x is not None:
                yield day, x
            day += timedelta(days=step)


def apart(marks: Sequence[tuple[float, Kind]], span: Span, distance: float) -> list[tuple[float, Kind]]:
    """The marks, none covering another as long as there is room for them side by side, all within the ends."""
    placed: list[tuple[float, Kind]] = []
    for x, kind in marks:
        placed.append((max(x, placed[-1][0] + distance if placed else span.left), kind))
    edge = float(span.right)
    for number in reversed(range(len(placed))):
        x, kind = placed[number]
        placed[number] = (max(min(x, edge), span.left), kind)
        edge = placed[number][0] - distance
    return placed
