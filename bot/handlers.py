"""Telegram's updates as things that users did. Reads, and decides nothing."""

import json
import re
from datetime import datetime

from telegram import CallbackQuery, Chat, ChatMember, ChatMemberUpdated, Message, Update

from assistant.ports import Arrival, Document, Form, Incoming, SharedContact

ATTACHMENTS = (
    "animation", "audio", "checklist", "dice", "document", "game", "paid_media", "photo", "poll", "sticker",
    "story", "venue", "video", "video_note", "voice",
)  # fmt: skip
OUTSIDE = (ChatMember.BANNED, ChatMember.LEFT)
COMMAND = re.compile(r"(/\w+)@\w+")


def incoming(arrival: Arrival, now: datetime) -> Incoming | None:
    """What the user did, or None if the update is malformed or nothing to us.

    A press carries no time of its own, so it happened `now`, as does anything else without a date.
    """
    try:
        found = _read(arrival, Update.de_json(json.loads(arrival.update), None), now)
    except Exception:  # noqa: BLE001 - an update is a stranger's, and the library believes whatever is in it
        return None
    return found if found is not None and _is_sound(found) else None


def _is_sound(found: Incoming) -> bool:
    sent = found.document or Document("", "", "")
    numbers = (found.user, found.message or 0, sent.size)
    words = (found.text, sent.name, sent.mime)
    return all(isinstance(number, int) for number in numbers) and all(isinstance(word, str) for word in words)


def _read(arrival: Arrival, update: Update, now: datetime) -> Incoming | None:
    if update.message is not None:
        return _message(arrival, update.message)
    if update.edited_message is not None:
        return _edit(arrival, update.edited_message)
    if update.callback_query is not None:
        return _press(arrival, update.callback_query, now)
    if update.my_chat_member is not None:
        return _membership(arrival, update.my_chat_member)
    return None


def _message(arrival: Arrival, message: Message) -> Incoming | None:
    if message.chat.type != Chat.PRIVATE:
        return _in_group(arrival, message)
    text = _words(message)
    if text is not None or message.contact or _document(message):
        return _incoming(arrival, message, Form.TEXT, text or "")
    if message.location is not None and message.venue is None:
        place = f"{message.location.latitude:.6f},{message.location.longitude:.6f}"
        return _incoming(arrival, message, Form.PLACE, place)
    kind = next((kind for kind in ATTACHMENTS if getattr(message, kind)), None)
    return None if kind is None else _incoming(arrival, message, Form.ATTACHMENT, kind)


def _edit(arrival: Arrival, message: Message) -> Incoming | None:
    text = _words(message)
    if text is None or message.chat.type != Chat.PRIVATE:
        return None
    return _incoming(arrival, message, Form.EDIT, text)


def _in_group(arrival: Arrival, message: Message) -> Incoming | None:
    """Only commands are for the bot there; the rest is other people's conversation."""
    text = message.text or ""
    return _incoming(arrival, message, Form.GROUP, str(message.chat.id)) if text.startswith("/") else None


def _press(arrival: Arrival, query: CallbackQuery, now: datetime) -> Incoming | None:
    message = query.message
    if query.data is None or message is None or message.chat.type != Chat.PRIVATE:
        return None
    return Incoming(query.from_user.id, arrival.number, Form.PRESS, query.data, now, message.message_id)


def _membership(arrival: Arrival, change: ChatMemberUpdated) -> Incoming | None:
    was_in = change.old_chat_member.status not in OUTSIDE
    is_in = change.new_chat_member.status not in OUTSIDE
    if change.chat.type == Chat.PRIVATE:
        form = Form.RETURNED if is_in else Form.BLOCKED
    elif is_in and not was_in and change.chat.type != Chat.CHANNEL:
        form = Form.GROUP
    else:
        return None
    group = str(change.chat.id) if form is Form.GROUP else ""
    return Incoming(change.from_user.id, arrival.number, form, group, change.date)


def _incoming(arrival: Arrival, message: Message, form: Form, text: str) -> Incoming | None:
    if message.from_user is None:
        return None
    return Incoming(
        user=message.from_user.id,
        arrival=arrival.number,
        form=form,
        text=text,
        sent_at=message.date,
        message=message.message_id,
        original=arrival.original,
        document=_document(message),
        contact=_contact(message),
        is_forwarded=message.forward_origin is not None,
    )


def _words(message: Message) -> str | None:
    words = message.text or message.caption
    return None if words is None else _command(_whole(words))


def _whole(text: str) -> str:
    """Without halves of characters, which nothing can store or send."""
    return text.encode(errors="replace").decode()


def _command(text: str) -> str:
    """Without the name of the bot that Telegram's menu adds in groups: "/now@some_bot" is "/now"."""
    return COMMAND.sub(r"\1", text, count=1) if text.startswith("/") else text


def _document(message: Message) -> Document | None:
    """The file, if it is one that we read."""
    sent = message.document
    if sent is None:
        return None
    document = Document(sent.file_id, sent.file_name or "", sent.mime_type or "", sent.file_size or 0)
    return document if document.is_readable else None


def _contact(message: Message) -> SharedContact | None:
    shared, sender = message.contact, message.from_user
    if shared is None or sender is None:
        return None
    name = " ".join(_whole(part) for part in (shared.first_name, shared.last_name) if part)
    number = shared.phone_number
    phone = number if number.startswith(("+", "0")) else f"+{number}"
    return SharedContact(name, phone, _whole(shared.vcard or ""), is_own=shared.user_id == sender.id)
