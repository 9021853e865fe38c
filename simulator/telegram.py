"""The world a bot lives in: people, chats, messages, files and presses. State only, no HTTP."""

import time
from collections.abc import Callable
from datetime import datetime

from simulator.clock import system_now
from simulator.conversation import Chat, Message, Person, Query, StoredFile, Version, Wording
from simulator.happenings import JSON, Happenings
from simulator.updates import Updates

BOT_USERNAME = "local_test_bot"
TYPING_SECONDS = 5


class World:
    """Ids count up from fixed starts and go on after a reset, so a running bot never meets the same id twice."""

    def __init__(
        self,
        clock: Callable[[], datetime] = system_now,
        monotonic: Callable[[], float] = time.monotonic,
        bot_id: int = 1,
    ) -> None:
        self.now = clock
        self.monotonic = monotonic
        self.bot_id = bot_id
        self.profile: JSON = {"name": "Local bot", "description": "", "short_description": ""}
        self.commands: dict[tuple[str, str], list[JSON]] = {}
        self.menu_button: JSON = {"type": "commands"}
        self.happenings = Happenings()
        self.updates = Updates(self.happenings)
        self._counts: dict[str, int] = {}
        self.reset()

    def reset(self) -> None:
        """Forget people and conversations; the bot's profile and webhook stay, since it may be running."""
        self.people: dict[int, Person] = {}
        self._by_name: dict[str, Person] = {}
        self.chats: dict[int, Chat] = {}
        self.messages: dict[int, list[Message]] = {}
        self.queries: dict[str, Query] = {}
        self.files: dict[str, StoredFile] = {}
        self._typing_until: dict[int, float] = {}
        self.updates.drop_pending()
        self.happenings.record("reset")

    @property
    def bot(self) -> JSON:
        return {"id": self.bot_id, "is_bot": True, "first_name": self.profile["name"], "username": BOT_USERNAME}

    def person(self, name: str, language: str = "en") -> Person:
        """The person of this name, who is met now if they were not known."""
        if name in self._by_name:
            return self._by_name[name]
        person = Person(1000 + self._count("person"), name, language)
        self.people[person.id] = self._by_name[name] = person
        self.chats[person.id] = person.chat
        self.happenings.record("person", person=person.as_json())
        return person

    def forget(self, person: Person) -> None:
        """The person and their conversation; under the same name somebody new is met."""
        del self.people[person.id], self._by_name[person.name], self.chats[person.id]
        self.messages.pop(person.id, None)
        self.happenings.record("forgotten", user=person.id)

    def find(self, wanted: str) -> Person | None:
        """By id or by name."""
        by_id = self.people.get(int(wanted)) if wanted.isdigit() else None
        return by_id or self._by_name.get(wanted)

    def group(self, title: str) -> Chat:
        chat = Chat(-1000 - self._count("group"), "group", {"title": title})
        self.chats[chat.id] = chat
        return chat

    def post(
        self,
        chat: Chat,
        sender: JSON,
        wording: Wording,
        *,
        content: JSON | None = None,
        markup: JSON | None = None,
        reply_to: Message | None = None,
    ) -> Message:
        number = self._count("message")
        message = Message(number, chat, sender, self.now(), wording, markup, content or {}, reply_to)
        self.messages.setdefault(chat.id, []).append(message)
        self._typing_until.pop(chat.id, None)
        self.happenings.record("message", message=message.as_seen())
        return message

    def edit(self, message: Message, wording: Wording, markup: JSON | None) -> None:
        message.history.append(Version(message.text, message.html, message.markup, self.now()))
        message.wording, message.markup, message.edited_at = wording, markup, self.now()
        self.happenings.record("edited", message=message.as_seen())

    def delete(self, message: Message) -> None:
        message.is_deleted = True
        self.happenings.record("deleted", chat_id=message.chat.id, message_id=message.message_id)

    def act(self, chat: Chat, action: str) -> None:
        """The bot shows what it is doing, for some seconds or until it has written."""
        self._typing_until[chat.id] = self.monotonic() + TYPING_SECONDS
        self.happenings.record("action", chat_id=chat.id, action=action)

    def is_typing(self, chat_id: int) -> bool:
        return self._typing_until.get(chat_id, 0) > self.monotonic()

    def message(self, chat_id: int, message_id: int) -> Message | None:
        """None if there is none, or it was deleted."""
        found = (m for m in reversed(self.in_chat(chat_id)) if m.message_id == message_id)
        return next((message for message in found if not message.is_deleted), None)

    def in_chat(self, chat_id: int) -> list[Message]:
        """Oldest first, deleted ones too."""
        return self.messages.get(chat_id, [])

    def ask(self, person: Person, message: Message, data: str) -> Query:
        query = Query(str(self._count("query")), person, message, data, self.monotonic())
        self.queries[query.id] = query
        self.updates.add("callback_query", query.as_json())
        return query

    def keep_file(self, name: str, mime: str, content: bytes) -> StoredFile:
        file = StoredFile(f"file-{self._count('file')}", name, mime, content)
        self.files[file.file_id] = file
        return file

    def _count(self, what: str) -> int:
        self._counts[what] = self._counts.get(what, 0) + 1
        return self._counts[what]
