"""The steps of the plan, said: what to do, whom to reach, and the buttons below it."""

from dataclasses import replace
from datetime import date, datetime, time

from assistant.echo import company_of
from assistant.letter_press import letter_press
from assistant.letter_rules import letter_of
from assistant.press import ANSWERED, Press, Verb
from assistant.reply import Choice, Line, Value, line
from language.reading import LetterWish
from rules.application import Cause
from rules.calendar import ONE_DAY, Calendar
from rules.facts import Channel, Feeling, Verdict
from rules.plan import Plan, Step
from rules.rule import Action
from rules.rulebook import (
    ASK_PROMISE,
    CHECK_IN,
    CHECK_IN_UNKNOWN,
    CHECK_IN_UNSURE,
    CONFIRMED_CALL,
    GET_CONTACT,
    GUT,
    HOW_DID_IT_GO,
    LET_GO,
    OFFER,
    PREPARE,
    SECOND,
    THANK_YOU,
    WITHDRAW,
)

REACHES_OUT = (Action.FOLLOW_UP,)
CANNOT_BE_DONE = (PREPARE, HOW_DID_IT_GO, GET_CONTACT, CHECK_IN_UNKNOWN, CHECK_IN_UNSURE, GUT, OFFER, ASK_PROMISE)


def step_line(step: Step, plan: Plan, now: datetime, *, dated: bool = True) -> Line:
    """What to do, in one or two sentences; not `dated` where the interview's hour has just been said."""
    if step.action in REACHES_OUT:
        return _reaching_out(step, plan.calendar, now)
    match step.rule.id:
        case THANK_YOU.id:
            return _thanks(step)
        case PREPARE.id if dated and step.interview and step.interview.start:
            return line("step-prepare-at", start=step.interview.start)
        case OFFER.id if step.application.offer and step.application.offer.deadline:
            return line("step-offer-deadline", deadline=last_moment(step.application.offer.deadline, plan.calendar))
        case GUT.id if step.application.turn and step.application.turn.follow_ups[-1].is_dated:
            return line("step-gut-since", day=plan.calendar.date_of(step.application.turn.follow_ups[-1].at))
        case WITHDRAW.id:
            return _withdrawing(plan)
    if step.rule is LET_GO:
        return _letting_go(step)
    return line(f"step-{step.rule.id}")


def labelled(words: Line, step: Step) -> Line:
    """The words under the name of the company."""
    return line("labelled", company=company_of(step.application), words=words)


def step_buttons(step: Step, *, with_company: bool = False) -> tuple[tuple[Choice, ...], ...]:
    """The rows below a step: its answers, then Done, Later, Skip and Why? as far as they make sense for it."""
    answers = answer_buttons(step)
    common = [_choice("done", Press(Verb.DONE, step.key))] if step.rule not in CANNOT_BE_DONE else []
    if step.rule in (LET_GO, WITHDRAW):
        common = []
    common += [_choice("later", Press(Verb.LATER, step.key))] if step.rings else []
    common += [_choice("skip", Press(Verb.SKIP, step.key))] if step.rule.skippable and step.rule is not WITHDRAW else []
    common += [_choice("why", Press(Verb.WHY, step.key))]
    rows = tuple(tuple(row) for row in (answers, _letter(step), common) if row)
    return tuple(tuple(_of_company(c, step) for c in row) for row in rows) if with_company else rows


def answer_buttons(step: Step) -> list[Choice]:
    """The answers to what the step asks."""
    return [_choice(name, press) for name, press in _answers(step)]


def feeling_buttons(application: str, interview: int) -> tuple[Choice, ...]:
    return tuple(
        _choice(feeling.value, Press(Verb.FEEL, f"{application}.{interview}", feeling.value)) for feeling in Feeling
    )


def _answers(step: Step) -> list[tuple[str, Press]]:
    rule, key = step.rule, step.key
    felt = step.interview or (step.application.held[-1] if step.application.held else None)
    if rule in (HOW_DID_IT_GO, CHECK_IN_UNKNOWN) and felt:
        thing = f"{step.application.key}.{felt.number}"
        return [(feeling.value, Press(Verb.FEEL, thing, feeling.value)) for feeling in Feeling]
    gut = {verdict: Press(Verb.GUT, key, verdict.value) for verdict in Verdict}
    if rule is GUT:
        return [("write", gut[Verdict.WRITE]), ("wait", gut[Verdict.WAIT]), ("let-go", gut[Verdict.LET_GO])]
    if rule in (CHECK_IN_UNKNOWN, CHECK_IN_UNSURE):
        return [("write", gut[Verdict.WRITE]), ("let-go", gut[Verdict.LET_GO])]
    if rule is OFFER:
        return [("accepted", Press(Verb.OFFER, key, "yes")), ("declined", Press(Verb.OFFER, key, "no"))]
    if rule is CONFIRMED_CALL:
        return [("they-called", Press(Verb.CALLED, key))]
    if rule in (CHECK_IN, SECOND):
        return [("they-answered", Press(Verb.CALLED, key, ANSWERED))]
    if rule is ASK_PROMISE:
        return [("no-date", Press(Verb.NO_DATE, key))]
    if rule is WITHDRAW:
        return [("withdraw", Press(Verb.DONE, key)), ("keep", Press(Verb.SKIP, key))]
    return [("close", Press(Verb.DONE, key))] if rule is LET_GO else []


def _letter(step: Step) -> list[Choice]:
    """The letter of the step; of a withdrawal those to all the others."""
    letter = letter_of(step.rule)
    application = None if step.rule is WITHDRAW else step.application
    return [_choice("letter", letter_press(application, LetterWish(letter)))] if letter else []


def _choice(name: str, press: Press) -> Choice:
    return Choice(line(f"button-{name}"), press)


def _of_company(choice: Choice, step: Step) -> Choice:
    label = line("button-for", button=choice.label, company=company_of(step.application))
    return replace(choice, label=label)


def _thanks(step: Step) -> Line:
    names = tuple(contact.called for contact in step.unthanked if contact.called)
    address = step.reach.address if step.reach else None
    if len(names) > 1:
        return line("step-thank-you-names", names=names)
    if not address and (
        phone := next((one.phone for one in step.unthanked or step.application.contacts if one.phone), None)
    ):
        return line("step-thank-you-phone", name=names[0] if names else line("somebody"), phone=phone)
    if names:
        named = {"name": names[0]}
        return (
            line("step-thank-you-name-to", **named, address=address)
            if address
            else line("step-thank-you-name", **named)
        )
    return line("step-thank-you-to", address=address) if address else line("step-thank-you")


def _withdrawing(plan: Plan) -> Line:
    names = tuple(name for app in plan.applications if app.is_open and (name := app.company or app.role))
    return line("step-withdraw-names", names=names) if names else line("step-withdraw")


def _letting_go(step: Step) -> Line:
    turn = step.application.turn
    if turn is not None and turn.cause is Cause.OFFER:
        return line("step-let-go-offer")
    return line("step-let-go" if turn is not None and turn.follow_ups else "step-let-go-unasked")


def _reaching_out(step: Step, calendar: Calendar, now: datetime) -> Line:
    reach = step.reach
    if reach is None:
        return line(f"step-{step.rule.id}-nobody")
    name: Value = reach.contact.called or line("somebody")
    text = f"step-{step.rule.id}-{reach.channel.value}"
    call_at = calendar.next_time_to_call(now)
    if reach.channel is Channel.PHONE and call_at != now:
        return line(f"{text}-later", name=name, address=reach.address, **{"call-at": call_at})
    return line(text, name=name, address=reach.address)


def last_moment(deadline: datetime, calendar: Calendar) -> date | datetime:
    """A deadline at a midnight is meant as the end of the day before."""
    local = calendar.local(deadline)
    return local.date() - ONE_DAY if local.time() == time.min else deadline
