"""What a kill costs: SIGKILL while messages or nudges are queued, then a new start, counted on Telegram's side."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from bench.contenders import Contender, meet, running
from bench.messages import real_messages
from bench.nudges import DUE
from bot.clock import SystemClock
from simulator import LocalTelegram
from simulator.decoding import decoded
from simulator.people import LocalUser

MESSAGES = 600
A_SIXTH = 6
"""The kill comes when one in so many has been answered or sent."""

SILENCE_SECONDS = 12
PATIENCE_SECONDS = 120


@dataclass(frozen=True, slots=True)
class Killed:
    """Of `queued`, how many never came, and how many came more than once."""

    queued: int
    lost: int
    twice: int

    @property
    def amiss(self) -> int:
        return self.lost + self.twice


async def killed_while_answering(contender: Contender, folder: Path, messages: int = MESSAGES) -> Killed:
    """Everybody has written once."""
    async with LocalTelegram(decoded) as telegram:
        people = meet(telegram, messages)
        await contender.populate(messages)

        def say() -> None:
            texts = real_messages()
            for number, person in enumerate(people):
                person.say(texts[number % len(texts)])

        return await _killed(contender, telegram, folder, people, say)


async def killed_while_nudging(contender: Contender, folder: Path, due: int = DUE) -> Killed:
    async with LocalTelegram(decoded) as telegram:
        people = meet(telegram, due)
        await contender.populate(due)
        await contender.make_due(due, SystemClock().now() + timedelta(seconds=contender.seconds_to_start(due)))
        return await _killed(contender, telegram, folder, people, lambda: None)


async def _killed(
    contender: Contender, telegram: LocalTelegram, folder: Path, people: list[LocalUser], begin: Callable[[], None]
) -> Killed:
    sent = telegram.api.sent
    async with running(contender, telegram, folder) as worker:
        begin()
        await telegram.until(lambda: len(sent) >= len(people) // A_SIXTH, PATIENCE_SECONDS)
        await worker.kill()
    async with running(contender, telegram, folder):
        await _quiet(telegram, len(people))
    return Killed(len(people), len(people) - len(sent), sum(count > 1 for count in sent.values()))


async def _quiet(telegram: LocalTelegram, queued: int) -> None:
    """Until everybody has got something, or nobody gets anything any more."""
    sent = telegram.api.sent
    before = -1
    while len(sent) < queued and before < sent.total():
        before = sent.total()
        await asyncio.sleep(SILENCE_SECONDS)
    await asyncio.sleep(2)
