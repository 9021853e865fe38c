"""Why to wait, in a sentence that is true of this very application; and, once a day, that silence is normal."""

from dataclasses import replace
from datetime import datetime

from assistant.reply import Line, Reply, line
from rules.application import Application, Cause, Turn
from rules.calendar import Calendar
from rules.facts import COMFORT, Feeling, Verdict
from rules.moments import Day
from rules.plan import Plan, Step
from rules.rulebook import CONFIRMED_CALL, LET_GO, NEW_DATE

SILENT = ("wait-no-promise", "wait-no-date-named")
"""The reasons for which it is a comfort to hear that silence is normal."""


def comfort(reason: Line | None) -> Line | None:
    """That silence is normal, where nothing is known but that they are silent."""
    return line("wait-silence") if reason and reason.text in SILENT else None


def comforted(reply: Reply, plan: Plan, now: datetime) -> Reply:
    """The reply with that said below the last wait that it explains, unless the user heard it today."""
    said, normal = plan.said.get(COMFORT), line("wait-silence")
    is_heard = said is not None and plan.calendar.date_of(said) == plan.calendar.date_of(now)
    below = [place for place, words in enumerate(reply.paragraphs, start=1) if any(map(comfort, words))]
    if is_heard or not below or any(normal in words for words in reply.paragraphs):
        return reply
    paragraphs = (*reply.paragraphs[: below[-1]], (normal,), *reply.paragraphs[below[-1] :])
    return replace(reply, paragraphs=paragraphs, named=(*reply.named, COMFORT))


def reason_to_wait(application: Application, coming: Step, calendar: Calendar) -> Line | None:
    """The reason to wait for the step that comes next; None where there is nothing to say."""
    turn = application.turn
    if coming.rule is CONFIRMED_CALL and application.call:
        return line("wait-call", when=application.call.at)
    if application.ahead:
        first = application.ahead[0]
        return line("wait-interview", when=first.at or Day(calendar.date_of(first.end)))
    if coming.rule is NEW_DATE:
        return line("wait-new-date")
    if turn is None:
        return None
    if turn.gut and turn.gut.verdict is not Verdict.LET_GO:
        return line("wait-gut")
    if turn.follow_ups:
        return line("wait-second" if len(turn.follow_ups) > 1 else "wait-first")
    return _of_silence(application, turn, coming, calendar)


def _of_silence(application: Application, turn: Turn, coming: Step, calendar: Calendar) -> Line:
    """Nobody has asked yet: how it felt comes first, then what they said of their answer."""
    if application.feeling is Feeling.BAD and turn.cause is not Cause.NEXT_ROUND:
        return line("wait-bad")
    if coming.rule is LET_GO:
        return line("wait-not-asking")
    if application.feeling is Feeling.UNSURE and turn.cause is not Cause.NEXT_ROUND:
        return line("wait-unsure")
    if turn.promise:
        return line("wait-promise", promise=Day(turn.promise.until), grace=calendar.preferences.days_after_promise)
    if turn.cause in (Cause.REPLY, Cause.NEXT_ROUND):
        return line("wait-reply")
    return line("wait-no-date-named" if turn.is_date_refused else "wait-no-promise")
