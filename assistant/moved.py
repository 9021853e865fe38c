"""What a changed setting moves: each application's next reminder, as it was told and as it comes now."""

from collections.abc import Iterator
from datetime import datetime

from assistant.echo import company_of
from assistant.reply import NOTHING, Line, Reply, joined, line, saying
from rules.application import Application
from rules.plan import Plan

MOST_TOLD = 5


def what_moved(before: Plan, plan: Plan, now: datetime) -> Reply:
    """The interviews and the reminders that come at another hour of the user's clock than was told."""
    known = {app.key: app for app in before.applications}
    apps = [app for app in plan.applications if app.is_open and app.key in known]
    moved = [
        words
        for app in apps
        for words in (*_interviews(known[app.key], app, before, plan), *_moved(app, before, plan, now))
    ]
    more = len(moved) - MOST_TOLD
    told = joined(saying(words) for words in moved[:MOST_TOLD])
    return told + (saying(line("moved-more", count=more)) if more > 0 else NOTHING)


def next_word(app: Application, plan: Plan, now: datetime) -> datetime | None:
    """When the assistant writes about an application next, once what it says now is said."""
    mine = (plan.next_ring_of(step, now) for step in plan.steps if step.application.key == app.key)
    return min((at for at in mine if at is not None), default=None)


def _interviews(told: Application, app: Application, before: Plan, plan: Plan) -> Iterator[Line]:
    starts = {each.number: before.calendar.local(each.start) for each in told.ahead if each.start}
    for each in app.ahead:
        was = starts.get(each.number)
        if was and each.start and was.replace(tzinfo=None) != plan.calendar.local(each.start).replace(tzinfo=None):
            yield line("moved-interview", company=company_of(app), when=each.start)


def _moved(app: Application, before: Plan, plan: Plan, now: datetime) -> Iterator[Line]:
    old, new = next_word(app, before, now), next_word(app, plan, now)
    as_told = before.calendar.local(old).replace(tzinfo=None) if old else None
    as_it_comes = plan.calendar.local(new).replace(tzinfo=None) if new else None
    if as_told == as_it_comes:
        return
    told = plan.calendar.at(as_told.date(), as_told.time()) if as_told else None
    if told and new:
        yield line("moved", company=company_of(app), to=new, **{"from": told})
    elif new:
        yield line("moved-new", company=company_of(app), to=new)
    elif told:
        yield line("moved-gone", company=company_of(app), **{"from": told})
