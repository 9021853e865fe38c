"""The card of one application: how it stands, what comes next, its interviews, its people, their last words."""

from collections.abc import Sequence
from datetime import datetime

from assistant.advise import step_reply, waiting, worth_saying
from assistant.fact_words import words_of
from assistant.listing import (
    CLOSED,
    LONGEST_NAME,
    OPEN,
    is_filed,
    listed,
    named,
    shelf_press,
    shortened,
    state_in_a_line,
)
from assistant.press import Press, Verb
from assistant.reply import NOTHING, Choice, Line, Reply, Row, Value, line, saying
from assistant.steps import step_buttons
from language.searches import Search
from rules import facts as f
from rules.application import Application, Contact, Interview
from rules.calendar import Calendar
from rules.moments import Day
from rules.plan import Plan

FROM_THEM = (
    f.TheyReplied,
    f.NextRound,
    f.OfferMade,
    f.Rejected,
    f.InterviewCancelled,
    f.InterviewMoved,
    f.CallArranged,
)
MOST_INTERVIEWS, MOST_CONTACTS = 6, 6


def card(app: Application, plan: Plan, now: datetime) -> Reply:
    """Everything known of an application, with the buttons of what there is to do now."""
    role = shortened(app.role, LONGEST_NAME) if app.role and app.company else None
    state = state_in_a_line(app, plan, now)
    head = line("card-role", company=named(app), role=role, state=state) if role else None
    reply = saying(head or line("card", company=named(app), state=state)) + _next(app, plan, now)
    reply += saying(_interviews(app, plan.calendar)) + saying(_contacts(app))
    reply += saying(_promise(app), _last_word(app, plan))
    back = shelf_press(CLOSED if is_filed(app, plan, now) else OPEN, app.key)
    edit = Choice(line("button-edit"), Press(Verb.CHANGE, app.key))
    return reply + Reply(buttons=((edit, Choice(line("button-back-to-list"), back)),))


def found(words: str, plan: Plan, now: datetime) -> Reply:
    """What the words find: the card, if a name finds only one; without words all that is open."""
    search = Search(words)
    hits = [app for app in plan.applications if search.finds(app)]
    if len(hits) == 1 and search.is_of_names:
        return card(hits[0], plan, now)
    return listed(plan, now, words)


def card_button(app: Application) -> Choice:
    return Choice(line("button-to-card"), Press(Verb.CARD, app.key))


def find(key: str | None, plan: Plan) -> Application | None:
    """The application of that key in the user's own journal."""
    return next((app for app in plan.applications if app.key == key), None)


def interview_words(interview: Interview, calendar: Calendar) -> Line:
    """Which interview it is, and when."""
    stage: Value = line(f"stage-{interview.stage.value}") if interview.stage else line("card-interview")
    if interview.at is None:
        return line("card-interview-undated", stage=stage)
    return line("card-interview-on", stage=stage, when=interview.at)


def contact_name(contact: Contact) -> Value:
    """The name, or else the address by which the contact is known."""
    told = contact.name or contact.email or contact.phone or contact.skype or contact.linkedin
    return shortened(told, LONGEST_NAME) if told else line("card-nameless")


def _next(app: Application, plan: Plan, now: datetime) -> Reply:
    """What to do now, with its buttons; or until when to wait, and why."""
    steps = worth_saying(plan.of(app, now).now)
    if steps:
        first = step_reply(steps[0], plan, now, named=False, buttons=False, dated=False)
        return first + Reply(buttons=step_buttons(steps[0]))
    return waiting(plan, now, app, named=False) if app.is_open else NOTHING


def _interviews(app: Application, calendar: Calendar) -> Line | None:
    latest = sorted(app.interviews, key=lambda each: each.end, reverse=True)
    told = [_interview(each, calendar) for each in reversed(latest[:MOST_INTERVIEWS])]
    return line("card-interviews", interviews=_some(told, len(latest))) if told else None


def _interview(interview: Interview, calendar: Calendar) -> Line:
    words = interview_words(interview, calendar)
    if interview.is_cancelled:
        return line("card-called-off", interview=words)
    if interview.feeling:
        return line("card-felt", interview=words, feeling=interview.feeling.value)
    return line("card-point", words=words)


def _contacts(app: Application) -> Line | None:
    told = [_contact(each) for each in app.contacts[:MOST_CONTACTS]]
    return line("card-contacts", contacts=_some(told, len(app.contacts))) if told else None


def _contact(contact: Contact) -> Line:
    parts = [line("card-text", words=shortened(contact.part, LONGEST_NAME))] if contact.part else []
    ways = (contact.email, contact.phone, contact.skype, contact.linkedin)
    parts += [line("card-address", address=way) for way in ways if way and way != contact_name(contact)]
    parts += [line("fact-no-calls")] if contact.no_calls else []
    name = line("card-text", words=contact_name(contact))
    return line("card-point", words=Row((name, *parts)))


def _some(lines: Sequence[Line], of: int) -> Row:
    """The lines, and how many more there are."""
    more = (line("card-more", count=of - len(lines)),) if of > len(lines) else ()
    return Row((*lines, *more), is_list=True)


def _promise(app: Application) -> Line | None:
    """The answer that is waited for."""
    promise = app.turn.promise if app.turn and app.is_open else None
    if promise is None:
        return None
    return line("card-call-promised" if promise.is_call else "card-promised", day=promise.until)


def _last_word(app: Application, plan: Plan) -> Line | None:
    """When they last wrote or called, and what it was."""
    told = [
        entry for entry in plan.journal.standing if entry.fact.about == app.key and isinstance(entry.fact, FROM_THEM)
    ]
    if not told:
        return None
    calendar = plan.calendar
    days = {e.number: calendar.day(e.fact.happened) if e.fact.happened else calendar.date_of(e.told) for e in told}
    last = max(told, key=lambda entry: (days[entry.number], entry.number))
    return line("card-last-word", words=Row(words_of(last.fact, app, calendar)), day=Day(days[last.number]))
