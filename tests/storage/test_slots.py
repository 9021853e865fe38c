"""All workers of a database share what Telegram allows them together."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from storage.database import Database
from storage.slots import LONGEST_SEND_MILLISECONDS, SqlSlots
from tests.databases import postgresql_database
from tests.storage.world import World

A_SECOND = timedelta(seconds=1)


@pytest.fixture
async def url(postgresql: str) -> AsyncIterator[str]:
    """One process alone, on SQLite, shares with nobody."""
    async with postgresql_database(postgresql) as created:
        yield created


@pytest.fixture
async def workers(world: World) -> tuple[SqlSlots, SqlSlots]:
    one, other = SqlSlots(world.database, 6), SqlSlots(world.database, 6)
    await one.open()
    await other.open()
    return one, other


async def test_workers_take_slots_from_the_same_heap(workers: tuple[SqlSlots, SqlSlots]) -> None:
    one, other = workers
    taken = [await worker.take(0) for worker in (one, other) * 3]
    assert sorted(taken) == list(range(6))
    assert await one.take(0) is None
    assert await other.take(0) is None


async def test_a_slot_is_free_again_a_second_after_it_was_given_back(world: World, workers) -> None:
    one, other = workers
    taken = [await one.take(0) for _ in range(6)]
    await one.give_back(taken[3])
    assert await other.take(0) is None
    await world.time_passes(A_SECOND)
    assert await other.take(0) == taken[3]


async def test_whoever_must_leave_some_takes_none_of_the_last(world: World, workers) -> None:
    one, other = workers
    assert await one.take(5) is not None
    assert await one.take(5) is None
    assert await other.take(4) is not None


async def test_what_a_dead_worker_held_is_free_after_a_while(world: World, workers) -> None:
    dies, lives = workers
    for _ in range(6):
        await dies.take(0)
    await world.time_passes(timedelta(milliseconds=LONGEST_SEND_MILLISECONDS))
    assert await lives.take(0) is not None


async def test_no_slot_is_taken_twice_however_many_ask_at_once(workers: tuple[SqlSlots, SqlSlots]) -> None:
    taken: list[int] = []

    async def asks(worker: SqlSlots) -> None:
        while len(taken) < 6:
            number = await worker.take(0)
            if number is not None:
                taken.append(number)

    async with asyncio.timeout(30), asyncio.TaskGroup() as tasks:
        for worker in workers * 3:
            tasks.create_task(asks(worker))
    assert sorted(taken) == list(range(6))


async def test_opening_again_leaves_slots_as_they_are(database: Database, workers) -> None:
    one, _ = workers
    for _ in range(6):
        await one.take(0)
    await SqlSlots(database, 7).open()
    assert await one.take(0) is None
    assert await SqlSlots(database, 7).take(0) == 6
