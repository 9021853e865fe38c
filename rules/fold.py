"""The fold: what still stands in the journal, put in order of happening, becomes applications."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time
from functools import lru_cache
from typing import TypeVar

from rules import facts as f
from rules.application import Application, Call, Closing, End, Interview, Offer
from rules.calendar import Calendar
from rules.contacts import contacts_of
from rules.interviews import interviews_of
from rules.journal import Entry, Journal
from rules.moments import Day, Moment
from rules.preferences import preferences
from rules.turns import latest_turn

THEIR_ACTS = (f.TheyReplied, f.NextRound, f.OfferMade, f.InterviewPlanned, f.InterviewMoved, f.CallArranged)
AFTERMATH = (
    f.InterviewHeld,
    f.Felt,
    f.Thanked,
    f.FollowedUp,
    f.TheyReplied,
    f.NextRound,
    f.OfferMade,
    f.AnswerPromised,
    f.NoDatePromised,
)
NEWS_OF_A_CALL = (f.FollowedUp, f.Answered, f.InterviewHeld, f.InterviewCancelled, *THEIR_ACTS)
NO_NEWS = (f.Shown, f.Nudged, f.Asked, f.LetterAsked, f.ChangeAsked)
# What happens on one day without an hour is put in this order: their acts come after the user's.
ORDER_WITHIN_A_MOMENT: tuple[type[f.Fact], ...] = (
    f.Applied,
    f.InterviewHeld,
    f.ContactMet,
    f.Thanked,
    f.FollowedUp,
    f.GutSaid,
    f.TheyReplied,
    f.Answered,
    f.InterviewCancelled,
    f.NextRound,
    f.CallArranged,
    f.InterviewPlanned,
    f.InterviewMoved,
    f.AnswerPromised,
    f.NoDatePromised,
    f.OfferMade,
    f.OfferAnswered,
    f.Rejected,
    f.Withdrew,
    f.Closed,
    f.Reopened,
)
# The hour of a day told without one: late, so that whatever else is known of that day comes before.
HOUR_OF_A_DAY = time(23)

KEPT = 32
"""Journals of users who are dealt with at the same time, as they were and as they are now."""

APPLICATIONS_KEPT = 256
"""What a message tells is of one application mostly: the others are what they were before it."""

F = TypeVar("F", bound=f.Fact)


@dataclass(frozen=True, slots=True)
class Happening:
    """An entry at the instant it happened."""

    at: datetime
    entry: Entry

    @property
    def fact(self) -> f.Fact:
        return self.entry.fact


def applications(journal: Journal) -> tuple[Application, ...]:
    """Every application that the journal knows, in the order in which they were first told."""
    return _folded(journal.told)


@lru_cache(maxsize=KEPT)
def _folded(journal: Journal) -> tuple[Application, ...]:
    """Kept for as long as a message is dealt with: whoever reads it, plans and answers asks for the same."""
    calendar = Calendar(preferences(journal))
    by_key: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in journal.standing:
        if entry.fact.about is not None and not isinstance(entry.fact, NO_NEWS):
            by_key[entry.fact.about].append(entry)
    return tuple(_application(key, tuple(entries), calendar) for key, entries in by_key.items())


@lru_cache(maxsize=APPLICATIONS_KEPT)
def _application(key: str, entries: tuple[Entry, ...], calendar: Calendar) -> Application:
    unsaid = list(_held_unsaid(entries, calendar))
    supposed = {getattr(entry.fact, "interview", None) for entry in unsaid}
    entries = (*entries, *unsaid)
    interviews = tuple(replace(i, is_supposed=i.number in supposed) for i in interviews_of(entries, calendar))
    happenings = _in_order(entries, interviews, calendar)
    names = [entry.fact for entry in entries if isinstance(entry.fact, f.Applied)]
    replies = [fact.channel for fact in _those(happenings, f.TheyReplied) if fact.channel]
    return Application(
        key=key,
        last_told=max(entry.told for entry in entries),
        company=next((fact.company for fact in reversed(names) if fact.company), None),
        role=next((fact.role for fact in reversed(names) if fact.role), None),
        interviews=interviews,
        contacts=contacts_of((h.entry.number, h.fact) for h in happenings if isinstance(h.fact, f.ContactMet)),
        turn=latest_turn([(h.at, h.entry) for h in happenings], interviews, calendar),
        offer=_offer(happenings, calendar),
        call=_call(happenings, calendar),
        closing=_closing(happenings),
        their_channel=replies[-1] if replies else None,
        thanks=tuple((h.at, h.fact.names) for h in happenings if isinstance(h.fact, f.Thanked)),
        skipped=frozenset(entry.fact.step for entry in entries if isinstance(entry.fact, f.Skipped)),
        is_muted=_is_muted(entries),
    )


def _is_muted(entries: Iterable[Entry]) -> bool:
    wishes = [isinstance(entry.fact, f.Muted) for entry in entries if isinstance(entry.fact, f.Muted | f.Unmuted)]
    return bool(wishes) and wishes[-1]


def _held_unsaid(entries: Sequence[Entry], calendar: Calendar) -> Iterator[Entry]:
    """The reports that nobody made: whoever thanks, asks or hears more after an interview was over has had it."""
    interviews = interviews_of(entries, calendar)
    happenings = _in_order(entries, interviews, calendar)
    for interview in interviews:
        after = next((h for h in happenings if isinstance(h.fact, AFTERMATH) and h.at >= interview.end), None)
        if interview.is_ahead and after:
            held = f.InterviewHeld(about=after.fact.about, happened=interview.at, interview=interview.number)
            yield Entry(after.entry.number, after.at, held)


def _in_order(entries: Sequence[Entry], interviews: Iterable[Interview], calendar: Calendar) -> list[Happening]:
    ends = {interview.number: interview.end for interview in interviews}
    return sorted(
        (Happening(_instant(entry, ends, calendar), entry) for entry in entries),
        key=lambda h: (h.at, _rank(h.fact), h.entry.number),
    )


def _rank(fact: f.Fact) -> int:
    kind = type(fact)
    return ORDER_WITHIN_A_MOMENT.index(kind) if kind in ORDER_WITHIN_A_MOMENT else 0


def _instant(entry: Entry, ends: dict[int, datetime], calendar: Calendar) -> datetime:
    fact = entry.fact
    if isinstance(fact, f.InterviewHeld):
        return ends[fact.interview]
    happened = fact.happened
    if happened is None or (isinstance(happened, Day) and happened.date == calendar.date_of(entry.told)):
        return entry.told
    return calendar.instant(happened, HOUR_OF_A_DAY)


def _those(happenings: Iterable[Happening], kind: type[F]) -> Iterator[F]:
    return (h.fact for h in happenings if isinstance(h.fact, kind))


def _offer(happenings: Iterable[Happening], calendar: Calendar) -> Offer | None:
    offer: Offer | None = None
    for h in happenings:
        match h.fact:
            case f.OfferMade(deadline=deadline):
                until = calendar.end_of(deadline) if deadline else None
                if offer is None or offer.is_accepted is not None:
                    offer = Offer(f"e{h.entry.number}", h.at, until)
                else:
                    offer = replace(offer, deadline=until or offer.deadline)
            case f.OfferAnswered(accepted=accepted) if offer:
                offer = replace(offer, is_accepted=accepted)
    return offer


def _call(happenings: Iterable[Happening], calendar: Calendar) -> Call | None:
    """The latest call arranged for a time. A day without an hour is a promise, not an appointment.

    Whatever comes from them or goes to them on the day of the call, or later, counts as news of it.
    """
    call: Call | None = None
    for h in happenings:
        match h.fact:
            case f.CallArranged(at=Moment() as at):
                call = Call(f"e{h.entry.number}", calendar.instant(at, time.min))
            case f.CallArranged():
                call = None
            case fact if call and isinstance(fact, NEWS_OF_A_CALL) and not _is_earlier_day(h.at, call.at, calendar):
                call = replace(call, is_settled=True)
    return call


def _is_earlier_day(at: datetime, other: datetime, calendar: Calendar) -> bool:
    return calendar.date_of(at) < calendar.date_of(other)


def _closing(happenings: Iterable[Happening]) -> Closing | None:
    """How it stands closed: only their act or the user's wish opens it again."""
    closing: Closing | None = None
    for h in happenings:
        if (end := _end(h.fact)) is not None:
            closing = Closing(f"e{h.entry.number}", end, h.at, h.entry.told)
        elif isinstance(h.fact, (f.Reopened, f.InterviewHeld, *THEIR_ACTS)):
            closing = None
    return closing


def _end(fact: f.Fact) -> End | None:
    match fact:
        case f.Rejected():
            return End.REJECTED
        case f.Withdrew():
            return End.WITHDRAWN
        case f.OfferAnswered(accepted=accepted):
            return End.ACCEPTED if accepted else End.DECLINED
        case f.Closed(ending=ending):
            return End.DONE if ending is f.Ending.DONE else End.LET_GO
    return None
