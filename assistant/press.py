"""What a button means, and how that fits into the 64 bytes that Telegram sends back when it is pressed."""

from dataclasses import dataclass
from enum import StrEnum

VERSION = "1"
SEPARATOR = "|"
ANSWERED = "answered"
"""The choice of a press that says they got in touch, and not how."""


class Verb(StrEnum):
    """What a press does."""

    DONE = "done"
    LATER = "later"
    SNOOZE = "snooze"
    SKIP = "skip"
    WHY = "why"
    UNDO = "undo"
    FEEL = "feel"
    GUT = "gut"
    NO_DATE = "nodate"
    OFFER = "offer"
    CALLED = "called"
    ANSWER = "answer"
    LIST = "list"
    CARD = "card"
    CHANGE = "change"
    CHOOSE = "choose"
    HISTORY = "told"
    REDO = "redo"
    RULES = "rules"
    SETTING = "setting"
    SET = "set"
    PLACE = "place"
    WHEN = "when"
    UNMUTE = "unmute"
    LETTER = "letter"
    OVERVIEW = "overview"
    YOURS = "yours"


@dataclass(frozen=True, slots=True)
class Press:
    """A pressed button: `on` is the step's key (or an interview, an entry, an arrival), `choice` the answer chosen."""

    verb: Verb
    on: str
    choice: str = ""

    @property
    def data(self) -> str:
        return SEPARATOR.join((VERSION, self.verb, self.on, self.choice))

    @classmethod
    def read(cls, data: str) -> "Press | None":
        """The press of that data; None if it is not of this version of ours."""
        version, *rest = data.split(SEPARATOR)
        if version != VERSION or len(rest) != 3 or rest[0] not in set(Verb):
            return None
        return cls(Verb(rest[0]), rest[1], rest[2])
