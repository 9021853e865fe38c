"""What came in, understood: a text through the reader, a command or a press by what it stands for."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime

from assistant.changing import company_asked
from assistant.ports import Form, Incoming, Reader
from assistant.press import Press
from assistant.receiving import received_with
from assistant.tellings import tellings
from assistant.thoughts import thought
from language.placing import reading_of
from language.positions import clock_there
from language.reading import Asks, Reading, Request
from language.received import Received, Trouble
from rules import facts as f
from rules.journal import Journal

COMMANDS = {
    "start": Asks.START,
    "now": Asks.NOW,
    "list": Asks.LIST,
    "add": Asks.ADD,
    "letter": Asks.LETTER,
    "overview": Asks.OVERVIEW,
    "calendar": Asks.CALENDAR,
    "undo": Asks.UNDO,
    "rules": Asks.RULES,
    "settings": Asks.SETTINGS,
    "export": Asks.EXPORT,
    "delete": Asks.DELETE,
    "privacy": Asks.PRIVACY,
    "help": Asks.HELP,
    "cancel": Asks.CANCEL,
}
"""The commands, in the order in which Telegram shows them."""
READ_WITH_WORDS = {
    Asks.LETTER: (Asks.LETTER,),
    Asks.OVERVIEW: (Asks.OVERVIEW, Asks.OVERVIEW_DARK),
}
"""The commands whose words are read, and what these may ask for."""
COMMAND = re.compile(r"/(\w+)(?:@\w+)?(?=\s|$)")


@dataclass(frozen=True, slots=True)
class Understood:
    """A message before anything is done about it.

    `told` is when the user said it. `retracts` are the entries that an edit takes the place of, `continues` those
    of the messages that it makes one thought with. `unknown_command` is the command that there is not, `trouble` why
    nothing is noted of a file.
    """

    told: datetime
    reading: Reading = field(default_factory=Reading)
    press: Press | None = None
    retracts: tuple[int, ...] = ()
    continues: tuple[int, ...] = ()
    unknown_command: str | None = None
    form: Form = Form.TEXT
    trouble: Trouble | None = None


def understand(incoming: Incoming, journal: Journal, reader: Reader) -> Understood:
    """What the user did, read in the light of the journal and of the moment it was written."""
    if incoming.form is Form.PRESS:
        return Understood(incoming.sent_at, press=Press.read(incoming.text), form=incoming.form)
    if incoming.form is Form.PLACE:
        wish = clock_there(incoming.text)
        return Understood(incoming.sent_at, Reading(facts=wish.facts), form=incoming.form)
    if incoming.form not in (Form.TEXT, Form.EDIT):
        return Understood(incoming.sent_at, form=incoming.form)
    if beside := received_with(incoming, journal):
        return _of_received(beside, incoming, journal, reader)
    if command := COMMAND.match(incoming.text):
        return _command(incoming, command[1].lower(), incoming.text[command.end() :].strip(), journal, reader)
    replaced, before = _replaced(incoming, journal)
    reading = reader.read(incoming.text, before, incoming.sent_at)
    if together := thought(incoming, reading, journal, reader):
        return Understood(incoming.sent_at, together.reading, continues=together.entries, form=incoming.form)
    reading = _of_the_same(reading, replaced, before)
    return Understood(incoming.sent_at, reading, retracts=replaced, form=incoming.form)


def _of_the_same(reading: Reading, replaced: tuple[int, ...], before: Journal) -> Reading:
    """An edit tells of the application that its message began, not of another: what came later hangs on that one."""
    began = _keys(entry.fact for entry in before.entries if entry.number in replaced)
    began -= _keys(entry.fact for entry in before.entries if entry.number < min(replaced, default=0))
    fresh = _keys(reading.facts) - _keys(entry.fact for entry in before.entries)
    if len(began) != 1 or len(fresh) != 1 or reading.doubts:
        return reading
    (same,) = began
    facts = (replace(fact, about=same) if fact.about in fresh else fact for fact in reading.facts)
    return replace(reading, facts=tuple(facts))


def _keys(facts: Iterable[f.Fact]) -> set[str]:
    return {fact.about for fact in facts if fact.about}


def _of_received(received: Received, incoming: Incoming, journal: Journal, reader: Reader) -> Understood:
    """A file, a contact or a signature. One that tells nothing new is no reason to say nothing."""
    replaced, before = _replaced(incoming, journal)
    trouble = received.trouble
    if trouble:
        return Understood(incoming.sent_at, form=incoming.form, trouble=trouble)
    reading = reading_of(received, before, incoming.sent_at, lambda text: _applied_in(text, incoming, reader))
    if not reading.facts and not reading.doubts:
        is_off = any(each.is_cancelled for each in received.invitations)
        trouble = Trouble.NOT_PLANNED if is_off else Trouble.NOTHING_NEW
        return Understood(incoming.sent_at, form=incoming.form, trouble=trouble)
    return Understood(incoming.sent_at, reading, retracts=replaced, form=incoming.form)


def _applied_in(text: str, incoming: Incoming, reader: Reader) -> f.Applied | None:
    """The company and the role that a few words name, read by themselves."""
    facts = reader.read(text, Journal(), incoming.sent_at).facts
    return next((fact for fact in facts if isinstance(fact, f.Applied) and (fact.company or fact.role)), None)


def _replaced(incoming: Incoming, journal: Journal) -> tuple[tuple[int, ...], Journal]:
    """The entries that an edit takes the place of, and the journal without them."""
    told = tellings(journal, incoming.original)
    replaced = tuple(entry.number for entry in told if not isinstance(entry.fact, f.Retracted))
    return replaced, journal.noting([f.Retracted(entries=replaced)], incoming.sent_at) if replaced else journal


def _adding(journal: Journal, at: datetime) -> Journal:
    """The journal of somebody who was asked for the company."""
    return journal.noting([company_asked(journal)], at)


def _command(incoming: Incoming, name: str, words: str, journal: Journal, reader: Reader) -> Understood:
    """A command by what it stands for. "/letter globex" and "/overview dark" say what the same words say without the
    stroke."""
    asks = COMMANDS.get(name)
    if asks is Asks.ADD and words:
        added = reader.read(words, _adding(journal, incoming.sent_at), incoming.sent_at)
        if added.facts:
            return Understood(incoming.sent_at, added)
    if asks in READ_WITH_WORDS and words:
        said = reader.read(f"{name} {words}", journal, incoming.sent_at)
        if said.request and said.request.asks in READ_WITH_WORDS[asks] and not said.facts:
            return Understood(incoming.sent_at, said)
    if asks is None:
        return Understood(incoming.sent_at, unknown_command=f"/{name}"[:50])
    if asks is Asks.UNDO and words:
        asks = Asks.HISTORY
    return Understood(incoming.sent_at, Reading(request=Request(asks, words=words or None)))
