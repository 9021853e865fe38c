"""Somebody at the other end of the chat: what a person can do in a messenger, and what they see there."""

from collections.abc import Generator
from typing import Any

from simulator.conversation import Button, Chat, Message, Person, Query
from simulator.happenings import JSON
from simulator.telegram import World
from simulator.wording import as_typed


class Press:
    """A button pressed. Awaiting it gives the text of the bot's answer ("" if it answered without one)."""

    def __init__(self, world: World, query: Query) -> None:
        self._world = world
        self.query = query

    @property
    def answer(self) -> JSON | None:
        return self.query.answer

    async def answered(self, seconds: float = 5) -> str:
        """Raises TimeoutError."""
        if not await self._world.happenings.until(lambda: self.answer is not None, seconds):
            raise TimeoutError(f"the bot did not answer the press on {self.query.data!r}")
        return str((self.answer or {})["text"])

    def __await__(self) -> Generator[Any, None, str]:
        return self.answered().__await__()


class LocalUser:
    """One person. Everything is said in their private chat with the bot, unless `chat` names a group."""

    def __init__(self, world: World, person: Person) -> None:
        self._world = world
        self.person = person

    @property
    def id(self) -> int:
        return self.person.id

    @property
    def messages(self) -> list[Message]:
        """All of the chat, both sides, oldest first."""
        return self._world.in_chat(self.id)

    @property
    def inbox(self) -> list[Message]:
        """What the bot sent and has not deleted."""
        return [message for message in self.messages if message.is_from_bot and not message.is_deleted]

    async def wait_for_messages(self, count: int, timeout: float = 5, after: int = 0) -> list[Message]:  # noqa: ASYNC109
        """The inbox beyond message id `after` once it holds this many. Raises TimeoutError, telling what is there."""

        def there() -> list[Message]:
            return [message for message in self.inbox if message.message_id > after]

        if not await self._world.happenings.until(lambda: len(there()) >= count, timeout):
            said = [message.text for message in there()]
            raise TimeoutError(f"{self.person.name} waited for {count} messages and has {len(said)}: {said}")
        return there()

    def say(self, text: str, *, chat: Chat | None = None, reply_to: Message | None = None) -> Message:
        return self._send(text, None, chat, reply_to)

    def edit(self, message_id: int, text: str) -> Message:
        """Raises LookupError if there is no such message of theirs."""
        message = self._world.message(self.id, message_id)
        if message is None or message.is_from_bot:
            raise LookupError(f"{self.person.name} wrote no message {message_id}")
        self._world.edit(message, as_typed(text), message.markup)
        self._world.updates.add("edited_message", message.as_json())
        return message

    def press(self, button: str, message: Message | None = None) -> Press:
        """By label or callback data, on the latest message that has it. Raises LookupError, telling what there is."""
        for candidate in [message] if message else reversed(self.inbox):
            if found := _button(candidate, button):
                return Press(self._world, self._world.ask(self.person, candidate, found.data or ""))
        there = [each.text for shown in self.inbox[-1:] for row in shown.buttons for each in row]
        raise LookupError(f"no button {button!r} to press; the last message has {there}")

    def share_contact(self, phone: str, first_name: str, last_name: str = "", *, is_own: bool = False) -> Message:
        contact: JSON = {"phone_number": phone, "first_name": first_name}
        contact |= {"last_name": last_name} if last_name else {}
        contact |= {"user_id": self.id} if is_own else {}
        return self._send("", {"contact": contact})

    def share_location(self, latitude: float, longitude: float) -> Message:
        return self._send("", {"location": {"latitude": latitude, "longitude": longitude}})

    def send_document(
        self, name: str, content: bytes, mime: str = "application/octet-stream", caption: str = ""
    ) -> Message:
        file = self._world.keep_file(name, mime, content)
        return self._send(caption, {"document": file.as_document()})

    def send_photo(self, content: bytes, caption: str = "") -> Message:
        file = self._world.keep_file("photo.jpg", "image/jpeg", content)
        return self._send(caption, {"photo": file.as_photo()})

    def send_sticker(self, emoji: str = "👍") -> Message:
        file = self._world.keep_file("sticker.webp", "image/webp", b"sticker")
        looks = {"type": "regular", "width": 512, "height": 512, "is_animated": False, "is_video": False}
        return self._send("", {"sticker": {**file.as_json(), **looks, "emoji": emoji}})

    def send_voice(self, seconds: int = 3) -> Message:
        file = self._world.keep_file("voice.ogg", "audio/ogg", b"voice")
        return self._send("", {"voice": {**file.as_json(), "duration": seconds, "mime_type": file.mime}})

    def block(self) -> None:
        self._become(blocked=True)

    def unblock(self) -> None:
        self._become(blocked=False)

    def _send(
        self, text: str, content: JSON | None, chat: Chat | None = None, reply_to: Message | None = None
    ) -> Message:
        where = chat or self.person.chat
        message = self._world.post(where, self.person.as_json(), as_typed(text), content=content, reply_to=reply_to)
        self._world.updates.add("message", message.as_json())
        return message

    def _become(self, *, blocked: bool) -> None:
        self.person.has_blocked_the_bot = blocked
        member = {"status": "member", "user": self._world.bot}
        kicked = {"status": "kicked", "user": self._world.bot, "until_date": 0}
        change = {
            "chat": self.person.chat.as_json(),
            "from": self.person.as_json(),
            "date": int(self._world.now().timestamp()),
            "old_chat_member": member if blocked else kicked,
            "new_chat_member": kicked if blocked else member,
        }
        self._world.updates.add("my_chat_member", change)


def _button(message: Message, wanted: str) -> Button | None:
    pressable = [button for row in message.buttons for button in row if button.data]
    return next((button for button in pressable if wanted in (button.text, button.data)), None)
