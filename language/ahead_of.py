"""To be reminded some time before an interview: "an hour before", "the evening before my interview at Acme"."""

import re
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from language.times.words import COUNTS
from rules.application import Application, Interview
from rules.calendar import EVENING
from rules.moments import Day, Moment, When

_AMOUNT = re.compile(
    r"\b(?:(?P<half>half an)|(?P<number>\w+?))\s*(?P<unit>hours?|hrs?|h|minutes?|mins?|m)\b(?P<and_half> and a half)?"
)
_DAY = re.compile(r"\b(?:the|a|1|one) (?P<part>day|evening|night)\b")
_HALF = 0.5
_LONGEST_NUMBER = 4


def moment_before(words: str, named: str | None, known: Sequence[Application]) -> tuple[str | None, When | None]:
    """The application and the moment meant, of the next interview. No moment if none is known, or not its hour."""
    coming = [(one, each) for one in known if named in (None, one.key) for each in one.ahead]
    if not coming:
        return named, None
    application, interview = min(coming, key=lambda pair: pair[1].end)
    return application.key, _day_before(words, interview) or _some_time_before(words, interview.start)


def _day_before(words: str, interview: Interview) -> When | None:
    found = _DAY.search(words)
    if found is None or interview.at is None:
        return None
    day = interview.at.date - timedelta(days=1)
    return Day(day) if found["part"] == "day" else Moment(day, EVENING)


def _some_time_before(words: str, start: datetime | None) -> Moment | None:
    found = _AMOUNT.search(words)
    number = _number(found) if found else None
    if found is None or number is None or start is None:
        return None
    hours = number if found["unit"].startswith("h") else number / 60
    at = (start - timedelta(hours=hours)).astimezone(UTC)
    return Moment(at.date(), at.time(), "UTC")


def _number(found: re.Match[str]) -> float | None:
    if found["half"]:
        return _HALF
    said = found["number"]
    if len(said) <= _LONGEST_NUMBER and said.isdecimal():
        number: int | None = int(said)
    else:
        number = 1 if said in ("a", "an") else COUNTS.get(said)
    return None if number is None else number + (_HALF if found["and_half"] else 0)
