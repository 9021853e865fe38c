"""Sets of words that the reader goes by, kept as data."""

import tomllib
from functools import cache

from language.tokens import EN


@cache
def _told() -> dict[str, dict[str, str]]:
    return tomllib.loads((EN / "sets.toml").read_text(encoding="utf-8"))


def word_set(name: str) -> frozenset[str]:
    """The words of one set, named "module.set"."""
    module, _, own = name.partition(".")
    return frozenset(_told()[module][own].split())
