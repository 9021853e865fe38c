"""How fast the bot may send: within Telegram's limits, replies before nudges, first come first served."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import timedelta
from math import inf
from typing import Protocol

import structlog

from assistant.ports import NO_TIME, Clock, OutOfReach, Slots

log = structlog.get_logger()

CHAT_RESTS = timedelta(seconds=1)
"""Between two messages in one chat: https://core.telegram.org/bots/faq, "My bot is hitting limits"."""
KEPT_FOR_REPLIES = 5
LOOK_AGAIN_SECONDS = 0.05


class Budget(Protocol):
    """Lets messages out, and tells how long a chat must rest after one."""

    rest: timedelta

    def slot(self, *, is_reply: bool) -> AbstractAsyncContextManager[None]:
        """Waits until a message may go out, which must be sent within the block."""


class Unlimited:
    """For a server that has no limits."""

    rest = NO_TIME

    @asynccontextmanager
    async def slot(self, *, is_reply: bool) -> AsyncIterator[None]:
        yield


class Limited:
    """As many messages in any second as there are slots; nudges leave some of them to replies."""

    rest = CHAT_RESTS

    def __init__(self, slots: Slots, pause: Callable[[float], Awaitable[None]] = asyncio.sleep) -> None:
        self._slots = slots
        self._pause = pause
        self._replies, self._nudges = asyncio.Lock(), asyncio.Lock()

    @asynccontextmanager
    async def slot(self, *, is_reply: bool) -> AsyncIterator[None]:
        async with self._replies if is_reply else self._nudges:
            number = await self._taken(0 if is_reply else KEPT_FOR_REPLIES)
        try:
            yield
        finally:
            await self._give_back(number)

    async def _give_back(self, number: int) -> None:
        """A slot that cannot be given back becomes free by itself; that the message has gone out remains true."""
        try:
            await self._slots.give_back(number)
        except OutOfReach as error:
            log.warning("slot_not_given_back", reason=str(error))

    async def _taken(self, spare: int) -> int:
        while (number := await self._slots.take(spare)) is None:
            await self._pause(LOOK_AGAIN_SECONDS)
        return number


class OwnSlots:
    """Slots of a process that sends alone."""

    def __init__(self, count: int, clock: Clock) -> None:
        self._free_at = [-inf] * count
        self._clock = clock

    async def take(self, spare: int) -> int | None:
        now = self._clock.elapsed()
        free = [number for number, free_at in enumerate(self._free_at) if free_at <= now]
        if len(free) <= spare:
            return None
        self._free_at[free[0]] = inf
        return free[0]

    async def give_back(self, number: int) -> None:
        self._free_at[number] = self._clock.elapsed() + 1
