"""How nudges go out that are due at the same moment, among few users or many; and how it starts with so many stored."""

import asyncio
import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from statistics import median, quantiles

from bench.contenders import Contender, meet, running
from bot.clock import SystemClock
from simulator import LocalTelegram
from simulator.decoding import decoded

DUE = 1000
PATIENCE_SECONDS = 90
ENOUGH_SECONDS = 1


@dataclass(frozen=True, slots=True)
class Nudged:
    """Seconds, but for the megabytes; lateness is from the due moment to the call of sendMessage."""

    started: float
    megabytes: float
    sent: int
    twice: int
    first: float
    middle: float
    worst: float
    last: float
    longest_gap: float


async def nudged(
    contender: Contender, folder: Path, users: int, due: int = DUE, seconds: float | None = None, **environ: str
) -> Nudged:
    """So many users are stored, and the first of them are due in so many seconds; else when it is sure to run."""
    await contender.populate(users)
    probed = folder / "probed.json"
    async with LocalTelegram(decoded) as telegram:
        meet(telegram, due)
        patience = contender.seconds_to_start(users) if seconds is None else seconds
        at = SystemClock().now() + timedelta(seconds=patience)
        await contender.make_due(due, at)
        probe = {"PROBE_FROM": str(at.timestamp()), "PROBED": str(probed), **environ}
        began = SystemClock().now()
        async with running(contender, telegram, folder, probe) as worker:
            started = (SystemClock().now() - began).total_seconds()
            await asyncio.sleep((at - SystemClock().now()).total_seconds() - 0.5)
            megabytes = worker.megabytes
            await _all_sent(telegram, due)
        lateness = _lateness(telegram, at)
        gap = json.loads(probed.read_text(encoding="ascii"))
    middle, worst = median(lateness), quantiles(lateness, n=100)[98]
    return Nudged(started, megabytes, *_sent(telegram), lateness[0], middle, worst, lateness[-1], gap)


async def _all_sent(telegram: LocalTelegram, due: int) -> None:
    """Until everybody due has got something, or for too long; then a little more, since something may come twice."""
    try:
        await telegram.until(lambda: len(telegram.api.sent) >= due, PATIENCE_SECONDS)
    except TimeoutError:
        return
    await asyncio.sleep(ENOUGH_SECONDS)


def _sent(telegram: LocalTelegram) -> tuple[int, int]:
    """How many got something, and how many got it more than once."""
    return len(telegram.api.sent), sum(count > 1 for count in telegram.api.sent.values())


def _lateness(telegram: LocalTelegram, at: datetime) -> list[float]:
    return sorted((call.at - at).total_seconds() for call in telegram.called("sendMessage"))
