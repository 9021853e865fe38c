"""Sets of words that the reader goes by, kept as data."""

import tomllib
from functools import cache

from language.tokens import EN


@cache
def _told(file: str) -> dict[str, dict[str, str]]:
    return tomllib.loads((EN / f"{file}.toml").read_text(encoding="utf-8"))


def word_set(name: str) -> frozenset[str]:
    """The words of one set, named "module.set"."""
    module, _, own = name.partition(".")
    return frozenset(_told("sets")[module][own].split())


def told_words(file: str, name: str) -> frozenset[str]:
    """The words of one set of a file of its own."""
    return frozenset(_told(file)["words"][name].split())
