"""The sentences we know, as data, and where they occur in a clause."""

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from itertools import accumulate

from language.templates import Needs, Pattern, marked_word, pattern
from language.tokens import EN


@dataclass(frozen=True)
class Cue:
    """One sentence pattern: what it means, and what marks it.

    `actor` says whose act it is ("user" or "they"; None: the words themselves make it sure). `mood` "sure" vetoes the
    cue where the words around it deny, plan or wish; "told" where they ask or wish; "any" takes it as it stands.
    """

    means: str
    template: str
    actor: str | None = None
    mood: str = "sure"
    weak: bool = False

    @cached_property
    def pattern(self) -> Pattern:
        return pattern(self.template)

    @cached_property
    def regex(self) -> re.Pattern[str]:
        return re.compile(self.pattern.source)


@dataclass(frozen=True, slots=True)
class Match:
    """A cue found in a clause: the first and the last word (exclusive) it took."""

    cue: Cue
    first: int
    last: int


OUTRANKED = {
    "rejected": {"replied", "offer", "next_round", "silence", "meeting", "promised"},
    "offer": {"replied", "next_round", "planned"},
    "next_round": {"replied", "planned", "held", "meeting", "promised"},
    "cancelled": {"promised", "replied", "planned", "moved", "held", "meeting", "next_round"},
    "moved": {"replied", "planned", "held", "next_round"},
    "planned": {"replied", "followed_up", "meeting", "promised", "called_for"},
    "thanked": {"followed_up", "answered", "held"},
    "answered": {"followed_up"},
    "followed_up": {"promised"},
    "withdrew": {"declined", "closed", "rejected"},
    "declined": {"offer", "rejected"},
    "accepted": {"offer", "promised"},
    "silence": {"replied"},
    "no_date": {"promised"},
    "deadline": {"promised", "called_for", "replied"},
    "own_plan": {"promised", "called_for"},
    "misdated": {"promised", "planned", "said", "held", "meeting"},
    "too_early": {"no_date"},
    "time_sought": {"planned", "moved", "meeting", "offer"},
    "card": {"offer"},
}
"""What a meaning makes of others in the same clause: nothing."""

FILES = (
    "events",
    "promises",
    "feelings",
    "questions",
    "chatter",
    "answers",
    "replies",
    "letters",
    "topics",
    "settings",
    "delays",
    "yours",
)


def told_cues(file: str) -> list[dict[str, object]]:
    """The entries of one file as they are written, with their examples."""
    entries: list[dict[str, object]] = tomllib.loads((EN / f"{file}.toml").read_text(encoding="utf-8"))["cue"]
    return entries


def examples(file: str, most: int) -> Iterator[str]:
    """Sentences that the cues of that file are there for, at most so many of each kind."""
    for entry in told_cues(file):
        told: list[str] = entry.get("examples", [])  # type: ignore[assignment]
        yield from told[:most]


@cache
def cues(file: str) -> Mapping[str, Sequence[tuple[Needs, int, Cue]]]:
    """The cues of a file by the words that call for them, "" for those that have to be tried always.

    Each with what it needs, which tells far quicker than its expression whether it can be there, and its place.
    """
    index: dict[str, list[tuple[Needs, int, Cue]]] = defaultdict(list)
    for number, cue in enumerate(_cues(file)):
        for word in cue.pattern.calls or ("",):
            index[word].append((cue.pattern.needs, number, cue))
    return index


def _cues(file: str) -> Iterator[Cue]:
    for entry in told_cues(file):
        options = {name: entry[name] for name in ("actor", "mood", "weak") if name in entry}
        for template in entry["says"]:  # type: ignore[attr-defined]
            yield Cue(str(entry["means"]), template, **options)  # type: ignore[arg-type]


def make_expressions(file: str) -> None:
    """The expressions of all cues of that file, each of which would otherwise be made when it is first needed."""
    for entries in cues(file).values():
        for _, _, cue in entries:
            _ = cue.regex


def find(file: str, words: Sequence[str]) -> list[Match]:
    """The cues of a file that occur in these words, in the order of the file."""
    return list(_found(file, tuple(words)))


@lru_cache(maxsize=256)
def _found(file: str, words: tuple[str, ...]) -> Sequence[Match]:
    """The same clause is looked at more than once, for what it tells and for what the model makes of it."""
    called = dict(_called(file, words))
    if not called:
        return ()
    line, starts = _line(words)
    found = []
    for _, cue in sorted(called.items()):
        if hit := cue.regex.search(line):
            found.append(Match(cue, starts[hit.start()], starts[hit.end()]))
    return found


def may_occur(file: str, words: Iterable[str]) -> bool:
    """Whether a cue of that file can be in a sentence that has no other words than these, in whatever order."""
    return any(_called(file, words))


def _called(file: str, words: Iterable[str]) -> Iterator[tuple[int, Cue]]:
    """The cues that have all they need, with their places."""
    index, present = cues(file), {"", *words}
    is_missing = present.isdisjoint
    for word in present:
        for needs, number, cue in index.get(word, ()):
            if not any(map(is_missing, needs)):
                yield number, cue


def _line(words: Sequence[str]) -> tuple[str, dict[int, int]]:
    marked = [marked_word(word) for word in words]
    places = accumulate(map(len, marked), initial=0)
    return "".join(marked), {place: number for number, place in enumerate(places)}
