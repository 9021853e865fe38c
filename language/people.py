"""The people a strand tells of, with the ways to reach them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from language.known import names_of
from language.marks import Item
from language.parts import part_of
from language.strands import Strand
from rules.application import Application
from rules.facts import ContactMet

_WRITTEN = {"dr": "Dr.", "prof": "Prof.", "professor": "Prof.", "mr": "Mr.", "mrs": "Mrs.", "ms": "Ms.", "mx": "Mx."}
_SAID_OF = frozenset(["is", "for", "of", "to"])
_WAYS = ("EMAIL", "PHONE", "SKYPE", "LINKEDIN")


def contacts(strand: Strand, about: str, known: Application | None) -> Iterator[ContactMet]:
    """One fact for each person with something new; an address belongs to whoever was named before it."""
    people = [(item.start, _in_full(str(item.value), known)) for item in strand.items("PERSON")]
    parts = {name: part for name, part in _parts(strand, known) if not _has_part(name, part, known)}
    own: dict[str | None, dict[str, str]] = {name: {} for _, name in people}
    for item in (item for kind in _WAYS for item in strand.items(kind)):
        own.setdefault(_whose(item, strand, people), {})[item.word.lower()] = str(item.value)
    titles = _titles(strand, people, known)
    giver = _giver(strand, people, known)
    if strand.of("card"):
        own.setdefault(giver, {})
    no_calls = bool(strand.of("no_calls"))
    if no_calls and not own:
        own[_last(known)] = {}
    for name, reach in own.items():
        card = bool(strand.of("card")) and name == giver
        title, part = titles.get(name), parts.get(name) if name else None
        if reach or card or no_calls or title or part or not (known and name in names_of(known)):
            yield replace(_contact(about, name, reach, card, no_calls), title=title, part=part)


def _parts(strand: Strand, known: Application | None) -> Iterator[tuple[str, str]]:
    """What people do there, as far as it is said beside their names."""
    for item in strand.items("PERSON"):
        if part := part_of(item, strand.clauses):
            yield _in_full(str(item.value), known), part


def _has_part(name: str, part: str, known: Application | None) -> bool:
    return known is not None and any(contact.name == name and contact.part == part for contact in known.contacts)


def _contact(about: str, name: str | None, reach: dict[str, str], card: bool, no_calls: bool) -> ContactMet:
    return ContactMet(
        about=about,
        name=name,
        email=reach.get("email"),
        phone=reach.get("phone"),
        skype=reach.get("skype"),
        linkedin=reach.get("linkedin"),
        card=card,
        no_calls=no_calls,
    )


def _titles(strand: Strand, people: Sequence[tuple[int, str]], known: Application | None) -> dict[str | None, str]:
    """The titles said with names ("Dr. Chen"), as far as they are not known."""
    before = {
        item.start: _WRITTEN[title.word]
        for clause in strand.clauses
        for title, item in pairwise(clause.items)
        if item.word == "PERSON" and title.word in _WRITTEN
    }
    has = {(one.name, one.title) for one in known.contacts} if known else set()
    return {name: before[at] for at, name in people if at in before and (name, before[at]) not in has}


def _giver(strand: Strand, people: Sequence[tuple[int, str]], known: Application | None) -> str | None:
    """Whose card it is: of whoever was named before it, else of the person known last."""
    cards = strand.of("card")
    return (_owner(cards[0].place + 1, people) or _last(known)) if cards else None


def _whose(way: Item, strand: Strand, people: Sequence[tuple[int, str]]) -> str | None:
    """Whose address it is: of whom it is made of the name, of whom it is said to be, or of whoever was named last."""
    if named := [name for _, name in people if way.word in ("EMAIL", "SKYPE") and is_made_of(str(way.value), name)]:
        return named[0]
    clause = next(clause for clause in strand.clauses if clause.start <= way.start < clause.end)
    after = next((one for one in strand.clauses if one.start > way.start), None)
    if any(clause.start <= start < way.start for start, _ in people):
        return _owner(way.start, people)
    if after and (after.joint == "(" or after.words[:1] == ["that"]) and after.of_kind("PERSON"):
        return _owner(after.of_kind("PERSON")[0].start + 1, people)
    words = [item.word for item in clause.items]
    for item in clause.of_kind("PERSON"):
        if item.start > way.start and words[clause.items.index(item) - 1] in _SAID_OF:
            return _owner(item.start + 1, people)
    return _owner(way.start, people)


def is_made_of(address: str, name: str) -> bool:
    """Whether a name, or a first letter with a surname, is in the first part of an address."""
    box = address.partition("@")[0].lower()
    first, *rest = name.lower().split()
    parts = re.split(r"[._+-]", box)
    short = [first[0] + last for last in rest] + [first + last[0] for last in rest]
    return any(word in parts for word in (first, *rest, *short, first + "".join(rest)))


def _owner(place: int, people: Sequence[tuple[int, str]]) -> str | None:
    before = [name for start, name in people if start < place]
    return before[-1] if before else next((name for start, name in people if start > place), None)


def _in_full(name: str, known: Application | None) -> str:
    """The name as the journal has it, where its beginning or its surname was said."""
    said = name.lower().split()
    for full in names_of(known) if known else ():
        words = full.lower().split()
        if words[: len(said)] == said or words[-1] == name.lower():
            return full
    return name


def _last(known: Application | None) -> str | None:
    return next(reversed(names_of(known)), None) if known else None
