"""What each arrival told: so that it can be taken back as a whole, and given back."""

from collections.abc import Sequence
from dataclasses import dataclass

from rules import facts as f
from rules.journal import Entry, Journal

UNTOLD = (f.Shown, f.Nudged, f.Asked, f.ChangeAsked, f.LetterAsked)
MOST_TOLD = 10
"""The last tellings that are listed to be taken back one by one."""


@dataclass(frozen=True, slots=True)
class Told:
    """What one arrival told: its entries, and whether they still stand."""

    source: int
    entries: tuple[Entry, ...]
    is_standing: bool


def last_told(journal: Journal, most: int = MOST_TOLD) -> tuple[Told, ...]:
    """The last arrivals that told something, the latest first, whether it was taken back or not."""
    sources = dict.fromkeys(entry.source for entry in reversed(journal.entries) if entry.source and _tells(entry))
    return tuple(_told(journal, source) for source in list(sources)[:most])


def facts_of_redo(journal: Journal, source: int | None = None) -> Sequence[f.Fact]:
    """Taking back what took that arrival back; without one, the latest undo."""
    undos = [entry for entry in journal.entries if _is_undo(entry, journal) and entry.number not in journal.retracted]
    if source is None:
        meant = undos[-1:]
    else:
        told = {entry.number for entry in journal.from_source(source)}
        meant = [e for e in undos if e.source != source and told & set(_taken(e.fact))]
    return (f.Retracted(entries=tuple(entry.number for entry in meant)),) if meant else ()


def tellings(journal: Journal, source: int | None) -> tuple[Entry, ...]:
    """What still stands of one arrival's telling, without the assistant's own notes of what it showed."""
    return journal.tellings(source) if source is not None else ()


def last_telling(journal: Journal) -> tuple[Entry, ...]:
    """The latest telling of which something stands, an edit's by when it was edited; empty if nothing is left."""
    told = (entry for entry in reversed(journal.entries) if _tells(entry) and entry.number not in journal.retracted)
    return tellings(journal, next((entry.source for entry in told if entry.source is not None), None))


def to_take_back(journal: Journal, told: Sequence[Entry]) -> tuple[int, ...]:
    """The numbers to take back of a telling. A name that what was told later needs is kept until that goes, too."""
    numbers = {entry.number for entry in told}
    others = [entry for entry in journal.standing if entry.number not in numbers]
    needed = {entry.fact.about for entry in others if not isinstance(entry.fact, UNTOLD)}
    named = {entry.fact.about for entry in others if isinstance(entry.fact, f.Applied) and entry.fact.company}
    kept = needed - named
    return tuple(e.number for e in told if not (isinstance(e.fact, f.Applied) and e.fact.about in kept))


def _told(journal: Journal, source: int) -> Told:
    entries = tuple(entry for entry in journal.from_source(source) if not isinstance(entry.fact, f.Shown))
    return Told(source, entries, any(_tells(entry) for entry in tellings(journal, source)))


def _tells(entry: Entry) -> bool:
    """Whether it is something told, and no note of ours and no undo."""
    fact = entry.fact
    is_undo = isinstance(fact, f.Retracted) and fact.about is None
    return not is_undo and not isinstance(fact, f.Shown | f.Nudged | f.ChangeAsked | f.Unreachable)


def _taken(fact: f.Fact) -> tuple[int, ...]:
    return fact.entries if isinstance(fact, f.Retracted) else ()


def _is_undo(entry: Entry, journal: Journal) -> bool:
    """Whether it takes back what somebody told: not what it told itself, and no undo."""
    fact = entry.fact
    if not isinstance(fact, f.Retracted) or fact.about is not None:
        return False
    own = {each.number for each in journal.from_source(entry.source)} if entry.source else set()
    others = [each for each in journal.entries if each.number in fact.entries and each.number not in own]
    is_alone = not any(_tells(each) for each in journal.entries if each.number in own)
    return is_alone and any(_tells(each) for each in others)
