"""What pressing a button tells: facts, or nothing if the matter is settled already."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from assistant.changing import facts_of_change
from assistant.press import ANSWERED, Press, Verb
from assistant.questions import answer_facts
from assistant.setting_choices import facts_chosen
from assistant.tellings import facts_of_redo, tellings, to_take_back
from language.reading import Answer
from rules import facts as f
from rules.calendar import EVENING, ONE_DAY, Calendar
from rules.journal import Journal
from rules.moments import Day
from rules.plan import Plan, Step
from rules.rulebook import LET_GO, REJECTED, THANK_YOU, THEY_REPLIED, WITHDRAW

Facts = Sequence[f.Fact]
# "In 1 hour" pressed again this soon is the same wish, not another one.
A_DOUBLE_TAP = timedelta(minutes=5)


def facts_of(press: Press, journal: Journal, plan: Plan, now: datetime) -> Facts:
    """The facts that this press tells; empty if it was pressed before or its matter is settled."""
    if press.verb is Verb.ANSWER:
        return _answered(press, journal)
    if press.verb is Verb.UNDO:
        return _undone(journal, press.on)
    if press.verb is Verb.REDO:
        return facts_of_redo(journal, int(press.on)) if press.on.isdecimal() else ()
    if press.verb in (Verb.CHANGE, Verb.CHOOSE):
        return facts_of_change(press, plan, now)
    if press.verb is Verb.FEEL:
        return _felt(press, plan)
    if press.verb is Verb.UNMUTE:
        return [f.Unmuted(about=app.key) for app in plan.applications if app.key == press.on and app.is_muted]
    if press.verb is Verb.SET:
        return facts_chosen(press, plan.calendar.preferences)
    step = plan.find(press.on)
    return OF_STEP[press.verb](press, step, plan, now) if step and press.verb in OF_STEP else ()


def snooze_choices(step: Step, calendar: Calendar, now: datetime) -> dict[str, datetime]:
    """When a step may come back, by the name of the choice: only moments ahead within its window."""
    return {name: at for name, at in snooze_moments(calendar, now).items() if now < at < step.closes}


def snooze_moments(calendar: Calendar, now: datetime) -> dict[str, datetime]:
    """What each choice means at this moment, whether it is still ahead or not."""
    today = calendar.date_of(now)
    return {
        "hour": now + timedelta(hours=1),
        "tonight": calendar.at(today, EVENING),
        "tomorrow": calendar.morning_hour(today + ONE_DAY),
        "days": calendar.morning_hour(today + 3 * ONE_DAY),
    }


def _done(press: Press, step: Step, plan: Plan, now: datetime) -> Facts:
    about = step.application.key
    if step.rule in (THANK_YOU, REJECTED):
        return (f.Thanked(about=about),)
    if step.rule is THEY_REPLIED:
        return (f.Answered(about=about),)
    if step.rule is LET_GO:
        return (f.Closed(about=about),)
    if step.rule is WITHDRAW:
        return tuple(f.Withdrew(about=app.key) for app in plan.applications if app.is_open)
    today = Day(plan.calendar.date_of(now))
    return (f.FollowedUp(about=about, happened=today, channel=step.reach.channel if step.reach else None),)


def _skipped(press: Press, step: Step, plan: Plan, now: datetime) -> Facts:
    return (f.Skipped(about=step.application.key, step=step.key),)


def _snoozed(press: Press, step: Step, plan: Plan, now: datetime) -> Facts:
    until = snooze_choices(step, plan.calendar, now).get(press.choice)
    if until is None or any(ring.is_chosen and abs(ring.at - until) < A_DOUBLE_TAP for ring in step.rings):
        return ()
    return (f.Snoozed(about=step.application.key, step=step.key, until=until),)


def _gut(press: Press, step: Step, plan: Plan, now: datetime) -> Facts:
    if press.choice not in set(f.Verdict):
        return ()
    return (f.GutSaid(about=step.application.key, verdict=f.Verdict(press.choice)),)


def _offer(press: Press, step: Step, plan: Plan, now: datetime) -> Facts:
    return (f.OfferAnswered(about=step.application.key, accepted=press.choice == "yes"),)


def _no_date(press: Press, step: Step, plan: Plan, now: datetime) -> Facts:
    return (f.NoDatePromised(about=step.application.key),)


def _called(press: Press, step: Step, plan: Plan, now: datetime) -> Facts:
    return (f.TheyReplied(about=step.application.key, channel=None if press.choice == ANSWERED else f.Channel.PHONE),)


OF_STEP: dict[Verb, Callable[[Press, Step, Plan, datetime], Facts]] = {
    Verb.DONE: _done,
    Verb.SKIP: _skipped,
    Verb.SNOOZE: _snoozed,
    Verb.GUT: _gut,
    Verb.OFFER: _offer,
    Verb.NO_DATE: _no_date,
    Verb.CALLED: _called,
}


def _answered(press: Press, journal: Journal) -> Facts:
    is_whole = press.on.isdecimal() and press.choice.isdecimal()
    return answer_facts(journal, Answer(int(press.on), (int(press.choice),))) if is_whole else ()


def _undone(journal: Journal, source: str) -> Facts:
    told = tellings(journal, int(source)) if source.isdecimal() else ()
    numbers = to_take_back(journal, told)
    return (f.Retracted(entries=numbers),) if numbers else ()


def _felt(press: Press, plan: Plan) -> Facts:
    key, _, number = press.on.partition(".")
    application = next((app for app in plan.applications if app.key == key), None)
    interview = next((i for i in application.interviews if str(i.number) == number), None) if application else None
    if application is None or interview is None or press.choice not in set(f.Feeling):
        return ()
    feeling = f.Feeling(press.choice)
    if interview.feeling is feeling:
        return ()
    report = () if interview.is_held else (f.InterviewHeld(about=key, interview=interview.number),)
    return (*report, f.Felt(about=key, feeling=feeling, interview=interview.number))
