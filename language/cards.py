"""Cards as address books give them away: vCard 2.1, 3.0 and 4.0, several in one file."""

import logging
from collections.abc import Iterator
from typing import Any

import vobject

from language.received import Card, Trouble, Unusable, lines_of

MOST_CARDS = 10
_LONGEST = 100
# It logs the lines that it cannot read, and those are the user's.
logging.getLogger("vobject.base").disabled = True


def cards(content: bytes) -> tuple[Card, ...]:
    """The people on the cards; a card without a name, a number or an address is nobody. Raises Unusable."""
    text = "\r\n".join([*lines_of(content), ""])
    try:
        read = list(vobject.readComponents(text, allowQP=True, ignoreUnreadable=True))
    except Exception as error:  # a stranger's file, and the library fails in many ways
        raise Unusable(Trouble.UNREADABLE) from error
    if len(read) > MOST_CARDS:
        raise Unusable(Trouble.TOO_MANY)
    found = tuple(card for each in read if (card := _card(each)) and (card.name or card.email or card.phone))
    if not found:
        raise Unusable(Trouble.NOBODY)
    return found


def _card(read: Any) -> Card:
    return Card(
        name=_name(read),
        company=_first(read, "org"),
        part=_first(read, "title") or _first(read, "role"),
        email=_preferred(read, "email"),
        phone=_preferred(read, "tel"),
        linkedin=next((each for each in _values(read, "url") if "linkedin.com/" in each), None),
    )


def _name(read: Any) -> str | None:
    """Given name and surname where they stand apart, without titles; else the name as it is shown."""
    parts = read.contents.get("n", [None])[0]
    own = [_line(getattr(getattr(parts, "value", None), part, "")) for part in ("given", "family")]
    return " ".join(filter(None, own)) or _first(read, "fn")


def _preferred(read: Any, name: str) -> str | None:
    """The one at work, if several are given; else the first."""
    given = [each for each in read.contents.get(name, []) if _line(each.value)]
    at_work = [each for each in given if "WORK" in _kinds(each)]
    value = next((_line(each.value) for each in at_work or given), "")
    if value.startswith("tel:"):
        return value.removeprefix("tel:").replace("-", " ")
    return value.removeprefix("mailto:") or None


def _kinds(field: Any) -> str:
    return ",".join([*field.singletonparams, *(kind for kinds in field.params.values() for kind in kinds)]).upper()


def _first(read: Any, name: str) -> str | None:
    return next(_values(read, name), None)


def _values(read: Any, name: str) -> Iterator[str]:
    return (said for each in read.contents.get(name, []) if (said := _line(each.value)))


def _line(value: Any) -> str:
    """A value as one line; of several parts the first ("Acme", "Sales")."""
    first = value[0] if isinstance(value, list) and value else value
    return " ".join(str(first or "").split())[:_LONGEST]
