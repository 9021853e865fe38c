"""What came in, understood: a text through the reader, a command or a press by what it stands for."""

import re
from dataclasses import dataclass, field
from datetime import datetime

from assistant.ports import Form, Incoming, Reader
from assistant.press import Press
from assistant.tellings import tellings
from language.reading import Asks, Reading, Request
from rules import facts as f
from rules.journal import Journal

COMMANDS = {
    "start": Asks.START,
    "now": Asks.NOW,
    "list": Asks.LIST,
    "letter": Asks.LETTER,
    "undo": Asks.UNDO,
    "rules": Asks.RULES,
    "help": Asks.HELP,
    "cancel": Asks.CANCEL,
}
"""The commands, in the order in which Telegram shows them."""
COMMAND = re.compile(r"/(\w+)(?:@\w+)?(?=\s|$)")


@dataclass(frozen=True, slots=True)
class Understood:
    """A message before anything is done about it.

    `told` is when the user said it. `retracts` are the entries that an edit takes the place of. `unknown_command` is
    the command that there is not.
    """

    told: datetime
    reading: Reading = field(default_factory=Reading)
    press: Press | None = None
    retracts: tuple[int, ...] = ()
    unknown_command: str | None = None
    form: Form = Form.TEXT


def understand(incoming: Incoming, journal: Journal, reader: Reader) -> Understood:
    """What the user did, read in the light of the journal and of the moment it was written."""
    if incoming.form is Form.PRESS:
        return Understood(incoming.sent_at, press=Press.read(incoming.text), form=incoming.form)
    if incoming.form not in (Form.TEXT, Form.EDIT):
        return Understood(incoming.sent_at, form=incoming.form)
    if command := COMMAND.match(incoming.text):
        return _command(incoming, command[1].lower(), incoming.text[command.end() :].strip())
    told = tellings(journal, incoming.original)
    replaced = tuple(entry.number for entry in told if not isinstance(entry.fact, f.Retracted))
    before = journal.noting([f.Retracted(entries=replaced)], incoming.sent_at) if replaced else journal
    reading = reader.read(incoming.text, before, incoming.sent_at)
    return Understood(incoming.sent_at, reading, retracts=replaced, form=incoming.form)


def _command(incoming: Incoming, name: str, words: str) -> Understood:
    asks = COMMANDS.get(name)
    if asks is None:
        return Understood(incoming.sent_at, unknown_command=f"/{name}"[:50])
    if asks is Asks.UNDO and words:
        asks = Asks.HISTORY
    return Understood(incoming.sent_at, Reading(request=Request(asks, words=words or None)))
