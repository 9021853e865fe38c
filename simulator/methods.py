"""The table of the Bot API methods this local Telegram offers."""

import inspect
from collections.abc import Awaitable, Callable
from typing import Any

from simulator import messages, profile
from simulator.happenings import JSON
from simulator.refusals import Malformed, UnknownMethod
from simulator.telegram import World

Method = Callable[[World, JSON], Any | Awaitable[Any]]


async def get_updates(world: World, p: JSON) -> list[JSON]:
    world.updates.allow(p.get("allowed_updates"))
    return await world.updates.poll(p.get("offset", 0), p.get("limit", 100), p.get("timeout", 0))


def set_webhook(world: World, p: JSON) -> bool:
    """Telegram asks for https; on this machine plain http will do. An empty address takes the webhook away."""
    if not p["url"]:
        return delete_webhook(world, p)
    if not p["url"].startswith(("http://", "https://")):
        raise Malformed("bad webhook: An HTTPS URL must be provided for webhook")
    _drop_if_asked(world, p)
    world.updates.allow(p.get("allowed_updates"))
    world.updates.webhook = {"url": p["url"], "secret_token": p.get("secret_token")}
    world.happenings.wake()
    return True


def delete_webhook(world: World, p: JSON) -> bool:
    _drop_if_asked(world, p)
    world.updates.webhook = None
    world.happenings.wake()
    return True


def get_webhook_info(world: World, _: JSON) -> JSON:
    webhook = world.updates.webhook or {"url": ""}
    shown: JSON = {name: value for name, value in webhook.items() if name != "secret_token"}
    if world.updates.allowed:
        shown["allowed_updates"] = world.updates.allowed
    return {**shown, "has_custom_certificate": False, "pending_update_count": len(world.updates.pending)}


def _drop_if_asked(world: World, p: JSON) -> None:
    if p.get("drop_pending_updates"):
        world.updates.drop_pending()


METHODS: dict[str, Method] = {
    "getMe": profile.get_me,
    "getUpdates": get_updates,
    "setWebhook": set_webhook,
    "deleteWebhook": delete_webhook,
    "getWebhookInfo": get_webhook_info,
    "sendMessage": messages.send_message,
    "sendDocument": messages.send_document,
    "sendPhoto": messages.send_photo,
    "sendChatAction": messages.send_chat_action,
    "editMessageText": messages.edit_message_text,
    "editMessageReplyMarkup": messages.edit_message_reply_markup,
    "deleteMessage": messages.delete_message,
    "deleteMessages": messages.delete_messages,
    "answerCallbackQuery": messages.answer_callback_query,
    "getFile": messages.get_file,
    "setMyCommands": profile.set_my_commands,
    "getMyCommands": profile.get_my_commands,
    "deleteMyCommands": profile.delete_my_commands,
    "setMyName": profile.set_my_name,
    "getMyName": profile.get_my_name,
    "setMyDescription": profile.set_my_description,
    "getMyDescription": profile.get_my_description,
    "setMyShortDescription": profile.set_my_short_description,
    "getMyShortDescription": profile.get_my_short_description,
    "setChatMenuButton": profile.set_chat_menu_button,
    "getChatMenuButton": profile.get_chat_menu_button,
}


BY_ANY_CASE = {name.lower(): name for name in METHODS}


def canonical_name(name: str) -> str:
    """The method as documented, since Telegram does not mind the case. Raises UnknownMethod."""
    if name.lower() not in BY_ANY_CASE:
        raise UnknownMethod(name)
    return BY_ANY_CASE[name.lower()]


async def execute(world: World, name: str, parameters: JSON) -> Any:
    """The method's result. Raises Refused."""
    result = METHODS[name](world, parameters)
    return await result if inspect.isawaitable(result) else result
