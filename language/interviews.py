"""Which interviews a strand tells of: held, planned, moved, called off."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, time
from functools import cached_property
from typing import TypeAlias

from language.interview_times import InterviewTimes
from language.known import day_of, has_begun, is_invited
from language.moment_of_telling import Telling, past_day
from language.rounds import (
    held_before,
    is_another,
    is_pointed_at,
    later_by,
    may_be_an_answer,
    planned_before,
    stage_of,
)
from language.stories import Event
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
)
from rules.moments import Day, Moment, When

_BY_NOW = word_set("interviews.by_now")
_MEETINGS = ("held", "planned", "meeting")
_NOBODY = word_set("interviews.nobody")
_SHOWING = word_set("interviews.showing")
_OFF = word_set("interviews.off")
_OF_WAITING = word_set("interviews.of_waiting")
_Held: TypeAlias = dict[date | None, tuple[When | None, Event | None]]


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
        if changed := self._called_off() or self._moved() or self._put_off():
            yield changed
            return
        yield from self._fell_through()
        held, ahead = self._split()
        yield from self._held(held)
        yield from self._planned(ahead)

    @cached_property
    def _times(self) -> InterviewTimes:
        return InterviewTimes(self.telling, self.strand, self.known, self.feeling)

    def _new(self) -> int:
        self.next_number += 1
        return self.next_number - 1

    def _planned_before(self) -> Interview | None:
        """The interview that can still be moved or called off; one that nobody reported may not have been held."""
        known = self.known.interviews if self.known else ()
        return max((i for i in known if i.is_ahead or i.is_supposed), key=lambda i: i.number, default=None)

    def _called_off(self) -> Fact | None:
        """Of one that was never told of, too, unless this tells when it was to be."""
        before = self._planned_before()
        missed = self.strand.of("missed") if before and self._is_just_over(before) else []
        is_told = before or not self.strand.of(*_MEETINGS, "fixed")
        sure = [event for event in self.strand.of("cancelled") if before or event.clause.all_words & _OFF]
        for event in [*(sure if is_told else ()), *missed]:
            happened = past_day(event.time, self.telling.today)
            number = before.number if before else self._new()
            return InterviewCancelled(about=self.about, interview=number, happened=happened)
        return None

    def _is_just_over(self, before: Interview) -> bool:
        """Whether it was to be today or yesterday: then "nobody showed up" is said of it."""
        day = day_of(before)
        is_near = day is not None and (self.telling.today - day).days in range(2)
        return is_near and has_begun(before, self.telling.now)

    def _fell_through(self) -> Iterator[Fact]:
        """ "It was meant to be at eleven, nobody let me in": fixed, and not held."""
        for event in self.strand.of(*_MEETINGS):
            if (
                (self._is_stood_up or self.strand.of("cancelled"))
                and event.time
                and self._times.should_have_been(event)
            ):
                before = self._planned_before()
                number = before.number if before else self._new()
                if before is None:
                    yield InterviewPlanned(about=self.about, interview=number, at=self.telling.start(event.time))
                yield InterviewCancelled(about=self.about, interview=number)
                return

    @property
    def _is_stood_up(self) -> bool:
        """ "Nobody called", "she never showed up", "no-show"."""
        return any(clause.all_words & _NOBODY and clause.all_words & _SHOWING for clause in self.strand.clauses)

    def _moved(self) -> Fact | None:
        before = self._planned_before()
        for event in self.strand.of("moved"):
            if event.clause.asks and "i" in event.clause.words:
                continue
            at = self._moved_to(event, before)
            if at and before:
                return InterviewMoved(about=self.about, interview=before.number, at=at)
            if at:
                return InterviewPlanned(about=self.about, interview=self._new(), at=at, stage=stage_of(event))
        return None

    def _put_off(self) -> Fact | None:
        """ "They postponed it": off, as long as no new day is known."""
        for event in self.strand.of("moved"):
            if event.match.cue.template and not (event.clause.asks or event.match.cue.mood == "any"):
                before = self._planned_before()
                return InterviewCancelled(about=self.about, interview=before.number if before else self._new())
        return None

    def _moved_to(self, event: Event, before: Interview | None) -> When | None:
        """The new time; "the same time" and "a week later" count from the one before."""
        span = self._times.on_its_day(event)
        span = span if span is not event.time else self.telling.invited_for(event) or span
        if span is None or span.is_vague:
            span = self._exact_ahead()
        is_news_of_today = event.time and event.time.day == self.telling.today and not event.time.is_hour
        if is_news_of_today and span and event.time and span.text == event.time.text:
            return None
        if span is None:
            return later_by(event.clause, before.at) if before and before.at else None
        at = self.telling.end(span) if span.kind is TimeKind.FROM else self.telling.start(span)
        if span.is_hour and before and before.at and isinstance(at, Moment):
            at = self.telling.by_its_clock(at, before.at)
        keeps_hour = any("same" in clause.all_words for clause in self.strand.clauses)
        fixed = [before] if before else list(self.known.interviews if self.known else ())
        kept = fixed[-1].at if fixed and keeps_hour else None
        return replace(kept, date=at.date) if isinstance(kept, Moment) and not _hour(at) else at

    def _exact_ahead(self) -> TimeSpan | None:
        """ "Pushed to the week after, Monday 16th": the first single day to come in the strand."""
        spans = (item.value for item in self.strand.items("TIME") if isinstance(item.value, TimeSpan))
        return next((span for span in spans if self.telling.is_later(span)), None)

    def _split(self) -> tuple[list[Event], list[Event]]:
        """The interviews told as over, and those told as to come, each with the time meant."""
        held: list[Event] = []
        ahead: list[Event] = []
        for event in self._interview_events():
            meant = replace(event, time=self._times.meant(event))
            is_ahead = self._times.is_ahead(meant)
            if is_ahead is not None:
                (ahead if is_ahead else held).append(meant)
        return held, ahead

    def _interview_events(self) -> list[Event]:
        """The events of interviews; while one is awaited, or fell through, "it's on Tuesday" is one, too."""
        events = [event for event in self.strand.of(*_MEETINGS) if not may_be_an_answer(event, self.known)]
        if not self.telling.is_due(self.known):
            events = [event for event in events if not self.strand.beside(event, "closed")]
        is_awaited = self.strand.of("misdated") or (self.known and (is_invited(self.known) or self.known.ahead))
        is_over = bool(events) and all(self._times.should_have_been(event) for event in events)
        fixed = [replace(event, means="planned") for event in self.strand.of("fixed") if event.time]
        is_fixed = is_over or (is_awaited and not events and not self.strand.of("promised"))
        return fixed if fixed and is_fixed else events

    def _held(self, events: list[Event]) -> Iterator[Fact]:
        days = self._days(events)
        for day in sorted(days, key=lambda day: day or date.max):
            happened, event = days[day]
            number = self._number_held(day, event)
            stage = stage_of(event) if event else None
            if number is None:
                yield from self._held_more(happened, event)
            else:
                yield InterviewHeld(about=self.about, interview=number, happened=happened, stage=stage)

    def _held_more(self, happened: When | None, event: Event | None) -> Iterator[Fact]:
        """What is new of an interview that was reported before: its hour, its day, its round."""
        before = held_before(event, self.known, self.telling.now) if event and self.known else None
        stage = stage_of(event) if event else None
        if not before or not happened:
            return
        is_told = before.at == happened or (day_of(before) == happened.date and isinstance(happened, Day))
        if not is_told or (stage and not before.stage):
            yield InterviewHeld(about=self.about, interview=before.number, happened=happened, stage=stage)

    def _days(self, events: list[Event]) -> _Held:
        """One interview a day; one without a day is one of those with a day, if there are any."""
        days: _Held = {}
        for event in sorted(events, key=lambda event: event.time is not None and event.time.day is None):
            happened = self._happened(event)
            day = happened.date if happened else None
            is_sure = event.time is None or event.time.day is not None
            if day not in days and (not days or (day and is_sure)):
                days.pop(None, None)
                days[day] = happened, event
        if not days and self.feeling and (self._is_report_due or not (self.known and self.known.held)):
            days[None] = None, None
        if list(days) == [None] and (span := self._loose_time()):
            days = {span.day: (self.telling.start(span), days[None][1])}
        return days

    @property
    def _is_report_due(self) -> bool:
        """Whether an interview is over that nobody reported, or may be, where it is known how those before it felt."""
        if self.known is None:
            return False
        is_felt = all(one.feeling for one in self.known.held)
        begun = [one for one in self.known.ahead if has_begun(one, self.telling.now)]
        return any(is_felt or one.end <= self.telling.now for one in begun)

    def _loose_time(self) -> TimeSpan | None:
        """A past day in the strand that nothing else happened on: that of the interview told without one."""
        used = {event.time.start for event in self.strand.events if event.time}
        idle = {item.start for clause in self.strand.clauses if clause.all_words & _OF_WAITING for item in clause.items}
        for item in self.strand.items("TIME"):
            span = item.value
            if isinstance(span, TimeSpan) and span.start not in used | idle and self._is_past_point(span):
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

    def _number_held(self, day: date | None, event: Event | None) -> int | None:
        """The number of the planned interview that this was, a new one, or None if it was told as held before."""
        if self.known is None:
            return self._new()
        begun = [one for one in self.known.ahead if has_begun(one, self.telling.now)]
        for one in begun:
            if day is None or day_of(one) in (None, day) or (event and is_pointed_at(event)):
                return one.number
        if any(day is None or day_of(one) in (None, day) for one in self.known.held):
            return None
        return None if event and held_before(event, self.known, self.telling.now) else self._new()

    def _planned(self, events: list[Event]) -> Iterator[Fact]:
        invited = [event for event in self.strand.of("next_round") if self.telling.invited_for(event)]
        seen: set[date] = set()
        for event, span in [(e, e.time) for e in events] + [(e, self.telling.invited_for(e)) for e in invited]:
            if span and span.day and span.first.date not in seen:
                seen.add(span.first.date)
                yield from self._fixed(event, self.telling.start(span))
        told = [event for event in events if event.means == "planned" and not event.match.cue.template.endswith(" is")]
        if told and not seen and not self.strand.of("next_round", "held"):
            yield from self._planned_loosely(told)

    def _planned_loosely(self, events: list[Event]) -> Iterator[Fact]:
        """ "An interview this week": on its last day, for want of a better one; without a time, an invitation."""
        if self.known and self.known.ahead and not any(is_another(event) for event in events):
            return
        for event in events:
            if event.time and (event.time.last.date - self.telling.today).days in range(15):
                at = self.telling.end(event.time)
                yield InterviewPlanned(about=self.about, interview=self._new(), at=at, stage=stage_of(event))
                return
        yield NextRound(about=self.about)

    def _fixed(self, event: Event, at: When) -> Iterator[Fact]:
        """A new interview, or what is new of one that is known: its hour, another day, its round."""
        before = planned_before(event, self.known, self.telling.now) if self.known else None
        stage = stage_of(event)
        if before is None:
            yield InterviewPlanned(about=self.about, interview=self._new(), at=at, stage=stage)
        elif day_of(before) != at.date or (_hour(before.at) and _hour(at) not in (None, _hour(before.at))):
            yield InterviewMoved(about=self.about, interview=before.number, at=at)
        elif (_hour(at) and not _hour(before.at)) or (stage and not before.stage):
            at = at if _hour(at) else before.at or at
            yield InterviewPlanned(about=self.about, interview=before.number, at=at, stage=stage)


def _hour(at: When | None) -> time | None:
    return at.time if isinstance(at, Moment) else None
