"""Which round of interviews is told of, and whether the interview is one that is known already."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import pairwise

from language.clauses import Clause
from language.known import day_of, has_begun
from language.stories import Event
from language.wordsets import word_set
from rules.application import Application, Interview
from rules.facts import Stage
from rules.moments import Day, Moment, When

_ANOTHER = word_set("rounds.another")
_ROUNDS = word_set("rounds.counted")
_THIS = word_set("rounds.this")
_MEETINGS = word_set("rounds.meetings")
_SOONER = word_set("rounds.sooner")
_AMOUNTS = {"a": 1, "an": 1, "one": 1, "1": 1, "two": 2, "2": 2, "three": 3, "3": 3, "half": 0.5}
_STEPS = {"hour": timedelta(hours=1), "day": timedelta(days=1), "week": timedelta(weeks=1)}
_FRESH = timedelta(days=1)
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


def stage_of(event: Event) -> Stage | None:
    """The round, where the clause names it."""
    return stage_named(" ".join(item.word for item in event.clause.items))


def stage_named(line: str) -> Stage | None:
    """The round that a line in lower case names."""
    return next((stage for stage, names in _STAGES if any(name in line for name in names)), None)


def is_another(event: Event) -> bool:
    """ "I also have one", "another interview": told beside what is known, not of it."""
    return bool(event.clause.all_words & _ANOTHER)


def names_round(event: Event) -> bool:
    """Whether it is told as one of several rounds with one company."""
    return bool(event.clause.all_words & _ROUNDS)


def may_be_an_answer(event: Event, known: Application | None) -> bool:
    """A bare "Acme Thursday" of one that had its interview, and none is to come."""
    is_day = event.time is not None and not isinstance(event.time.first, Moment)
    is_over = known is not None and bool(known.held) and not known.ahead
    return is_over and is_day and event.match.cue.template == "COMPANY" and event.clause.words == ["COMPANY"]


def is_pointed_at(event: Event) -> bool:
    """ "The interview is on Friday", "it's at ten": one that was spoken of before."""
    words = [item.word for item in event.clause.items]
    if event.match.cue.means == "fixed":
        return True
    places = [place for place, word in enumerate(words) if word in _MEETINGS]
    return any(_THIS & set(words[max(place - 2, 0) : place]) or (place == 0 and _is_told_of(words)) for place in places)


def _is_told_of(words: Sequence[str]) -> bool:
    return len(words) > 1 and words[1] in ("is", "was", "will")


def planned_before(event: Event, one: Application, now: datetime) -> Interview | None:
    """The interview still to come that an event tells of again; None if it is a new one."""
    span, stage = event.time, stage_of(event)
    ahead = [other for other in one.ahead if day_of(other) and not _is_over(other, now)]
    if is_another(event) or not ahead or span is None:
        return None
    on_day = next((other for other in ahead if day_of(other) == span.day and not span.is_hour), None)
    if on_day or (stage is None and names_round(event)):
        return on_day
    alike = [other for other in ahead if stage is None or other.stage in (None, stage)]
    if span.is_hour or is_pointed_at(event):
        same = [other for other in alike if not names_round(event) or other.stage == stage]
        return max(same, key=lambda other: other.told, default=None)
    return None


def held_before(event: Event, one: Application, now: datetime) -> Interview | None:
    """The interview reported lately that "the interview was at two" says more of."""
    span = event.time
    lately = [other for other in one.held if other.reported and now - other.reported < _FRESH]
    if is_another(event) or span is None or not lately:
        return None
    if not span.is_hour and any(day_of(other) == span.day for other in lately):
        return next(other for other in lately if day_of(other) == span.day)
    return lately[-1] if span.is_hour or (is_pointed_at(event) and not names_round(event)) else None


def later_by(clause: Clause, before: When) -> When | None:
    """ "Pushed back a week", "an hour earlier": that much after what was fixed before, or earlier."""
    words = [item.word for item in clause.items]
    for amount, unit in pairwise(words):
        if amount in _AMOUNTS and (step := _STEPS.get(unit.removesuffix("s"))):
            by = _AMOUNTS[amount] * step * (-1 if clause.all_words & _SOONER else 1)
            if isinstance(before, Moment):
                moved = datetime.combine(before.date, before.time) + by
                return Moment(moved.date(), moved.time(), before.zone)
            return Day(before.date + by) if by.days else None
    return None


def _is_over(interview: Interview, now: datetime) -> bool:
    return has_begun(interview, now) and day_of(interview) != now.date()
