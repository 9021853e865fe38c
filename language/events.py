"""What a text tells: its clauses, what happened in each, and when that was."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from functools import cached_property
from itertools import pairwise

from language.asides import of_others
from language.clauses import Clause, clauses
from language.cues import Cue, Match, find
from language.entries import entries, own_time
from language.likelihood import likelihoods
from language.marks import Item
from language.sensing import tellings
from language.weighing import Chances
from language.when import TimeKind, TimeSpan, read_times
from language.wordsets import word_set


@dataclass(frozen=True, slots=True)
class Event:
    """Something that a clause tells. `place` is where in the text, `time` the time said with it."""

    means: str
    clause: Clause
    place: int
    match: Match
    time: TimeSpan | None = None


@dataclass(frozen=True)
class Story:
    """A text as clauses and events, in their order. `told` are the clauses that are not of other people; `likely` says
    what the model finds in each clause."""

    text: str
    clauses: tuple[Clause, ...]
    told: tuple[Clause, ...]
    events: tuple[Event, ...]
    likely: tuple[Chances, ...]

    def of(self, *means: str) -> list[Event]:
        """The events that mean one of these."""
        return [event for event in self.events if event.means in means]

    @cached_property
    def talk(self) -> frozenset[str]:
        """What kinds of small talk are in it, by their cues: here "so" and "haha" count."""
        lines = [words for clause in self.clauses for words in (clause.words, [item.word for item in clause.items])]
        return frozenset(match.cue.means for words in lines for match in find("chatter", words))

    @property
    def times(self) -> list[TimeSpan]:
        return [time for clause in self.clauses for time in times_in(clause)]

    @property
    def _first_timed(self) -> int:
        """The sentence in which the first time is said."""
        return next((clause.sentence for clause in self.clauses if times_in(clause)), 0)

    @property
    def up_to_the_first_time(self) -> "Story":
        """The sentences up to the one with the first time, as a story of their own."""
        last = self._first_timed
        return replace(
            self,
            clauses=tuple(clause for clause in self.clauses if clause.sentence <= last),
            told=tuple(clause for clause in self.told if clause.sentence <= last),
            events=tuple(event for event in self.events if event.clause.sentence <= last),
        )

    @property
    def after_the_first_time(self) -> str:
        """The text of the sentences behind the one with the first time."""
        return next((self.text[clause.start :] for clause in self.clauses if clause.sentence > self._first_timed), "")


def story(text: str, items: Sequence[Item], today: date) -> Story:
    """What the items of a text tell, on the day it was written."""
    parts = tuple(clauses(items))
    others = frozenset(of_others(parts))
    told = tuple(clause for clause in parts if clause.number not in others)
    likely = tuple(likelihoods(parts))
    events = [
        Event(_meaning(match, clause), clause, clause.place(match.first), match)
        for clause, match in tellings(parts, likely)
        if clause.number not in others
    ]
    events += list(_carried_on(told, events))
    events += list(_listed(parts, events))
    events = [event for event in _with_answers(events) if not (_is_undone(event, parts) or _is_small(event, parts))]
    timed = _Times(parts, events, today).events()
    timed = sorted(_without_mere_calls(timed), key=lambda event: event.place)
    return Story(text, parts, told, tuple(timed), likely)


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
    """ "I wrote a thank-you but it never went out"."""
    after = parts[event.clause.number : event.clause.number + 3]
    return event.means == "thanked" and any(
        clause.all_words & _UNSENT or (clause.all_words & {"not", "never"} and clause.all_words & _SENDING)
        for clause in after
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


def _meaning(match: Match, clause: Clause) -> str:
    return "fixed" if match.cue.means == "offer" and _offers_time(clause) else match.cue.means


def _offers_time(clause: Clause) -> bool:
    """ "They offered me Tuesday at three": an appointment, no job."""
    words = [item.word for item in clause.items if item.word not in ("me", "us")]
    return any(pair == ("offered", "TIME") for pair in pairwise(words))


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
            last = Event(last.means, clause, clause.place(0), Match(last.match.cue, 0, 1))
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


_ENTRY = Cue("meeting", "COMPANY")
_DONE = frozenset(["thanked", "followed_up", "answered", "withdrew"])
_NOT_BARE = frozenset(["next", "coming", "this", "following", "tomorrow"])
_LATE = time(23)
_UNSENT = word_set("events.unsent")
_SENDING = word_set("events.sending")
_ASKED = word_set("events.asked")
_OF_THE_JOB = word_set("events.of_the_job")
_HOSTS = word_set("events.hosts")
_ORDINALS = frozenset(["second", "2nd", "third", "3rd", "final", "last", "other"])
_MEETINGS = ("held", "planned", "meeting")
_NEWS = frozenset(["offer", "rejected", "next_round", "planned", "moved", "cancelled"])
_AHEAD = frozenset(["promised", "called_for", "deadline"])
_OF_INVITING = word_set("events.of_inviting")
_TOLD = ("today", "this morning", "yesterday", "just", "tonight")
_GONE = ("yesterday", "last ", "earlier")
_TIMELESS = frozenset(["introduced", "silence", "no_date", "no_calls", "closed", "reopened"])


class _Times:
    """Finds for each event the time that belongs to it."""

    def __init__(self, parts: Sequence[Clause], events: Sequence[Event], today: date) -> None:
        self._parts = parts
        self._events = events
        self._today = today
        self._promising = {event.clause.number for event in events if event.means == "promised"}
        self._met = {event.clause.number for event in events if event.means == "meeting"}
        self._busy = {event.clause.number for event in events if event.means not in ("meeting", "fixed", *_TIMELESS)}

    def events(self) -> list[Event]:
        timed = [self._timed(event, [event.clause]) for event in self._events]
        timed = [event if event.time else self._timed(event, self._idle(event)) for event in timed]
        used = {event.time.start for event in timed if event.time}
        return [_as_timed(event if event.time else self._left_over(event, used)) for event in timed]

    def _timed(self, event: Event, places: Sequence[Clause]) -> Event:
        if event.means in _TIMELESS or event.time:
            return event
        for clause in places:
            times = [self._as_done(event, time) for time in times_in(clause)]
            fitting = [time for time in times if self._fits(event, time)]
            own = [time for time in fitting if not self._is_of_earlier(event, time)]
            if fitting:
                return replace(event, time=min(own or fitting, key=lambda time: _distance(event, time)))
        return event

    def _is_of_earlier(self, event: Event, time: TimeSpan) -> bool:
        """ "It went ok on Monday I thanked them Tuesday": told between another event and this one."""
        inside = (one for one in self._events if one.clause is event.clause and one.means != event.means)
        return time.start < event.place and any(one.place < time.start for one in inside)

    def _as_done(self, event: Event, time: TimeSpan) -> TimeSpan:
        """ "Polite email on Monday": the weekday of something done is one that is over."""
        is_bare = time.kind is TimeKind.POINT and time.first.date > self._today and time.day is not None
        if event.means not in _DONE or not is_bare or _NOT_BARE & set(time.text.lower().split()):
            return time
        spans = read_times("it was " + time.text, datetime.combine(self._today, _LATE))
        return replace(time, when=spans[-1].when, tense=spans[-1].tense) if spans else time

    def _idle(self, event: Event) -> list[Clause]:
        """Clauses beside it in which nothing else happens: any of the sentence for a meeting, else mere times."""
        number, is_meeting = event.clause.number, event.means in (*_MEETINGS, *_AHEAD)
        found = []
        for beside in (number + 1, number - 1, number + 2, number - 2, number + 3, number + 4):
            if not 0 <= beside < len(self._parts) or beside in self._busy:
                continue
            clause = self._parts[beside]
            if not is_meeting and clause.number in self._met:
                continue
            if clause.asks or "not" in clause.all_words:
                continue
            near = clause.sentence == event.clause.sentence and (is_meeting or len(clause.words) <= 3)
            if near or (abs(beside - number) <= 2 and len(clause.words) <= 2):
                found.append(clause)
        return found

    def _left_over(self, event: Event, used: set[int]) -> Event:
        """A time just before it that no other event took ("and this morning the '...' email")."""
        if event.means not in _NEWS | {"replied", "thanked", "followed_up"}:
            return event
        before = [
            part
            for part in self._parts
            if part.sentence == event.clause.sentence and part.number == event.clause.number - 1
        ]
        times = [time for part in before for time in times_in(part) if time.start not in used]
        free = [time for time in times if self._fits(event, time)]
        return replace(event, time=free[-1]) if free else event

    def _fits(self, event: Event, time: TimeSpan) -> bool:
        if event.means in _AHEAD:
            return time.kind not in (TimeKind.AGO, TimeKind.SINCE) and not time.text.lower().startswith(_GONE)
        if event.means == "replied" and event.clause.number in self._promising and not time.is_past:
            return False
        if event.means == "planned" and event.clause.all_words & _OF_INVITING and time.text.lower().startswith(_TOLD):
            return False
        if event.means in (*_MEETINGS, "moved", "next_round", "fixed"):
            return time.kind not in (TimeKind.BY, TimeKind.BEFORE)
        return time.kind not in (TimeKind.BY, TimeKind.BEFORE, TimeKind.AHEAD) and time.first.date <= self._today


def _as_timed(event: Event) -> Event:
    """An interview that only the model took for over or to come is as the time told beside it says."""
    time = event.time
    if event.match.cue.template or event.means not in ("held", "planned") or time is None:
        return event
    is_against = time.is_ahead if event.means == "held" else time.is_past
    return replace(event, means="meeting") if is_against and time.kind is TimeKind.POINT else event


def times_in(clause: Clause) -> list[TimeSpan]:
    """The times said in a clause."""
    return [item.value for item in clause.of_kind("TIME") if isinstance(item.value, TimeSpan)]


def _distance(event: Event, time: TimeSpan) -> int:
    if event.means == "moved":
        return -time.start
    end = event.clause.place(event.match.last - 1)
    if event.means in _AHEAD:
        late = 0 if time.start >= event.place else 1000
        by = 0 if time.kind in (TimeKind.BY, TimeKind.BEFORE, TimeKind.AHEAD) else 100
        return late + by + abs(time.start - end)
    return min(abs(time.start - end), abs(event.place - time.end))
