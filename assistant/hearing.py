"""One message in all its lights: what came in, what it was understood to mean, the plan before it and after it."""

from dataclasses import dataclass
from datetime import datetime

from assistant.ports import Incoming
from assistant.understanding import Understood
from rules.application import Application
from rules.facts import Fact, Retracted, Unreachable
from rules.journal import Entry, Journal
from rules.plan import Plan, make_plan


@dataclass(frozen=True, slots=True)
class Hearing:
    """A message between being noted and being answered.

    `facts` are what it added, `earlier` is the journal without them; `now` is the clock's.
    """

    incoming: Incoming
    understood: Understood
    facts: tuple[Fact, ...]
    journal: Journal
    plan: Plan
    now: datetime
    earlier: Journal

    @property
    def before(self) -> Plan:
        """The plan without what it added."""
        return make_plan(self.earlier)

    @property
    def told(self) -> tuple[Fact, ...]:
        """What was told, without what was taken back."""
        return tuple(fact for fact in self.facts if not isinstance(fact, Retracted))

    @property
    def taken_back(self) -> tuple[Fact, ...]:
        """The facts that this message took back."""
        return tuple(entry.fact for entry in self._gone)

    @property
    def talked_of(self) -> Application | None:
        """The application that talk without facts is of."""
        about = self.understood.reading.about
        return next((app for app in self.plan.applications if app.key == about), None)

    @property
    def undone(self) -> int | None:
        """The arrival whose telling this message took back."""
        told = (e.source for e in self._gone if e.source is not None and not isinstance(e.fact, Unreachable))
        return max(told, default=None)

    @property
    def _gone(self) -> tuple[Entry, ...]:
        gone = {number for fact in self.facts if isinstance(fact, Retracted) for number in fact.entries}
        return tuple(entry for entry in self.journal.entries if entry.number in gone)
