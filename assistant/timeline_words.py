"""The words of the picture, which are its alternative text as well: they tell the same to whoever cannot see it."""

from collections.abc import Callable
from datetime import datetime
from unicodedata import category

from assistant.echo import company_of
from assistant.ports import Attachment
from assistant.press import Press, Verb
from assistant.reply import Choice, Line, Reply, Row, line, saying
from assistant.standing import state_of
from assistant.timeline import Outcome, in_order, outcomes
from rules.application import Application, End
from rules.plan import Plan

MOST_TOLD = 8
DARK, LIGHT = "dark", "light"


def picture_reply(plan: Plan, now: datetime, *, is_dark: bool = False) -> Reply:
    """The picture, in words what it shows, and a button for the other theme."""
    if not plan.applications:
        return saying(line("nothing-known"))
    told = tuple(_told(app, plan, now) for app in in_order(plan, now)[:MOST_TOLD])
    more = len(plan.applications) - len(told)
    felt = tuple(outcome_line(each) for each in outcomes(plan.applications))
    reply = saying(line("picture-told", count=len(plan.applications)))
    reply += saying(line("picture-list", applications=Row(told, is_list=True)))
    reply += saying(line("picture-more", count=more) if more else None)
    reply += saying(line("picture-list", applications=Row(felt, is_list=True)) if felt else None)
    other = LIGHT if is_dark else DARK
    button = Choice(line(f"button-{other}"), Press(Verb.OVERVIEW, "", other))
    attached = Attachment.OVERVIEW_DARK if is_dark else Attachment.OVERVIEW
    return Reply(reply.paragraphs, ((button,),), attaches=attached)


def _told(app: Application, plan: Plan, now: datetime) -> Line:
    state = state_of(app, plan, now) if app.is_open else closed_line(app)
    return line("list-line", company=company_of(app), words=state)


def outcome_line(outcome: Outcome) -> Line:
    """ "Your great ones were answered 3 of 4 times": counts, since there are too few for a share."""
    return line("picture-outcome", feeling=outcome.feeling.value, answered=outcome.answered, count=outcome.count)


def closed_line(application: Application) -> Line:
    """How it ended, in a word or two."""
    end = application.closing.end if application.closing else End.DONE
    return line(f"end-{end.value.replace('_', '-')}")


def name_of(application: Application, number: int, can_write: Callable[[str], bool]) -> Line:
    """The application's name without pictures in it; its number where there are no letters for it."""
    name = application.company or ""
    plain = " ".join(
        "".join(char for char in name if category(char) not in ("So", "Sk", "Cf", "Cs", "Co", "Cn")).split()
    )
    if name and not (plain and can_write(plain)):
        return line("picture-numbered", number=number)
    return line("picture-name", name=plain or company_of(application))
