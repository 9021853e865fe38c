"""Where on earth somebody is, and by which clock they go there. Offline."""

from functools import cache
from typing import TYPE_CHECKING

from language.reading import Wish
from rules.facts import SettingChanged

if TYPE_CHECKING:
    from timezonefinder import TimezoneFinder


def clock_there(position: str) -> Wish:
    """The clock at "latitude,longitude", in degrees; nothing where there is none."""
    latitude, _, longitude = position.partition(",")
    zone = _finder().timezone_at(lat=float(latitude), lng=float(longitude))
    return Wish(facts=(SettingChanged(name="zone", value=zone),)) if zone else Wish()


@cache
def _finder() -> "TimezoneFinder":
    """Made when the first user sends where they are, as it takes time and 30 MB. The map stays on disk."""
    from timezonefinder import TimezoneFinder

    return TimezoneFinder(in_memory=False)
