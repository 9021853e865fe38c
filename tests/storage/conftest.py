"""A database for every test: SQLite in a temporary directory, PostgreSQL if AFTERWORD_TEST_POSTGRES_URL is set."""

import os
import uuid
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import make_url, text
from sqlalchemy.ext.asyncio import create_async_engine

from storage.database import Database, open_database
from tests.storage.world import World

POSTGRES = os.environ.get("AFTERWORD_TEST_POSTGRES_URL", "")
NEEDS_POSTGRES = pytest.mark.skipif(not POSTGRES, reason="PostgreSQL: AFTERWORD_TEST_POSTGRES_URL is not set")


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=NEEDS_POSTGRES)])
async def url(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[str]:
    """The URL of an empty database that nobody else uses."""
    if request.param == "sqlite":
        yield f"sqlite+aiosqlite:///{tmp_path}/afterword.db"
        return
    server = make_url(POSTGRES).set(drivername="postgresql+asyncpg")
    name = f"afterword_test_{uuid.uuid4().hex}"
    engine = create_async_engine(server, isolation_level="AUTOCOMMIT")
    async with engine.connect() as connection:
        await connection.execute(text(f"CREATE DATABASE {name}"))
        yield server.set(database=name).render_as_string(hide_password=False)
        await connection.execute(text(f"DROP DATABASE {name}"))
    await engine.dispose()


@pytest.fixture
async def database(url: str) -> AsyncIterator[Database]:
    async with open_database(url) as opened:
        yield opened


@pytest.fixture
def world(database: Database) -> World:
    return World(database)
