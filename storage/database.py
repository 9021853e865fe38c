"""Opens the database a URL names, SQLite or PostgreSQL, so that all else can write one SQL for both."""

import fcntl
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager, nullcontext
from pathlib import Path
from typing import Any

from sqlalchemy import URL, AsyncAdaptedQueuePool, Connection, Table, event, make_url
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from storage.schema import bring_up_to_date

DRIVERS = {
    "sqlite": "sqlite+aiosqlite",
    "sqlite+aiosqlite": "sqlite+aiosqlite",
    "postgres": "postgresql+asyncpg",
    "postgresql": "postgresql+asyncpg",
    "postgresql+asyncpg": "postgresql+asyncpg",
}


class DatabaseInUse(Exception):
    """Another Afterword is running on this database; stop it first."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{self.__doc__} ({path})")


class UnknownDatabase(Exception):
    """A database is named by sqlite+aiosqlite:///path/to/file or postgresql+asyncpg://user:password@host/name."""

    def __init__(self) -> None:
        super().__init__(self.__doc__)


class Database:
    """An open database, its tables up to date."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine

    @property
    def is_postgresql(self) -> bool:
        return self._engine.dialect.name == "postgresql"

    @asynccontextmanager
    async def begin(self) -> AsyncIterator[AsyncConnection]:
        """A transaction: committed at the end of the block, rolled back if it raises."""
        async with self._engine.begin() as connection:
            yield connection

    def insert(self, table: Table) -> "sqlite.Insert | postgresql.Insert":
        """An insert that knows ON CONFLICT, which both databases spell alike and SQLAlchemy apart."""
        return postgresql.insert(table) if self.is_postgresql else sqlite.insert(table)


@asynccontextmanager
async def open_database(url: str) -> AsyncIterator[Database]:
    """The database that the URL names, migrated. Raises UnknownDatabase, DatabaseInUse or DatabaseTooNew."""
    named = _with_driver(url)
    is_sqlite = named.get_backend_name() == "sqlite"
    with _held(_file(named)) if is_sqlite else nullcontext():
        engine = _sqlite_engine(named) if is_sqlite else create_async_engine(named, pool_pre_ping=True)
        try:
            async with engine.begin() as connection:
                await connection.run_sync(bring_up_to_date)
            yield Database(engine)
        finally:
            await engine.dispose()


def _with_driver(url: str) -> URL:
    named = make_url(url)
    if named.drivername not in DRIVERS:
        raise UnknownDatabase
    return named.set(drivername=DRIVERS[named.drivername])


def _file(url: URL) -> Path | None:
    return Path(url.database) if url.database and url.database != ":memory:" else None


@contextmanager
def _held(path: Path | None) -> Iterator[None]:
    if path is None:
        yield
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.with_name(path.name + ".lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise DatabaseInUse(path) from error
        yield


def _sqlite_engine(url: URL) -> AsyncEngine:
    # One connection: writers that wait in line here are many times faster than writers that wait for SQLite's lock.
    engine = create_async_engine(url, poolclass=AsyncAdaptedQueuePool, pool_size=1, max_overflow=0, pool_timeout=60)
    event.listen(engine.sync_engine, "connect", _prepare)
    event.listen(engine.sync_engine, "begin", _begin)
    return engine


def _prepare(connection: Any, _record: object) -> None:
    connection.isolation_level = None
    cursor = connection.cursor()
    for setting in ("journal_mode = WAL", "synchronous = FULL", "busy_timeout = 5000", "foreign_keys = ON"):
        cursor.execute(f"PRAGMA {setting}")
    cursor.close()


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")
