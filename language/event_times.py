"""Which of the times said belongs to which event."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time

from language.clauses import Clause
from language.marks import Item
from language.stories import Event, times_in
from language.when import TimeKind, TimeSpan, read_times
from language.wordsets import word_set

_DONE = frozenset(["thanked", "followed_up", "answered", "withdrew", "offer", "rejected", "accepted", "declined"])
_NOT_BARE = frozenset(["next", "coming", "this", "following", "tomorrow"])
_STARTING = frozenset(["start", "starts", "starting", "begin"])
_LETTERS = frozenset(["email", "mail", "call", "phone", "letter", "message", "text"])
_FEW_WORDS = 4
_LATE = time(23)
_MEETINGS = ("held", "planned", "meeting")
_NEWS = frozenset(["offer", "rejected", "next_round", "planned", "moved", "cancelled", "replied"])
_AHEAD = frozenset(["promised", "called_for", "deadline"])
_OF_INVITING = word_set("events.of_inviting")
_TOLD = ("today", "this morning", "yesterday", "just", "tonight")
_GONE = ("yesterday", "last ", "earlier")
_TIMELESS = frozenset(["introduced", "silence", "no_date", "no_calls", "closed", "reopened"])


def timed(parts: Sequence[Clause], events: Sequence[Event], today: date) -> list[Event]:
    """The events with the times that belong to them, of those said in the clauses."""
    return _Times(parts, events, today).events()


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
        timed = [event if event.time else self._left_over(event, used) for event in timed]
        return [_as_timed(self._under_way(event)) for event in timed]

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
        is_start = not _STARTING.isdisjoint(event.clause.all_words)
        if event.means not in _DONE or not is_bare or is_start or _NOT_BARE & set(time.text.lower().split()):
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
            if _is_of_another(clause, event.clause):
                continue
            if not is_meeting and clause.number in self._met:
                continue
            if clause.asks or "not" in clause.all_words or (is_meeting and _tells_when_news_came(clause)):
                continue
            near = clause.sentence == event.clause.sentence and (is_meeting or len(clause.words) <= 3)
            if near or (abs(beside - number) <= 2 and len(clause.words) <= 2):
                found.append(clause)
        return found

    def _left_over(self, event: Event, used: set[int]) -> Event:
        """A time just before it that no other event took ("and this morning the '...' email")."""
        if event.means not in _NEWS | {"thanked", "followed_up"}:
            return event
        before = [
            part
            for part in self._parts
            if part.sentence == event.clause.sentence and part.number == event.clause.number - 1
        ]
        times = [time for part in before for time in times_in(part) if time.start not in used]
        free = [time for time in times if self._fits(event, time)]
        return replace(event, time=free[-1]) if free else event

    def _under_way(self, event: Event) -> Event:
        """ "Interview is now, wish me luck": today, where no other time is told."""
        is_now = event.clause.words[-2:] in (["is", "now"], ["right", "now"])
        if event.time or not is_now or event.means not in (*_MEETINGS, "moved"):
            return event
        spans = read_times("today", datetime.combine(self._today, _LATE))
        return replace(event, means="planned", time=spans[0]) if spans else event

    def _fits(self, event: Event, time: TimeSpan) -> bool:
        if event.means in _AHEAD:
            return time.kind not in (TimeKind.AGO, TimeKind.SINCE) and not time.text.lower().startswith(_GONE)
        if event.means == "replied" and event.clause.number in self._promising and not time.is_past:
            return False
        if event.means == "planned" and event.clause.all_words & _OF_INVITING and time.text.lower().startswith(_TOLD):
            return False
        if event.means in (*_MEETINGS, "moved", "next_round", "fixed"):
            return time.kind not in (TimeKind.BY, TimeKind.BEFORE) or time.text.lower().startswith("due ")
        return time.kind not in (TimeKind.BY, TimeKind.BEFORE, TimeKind.AHEAD) and time.first.date <= self._today


def _is_of_another(clause: Clause, own: Clause) -> bool:
    """ "Just had Acme, and Globex yesterday": the time of a company of its own."""
    names, told = (({str(item.value) for item in each.of_kind("COMPANY")}) for each in (clause, own))
    return bool(names and told) and names.isdisjoint(told)


def _tells_when_news_came(clause: Clause) -> bool:
    """ "Email five minutes ago, final interview on the 27th": the time of the e-mail alone."""
    is_ago = any(time.kind is TimeKind.AGO for time in times_in(clause))
    return is_ago and bool(clause.all_words & _LETTERS) and len(clause.words) <= _FEW_WORDS


def _as_timed(event: Event) -> Event:
    """An interview that only the model took for over or to come is as the time told beside it says."""
    time = event.time
    if event.match.cue.template or event.means not in ("held", "planned") or time is None:
        return event
    is_against = time.is_ahead if event.means == "held" else time.is_past
    return replace(event, means="meeting") if is_against and time.kind is TimeKind.POINT else event


def _distance(event: Event, time: TimeSpan) -> int:
    if event.means == "moved":
        return -time.start
    if event.means == "held" and not event.match.cue.template and (named := _interview_in(event.clause)):
        return min(abs(time.start - named.end), abs(named.start - time.end))
    end = event.clause.place(event.match.last - 1)
    if event.means in _AHEAD:
        late = 0 if time.start >= event.place else 1000
        by = 0 if time.kind in (TimeKind.BY, TimeKind.BEFORE, TimeKind.AHEAD) else 100
        return late + by + abs(time.start - end)
    last = event.clause.core[min(event.match.last, len(event.clause.core)) - 1]
    return min(abs(time.start - event.clause.items[last].end), abs(event.place - time.end))


def _interview_in(clause: Clause) -> Item | None:
    """The word for the interview, where the model alone took a clause to tell of one."""
    return next((item for item in clause.items if item.word in ("interview", "panel", "round")), None)
