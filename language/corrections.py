"""What a correction ("no, it was Thursday") puts right in the journal."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from language.events import Story
from language.when import TimeSpan
from rules.facts import (
    Amended,
    AnswerPromised,
    Applied,
    CallArranged,
    ContactMet,
    Fact,
    Feeling,
    Felt,
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


def corrections(story: Story, journal: Journal, feeling: Feeling | None, zone: str | None) -> tuple[Fact, ...]:
    """The amendments that a correcting message asks for; none if it fits nothing that stands."""
    told = {entry.number: entry.fact for entry in journal.standing}
    amendments = _amendments(story, journal, feeling, zone)
    return tuple(amended for amended in amendments if amended.fact != told[amended.entry])


def _amendments(story: Story, journal: Journal, feeling: Feeling | None, zone: str | None) -> Iterator[Amended]:
    entries = journal.standing[::-1]
    times = [event.time for event in story.of("fixed") if event.time] or story.times[-1:]
    if times and (entry := _dated(entries, times[0], story)):
        yield Amended(about=entry.fact.about, entry=entry.number, fact=_with_time(entry.fact, times[0], zone))
    companies = [str(item.value) for clause in story.clauses for item in clause.of_kind("COMPANY")]
    people = [str(item.value) for clause in story.clauses for item in clause.of_kind("PERSON")]
    if companies and (entry := _latest(entries, Applied)) and isinstance(entry.fact, Applied):
        yield Amended(about=entry.fact.about, entry=entry.number, fact=replace(entry.fact, company=companies[0]))
    elif people and (entry := _latest(entries, ContactMet)) and isinstance(entry.fact, ContactMet):
        yield Amended(about=entry.fact.about, entry=entry.number, fact=replace(entry.fact, name=people[0]))
    if feeling and (entry := _latest(entries, Felt)) and isinstance(entry.fact, Felt):
        yield Amended(about=entry.fact.about, entry=entry.number, fact=replace(entry.fact, feeling=feeling))


def _latest(entries: Sequence[Entry], kind: type[Fact]) -> Entry | None:
    return next((entry for entry in entries if isinstance(entry.fact, kind)), None)


def _dated(entries: Sequence[Entry], time: TimeSpan, story: Story) -> Entry | None:
    """The latest entry whose time this may be: what is named in the words, else by past or future."""
    named = {
        "promised": (AnswerPromised,),
        "thanked": (Thanked,),
        "followed_up": (FollowedUp,),
        "replied": (TheyReplied,),
    }
    for event in story.events if not story.of("fixed") else ():
        for entry in entries:
            if isinstance(entry.fact, named.get(event.means, ())):
                return entry
    was = any({"was", "happened", "had"} & clause.all_words for clause in story.clauses)
    kinds = _PAST if was or time.is_past else (*_AHEAD, *_PAST)
    if story.of("promised") and not story.of("fixed"):
        return None
    return next((entry for entry in entries if isinstance(entry.fact, kinds)), None)


def _with_time(fact: Fact, time: TimeSpan, zone: str | None) -> Fact:
    if isinstance(fact, AnswerPromised):
        return replace(fact, by=_when(time.last, None, zone))
    if isinstance(fact, OfferMade):
        return replace(fact, deadline=_when(time.last, None, zone))
    if isinstance(fact, InterviewPlanned | InterviewMoved | CallArranged):
        return replace(fact, at=_when(time.first, fact.at, zone))
    return replace(fact, happened=_when(time.first, fact.happened, zone))


def _when(said: Day | Moment | Window, before: When | None, zone: str | None) -> When:
    """What was said; a bare day keeps the hour that was told before."""
    first = said.first if isinstance(said, Window) else said
    if isinstance(first, Moment):
        return Moment(first.date, first.time, zone)
    return replace(before, date=first.date) if isinstance(before, Moment) else first
