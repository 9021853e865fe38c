"""How long a program's event loop keeps everybody waiting: a task inside it that sleeps a little, again and again."""

import asyncio
import json
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import NoReturn

from bot.clock import SystemClock

LOOK_SECONDS = 0.005


@asynccontextmanager
async def probing() -> AsyncIterator[None]:
    """With PROBED, from the moment PROBE_FROM on: the longest gap so far, in seconds, is in that file."""
    if "PROBED" not in os.environ:
        yield
        return
    async with asyncio.TaskGroup() as group:
        looking = group.create_task(_look(os.environ["PROBED"]))
        yield
        looking.cancel()


def write(file: str, what: object) -> None:
    Path(file).write_text(json.dumps(what), encoding="ascii")


def until_then() -> float:
    """The seconds until the moment PROBE_FROM, which is in seconds since 1970."""
    return float(os.environ["PROBE_FROM"]) - SystemClock().now().timestamp()


async def _look(file: str) -> NoReturn:
    loop = asyncio.get_running_loop()
    await asyncio.sleep(until_then())
    longest = -1.0
    while True:
        began = loop.time()
        await asyncio.sleep(LOOK_SECONDS)
        gap = loop.time() - began - LOOK_SECONDS
        if gap > longest:
            longest = gap
            write(file, longest)
