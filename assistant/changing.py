"""Editing an application: what pressing a button of its menus tells, or asking for the same in words."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from assistant.press import Press, Verb
from language.reading import Request
from rules import facts as f
from rules.application import Application, Contact, is_same_person
from rules.changes import OF_CONTACT, Changing, open_change
from rules.facts import Detail
from rules.journal import Journal
from rules.plan import Plan

ENDINGS: dict[str, f.Fact] = {"rejected": f.Rejected(), "withdrew": f.Withdrew(), "let-go": f.Closed()}
OF_A_THING = frozenset(Detail) - {Detail.COMPANY, Detail.ROLE, Detail.PROMISE, Detail.DEADLINE, Detail.PERSON}
"""What is a detail of one interview or of one contact."""

Facts = Sequence[f.Fact]


def thing(app: Application, which: int | None = None) -> str:
    """How a press names an application, or one of its interviews or contacts."""
    return app.key if which is None else f"{app.key}.{which}"


def meant(press: Press, plan: Plan) -> tuple[Application | None, int | None]:
    """The application that a press names, in the user's own journal, and which thing of it."""
    key, _, which = press.on.partition(".")
    app = next((app for app in plan.applications if app.key == key), None)
    return app, int(which) if which.isdecimal() else None


def facts_of_change(press: Press, plan: Plan, now: datetime) -> Facts:
    """What a button tells: that a detail is to be changed, or what it is now. Nothing if that is known."""
    app, which = meant(press, plan)
    if app is None:
        return ()
    if press.verb is Verb.CHOOSE:
        return _chosen(press.choice, app, which, Changing(plan.journal, app))
    is_detail = press.verb is Verb.CHANGE and press.choice in set(Detail)
    return _asked(app, Detail(press.choice), which, plan.journal, now) if is_detail else ()


def facts_of_editing(app: Application, request: Request, plan: Plan, now: datetime) -> Facts:
    """What "change Acme's date" tells: the wish, where only one thing can be meant by it."""
    detail, named = request.detail, contacts_named(app, request.name)
    which = named[0].told[0] if detail in OF_CONTACT and len(named) == 1 else the_only_thing(app, detail)
    if detail is None or (which is None and detail in OF_A_THING):
        return ()
    return _asked(app, detail, which, plan.journal, now)


def facts_of_forgetting(app: Application, request: Request, journal: Journal) -> Facts:
    """What "forget Acme" tells, "forget Dana", or "forget the interview"."""
    changing, name = Changing(journal, app), request.name
    if request.detail is Detail.INTERVIEW:
        number = the_only_thing(app, Detail.INTERVIEW)
        return changing.without_interview(number) if number is not None else ()
    if name is None:
        return changing.forgotten()
    named = contacts_named(app, name)
    return changing.without_contact(named[0].told[0]) if len(named) == 1 else ()


def company_asked(journal: Journal) -> f.ChangeAsked:
    """The question for the company of an application that is to be added."""
    return f.ChangeAsked(about=journal.new_application(), detail=Detail.COMPANY)


def contacts_named(app: Application, name: str | None) -> list[Contact]:
    """The people of an application that may be meant by a name."""
    return [each for each in app.contacts if name and each.name and is_same_person(each.name, name)]


def the_only_thing(app: Application, detail: Detail | None) -> int | None:
    """The interview or the contact that a detail is of, if there is just one."""
    if detail in (Detail.INTERVIEW, Detail.FEELING):
        numbers = [each.number for each in (app.interviews if detail is Detail.INTERVIEW else app.held)]
    else:
        numbers = [contact.told[0] for contact in app.contacts] if detail in OF_A_THING else []
    return numbers[0] if len(numbers) == 1 else None


def _asked(app: Application, detail: Detail, which: int | None, journal: Journal, now: datetime) -> Facts:
    wish = f.ChangeAsked(about=app.key, detail=detail, which=which)
    return () if open_change(journal, now) == wish else (wish,)


def _chosen(choice: str, app: Application, which: int | None, changing: Changing) -> Facts:
    if choice in ENDINGS:
        return (replace(ENDINGS[choice], about=app.key),) if app.is_open else ()
    if choice in set(f.Feeling) and any(each.number == which for each in app.held):
        return changing.to(f.ChangeAsked(detail=Detail.FEELING, which=which), f.Feeling(choice))
    match choice:
        case "reopen" if not app.is_open:
            return (f.Reopened(about=app.key),)
        case "no-date":
            return changing.to(f.ChangeAsked(detail=Detail.PROMISE), None)
        case "forget":
            return changing.forgotten()
        case "no-interview" if which is not None:
            return changing.without_interview(which)
        case "no-contact" if which is not None:
            return changing.without_contact(which)
    return ()
