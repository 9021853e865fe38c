"""The menus behind a card's Edit: what can be changed, the question for what is right, and what was changed."""

from assistant.acknowledge import acknowledged, undo_button
from assistant.advise import advice_now
from assistant.card import MOST_CONTACTS, MOST_INTERVIEWS, card_button, contact_name, interview_words
from assistant.changing import ENDINGS, meant, thing
from assistant.hearing import Hearing
from assistant.listing import LONGEST_LABEL, named, shelf_press, shortened
from assistant.pages import rows_of
from assistant.press import Press, Verb
from assistant.reply import Choice, Line, Reply, line, saying
from assistant.undoing import removal_told
from rules.application import Application
from rules.changes import OF_CONTACT, Changing
from rules.facts import ChangeAsked, Detail, Feeling
from rules.plan import Plan

INTERVIEW, CONTACT, CLOSING = "interview-menu", "contact-menu", "closing-menu"
IN_A_ROW = 2


def menu_pressed(press: Press, plan: Plan) -> Reply | None:
    """The menu that a button of Edit opens; None for a thing that is no more."""
    app, which = meant(press, plan)
    if app is None:
        return None
    if press.choice == INTERVIEW:
        return _interview_menu(app, which, plan)
    if press.choice == CONTACT:
        return _contact_menu(app, which, plan)
    if press.choice == CLOSING:
        choices = [_choose(app, None, name) for name in ENDINGS]
        return _menu(line("edit-closing", company=named(app)), app, choices)
    return edit_menu(app, plan)


def edit_menu(app: Application, plan: Plan) -> Reply:
    """Everything about an application that can be changed."""
    choices = [_change(app, None, Detail.COMPANY), _change(app, None, Detail.ROLE)]
    latest = sorted(app.interviews, key=lambda each: each.end)[-MOST_INTERVIEWS:]
    for each in latest:
        label = line("button-this", name=interview_words(each, plan.calendar))
        choices.append(Choice(label, Press(Verb.CHANGE, thing(app, each.number), INTERVIEW)))
    for contact in app.contacts[:MOST_CONTACTS]:
        name = contact_name(contact)
        label = line("button-this", name=shortened(name, LONGEST_LABEL) if isinstance(name, str) else name)
        choices.append(Choice(label, Press(Verb.CHANGE, thing(app, contact.told[0]), CONTACT)))
    choices += [_change(app, None, Detail.PERSON), _change(app, None, Detail.PROMISE)]
    choices += [_change(app, None, Detail.DEADLINE)] if app.offer else []
    closing = Choice(line("button-closing"), Press(Verb.CHANGE, app.key, CLOSING))
    choices += [closing if app.is_open else _choose(app, None, "reopen"), _choose(app, None, "forget")]
    return _menu(line("edit-what", company=named(app)), app, choices)


def question(wish: ChangeAsked, app: Application) -> Reply:
    """What is right? In words, or by a button where there are only so many answers."""
    choices = [_choose(app, wish.which, feeling) for feeling in Feeling] if wish.detail is Detail.FEELING else []
    choices += [_choose(app, None, "no-date")] if wish.detail is Detail.PROMISE else []
    return _menu(line(f"change-{wish.detail.value}", company=named(app)), app, choices)


def changed(hearing: Hearing, app: Application) -> Reply:
    """What a button has changed, said back, with the way to undo it and to the card."""
    if hearing.told:
        reply = acknowledged(hearing.told, hearing.plan, hearing.now, earlier=hearing.earlier)
    else:
        reply = removal_told(hearing.before, hearing.plan)
        still_there = next((each for each in hearing.plan.applications if each.key == app.key), None)
        reply += advice_now(hearing.plan, hearing.now, still_there)
    is_there = any(each.key == app.key for each in hearing.plan.applications)
    back = card_button(app) if is_there else Choice(line("button-back-to-list"), shelf_press("open"))
    return reply + Reply(buttons=((back, *undo_button(hearing.incoming.source)),))


def _interview_menu(app: Application, which: int | None, plan: Plan) -> Reply | None:
    interview = next((each for each in app.interviews if each.number == which), None)
    if interview is None:
        return None
    choices = [_change(app, which, Detail.INTERVIEW)]
    choices += [_change(app, which, Detail.FEELING)] if interview.is_held else []
    choices += [_choose(app, which, "no-interview")]
    return _menu(line("edit-thing", company=named(app), name=interview_words(interview, plan.calendar)), app, choices)


def _contact_menu(app: Application, which: int | None, plan: Plan) -> Reply | None:
    contact = Changing(plan.journal, app).contact(which) if which is not None else None
    if contact is None:
        return None
    choices = [_change(app, which, detail) for detail in OF_CONTACT] + [_choose(app, which, "no-contact")]
    return _menu(line("edit-thing", company=named(app), name=contact_name(contact)), app, choices)


def _menu(words: Line, app: Application, choices: list[Choice]) -> Reply:
    rows = (*rows_of(choices, IN_A_ROW), (card_button(app),))
    return Reply(saying(words).paragraphs, rows)


def _change(app: Application, which: int | None, detail: Detail) -> Choice:
    return Choice(line(f"button-change-{detail.value}"), Press(Verb.CHANGE, thing(app, which), detail.value))


def _choose(app: Application, which: int | None, name: str) -> Choice:
    is_feeling = name in set(Feeling)
    label = f"button-{name}" if is_feeling else f"button-choose-{name}"
    return Choice(line(label), Press(Verb.CHOOSE, thing(app, which), name))
