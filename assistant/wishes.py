"""Acts on applications that are asked for in words: changing a detail, forgetting, bringing back."""

from collections.abc import Sequence
from datetime import datetime

from assistant.acknowledge import undo_button
from assistant.card import find
from assistant.changing import company_asked, contacts_named, facts_of_editing, facts_of_forgetting
from assistant.edit_menus import changed, edit_menu, question
from assistant.hearing import Hearing
from assistant.listing import listed
from assistant.reply import Reply, line, saying
from assistant.tellings import facts_of_redo
from assistant.undoing import undone
from language.reading import Asks, Request
from rules.application import Application
from rules.changes import open_change
from rules.facts import Detail, Fact
from rules.plan import Plan

WISHES = (Asks.ADD, Asks.EDIT, Asks.FORGET, Asks.REDO)


def facts_of_wish(request: Request, plan: Plan, now: datetime) -> Sequence[Fact]:
    """What the wish tells; nothing if it needs a choice first."""
    if request.asks is Asks.REDO:
        return facts_of_redo(plan.journal)
    if request.asks is Asks.ADD:
        return (company_asked(plan.journal),)
    app = _meant(request, plan)
    if app is None:
        return ()
    if request.asks is Asks.FORGET:
        return facts_of_forgetting(app, request, plan.journal)
    return facts_of_editing(app, request, plan, now) if request.asks is Asks.EDIT else ()


def wished(request: Request, hearing: Hearing) -> Reply:
    """The answer to a wish: what was done, what is to be said next, or what there is to choose from."""
    if request.asks is Asks.REDO:
        if not hearing.facts:
            return saying(line("nothing-to-redo"))
        again = undone(hearing.before, hearing.plan, hearing.now, is_redo=True)
        return again + Reply(buttons=(undo_button(hearing.incoming.source),))
    if request.asks is Asks.ADD:
        return saying(line("add-company"))
    app = _meant(request, hearing.before)
    if app is None:
        choice = listed(hearing.plan, hearing.now)
        return saying(line("which-one")) + choice if hearing.plan.applications else choice
    if request.asks is Asks.FORGET and hearing.facts:
        return changed(hearing, app)
    wish = open_change(hearing.journal, hearing.now) if request.detail else None
    return question(wish, app) if wish else edit_menu(app, hearing.plan)


def _meant(request: Request, plan: Plan) -> Application | None:
    """The application named, or the only one that can be meant."""
    if app := find(request.about, plan):
        return app
    mine = [app for app in plan.applications if _may_be_meant(app, request)]
    return mine[0] if len(mine) == 1 else None


def _may_be_meant(app: Application, request: Request) -> bool:
    """Whether it knows the person named, and has what is to be changed."""
    if request.name:
        return bool(contacts_named(app, request.name))
    has = {Detail.DEADLINE: app.offer, Detail.INTERVIEW: app.interviews, Detail.FEELING: app.held}
    return bool(has.get(request.detail, True)) if request.detail else True
