"""When something is: a Day ("Friday") or a Moment ("Friday 15:00"), never a midnight in disguise."""

from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo


@dataclass(frozen=True, slots=True, order=True)
class Day:
    """A day as the user said it, without an hour."""

    date: date


@dataclass(frozen=True, slots=True)
class Moment:
    """A wall time as the user said it, with the zone it was said in.

    `zone` is an IANA name. None means that no zone had been told yet: the moment is read in the first zone the
    user tells, and in the deployment's default until then.
    """

    date: date
    time: time
    zone: str | None = None

    def instant(self, unsaid: ZoneInfo) -> datetime:
        """The aware instant; `unsaid` is the zone to read it in where none was told."""
        zone = ZoneInfo(self.zone) if self.zone else unsaid
        return datetime.combine(self.date, self.time, zone)


@dataclass(frozen=True, slots=True)
class Window:
    """A span of days or moments as said ("next week", "between 2 and 4"); both ends belong to it."""

    first: Day | Moment
    last: Day | Moment


When = Day | Moment
