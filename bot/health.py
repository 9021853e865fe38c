"""Whether this process lives, and whether it can do its work: what those ask who restart it or send people to it."""

import asyncio
from collections.abc import Awaitable, Callable

from telegram import Bot
from telegram.error import TelegramError

from assistant.ports import Clock

ANSWER_SECONDS = 5
LATELY_SECONDS = 30
STUCK = "Nobody has looked who is due for a minute: the ticker is stuck."
NO_DATABASE = f"The database did not answer within {ANSWER_SECONDS} s."


class Health:
    """Each question is answered with what is wrong, in sentences; with none if all is well."""

    def __init__(
        self,
        is_beating: Callable[[], bool],
        database_trouble: Callable[[], Awaitable[str | None]],
        bot: Bot,
        clock: Clock,
    ) -> None:
        self._is_beating = is_beating
        self._database_trouble = database_trouble
        self._bot = bot
        self._clock = clock
        self._reached_at: float | None = None

    async def alive(self) -> list[str]:
        """That the event loop turns, the answer itself shows."""
        return [] if self._is_beating() else [STUCK]

    async def ready(self) -> list[str]:
        troubles = [*await self.alive(), await self._of_database(), await self._of_telegram()]
        return [trouble for trouble in troubles if trouble]

    async def _of_database(self) -> str | None:
        try:
            async with asyncio.timeout(ANSWER_SECONDS):
                return await self._database_trouble()
        except TimeoutError:
            return NO_DATABASE

    async def _of_telegram(self) -> str | None:
        """Asked again once its last answer is some time ago: who has nothing to send would not hear of it."""
        if self._reached_at is not None and self._clock.elapsed() - self._reached_at < LATELY_SECONDS:
            return None
        try:
            async with asyncio.timeout(ANSWER_SECONDS):
                await self._bot.get_me()
        except (TelegramError, TimeoutError) as error:
            return f"Telegram cannot be reached ({type(error).__name__})."
        self._reached_at = self._clock.elapsed()
        return None
