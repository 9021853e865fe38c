"""Putting a step off, leaving it, or hearing no more of an application, typed instead of pressed."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from assistant.advise import advice_now, reminder, step_reply
from assistant.hearing import Hearing
from assistant.press import Press, Verb
from assistant.press_responses import choices_of_moments
from assistant.reply import Choice, Reply, line, saying
from assistant.steps import labelled
from language.known import label
from language.reading import Asks, Request
from rules.application import Application
from rules.facts import WHEN_BACK, Asked, Fact, Muted, Nudged, Option, Shown, Skipped, Snoozed, Unmuted
from rules.journal import Journal
from rules.moments import Day, When
from rules.plan import Plan, Step

STEP_SHORT_CUTS = (Asks.LATER, Asks.SKIP)
SHORT_CUTS = (*STEP_SHORT_CUTS, Asks.MUTE, Asks.UNMUTE)
WHICH_STEP, WHICH_MUTED = "doubt-which-step", "doubt-which-application"


def facts_of_short_cut(request: Request, journal: Journal, plan: Plan, now: datetime) -> tuple[Fact, ...]:
    """What it tells; a question where it may be of several applications; nothing where it cannot be done."""
    if request.asks in STEP_SHORT_CUTS:
        steps = _meant(request, journal, plan, now)
        options = [(step.application, facts) for step in steps if (facts := _of_step(request, step, plan, now))]
        return _one_of(WHICH_STEP, options)
    if request.asks in SHORT_CUTS:
        options = [(app, (_of_application(request, app),)) for app in _applications(request, journal, plan, now)]
        return _one_of(WHICH_MUTED, options)
    return ()


def put_off(request: Request, hearing: Hearing) -> Reply:
    """The answer to "later": the step with the moment it comes back at, or the moments to choose from."""
    plan, now = hearing.plan, hearing.now
    steps = _meant(request, hearing.journal, plan, now)
    if any(isinstance(fact, Asked) for fact in hearing.told):
        return Reply()
    if hearing.told:
        return _comes_back(hearing)
    if not steps or _is_early(request, steps, plan, now):
        is_idle = request.when is not None and plan.applications and not plan.open(now)
        return saying(line("later-not-due") if is_idle else None) + advice_now(plan, now, _named(request, plan))
    return _too_late(request, steps[0], plan, now) if len(steps) == 1 else _which(steps)


def nothing_changed(request: Request, hearing: Hearing) -> Reply:
    """The answer where there is nothing to hush; where nothing was hushed, "remind me again" asks when."""
    if request.asks is Asks.UNMUTE:
        return put_off(replace(request, asks=Asks.LATER), hearing)
    return saying(line("muted" if request.about else "nothing-to-mute"))


def _one_of(question: str, options: Sequence[tuple[Application, tuple[Fact, ...]]]) -> tuple[Fact, ...]:
    """The facts of the only one there is; of several, the question which is meant."""
    if len(options) < 2:
        return options[0][1] if options else ()
    return (Asked(question=question, options=tuple(Option(label=label(app), facts=facts) for app, facts in options)),)


def _of_step(request: Request, step: Step, plan: Plan, now: datetime) -> tuple[Fact, ...]:
    about = step.application.key
    if request.asks is Asks.SKIP:
        return (Skipped(about=about, step=step.key),)
    heard_again = (Unmuted(about=about),) if step.application.is_muted else ()
    until = _until(request.when, plan, now)
    is_in_time = until and now < until < step.closes and step.opens <= until
    return (*heard_again, Snoozed(about=about, step=step.key, until=until)) if until and is_in_time else heard_again


def _of_application(request: Request, application: Application) -> Fact:
    kind = Muted if request.asks is Asks.MUTE else Unmuted
    return kind(about=application.key)


def _is_early(request: Request, steps: Sequence[Step], plan: Plan, now: datetime) -> bool:
    """Whether nothing can be done by then anyway; without a moment, whether nothing can be done now."""
    until = _until(request.when, plan, now) or now
    return all(max(now, until) < step.opens for step in steps)


def _comes_back(hearing: Hearing) -> Reply:
    snoozed = next((fact.step for fact in hearing.told if isinstance(fact, Snoozed)), None)
    step = hearing.plan.find(snoozed) if snoozed else None
    if step is None or not step.is_open(hearing.now):
        about = next((app for app in hearing.plan.applications if app.key == hearing.told[0].about), None)
        return advice_now(hearing.plan, hearing.now, about)
    reply = step_reply(step, hearing.plan, hearing.now)
    at = reminder(step, hearing.plan, hearing.now)
    return replace(reply, paragraphs=saying(labelled(at, step)).paragraphs) if at else reply


def _too_late(request: Request, step: Step, plan: Plan, now: datetime) -> Reply:
    """That it cannot come back then, and when it can."""
    until = _until(request.when, plan, now)
    is_over = until is not None and until <= now
    late = line("later-passed") if is_over else line("later-too-late", closes=step.closes) if until else None
    return saying(late) + choices_of_moments(step, plan, now)


def _which(steps: Sequence[Step]) -> Reply:
    """Which of several steps may come back later, a button each."""
    rows = tuple(
        (Choice(line("option-name", name=label(each.application)), Press(Verb.LATER, each.key)),) for each in steps
    )
    return Reply(saying(line(WHICH_STEP)).paragraphs, rows)


def _until(when: When | None, plan: Plan, now: datetime) -> datetime | None:
    """The moment meant; a day means its morning hour. Today without an hour is no moment."""
    if isinstance(when, Day):
        is_today = when.date == plan.calendar.date_of(now)
        return None if is_today else plan.calendar.morning_hour(when.date)
    return plan.calendar.instant(when, now.time()) if when else None


def _meant(request: Request, journal: Journal, plan: Plan, now: datetime) -> list[Step]:
    """The most urgent step of each application that may be meant: of the one named, else of those named last."""
    named = _named(request, plan)
    if named is not None:
        return list(_first_of_each([*plan.of(named, now).now, *_coming(named, plan, now)], request.asks))
    steps = plan.open(now)
    if not steps:
        coming = [step for app in plan.applications for step in _coming(app, plan, now)]
        return [step for step in _first_of_each(coming, request.asks) if not _is_early(request, [step], plan, now)]
    last = next((shown for entry in reversed(journal.entries) if (shown := _shown(entry.fact, steps))), steps)
    return list(_first_of_each(last, request.asks))


def _shown(fact: Fact, steps: Sequence[Step]) -> list[Step]:
    """Those of the steps that a reply or a nudge named."""
    keys = {key.removeprefix(WHEN_BACK) for key in fact.steps} if isinstance(fact, Shown | Nudged) else set()
    return [step for step in steps if step.key in keys]


def _first_of_each(steps: Sequence[Step], asks: Asks) -> Iterator[Step]:
    seen: set[str] = set()
    for step in steps:
        fits = step.rule.skippable if asks is Asks.SKIP else bool(step.rings or step.application.is_muted)
        if fits and step.application.key not in seen:
            seen.add(step.application.key)
            yield step


def _coming(application: Application, plan: Plan, now: datetime) -> list[Step]:
    coming = plan.of(application, now).next
    return [coming] if coming else []


def _named(request: Request, plan: Plan) -> Application | None:
    return next((app for app in plan.applications if app.key == request.about), None)


def _applications(request: Request, journal: Journal, plan: Plan, now: datetime) -> list[Application]:
    """The applications that may be meant: the one named, else those whose steps were named last, else all open ones."""
    named = _named(request, plan)
    candidates = [app for app in plan.applications if app.is_open and app.is_muted is (request.asks is Asks.UNMUTE)]
    if named:
        return [app for app in candidates if app is named]
    last = {step.application.key for step in _meant(Request(Asks.LATER), journal, plan, now)}
    return [app for app in candidates if app.key in last] or candidates
