"""The people a strand tells of, with the ways to reach them."""

from collections.abc import Iterator, Sequence

from language.known import Known
from language.strands import Strand
from rules.facts import ContactMet

_WAYS = ("EMAIL", "PHONE", "SKYPE", "LINKEDIN")


def contacts(strand: Strand, about: str, known: Known | None) -> Iterator[ContactMet]:
    """One fact for each person with something new; an address belongs to whoever was named before it."""
    people = [(item.start, _in_full(str(item.value), known)) for item in strand.items("PERSON")]
    own: dict[str | None, dict[str, str]] = {name: {} for _, name in people}
    for item in (item for kind in _WAYS for item in strand.items(kind)):
        own.setdefault(_owner(item.start, people), {})[item.word.lower()] = str(item.value)
    giver = _giver(strand, people, known)
    if strand.of("card"):
        own.setdefault(giver, {})
    no_calls = bool(strand.of("no_calls"))
    if no_calls and not own:
        own[_last(known)] = {}
    for name, reach in own.items():
        card = bool(strand.of("card")) and name == giver
        if reach or card or no_calls or not (known and name in known.people):
            yield _contact(about, name, reach, card, no_calls)


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


def _giver(strand: Strand, people: Sequence[tuple[int, str]], known: Known | None) -> str | None:
    """Whose card it is: of whoever was named before it, else of the person known last."""
    cards = strand.of("card")
    return (_owner(cards[0].place + 1, people) or _last(known)) if cards else None


def _owner(place: int, people: Sequence[tuple[int, str]]) -> str | None:
    before = [name for start, name in people if start < place]
    return before[-1] if before else next((name for start, name in people if start > place), None)


def _in_full(name: str, known: Known | None) -> str:
    """The name as the journal has it, where its beginning or its surname was said."""
    said = name.lower().split()
    for full in known.people if known else ():
        words = full.lower().split()
        if words[: len(said)] == said or words[-1] == name.lower():
            return full
    return name


def _last(known: Known | None) -> str | None:
    return known.people[-1] if known and known.people else None
