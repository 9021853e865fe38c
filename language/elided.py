"""The interview that goes unsaid where its company is known: "actually Globex is Friday"."""

import re
from collections.abc import Sequence

from rules.application import Application

_WHEN = (
    r"(?:(?:on|at|this|next|now) )*"
    r"(?:(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday"
    r"|today|tomorrow)\b|\d{1,2}(?:[:.]\d\d)? ?(?:am|pm)\b|\d{1,2}[:.]\d\d\b)"
)


def with_interview(text: str, known: Sequence[Application]) -> str:
    """The text with the interview named that it gives the time of, if one with that company is known to come."""
    for one in known:
        if one.company and one.is_open and one.ahead:
            said = rf"\b(?:the )?({re.escape(one.company)})(?:('s)|( is| was))(?= {_WHEN})"
            text = re.sub(said, _named, text, flags=re.IGNORECASE)
    return text


def _named(found: re.Match[str]) -> str:
    return f"the {found[1]} interview{found[3] or ' is'}"
