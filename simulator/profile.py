"""The methods about the bot itself: its name, its commands, its menu button."""

import json
import re
from typing import Any

from simulator.happenings import JSON
from simulator.refusals import Malformed
from simulator.telegram import World

COMMAND = re.compile(r"[a-z0-9_]{1,32}")
LONGEST = {"name": 64, "description": 512, "short_description": 120}


def get_me(world: World, _: JSON) -> JSON:
    return {
        **world.bot,
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


def set_my_commands(world: World, p: JSON) -> bool:
    if len(p["commands"]) > 100:
        raise Malformed("BOT_COMMANDS_TOO_MUCH")
    for each in p["commands"]:
        if not COMMAND.fullmatch(each["command"]):
            raise Malformed("BOT_COMMAND_INVALID")
        if not 1 <= len(each["description"]) <= 256:
            raise Malformed("BOT_COMMAND_DESCRIPTION_INVALID")
    world.commands[_audience(p)] = p["commands"]
    world.happenings.record("commands", commands=p["commands"])
    return True


def get_my_commands(world: World, p: JSON) -> list[JSON]:
    return world.commands.get(_audience(p), [])


def delete_my_commands(world: World, p: JSON) -> bool:
    world.commands.pop(_audience(p), None)
    world.happenings.record("commands", commands=[])
    return True


def set_my_name(world: World, p: JSON) -> bool:
    return _set(world, "name", p)


def set_my_description(world: World, p: JSON) -> bool:
    return _set(world, "description", p)


def set_my_short_description(world: World, p: JSON) -> bool:
    return _set(world, "short_description", p)


def get_my_name(world: World, _: JSON) -> JSON:
    return {"name": world.profile["name"]}


def get_my_description(world: World, _: JSON) -> JSON:
    return {"description": world.profile["description"]}


def get_my_short_description(world: World, _: JSON) -> JSON:
    return {"short_description": world.profile["short_description"]}


def set_chat_menu_button(world: World, p: JSON) -> bool:
    world.menu_button = p.get("menu_button", {"type": "default"})
    return True


def get_chat_menu_button(world: World, _: JSON) -> JSON:
    return world.menu_button


def _set(world: World, what: str, p: JSON) -> bool:
    """An empty name is refused by leaving the old one, an empty description clears it, as at Telegram."""
    value = p.get(what, "")
    if len(value) > LONGEST[what]:
        raise Malformed(f"bot {what.replace('_', ' ')} is too long")
    if not p.get("language_code") and (value or what != "name"):
        world.profile[what] = value
    return True


def _audience(p: JSON) -> tuple[str, str]:
    scope: dict[str, Any] = p.get("scope") or {"type": "default"}
    return json.dumps(scope, sort_keys=True), p.get("language_code", "")
