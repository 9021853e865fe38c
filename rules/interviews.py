"""The interviews of one application, folded from what was planned, moved, cancelled, held and felt."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TypeVar

from rules import facts as f
from rules.application import Interview
from rules.calendar import CLOSE_OF_BUSINESS, Calendar
from rules.journal import Entry
from rules.moments import Day, Moment, When

USUAL_LENGTH = timedelta(minutes=60)

T = TypeVar("T")


def interviews_of(entries: Sequence[Entry], calendar: Calendar) -> tuple[Interview, ...]:
    """The interviews in the order of their numbers."""
    mine: dict[int, list[Entry]] = {}
    for entry in entries:
        if isinstance(entry.fact, f.InterviewPlanned | f.InterviewMoved | f.InterviewCancelled | f.InterviewHeld):
            mine.setdefault(entry.fact.interview, []).append(entry)
    follows = _first_that_followed(entries, calendar)
    interviews = tuple(_interview(number, mine[number], follows, calendar) for number in sorted(mine))
    return _with_impressions(interviews, entries)


def _first_that_followed(entries: Sequence[Entry], calendar: Calendar) -> datetime | None:
    """The earliest moment of a past day on which something happened that only follows an interview."""
    days = [
        day
        for entry in entries
        if isinstance(entry.fact, f.FollowedUp | f.Thanked | f.AnswerPromised)
        and (day := entry.fact.by if isinstance(entry.fact, f.AnswerPromised) else entry.fact.happened) is not None
        and calendar.day(day) < calendar.date_of(entry.told)
    ]
    return min((calendar.instant(day, CLOSE_OF_BUSINESS) for day in days), default=None)


def _interview(number: int, entries: Sequence[Entry], follows: datetime | None, calendar: Calendar) -> Interview:
    fixings = [e for e in entries if isinstance(e.fact, f.InterviewPlanned | f.InterviewMoved)]
    helds = [e for e in entries if isinstance(e.fact, f.InterviewHeld)]
    planned = _at(fixings[-1]) if fixings else None
    at = _merged(planned, next((held.fact.happened for held in reversed(helds) if held.fact.happened), None))
    start, end = _span(at, entries, helds, calendar)
    if at is None and helds and follows:
        end = min(end, follows)
    return Interview(
        number=number,
        told=entries[0].told,
        at=at,
        start=start,
        end=end,
        reported=helds[0].told if helds else None,
        is_planned=bool(fixings),
        is_held=bool(helds),
        is_cancelled=not helds and isinstance(entries[-1].fact, f.InterviewCancelled),
        moves=sum(isinstance(e.fact, f.InterviewMoved) for e in fixings),
        stage=_latest(entries, lambda fact: getattr(fact, "stage", None)),
    )


def _latest(entries: Sequence[Entry], part: Callable[[f.Fact], T | None]) -> T | None:
    """What was said last of this part of it; saying nothing of it takes nothing back."""
    return next((found for entry in reversed(entries) if (found := part(entry.fact)) is not None), None)


def _at(entry: Entry) -> When | None:
    return entry.fact.at if isinstance(entry.fact, f.InterviewPlanned | f.InterviewMoved) else None


def _merged(planned: When | None, happened: When | None) -> When | None:
    """What was told of the day it was held; an hour that was planned for that day still holds."""
    if happened is None:
        return planned
    hour_is_planned = isinstance(planned, Moment) and isinstance(happened, Day) and planned.date == happened.date
    return planned if hour_is_planned else happened


def _span(
    at: When | None, entries: Sequence[Entry], helds: Sequence[Entry], calendar: Calendar
) -> tuple[datetime | None, datetime]:
    """Start and end, after the rulebook's words: as told; else an hour; else the telling or the close of business."""
    start = calendar.instant(at, CLOSE_OF_BUSINESS) if isinstance(at, Moment) else None
    ended = _latest(helds, lambda fact: getattr(fact, "ended", None))
    told = (helds or entries)[0].told
    if ended is not None:
        return start, min(calendar.instant(ended, CLOSE_OF_BUSINESS), told)
    is_of_that_day = isinstance(at, Day) and at.date == calendar.date_of(told)
    if at is None or (helds and is_of_that_day):
        return start, told
    end = start + USUAL_LENGTH if start else calendar.instant(at, CLOSE_OF_BUSINESS)
    return start, min(end, told) if helds else end


def _with_impressions(interviews: tuple[Interview, ...], entries: Sequence[Entry]) -> tuple[Interview, ...]:
    """Each interview with what was last said of how it felt and what it was about."""
    feelings: dict[int | None, f.Feeling] = {}
    topics: dict[int | None, str] = {}
    for entry in entries:
        if isinstance(entry.fact, f.Felt):
            feelings[entry.fact.interview or _latest_by(entry.told, interviews)] = entry.fact.feeling
        if isinstance(entry.fact, f.TalkedAbout):
            topics[entry.fact.interview or _latest_by(entry.told, interviews)] = entry.fact.topic
    return tuple(replace(i, feeling=feelings.get(i.number), topic=topics.get(i.number)) for i in interviews)


def _latest_by(told: datetime, interviews: Sequence[Interview]) -> int | None:
    """The interview that an impression of none in particular is of: the latest that was over when it was told."""
    latest = max(interviews, key=lambda i: (i.end <= told, i.is_held, i.end), default=None)
    return latest.number if latest else None
