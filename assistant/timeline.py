"""What the picture of all applications shows: their marks in time, how they stand, and how feelings turned out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from enum import StrEnum

from assistant.reply import Line
from assistant.standing import state_of
from rules import facts as f
from rules.application import Application, End
from rules.calendar import Calendar
from rules.facts import Feeling
from rules.journal import Entry, Journal
from rules.moments import Moment
from rules.plan import Plan

FEWEST_CLOSED = 3
MIDDAY = time(12)


class Kind(StrEnum):
    """What a mark stands for; in this order in the legend."""

    INTERVIEW = "interview"
    LETTER = "letter"
    FOLLOW_UP = "follow-up"
    NEWS = "news"
    PROMISE = "promise"
    NEXT = "next"


KINDS: dict[type[f.Fact], Kind] = {
    f.Thanked: Kind.LETTER,
    f.Answered: Kind.LETTER,
    f.FollowedUp: Kind.FOLLOW_UP,
    f.TheyReplied: Kind.NEWS,
    f.NextRound: Kind.NEWS,
    f.OfferMade: Kind.NEWS,
    f.Rejected: Kind.NEWS,
}
# Those of which one can say whether the company ever answered; whoever withdrew did not wait for it.
ANSWERED = (End.REJECTED, End.ACCEPTED, End.DECLINED)
SILENT = (End.LET_GO, End.DONE)


@dataclass(frozen=True, slots=True)
class Mark:
    kind: Kind
    at: datetime


@dataclass(frozen=True, slots=True)
class Track:
    """One application: its marks in the order of time, and its state in a few words, None once it is closed."""

    application: Application
    marks: tuple[Mark, ...]
    state: Line | None


@dataclass(frozen=True, slots=True)
class Outcome:
    """Of `count` interviews that felt like this and are over, how many were answered."""

    feeling: Feeling
    answered: int
    count: int


def tracks(journal: Journal, plan: Plan, now: datetime) -> tuple[Track, ...]:
    return tuple(_track(app, journal, plan, now) for app in in_order(plan, now))


def in_order(plan: Plan, now: datetime) -> list[Application]:
    """The applications, the open ones first: the most urgent, then those that wait; last the closed ones."""
    urgent = list(dict.fromkeys(step.application.key for step in plan.open(now)))

    def order(app: Application) -> tuple[bool, int, float]:
        place = urgent.index(app.key) if app.key in urgent else len(urgent)
        return not app.is_open, place, -app.last_told.timestamp()

    return sorted(plan.applications, key=order)


def outcomes(applications: Sequence[Application]) -> tuple[Outcome, ...]:
    """How the feelings turned out, the best first; nothing before there are enough to say anything."""
    over = [app for app in applications if app.closing and app.closing.end in (*ANSWERED, *SILENT) and app.feeling]
    if len(over) < FEWEST_CLOSED:
        return ()
    return tuple(
        _outcome(feeling, alike) for feeling in Feeling if (alike := [a for a in over if a.feeling is feeling])
    )


def _outcome(feeling: Feeling, alike: Sequence[Application]) -> Outcome:
    answered = sum(app.closing is not None and app.closing.end in ANSWERED for app in alike)
    return Outcome(feeling, answered, len(alike))


def _track(app: Application, journal: Journal, plan: Plan, now: datetime) -> Track:
    told = [entry for entry in journal.standing if entry.fact.about == app.key]
    marks = [*_of_interviews(app), *_of_facts(told, plan.calendar)]
    if app.is_open:
        advice = plan.of(app, now)
        coming = now if advice.now else advice.next.opens if advice.next else None
        marks += [Mark(Kind.NEXT, coming)] if coming else []
    ordered = tuple(sorted(marks, key=lambda mark: mark.at))
    return Track(app, ordered, state_of(app, plan, now) if app.is_open else None)


def _of_interviews(app: Application) -> Iterator[Mark]:
    """Those that took place, and those that still will."""
    shown = (each for each in app.interviews if each.is_held or (each.is_ahead and app.is_open))
    return (Mark(Kind.INTERVIEW, each.start or each.end) for each in shown)


def _of_facts(told: Sequence[Entry], calendar: Calendar) -> Iterator[Mark]:
    for entry in told:
        fact = entry.fact
        if isinstance(fact, f.AnswerPromised):
            yield Mark(Kind.PROMISE, calendar.instant(fact.by, MIDDAY))
        elif kind := KINDS.get(type(fact)):
            when = fact.happened
            at = calendar.instant(when, MIDDAY) if when is not None else entry.told
            yield Mark(kind, min(at, entry.told) if not isinstance(when, Moment) else at)
