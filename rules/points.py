"""The points in time of interview talk: starts and ends, the end of patience, the gut's day, the letting go."""

from collections.abc import Callable
from datetime import datetime, time, timedelta

from rules.application import Cause, Interview, Turn
from rules.calendar import EVENING, ONE_DAY
from rules.facts import Feeling, Stage, Verdict
from rules.windows import Case, Point, Series, business_days_after, morning_of

EARLY_START = time(11)
LAST_HOUR_FOR_THANKS = time(20)
LONGER_AFTER_FINAL, SHORTER_AFTER_PHONE_SCREEN, LONGER_AFTER_REPLY = 2, -1, 5
MUCH_LATER, A_WEEK_LATER, TWO_WEEKS_LATER = 30, 5, 10
DAYS_TO_REMIND_OF_A_DEADLINE = 2


def _of_interview(words: str, of: Callable[[Interview], datetime | None]) -> Point:
    return Point(words, lambda case: of(case.interview) if case.interview else None)


def _of_turn(words: str, of: Callable[[Turn, Case], datetime | None]) -> Point:
    return Point(words, lambda case: of(case.turn, case) if case.turn else None)


WHEN_TOLD = _of_interview("when told", lambda interview: interview.told)
REPORT = _of_interview("the report", lambda interview: interview.reported)
START = _of_interview("its start", lambda interview: interview.start)
START_OR_END = _of_interview("its start", lambda interview: interview.start or interview.end)
END = _of_interview("its end", lambda interview: interview.end)

TURN_BEGAN = _of_turn("the sign of life", lambda turn, case: turn.began)
OFFER_MADE = Point("the offer", lambda case: case.application.offer.made if case.application.offer else None)
CLOSED = Point("the news", lambda case: case.application.closing.at if case.application.closing else None)
CALL_TIME = Point("the time of the call", lambda case: case.application.call.at if case.application.call else None)


def _card_reminder(case: Case) -> datetime | None:
    """The evening before an early start, else the morning of the day, whatever day of the week."""
    interview, calendar = case.interview, case.calendar
    if interview is None:
        return None
    day = calendar.date_of(interview.start or interview.end)
    if interview.start is not None and calendar.local(interview.start).time() < EARLY_START:
        return calendar.at(day - ONE_DAY, EVENING)
    return calendar.morning_hour(day)


CARD_REMINDER = Point("20:00 the evening before if it starts before 11:00, else its morning", _card_reminder)


def _time_for_thanks(case: Case) -> datetime | None:
    """Two hours after the end; later than 20:00, the next morning hour. Weekends only if the user wants that."""
    if case.interview is None:
        return None
    calendar = case.calendar
    at = calendar.local(case.interview.end + timedelta(hours=2))
    late = at.time() > LAST_HOUR_FOR_THANKS or at.date() > calendar.date_of(case.interview.end)
    day = calendar.date_of(case.interview.end) + ONE_DAY if late else at.date()
    if not case.preferences.thanks_on_weekends and not calendar.is_business_day(day):
        return calendar.morning(day)
    return calendar.morning_hour(day) if late else at.astimezone(case.interview.end.tzinfo)


TIME_FOR_THANKS = Point("2 h after its end; after 20:00, the next morning hour, any day", _time_for_thanks)


def _days_without_promise(turn: Turn, case: Case) -> int:
    usual = case.preferences.days_without_promise
    if turn.cause in (Cause.REPLY, Cause.NEXT_ROUND):
        return usual + LONGER_AFTER_REPLY
    if turn.stage is Stage.FINAL:
        return usual + LONGER_AFTER_FINAL
    if turn.stage is Stage.PHONE_SCREEN:
        return usual + SHORTER_AFTER_PHONE_SCREEN
    return usual


def _patience_ends(turn: Turn, case: Case) -> datetime:
    calendar = case.calendar
    if turn.promise:
        until = calendar.business_days_after(turn.promise.until, case.preferences.days_after_promise)
    else:
        until = calendar.business_days_after(calendar.date_of(turn.began), _days_without_promise(turn, case))
    chosen = turn.gut.on if turn.gut and not turn.follow_ups else None
    return calendar.morning(max(until, chosen) if chosen else until)


PATIENCE_ENDS = _of_turn(
    "the morning of the promise + {days_after_promise} bd; no promise: of {days_without_promise} bd after the last sign"
    f" of life ({LONGER_AFTER_FINAL} more after a final, {-SHORTER_AFTER_PHONE_SCREEN} less after a phone screen,"
    f" {LONGER_AFTER_REPLY} more after a reply without a date)",
    _patience_ends,
)
PATIENCE_OF_THE_UNSURE = business_days_after(PATIENCE_ENDS, A_WEEK_LATER)


def _gut_moment(turn: Turn, case: Case) -> datetime | None:
    if not turn.follow_ups:
        return None
    calendar = case.calendar
    asked = calendar.date_of(turn.follow_ups[0].at) + timedelta(days=case.preferences.days_before_gut)
    if turn.promise:
        asked = max(asked, calendar.business_days_after(turn.promise.until, case.preferences.days_after_promise))
    return calendar.morning(asked)


GUT_MOMENT = _of_turn(
    "the morning of the first follow-up + {days_before_gut} days, not before the promise + {days_after_promise} bd",
    _gut_moment,
)


def _chosen_moment(turn: Turn, case: Case) -> datetime | None:
    if turn.gut is None:
        return None
    return case.calendar.morning(turn.gut.on) if turn.gut.on else turn.gut.at


CHOSEN_MOMENT = _of_turn("at once, or the morning of the day given", _chosen_moment)


def _chosen_ring(turn: Turn, case: Case) -> datetime | None:
    if turn.gut is None:
        return None
    day = turn.gut.on or case.calendar.date_of(turn.gut.at) + ONE_DAY
    return case.calendar.morning(day)


CHOSEN_RING = _of_turn("the day given, or the next morning", _chosen_ring)


def _deadline(case: Case) -> datetime | None:
    offer = case.application.offer
    return (offer.deadline or business_days_after(OFFER_MADE, TWO_WEEKS_LATER).of(case)) if offer else None


OFFER_ENDS = Point(f"the deadline, else {TWO_WEEKS_LATER} bd after the offer", _deadline)


def _mornings_before_deadline(case: Case) -> tuple[datetime, ...]:
    offer, calendar = case.application.offer, case.calendar
    if offer is None or offer.deadline is None:
        return ()
    # A deadline on a day ends with it: the last morning is the one of that day, not of the midnight after.
    last = calendar.date_of(offer.deadline - timedelta(seconds=1))
    days = [calendar.business_days_before(last, back) for back in range(DAYS_TO_REMIND_OF_A_DEADLINE, 0, -1)]
    mornings = [calendar.morning_hour(day) for day in [*days, last]]
    return tuple(morning for morning in mornings if offer.made < morning < offer.deadline)


MORNINGS_BEFORE_DEADLINE = Series(
    f"each morning from {DAYS_TO_REMIND_OF_A_DEADLINE} bd before the deadline", _mornings_before_deadline
)

CHECK_IN_CLOSES = business_days_after(PATIENCE_ENDS, MUCH_LATER)
UNSURE_CLOSES = business_days_after(PATIENCE_OF_THE_UNSURE, MUCH_LATER)
GUT_CLOSES = business_days_after(GUT_MOMENT, TWO_WEEKS_LATER)
SECOND_CLOSES = business_days_after(CHOSEN_MOMENT, TWO_WEEKS_LATER)
NEW_DATE_OPENS = morning_of(business_days_after(TURN_BEGAN, 2))
NEW_DATE_CLOSES = business_days_after(NEW_DATE_OPENS, TWO_WEEKS_LATER)


def _after_second(turn: Turn, case: Case) -> datetime:
    second, calendar = turn.follow_ups[-1], case.calendar
    if not second.is_dated:
        return second.at
    day = calendar.business_days_after(calendar.date_of(second.at), case.preferences.days_before_letting_go)
    return calendar.morning(day)


def _unreported(case: Case) -> datetime | None:
    """For an interview that nobody reported on: when the window of a check-in after it would have closed."""
    last = case.application.ahead[-1]
    report = Turn(key="", cause=Cause.INTERVIEW, began=last.end, stage=last.stage)
    return CHECK_IN_CLOSES.of(Case(application=case.application, calendar=case.calendar, subject="", turn=report))


def _let_go_moment(turn: Turn, case: Case) -> datetime | None:
    if case.application.ahead:
        return _unreported(case)
    if turn.cause is Cause.OFFER:
        return OFFER_ENDS.of(case)
    if turn.gut and turn.gut.verdict is Verdict.LET_GO:
        return turn.gut.at
    if len(turn.follow_ups) > 1:
        return _after_second(turn, case)
    if turn.follow_ups:
        return (SECOND_CLOSES if turn.gut else GUT_CLOSES).of(case)
    return _last_window_of_silence(turn, case).of(case)


def _last_window_of_silence(turn: Turn, case: Case) -> Point:
    if turn.cause is Cause.CANCELLED:
        return NEW_DATE_CLOSES
    wants_to_write = turn.gut is not None or turn.cause is Cause.NEXT_ROUND
    if case.application.feeling is Feeling.BAD and not wants_to_write:
        return PATIENCE_ENDS
    return UNSURE_CLOSES if case.application.feeling is Feeling.UNSURE and not wants_to_write else CHECK_IN_CLOSES


LET_GO_MOMENT = _of_turn(
    "the morning of {days_before_letting_go} bd after the second follow-up; at once if the gut says so; feeling bad:"
    " the moment a check-in would open; else when the last window of the application has closed",
    _let_go_moment,
)
