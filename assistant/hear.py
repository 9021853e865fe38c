"""A message's journey: understood, noted, planned, answered. Top to bottom, on one screen."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from assistant.hearing import Hearing
from assistant.letter_asking import letter_facts
from assistant.ports import Form, Incoming, Outgoing, Reader
from assistant.pressing import facts_of
from assistant.questions import answer_facts, as_questions, settled_by, until_answered
from assistant.responses import response
from assistant.setting_choices import is_so_already
from assistant.short_cuts import facts_of_short_cut
from assistant.tellings import last_telling, to_take_back
from assistant.understanding import Understood, understand
from assistant.wishes import facts_of_wish
from assistant.words import in_words
from assistant.yours import facts_of_yours, is_parting
from language.reading import Asks, Reading, Request
from rules.facts import Asked, ChangeAsked, Fact, Retracted, Shown, Unreachable
from rules.journal import Journal
from rules.plan import Plan, make_plan
from rules.preferences import preferences


@dataclass(frozen=True, slots=True)
class Heard:
    """What hearing a message came to: the journal after it, and the reply, if there is anything to say.

    Whoever `is_parting` is to be forgotten, the journal and all, before the reply is sent. A message that `is_passing`
    is not kept word for word.
    """

    journal: Journal
    reading: Reading
    reply: Outgoing | None
    is_parting: bool = False
    is_passing: bool = False


def hear(incoming: Incoming, journal: Journal, now: datetime, reader: Reader) -> Heard:
    """One message of the user, one reply. Words are read relative to when they were written, advice to `now`."""
    understood = understand(incoming, journal, reader)
    facts = _facts(understood, journal, now)
    noted = journal.noting((*_back(understood, journal), *facts), understood.told, incoming.source)
    plan = make_plan(noted)
    if wanted := letter_facts(understood, noted, plan, now):
        facts, noted = (*facts, *wanted), noted.noting(wanted, understood.told, incoming.source)
        plan = make_plan(noted)
    reply = response(Hearing(incoming, understood, facts, noted, plan, now, journal))
    shown = noted.noting([Shown(steps=reply.named)], now, incoming.source) if reply.named else noted
    says_anything = bool(reply.paragraphs or reply.toast)
    words = in_words(reply, now, preferences(noted), incoming.message) if says_anything else None
    return Heard(shown, understood.reading, words, is_parting(understood, journal), incoming.is_forwarded)


def _facts(understood: Understood, journal: Journal, now: datetime) -> tuple[Fact, ...]:
    """All that this message adds to the journal."""
    if understood.form is Form.BLOCKED:
        return (Unreachable(),)
    reading = understood.reading
    gone = _takes_back(understood, journal)
    pressed = facts_of(understood.press, journal, make_plan(journal), now) if understood.press else ()
    answered = answer_facts(journal, reading.answer) if reading.answer else ()
    typed = _typed(reading.request, journal, make_plan(journal), now) if reading.request else ()
    own = facts_of_yours(understood, journal)
    doubted = (*until_answered(reading.doubts), *as_questions(reading.doubts))
    settings = preferences(journal)
    fresh = (fact for fact in reading.facts if not is_so_already(fact, settings))
    told = (*pressed, *answered, *typed, *own, *fresh, *doubted)
    return (Retracted(entries=gone), *told) if gone else told


def _back(understood: Understood, journal: Journal) -> tuple[Fact, ...]:
    """Whoever does anything is in reach again; that is noted, and is nothing that they told."""
    gone = tuple(entry.number for entry in journal.standing if isinstance(entry.fact, Unreachable))
    is_back = gone and understood.form not in (Form.BLOCKED, Form.RETURNED)
    return (Retracted(entries=gone),) if is_back else ()


def _typed(request: Request, journal: Journal, plan: Plan, now: datetime) -> Sequence[Fact]:
    """What asking for something in words tells, as its button would."""
    return facts_of_short_cut(request, journal, plan, now) or facts_of_wish(request, plan, now)


def _takes_back(understood: Understood, journal: Journal) -> tuple[int, ...]:
    """What no longer stands: what an edit, /undo or /cancel takes back, and questions that are answered by the way."""
    asks = understood.reading.request.asks if understood.reading.request else None
    undone = to_take_back(journal, last_telling(journal)) if asks is Asks.UNDO else ()
    asked = (entry.number for entry in journal.standing if isinstance(entry.fact, Asked | ChangeAsked))
    dropped = asked if asks is Asks.CANCEL else settled_by(understood.reading.facts, journal)
    return (*understood.retracts, *understood.continues, *undone, *dropped)
