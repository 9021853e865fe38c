"""Countries by name: what they are called, and their codes."""

import tomllib
from functools import cache

from babel import Locale

from language.cities import folded
from language.tokens import EN

LOCALE = Locale("en", "GB")
_CODE_LENGTH = 2


def country_called(name: str, *, by_code: bool = True) -> str | None:
    """The ISO code of a country by its name, or by the code itself in capitals."""
    said = name.strip(" .")
    if by_code and len(said) == _CODE_LENGTH and said.isupper() and said in LOCALE.territories:
        return said
    return _codes().get(folded(said).removeprefix("the "))


def country_name(code: str) -> str:
    """What a country is called; the code where nobody knows."""
    return str(LOCALE.territories.get(code, code))


@cache
def _codes() -> dict[str, str]:
    told: dict[str, list[str]] = tomllib.loads((EN / "places.toml").read_text(encoding="utf-8"))["countries"]
    codes = {folded(name): code for code, name in LOCALE.territories.items() if len(code) == _CODE_LENGTH}
    return codes | {name: code for code, names in told.items() for name in names}
