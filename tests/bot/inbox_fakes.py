"""An inbox and pauses for whoever brings updates in."""

import asyncio
import json
from collections.abc import Callable, Sequence

from assistant.ports import Delivered


class FakeInbox:
    """Keeps updates by number, as a database would; raises its troubles first, one at a time."""

    def __init__(self, *troubles: Exception) -> None:
        self.kept: dict[int, Delivered] = {}
        self.batches: list[list[int]] = []
        self.troubles = list(troubles)

    async def put(self, updates: Sequence[Delivered]) -> bool:
        self.batches.append([each.update_id for each in updates])
        if self.troubles:
            raise self.troubles.pop()
        news = {each.update_id: each for each in updates if each.update_id not in self.kept}
        self.kept |= news
        return bool(news)

    @property
    def texts(self) -> list[str]:
        return [json.loads(each.update)["message"]["text"] for each in self.kept.values()]


class Pauses:
    """Notes how long the poller wanted to wait, and does not wait."""

    def __init__(self) -> None:
        self.seconds: list[float] = []

    async def __call__(self, seconds: float) -> None:
        self.seconds.append(seconds)
        await asyncio.sleep(0)


async def until(is_so: Callable[[], bool]) -> None:
    async with asyncio.timeout(5):
        while not is_so():  # noqa: ASYNC110 - a short look, many things can become so
            await asyncio.sleep(0.001)
