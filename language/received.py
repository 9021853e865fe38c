"""What a file that the user sent holds: invitations, people, or the reason why nothing can be made of it."""

import re
from dataclasses import dataclass
from enum import StrEnum

from rules.moments import When

MOST_BYTES = 1_000_000
MOST_LINES = 5_000
MOST_PARTS = 100
DEEPEST = 4
_FOLD = re.compile(r"\r?\n[ \t]")


class Trouble(StrEnum):
    """Why nothing is noted of a file; the catalogue has a line for each."""

    TOO_BIG = "too-big"
    UNREADABLE = "unreadable"
    RECURRING = "recurring"
    UNKNOWN_ZONE = "unknown-zone"
    TOO_MANY = "too-many"
    NOBODY = "nobody"
    OWN_CONTACT = "own-contact"
    OWN_CALENDAR = "own-calendar"
    NOT_FETCHED = "not-fetched"
    NOTHING_NEW = "nothing-new"
    NOT_PLANNED = "not-planned"


class Unusable(ValueError):
    """Nothing can be made of a file."""

    def __init__(self, trouble: Trouble) -> None:
        super().__init__(trouble.value)
        self.trouble = trouble


@dataclass(frozen=True, slots=True)
class Card:
    """Somebody as a card has them; `part` is what they do there."""

    name: str | None = None
    company: str | None = None
    part: str | None = None
    email: str | None = None
    phone: str | None = None
    linkedin: str | None = None


@dataclass(frozen=True, slots=True)
class Invitation:
    """An appointment that somebody sent. `revision` grows when they change it.

    `at` is what the file says: a moment without a zone is meant wherever its reader is.
    """

    uid: str
    revision: int
    at: When
    title: str
    is_cancelled: bool = False
    people: tuple[Card, ...] = ()


@dataclass(frozen=True, slots=True)
class Received:
    """What came of a file, a shared contact or a signature. `words` is what was written with it."""

    invitations: tuple[Invitation, ...] = ()
    cards: tuple[Card, ...] = ()
    trouble: Trouble | None = None
    words: str = ""


def received(name: str, mime: str, content: bytes) -> Received:
    """What that file holds. Takes a moment for a large one: not for the event loop."""
    try:
        if len(content) > MOST_BYTES:
            raise Unusable(Trouble.TOO_BIG)
        if is_card(name, mime):
            from language.cards import cards

            return Received(cards=cards(content))
        from language.invitations import invitations

        return Received(invitations=invitations(content))
    except Unusable as unusable:
        return Received(trouble=unusable.trouble)


def is_readable(name: str, mime: str) -> bool:
    """Whether a file of that name is one to be read at all."""
    return is_card(name, mime) or name.lower().endswith((".ics", ".ical", ".ifb")) or mime.lower() == "text/calendar"


def is_card(name: str, mime: str) -> bool:
    return name.lower().endswith((".vcf", ".vcard")) or mime.lower() in ("text/vcard", "text/x-vcard", "text/directory")


def lines_of(content: bytes) -> list[str]:
    """The unfolded lines of a file. Raises Unusable for more lines or parts, or more nested ones, than anybody means.

    The libraries take seconds for a million short lines, and half a minute for as many that are continued.
    """
    lines = _FOLD.sub("", _text(content)).splitlines()
    if len(lines) > MOST_LINES:
        raise Unusable(Trouble.TOO_MANY)
    depth = parts = 0
    for each in lines:
        begins, ends = each.upper().startswith("BEGIN:"), each.upper().startswith("END:")
        depth, parts = depth + begins - ends, parts + begins
        if depth > DEEPEST or parts > MOST_PARTS:
            raise Unusable(Trouble.TOO_MANY)
    return lines


def _text(content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")
