"""What clocks are called, and whose is meant: "Tokyo time", "German time", "Eastern Standard Time", "UTC+2"."""

import re
import tomllib
from functools import cache

from language.cities import cities_called, cities_of
from language.countries import country_called
from language.lexicon import lexicon
from language.tokens import EN

PEOPLE_OF_A_CITY = 100_000
PEOPLE_OF_A_METROPOLIS = 800_000
"""Of a city that is meant though its name is a common word, or written small."""
_FARTHEST_AHEAD, _FARTHEST_BEHIND = 14, 12
_KINDS = re.compile(r" (?:standard|daylight|summer|winter)$")


@cache
def abbreviations() -> dict[str, str]:
    """What clocks are called, in small letters, and their zones by IANA's names."""
    told: dict[str, list[str]] = tomllib.loads((EN / "places.toml").read_text(encoding="utf-8"))["zones"]
    return {name: zone for zone, names in told.items() for name in names}


def zone_called(name: str) -> str | None:
    """The zone of "Tokyo" or "German" before "time"; None for what names no clock, or more than one."""
    small = _KINDS.sub("", name.lower())
    if zone := abbreviations().get(small) or abbreviations().get(f"{small} time"):
        return zone
    if country := country_called(name, by_code=False):
        cities = cities_of(country)
        return cities[0].zone if len(cities) == 1 else None
    is_doubtful = name == small or small in lexicon().common
    least = PEOPLE_OF_A_METROPOLIS if is_doubtful else PEOPLE_OF_A_CITY
    return next((city.zone for city in cities_called(name) if city.people >= least), None)


def zone_of_offset(hours: int, minutes: int, *, is_ahead: bool) -> str | None:
    """The zone that is so far ahead of UTC, or behind it, all year; None if there is none.

    The signs in IANA's names of whole hours are the other way round.
    """
    if minutes:
        return _uneven().get(f"{'+' if is_ahead else '-'}{hours}:{minutes:02}")
    if not hours:
        return "Etc/UTC"
    is_there = hours <= (_FARTHEST_AHEAD if is_ahead else _FARTHEST_BEHIND)
    return f"Etc/GMT{'-' if is_ahead else '+'}{hours}" if is_there else None


@cache
def _uneven() -> dict[str, str]:
    told: dict[str, str] = tomllib.loads((EN / "places.toml").read_text(encoding="utf-8"))["offsets"]
    return told


def place_of(zone: str) -> str:
    """The place that a zone is called after: "New York"; of a clock without summer time, its offset."""
    return offset_of(zone) or zone.rpartition("/")[2].replace("_", " ")


def offset_of(zone: str) -> str | None:
    """What a clock without summer time is called: "UTC+2"; None for that of a place. Etc/GMT-2 is ahead of UTC."""
    area, _, name = zone.rpartition("/")
    if area != "Etc" and zone != "UTC":
        return None
    return "UTC" + name.removeprefix("UTC").removeprefix("GMT").translate(str.maketrans("+-", "-+"))
