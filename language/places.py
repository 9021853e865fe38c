"""Where the user is: a time zone named, a city, or an offset from UTC."""

import re
import tomllib
from functools import cache
from zoneinfo import available_timezones

from language.tokens import EN

_CONTINENTS = frozenset(["Africa", "America", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific"])
_ZONE = re.compile(r"\b([A-Z][A-Za-z]+(?:/[A-Z][A-Za-z_+-]+\d*)+)")
_OFFSET = re.compile(r"\b(?:utc|gmt)\s*([+-])\s*(\d{1,2})(?::?(00))?\b", re.IGNORECASE)
_FIRM = (
    r"time ?zone(?: is|:)?(?: now)?|(?:i|i've|i have|we) (?:just )?(?:moved|relocated) to|"
    r"(?:i|i now) live in|i'?m based in|i am based in"
)
_LOOSE = r"(?:i'm|im|i am)(?: now| currently| back)? in"
_PLACE = r"\s+(?P<place>[a-z][a-z .'-]{1,40})"
_FIRMLY = re.compile(rf"\b(?:{_FIRM}){_PLACE}", re.IGNORECASE)
_LOOSELY = re.compile(rf"\b(?:{_LOOSE}){_PLACE}", re.IGNORECASE)
_BARE = re.compile(r"\s*(?:i'?m |i am )?(?:in |from )?(?P<place>[A-Za-z][A-Za-z .'-]{2,30}?)[.! ]*(?:time)?\s*")


def zone_told(text: str, *, is_asked: bool = False) -> str | None:
    """The IANA zone that a text says the user is in. With `is_asked`, a bare place is enough."""
    if offset := _OFFSET.search(text):
        return _from_offset(offset)
    for match in _ZONE.finditer(text):
        if match.group(1) in available_timezones():
            return match.group(1)
    clear = _FIRMLY.search(text) or (_LOOSELY.match(text.strip()) if "interview" not in text.lower() else None)
    if clear:
        return _of_place(clear.group("place"))
    bare = _BARE.fullmatch(text) if is_asked and len(text) < 60 else None
    return _of_place(bare.group("place")) if bare else None


def _from_offset(match: re.Match[str]) -> str | None:
    hours = int(match.group(2))
    if hours == 0:
        return "Etc/UTC"
    sign = "-" if match.group(1) == "+" else "+"
    zone = f"Etc/GMT{sign}{hours}"
    return zone if zone in available_timezones() else None


def _of_place(said: str) -> str | None:
    """The zone of the longest beginning of the words that is a place."""
    words = re.split(r"[ .]+", said.lower().strip(" .'-"))
    for count in range(min(len(words), 4), 0, -1):
        place = " ".join(words[:count])
        if zone := _cities().get(place):
            return zone
    return None


@cache
def _cities() -> dict[str, str]:
    zones = sorted(zone for zone in available_timezones() if zone.partition("/")[0] in _CONTINENTS)
    named = {zone.rpartition("/")[2].replace("_", " ").lower(): zone for zone in reversed(zones)}
    told = tomllib.loads((EN / "places.toml").read_text(encoding="utf-8"))["zones"]
    return named | {name: zone for zone, names in told.items() for name in names}
