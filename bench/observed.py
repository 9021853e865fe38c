"""`afterword run`, observed from within: how long its event loop was held up, and where its processor time went."""

import argparse
import asyncio
import os
import signal
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from types import FrameType
from typing import TYPE_CHECKING

from sqlalchemy import Engine, event

import bot.__main__ as program
from bench.probe import probing, until_then, write
from bot import assembly

if TYPE_CHECKING:
    from assistant.ports import Clock
    from bot.settings import Settings

SAMPLE_SECONDS = 0.005
ELSEWHERE = "event loop, and waiting for the database's thread"
PARTS = {
    "sqlalchemy": "SQLAlchemy and the driver",
    "aiosqlite": "SQLAlchemy and the driver",
    "asyncpg": "SQLAlchemy and the driver",
    "httpx": "the HTTP client",
    "httpcore": "the HTTP client",
    "h11": "the HTTP client",
    "anyio": "the HTTP client",
    "telegram": "python-telegram-bot",
    "language": "reading and wording",
    "rules": "folding and planning",
    "assistant": "journeys",
    "storage": "storage",
    "bot": "Telegram in and out",
    "scheduler": "the ticker",
}
OURS = ("language", "rules", "assistant", "storage", "bot", "scheduler")


@dataclass
class Spent:
    """Where each 5 ms of processor time went, by part, and by the innermost function of ours there."""

    transactions: int = 0
    statements: int = 0
    parts: Counter[str] = field(default_factory=Counter)
    functions: Counter[str] = field(default_factory=Counter)

    def take_samples(self) -> None:
        """Of the main thread, by the processor time of all threads."""
        event.listen(Engine, "commit", self._committed)
        event.listen(Engine, "before_cursor_execute", self._executed)
        signal.signal(signal.SIGPROF, self._sample)
        signal.setitimer(signal.ITIMER_PROF, SAMPLE_SECONDS, SAMPLE_SECONDS)

    def _committed(self, *_: object) -> None:
        self.transactions += 1

    def _executed(self, *_: object) -> None:
        self.statements += 1

    def _sample(self, _: int, frame: FrameType | None) -> None:
        stack = _functions(frame)
        self.parts[next((PARTS[package] for package, _ in stack if package in PARTS), ELSEWHERE)] += 1
        self.functions.update([function for package, function in stack if package in OURS][:1])


def _functions(frame: FrameType | None) -> list[tuple[str, str]]:
    """From the innermost outwards, with their packages; without those of the program's start, which are below all."""
    found = []
    while frame is not None:
        module = str(frame.f_globals.get("__name__"))
        if module not in (program.__name__, assembly.__name__):
            found.append((module.partition(".")[0], f"{module}.{frame.f_code.co_qualname}"))
        frame = frame.f_back
    return found


@asynccontextmanager
async def sampling() -> AsyncIterator[None]:
    """With SAMPLED, from the moment PROBE_FROM on: what was spent is in that file in the end."""
    if "SAMPLED" not in os.environ:
        yield
        return
    spent = Spent()
    beginning = asyncio.get_running_loop().call_later(until_then(), spent.take_samples)
    yield
    beginning.cancel()
    signal.setitimer(signal.ITIMER_PROF, 0)
    write(os.environ["SAMPLED"], vars(spent))


def serve() -> None:
    """Until SIGTERM."""
    whole_program = assembly.serve

    async def observed(settings: "Settings", clock: "Clock") -> None:
        async with probing(), sampling():
            await whole_program(settings, clock)

    assembly.serve = observed
    program.run(argparse.Namespace())
