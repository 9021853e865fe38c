"""Which words can be names, which are jobs, and which are neither: read once from words and names as data."""

import re
import tomllib
from functools import cache

from language.tokens import EN, short_forms

_LITERAL = re.compile(r"[a-z][a-z']+")


class Lexicon:
    """Sets of lower-case words."""

    def __init__(self) -> None:
        told = tomllib.loads((EN / "names.toml").read_text(encoding="utf-8"))
        self.titles = frozenset(told["titles"])
        self.given_words = frozenset(told["given_words"].split())
        self.given = frozenset(told["given"].split()) - self.given_words
        self.jobs = frozenset(told["jobs"].split())
        self._jobs_by_start: dict[str, list[str]] = {}
        for job in self.jobs:
            self._jobs_by_start.setdefault(job[:2], []).append(job)
        self.kinds: dict[str, str] = told["kinds"]
        self.levels = frozenset(told["levels"].split())
        self.departments = frozenset(told["departments"].split())
        self.firm_endings = frozenset(told["firm_endings"].split())
        self.firm_words = frozenset(told["firm_words"].split())
        self.modifiers = frozenset(told["modifiers"].split())
        self.no_firms = frozenset(told["no_firms"].split())
        self.well_known: dict[str, list[list[str]]] = {}
        for name in told["well_known"]:
            first, *rest = name.split()
            self.well_known.setdefault(first, []).append(rest)
        self.not_names = frozenset(told["not_names"].split())
        spoken = self.not_names | self._vocabulary() | self.jobs | frozenset(self.kinds) | self.modifiers
        self.common = spoken - frozenset(told["firms"].split())

    def jobs_like(self, word: str) -> list[str]:
        """Jobs that a slip of the pen may have meant: the same beginning, about the same length."""
        return [job for job in self._jobs_by_start.get(word[:2], ()) if abs(len(job) - len(word)) < 2]

    @staticmethod
    def _vocabulary() -> frozenset[str]:
        """Every word that a template or a short form is made of: no name, unless it is written with a capital."""
        files = (
            path.read_text(encoding="utf-8")
            for path in EN.glob("*.toml")
            if path.stem not in ("names", "foreign", "kinds", "cards")
        )
        says = (line for text in files for line in text.splitlines() if not line.startswith(("examples", "never")))
        return frozenset(word for line in says for word in _LITERAL.findall(line)) | frozenset(short_forms())


@cache
def lexicon() -> Lexicon:
    return Lexicon()
