"""A text with what was recognised in it marked: the items that clauses and sentences are made of."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from language.tokens import Token


@dataclass(frozen=True, slots=True)
class Mark:
    """Something recognised: `kind` is the word that templates know it by, `value` what it is.

    `is_guess` marks a name that a rule took for one by little: the model of names may outvote it.
    """

    kind: str
    start: int
    end: int
    value: object
    is_guess: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """A word, or something recognised in the place of some words."""

    word: str
    start: int
    end: int
    value: object = None


def marked(tokens: Sequence[Token], marks: Iterable[Mark]) -> list[Item]:
    """The tokens with each mark in the place of the words it covers. Of marks that overlap the earlier given wins."""
    kept = _apart(marks)
    items: list[Item] = []
    ahead = iter(kept)
    mark = next(ahead, None)
    for token in tokens:
        while mark and mark.end <= token.start:
            mark = next(ahead, None)
        if mark and token.start < mark.end and token.end > mark.start:
            if not items or items[-1].value is not mark.value or items[-1].start != mark.start:
                items.append(Item(mark.kind, mark.start, mark.end, mark.value))
            if token.end > mark.end and "'" in token.word:
                items.append(Item("'s", mark.end, token.end))
        else:
            items.append(Item(token.word, token.start, token.end))
    return items


def _apart(marks: Iterable[Mark]) -> list[Mark]:
    kept: list[Mark] = []
    for mark in marks:
        if all(mark.end <= other.start or other.end <= mark.start for other in kept):
            kept.append(mark)
    return sorted(kept, key=lambda mark: mark.start)
