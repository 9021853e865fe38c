"""Cities by name: where they lie, by which clock they go, how many live there."""

import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from language.tokens import EN

CITIES = EN / "cities.tsv"
HEAD = (
    "# Cities of 15,000 people and more, the largest first: names, name, country, state, zone, people. GeoNames, "
    "geonames.org, CC BY 4.0. Made by training/cities.py.\n"
)
LARGE_BESIDE = 5
"""A city is as large as another unless that one has this many times its people."""
NEARLY_ALL = 0.9


@dataclass(frozen=True, slots=True)
class City:
    """A city. `country` is an ISO code, `state` one of the United States by name or empty, `zone` an IANA name."""

    name: str
    country: str
    state: str
    zone: str
    people: int


def folded(name: str) -> str:
    """In small letters and without marks: "São Paulo" is "sao paulo"."""
    if name.isascii():
        return name.lower()
    apart = unicodedata.normalize("NFKD", name.replace("’", "'"))
    return "".join(letter for letter in apart if not unicodedata.combining(letter)).lower()


@lru_cache(maxsize=256)
def cities_called(name: str) -> tuple[City, ...]:
    """The cities of that name, the largest first; those that are also called so if it is nobody's own name."""
    wanted = f"|{folded(name)}|"
    lines = list(_lines_with(wanted))
    return tuple(map(_city, [line for line in lines if line.startswith(wanted)] or lines))


@lru_cache(maxsize=256)
def cities_of(country: str, state: str = "") -> tuple[City, ...]:
    """The largest city of each zone of a country, or of one of the United States, if most people do not share one.

    Where nearly all of them live by one clock, its largest city alone.
    """
    found = [_city(line) for line in _lines_with(f"\t{country}\t{state}\t" if state else f"\t{country}\t")]
    people = Counter[str]()
    largest: dict[str, City] = {}
    for city in found:
        people[city.zone] += city.people
        largest.setdefault(city.zone, city)
    zones = [zone for zone, _ in people.most_common()]
    is_shared = bool(zones) and people[zones[0]] >= NEARLY_ALL * people.total()
    return tuple(largest[zone] for zone in (zones[:1] if is_shared else zones))


def zones() -> set[str]:
    """Of all cities, by their IANA names."""
    return {line.split("\t")[4] for line in CITIES.read_text(encoding="utf-8").splitlines() if line.startswith("|")}


def state_called(name: str) -> str | None:
    """One of the United States by that name, as it is written."""
    return _states().get(folded(name))


@cache
def _states() -> dict[str, str]:
    states = {_city(line).state for line in _lines_with("\tUS\t")}
    return {folded(state): state for state in states if state}


def meant(cities: tuple[City, ...]) -> tuple[City, ...]:
    """Those of the cities that somebody who gives no more than the name may mean, each by a clock of its own."""
    largest = {city.zone: city for city in reversed(cities) if city.people * LARGE_BESIDE >= cities[0].people}
    return tuple(sorted(largest.values(), key=lambda city: -city.people))


def _lines_with(wanted: str) -> Iterator[str]:
    """Read anew each time: it takes milliseconds, is needed once in a user's life, and would fill memory."""
    text, sought = CITIES.read_bytes(), wanted.encode()
    at = text.find(sought)
    while at >= 0:
        start, end = text.rfind(b"\n", 0, at + 1) + 1, text.find(b"\n", at + 1)
        yield text[start:end].decode()
        at = text.find(sought, end)


def _city(line: str) -> City:
    _, name, country, state, zone, people = line.split("\t")
    return City(name, country, state, zone, int(people))
