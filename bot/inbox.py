"""Updates in: each is committed before it is acknowledged."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import NoReturn

import structlog
from telegram import Bot
from telegram.error import Conflict, EndPointNotFound, InvalidToken, RetryAfter, TelegramError

from assistant.ports import OutOfReach
from bot.connection import ALLOWED_UPDATES, TokenRefused, backoff, seconds_asked
from bot.envelope import JSON
from bot.reception import Reception

log = structlog.get_logger()

# Spelled like this, the library hands out the raw JSON; asked for "getUpdates" it would warn that it can parse them.
GET_UPDATES = "get_Updates"
LONG_POLL_SECONDS = 30
READ_SECONDS = LONG_POLL_SECONDS + 10


class Poller:
    """Asks Telegram for updates and keeps each in the inbox; only what is kept is acknowledged.

    The offset lives in memory alone, and no longer than needed: after a quiet week update ids may start anew.
    """

    def __init__(
        self, bot: Bot, reception: Reception, pause: Callable[[float], Awaitable[None]] = asyncio.sleep
    ) -> None:
        self._bot = bot
        self._reception = reception
        self._pause = pause
        self._offset: int | None = None
        self._failures = 0

    async def run(self) -> NoReturn:
        """Until cancelled. Raises TokenRefused."""
        self._offset = None
        while True:
            try:
                await self._round()
                self._failures = 0
            except (InvalidToken, EndPointNotFound):
                raise TokenRefused from None  # the library's message quotes the token
            except Exception as error:  # noqa: BLE001 - whatever it is, the next round tries again
                await self._recover(error)

    async def _round(self) -> None:
        await self._bot.initialize()
        updates = await self._news()
        await self._reception.keep(updates)
        self._offset = int(updates[-1]["update_id"]) + 1 if updates else None

    async def _news(self) -> Sequence[JSON]:
        wanted: JSON = {"timeout": LONG_POLL_SECONDS, "allowed_updates": ALLOWED_UPDATES}
        if self._offset is not None:
            wanted["offset"] = self._offset
        updates: Sequence[JSON] = await self._bot.do_api_request(GET_UPDATES, wanted, read_timeout=READ_SECONDS)
        return updates

    async def _recover(self, error: Exception) -> None:
        """Say what happened, and wait before the next round."""
        self._failures += 1
        wait = backoff(self._failures)
        match error:
            case Conflict() if "webhook" in str(error).lower():
                log.warning("webhook_in_the_way", says="A webhook is set for this bot; it is removed now.")
                await self._remove_webhook()
            case Conflict():
                log.warning("another_poller", says="Another program asks for this bot's updates. Stop one of them.")
            case RetryAfter():
                wait = max(wait, seconds_asked(error))
                log.warning("asked_to_wait", seconds=wait)
            case TelegramError():
                log.warning("telegram_out_of_reach", reason=type(error).__name__, seconds=wait)
            case OutOfReach():
                log.warning("updates_not_kept", reason=str(error), seconds=wait)
            case _:
                log.error("inbox_failed", exc_info=error)
        await self._pause(wait)

    async def _remove_webhook(self) -> None:
        try:
            await self._bot.delete_webhook()
        except TelegramError as error:
            log.warning("webhook_stays", reason=type(error).__name__)
