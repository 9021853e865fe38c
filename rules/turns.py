"""The running turn of an application: begun by the latest sign of life, with the follow-ups that came since."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from rules import facts as f
from rules.application import Cause, FollowUp, Gut, Interview, Promise, Turn
from rules.calendar import Calendar
from rules.journal import Entry

CAUSES: dict[type[f.Fact], Cause] = {
    f.TheyReplied: Cause.REPLY,
    f.NextRound: Cause.NEXT_ROUND,
    f.InterviewCancelled: Cause.CANCELLED,
    f.CallArranged: Cause.CALL,
    f.OfferMade: Cause.OFFER,
}
WAIT_OF_A_GUT_WITHOUT_A_DAY = timedelta(days=7)


def latest_turn(
    happenings: Iterable[tuple[datetime, Entry]], interviews: Sequence[Interview], calendar: Calendar
) -> Turn | None:
    """The turn that runs after all that happened (given in order); None before there is anything to wait for."""
    turn: Turn | None = None
    by_number = {interview.number: interview for interview in interviews}
    for at, entry in happenings:
        begun = _begun(at, entry, by_number)
        if begun is not None:
            turn = _carrying_promise(begun, turn, calendar)
        turn = _after(turn, at, entry, calendar)
    return turn


def _begun(at: datetime, entry: Entry, interviews: dict[int, Interview]) -> Turn | None:
    """The turn that this entry begins, if it is a sign of life."""
    match entry.fact:
        case f.InterviewHeld(interview=number):
            held = interviews[number]
            return Turn(key=f"i{number}", cause=Cause.INTERVIEW, began=at, stage=held.stage)
        case f.InterviewPlanned(interview=number) | f.InterviewMoved(interview=number):
            planned = interviews[number]
            return Turn(key=f"p{number}", cause=Cause.FIXED, began=at) if planned.is_ahead else None
        case f.InterviewCancelled(interview=number) if not interviews[number].is_cancelled:
            return None
        case fact if cause := CAUSES.get(type(fact)):
            return Turn(key=f"e{entry.number}", cause=cause, began=at)
    return None


def _carrying_promise(begun: Turn, before: Turn | None, calendar: Calendar) -> Turn:
    """A promise that still runs outlives a reply: they wrote, but did not say that it no longer holds.

    The day of a call ends with what is heard on it: that was the call.
    """
    promise = before.promise if before and begun.cause is Cause.REPLY else None
    today = calendar.date_of(begun.began)
    still_runs = promise is not None and (promise.until > today or (promise.until == today and not promise.is_call))
    return replace(begun, promise=promise) if still_runs else begun


def _after(turn: Turn | None, at: datetime, entry: Entry, calendar: Calendar) -> Turn | None:
    """The turn once this entry has happened in it; one that nothing began begins with the user's own act."""
    now = turn or Turn(key="s", cause=Cause.START, began=at)
    match entry.fact:
        case f.AnswerPromised(by=by) | f.CallArranged(at=by):
            is_call = isinstance(entry.fact, f.CallArranged)
            return replace(now, promise=Promise(calendar.day(by), is_call), is_date_refused=False)
        case f.NoDatePromised():
            return replace(now, is_date_refused=True)
        case f.FollowedUp(channel=channel, times=times, happened=happened):
            follow_up = FollowUp(at, channel, is_dated=happened is not None or times == 1)
            return replace(now, follow_ups=now.follow_ups + (follow_up,) * times, gut=None, is_answered=True)
        case f.GutSaid():
            return replace(now, gut=_gut(entry.fact, at, calendar))
        case f.Reopened() if turn:
            return replace(turn, gut=None)
        case f.Answered() | f.Thanked() if turn:
            return replace(turn, is_answered=True)
    return turn


def _gut(fact: f.GutSaid, at: datetime, calendar: Calendar) -> Gut:
    if fact.on is not None:
        return Gut(at, fact.verdict, calendar.day(fact.on))
    waits = fact.verdict is f.Verdict.WAIT
    return Gut(at, fact.verdict, calendar.date_of(at + WAIT_OF_A_GUT_WITHOUT_A_DAY) if waits else None)
