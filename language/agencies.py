"""Agencies that find somebody an interview with an employer: theirs is not the application."""

import re
from collections.abc import Sequence
from itertools import pairwise

from language.marks import Mark
from language.wordsets import word_set

_FINDS = word_set("agencies.finds")
_BEFORE = word_set("agencies.before")
_STAFF = word_set("agencies.staff")
_ABOUT = frozenset(["about", "regarding", "for"])
_AT = frozenset(["at", "with", "for", "@"])
_WORD = re.compile(r"[^\s,.;:!?]+|[,.;!?\n]")


def employers(named: Sequence[Mark], text: str) -> list[Mark]:
    """The names without the agencies: "Hays got me an interview at Acme", "through Hays for Acme"."""
    companies = [mark for mark in named if mark.kind == "COMPANY"]
    agencies = [one for one, other in pairwise(companies) if one.value != other.value and _finds(one, other, text)]
    return [mark for mark in named if mark not in agencies]


def _finds(one: Mark, other: Mark, text: str) -> bool:
    before = _words(text[max(0, one.start - 40) : one.start])
    between = _words(text[one.end : other.start])
    if "\n" in between or "." in between:
        return False
    if before[-1:] and before[-1] in _BEFORE:
        return True
    leads_on = between[-1:] != [] and between[-1] in _AT | {"the"} and "," not in between
    is_recruiter = before[-1:] == ["from"] and bool(set(before[-12:-1]) & _STAFF) and _ABOUT & set(between)
    return leads_on and bool(is_recruiter or (between[0] in _FINDS and not set(between[1:3]) & {"and", "but"}))


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())
