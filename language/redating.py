"""Which day, hour or promise in the journal a time puts right, and what it is then."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from language.clauses import Clause
from language.moment_of_telling import Telling
from language.repairs import DENYING, GLUE, MARKERS, is_sure, weekday_alone
from language.stories import Story, times_in
from language.when import TimeSpan
from language.wordsets import word_set
from rules.facts import (
    AnswerPromised,
    CallArranged,
    Fact,
    FollowedUp,
    InterviewHeld,
    InterviewMoved,
    InterviewPlanned,
    OfferMade,
    Rejected,
    Thanked,
    TheyReplied,
)
from rules.journal import Entry, Journal
from rules.moments import Day, Moment, When, Window

_PAST = (InterviewHeld, FollowedUp, Thanked, TheyReplied, Rejected)
_AHEAD = (AnswerPromised, InterviewPlanned, InterviewMoved, CallArranged, OfferMade)
_NAMED = {"promised": (AnswerPromised,), "thanked": (Thanked,), "followed_up": (FollowedUp,), "replied": (TheyReplied,)}
_HALF_A_WEEK = timedelta(days=3)
_A_WEEK = timedelta(days=7)
_BEHIND = word_set("repairs.behind")


def puts_time_right(story: Story) -> bool:
    """ "Sorry, Friday", "Monday, not Tuesday", "*Friday": a time, and words that say an earlier one was wrong."""
    items = [item for clause in story.clauses[:4] for item in clause.items]
    at = next((n for n, item in enumerate(items) if isinstance(item.value, TimeSpan)), None)
    if at is None:
        return False
    before, after = [item.word for item in items[:at]], [item.word for item in items[at + 1 :]]
    own = next(clause for clause in story.clauses if items[at] in clause.items)
    behind = [item.word for item in own.items if item.start > items[at].start]
    if set(before) <= MARKERS | GLUE:
        is_marked = story.text.lstrip().startswith("*") or bool(set(before) & MARKERS)
        if is_sure([*before, *after[:2]]) or (is_marked and set(behind) <= _BEHIND | {"TIME"}):
            return is_marked or is_sure(after[:2])
    behind_now = after[after[:1] == ["now"] :]
    is_denying = after[:1] == ["sorry"] or (set(behind_now[:1]) <= DENYING and behind_now[1:2] == ["TIME"])
    return set(before) <= GLUE and is_denying


@dataclass(frozen=True)
class Redating:
    """What the times of a correcting message are told of."""

    story: Story
    journal: Journal
    telling: Telling

    def amended(self) -> tuple[Entry, Fact] | None:
        """The entry whose time is put right, and the fact that stands in its place; None if there is none."""
        times = self._right()
        entry = self._entry(times[0]) if times else None
        return (entry, self._with_times(entry.fact, times)) if entry else None

    def _right(self) -> list[TimeSpan]:
        """The times told as right, those of what "it" is before all others."""
        fixed = [event.time for event in self.story.of("fixed") if event.time]
        told = [time for clause in self.story.clauses for time in times_in(clause) if not _is_denied(clause, time)]
        if any(time.is_hour for time in told) and any(not time.is_hour for time in told):
            return told
        return fixed or told[-1:]

    def _denied(self) -> list[TimeSpan]:
        return [time for clause in self.story.clauses for time in times_in(clause) if _is_denied(clause, time)]

    def _entry(self, time: TimeSpan) -> Entry | None:
        """The latest entry whose time this may be: one on the day that is denied, what is named, else by tense."""
        entries = [one for one in self.journal.standing[::-1] if isinstance(one.fact, (*_PAST, *_AHEAD))]
        if puts_time_right(self.story):
            entries = [one for one in entries if _told_time(one.fact)] or entries
        denied = [entry for entry in entries if any(_is_on(entry.fact, wrong) for wrong in self._denied())]
        if denied:
            return denied[0]
        for event in self.story.events if not self._is_fixed else ():
            for entry in entries:
                if isinstance(entry.fact, _NAMED.get(event.means, ())):
                    return entry
        if self.story.of("promised") and not self._is_fixed:
            return None
        was = any({"was", "happened", "had"} & clause.all_words for clause in self.story.clauses)
        is_past = was or time.is_past or time.last.date < self.telling.today
        return next((entry for entry in entries if not is_past or isinstance(entry.fact, _PAST)), None)

    @property
    def _is_fixed(self) -> bool:
        """Whether a time is told of what "it" is; what they said is a promise, if it can be one."""
        return bool(self.story.of("fixed")) and not self.story.of("promised")

    def _with_times(self, fact: Fact, times: Sequence[TimeSpan]) -> Fact:
        for time in sorted(times, key=lambda one: one.is_hour):
            fact = self._with_time(fact, time)
        return fact

    def _with_time(self, fact: Fact, time: TimeSpan) -> Fact:
        if isinstance(fact, AnswerPromised):
            return replace(fact, by=self._when(time, time.last, None, fact.by))
        if isinstance(fact, OfferMade):
            return replace(fact, deadline=self._when(time, time.last, None, fact.deadline))
        if isinstance(fact, InterviewPlanned | InterviewMoved | CallArranged):
            return replace(fact, at=self._when(time, time.first, fact.at, fact.at))
        return replace(fact, happened=self._when(time, time.first, fact.happened, fact.happened))

    def _when(self, span: TimeSpan, said: Day | Moment | Window, keeps: When | None, wrong: When | None) -> When:
        """What was said; a bare day keeps the hour that was told before, a bare hour the day and whose clock it is."""
        first = said.first if isinstance(said, Window) else said
        if wrong:
            first = self._near(span, first, wrong.date)
        if isinstance(first, Moment):
            first = self.telling.by_its_clock(first, keeps) if keeps and span.is_hour else first
            return replace(first, zone=first.zone or self.telling.zone)
        return replace(keeps, date=first.date) if isinstance(keeps, Moment) else first

    def _near(self, span: TimeSpan, said: Day | Moment, wrong: date) -> Day | Moment:
        """ "Sorry, Friday": the Friday nearest to the wrong day, over or to come as that one is."""
        today = self.telling.today
        is_over = wrong <= today
        weekday = weekday_alone(span)
        if weekday is None:
            is_other_side = said.date > today if wrong < today else said.date < today < wrong
            again = self.telling.read_again("it was " if is_over else "it will be ", span) if is_other_side else None
            return again.first if again else said
        first = wrong - _HALF_A_WEEK
        near = first + timedelta(days=(weekday - first.weekday()) % 7)
        if is_over and near > today:
            near -= _A_WEEK
        elif not is_over and near < today:
            near += _A_WEEK
        return replace(said, date=near)


def _is_denied(clause: Clause, time: TimeSpan) -> bool:
    """ "Not Tuesday"; and "Thursday no Tuesday", but not the "no" that begins."""
    place = next(n for n, item in enumerate(clause.items) if item.value is time)
    before = [item.word for item in clause.items[max(place - 2, 0) : place]]
    return before[-1:] == ["not"] or before == ["TIME", "no"]


def _is_on(fact: Fact, time: TimeSpan) -> bool:
    told = _told_time(fact)
    if told is None:
        return False
    weekday = weekday_alone(time)
    return told.date.weekday() == weekday if weekday is not None else told.date == time.day


def _told_time(fact: Fact) -> When | None:
    return next((at for name in ("at", "by", "deadline", "happened") if (at := getattr(fact, name, None))), None)
