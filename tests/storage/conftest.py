"""An open database for every test, and the world around it."""

from collections.abc import AsyncIterator

import pytest

from storage.database import Database, open_database
from tests.storage.world import World


@pytest.fixture
async def database(url: str) -> AsyncIterator[Database]:
    async with open_database(url) as opened:
        yield opened


@pytest.fixture
def world(database: Database) -> World:
    return World(database)
