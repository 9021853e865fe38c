"""How many messages are handled: 60 a second are said, and the local Telegram tells when each was answered."""

import asyncio
import json
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles

from bench.contenders import Contender, meet, running
from bot.clock import SystemClock
from simulator import LocalTelegram
from simulator.conversation import Message
from simulator.decoding import decoded
from simulator.people import LocalUser

A_SECOND = 60
PEOPLE = 300
SECONDS = 20
WARM_UP_SECONDS = 10
PATIENCE_SECONDS = 60
REAL = Path(__file__).parent.parent / "tests" / "language" / "unseen" / "messages.json"


@dataclass(frozen=True, slots=True)
class Handled:
    """What became of the messages. Seconds from saying to reply; `a_second` counts until the last reply."""

    said: int
    answered: int
    a_second: float
    a_cpu_second: float
    middle: float
    worst: float


def real_messages() -> list[str]:
    """As people write them: 30 to 70 words each."""
    return [text for item in json.loads(REAL.read_text(encoding="utf-8")) for text in item["messages"]]


async def handled(
    contender: Contender,
    folder: Path,
    users: int,
    seconds: float = SECONDS,
    a_second: int = A_SECOND,
    warm_up: float = WARM_UP_SECONDS,
    **environ: str,
) -> Handled:
    """With so many users stored, it is told so many messages a second for so long, one person after another."""
    await contender.populate(users)
    count = round(seconds * a_second)
    async with LocalTelegram(decoded) as telegram:
        people = meet(telegram, min(PEOPLE, users, count))
        begin = {"PROBE_FROM": str(SystemClock().now().timestamp() + warm_up), **environ}
        async with running(contender, telegram, folder, begin) as worker:
            await asyncio.sleep(warm_up)
            used = worker.cpu_seconds
            said = await _say(people, real_messages(), count, 1 / a_second)
            await _all_answered(telegram, count)
            return _handled(said, people, worker.cpu_seconds - used)


async def _say(people: Sequence[LocalUser], texts: Sequence[str], count: int, apart: float) -> list[Message]:
    """Every person the next text, at an even pace whatever becomes of the answers."""
    loop = asyncio.get_running_loop()
    began, said = loop.time(), []
    for number in range(count):
        await asyncio.sleep(began + number * apart - loop.time())
        said.append(people[number % len(people)].say(texts[number % len(texts)]))
    return said


async def _all_answered(telegram: LocalTelegram, count: int) -> None:
    """Or it has taken too long."""
    with suppress(TimeoutError):
        await telegram.until(lambda: telegram.api.sent.total() >= count, PATIENCE_SECONDS)


def _handled(said: list[Message], people: Sequence[LocalUser], cpu_seconds: float) -> Handled:
    """The first answer in a chat belongs to the first message there, and so on."""
    pairs = [pair for person in people for pair in _pairs(person)]
    waits = sorted((answer.date - question.date).total_seconds() for question, answer in pairs)
    took = (max(answer.date for _, answer in pairs) - said[0].date).total_seconds()
    return Handled(
        len(said), len(pairs), len(pairs) / took, len(pairs) / cpu_seconds, median(waits), quantiles(waits, n=100)[98]
    )


def _pairs(person: LocalUser) -> list[tuple[Message, Message]]:
    questions = [message for message in person.messages if not message.is_from_bot]
    return list(zip(questions, person.inbox, strict=False))
