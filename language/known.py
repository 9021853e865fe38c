"""What the journal knows already, as far as understanding needs it: applications, their people and interviews."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from rules.facts import (
    Applied,
    Closed,
    ContactMet,
    Felt,
    InterviewCancelled,
    InterviewHeld,
    InterviewMoved,
    InterviewPlanned,
    NextRound,
    OfferMade,
    Rejected,
    Reopened,
    Withdrew,
)
from rules.journal import Journal
from rules.moments import Moment, When


@dataclass(slots=True)
class KnownInterview:
    """An interview: when it is or was, as far as told."""

    number: int
    at: When | None = None
    is_held: bool = False
    is_cancelled: bool = False

    @property
    def day(self) -> date | None:
        return self.at.date if self.at else None


@dataclass(slots=True)
class Known:
    """An application as the journal has it."""

    key: str
    last_told: datetime
    company: str | None = None
    role: str | None = None
    people: list[str] = field(default_factory=list)
    interviews: dict[int, KnownInterview] = field(default_factory=dict)
    is_open: bool = True
    has_offer: bool = False
    next_interview: int = 1
    is_invited: bool = False

    @property
    def label(self) -> str | None:
        """How to name it to the user."""
        return self.company or self.role or (self.people[0] if self.people else None)

    def planned(self) -> Sequence[KnownInterview]:
        """Interviews told as planned and not yet as held, in the order of telling."""
        return [one for one in self.interviews.values() if not one.is_held and not one.is_cancelled]

    def held(self) -> Sequence[KnownInterview]:
        return [one for one in self.interviews.values() if one.is_held]


def known_applications(journal: Journal) -> list[Known]:
    """The applications of the journal, in the order of their first telling."""
    found: dict[str, Known] = {}
    for entry in journal.standing:
        fact = entry.fact
        if fact.about is None:
            continue
        known = found.setdefault(fact.about, Known(fact.about, entry.told))
        known.last_told = entry.told
        _take(known, fact)
    for known in found.values():
        known.next_interview = journal.new_interview(known.key)
    return list(found.values())


def _take(known: Known, fact: object) -> None:
    match fact:
        case Applied(company=company, role=role):
            known.company, known.role = company or known.company, role or known.role
        case ContactMet(name=str(name)) if name not in known.people:
            known.people.append(name)
        case InterviewPlanned(interview=number, at=at) | InterviewMoved(interview=number, at=at):
            known.interviews.setdefault(number, KnownInterview(number)).at = at
            known.is_invited = False
        case InterviewHeld(interview=number, happened=happened):
            held = known.interviews.setdefault(number, KnownInterview(number))
            held.is_held, held.at = True, happened or held.at
        case InterviewCancelled(interview=number):
            known.interviews.setdefault(number, KnownInterview(number)).is_cancelled = True
            known.is_invited = True
        case NextRound():
            known.is_invited = True
        case OfferMade():
            known.has_offer = True
        case Rejected() | Withdrew() | Closed():
            known.is_open = False
        case Reopened():
            known.is_open = True
        case _:
            pass


def is_unfelt(journal: Journal) -> bool:
    """Whether the user has told of no interview yet how it felt."""
    return not any(isinstance(entry.fact, Felt) for entry in journal.standing)


def has_begun(at: When | None, now: datetime) -> bool:
    """Whether a planned interview's time has come; `now` is the user's wall time."""
    if isinstance(at, Moment):
        return datetime.combine(at.date, at.time) <= now.replace(tzinfo=None)
    return at is not None and at.date <= now.date()
