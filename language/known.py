"""What understanding asks of an application that the journal knows."""

from collections.abc import Sequence
from datetime import date, datetime
from difflib import SequenceMatcher

from rules.application import Application, Cause, Interview
from rules.facts import Felt
from rules.journal import Journal
from rules.moments import Moment

_NEAR = 0.84
_INVITING = frozenset([Cause.NEXT_ROUND, Cause.CANCELLED])


def label(one: Application) -> str:
    """How to name it to the user."""
    return one.company or one.role or next(iter(names_of(one)), one.key)


def names_of(one: Application) -> Sequence[str]:
    """The names of its contacts, in the order in which they were first told."""
    return [contact.name for contact in one.contacts if contact.name]


def is_invited(one: Application) -> bool:
    """Whether an interview is to come that has no date yet."""
    return one.turn is not None and one.turn.cause in _INVITING


def awaits_hour(known: Sequence[Application]) -> bool:
    """Whether the one interview to come is told without its hour."""
    ahead = [one for application in known if application.is_open for one in application.ahead]
    return len(ahead) == 1 and ahead[0].at is not None and not isinstance(ahead[0].at, Moment)


def is_unfelt(journal: Journal) -> bool:
    """Whether the user has told of no interview yet how it felt."""
    return not any(isinstance(entry.fact, Felt) for entry in journal.standing)


def day_of(interview: Interview) -> date | None:
    """The day it is or was on, as far as told."""
    return interview.at.date if interview.at else None


def has_begun(interview: Interview, now: datetime) -> bool:
    """Whether its time has come; `now` is the user's time, aware."""
    if interview.start:
        return interview.start <= now
    return interview.at is not None and interview.at.date <= now.date()


def is_all_ahead(one: Application, now: datetime) -> bool:
    """Whether its interviews are all still to come."""
    return bool(one.ahead) and not one.held and not any(has_begun(interview, now) for interview in one.ahead)


def same_company(said: str, name: str) -> bool:
    """Whether a company was meant: the same name, its beginning, or a slip of the pen."""
    a, b = said.lower(), name.lower()
    if a == b or f"{b} ".startswith(f"{a} ") or f"{a} ".startswith(f"{b} "):
        return True
    return min(len(a), len(b)) > 3 and SequenceMatcher(None, a, b, autojunk=False).ratio() >= _NEAR
