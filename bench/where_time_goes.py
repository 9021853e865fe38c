"""Where the bot's own processor time goes, for a message and for a nudge: by part, and by function of ours."""

import json
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from bench.contenders import Afterword
from bench.messages import handled
from bench.nudges import nudged
from bench.observed import SAMPLE_SECONDS

MESSAGES_A_SECOND = 20
"""Slow enough that every message is a turn of its own."""

SECONDS = 15
USERS = 500


@dataclass(frozen=True, slots=True)
class Spent:
    """For one message or one nudge; `parts` and `functions` in milliseconds of processor time, the most first."""

    transactions: float
    statements: float
    parts: list[tuple[str, float]]
    functions: list[tuple[str, float]]


async def spent_on_a_message(bot: Afterword, folder: Path) -> Spent:
    sampled = folder / "messages.json"
    result = await handled(bot, folder, USERS, SECONDS, MESSAGES_A_SECOND, SAMPLED=str(sampled))
    return each(sampled, result.said)


async def spent_on_a_nudge(bot: Afterword, folder: Path) -> Spent:
    sampled = folder / "nudges.json"
    result = await nudged(bot, folder, USERS, USERS, SAMPLED=str(sampled))
    return each(sampled, result.sent)


def each(sampled: Path, things: int) -> Spent:
    """What that file says, for one of so many."""
    seen = json.loads(sampled.read_text(encoding="ascii"))
    parts, functions = (
        [(name, samples * SAMPLE_SECONDS * 1000 / things) for name, samples in Counter(seen[kind]).most_common()]
        for kind in ("parts", "functions")
    )
    return Spent(seen["transactions"] / things, seen["statements"] / things, parts, functions)
