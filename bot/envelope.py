"""What a raw update tells from the outside, before anything is parsed: whose it is, and what it is about."""

import json
from typing import Any

JSON = dict[str, Any]

KINDS = ("message", "edited_message", "callback_query", "my_chat_member")
GROUPS = ("group", "supergroup")
LARGEST_NUMBER = 2**52
"""Telegram promises that the numbers of users have at most 52 bits."""


def author(update: JSON) -> int | None:
    """The number of the user behind it; None if there is no user, or the update is malformed."""
    user = _content(update).get("from")
    return _number(user.get("id")) if isinstance(user, dict) else None


def message_number(update: JSON) -> int | None:
    """The number of the message that it brings or edits."""
    return None if "callback_query" in update else _number(_content(update).get("message_id"))


def is_edit(update: JSON) -> bool:
    return "edited_message" in update


def pressed_query(update: str | None) -> str | None:
    """The id of the press, to answer it by; None if it is something else."""
    query = json.loads(update).get("callback_query") if update else None
    return str(query["id"]) if query else None


def group_of(update: str | None) -> int | None:
    """The number of the group in which it happened; None in a private chat."""
    chat = _content(json.loads(update)).get("chat", {}) if update else {}
    return int(chat["id"]) if chat.get("type") in GROUPS else None


def _content(update: JSON) -> JSON:
    content = next((update[kind] for kind in KINDS if kind in update), None)
    return content if isinstance(content, dict) else {}


def _number(value: object) -> int | None:
    return value if isinstance(value, int) and 0 < value < LARGEST_NUMBER else None
