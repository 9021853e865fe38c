"""Whose name a correction ("Globex, not Acme", "her name is Donna actually") puts right, and what it is then."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from language.clauses import Clause
from language.lexicon import lexicon
from language.marks import Item
from language.stories import Story
from language.wordsets import word_set
from rules.facts import Applied, ContactMet, Fact
from rules.journal import Entry, Journal

_DENYING = frozenset(["not", "of", "than"])
_OF_PEOPLE = word_set("renaming.of_people")
_KINDS = ("COMPANY", "PERSON")
_ALIKE = 0.6
"""How like an old name a new one is that corrects its spelling (0 to 1)."""


@dataclass(frozen=True)
class Renaming:
    """The names of a correcting message; `journal` tells which one each puts right."""

    story: Story
    journal: Journal

    def amended(self) -> tuple[Entry, Fact] | None:
        """The entry whose name is put right, and the fact that stands in its place; None if there is none."""
        right = next((pair for pair in self._named(*_KINDS) if not is_denied(*pair)), None)
        if right is None:
            return self._with_role()
        name, kind = self._whole(*right), right[1].word
        contact = self._contact(name, kind)
        if contact is not None:
            return contact, replace(contact.fact, name=name)  # type: ignore[call-arg]
        company = self._company() if kind == "COMPANY" or self._can_be_company(name) else None
        return (company, replace(company.fact, company=name)) if company else None  # type: ignore[call-arg]

    def _named(self, *kinds: str) -> list[tuple[Clause, Item]]:
        named = [(clause, item) for clause in self.story.clauses for kind in kinds for item in clause.of_kind(kind)]
        return sorted(named, key=lambda pair: pair[1].start)

    def _denied(self) -> list[str]:
        return [str(item.value).lower() for clause, item in self._named(*_KINDS) if is_denied(clause, item)]

    def _whole(self, clause: Clause, item: Item) -> str:
        """The name with the words after it that were taken for something else: "MESA Vista"."""
        if item.word == "PERSON":
            return str(item.value)
        after = [other for other in clause.items if other.start >= item.end and other.word.isupper()]
        end = item.end
        for other in after:
            end = other.end if other.start - end == 1 and other.word == "ROLE" else end
        return self.story.text[item.start : end] if end > item.end else str(item.value)

    def _contact(self, name: str, kind: str) -> Entry | None:
        """The contact whose name is denied or much like the right one, else the one named last, if it is a person's."""
        met = [entry for entry in reversed(self.journal.standing) if isinstance(entry.fact, ContactMet)]
        named = [
            (entry, entry.fact.name.lower()) for entry in met if isinstance(entry.fact, ContactMet) and entry.fact.name
        ]
        denied = self._denied()
        if meant := [entry for entry, old in named if old in denied]:
            return meant[0]
        if kind == "COMPANY" or denied:
            return None
        alike = [entry for entry, old in named if SequenceMatcher(None, old, name.lower()).ratio() >= _ALIKE]
        if alike:
            return alike[0]
        return named[0][0] if named and (self._is_of_person() or _is_given(name)) else None

    def _can_be_company(self, name: str) -> bool:
        """Whether what was taken for a person may be the company: it was, if the company was denied."""
        is_old_denied = any(name in self._denied() for _, name in self._companies())
        return is_old_denied or not (self._is_of_person() or _is_given(name))

    def _is_of_person(self) -> bool:
        return any(clause.all_words & _OF_PEOPLE for clause in self.story.clauses)

    def _applied(self) -> list[tuple[Entry, Applied]]:
        told = ((entry, entry.fact) for entry in reversed(self.journal.standing))
        return [(entry, fact) for entry, fact in told if isinstance(fact, Applied)]

    def _companies(self) -> list[tuple[Entry, str]]:
        return [(entry, fact.company.lower()) for entry, fact in self._applied() if fact.company]

    def _company(self) -> Entry | None:
        """The telling of the company that is denied, or of the one named last."""
        meant = [entry for entry, name in self._companies() if name in self._denied()]
        return next(iter(meant or [entry for entry, _ in self._companies()]), None)

    def _with_role(self) -> tuple[Entry, Fact] | None:
        """ "It's a QA role, not dev"."""
        right = [item for clause, item in self._named("ROLE") if not is_denied(clause, item)]
        told = [(entry, fact) for entry, fact in self._applied() if fact.role]
        if not right or not told:
            return None
        entry, fact = told[0]
        return entry, replace(fact, role=str(right[0].value))


def _is_given(name: str) -> bool:
    words: Sequence[str] = name.lower().split()
    return bool(words) and words[0] in lexicon().given


def is_denied(clause: Clause, item: Item) -> bool:
    """Whether a name stands behind a "not"."""
    place = clause.items.index(item)
    return place > 0 and clause.items[place - 1].word in _DENYING
