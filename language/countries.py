"""Countries by name: what they are called, and their codes."""

import tomllib
from functools import cache

from babel import Locale

from language.cities import folded
from language.tokens import EN
from rules.calendar import has_holidays

LOCALE = Locale("en", "GB")


def country_called(name: str, *, by_code: bool = True) -> str | None:
    """The ISO code of a country by its name, or by the code itself in capitals."""
    said = name.strip(" .")
    named = _codes().get(folded(said).removeprefix("the "))
    is_code = by_code and said.isupper() and said in LOCALE.territories and has_holidays(said)
    return named or (said if is_code else None)


def country_name(code: str) -> str:
    """What a country is called; the code where nobody knows."""
    return str(LOCALE.territories.get(code, code))


def country_in_text(code: str) -> str:
    """What it is called within a sentence: "the Netherlands"."""
    return f"the {country_name(code)}" if code in _told()["articles"]["the"] else country_name(code)


@cache
def _told() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads((EN / "places.toml").read_text(encoding="utf-8"))


@cache
def _codes() -> dict[str, str]:
    told = _told()["countries"]
    codes = {folded(name): code for code, name in LOCALE.territories.items() if has_holidays(code)}
    return codes | {name: code for code, names in told.items() for name in names}
