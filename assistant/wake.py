"""A nudge's journey: planned again, what is due said as one message, noted. Top to bottom, on one screen."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from assistant.advise import steps_reply
from assistant.digests import digest_told
from assistant.echo import company_of
from assistant.letters import beside, letters_kept
from assistant.ports import Outgoing
from assistant.reply import NOTHING, Reply, line, saying
from assistant.standing import state_of
from assistant.words import in_words
from rules.facts import Nudged
from rules.journal import Journal
from rules.plan import Plan, Step, make_plan
from rules.rulebook import GET_CONTACT, LET_GO, THANK_YOU


@dataclass(frozen=True, slots=True)
class Nudge:
    """What there is to say at a wake, and the journal once it is said."""

    message: Outgoing
    journal: Journal


def wake(journal: Journal, now: datetime) -> Nudge | None:
    """All that is due, as one message; None if nothing is. A stale alarm finds nothing due and says nothing."""
    plan = make_plan(journal)
    due, digest = plan.due(now), plan.digest(now)
    if not due and digest is None:
        return None
    reply = _said(due, plan, now)
    if digest:
        reply = digest_told(digest, due, reply, plan, now)
    reply = beside(reply, letters_kept(reply.named, journal, plan, now))
    message = in_words(reply, now, plan.calendar.preferences)
    return Nudge(message, journal.noting([Nudged(steps=reply.named)], now))


def _said(due: tuple[Step, ...], plan: Plan, now: datetime) -> Reply:
    """Every due step, and after them whom one could reach."""
    wanted = [each for step in due for each in _contact_wanted(step, plan, now)]
    told = steps_reply(due, plan, now) + steps_reply(wanted, plan, now, named=len(due) > 1, buttons=False)
    return told + _next_application(due, plan, now)


def _contact_wanted(step: Step, plan: Plan, now: datetime) -> Iterable[Step]:
    """The thank-you's nudge asks again whom one could reach."""
    if step.rule is not THANK_YOU:
        return ()
    return (other for other in plan.of(step.application, now).now if other.rule is GET_CONTACT)


def _next_application(due: tuple[Step, ...], plan: Plan, now: datetime) -> Reply:
    """Where one is let go of: how the next one stands, of those that may be spoken of."""
    if not any(step.rule is LET_GO for step in due):
        return NOTHING
    said = {step.application.key for step in due}
    others = [app for app in plan.applications if app.is_open and app.key not in said | plan.silent]
    return saying(*(line("labelled", company=company_of(app), words=state_of(app, plan, now)) for app in others[:1]))
