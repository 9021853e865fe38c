"""What a chat is made of: people, messages, buttons, files, presses."""

from dataclasses import dataclass, field
from datetime import datetime
from html import escape
from pathlib import PurePath
from typing import Any

from simulator.happenings import JSON


@dataclass(eq=False)
class Person:
    id: int
    name: str
    language: str
    has_blocked_the_bot: bool = False

    @property
    def chat(self) -> "Chat":
        return Chat(self.id, "private", {"first_name": self.name})

    def as_json(self) -> JSON:
        return {"id": self.id, "is_bot": False, "first_name": self.name, "language_code": self.language}


@dataclass(frozen=True)
class Chat:
    id: int
    type: str
    names: JSON = field(compare=False)

    def as_json(self) -> JSON:
        return {"id": self.id, "type": self.type, **self.names}


@dataclass(frozen=True)
class Button:
    """An inline button; which of data, url and copies is set says what pressing it does."""

    text: str
    data: str | None = None
    url: str | None = None
    copies: str | None = None


@dataclass(frozen=True)
class Wording:
    """A text as Telegram keeps it: plain, with entities; `html` is how it was written."""

    text: str = ""
    entities: tuple[JSON, ...] = ()
    html: str = ""


@dataclass(frozen=True)
class Version:
    """What a message said before it was edited."""

    text: str
    html: str
    markup: JSON | None
    until: datetime


@dataclass(eq=False)
class Message:
    """`content` is what is not text (document, contact, ...) as Telegram gives it; the text is its caption then."""

    message_id: int
    chat: Chat
    sender: JSON
    date: datetime
    wording: Wording
    markup: JSON | None = None
    content: JSON = field(default_factory=dict)
    reply_to: "Message | None" = None
    edited_at: datetime | None = None
    is_deleted: bool = False
    history: list[Version] = field(default_factory=list)

    @property
    def text(self) -> str:
        return self.wording.text

    @property
    def html(self) -> str:
        return self.wording.html or escape(self.wording.text, quote=False)

    @property
    def is_from_bot(self) -> bool:
        return bool(self.sender["is_bot"])

    @property
    def is_edited(self) -> bool:
        return self.edited_at is not None

    @property
    def buttons(self) -> list[list[Button]]:
        """The inline buttons, row by row."""
        rows = (self.markup or {}).get("inline_keyboard", [])
        return [[_button(button) for button in row] for row in rows]

    def as_json(self) -> JSON:
        """The Message object of the Bot API."""
        words = ("caption", "caption_entities") if self.content else ("text", "entities")
        optional: JSON = {
            words[0]: self.wording.text,
            words[1]: list(self.wording.entities),
            "reply_to_message": self.reply_to and self.reply_to.as_json(),
            "edit_date": self.edited_at and int(self.edited_at.timestamp()),
            "reply_markup": self.markup if self.buttons else None,
        }
        return {
            "message_id": self.message_id,
            "from": self.sender,
            "chat": self.chat.as_json(),
            "date": int(self.date.timestamp()),
            **self.content,
            **{name: value for name, value in optional.items() if value},
        }

    def as_seen(self) -> JSON:
        """For whoever shows the chat: the Bot API's object and what a messenger knows besides."""
        return {
            **self.as_json(),
            "from_bot": self.is_from_bot,
            "html": self.html,
            "markup": self.markup,
            "edited": self.is_edited,
            "deleted": self.is_deleted,
        }


@dataclass(eq=False)
class Query:
    """A press on an inline button, waiting for the bot's answer."""

    id: str
    person: Person
    message: Message
    data: str
    asked_at: float
    answer: JSON | None = None

    def as_json(self) -> JSON:
        return {
            "id": self.id,
            "from": self.person.as_json(),
            "message": self.message.as_json(),
            "chat_instance": str(self.message.chat.id),
            "data": self.data,
        }


@dataclass(frozen=True)
class StoredFile:
    file_id: str
    name: str
    mime: str
    content: bytes

    @property
    def path(self) -> str:
        return f"documents/{self.file_id}{PurePath(self.name).suffix}"

    def as_json(self) -> JSON:
        return {"file_id": self.file_id, "file_unique_id": f"unique-{self.file_id}", "file_size": len(self.content)}

    def as_document(self) -> JSON:
        return {**self.as_json(), "file_name": self.name, "mime_type": self.mime}

    def as_photo(self) -> list[JSON]:
        return [{**self.as_json(), "width": 640, "height": 480}]


def _button(raw: dict[str, Any]) -> Button:
    copies = raw.get("copy_text")
    return Button(raw["text"], raw.get("callback_data"), raw.get("url"), copies and copies["text"])
