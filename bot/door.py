"""Lets in those who may use the bot; whoever else writes is told so, once, and nothing is kept of them."""

import asyncio
from typing import NoReturn

import structlog

from assistant.ports import Clock, Messenger, Refused, TryLater, Unreachable
from assistant.refusing import not_let_in
from bot.envelope import JSON, is_written_in_private

log = structlog.get_logger()

MOST_WAITING = 100
MOST_REMEMBERED = 10_000


class Door:
    """Who was told is remembered as long as the program runs, in memory."""

    def __init__(self, allowed: frozenset[int] | None, messenger: Messenger, clock: Clock) -> None:
        """With None everybody is let in."""
        self._allowed = allowed
        self._messenger = messenger
        self._clock = clock
        self._told: dict[int, None] = {}
        self._waiting: asyncio.Queue[int] = asyncio.Queue(MOST_WAITING)

    def lets_in(self, user: int, update: JSON) -> bool:
        """Whether what that user did is for the bot. Never waits: strangers must not hold up anybody."""
        if self._allowed is None or user in self._allowed:
            return True
        if user not in self._told and is_written_in_private(update) and not self._waiting.full():
            self._waiting.put_nowait(user)
            self._remember(user)
            log.info("not_let_in", user=user)
        return False

    async def run(self) -> NoReturn:
        """Tells them, one after the other, until cancelled."""
        while True:
            user = await self._waiting.get()
            try:
                await self._messenger.send(user, not_let_in(self._clock.now()))
            except (Unreachable, Refused) as error:
                log.info("stranger_not_told", user=user, reason=type(error).__name__)
            except TryLater:
                self._told.pop(user, None)  # they are told when they write again

    def _remember(self, user: int) -> None:
        self._told[user] = None
        if len(self._told) > MOST_REMEMBERED:
            del self._told[next(iter(self._told))]
