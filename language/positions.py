"""Where on earth somebody is, and by which clock they go there. Offline."""

import re
from functools import cache
from typing import TYPE_CHECKING

from language.reading import Wish
from rules.facts import SettingChanged

if TYPE_CHECKING:
    from timezonefinder import TimezoneFinder

_POSITION = re.compile(r"(-?\d+(?:\.\d+)?),(-?\d+(?:\.\d+)?)", re.ASCII)
MOST_NORTH, MOST_EAST, NOWHERE = 90.0, 180.0, 999.0


def clock_there(position: str) -> Wish:
    """The clock at "latitude,longitude", in degrees; nothing where there is none."""
    found = _POSITION.fullmatch(position)
    latitude, longitude = map(float, found.groups()) if found else (NOWHERE, NOWHERE)
    is_on_earth = abs(latitude) <= MOST_NORTH and abs(longitude) <= MOST_EAST
    zone = _finder().timezone_at(lat=latitude, lng=longitude) if is_on_earth else None
    return Wish(facts=(SettingChanged(name="zone", value=zone),)) if zone else Wish()


@cache
def _finder() -> "TimezoneFinder":
    """Made when the first user sends where they are, as it takes time and 30 MB. The map stays on disk."""
    from timezonefinder import TimezoneFinder

    return TimezoneFinder(in_memory=False)
