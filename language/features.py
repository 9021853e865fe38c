"""What the model sees of a clause: words, pairs of them, the kinds they are of, cues, and the clauses beside it."""

import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise

from language.clauses import Clause
from language.cues import find
from language.feelings import feelings_of
from language.mood import holds
from language.tokens import EN
from language.when import TimeKind, TimeSpan

_LIMITS = (TimeKind.BY, TimeKind.BEFORE, TimeKind.AHEAD)
_CUES = ("events", "promises", "questions", "chatter")
_LONG_ENOUGH = 5


def features(clauses: Sequence[Clause]) -> list[set[str]]:
    """For each clause of a text what is to be seen in it, and what is around it."""
    words = [_words(clause) for clause in clauses]
    cues = [set(_cues(clause)) for clause in clauses]
    kinds = [{kind for word in told for kind in _kinds_of(word)} for told in words]
    found = []
    for at, clause in enumerate(clauses):
        seen = {*_of_words(words[at]), *_of_form(clause, words[at]), *kinds[at], *cues[at]}
        seen.update(f"before:{one}" for one in (kinds[at - 1] | cues[at - 1] if at else ("nothing",)))
        seen.update(f"after:{one}" for one in (kinds[at + 1] | cues[at + 1] if at + 1 < len(clauses) else ()))
        found.append(seen)
    return found


def _of_words(words: Sequence[str]) -> Iterator[str]:
    kinds = [next(iter(_kinds_of(word)), word) for word in words]
    yield from words
    yield from map(" ".join, pairwise(words))
    yield from map(" ".join, pairwise(kinds))
    yield from (f"{word[:4]}*" for word in words if len(word) >= _LONG_ENOUGH)


def _of_form(clause: Clause, words: Sequence[str]) -> Iterator[str]:
    yield f"^{words[0]}"
    yield f"^{' '.join(words[:2])}"
    yield f"{words[-1]}$"
    yield f"joint:{clause.joint}"
    yield f"length:{min(len(words) // 3, 4)}"
    if clause.asks:
        yield "asks"
    yield from (
        f"TIME={item.value.text.lower().split()[0]}" for item in clause.items if isinstance(item.value, TimeSpan)
    )


def _words(clause: Clause) -> list[str]:
    return [_time(item.value) if item.word == "TIME" else _number(item.word) for item in clause.items]


def _time(value: object) -> str:
    if not isinstance(value, TimeSpan):
        return "TIME"
    if value.kind in _LIMITS:
        return "TIME:limit"
    return f"TIME:{value.tense.value}"


def _number(word: str) -> str:
    return "NUMBER" if word.isdigit() else word


def _cues(clause: Clause) -> Iterator[str]:
    for file in _CUES:
        for match in find(file, clause.words):
            yield f"cue:{match.cue.means}" if holds(match, clause) else f"unreal:{match.cue.means}"
    for feeling, is_weak in feelings_of(clause):
        yield f"feels:{feeling.value}{'?' if is_weak else ''}"


def _kinds_of(word: str) -> Sequence[str]:
    return _kinds().get(word, ())


@cache
def _kinds() -> Mapping[str, list[str]]:
    """The kinds each word is of, the tellingest first."""
    told = tomllib.loads((EN / "kinds.toml").read_text(encoding="utf-8"))["kinds"]
    kinds: dict[str, list[str]] = defaultdict(list)
    for kind, words in told.items():
        for word in words.split():
            kinds[word].append(f"#{kind}")
    return kinds
