"""The morning's digest, said: what is for today, whose word is waited for, who has been quiet for long."""

from collections.abc import Iterable
from datetime import datetime

from assistant.echo import company_of
from assistant.reply import NOTHING, Line, Reply, Row, line, saying
from assistant.standing import step_state
from rules.application import Application
from rules.calendar import Calendar
from rules.digest import DIGEST, Digest
from rules.moments import Day
from rules.plan import Plan, Step

MOST_TOLD = 10


def digest_told(digest: Digest, due: Iterable[Step], said: Reply, plan: Plan, now: datetime) -> Reply:
    """One message: what is due, as `said`, and after it what else the morning holds."""
    told = {step.key for step in due}
    today = [_of_today(step, plan.calendar, now) for step in digest.today if step.key not in told]
    if told:
        reply = saying(line("digest-today")) + said + _listed("digest-also", today)
    else:
        reply = _listed("digest-today-list", today) if today else saying(line("digest-nothing-today"))
    reply += _listed("digest-waiting", [_waiting(app) for app in digest.waiting])
    reply += _listed("digest-quiet", [_quiet(app, plan.calendar) for app in digest.quiet])
    return reply + Reply(named=(DIGEST,))


def _of_today(step: Step, calendar: Calendar, now: datetime) -> Line:
    company, state = company_of(step.application), step_state(step)
    if step.is_open(now):
        return line("digest-line", company=company, words=state)
    at = calendar.local(step.opens)
    return line("digest-line-at", company=company, words=state, at=f"{at.hour}:{at.minute:02}")


def _waiting(app: Application) -> Line:
    promise = app.turn.promise if app.turn else None
    words = line("state-quiet")
    if promise:
        words = (
            line("digest-call", day=Day(promise.until))
            if promise.is_call
            else line("fact-promise", by=Day(promise.until))
        )
    return line("digest-line", company=company_of(app), words=words)


def _quiet(app: Application, calendar: Calendar) -> Line:
    since = calendar.date_of(app.turn.began if app.turn else app.last_told)
    return line("digest-line", company=company_of(app), words=line("digest-since", day=since))


def _listed(text: str, lines: list[Line]) -> Reply:
    """As many as are read of a morning, under their heading."""
    more = [line("digest-more", count=len(lines) - MOST_TOLD)] if len(lines) > MOST_TOLD else []
    return saying(line(text, lines=Row((*lines[:MOST_TOLD], *more), is_list=True))) if lines else NOTHING
