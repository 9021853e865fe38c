"""What a text tells: its clauses, what happened in each, and when that was."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from language.asides import of_others
from language.clauses import Clause, clauses
from language.cues import Cue, Match
from language.entries import entries, own_time
from language.event_times import timed
from language.likelihood import likelihoods
from language.marks import Item
from language.sensing import tellings
from language.stories import Event, Story, times_in
from language.wordsets import word_set

_ENTRY = Cue("meeting", "COMPANY")
_UNSENT = word_set("events.unsent")
_RETURNED = frozenset(["it", "came", "back"])
_SENDING = word_set("events.sending")
_ASKED = word_set("events.asked")
_OF_THE_JOB = word_set("events.of_the_job")
_HOSTS = word_set("events.hosts")
_AGAIN = frozenset(["again", "another", "second", "later"])
_CALLED = frozenset(["rang", "called", "phoned", "tried", "ring", "call"])
_APPOINTING = frozenset(["offered", "want", "wants", "wanted"])
_WRITER = frozenset(["i", "me", "my", "us", "we"])
_ORDINALS = frozenset(["second", "2nd", "third", "3rd", "final", "last", "other"])
_MEETINGS = ("held", "planned", "meeting")
_NEWS = frozenset(["offer", "rejected", "next_round", "planned", "moved", "cancelled"])


def story(text: str, items: Sequence[Item], today: date) -> Story:
    """What the items of a text tell, on the day it was written."""
    parts = tuple(clauses(items))
    others = frozenset(of_others(parts))
    told = tuple(clause for clause in parts if clause.number not in others)
    likely = tuple(likelihoods(parts))
    events = [
        Event(_meaning(match, clause, parts), clause, clause.place(match.first), match)
        for clause, match in tellings(parts, likely)
        if clause.number not in others
    ]
    events += list(_carried_on(told, events))
    events += list(_listed(parts, events))
    events = [event for event in _with_answers(events) if not (_is_undone(event, parts) or _is_small(event, parts))]
    events = [event for event in events if not _is_message_of_call(event, events)]
    events = sorted(_without_mere_calls(timed(parts, events, today)), key=lambda event: event.place)
    return Story(text, parts, told, tuple(events), likely)


def _with_answers(events: Sequence[Event]) -> Iterator[Event]:
    """ "Rang the ward, they said the matron is away": what is said right after asking is a reply."""
    asked = {event.clause.number for event in events if event.means == "followed_up"}
    told = {event.clause.number for event in events if event.means in _NEWS | {"replied"}}
    told |= {event.clause.number for event in events if event.means == "promised" and event.clause.of_kind("TIME")}
    for event in events:
        number = event.clause.number
        if event.means != "said":
            yield event
        elif number not in told and asked & {number - 1, number - 2}:
            yield replace(event, means="replied")


def _without_mere_calls(events: Sequence[Event]) -> Iterator[Event]:
    """ "They rang at lunch and the job is mine": the call is how the news came, and gives it its time."""
    calls = [event for event in events if event.means == "replied"]
    told: set[int] = set()
    for event in events:
        bearer = next(
            (call for call in calls if event.means in _NEWS and 0 <= event.clause.number - call.clause.number <= 1),
            None,
        )
        if bearer:
            told.add(id(bearer))
            has_time = event.time or event.means == "planned"
            event = event if has_time else replace(event, time=bearer.time)
        if event.means != "replied":
            yield event
    for call in calls:
        is_again = any(0 < call.clause.number - other.clause.number <= 1 for other in calls)
        if id(call) not in told and not is_again:
            yield call


def _is_undone(event: Event, parts: Sequence[Clause]) -> bool:
    """ "I wrote a thank-you but it never went out", "but it came back", which is no answer either."""
    after = parts[event.clause.number : event.clause.number + 3]
    if event.means == "replied":
        return event.clause.all_words >= _RETURNED
    return event.means == "thanked" and any(
        clause.all_words >= _RETURNED
        or clause.all_words & _UNSENT
        or (clause.all_words & {"not", "never"} and clause.all_words & _SENDING)
        for clause in after
    )


def _is_message_of_call(event: Event, events: Sequence[Event]) -> bool:
    """ "Rang them yesterday, left a message": one call, and not two tries."""
    is_message = event.clause.all_words >= {"left"} and not event.clause.of_kind("TIME")
    if event.means != "followed_up" or not is_message or event.clause.all_words & _AGAIN:
        return False
    before = (one.clause for one in events if one.means == "followed_up" and one.clause is not event.clause)
    return any(
        event.clause.number - clause.number == 1
        and clause.sentence == event.clause.sentence
        and clause.all_words & _CALLED
        for clause in before
    )


def _is_small(event: Event, parts: Sequence[Clause]) -> bool:
    """ "She asked if I drive and I said no", "I said yes to Thursday": an answer, but not to an offer."""
    if event.means not in ("accepted", "declined") or not event.match.cue.weak:
        return False
    if any(time.text.lower().startswith("to ") for time in times_in(event.clause)):
        return True
    near = parts[max(0, event.clause.number - 2) : event.clause.number + 2]
    asked = [clause for clause in near if clause.sentence == event.clause.sentence and clause.all_words & _ASKED]
    return bool(asked) and not any(clause.all_words & _OF_THE_JOB for clause in near)


def _meaning(match: Match, clause: Clause, parts: Sequence[Clause]) -> str:
    if match.cue.means != "offer":
        return match.cue.means
    return "fixed" if _offers_time(clause) else "rejected" if _is_for_another(clause, parts) else "offer"


def _offers_time(clause: Clause) -> bool:
    """ "They offered me Tuesday at three", "they want me tomorrow": an appointment, no job."""
    words = [item.word for item in clause.items if item.word not in ("me", "us")]
    return any(first in _APPOINTING and second == "TIME" for first, second in pairwise(words))


def _is_for_another(clause: Clause, parts: Sequence[Clause]) -> bool:
    """ "Her boss met somebody else and they've made an offer": not to the writer."""
    before = parts[max(0, clause.number - 1) : clause.number]
    is_of_another = any("else" in one.all_words and one.sentence == clause.sentence for one in before)
    return is_of_another and not clause.all_words & _WRITER


def _carried_on(parts: Sequence[Clause], events: Sequence[Event]) -> Iterator[Event]:
    """ "Interview at Acme on Monday, and at Globex on Tuesday": the second company has one, too."""
    last: Event | None = None
    for clause in parts:
        told = [event for event in events if event.clause is clause and event.means in _MEETINGS]
        if told:
            yield from _doubled(clause, told[0])
            last = told[0]
        elif (
            last
            and last.clause.number == clause.number - 1
            and (clause.of_kind("COMPANY") or _ORDINALS & set(clause.words[:2]) or clause.all_words & _HOSTS)
            and clause.of_kind("TIME")
            and len(clause.words) <= 4
        ):
            is_to_come = last.means == "held" and any(time.is_ahead for time in times_in(clause))
            means = "meeting" if is_to_come else last.means
            last = Event(means, clause, clause.place(0), Match(last.match.cue, 0, 1))
            yield last


def _listed(parts: Sequence[Clause], events: Sequence[Event]) -> Iterator[Event]:
    """A list of companies with their times tells of their interviews."""
    for clause, company in entries(parts, {event.clause.number for event in events}):
        yield Event("meeting", clause, company.start, Match(_ENTRY, 0, 1), own_time(clause, company))


def _doubled(clause: Clause, told: Event) -> Iterator[Event]:
    companies, times = clause.of_kind("COMPANY"), clause.of_kind("TIME")
    if 1 < len(companies) <= len(times) and companies[1].start > told.place:
        at = next((n for n, place in enumerate(clause.core) if clause.items[place] is companies[1]), 0)
        match = Match(told.match.cue, at, at + 1)
        yield Event(told.means, clause, companies[1].start, match, own_time(clause, companies[1]))
