"""What is done beside the conversation: users of an older rulebook are planned again, old updates are swept out."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import NoReturn

import structlog

from assistant.ports import Clock

log = structlog.get_logger()

SECONDS_BETWEEN_BATCHES = 0.5
SECONDS_IN_A_DAY = 24 * 60 * 60
SECONDS_AFTER_TROUBLE = 60


async def keep_house(
    clock: Clock,
    plan_again: Callable[[datetime], Awaitable[int]],
    tidy: Callable[[datetime], Awaitable[None]],
    ring: Callable[[], None],
) -> NoReturn:
    """At the start, then once a day, and soon again if something was in the way; until cancelled.

    `plan_again` makes a batch of users due who were planned by other rules, and says how many there were.
    """
    while True:
        try:
            while await plan_again(clock.now()):
                ring()
                await asyncio.sleep(SECONDS_BETWEEN_BATCHES)
            await tidy(clock.now())
            pause = SECONDS_IN_A_DAY
        except Exception as error:
            log.error("housekeeping_failed", exc_info=error)
            pause = SECONDS_AFTER_TROUBLE
        await asyncio.sleep(pause)
