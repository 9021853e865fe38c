"""Strangers: people who do to the bot whatever one can do in a messenger, and what no messenger would let them."""

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

from hypothesis import strategies as st

from assistant.press import Verb
from bench.oddities import JSON, STRANGE, WORDS, WRONGS, Wrong
from simulator import LocalTelegram
from simulator.conversation import Button, Message
from simulator.people import LocalUser

FILES = sorted((Path(__file__).parents[1] / "tests" / "files").iterdir())
NAMES = ("", "a.ics", "b.vcf", "c.ICAL", "\u202efcv.exe", "d.pdf", "../e.ics", "f" * 300 + ".ics")
MIMES = ("", "text/calendar", "text/vcard", "application/pdf", "\x00", "text/x-vcard")
LATER = (0, 0, 0, 1, 30, 90, 600, 1440, 5 * 1440, 30 * 1440, -5, -1440, 400 * 1440)
"""Minutes until somebody does something: the clock may also be set back."""


@dataclass(frozen=True)
class Act:
    """What somebody does, with which words or number, after how long, and what is wrong with the update it comes as."""

    kind: str
    words: str
    number: int
    wrong: tuple[Wrong, ...]
    later: timedelta


@dataclass
class Stranger:
    """Somebody of the local Telegram; each act comes as updates, which they keep from being delivered as they are."""

    telegram: LocalTelegram
    person: LocalUser

    def does(self, act: Act) -> list[JSON]:
        """The updates that come of it, not yet wrong."""
        DOES[act.kind](self, replace(act, words=act.words.encode(errors="replace").decode()))
        pending = self.telegram.world.updates.pending
        updates: list[JSON] = json.loads(json.dumps(pending))
        pending.clear()
        return updates

    def say(self, act: Act) -> None:
        self.person.say(act.words)

    def reply(self, act: Act) -> None:
        earlier = self.person.messages
        self.person.say(act.words, reply_to=earlier[act.number % len(earlier)] if earlier else None)

    def edit(self, act: Act) -> None:
        mine = [message for message in self.person.messages if not message.is_from_bot]
        if mine:
            self.person.edit(mine[-1 - act.number % len(mine)].message_id, act.words)
        else:
            self.say(act)

    def press(self, act: Act) -> None:
        """Any button of the last few messages, or of all."""
        shown = self.person.inbox[-3:] if act.number % 3 else self.person.inbox
        buttons = [(message, button) for message in shown for button in _pressable(message)]
        if buttons:
            message, button = buttons[act.number % len(buttons)]
            self._press(message, button.data or "")
        else:
            self.say(act)

    def forge(self, act: Act) -> None:
        """A press on a button that there is not, below any message."""
        messages = self.person.messages or [self.person.say("hello")]
        verb = list(Verb)[act.number % len(Verb)]
        data = act.words if act.number % 5 == 0 else f"1|{verb}|{act.words[:20]}|{act.words[20:40]}"
        self._press(messages[act.number % len(messages)], data)

    def bend(self, act: Act) -> None:
        """A press on a button that there is, with a part of what it means changed."""
        buttons = [(message, button) for message in self.person.inbox for button in _pressable(message)]
        if not buttons:
            return self.forge(act)
        message, button = buttons[act.number % len(buttons)]
        parts = (button.data or "").split("|")
        parts[act.number % len(parts)] = act.words[:30]
        return self._press(message, "|".join(parts))

    def _press(self, message: Message, data: str) -> None:
        self.telegram.world.ask(self.person.person, message, data)

    def share_contact(self, act: Act) -> None:
        self.person.share_contact(act.words[-30:], act.words[:40], is_own=act.number % 4 == 0)

    def share_place(self, act: Act) -> None:
        self.person.share_location((act.number * 7919) % 181 - 90, (act.number * 104729) % 361 - 180)

    def send_document(self, act: Act) -> None:
        """A calendar or an address book, or what calls itself one; sometimes one byte is another."""
        path = FILES[act.number % len(FILES)]
        content = bytearray(path.read_bytes() if act.number % 3 else act.words.encode(errors="replace"))
        if content and act.number % 2:
            content[act.number * 31 % len(content)] ^= 1 + act.number % 255
        name = path.name if act.number % 4 else NAMES[act.number % len(NAMES)]
        caption = act.words if act.number % 3 == 0 else ""
        self.person.send_document(name, bytes(content), MIMES[act.number % len(MIMES)], caption)

    def send_photo(self, act: Act) -> None:
        self.person.send_photo(b"", act.words)

    def send_sticker(self, act: Act) -> None:
        self.person.send_sticker(act.words[:3])

    def send_voice(self, act: Act) -> None:
        self.person.send_voice(act.number)

    def block(self, act: Act) -> None:
        self.person.block()

    def unblock(self, act: Act) -> None:
        self.person.unblock()

    def speak_in_group(self, act: Act) -> None:
        group = self.telegram.group(act.words[:20])
        self.person.say(f"/now@local_test_bot {act.words}" if act.number % 2 else act.words, chat=group)


DOES: dict[str, Callable[[Stranger, Act], None]] = {
    "say": Stranger.say,
    "reply": Stranger.reply,
    "edit": Stranger.edit,
    "press": Stranger.press,
    "forge": Stranger.forge,
    "bend": Stranger.bend,
    "share a contact": Stranger.share_contact,
    "share a place": Stranger.share_place,
    "send a document": Stranger.send_document,
    "send a photo": Stranger.send_photo,
    "send a sticker": Stranger.send_sticker,
    "send a voice message": Stranger.send_voice,
    "block": Stranger.block,
    "unblock": Stranger.unblock,
    "speak in a group": Stranger.speak_in_group,
}
OFTEN = ("say",) * 6 + ("edit", "press", "press", "press", "bend", "send a document", "unblock")


def _pressable(message: Message) -> list[Button]:
    return [button for row in message.buttons for button in row if button.data]


ACTS = st.builds(
    Act,
    st.sampled_from((*DOES, *OFTEN)),
    WORDS | STRANGE,
    st.integers(0, 10_000),
    st.lists(WRONGS, max_size=3).map(tuple) | st.just(()),
    st.sampled_from(LATER).map(lambda minutes: timedelta(minutes=minutes)),
)
