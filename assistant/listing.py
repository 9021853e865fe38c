"""The list of applications, a page at a time: those open, those closed, or those that a word finds."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from assistant.echo import company_of
from assistant.pages import page_of, rows_of
from assistant.press import SEPARATOR, Press, Verb
from assistant.reply import Choice, Line, Reply, Row, Value, line, saying
from assistant.standing import state_of
from language.searches import Search
from rules.application import Application
from rules.plan import FOREVER, Plan, Step
from rules.rulebook import LET_GO

OPEN, CLOSED, FOUND = "open", "closed", "?"
ON_A_PAGE, IN_A_ROW = 8, 2
LONGEST_NAME, LONGEST_LABEL = 60, 30
MOST_BYTES_OF_A_WORD = 40
DAYS_TO_LET_GO = 3
"""Business days after which an application that nobody let go of is filed with the closed ones."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """Which applications a list shows: `name` is how a press calls it."""

    name: str
    applications: tuple[Application, ...]
    heading: Line

    def page(self, choice: str) -> int:
        """The page of that number, or the one that shows the application of that key."""
        keys = [app.key for app in self.applications]
        return keys.index(choice) // ON_A_PAGE if choice in keys else int(choice) if choice.isdecimal() else 0


def listed(plan: Plan, now: datetime, words: str = "") -> Reply:
    """The open applications; with words, those that they find."""
    if not plan.applications:
        return saying(line("nothing-known"))
    return shelf_shown(shelf(FOUND + words if words else OPEN, plan, now), "", plan, now)


def shelf(name: str, plan: Plan, now: datetime) -> Shelf:
    """The applications that a list of that name shows, in its order."""
    if name.startswith(FOUND):
        words = name.removeprefix(FOUND)
        found = tuple(app for app in (*ongoing(plan, now), *archived(plan, now)) if Search(words).finds(app))
        return Shelf(name, found, line("list-found" if found else "list-found-none", words=words))
    if name == CLOSED:
        closed = archived(plan, now)
        return Shelf(name, closed, line("list-closed" if closed else "list-closed-none"))
    mine = ongoing(plan, now)
    return Shelf(OPEN, mine, line("list-open" if mine else "nothing-open"))


def shelf_shown(shelf: Shelf, choice: str, plan: Plan, now: datetime) -> Reply:
    """One page of the list: a line and a button for each application."""
    page = page_of(shelf.applications, shelf.page(choice), ON_A_PAGE)
    told = Row(tuple(_line(app, plan, now) for app in page.items), is_list=True)
    counted = line("list-page", number=page.number + 1, pages=page.of) if page.of > 1 else None
    closed = len(archived(plan, now))
    is_open = shelf.name == OPEN
    head = line("list-lines", heading=shelf.heading, applications=told) if page.items else shelf.heading
    reply = saying(head) + saying(counted)
    reply += saying(line("list-archived", count=closed) if is_open and closed else None)
    cards = rows_of([_card_button(app, shelf.applications) for app in page.items], IN_A_ROW)
    turning = page.turning(lambda number: shelf_press(shelf.name, str(number)))
    other = () if is_open and not closed else (_other_button(is_open=is_open, closed=closed),)
    return Reply(reply.paragraphs, tuple(row for row in (*cards, turning, other) if row))


def shelf_press(name: str, choice: str = "") -> Press:
    """The press that shows a list; of a long word only what fits into it."""
    fitting = name.replace(SEPARATOR, " ").encode()[:MOST_BYTES_OF_A_WORD].decode(errors="ignore")
    return Press(Verb.LIST, fitting, choice)


def ongoing(plan: Plan, now: datetime) -> tuple[Application, ...]:
    """The open applications, the most urgent first, as the advice has it; then by what comes next."""
    places: dict[str, int] = {}
    for place, step in enumerate(plan.open(now)):
        places.setdefault(step.application.key, place)
    coming = {step.application.key: step.opens for step in _ahead_latest_first(plan, now)}

    def order(app: Application) -> tuple[int, datetime, float]:
        place = places.get(app.key, len(places) + len(plan.steps))
        return place, coming.get(app.key, FOREVER), -app.last_told.timestamp()

    return tuple(sorted((app for app in plan.applications if not is_filed(app, plan, now)), key=order))


def archived(plan: Plan, now: datetime) -> tuple[Application, ...]:
    """The closed applications, and those that should have been let go of by now; the latest first."""
    filed = [app for app in plan.applications if is_filed(app, plan, now)]
    return tuple(sorted(filed, key=lambda app: app.closing.at if app.closing else app.last_told, reverse=True))


def is_filed(app: Application, plan: Plan, now: datetime) -> bool:
    """Whether it is closed, or has only been waiting to be let go of for some business days."""
    if app.closing:
        return True
    first = next(iter(plan.of(app, now).now), None)
    if first is None or first.rule is not LET_GO:
        return False
    calendar = plan.calendar
    return calendar.business_days_after(calendar.date_of(first.opens), DAYS_TO_LET_GO) <= calendar.date_of(now)


def state_in_a_line(app: Application, plan: Plan, now: datetime) -> Line:
    """How it stands, or how and when it ended."""
    if app.closing is None:
        return state_of(app, plan, now)
    return line(f"ended-{app.closing.end.value}", day=plan.calendar.date_of(app.closing.at))


def named(app: Application) -> Value:
    """What it is called, no longer than a line can be."""
    name = company_of(app)
    return shortened(name, LONGEST_NAME) if isinstance(name, str) else name


def shortened(text: str, longest: int) -> str:
    return text if len(text) <= longest else f"{text[: longest - 1].rstrip()}…"


def _line(app: Application, plan: Plan, now: datetime) -> Line:
    state = state_in_a_line(app, plan, now)
    if app.role and app.company:
        role = shortened(app.role, LONGEST_NAME)
        return line("list-line-role", company=named(app), role=role, words=state)
    return line("list-line", company=named(app), words=state)


def _card_button(app: Application, among: Sequence[Application]) -> Choice:
    """The button with its name, and with its role where the name alone would not tell."""
    is_alone = sum(other.company == app.company for other in among) == 1
    name = company_of(app)
    if app.company and app.role and not is_alone:
        name = f"{app.company} · {app.role}"
    label = shortened(name, LONGEST_LABEL) if isinstance(name, str) else name
    return Choice(line("button-card", company=label), Press(Verb.CARD, app.key))


def _other_button(*, is_open: bool, closed: int) -> Choice:
    if is_open:
        return Choice(line("button-closed", count=closed), shelf_press(CLOSED))
    return Choice(line("button-open-ones"), shelf_press(OPEN))


def _ahead_latest_first(plan: Plan, now: datetime) -> list[Step]:
    ahead = [step for step in plan.steps if now < step.opens < step.closes]
    return sorted(ahead, key=lambda step: step.opens, reverse=True)
