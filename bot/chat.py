"""The real bot in the terminal: against a local Telegram, on a database that is thrown away, by a clock that moves."""

import asyncio
import logging
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Protocol

import structlog
from pydantic import SecretStr

from bot.settings import Settings
from simulator import LocalTelegram
from simulator.decoding import decoded
from simulator.terminal import Terminal

QUICK_TICK_SECONDS = 0.1
MOST_LOOKS = 20


class Parts(Protocol):
    """What the conversation needs of the program."""

    ticker: Any
    source: Any
    turns: Any


Assembled = Callable[[Settings, Any], AbstractAsyncContextManager[Any]]


async def converse(assembled: Assembled) -> None:
    """Until the user ends it with :quit or the end of input."""
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
    logging.getLogger("apscheduler").setLevel(logging.ERROR)
    with TemporaryDirectory() as folder:
        async with LocalTelegram(decoded) as telegram, assembled(_settings(telegram, folder), telegram.clock) as parts:
            await _talk(telegram, parts)


async def _talk(telegram: LocalTelegram, parts: Parts) -> None:
    async with asyncio.TaskGroup() as group:
        running = [group.create_task(work) for work in (parts.ticker.run(), parts.source.run())]
        await Terminal(telegram, lambda: _next_word(parts, telegram)).run()
        for task in running:
            task.cancel()


async def _next_word(parts: Parts, telegram: LocalTelegram) -> datetime | None:
    """When the bot speaks next of its own accord, once it has done what it has to do now."""
    for _ in range(MOST_LOOKS):
        moment: datetime | None = await parts.turns.earliest_wake()
        if moment is None or moment > telegram.clock.now():
            break
        await asyncio.sleep(QUICK_TICK_SECONDS)
    return moment


def _settings(telegram: LocalTelegram, folder: str) -> Settings:
    return local_settings(telegram, Path(folder) / "chat.db", Settings.model_construct().default_timezone)


def local_settings(telegram: LocalTelegram, database: Path, zone: str) -> Settings:
    """For a bot of that local Telegram: whatever the environment says, it is left alone."""
    return Settings(
        _env_file=None,
        telegram_bot_token=SecretStr(telegram.token),
        telegram_api_url=telegram.url,
        database_url=f"sqlite+aiosqlite:///{database}",
        default_timezone=zone,
        tick_seconds=QUICK_TICK_SECONDS,
        sends_per_second=0,
    )
