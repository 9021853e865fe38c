"""Templates: the small language in which sentences are written down, and the patterns made of them.

`(a|b)` is one of them, `[a]` may be missing, `{slot}` is a template named in words.toml, `...` is up to five words,
`start*` is a word that begins so, and `^` and `$`, which may
be one of several as well, are the ends of the clause. Words in capitals stand for what was
recognised before: TIME, COMPANY, PERSON, ROLE, EMAIL, PHONE.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from language.tokens import EN
from language.wordsets import word_set

_PARTS = re.compile(r"\.\.\.|[()\[\]|]|\{\w+\}|[^\s()\[\]|{}]+")
_GAP = "(?:[^ ]+ ){0,5}?"
_EVERYWHERE = word_set("templates.everywhere")


Needs = tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True)
class Pattern:
    """A template's regular expression; `needs` are sets of words, and each match has a word of every set."""

    source: str
    needs: Needs

    @property
    def calls(self) -> frozenset[str]:
        """The words that call for it: of the sets it needs the rarest. None, if it has to be tried always."""
        return min(self.needs, key=_weight, default=frozenset())


@cache
def slots() -> Mapping[str, str]:
    """The named parts of templates."""
    told = tomllib.loads((EN / "words.toml").read_text(encoding="utf-8"))["slots"]
    return {name: "(" + "|".join(forms) + ")" for name, forms in told.items()}


def pattern(template: str) -> Pattern:
    """The pattern of a template, to be searched in words that are each followed by one space."""
    parts = _PARTS.findall(template)
    begin, end = template.startswith("^"), template.endswith("$")
    parts[0] = parts[0].removeprefix("^")
    parts[-1] = parts[-1].removesuffix("$")
    inner = _either([part for part in parts if part])
    return Pattern(("^" if begin else "(?<![^ ])") + inner.source + ("$" if end else ""), inner.needs)


def _either(parts: list[str]) -> Pattern:
    branches = [_sequence(branch) for branch in _split(parts)]
    if len(branches) == 1:
        return branches[0]
    calls = [branch.calls for branch in branches]
    needs = (frozenset[str]().union(*calls),) if all(calls) else ()
    return Pattern("(?:" + "|".join(branch.source for branch in branches) + ")", needs)


def _split(parts: list[str]) -> list[list[str]]:
    branches: list[list[str]] = [[]]
    depth = 0
    for part in parts:
        depth += (part in "([") - (part in ")]")
        if part == "|" and depth == 0:
            branches.append([])
        else:
            branches[-1].append(part)
    return branches


def _sequence(parts: list[str]) -> Pattern:
    source, at = "", 0
    needs: Needs = ()
    while at < len(parts):
        piece, at = _piece(parts, at)
        source += piece.source
        needs += piece.needs
    return Pattern(source, needs)


def _piece(parts: list[str], at: int) -> tuple[Pattern, int]:
    part = parts[at]
    if part in ("(", "["):
        end = _closing(parts, at)
        inner = _either(parts[at + 1 : end])
        if part == "[":
            inner = Pattern(f"(?:{inner.source})?", ())
        return inner, end + 1
    if part == "...":
        return Pattern(_GAP, ()), at + 1
    if part in ("^", "$"):
        return Pattern(part, ()), at + 1
    if part.startswith("{"):
        return _slot(part[1:-1]), at + 1
    if part.endswith("*"):
        return Pattern(re.escape(part[:-1]) + "[^ ]* ", ()), at + 1
    return Pattern(re.escape(part) + " ", (frozenset({part}),)), at + 1


@cache
def _slot(name: str) -> Pattern:
    return _either(_PARTS.findall(slots()[name]))


def _closing(parts: list[str], at: int) -> int:
    depth = 0
    for place in range(at, len(parts)):
        depth += (parts[place] in "([") - (parts[place] in ")]")
        if depth == 0:
            return place
    raise ValueError(f"unclosed in template: {' '.join(parts)}")


def _weight(needs: frozenset[str]) -> int:
    return sum(50 if word in _EVERYWHERE else 1 for word in needs)
