"""What was taken back, brought back or removed, said in words: the difference it makes to what is known."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from assistant.advise import advice_after
from assistant.echo import BACK_AGAIN, REMOVED, TAKEN_BACK, Wording, said_of
from assistant.reply import Reply, joined, line, saying
from rules import facts as f
from rules.application import Application
from rules.calendar import Calendar
from rules.journal import Journal
from rules.plan import Plan

UNSAID = f.Shown | f.Nudged | f.ChangeAsked | f.Unreachable


@dataclass(frozen=True, slots=True)
class Difference:
    """The facts that no longer stand, and those that stand now and did not before."""

    gone: tuple[f.Fact, ...]
    back: tuple[f.Fact, ...]


def difference(before: Journal, after: Journal) -> Difference:
    """What the one knows and the other does not."""
    old = {entry.number: entry.fact for entry in before.standing if not isinstance(entry.fact, UNSAID)}
    new = {entry.number: entry.fact for entry in after.standing if not isinstance(entry.fact, UNSAID)}
    gone = tuple(fact for number, fact in old.items() if new.get(number) != fact)
    return Difference(gone, tuple(fact for number, fact in new.items() if old.get(number) != fact))


def undone(before: Plan, plan: Plan, now: datetime, *, is_redo: bool = False) -> Reply:
    """What was taken back, what stands again and what follows for the same applications; a redo may remove again."""
    change = difference(before.journal, plan.journal)
    is_removal = is_redo and not change.back
    told = removal_told(before, plan) if is_removal else undoing_told(before, plan)
    keys = {fact.about for fact in (*change.gone, *change.back)}
    if keys != {None} and not plan.applications:
        return told + saying(line("nothing-known"))
    left = [app for app in plan.applications if app.key in keys and app.is_open]
    return told + joined(advice_after(plan, now, app, among_others=len(left) > 1) for app in left)


def undoing_told(before: Plan, plan: Plan) -> Reply:
    """The same without the advice."""
    change = difference(before.journal, plan.journal)
    gone = _said(TAKEN_BACK, change.gone, before.applications, plan.calendar)
    return gone + _said(BACK_AGAIN, change.back, plan.applications, plan.calendar)


def removal_told(before: Plan, plan: Plan) -> Reply:
    """What was removed of an application, or that it was forgotten as a whole."""
    gone = difference(before.journal, plan.journal).gone
    kept = {app.key for app in plan.applications}
    whole = [f.Applied(about=key) for key in dict.fromkeys(fact.about for fact in gone) if key and key not in kept]
    return _said(REMOVED, whole or gone, before.applications, plan.calendar)


def _said(wording: Wording, facts: Sequence[f.Fact], known: Iterable[Application], calendar: Calendar) -> Reply:
    keys = {fact.about for fact in facts}
    return said_of(wording, facts, [app for app in known if app.key in keys], calendar)
