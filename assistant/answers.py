"""Answers to what was asked: commands, questions of etiquette, small talk."""

from datetime import datetime

from assistant.advise import advice_now, step_reply
from assistant.agenda import calendar_reply
from assistant.card import card, found
from assistant.history import history
from assistant.reply import NOTHING, Line, Reply, line, saying
from assistant.rule_pages import rules_told
from assistant.settings import settings_told
from assistant.timeline_words import picture_reply
from assistant.why import why
from language.reading import Asks, Chatter, Request, Topic
from rules.application import Application
from rules.channel import reach
from rules.plan import Advice, Plan, Step
from rules.rule import Action
from rules.rulebook import (
    CHECK_IN,
    CHECK_IN_UNKNOWN,
    CHECK_IN_UNSURE,
    CONFIRMED_CALL,
    GUT,
    LET_GO,
    NEW_DATE,
    SECOND,
)

FOLLOW_UPS = (CHECK_IN, CHECK_IN_UNKNOWN, CHECK_IN_UNSURE, CONFIRMED_CALL, GUT, NEW_DATE, SECOND)


def answer(request: Request, plan: Plan, now: datetime) -> Reply:
    """The answer to a request; undo and cancel are acts and not answered here."""
    about = next((app for app in plan.applications if app.key == request.about), None)
    match request.asks:
        case Asks.ETIQUETTE if request.topic:
            return etiquette(request.topic, plan, now, about)
        case Asks.WHY | Asks.WHY_WAIT:
            is_of_waiting = request.asks is Asks.WHY_WAIT
            return why(_meant(plan, now, about, is_of_waiting=is_of_waiting), plan, now)
        case Asks.NOW:
            return advice_now(plan, now, about)
        case Asks.LIST:
            return card(about, plan, now) if about else found(request.words or "", plan, now)
        case Asks.HISTORY:
            return history(plan)
        case Asks.RULES:
            return rules_told(plan.calendar.preferences, request.words or "")
        case Asks.OVERVIEW | Asks.OVERVIEW_DARK:
            return picture_reply(plan, now, is_dark=request.asks is Asks.OVERVIEW_DARK)
        case Asks.CALENDAR:
            return calendar_reply(plan, now)
        case Asks.SETTINGS:
            return settings_told(plan.calendar.preferences)
        case Asks.START if plan.applications:
            return saying(line("start")) + advice_now(plan, now)
    return saying(line(SIMPLE.get(request.asks, "beyond-me")))


SIMPLE = {Asks.START: "start", Asks.HELP: "help", Asks.STOP: "stop-what"}

SMALL_TALK = {
    Chatter.GREETING: "greeting",
    Chatter.THANKS: "you-are-welcome",
    Chatter.RUDE: "rude",
    Chatter.OFF_TOPIC: "off-topic",
    Chatter.UNREADABLE: "not-understood",
    Chatter.FOREIGN: "english-only",
    Chatter.ARRANGED: "arranged",
    Chatter.CHAT: "chat",
    Chatter.WILLING: "willing",
    Chatter.SAID_WHEN: "said-when",
}
# A line, and then what there is to do.
WITH_ADVICE = {
    Chatter.SILENCE_REPORTED: "silence-reported",
    Chatter.NERVOUS: "nervous",
    Chatter.CHEER: "cheer",
    Chatter.NOT_DONE: "not-done",
    Chatter.UNDECIDED: "undecided",
}


def small_talk(chatter: Chatter, plan: Plan, now: datetime, about: Application | None) -> Reply:
    """A short, warm, useful line; some talk gets the advice of the moment as well, for the application it names."""
    if chatter in WITH_ADVICE:
        return saying(line(WITH_ADVICE[chatter])) + advice_now(plan, now, about)
    if chatter is Chatter.GREETING and plan.applications:
        return saying(line("greeting-known"))
    return saying(line(SMALL_TALK[chatter]))


def etiquette(topic: Topic, plan: Plan, now: datetime, about: Application | None) -> Reply:
    """The rulebook's answer, for this very application where one is meant."""
    app = about or _only_open(plan)
    if topic is Topic.IN_PERSON:
        return saying(line("etiquette-in_person", instead=_instead(app))) + _advice(plan, now, app)
    if topic is Topic.FOLLOW_UP and app is not None:
        return may_follow_up(plan, now, app)
    return saying(line(f"etiquette-{topic.value}")) + _advice(plan, now, app)


def may_follow_up(plan: Plan, now: datetime, application: Application) -> Reply:
    """Whether it is time to ask how things stand: yes with the step, not yet with the day, or no."""
    if not application.is_open:
        return saying(line("no-closed"))
    steps = plan.of(application, now)
    step = next((each for each in steps.now if each.rule in FOLLOW_UPS), None)
    if step is not None:
        return saying(line("yes-now") if step.action is Action.FOLLOW_UP else None) + step_reply(step, plan, now)
    return saying(_no(application, steps)) + advice_now(plan, now, application)


def _no(application: Application, steps: Advice) -> Line:
    """Not yet, never again, or better not: in the words of the reason."""
    turn, coming = application.turn, steps.next
    if turn and len(turn.follow_ups) > 1:
        return line("no-more")
    if any(step.rule is LET_GO for step in steps.now):
        return line("no-longer")
    if coming is not None and coming.rule is LET_GO:
        return line("better-not")
    if steps.now and coming is not None and coming.rule in FOLLOW_UPS:
        return line("not-yet-until", when=coming.opens)
    return line("not-yet")


def _advice(plan: Plan, now: datetime, application: Application | None) -> Reply:
    return advice_now(plan, now, application) if application else NOTHING


def _only_open(plan: Plan) -> Application | None:
    ongoing = [app for app in plan.applications if app.is_open]
    return ongoing[0] if len(ongoing) == 1 else None


def _instead(application: Application | None) -> Line:
    way = reach(CHECK_IN, application) if application else None
    if way is None:
        return line("instead-nobody")
    return line(f"instead-{way.channel.value}", name=way.contact.name or line("somebody"))


def _told_of_last(plan: Plan) -> Application | None:
    """Whoever asks why to wait asks of what was talked of last."""
    return max((app for app in plan.applications if app.is_open), key=lambda app: app.last_told, default=None)


def _meant(plan: Plan, now: datetime, about: Application | None, *, is_of_waiting: bool) -> Step | None:
    """The step asked about: the first one open, or what one waits for."""
    about = about or (_told_of_last(plan) if is_of_waiting else None)
    advice = plan.of(about, now) if about else plan.at(now)
    if is_of_waiting and advice.next:
        return advice.next
    return advice.now[0] if advice.now else advice.next
