"""A conversation with the assistant, for tests: what is said and pressed at a moment, and what comes back."""

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from functools import partial

from assistant.hear import Heard, hear
from assistant.ports import Button, Form, Incoming, Outgoing
from assistant.wake import Nudge, wake
from language.sentences import SentenceReader
from rules.facts import Fact, Shown
from rules.journal import Journal

READER = SentenceReader()
MONDAY = datetime(2026, 3, 2, 17, 0, tzinfo=UTC)


@dataclass
class Talk:
    """One user's conversation, from a Monday evening on; the clock stands still unless it is moved."""

    now: datetime = MONDAY
    journal: Journal = field(default_factory=lambda: Journal(default_zone="Europe/Berlin"))
    arrivals: int = 0
    reply: Outgoing | None = None
    replied: datetime | None = None
    before: tuple[Incoming, ...] = ()

    def says(self, text: str, form: Form = Form.TEXT, original: int | None = None) -> str:
        """The words of the reply."""
        return self._hears(text, form, original)

    def presses(self, label: str) -> str:
        """The words of the answer to a button below the latest reply."""
        return self._hears(self.button(label).press, Form.PRESS)

    def presses_data(self, data: str) -> str:
        return self._hears(data, Form.PRESS)

    def button(self, label: str) -> Button:
        return next(button for button in self.buttons if button.label == label)

    @property
    def buttons(self) -> list[Button]:
        return [button for row in (self.reply.buttons if self.reply else ()) for button in row]

    @property
    def told(self) -> list[Fact]:
        """Every fact of the journal, without the notes of what was shown."""
        return [entry.fact for entry in self.journal.entries if not isinstance(entry.fact, Shown)]

    def later(self, **passed: float) -> "Talk":
        self.now += timedelta(**passed)
        return self

    def wakes(self) -> Nudge | None:
        nudge = wake(self.journal, self.now)
        if nudge is not None:
            self.journal, self.reply, self.replied = nudge.journal, nudge.message, self.now
        return nudge

    def _hears(self, text: str, form: Form, original: int | None = None) -> str:
        self.arrivals += 1
        incoming = Incoming(7, self.arrivals, form, text, self.now, message=self.arrivals, original=original)
        incoming, self.before = replace(incoming, before=partial(tuple, self.before)), (*self.before, incoming)
        heard: Heard = hear(incoming, self.journal, self.now, READER)
        kept = Journal(default_zone=self.journal.default_zone) if heard.is_parting else heard.journal
        self.journal, self.reply, self.replied = kept, heard.reply, self.now
        return (heard.reply.text or heard.reply.toast or "") if heard.reply else ""
