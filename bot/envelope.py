"""What a raw update tells from the outside, before anything is parsed: whose it is, and what it is about."""

import json
from typing import Any

from assistant.ports import Delivered

JSON = dict[str, Any]

KINDS = ("message", "edited_message", "callback_query", "my_chat_member")
GROUPS = ("group", "supergroup")
NEEDLESS = (
    "author_signature", "entities", "caption_entities", "external_reply", "forward_from", "forward_from_chat",
    "forward_sender_name", "forward_signature", "link_preview_options", "quote", "reply_markup", "reply_to_message",
    "sender_chat", "via_bot",
)  # fmt: skip
WHICH_MESSAGE = ("message_id", "date", "chat")
WHO = ("id", "type", "is_bot")
LARGEST_NUMBER = 2**52
"""Telegram promises that the numbers of users have at most 52 bits."""
MOST_UPDATES = 2**63


def is_update(received: object) -> bool:
    """Whether it has the outer form of an update, whatever it is about."""
    number = received.get("update_id") if isinstance(received, dict) else None
    return type(number) is int and 0 <= number < MOST_UPDATES


def delivered(update: JSON) -> Delivered | None:
    """The update as the inbox takes it; None if there is no user behind it, or it is malformed."""
    user = _content(update).get("from")
    author = _number(user.get("id")) if isinstance(user, dict) else None
    if author is None:
        return None
    message = None if "callback_query" in update else _number(_content(update).get("message_id"))
    raw = json.dumps(reduced(update), separators=(",", ":"))
    return Delivered(author, update["update_id"], raw, message, "edited_message" in update)


def is_written_in_private(update: JSON) -> bool:
    """Whether it is a message of a person to the bot alone."""
    message = update.get("message")
    chat = message.get("chat") if isinstance(message, dict) else None
    return isinstance(chat, dict) and chat.get("type") == "private"


def reduced(update: JSON) -> JSON:
    """The update without what nobody needs: names, languages, whom it was forwarded from, what it replies to."""
    return {kind: _reduced(part) if isinstance(part, dict) else part for kind, part in update.items()}


def _reduced(part: JSON) -> JSON:
    return {name: _nameless(name, value) for name, value in part.items() if name not in NEEDLESS}


def _nameless(name: str, value: object) -> object:
    """Of people, chats, the pressed message and whoever wrote what is forwarded, only what the library demands."""
    if not isinstance(value, dict):
        return value
    match name:
        case "from":
            return {each: value[each] for each in value if each in WHO} | {"first_name": ""}
        case "chat":
            return {each: value[each] for each in value if each in WHO}
        case "message":
            return {each: _nameless(each, value[each]) for each in value if each in WHICH_MESSAGE}
        case "forward_origin":
            return {"type": "hidden_user", "date": value.get("date"), "sender_user_name": ""}
    return value


def pressed_query(update: str | None) -> str | None:
    """The id of the press, to answer it by; None if it is something else."""
    query = json.loads(update).get("callback_query") if update else None
    return str(query["id"]) if isinstance(query, dict) and "id" in query else None


def group_of(update: str | None) -> int | None:
    """The number of the group in which it happened; None in a private chat."""
    chat = _content(json.loads(update)).get("chat") if update else None
    number = chat.get("id") if isinstance(chat, dict) and chat.get("type") in GROUPS else None
    return number if isinstance(number, int) else None


def _content(update: JSON) -> JSON:
    content = next((update[kind] for kind in KINDS if kind in update), None)
    return content if isinstance(content, dict) else {}


def _number(value: object) -> int | None:
    return value if isinstance(value, int) and 0 < value < LARGEST_NUMBER else None
