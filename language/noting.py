"""A strand of a story as facts of one application."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from language.clauses import Clause
from language.follow_ups import channel_of, follow_ups, is_undated, joined, when_followed_up
from language.interviews import Interviews
from language.known import day_of
from language.moment_of_telling import Telling, past_day
from language.other_day import on_other_day
from language.people import contacts
from language.promises import offer_deadline, promises
from language.reading import Doubt
from language.stories import Event, times_in
from language.strands import Strand
from language.wordsets import word_set
from rules.application import Application
from rules.facts import (
    Answered,
    AnswerPromised,
    Applied,
    Closed,
    Fact,
    Feeling,
    Felt,
    InterviewHeld,
    NextRound,
    NoDatePromised,
    OfferAnswered,
    OfferMade,
    Option,
    Rejected,
    Reopened,
    Thanked,
    TheyReplied,
    Withdrew,
)
from rules.moments import Day, When

_A_MOMENT = timedelta(hours=1)
_AT_ONCE = word_set("noting.at_once")
_NEXT = frozenset(["next", "following"])
_PARTS_OF_DAY = frozenset(["day", "night", "evening", "afternoon", "morning"])
_REASONS = frozenset(["because", "as", "since"])
_HOURS = frozenset(["hour", "hours", "hrs", "minutes", "mins"])
_SINGLE = (AnswerPromised, Rejected, OfferMade, Withdrew, NextRound, Closed, NoDatePromised)


@dataclass(frozen=True)
class Draft:
    """Facts to be noted of an application, the answers to "when was that?" for a follow-up without a date, and those to
    "moved, or one more?" for an interview on another day than the one that is fixed."""

    facts: tuple[Fact, ...]
    undated: tuple[Option, ...] = ()
    other_day: tuple[Option, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing is told but that there is an application, without a name or a role."""
        return (
            not self.undated
            and not self.other_day
            and all(isinstance(fact, Applied) and not fact.company and not fact.role for fact in self.facts)
        )

    def doubts(self, about: str) -> list[Doubt]:
        """What of it only the user can decide."""
        asked = {"doubt-when-followed-up": self.undated, "doubt-other-day": self.other_day}
        return [Doubt(question, options, about) for question, options in asked.items() if options]


@dataclass(frozen=True)
class Noting:
    """Makes facts of one strand for the application `about`."""

    telling: Telling
    strand: Strand
    about: str
    known: Application | None
    feeling: Feeling | None
    next_interview: int = 1

    def draft(self) -> Draft:
        interviews = list(
            Interviews(self.telling, self.strand, self.about, self.known, self.feeling, self.next_interview).facts()
        )
        other_day = on_other_day(interviews, self.strand, self.known, self.telling)
        interviews = [] if other_day else interviews
        facts: list[Fact] = [*self._applied(), *interviews, *contacts(self.strand, self.about, self.known)]
        facts += self._felt(interviews)
        undated: tuple[Option, ...] = ()
        for event in self.strand.events:
            told = list(self._told(event, self._told_on(event) or self._said_on() or self._held_on(interviews)))
            if told and is_undated(told[0], event, self.strand):
                undated = when_followed_up(told[0], self.telling.today)
            else:
                facts += [fact for fact in told if fact not in facts]
        return Draft(tuple(_without_repeats(joined(facts))), undated, other_day)

    def _applied(self) -> Iterator[Fact]:
        company, role, known = self.strand.company, self.strand.role, self.known
        if known is None:
            yield Applied(about=self.about, company=company, role=role)
        elif (company and not known.company) or (role and not known.role):
            yield Applied(
                about=self.about, company=None if known.company else company, role=None if known.role else role
            )

    def _felt(self, interviews: Sequence[Fact]) -> Iterator[Fact]:
        held = [fact.interview for fact in interviews if isinstance(fact, InterviewHeld)]
        if not held and self.known:
            held = [one.number for one in self.known.held]
        if self.feeling:
            yield Felt(about=self.about, feeling=self.feeling, interview=held[-1] if held else None)

    def _told(self, event: Event, anchor: date | None) -> Iterator[Fact]:
        about, happened = self.about, self._happened(event, anchor)
        match event.means:
            case "thanked":
                yield Thanked(about=about, happened=happened, names=_people(event))
            case "followed_up" if not self._is_moot(event):
                yield from follow_ups(event, self.strand, about, happened, self.telling)
            case "promised" | "called_for":
                yield from promises(event, self.strand, about, anchor, self.telling)
            case "deadline" if not self.strand.of("offer"):
                yield from self._deadline(event)
            case "no_date" if not any(one.time for one in self.strand.of("promised")):
                yield NoDatePromised(about=about)
            case "closed" if not (self.telling.is_due(self.known) and self.strand.beside(event, "held")):
                yield Closed(about=about)
            case "reopened":
                yield Reopened(about=about)
            case _:
                yield from self._news(event, happened)

    def _deadline(self, event: Event) -> Iterator[Fact]:
        """Until when the user has to answer; the weaker words ("I have until Friday") are of an offer already told."""
        has_offer = self.known is not None and self.known.offer is not None
        is_ahead = event.time is not None and event.time.last.date >= self.telling.today
        if event.time and is_ahead and (has_offer or not event.match.cue.weak):
            yield OfferMade(about=self.about, deadline=self.telling.end(event.time))

    def _told_on(self, event: Event) -> date | None:
        """The day of the reply before it that made the promise: "she rang on Tuesday and said Friday"."""
        if event.means != "promised" or event.clause.joint in _REASONS:
            return None
        before = [
            one
            for one in self.strand.of("replied", "next_round", "followed_up")
            if one.place < event.place and event.clause.sentence - one.clause.sentence <= (one.means != "followed_up")
        ]
        told = past_day(before[-1].time, self.telling.today) if before else None
        return told.date if told else None

    def _said_on(self) -> date | None:
        """The day of "that was on Friday", said of the words before it."""
        for clause in self.strand.clauses:
            if clause.words[:2] in (["that", "was"], ["this", "was"]) and len(clause.words) <= 4:
                return next((span.day for span in times_in(clause) if span.day and span.is_past), None)
        return None

    def _held_on(self, interviews: Sequence[Fact]) -> date | None:
        """The day of the interview told here, or else of one that was reported a moment ago."""
        lately = [
            day
            for one in (self.known.held if self.known and not self.strand.of("replied") else ())
            if one.reported and self.telling.now - one.reported < _A_MOMENT and (day := day_of(one))
        ]
        return _latest_day(interviews) or max(lately, default=None)

    def _is_moot(self, event: Event) -> bool:
        """Who writes after a rejection or to withdraw does not ask where things stand."""
        is_over = bool(self.strand.of("rejected")) or (self.known is not None and not self.known.is_open)
        told = self.strand.of("withdrew", "accepted")
        return any(end.place < event.place for end in told) or (is_over and "feedback" in event.clause.all_words)

    def _news(self, event: Event, happened: When | None) -> Iterator[Fact]:
        """What came from them, and how the user answered."""
        about, strand = self.about, self.strand
        match event.means:
            case "asked_for" if not strand.of("held", "meeting"):
                yield TheyReplied(about=about, happened=happened, channel=channel_of(event))
            case "replied" if not strand.of("next_round", "offer", "rejected") or happened:
                yield TheyReplied(about=about, happened=happened, channel=channel_of(event))
            case "answered":
                yield Answered(about=about, happened=happened)
            case "next_round":
                yield NextRound(about=about, happened=None if self.telling.invited_for(event) else happened)
            case "offer" if not any(one.place < event.place for one in strand.of("accepted")):
                made = None if "start" in event.clause.all_words else happened
                yield OfferMade(about=about, happened=made, deadline=offer_deadline(strand, event, self.telling))
            case "accepted":
                yield OfferAnswered(about=about, accepted=True, happened=happened)
            case "declined" if strand.of("offer") or (self.known and self.known.offer):
                yield OfferAnswered(about=about, accepted=False, happened=happened)
            case "rejected":
                yield Rejected(about=about, happened=self._after_the_last(happened))
            case "withdrew" | "declined":
                yield Withdrew(about=about, happened=self._after_the_last(happened))
            case _:
                return

    def _after_the_last(self, happened: When | None) -> When | None:
        """The day of an ending; none if it lies before an interview that is known to be held: that cannot be meant."""
        held = [day for one in (self.known.held if self.known else ()) if (day := day_of(one))]
        return None if happened and held and happened.date < max(held) else happened

    def _happened(self, event: Event, anchor: date | None) -> When | None:
        """The day told; "the same night" and "three hours later" are on the day of the interview."""
        if day := past_day(event.time, self.telling.today):
            return day
        beside = [clause for clause in self.strand.clauses if _is_beside(clause, event)]
        words = event.clause.all_words.union(*(clause.all_words for clause in beside))
        same = words & {"same", "that"} and words & _PARTS_OF_DAY
        later = words & _HOURS and (words & {"later", "after"} or any(clause.joint == "after" for clause in beside))
        if anchor and (same or later):
            return Day(anchor)
        if anchor and event.time is None and words & _NEXT and words & {"day", "morning"}:
            return Day(min(anchor + timedelta(days=1), self.telling.today))
        return Day(self.telling.today) if event.time is None and words & _AT_ONCE else None


def _is_beside(clause: Clause, event: Event) -> bool:
    """A clause of the same sentence next to the event's, in which no time is told."""
    is_next = abs(clause.number - event.clause.number) == 1 and clause.sentence == event.clause.sentence
    return is_next and not clause.of_kind("TIME")


def _latest_day(interviews: Sequence[Fact]) -> date | None:
    days = [fact.happened.date for fact in interviews if isinstance(fact, InterviewHeld) and fact.happened]
    return max(days, default=None)


def _people(event: Event) -> tuple[str, ...]:
    return tuple(str(item.value) for item in event.clause.of_kind("PERSON"))


def _without_repeats(facts: Sequence[Fact]) -> Iterator[Fact]:
    """One promise (the latest), one rejection, one offer: a dated one rather than one without a day."""
    for fact in facts:
        alike = [other for other in facts if type(other) is type(fact)] if isinstance(fact, _SINGLE) else [fact]
        dated = [other for other in alike if other.happened]
        if fact is (dated or alike)[-1]:
            yield fact
