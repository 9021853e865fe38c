"""Templates: the small language in which sentences are written down, and the patterns made of them.

`(a|b)` is one of them, `[a]` may be missing, `{slot}` is a template named in words.toml, `...` is up to five words,
`start*` is a word that begins so, and `^` and `$`, which may
be one of several as well, are the ends of the clause. Words in capitals stand for what was
recognised before: TIME, COMPANY, PERSON, ROLE, EMAIL, PHONE.

Patterns are searched in a line of words, each followed by the marks of the slots that name it: so a slot of a hundred
words is one sign in an expression, and not a hundred words in each of the expressions that it is in.
"""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from language.tokens import EN
from language.wordsets import word_set

_PARTS = re.compile(r"\.\.\.|[()\[\]|]|\{\w+\}|[^\s()\[\]|{}]+")
_GAP = "(?:[^ ]+ ){0,5}?"
_ENDS, _MARKS = "\t", "[^ ]* "
_FIRST_MARK = 0xE000
"""Of Unicode's characters for private use. Marks stand behind the end of a word: somebody's word may have one in it."""
_PLAIN = re.compile(r"[^\s()\[\]|{}^$*]+")
_WORTH_A_MARK = 4
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
def slots() -> Mapping[str, Sequence[str]]:
    """The named parts of templates: each is one of several forms."""
    told: dict[str, list[str]] = tomllib.loads((EN / "words.toml").read_text(encoding="utf-8"))["slots"]
    return told


def marked_word(word: str) -> str:
    """A word as it stands in the line that patterns are searched in."""
    return f"{word}{_ENDS}{_marks().get(word, '')} "


@cache
def _marks() -> Mapping[str, str]:
    """The marks of each word that has any."""
    marks: dict[str, str] = {}
    for name in slots():
        for word in _plain_words(name):
            marks[word] = marks.get(word, "") + _mark(name)
    return marks


def _mark(slot: str) -> str:
    return chr(_FIRST_MARK + list(slots()).index(slot))


@cache
def _plain_words(slot: str) -> frozenset[str]:
    """The forms of a slot that are one word, if they are many."""
    plain = frozenset(form for form in slots()[slot] if _PLAIN.fullmatch(form) and form != "...")
    return plain if len(plain) >= _WORTH_A_MARK else frozenset()


@cache
def has_word(template: str, word: str) -> bool:
    """Whether the template, or a slot in it, has the word."""
    parts = [part for part in _PARTS.findall(template) if part not in "()[]|"]
    inner = (form for part in parts if part.startswith("{") for form in slots()[part[1:-1]])
    return word in (part.strip("^$") for part in parts) or any(has_word(form, word) for form in inner)


def pattern(template: str) -> Pattern:
    """The pattern of a template, to be searched in a line of words as `marked_word` gives them."""
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
    needs = (_shared(frozenset[str]().union(*calls)),) if all(calls) else ()
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
        return Pattern(re.escape(part[:-1]) + _MARKS, ()), at + 1
    return Pattern(re.escape(part) + _ENDS + _MARKS, (_shared(frozenset({part})),)), at + 1


@cache
def _slot(name: str) -> Pattern:
    """Needs what any of its forms needs; those that are one word are found by their mark."""
    plain = _plain_words(name)
    rest = [form for form in slots()[name] if form not in plain]
    whole = _either(_PARTS.findall("|".join(slots()[name])))
    if not plain:
        return whole
    by_mark = f"[^ {_ENDS}]*{_ENDS}[^ ]*{_mark(name)}{_MARKS}"
    others = [_either(_PARTS.findall(form)).source for form in rest]
    return Pattern(f"(?:{'|'.join((*others, by_mark))})", whole.needs)


def _closing(parts: list[str], at: int) -> int:
    depth = 0
    for place in range(at, len(parts)):
        depth += (parts[place] in "([") - (parts[place] in ")]")
        if depth == 0:
            return place
    raise ValueError(f"unclosed in template: {' '.join(parts)}")


@cache
def _shared(words: frozenset[str]) -> frozenset[str]:
    """Sets that are equal are one and the same: half of them are."""
    return words


def _weight(needs: frozenset[str]) -> int:
    return sum(50 if word in _EVERYWHERE else 1 for word in needs)
