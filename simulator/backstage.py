"""What the page shows and only the bot's program knows: handed in, so that nothing here knows the bot."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from simulator.happenings import JSON
from simulator.scripts import Script


async def _nothing(_: int) -> JSON:
    return {"zone": "UTC", "sections": []}


async def _never() -> datetime | None:
    return None


@dataclass(frozen=True)
class Backstage:
    """`panel` gives for a user's number {"zone": IANA name, "sections": [{"title", "empty", "items": [{"when", "about",
    "text", "why"}]}]}, all in words ready to be shown. `next_word` tells when the bot speaks next of its own accord.
    """

    panel: Callable[[int], Awaitable[JSON]] = _nothing
    next_word: Callable[[], Awaitable[datetime | None]] = _never
    scripts: Sequence[Script] = ()
