"""Advice said: what is open, what comes next and when the assistant will write; or why to wait, and until when."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from assistant.echo import company_of
from assistant.reasons import reason_to_wait
from assistant.reply import NOTHING, Line, Reply, joined, line, saying
from assistant.steps import answer_buttons, labelled, step_buttons, step_line
from assistant.together import together
from rules.application import Application
from rules.plan import Plan, Step
from rules.rule import Action, Urgency
from rules.rulebook import (
    ASK_PROMISE,
    CHECK_IN_UNKNOWN,
    GET_CONTACT,
    HOW_DID_IT_GO,
    LET_GO,
    PREPARE,
    REJECTED,
    WITHDRAW,
)

# What is asked beside the advice: where nothing else is open, the advice is to wait.
BESIDE = (GET_CONTACT, ASK_PROMISE)
# What nobody waits for: a reply says it once, and goes on to what comes next.
QUESTIONS = (*BESIDE, WITHDRAW, REJECTED)
MOST_STEPS_AT_ONCE, MOST_NAMES = 5, 8


def advice_now(plan: Plan, now: datetime, about: Application | None = None) -> Reply:
    """The answer to "what should I do now?", for one application or for all."""
    advice = plan.of(about, now) if about else plan.at(now)
    steps = [step for step in worth_saying(advice.now) if not _was_asked(step, advice.now, plan)]
    several = len({step.application.key for step in steps}) > 1
    to_name = steps[:1] if about is None else []
    told = (step_reply(step, plan, now, named=several or step in to_name, buttons=False) for step in steps)
    others = together(told, MOST_NAMES)[:MOST_STEPS_AT_ONCE]
    if not steps or steps[0].rule in BESIDE:
        reply, heading = _waiting_for_all(plan, now, about), "meanwhile-heading"
    else:
        rows = step_buttons(steps[0], with_company=several)
        reply, heading = replace(others[0], buttons=rows), "also-heading"
        others = others[1:]
    return reply + (saying(line(heading)) if others else NOTHING) + joined(others)


def steps_reply(steps: Sequence[Step], plan: Plan, now: datetime, *, named: bool = True, buttons: bool = True) -> Reply:
    """Steps under the names of their companies, none twice; of several, so are the buttons."""
    several = len(steps) > 1
    rows = tuple(row for step in steps for row in step_buttons(step, with_company=several)) if buttons else ()
    told = (step_reply(step, plan, now, named=named, buttons=False) for step in steps)
    return joined(together(told)) + Reply(buttons=rows)


def advice_after(
    plan: Plan,
    now: datetime,
    application: Application,
    *,
    among_others: bool = False,
    dated: bool = True,
    asks: bool = True,
) -> Reply:
    """What follows from something just told: the application's open steps, then what comes after them.

    A question that a reply asked before is not asked again; `among_others` keeps to what is most urgent, by name;
    not `dated` where the hour of its interview was just told; `asks` nothing where something else is asked first.
    """
    steps = plan.of(application, now)
    new = [step for step in worth_saying(steps.now) if is_news(step, plan)]
    if among_others or not asks:
        new = [step for step in new if step.rule not in QUESTIONS]
    new = new[:1] if among_others else new
    told = joined(
        _told_after(step, plan, now, among_others=among_others, dated=dated, buttons=step is new[0]) for step in new
    )
    told += Reply(buttons=tuple(tuple(row) for step in new[1:] if (row := answer_buttons(step))))
    if not application.is_open:
        return told
    if any(step.rule not in QUESTIONS for step in new):
        return told + (_afterwards(plan, now, steps.now, steps.next) if not among_others else NOTHING)
    meanwhile = saying(line("meanwhile-heading")) if told.paragraphs else NOTHING
    return waiting(plan, now, application, named=among_others) + meanwhile + told


def _told_after(step: Step, plan: Plan, now: datetime, *, among_others: bool, dated: bool, buttons: bool) -> Reply:
    """The step; of an interview ahead what to ask for there is said once, and then only when it is."""
    reply = step_reply(step, plan, now, named=among_others, buttons=buttons, among_others=among_others, dated=dated)
    comes_back, start = reminder(step, plan, now), step.interview.start if step.interview else None
    if step.rule is not PREPARE or step.key not in plan.said or comes_back is None or start is None:
        return reply
    first = line("step-prepare-again", start=start) if dated else comes_back
    words = saying(labelled(first, step) if among_others else first, comes_back if dated else None)
    return replace(reply, paragraphs=words.paragraphs)


def is_news(step: Step, plan: Plan) -> bool:
    """Whether it is no question that was asked before."""
    return step.rule not in QUESTIONS or step.key not in plan.said


def worth_saying(steps: tuple[Step, ...]) -> list[Step]:
    """The steps without the questions that another of them asks too or makes pointless."""
    parting = {step.application.key for step in steps if step.rule is LET_GO}
    asking = {step.application.key for step in steps if step.action is Action.FOLLOW_UP and step.reach is None}
    feeling = {step.application.key for step in steps if step.rule is HOW_DID_IT_GO}
    return [
        step
        for step in steps
        if not (step.rule in (GET_CONTACT, ASK_PROMISE) and step.application.key in parting)
        and not (step.rule is GET_CONTACT and step.application.key in asking)
        and not (step.rule is CHECK_IN_UNKNOWN and step.application.key in feeling)
    ]


def _was_asked(step: Step, steps: tuple[Step, ...], plan: Plan) -> bool:
    """Whether it only asks for a date again while there is something to do; without that the question may wait here."""
    is_free = all(other.rule in BESIDE for other in steps)
    return step.rule is ASK_PROMISE and step.key in plan.said and not is_free


def step_reply(
    step: Step,
    plan: Plan,
    now: datetime,
    *,
    named: bool = True,
    buttons: bool = True,
    among_others: bool = False,
    dated: bool = True,
) -> Reply:
    """One step: what to do, when the assistant comes back to it, its buttons (with the company, among others)."""
    words = step_line(step, plan, now, dated=dated)
    reply = saying(labelled(words, step) if named else words, reminder(step, plan, now))
    rows = step_buttons(step, with_company=among_others) if buttons else ()
    return Reply(reply.paragraphs, rows, named=(step.key,))


def waiting(plan: Plan, now: datetime, application: Application, *, named: bool = True) -> Reply:
    """The full answer where there is nothing to do: until when, and why."""
    coming = plan.of(application, now).next
    if coming is None:
        return saying(line("wait-ask-interview")) if application.turn is None else NOTHING
    until = line("wait-until", when=coming.opens)
    writes = _first_ring(coming, plan)
    promise = line("i-write") if writes == coming.opens else line("remind", when=writes) if writes else None
    reason = reason_to_wait(application, coming, plan.calendar)
    return saying(labelled(until, coming) if named else until, reason, promise)


def _first_ring(coming: Step, plan: Plan) -> datetime | None:
    """When the assistant first speaks of a step that is not open yet. Waiting for it does not count as naming it."""
    said = plan.said.get(coming.key)
    return next((ring.at for ring in coming.rings if not ring.is_said(said)), None)


def _waiting_for_all(plan: Plan, now: datetime, about: Application | None) -> Reply:
    open_ones = [about] if about and about.is_open else [app for app in plan.applications if app.is_open]
    if about is None and not plan.applications:
        return saying(line("nothing-known"))
    accepted = [app for app in plan.applications if app.offer and app.offer.is_accepted]
    if not open_ones:
        return saying(line("celebrate", company=company_of(accepted[-1])) if accepted else line("nothing-open"))
    coming = {app.key: plan.of(app, now).next for app in open_ones}
    known = sorted((app for app in open_ones if coming[app.key]), key=lambda app: coming[app.key].opens)  # type: ignore[union-attr]
    if not known:
        return saying(line("wait"), line("wait-ask-interview"))
    replies = [waiting(plan, now, app) for app in known[:MOST_STEPS_AT_ONCE]]
    return joined(together(replies)) + saying(line("wait-elsewhere"))


def reminder(step: Step, plan: Plan, now: datetime) -> Line | None:
    """When the assistant speaks of an open step again, if it does."""
    at = plan.next_ring_of(step, now)
    if at is None:
        return None
    if step.rule is PREPARE:
        return line("next-prepare", when=at)
    return line("ask-after" if step.rule is HOW_DID_IT_GO else "remind", when=at)


def _afterwards(plan: Plan, now: datetime, open_steps: tuple[Step, ...], coming: Step | None) -> Reply:
    """What comes after the open steps, if that is already known: the next moment at which there is something to do."""
    is_about_interview = any(step.rule in (PREPARE, HOW_DID_IT_GO) for step in open_steps)
    if coming is None or is_about_interview or coming.rule.urgency is Urgency.LET_GO:
        return NOTHING
    writes = _first_ring(coming, plan)
    return saying(line("then-until", when=writes)) if writes else NOTHING
