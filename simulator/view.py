"""A person's chat as the page shows it: everything in words and in order, so that the page reckons nothing."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from simulator.conversation import Message, Person
from simulator.happenings import JSON
from simulator.telegram import World

DEFAULT_AUDIENCE = ('{"type": "default"}', "")
MOST_MESSAGES = 300
NO_BREAK = "\N{NO-BREAK SPACE}"


def chat_view(world: World, person: Person, zone: ZoneInfo) -> JSON:
    """The chat, who else there is, and what the bot offers."""
    messages = [message for message in world.in_chat(person.id) if not message.is_deleted][-MOST_MESSAGES:]
    return {
        "user": person.id,
        "people": [_tab(world, each) for each in world.people.values()],
        "bot": {**world.profile, "commands": world.commands.get(DEFAULT_AUDIENCE, [])},
        "messages": [_shown(message, zone) for message in messages],
        "typing": world.is_typing(person.id),
        "blocked": person.has_blocked_the_bot,
        "keyboard": _keyboard(messages),
    }


def day(moment: datetime, zone: ZoneInfo) -> str:
    local = moment.astimezone(zone)
    return f"{local:%a} {local.day} {local:%b %Y}"


def hour(moment: datetime, zone: ZoneInfo) -> str:
    return f"{moment.astimezone(zone):%H:%M}"


def clock_view(now: datetime, zone: ZoneInfo, *, is_frozen: bool) -> JSON:
    """The present in words, and as a date field wants it."""
    return {
        "shown": f"{day(now, zone)}, {hour(now, zone)}".replace(" ", NO_BREAK),
        "zone": zone.key,
        "field": f"{now.astimezone(zone):%Y-%m-%dT%H:%M}",
        "frozen": is_frozen,
    }


def _tab(world: World, person: Person) -> JSON:
    received = [message.message_id for message in world.in_chat(person.id) if message.is_from_bot]
    return {"id": person.id, "name": person.name, "latest": max(received, default=0)}


def _shown(message: Message, zone: ZoneInfo) -> JSON:
    return {
        "id": message.message_id,
        "mine": not message.is_from_bot,
        "day": day(message.date, zone),
        "time": hour(message.date, zone),
        "text": message.text,
        "entities": list(message.wording.entities),
        "edited": message.is_edited,
        "buttons": [[vars(button) for button in row] for row in message.buttons],
        "attached": _attached(message.content),
        "answers": message.reply_to.text if message.reply_to else None,
    }


def _attached(content: JSON) -> JSON | None:
    """A file, a picture, or anything else in words."""
    match content:
        case {"document": file}:
            return {"kind": "document", "name": file["file_name"], "url": f"/control/files/{file['file_id']}"}
        case {"photo": [*_, largest]}:
            return {"kind": "photo", "name": "Photo", "url": f"/control/files/{largest['file_id']}"}
        case {"contact": contact}:
            names = filter(None, (contact["first_name"], contact.get("last_name")))
            return {"kind": "contact", "name": " ".join(names), "more": contact["phone_number"]}
        case {"location": place}:
            return {"kind": "location", "name": "Location", "more": f"{place['latitude']}, {place['longitude']}"}
        case {"sticker": sticker}:
            return {"kind": "sticker", "name": sticker["emoji"]}
    return {"kind": "other", "name": next(iter(content)).capitalize()} if content else None


def _keyboard(messages: list[Message]) -> list[list[Any]] | None:
    """The reply keyboard that is up: the last one sent, unless it was taken away since, or was for one answer."""
    for message in reversed(messages):
        markup = message.markup or {}
        if markup.get("remove_keyboard"):
            return None
        if "keyboard" in markup:
            is_used = markup.get("one_time_keyboard") and not messages[-1].is_from_bot
            return None if is_used else [[_reply_button(each) for each in row] for row in markup["keyboard"]]
    return None


def _reply_button(button: Any) -> JSON:
    return {"text": button} if isinstance(button, str) else button
