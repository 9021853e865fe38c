"""Putting a step off or leaving it, typed instead of pressed: for the one step that was named last."""

from datetime import datetime

from assistant.advise import advice_now, step_reply
from assistant.hearing import Hearing
from assistant.press_responses import choices_of_moments
from assistant.reply import Reply, line, saying
from language.reading import Asks, Request
from rules.facts import Fact, Nudged, Shown, Skipped, Snoozed
from rules.journal import Journal
from rules.moments import Day, When
from rules.plan import Plan, Step

SHORT_CUTS = (Asks.LATER, Asks.SKIP)


def facts_of_short_cut(request: Request, journal: Journal, plan: Plan, now: datetime) -> tuple[Fact, ...]:
    """What it tells; nothing if no single step is meant, or the moment is not one to be reminded at."""
    step = _meant(request, journal, plan, now) if request.asks in SHORT_CUTS else None
    if step is None:
        return ()
    about = step.application.key
    if request.asks is Asks.SKIP:
        return (Skipped(about=about, step=step.key),)
    until = _until(request.when, plan, now)
    return (Snoozed(about=about, step=step.key, until=until),) if until and now < until < step.closes else ()


def put_off(request: Request, hearing: Hearing) -> Reply:
    """The answer to "later": the step with the moment it comes back at, or the moments to choose from."""
    plan, now = hearing.plan, hearing.now
    step = _meant(request, hearing.journal, plan, now)
    if step is None:
        return advice_now(plan, now)
    if hearing.told:
        return step_reply(step, plan, now)
    until = _until(request.when, plan, now)
    is_over = until is not None and until <= now
    late = line("later-passed") if is_over else line("later-too-late", closes=step.closes) if until else None
    return saying(late) + choices_of_moments(step, plan, now)


def _until(when: When | None, plan: Plan, now: datetime) -> datetime | None:
    """The moment meant; a day means its morning hour. Today without an hour is no moment."""
    if isinstance(when, Day):
        is_today = when.date == plan.calendar.date_of(now)
        return None if is_today else plan.calendar.morning_hour(when.date)
    return plan.calendar.instant(when, now.time()) if when else None


def _meant(request: Request, journal: Journal, plan: Plan, now: datetime) -> Step | None:
    """The step that was named last, the most urgent first; none if the steps are of several applications."""
    named = next((e.fact.steps for e in reversed(journal.entries) if isinstance(e.fact, Shown | Nudged)), ())
    steps = [step for step in plan.open(now) if step.key in named and _fits(step, request.asks)]
    return steps[0] if len({step.application.key for step in steps}) == 1 else None


def _fits(step: Step, asks: Asks) -> bool:
    return step.rule.skippable if asks is Asks.SKIP else bool(step.rings)
