"""What to answer to the buttons of lists, cards, menus, the history and the rulebook, in the place of the message."""

from dataclasses import replace

from assistant.acknowledge import undo_button
from assistant.card import card
from assistant.changing import meant
from assistant.edit_menus import changed, menu_pressed, question
from assistant.hearing import Hearing
from assistant.history import LISTED, history
from assistant.listing import shelf, shelf_shown
from assistant.press import Press, Verb
from assistant.reply import Reply, line
from assistant.rule_pages import rules_pressed
from assistant.undoing import undoing_told, undone
from rules.facts import ChangeAsked, Detail

OF_CARDS = frozenset([Verb.LIST, Verb.CARD, Verb.CHANGE, Verb.CHOOSE, Verb.HISTORY, Verb.REDO, Verb.RULES])


def is_of_cards(press: Press) -> bool:
    return press.verb in OF_CARDS or press.choice == LISTED


def card_press_response(press: Press, hearing: Hearing) -> Reply:
    """The answer, or a toast for a button whose thing is no more, or that was pressed before."""
    reply = _changing(press, hearing) if hearing.facts else _viewed(press, hearing)
    if reply is not None:
        return replace(reply, in_place=True)
    app, _ = meant(press, hearing.plan)
    is_gone = app is None and press.verb in (Verb.CARD, Verb.CHANGE, Verb.CHOOSE)
    return Reply(toast=line("card-gone" if is_gone else "already-settled"))


def _changing(press: Press, hearing: Hearing) -> Reply | None:
    """After a press that told something."""
    if press.choice == LISTED:
        return undoing_told(hearing.before, hearing.plan) + history(hearing.plan)
    if press.verb is Verb.REDO:
        again = undone(hearing.before, hearing.plan, hearing.now, is_redo=True)
        return again + Reply(buttons=(undo_button(int(press.on)),))
    app, _ = meant(press, hearing.before)
    if press.verb is Verb.CHOOSE and app:
        return changed(hearing, app)
    return _viewed(press, hearing)


def _viewed(press: Press, hearing: Hearing) -> Reply | None:
    """What a press shows, whatever it told; None if there is nothing to show."""
    plan, now = hearing.plan, hearing.now
    match press.verb:
        case Verb.LIST:
            return shelf_shown(shelf(press.on, plan, now), press.choice, plan, now)
        case Verb.HISTORY:
            return history(plan)
        case Verb.RULES:
            return rules_pressed(press, plan.calendar.preferences)
        case Verb.CARD:
            app, _ = meant(press, plan)
            return card(app, plan, now) if app else None
        case Verb.CHANGE:
            return _asking(press, hearing)
    return None


def _asking(press: Press, hearing: Hearing) -> Reply | None:
    app, which = meant(press, hearing.plan)
    if app is None or press.choice not in set(Detail):
        return menu_pressed(press, hearing.plan)
    return question(ChangeAsked(about=app.key, detail=Detail(press.choice), which=which), app)
