"""Workers on one database hear of each other's arrivals, and one of them polls, whatever happens to connections."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager

import pytest
from sqlalchemy import BigInteger, Executable, literal, select, text
from sqlalchemy.exc import DBAPIError

from assistant.ports import Delivered, OutOfReach
from storage.database import Database, open_database
from storage.inbox import SqlInbox
from storage.workers import OnePoller, hear_of_arrivals
from tests.storage.world import DANA, ERIN, NOON, StillClock, World

on_postgresql = pytest.mark.parametrize("url", ["postgresql"], indirect=True)
HERE = "(SELECT oid FROM pg_database WHERE datname = current_database())"
LOCKS = f"FROM pg_locks WHERE locktype = 'advisory' AND database = {HERE}"
HANG_UP = text(
    f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datid = {HERE} AND pid <> pg_backend_pid()"
)
HANG_UP_ON_WHO_POLLS = text(f"SELECT pg_terminate_backend(pid) {LOCKS} AND granted")
HOW_MANY_WAIT = text(f"SELECT count(*) {LOCKS} AND NOT granted")


class Poll:
    """Says who polls; `crowd` is how many ever did at once."""

    def __init__(self) -> None:
        self.now: list[str] = []
        self.crowd = 0

    def by(self, name: str) -> Callable[[], object]:
        async def poll() -> None:
            self.now.append(name)
            self.crowd = max(self.crowd, len(self.now))
            try:
                await asyncio.Event().wait()
            finally:
                self.now.remove(name)

        return poll


async def until(is_so: Callable[[], bool]) -> None:
    async with asyncio.timeout(10):
        while not is_so():  # noqa: ASYNC110 - a short look, many things can become so
            await asyncio.sleep(0.002)


async def told(database: Database, what: Executable) -> int:
    async with database.begin() as connection:
        return int((await connection.execute(what)).scalars().all()[0])


async def cut_off(database: Database, by: Database) -> None:
    """In the middle of a transaction, with another connection idle."""
    async with database.begin() as connection:
        await told(database, text("SELECT 1"))
        await told(by, HANG_UP)
        await connection.execute(text("SELECT 1"))


async def somebody_waits(database: Database) -> None:
    async with asyncio.timeout(10):
        while not await told(database, HOW_MANY_WAIT):
            pass


@asynccontextmanager
async def others(url: str, number: int) -> AsyncIterator[list[Database]]:
    async with AsyncExitStack() as stack:
        yield [await stack.enter_async_context(open_database(url)) for _ in range(number)]


@on_postgresql
async def test_workers_ring_for_what_others_have_kept_and_after_every_time_of_deafness(url: str) -> None:
    rings: list[str] = []
    async with others(url, 2) as (here, there), asyncio.TaskGroup() as group:
        hearing = group.create_task(hear_of_arrivals(here, "here", lambda: rings.append("ding")))
        await until(lambda: len(rings) == 1)

        kept = [SqlInbox(database, StillClock(), name) for database, name in ((here, "here"), (there, "there"))]
        for number, inbox in enumerate(kept):
            await inbox.put([Delivered(DANA, number, "{}")])
        await until(lambda: len(rings) == 2)

        await told(there, HANG_UP)
        await until(lambda: len(rings) == 3)
        await kept[1].put([Delivered(DANA, 2, "{}"), Delivered(DANA, 3, "{}")])
        await until(lambda: len(rings) == 4)
        assert not await kept[1].put([Delivered(DANA, 3, "{}")])
        hearing.cancel()
    assert len(rings) == 4


@on_postgresql
async def test_one_polls_and_when_it_ends_another_goes_on(url: str) -> None:
    poll = Poll()
    async with others(url, 2) as (here, there), asyncio.TaskGroup() as group:
        first = group.create_task(OnePoller(here, poll.by("here")).run())
        await until(lambda: poll.now == ["here"])
        second = group.create_task(OnePoller(there, poll.by("there")).run())
        await somebody_waits(here)
        first.cancel()
        await until(lambda: poll.now == ["there"])
        second.cancel()
    assert poll.crowd == 1


@on_postgresql
async def test_who_loses_the_connection_stops_polling_and_another_goes_on(url: str) -> None:
    poll = Poll()
    async with others(url, 2) as (here, there), asyncio.TaskGroup() as group:
        tasks = [group.create_task(OnePoller(here, poll.by("here")).run())]
        await until(lambda: poll.now == ["here"])
        tasks.append(group.create_task(OnePoller(there, poll.by("there")).run()))
        await somebody_waits(here)
        await told(there, HANG_UP_ON_WHO_POLLS)
        await until(lambda: poll.now == ["there"])
        await somebody_waits(here)
        for task in tasks:
            task.cancel()


@on_postgresql
async def test_a_pool_goes_on_after_the_server_has_hung_up(url: str) -> None:
    async with others(url, 2) as (here, there):
        with pytest.raises(OutOfReach):
            await cut_off(here, by=there)
        async with asyncio.TaskGroup() as group:
            for _ in range(3):
                group.create_task(told(here, text("SELECT 1")))


@on_postgresql
async def test_a_mistake_of_ones_own_is_not_taken_for_a_server_that_is_away(url: str) -> None:
    async with others(url, 1) as (here,):
        with pytest.raises(DBAPIError):
            await told(here, text("SELECT nothing FROM nowhere"))
        with pytest.raises(DBAPIError):
            await told(here, select(literal("a word", BigInteger)))


@on_postgresql
async def test_a_user_whom_another_worker_deals_with_is_not_waited_for(url: str) -> None:
    async with others(url, 1) as (here,):
        world = World(here)
        for user in (DANA, ERIN):
            await world.sleeping(user, world.worker(), until=None)
        async with here.begin() as elsewhere:
            await elsewhere.execute(text(f"SELECT 1 FROM users WHERE id = {DANA} FOR UPDATE"))
            assert await world.users.plan_again("rules 1", NOON, limit=10) == 1
        assert await world.users.plan_again("rules 1", NOON, limit=10) == 1


@on_postgresql
async def test_who_is_told_to_stop_does_so_though_the_connection_is_lost_at_that_moment(url: str) -> None:
    async with others(url, 2) as (here, there):
        for _ in range(5):
            poll = Poll()
            async with asyncio.timeout(10), asyncio.TaskGroup() as group:
                task = group.create_task(OnePoller(here, poll.by("here")).run())
                await until(lambda poll=poll: poll.now == ["here"])
                await told(there, HANG_UP_ON_WHO_POLLS)
                task.cancel()
            assert task.cancelled()


async def test_what_stops_the_poller_for_good_comes_out(database: Database) -> None:
    async def poll() -> None:
        raise LookupError("the token is refused")

    with pytest.raises(LookupError, match="the token is refused"):
        await OnePoller(database, poll).run()


async def test_on_one_file_there_is_nobody_to_hear_of(tmp_path) -> None:
    async with open_database(f"sqlite:///{tmp_path}/afterword.db") as database:
        world, rings = World(database), []
        await world.hears(DANA, "Hello")
        await hear_of_arrivals(database, "here", lambda: rings.append("ding"))
    assert rings == []
