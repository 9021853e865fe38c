"""Who is measured: Afterword on either database, and what it is compared with, each with users stored and a command."""

import asyncio
import os
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from types import MappingProxyType
from typing import Protocol

from assistant.wake import wake
from bench import job_queue, job_store, population
from bench.program import AFTERWORD, Worker, environment
from bot.clock import SystemClock
from simulator import LocalTelegram
from simulator.people import LocalUser

ROOT = Path(__file__).parent.parent
DAY = timedelta(days=1)
CORES = sorted(os.sched_getaffinity(0))
PINNED = ("taskset", "--cpu-list", str(CORES[0]))
QUICKLY_SECONDS = 10
STARTING_SECONDS = 120
ENDING_SECONDS = 10
LATENCY_SECONDS = 0.05


class Contender(Protocol):
    """Somebody who keeps users at `url` and nudges them when they are due."""

    @property
    def name(self) -> str: ...

    @property
    def url(self) -> str: ...

    @property
    def command(self) -> tuple[str | Path, ...]:
        """What starts it; it knows `bench.probe`."""

    async def populate(self, users: int) -> None:
        """So many users, none of them due today."""

    async def make_due(self, users: int, at: datetime) -> None:
        """The first so many of them are to be nudged at that moment."""

    def seconds_to_start(self, users: int) -> float:
        """How long after `make_due` is called it is sure to run, with so many users."""


@dataclass(frozen=True, slots=True)
class Afterword:
    name: str
    url: str
    is_observed: bool = True

    @property
    def command(self) -> tuple[str | Path, ...]:
        return _python("bench.observed", "serve()") if self.is_observed else (AFTERWORD, "run")

    async def populate(self, users: int) -> None:
        await population.populate(self.url, users)

    async def make_due(self, users: int, at: datetime) -> None:
        await population.make_due(self.url, users, at)

    def seconds_to_start(self, users: int) -> float:
        return QUICKLY_SECONDS


@dataclass(frozen=True, slots=True)
class JobStore:
    url: str
    name: str = "APScheduler's SQLAlchemyJobStore"

    @property
    def command(self) -> tuple[str | Path, ...]:
        return _python("bench.job_store", "serve()")

    async def populate(self, users: int) -> None:
        tomorrow = SystemClock().now() + DAY
        when = ((population.FIRST + number, tomorrow + timedelta(seconds=number)) for number in range(users))
        await job_store.store_jobs(self.url, words_of_a_nudge(), when)

    async def make_due(self, users: int, at: datetime) -> None:
        await job_store.store_jobs(self.url, words_of_a_nudge(), ((user, at) for user in _first(users)))

    def seconds_to_start(self, users: int) -> float:
        return QUICKLY_SECONDS


@dataclass(frozen=True, slots=True)
class JobQueue:
    """`url` names the file of its PicklePersistence."""

    url: str
    is_concurrent: bool = False

    @property
    def name(self) -> str:
        return "PTB's JobQueue and Updater" + (", concurrent updates" if self.is_concurrent else "")

    @property
    def command(self) -> tuple[str | Path, ...]:
        return _python("bench.job_queue", "serve(concurrently=True)" if self.is_concurrent else "serve()")

    async def populate(self, users: int) -> None:
        tomorrow = SystemClock().now() + DAY
        known = {population.FIRST + n: _known(tomorrow + timedelta(seconds=n)) for n in range(users)}
        job_queue.pickled(Path(self.url), known)

    async def make_due(self, users: int, at: datetime) -> None:
        stored = job_queue.unpickled(Path(self.url))
        job_queue.pickled(Path(self.url), stored | {user: _known(at) for user in _first(users)})

    def seconds_to_start(self, users: int) -> float:
        """A millisecond each: it reads them all, copies them all, and makes a job for each."""
        return QUICKLY_SECONDS + users / 1000


def meet(telegram: LocalTelegram, people: int) -> list[LocalUser]:
    """Those first stored: the local Telegram's numbers for people begin there. It answers every call after 50 ms."""
    telegram.faults.add("latency", times=None, seconds=LATENCY_SECONDS)
    return [telegram.user(f"Person {number}") for number in range(people)]


@asynccontextmanager
async def running(
    contender: Contender, telegram: LocalTelegram, folder: Path, environ: Mapping[str, str] = MappingProxyType({})
) -> AsyncIterator[Worker]:
    """The contender on a core of its own, once it asks for updates; at the end of the block it is ended."""
    whole = environment(telegram, contender.url, PYTHONPATH=str(ROOT), SENDS_PER_SECOND="0", **environ)
    worker = Worker(whole, folder, command=(*PINNED, *contender.command))
    try:
        await worker.start_asking(telegram, STARTING_SECONDS)
        yield worker
        with suppress(TimeoutError):
            await asyncio.wait_for(worker.end(), ENDING_SECONDS)
    finally:
        await worker.kill()


def words_of_a_nudge() -> str:
    """The same for all whom `population.reminded` is about."""
    now = SystemClock().now()
    nudge = wake(population.reminded(now), now)
    if nudge is None:
        raise ValueError("nothing is due that was asked for")
    return nudge.message.text


def _python(module: str, call: str) -> tuple[str | Path, ...]:
    return sys.executable, "-c", f"from {module} import serve; {call}"


def _known(at: datetime) -> dict[str, object]:
    """Of one user, nothing of it shared with another: that is how they come, one by one."""
    return {"journal": population.reminded(at), "wake_at": at}


def _first(users: int) -> range:
    return range(population.FIRST, population.FIRST + users)
