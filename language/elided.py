"""What goes unsaid: the word for an interview known to come, that a number is its hour, the comma in a list."""

import re
from collections.abc import Sequence

from rules.application import Application
from rules.moments import Day

_DAY = (
    r"(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday"
    r"|today|tomorrow)\b"
)
_WHEN = rf"(?:(?:on|at|this|next|now) )*(?:{_DAY}|\d{{1,2}}(?:[:.]\d\d)? ?(?:am|pm)\b|\d{{1,2}}[:.]\d\d\b)"
_ENTRY = rf"[^\W\d_]{{3,20}} {_DAY} (?:at )?\d{{1,2}}(?:[:.]\d\d)?(?: ?[ap]m)?"
_LIST = re.compile(rf"{_ENTRY}(?: {_ENTRY}){{1,4}}", re.IGNORECASE)
_NEXT = re.compile(rf" (?={_ENTRY})", re.IGNORECASE)
_PUT_RIGHT = re.compile(
    r"(?:(?:sorry|no|wait|oops|actually|i mean|i meant|make (?:it|that)|it'?s|it is|now|moved to|pushed to)\W+)*"
    r"(?:[01]?\d|2[0-3])(?: (?:not|instead of) (?:[01]?\d|2[0-3]))?(?: (?:now|instead|sorry))*\W*",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\d+")
_LONGEST = 40


def with_commas(text: str) -> str:
    """ "Acme fri 10 globex fri 2": a list without its comma."""
    return _NEXT.sub(", ", text) if _LIST.fullmatch(text.strip()) else text


def with_hour(text: str, known: Sequence[Application]) -> str:
    """ "Make that 11", "its 11 not 10": the text with its numbers as hours, if an interview is known to come.

    A mere number is one only where the hour is not known yet.
    """
    fixed = [ahead.at for one in known if one.is_open for ahead in one.ahead if ahead.at]
    is_hour = not text.strip().isdigit() or any(isinstance(at, Day) for at in fixed)
    is_meant = bool(fixed) and is_hour and len(text) <= _LONGEST
    return _NUMBER.sub(r"at \g<0>", text) if is_meant and _PUT_RIGHT.fullmatch(text) else text


def with_interview(text: str, known: Sequence[Application]) -> str:
    """The text with the interview named that it gives the time of, if one with that company is known to come."""
    for one in known:
        if one.company and one.is_open and one.ahead:
            said = rf"\b(?:the )?({re.escape(one.company)})(?:('s)|( is| was))(?= {_WHEN})"
            text = re.sub(said, _named, text, flags=re.IGNORECASE)
    return text


def _named(found: re.Match[str]) -> str:
    return f"the {found[1]} interview{found[3] or ' is'}"
