"""Where on earth somebody is, and by which clock they go there. Offline."""

import re
import subprocess
import sys
from functools import lru_cache

from language.reading import Wish
from rules.facts import SettingChanged

_POSITION = re.compile(r"(-?\d{1,2}(?:\.\d+)?),(-?\d{1,3}(?:\.\d+)?)", re.ASCII)
MOST_NORTH, MOST_EAST = 90.0, 180.0
PATIENCE_SECONDS = 20
# In a process of its own: a user needs this once, and what it imports would fill 27 MB for good.
_LOOK_UP = """
import sys
from timezonefinder import TimezoneFinder
latitude, longitude = map(float, sys.argv[1:])
print(TimezoneFinder(in_memory=False).timezone_at(lat=latitude, lng=longitude) or "")
"""


def clock_there(position: str) -> Wish:
    """The clock at "latitude,longitude", in degrees; nothing where there is none."""
    found = _POSITION.fullmatch(position)
    zone = _zone_at(*found.groups()) if found else ""
    return Wish(facts=(SettingChanged(name="zone", value=zone),)) if zone else Wish()


@lru_cache(maxsize=64)
def _zone_at(latitude: str, longitude: str) -> str:
    if abs(float(latitude)) > MOST_NORTH or abs(float(longitude)) > MOST_EAST:
        return ""
    command = (sys.executable, "-I", "-c", _LOOK_UP, latitude, longitude)
    return subprocess.run(command, capture_output=True, check=True, text=True, timeout=PATIENCE_SECONDS).stdout.strip()
