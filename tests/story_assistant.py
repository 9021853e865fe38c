"""The assistant itself as a story's bot: journeys, reader, rules and texts, without Telegram or storage."""

import re
from dataclasses import replace
from datetime import datetime
from functools import partial

from assistant.attachments import maker
from assistant.hear import hear
from assistant.ports import Button, Form, Incoming, Outgoing, SharedContact
from assistant.wake import wake
from language.received import Received, received
from language.sentences import SentenceReader
from rules.journal import Journal
from rules.plan import make_plan
from tests.story import FILES, PLACE, SENDS, SHARES, SILENCE, shown


class Assistant:
    """One user's conversation."""

    def __init__(self, zone: str) -> None:
        self.journal = Journal(default_zone=zone)
        self.reader = SentenceReader()
        self.arrivals = 0
        self.before: list[Incoming] = []
        self.now: datetime | None = None
        self.messages: list[Outgoing] = []
        self.written: dict[int, datetime] = {}

    async def act(self, act: str, at: datetime) -> str:
        self.now = at
        self.arrivals += 1
        incoming = self._incoming(act, at)
        heard = hear(replace(incoming, before=partial(tuple, self.before[:])), self.journal, at, self.reader)
        self.before.append(incoming)
        self.journal = Journal(default_zone=self.journal.default_zone) if heard.is_parting else heard.journal
        return self._said(heard.reply) if heard.reply else SILENCE

    async def next_ring(self) -> datetime | None:
        return make_plan(self.journal).next_ring(self.now) if self.now else None

    async def wake(self, at: datetime) -> str:
        self.now = at
        nudge = wake(self.journal, at)
        if nudge is None:
            return ""
        self.journal = nudge.journal
        return self._said(nudge.message)

    def _said(self, message: Outgoing) -> str:
        if message.edits is not None:
            self.messages[message.edits] = message
        elif message.text:
            self.messages.append(message)
        return shown(message, maker(message.attaches, 1)(self.journal, self.now) if message.attaches else None)

    def _incoming(self, act: str, at: datetime) -> Incoming:
        if label := re.fullmatch(r"\[(.+)\]", act):
            number, button = self._button(label[1])
            return Incoming(0, self.arrivals, Form.PRESS, button.press, at, message=number)
        if edited := re.fullmatch(r"\(edits\) (.+)", act):
            original = max(self.written)
            return Incoming(0, self.arrivals, Form.EDIT, edited[1], self.written[original], original=original)
        if sent := SENDS.fullmatch(act):
            return Incoming(0, self.arrivals, Form.TEXT, sent[2], at, received=_received(sent[1]))
        if shared := SHARES.fullmatch(act):
            contact = SharedContact(shared[2] or "Ana", shared[3] or "+49 170 1", is_own=bool(shared[1]))
            return Incoming(0, self.arrivals, Form.TEXT, "", at, contact=contact)
        if place := re.fullmatch(PLACE, act):
            return Incoming(0, self.arrivals, Form.PLACE, place[1], at)
        form = {"(blocks the bot)": Form.BLOCKED, "(comes back)": Form.RETURNED, "(sends a sticker)": Form.ATTACHMENT}
        self.written[self.arrivals] = at
        text = "sticker" if act == "(sends a sticker)" else act.replace(" ⏎ ", "\n")
        return Incoming(0, self.arrivals, form.get(act, Form.TEXT), text, at)

    def _button(self, label: str) -> tuple[int, Button]:
        """The latest button of that name, and the message it is below."""
        for number in reversed(range(len(self.messages))):
            for row in self.messages[number].buttons:
                for button in row:
                    if button.label == label:
                        return number, button
        raise AssertionError(f"no button {label!r}")


def _received(name: str) -> Received:
    return received(name, "", (FILES / name).read_bytes())
