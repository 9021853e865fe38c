"""Zones as calendars name them: by IANA's names, Windows' names, a maker's own path, or a definition in the file."""

import re
from collections.abc import Sequence
from datetime import UTC, datetime, tzinfo
from io import StringIO
from zoneinfo import available_timezones

from dateutil.tz import tzical
from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

from language.received import Trouble, Unusable
from rules.moments import Moment

_YEARLY = re.compile(r"RRULE:(?=.*FREQ=YEARLY)(?!.*BY(?:SECOND|MINUTE|HOUR|YEARDAY|WEEKNO|SETPOS))", re.IGNORECASE)
_OTHER_RULES = ("RRULE", "RDATE", "EXRULE", "EXDATE")


class Zones:
    """The zones of one file, by its own definitions where a name says nothing to us."""

    def __init__(self, definitions: Sequence[Sequence[str]]) -> None:
        self._definitions = definitions

    def moment(self, wall: datetime, named: str | None) -> Moment:
        """The moment with its zone, None where none is named. Raises Unusable for a zone that cannot be told."""
        if named is None:
            return Moment(wall.date(), wall.time())
        if name := known_zone(named):
            return Moment(wall.date(), wall.time(), name)
        instant = wall.replace(tzinfo=self._defined(named)).astimezone(UTC)
        return Moment(instant.date(), instant.time(), "UTC")

    def _defined(self, named: str) -> tzinfo:
        for lines in self._definitions:
            if f"TZID:{named}".upper() in map(str.upper, map(str.strip, lines)) and _is_plain(lines):
                return _zone(lines)
        raise Unusable(Trouble.UNKNOWN_ZONE)


def known_zone(named: str) -> str | None:
    """IANA's name of a zone whose name alone tells: "W. Europe Standard Time", "/maker/version/Asia/Tokyo"."""
    name = named.strip("\"' ")
    if name.upper() in ("UTC", "GMT", "Z", "ETC/UTC"):
        return "UTC"
    known = available_timezones()
    parts = name.strip("/").split("/")
    endings = ("/".join(parts[at:]) for at in range(len(parts)))
    return WINDOWS_TO_OLSON.get(name) or next((each for each in endings if each in known), None)


def _is_plain(lines: Sequence[str]) -> bool:
    """Whether it changes once a year at most, as zones do: anything else would take for ever to reckon out."""
    return all(_YEARLY.match(each) for each in lines if each.upper().startswith(_OTHER_RULES))


def _zone(lines: Sequence[str]) -> tzinfo:
    try:
        found: tzinfo | None = tzical(StringIO("\r\n".join([*lines, ""]))).get()
    except (ValueError, TypeError, KeyError) as error:
        raise Unusable(Trouble.UNKNOWN_ZONE) from error
    if found is None:
        raise Unusable(Trouble.UNKNOWN_ZONE)
    return found
