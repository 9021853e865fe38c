"""The digest: what a morning holds for each application, read from the same plan as everything else."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from rules.application import Application
from rules.calendar import ONE_DAY, Calendar
from rules.rulebook import LET_GO, PREPARE

if TYPE_CHECKING:
    from rules.plan import Step

DIGEST = "digest"
"""The key under which a digest is noted as said."""
A_MORNING = timedelta(hours=4)
"""How long after its hour a digest may still come."""
LONG = timedelta(days=14)
"""Silence of that length is worth a word."""
FILED_AFTER = 3
"""Business days after which an application to be let go of is no news any more."""


@dataclass(frozen=True, slots=True)
class Digest:
    """Each application in one place at most: what to do or to expect today, whose promise runs, who is silent."""

    today: tuple["Step", ...] = ()
    waiting: tuple[Application, ...] = ()
    quiet: tuple[Application, ...] = ()

    @property
    def is_empty(self) -> bool:
        return not (self.today or self.waiting or self.quiet)


def digest_at(
    now: datetime, applications: Sequence[Application], steps: Sequence["Step"], calendar: Calendar
) -> Digest:
    """The digest of that moment, of these applications and steps."""
    today = [step for app in applications if (step := _of_today(app, steps, calendar, now))]
    rest = [app for app in applications if app not in {step.application for step in today}]
    waiting = [app for app in rest if _is_promised(app, calendar.date_of(now))]
    quiet = [app for app in rest if app not in waiting and _is_quiet(app, steps, now)]
    today.sort(key=lambda step: (step.urgency(now), step.opens))
    return Digest(tuple(today), tuple(waiting), tuple(quiet))


def mornings(now: datetime, steps: Sequence["Step"], calendar: Calendar) -> Iterator[datetime]:
    """When the digests of the chosen days come, from yesterday's to the last day on which there can be anything."""
    day = calendar.date_of(now) - ONE_DAY
    last = max((calendar.date_of(_is_over(step, calendar)) for step in steps), default=day)
    while day <= last:
        if day.weekday() in calendar.preferences.digest_days:
            yield calendar.when_awake(calendar.morning_hour(day))
        day += ONE_DAY


def _of_today(app: Application, steps: Sequence["Step"], calendar: Calendar, now: datetime) -> "Step | None":
    """The most urgent step of an application that is open, or opens later in the day."""
    mine = (step for step in steps if step.application.key == app.key and _is_timely(step, calendar, now))
    return min(mine, key=lambda step: (not step.is_open(now), step.urgency(now)), default=None)


def _is_timely(step: "Step", calendar: Calendar, now: datetime) -> bool:
    """Questions that nobody waits for are not, nor is an interview of another day."""
    today = calendar.date_of(now)
    is_ahead = now < step.opens < step.closes and calendar.date_of(step.opens) == today
    if not step.rule.rings or not (step.is_open(now) or is_ahead):
        return False
    if step.rule is PREPARE and step.interview:
        return calendar.date_of(step.interview.end) == today
    return now < _is_over(step, calendar)


def _is_over(step: "Step", calendar: Calendar) -> datetime:
    """When there is no more to say of it of a morning."""
    if step.rule is not LET_GO:
        return step.closes
    return calendar.morning_hour(calendar.business_days_after(calendar.date_of(step.opens), FILED_AFTER))


def _is_promised(app: Application, today: date) -> bool:
    return bool(app.turn and app.turn.promise and app.turn.promise.until >= today)


def _is_quiet(app: Application, steps: Sequence["Step"], now: datetime) -> bool:
    """Whether nothing has come for long, and something is still to be done about it."""
    is_over = not any(step.application.key == app.key and now < step.opens < step.closes for step in steps)
    return bool(app.turn and not app.ahead and not is_over and app.turn.began <= now - LONG)
