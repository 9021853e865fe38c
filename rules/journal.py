"""What was said, in order: an append-only list of entries, and what of it still stands."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property

from rules.facts import Amended, Fact, Nudged, Option, Retracted, Shown


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the journal.

    `number` counts a user's entries from 1; `told` is an aware instant; `source` is the arrival (the user's message or
    press) that told it, None where the assistant itself noted it.
    """

    number: int
    told: datetime
    fact: Fact
    source: int | None = None


@dataclass(frozen=True)
class Journal:
    """A user's journal. `default_zone` is the IANA zone to read times in until the user tells one."""

    entries: tuple[Entry, ...] = ()
    default_zone: str = "UTC"

    def __hash__(self) -> int:
        return self._hash

    @cached_property
    def _hash(self) -> int:
        """Reckoned once: it takes as long as folding a short journal."""
        return hash((self.entries, self.default_zone))

    def noting(self, facts: Iterable[Fact], told: datetime, source: int | None = None) -> "Journal":
        """This journal and the given facts after it."""
        new = tuple(Entry(number, told, fact, source) for number, fact in enumerate(facts, start=self.last_number + 1))
        return replace(self, entries=self.entries + new)

    def since(self, earlier: "Journal") -> tuple[Entry, ...]:
        """The entries that this journal has and the earlier one has not."""
        return self.entries[len(earlier.entries) :]

    @property
    def last_number(self) -> int:
        return self.entries[-1].number if self.entries else 0

    @cached_property
    def standing(self) -> tuple[Entry, ...]:
        """What still stands, in the order of telling: retracted entries are gone, amended ones say what is right."""
        kept = [entry for entry in self.entries if entry.number not in self.retracted]
        amended: dict[int, Fact] = {}
        for entry in kept:
            if isinstance(entry.fact, Amended):
                amended[self._first_said(entry.fact)] = entry.fact.fact
        return tuple(
            replace(entry, fact=amended[entry.number]) if entry.number in amended else entry
            for entry in kept
            if not isinstance(entry.fact, Amended | Retracted)
        )

    @cached_property
    def told(self) -> "Journal":
        """What still stands without what the assistant said: all that applications and steps are made of."""
        return Journal(tuple(e for e in self.standing if not isinstance(e.fact, Shown | Nudged)), self.default_zone)

    @cached_property
    def retracted(self) -> frozenset[int]:
        """The numbers of the entries that were taken back, and not given back since."""
        gone: set[int] = set()
        for entry in reversed(self.entries):
            if isinstance(entry.fact, Retracted) and entry.number not in gone:
                gone.update(entry.fact.entries)
        return frozenset(gone)

    def _first_said(self, amendment: Amended) -> int:
        """The entry that an amendment is about in the end: one of an amendment is about what that one was about."""
        target = next((entry.fact for entry in self.entries if entry.number == amendment.entry), None)
        return self._first_said(target) if isinstance(target, Amended) else amendment.entry

    def from_source(self, source: int) -> tuple[Entry, ...]:
        """Everything that one arrival told, taken back or not."""
        return tuple(entry for entry in self.entries if entry.source == source)

    def tellings(self, source: int) -> tuple[Entry, ...]:
        """What still stands of one arrival's telling, without the assistant's own notes of what it showed."""
        told = self.from_source(source)
        return tuple(e for e in told if e.number not in self.retracted and not isinstance(e.fact, Shown))

    def new_application(self) -> str:
        """A key that no application of this journal has had, not even a retracted one."""
        taken = [int(about[1:]) for about in self._ever_about()]
        return f"a{max(taken, default=0) + 1}"

    def new_interview(self, about: str) -> int:
        """A number that no interview of this application has had, not even a retracted one."""
        numbers = [
            interview
            for fact in self._ever_told()
            if fact.about == about and isinstance(interview := getattr(fact, "interview", None), int)
        ]
        return max(numbers, default=0) + 1

    def _ever_told(self) -> Iterator[Fact]:
        for entry in self.entries:
            yield from unfolded(entry.fact)

    def _ever_about(self) -> Iterator[str]:
        return (fact.about for fact in self._ever_told() if fact.about)


def unfolded(fact: Fact) -> Iterator[Fact]:
    """The fact, and every fact it carries: an amendment's, a question's possible answers."""
    yield fact
    if isinstance(fact, Amended):
        yield from unfolded(fact.fact)
    for option in getattr(fact, "options", ()):
        if isinstance(option, Option):
            for offered in option.facts:
                yield from unfolded(offered)
