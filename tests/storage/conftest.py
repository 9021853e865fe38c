"""An open database for every test, and the world around it."""

from collections.abc import AsyncIterator

import pytest

from storage.database import Database, open_database
from tests.databases import ServerClock
from tests.storage.world import World


@pytest.fixture
async def server_clock(url: str) -> ServerClock:
    clock = ServerClock(url)
    await clock.set_up()
    return clock


@pytest.fixture
async def database(url: str, server_clock: ServerClock) -> AsyncIterator[Database]:
    async with open_database(url) as opened:
        yield opened


@pytest.fixture
def world(database: Database, server_clock: ServerClock) -> World:
    return World(database, server_clock)
