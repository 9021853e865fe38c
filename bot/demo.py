"""The real bot in a browser: against a local Telegram with a page, on a database of its own, by a clock that moves."""

import asyncio
import errno
import logging
import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from secrets import token_urlsafe
from typing import Any, Protocol

import structlog

from assistant.overview import Overview, overview
from bot.chat import QUICK_TICK_SECONDS, local_settings
from simulator import LocalTelegram
from simulator.backstage import Backstage
from simulator.decoding import decoded
from simulator.scripts import read_script

FIRST_PORT, PORTS_TRIED = 8090, 50
FOLDER = Path("data") / "demo"
ZONE = "Europe/Berlin"
"""Where the ready conversations are told; whoever names their city goes by its clock from then on."""
STORIES = Path(__file__).parent.parent / "tests" / "stories"
PLAYED = ("happy-path", "bad-interview", "two-companies", "interview-tomorrow")
MOST_LOOKS = 20
BOT = 700000001
"""Its number. The rest of its token is new each time, so that no other site can guess it and speak as the bot."""


class Parts(Protocol):
    """What the page needs of the program."""

    journals: Any


Assembled = Callable[[Any, Any], AbstractAsyncContextManager[Any]]
Live = Callable[[Any, Coroutine[object, object, None]], Awaitable[None]]


async def demonstrate(assembled: Assembled, live: Live) -> None:
    """Until SIGTERM or Ctrl-C. `live` is the program's own life, the same as with the real Telegram."""
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
    logging.getLogger("apscheduler").setLevel(logging.ERROR)
    async with _on_a_free_port() as telegram:
        telegram.world.profile["name"] = "Afterword"
        async with assembled(local_settings(telegram, _fresh_database(telegram), ZONE), telegram.clock) as parts:
            telegram.set_stage(_backstage(telegram, parts))
            try:
                await live(parts, _introduce(telegram.url))
            finally:
                await telegram.fall_silent()


async def _introduce(url: str) -> None:
    _say(
        f"Afterword is at {url}/ : open it in a browser.",
        "Only this machine reaches it: it listens on 127.0.0.1 and refuses any other Host or Origin.",
        "Ctrl-C ends it.",
    )


@asynccontextmanager
async def _on_a_free_port() -> AsyncIterator[LocalTelegram]:
    """The usual port, or the next one that is free."""
    for port in range(FIRST_PORT, FIRST_PORT + PORTS_TRIED):
        telegram = LocalTelegram(decoded, port, token=f"{BOT}:{token_urlsafe()}")
        try:
            await telegram.__aenter__()
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                raise
            _say(f"Port {port} is taken; trying the next one.")
            continue
        try:
            yield telegram
        finally:
            await telegram.__aexit__(None, None, None)
        return
    raise OSError(errno.EADDRINUSE, f"no free port from {FIRST_PORT} to {FIRST_PORT + PORTS_TRIED - 1}")


def _fresh_database(telegram: LocalTelegram) -> Path:
    """One for each port, empty at every start, since the local Telegram forgets everybody when it ends."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    name = f"afterword-{telegram.port}.db"
    for left in FOLDER.glob(f"{name}*"):
        left.unlink()
    return FOLDER / name


def _backstage(telegram: LocalTelegram, parts: Parts) -> Backstage:
    async def seen(user: int) -> Overview:
        return overview(await parts.journals.load(user), telegram.clock.now())

    async def panel(user: int) -> dict[str, Any]:
        return asdict(await seen(user))

    async def next_word() -> datetime | None:
        """Once what is due already has been said."""
        for _ in range(MOST_LOOKS):
            words = [(await seen(user)).next_word for user in telegram.world.people]
            earliest = min((at for at in words if at is not None), default=None)
            if earliest is None or earliest > telegram.clock.now():
                break
            await asyncio.sleep(QUICK_TICK_SECONDS)
        return earliest

    stories = [STORIES / f"{name}.md" for name in PLAYED]
    scripts = [read_script(path) for path in stories if path.exists()]
    return Backstage(panel=panel, next_word=next_word, scripts=scripts)


def _say(*sentences: str) -> None:
    for sentence in sentences:
        sys.stdout.write(f"{sentence}\n")
    sys.stdout.flush()
