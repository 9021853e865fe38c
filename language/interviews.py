"""Which interviews a strand tells of: held, planned, moved, called off."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeAlias

from language.events import Event
from language.known import has_begun, is_invited
from language.moment_of_telling import Telling, past_day
from language.strands import Strand
from language.when import TimeKind, TimeSpan
from language.wordsets import word_set
from rules.application import Application, Interview
from rules.facts import (
    Fact,
    Feeling,
    InterviewCancelled,
    InterviewHeld,
    InterviewMoved,
    InterviewPlanned,
    NextRound,
    Stage,
)
from rules.moments import Day, Moment, When

_BY_NOW = word_set("interviews.by_now")
_LIVED = word_set("interviews.lived")
_WAS = frozenset(["had", "was", "went", "did", "felt"])
_WAS_TO_BE = frozenset(["supposed", "meant", "set", "due"])
_STAGES = (
    (
        Stage.PHONE_SCREEN,
        ("phone interview", "phone screen", "screening call", "by phone", "phone call", "recruiter call"),
    ),
    (Stage.TECHNICAL, ("technical", "coding")),
    (Stage.ONSITE, ("onsite", "on site", "hq")),
    (Stage.FINAL, ("final", "last round", "last interview")),
    (Stage.SECOND, ("second interview", "second round", "2nd", "round two", "round 2", "second one")),
    (Stage.FIRST, ("first round", "1st round", "first interview", "round one")),
)
_Held: TypeAlias = dict[date | None, tuple[When | None, Stage | None]]


@dataclass
class Interviews:
    """The interviews of one strand as facts about `about`, numbered on from those that are known."""

    telling: Telling
    strand: Strand
    about: str
    known: Application | None
    feeling: Feeling | None
    next_number: int = 1

    def facts(self) -> Iterator[Fact]:
        """The facts in the order in which the interviews take place."""
        changed = self._called_off() or self._moved()
        if changed:
            yield changed
            return
        held, ahead = self._split()
        yield from self._held(held)
        yield from self._planned(ahead)

    def _new(self) -> int:
        self.next_number += 1
        return self.next_number - 1

    def _planned_before(self) -> int | None:
        return max((one.number for one in self.known.ahead), default=None) if self.known else None

    def _called_off(self) -> Fact | None:
        number = self._planned_before()
        for event in self.strand.of("cancelled") if number else ():
            return InterviewCancelled(
                about=self.about, interview=number or 0, happened=past_day(event.time, self.telling.today)
            )
        return None

    def _moved(self) -> Fact | None:
        for event in self.strand.of("moved"):
            span = self.telling.invited_for(event) or event.time
            if span is None or span.is_vague:
                span = self._exact_ahead()
            if span is None:
                continue
            at = self.telling.end(span) if span.kind is TimeKind.FROM else self.telling.start(span)
            if number := self._planned_before():
                return InterviewMoved(about=self.about, interview=number, at=at)
            return InterviewPlanned(about=self.about, interview=self._new(), at=at, stage=stage_of(event))
        return None

    def _exact_ahead(self) -> TimeSpan | None:
        """ "Pushed to the week after, Monday 16th": the first single day to come in the strand."""
        spans = (item.value for item in self.strand.items("TIME") if isinstance(item.value, TimeSpan))
        return next((span for span in spans if self.telling.is_later(span)), None)

    def _split(self) -> tuple[list[Event], list[Event]]:
        """The interviews told as over, and those told as to come, each with the time meant."""
        held: list[Event] = []
        ahead: list[Event] = []
        for event in self._interview_events():
            meant = replace(event, time=self._meant(event))
            is_ahead = self._is_ahead(meant)
            if is_ahead is not None:
                (ahead if is_ahead else held).append(meant)
        return held, ahead

    def _interview_events(self) -> list[Event]:
        """The events of interviews; after an invitation without a date "it's on Tuesday" is one, too."""
        events = self.strand.of("held", "planned", "meeting")
        if self.known and is_invited(self.known) and not events:
            return [replace(event, means="planned") for event in self.strand.of("fixed") if event.time]
        return events

    @property
    def _is_lived(self) -> bool:
        return bool(self.strand.of("held", "thanked", "no_date", "rejected") or self.feeling)

    def _meant(self, event: Event) -> TimeSpan | None:
        """The event's time, a bare weekday read as past or ahead as the story has it."""
        span = event.time
        if span is None or span.kind in (TimeKind.SINCE, TimeKind.AGO) or span.first.date == self.telling.today:
            return span
        if event.means == "planned":
            return self.telling.invited_for(event) or span
        words = event.clause.all_words
        is_past = event.means == "held" or self._is_lived or ("not" not in words and bool(words & _WAS))
        if is_past is (span.first.date > self.telling.today):
            return self.telling.read_again("it was " if is_past else "it will be ", span) or span
        return span

    def _is_ahead(self, event: Event) -> bool | None:
        """Whether the interview is to come; None for a mere mention, and for one that should have been."""
        span = event.time
        if span is None:
            return {"held": False, "planned": True}.get(event.means)
        first, today = span.first, self.telling.today
        if event.clause.all_words & _WAS_TO_BE and first.date <= today:
            return None
        if span.kind in (TimeKind.SINCE, TimeKind.AGO) or first.date < today:
            return False
        if first.date > today:
            return None if event.means == "held" else True
        return self._is_ahead_today(event, first)

    def _is_ahead_today(self, event: Event, first: Day | Moment) -> bool:
        words = event.clause.all_words
        if event.means == "held":
            return False
        if isinstance(first, Moment) and event.time:
            return self.telling.is_later(event.time) or (event.means == "planned" and "is" in words)
        if event.means == "planned":
            return not (self._is_lived and words & {"had", "got", "was"})
        lasted = any(clause.all_words & _LIVED for clause in self.strand.clauses)
        promised = [one.time.last.date for one in self.strand.of("promised") if one.time]
        is_over = self._is_lived or max(promised, default=first.date) > self.telling.today
        return not (is_over or words & {"was", "had", "lasted", "went"} or lasted)

    def _held(self, events: list[Event]) -> Iterator[Fact]:
        days = self._days(events)
        for day in sorted(days, key=lambda day: day or date.max):
            happened, stage = days[day]
            known = self._known_number(day)
            if known != 0:
                yield InterviewHeld(about=self.about, interview=known or self._new(), happened=happened, stage=stage)

    def _days(self, events: list[Event]) -> _Held:
        """One interview a day; one without a day is one of those with a day, if there are any."""
        days: _Held = {}
        for event in sorted(events, key=lambda event: event.time is not None and event.time.day is None):
            happened = self._happened(event)
            day = happened.date if happened else None
            is_sure = event.time is None or event.time.day is not None
            if day not in days and (not days or (day and is_sure)):
                days.pop(None, None)
                days[day] = happened, stage_of(event)
        if not days and self.feeling and not (self.known and self.known.held):
            days[None] = None, None
        if list(days) == [None] and (span := self._loose_time()):
            days = {span.day: (self.telling.start(span), days[None][1])}
        return days

    def _loose_time(self) -> TimeSpan | None:
        """A past day in the strand that nothing else happened on: that of the interview told without one."""
        used = {event.time.start for event in self.strand.events if event.time}
        for item in self.strand.items("TIME"):
            span = item.value
            if isinstance(span, TimeSpan) and span.start not in used and self._is_past_point(span):
                return span
        return None

    def _is_past_point(self, span: TimeSpan) -> bool:
        is_past = span.day is not None and span.day <= self.telling.today and not self.telling.is_later(span)
        return is_past and span.kind is TimeKind.POINT

    def _happened(self, event: Event) -> When | None:
        if event.time:
            is_one = event.time.day is not None
            return self.telling.start(event.time) if is_one else past_day(event.time, self.telling.today)
        words = event.clause.all_words
        came_out = {"out", "back"} & set(event.clause.words[event.match.first : event.match.last])
        ago = "ago" in words and words & {"minutes", "mins", "hour", "hours"}
        return Day(self.telling.today) if words & _BY_NOW or came_out or ago else None

    def _known_number(self, day: date | None) -> int | None:
        """The number of the planned interview that this was, 0 if it was told as held before, None if it is new."""
        if self.known is None:
            return None
        for one in self.known.ahead:
            if (day is None or _day(one) in (None, day)) and has_begun(one, self.telling.now):
                return one.number
        held = self.known.held
        return 0 if any(day is None or _day(one) in (None, day) for one in held) else None

    def _planned(self, events: list[Event]) -> Iterator[Fact]:
        invited = [event for event in self.strand.of("next_round") if self.telling.invited_for(event)]
        seen: set[date] = set()
        for event in (event for event in (*events, *invited) if event.time and event.time.day):
            at = self._fixed_for(event)
            if at and at.date not in seen:
                seen.add(at.date)
                yield InterviewPlanned(about=self.about, interview=self._new(), at=at, stage=stage_of(event))
        told = [event for event in events if event.means == "planned" and not event.match.cue.template.endswith(" is")]
        if told and not seen and not self.strand.of("next_round", "held"):
            yield from self._planned_loosely(told)

    def _planned_loosely(self, events: list[Event]) -> Iterator[Fact]:
        """ "An interview this week": on its last day, for want of a better one; without a time, an invitation."""
        for event in events:
            if event.time and (event.time.last.date - self.telling.today).days in range(15):
                at = self.telling.end(event.time)
                yield InterviewPlanned(about=self.about, interview=self._new(), at=at, stage=stage_of(event))
                return
        yield NextRound(about=self.about)

    def _fixed_for(self, event: Event) -> When | None:
        span = self.telling.invited_for(event) or event.time
        at = self.telling.start(span) if span else None
        is_known = self.known and any(one.at == at for one in self.known.ahead)
        return None if is_known else at


def _day(interview: Interview) -> date | None:
    return interview.at.date if interview.at else None


def stage_of(event: Event) -> Stage | None:
    """The round, where the clause names it."""
    line = " ".join(item.word for item in event.clause.items)
    return next((stage for stage, names in _STAGES if any(name in line for name in names)), None)
