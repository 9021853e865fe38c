"""Everything that happened, in order, and a way to wait for what comes next."""

import asyncio
from collections.abc import Callable
from typing import Any

JSON = dict[str, Any]


class Happenings:
    """A log that wakes whoever waits for it to grow."""

    def __init__(self) -> None:
        self.entries: list[JSON] = []
        self.is_closed = False
        self._grown = asyncio.Event()

    def record(self, kind: str, **details: Any) -> None:
        self.entries.append({"n": len(self.entries) + 1, "kind": kind, **details})
        self.wake()

    def wake(self) -> None:
        """Let everyone who waits look again."""
        self._grown.set()
        self._grown = asyncio.Event()

    def close(self) -> None:
        """Nobody waits any longer: the server is going down."""
        self.is_closed = True
        self.wake()

    async def beyond(self, known: int, seconds: float) -> bool:
        """Wait for an entry after the first `known`; whether there is one."""
        return await self.until(lambda: len(self.entries) > known, seconds)

    async def until(self, holds: Callable[[], bool], seconds: float | None) -> bool:
        """Wait in real seconds (None: for ever) until it holds; whether it does."""
        try:
            async with asyncio.timeout(seconds):
                while not (self.is_closed or holds()):
                    await self._grown.wait()
        except TimeoutError:
            pass
        return holds()
