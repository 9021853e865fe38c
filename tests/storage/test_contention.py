"""Users who write while several workers deal with them: everything is dealt with, once and in order."""

import asyncio
import gc
from collections import defaultdict
from datetime import UTC, datetime

import pytest
from sqlalchemy import text, update

from assistant.ports import Delivered
from storage.database import Database
from storage.tables import users
from storage.turns import SqlTurns
from tests.storage.world import HOUR, NOON, World, answered, first_unread, unanswered, words

AT_ONCE = datetime(1970, 1, 1, tzinfo=UTC)
SOMEBODY_WAITS = text(
    "SELECT count(*) FROM pg_locks WHERE NOT granted AND pg_backend_pid() = ANY (pg_blocking_pids(pid))"
)
USERS = range(1, 7)
MESSAGES = 8


async def test_no_message_is_lost_doubled_or_overtaken(world: World) -> None:
    dealt_with: defaultdict[int, list[str]] = defaultdict(list)

    async def writes(user: int) -> None:
        for number in range(MESSAGES):
            await world.inbox.put([Delivered(user, user * 100 + number, f"{number}")])

    async def works(worker: SqlTurns) -> None:
        while sum(map(len, dealt_with.values())) < len(USERS) * MESSAGES:
            for claim in await worker.claim(NOON, 2):
                desk = claim.desk()
                if desk.unread:
                    await worker.settle(claim, answered(claim), ())
                    dealt_with[claim.user] += words(desk)
                await worker.release(claim, None, sent=desk.owed[0].arrival if desk.owed else None)

    async with asyncio.timeout(60), asyncio.TaskGroup() as tasks:
        for user in USERS:
            tasks.create_task(writes(user))
        for _ in range(3):
            tasks.create_task(works(world.worker()))

    assert dict(dealt_with) == {user: [f"{number}" for number in range(MESSAGES)] for user in USERS}


async def test_an_arrival_committed_while_the_release_waits_for_it_wakes_the_user(world: World) -> None:
    worker = world.worker()
    await world.hears(7, "Hello")
    claim = await world.next_turn(worker)
    await worker.settle(claim, unanswered(claim), ())

    async with asyncio.timeout(60), asyncio.TaskGroup() as tasks, world.database.begin() as arriving:
        await arriving.execute(update(users).values(arrivals=users.c.arrivals + 1, wake_at=0))
        tasks.create_task(worker.release(claim, NOON + HOUR))
        is_waiting = not world.database.is_postgresql
        while not is_waiting:
            is_waiting = (await arriving.execute(SOMEBODY_WAITS)).scalar() == 1

    assert await worker.earliest_wake() == AT_ONCE


# Cancelled while it connects, aiosqlite leaves what it has opened to the garbage collector; Python 3.13 tells of that.
@pytest.mark.filterwarnings("ignore:unclosed database:ResourceWarning")
async def test_a_turn_that_is_cancelled_leaves_the_database_in_order(database: Database) -> None:
    world = World(database)
    worker = world.worker()
    await world.hears(7, "Hello")
    claim = await world.next_turn(worker)

    for moments in range(12):
        settling = asyncio.ensure_future(worker.settle(claim, answered(claim), ()))
        for _ in range(moments):
            await asyncio.sleep(0)
        settling.cancel()
        await asyncio.gather(settling, return_exceptions=True)

    await worker.settle(claim, answered(claim), ())
    await worker.release(claim, NOON + HOUR, sent=first_unread(claim))
    assert await worker.earliest_wake() == NOON + HOUR
    gc.collect()
