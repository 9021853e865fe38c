"""What a message wants of what is kept of the user: to know it, take it along, have it deleted or kept shorter."""

import re

from language.cues import find
from language.reading import Asks, Request
from language.tokens import tokenise
from rules.facts import DELETION, Nudged, Shown
from rules.journal import Journal
from rules.keeping import MOST_DAYS

_ASKS = {
    "privacy": Asks.PRIVACY,
    "export": Asks.EXPORT,
    "delete": Asks.DELETE,
    "keep_none": Asks.KEEP,
    "keep_period": Asks.KEEP,
}
_SURE = {"sure": Asks.FORGET, "delete": Asks.FORGET, "stay": Asks.STAY}
_LONGEST = 100
_DAYS = {"day": 1, "week": 7, "month": 30, "year": 365}
_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}
_PERIOD = re.compile(rf"\b(\d{{1,4}}|an?|one|{'|'.join(_NUMBERS)})\s+(day|week|month|year)s?\b", re.IGNORECASE)


def request_of_yours(text: str, journal: Journal) -> Request | None:
    """What the whole message asks for; to the question whether to delete everything, a mere "yes" is an answer."""
    if len(text) > _LONGEST:
        return None
    means = meanings(text)
    sure = next((asks for meaning, asks in _SURE.items() if meaning in means), None)
    if sure and is_deletion_asked(journal):
        return Request(sure)
    asks = next((asks for meaning, asks in _ASKS.items() if meaning in means), None)
    return Request(asks, days=_days(text) if asks is Asks.KEEP else None) if asks else None


def meanings(text: str) -> frozenset[str]:
    """What the message says as a whole, signs left out."""
    words = [token.word for token in tokenise(_PERIOD.sub("PERIOD", text)) if token.word[0].isalnum()]
    told = ["PERIOD" if word == "period" else word for word in words]
    return frozenset(match.cue.means for match in find("yours", told))


def is_deletion_asked(journal: Journal) -> bool:
    """Whether the latest thing that was said is the question whether to delete everything."""
    said = (entry.fact.steps for entry in reversed(journal.standing) if isinstance(entry.fact, Shown | Nudged))
    return DELETION in next(said, ())


def _days(text: str) -> int:
    """The number of days said, 0 if none was."""
    found = _PERIOD.search(text)
    if found is None:
        return 0
    said = found[1].lower()
    number = int(said) if said.isdecimal() else _NUMBERS.get(said, 1)
    return min(number * _DAYS[found[2].lower()], MOST_DAYS)
