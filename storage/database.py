"""Opens the database a URL names, SQLite or PostgreSQL, so that all else can write one SQL for both."""

import fcntl
import sqlite3
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager, nullcontext
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Table, make_url
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import ArgumentError, DBAPIError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as NoneFree
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from assistant.ports import OutOfReach
from storage.engines import postgresql_engine, sqlite_engine, standing_engine
from storage.schema import bring_up_to_date, newest_revision, stored_revision

DRIVERS = {
    "sqlite": "sqlite+aiosqlite",
    "sqlite+aiosqlite": "sqlite+aiosqlite",
    "postgres": "postgresql+asyncpg",
    "postgresql": "postgresql+asyncpg",
    "postgresql+asyncpg": "postgresql+asyncpg",
}
# PostgreSQL's classes of errors for: no connection, too many of them, being shut down or started.
AWAY = ("08", "53300", "57P")
# SQLite's, for: somebody else holds the file, it cannot be read or written, or there is no room left.
NOT_NOW = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_FULL, sqlite3.SQLITE_CANTOPEN)
PRIMARY_CODE = 0xFF


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

    def __init__(self, engine: AsyncEngine, beside: AsyncEngine) -> None:
        """`beside` connects without the pool; on SQLite, where all share one connection, it is the same engine."""
        self._engine = engine
        self._brief = engine.execution_options(is_brief=True)
        self._beside = beside

    @property
    def is_postgresql(self) -> bool:
        return self._engine.dialect.name == "postgresql"

    @asynccontextmanager
    async def begin(self, *, is_brief: bool = False) -> AsyncIterator[AsyncConnection]:
        """A transaction: committed at the end of the block, rolled back if it raises. Raises OutOfReach.

        One that is brief looks at a few users only: on SQLite, everybody else waits for its statements.
        """
        try:
            async with (self._brief if is_brief else self._engine).begin() as connection:
                yield connection
        except (OSError, NoneFree, DBAPIError) as error:
            if _is_out_of_reach(error):
                raise OutOfReach(type(error).__name__) from error
            raise

    @asynccontextmanager
    async def standing_connection(self) -> AsyncIterator[Any]:
        """A connection of asyncpg that is in nobody's pool, for as long as the block lasts. For PostgreSQL alone."""
        async with self._beside.connect() as connection:
            driver: Any = (await connection.get_raw_connection()).driver_connection
            try:
                yield driver
            finally:
                driver.terminate()  # a polite end waits for an answer, and the server may be gone

    @asynccontextmanager
    async def bare_connection(self) -> AsyncIterator[Any]:
        """A connection of the driver, in no transaction: for what the database does in none."""
        async with self._beside.connect() as connection:
            yield (await connection.get_raw_connection()).driver_connection

    async def trouble(self) -> str | None:
        """What is in the way of working with it now."""
        try:
            async with self.begin() as connection:
                stored = await connection.run_sync(stored_revision)
        except (OutOfReach, SQLAlchemyError) as error:
            return f"The database cannot be reached ({type(error).__name__})."
        newest = newest_revision()
        return None if stored == newest else f"The database is at revision {stored}, this program at {newest}."

    def insert(self, table: Table) -> "sqlite.Insert | postgresql.Insert":
        """An insert that knows ON CONFLICT, which both databases spell alike and SQLAlchemy apart."""
        return postgresql.insert(table) if self.is_postgresql else sqlite.insert(table)


@asynccontextmanager
async def open_database(url: str) -> AsyncIterator[Database]:
    """The database that the URL names, migrated. Raises UnknownDatabase, DatabaseInUse or DatabaseTooNew."""
    named = named_by(url)
    is_sqlite = named.get_backend_name() == "sqlite"
    with _held(file_of(named)) if is_sqlite else nullcontext():
        engine = sqlite_engine(named) if is_sqlite else postgresql_engine(named)
        beside = engine if is_sqlite else standing_engine(named)
        try:
            async with beside.begin() as connection:
                await connection.run_sync(bring_up_to_date)
            yield Database(engine, beside)
        finally:
            await engine.dispose()


def named_by(url: str) -> URL:
    """In its parts, and with its driver. Raises UnknownDatabase."""
    try:
        named = make_url(url)
    except (ArgumentError, ValueError):
        raise UnknownDatabase from None  # what they say quotes the password
    if named.drivername not in DRIVERS:
        raise UnknownDatabase
    return named.set(drivername=DRIVERS[named.drivername])


def file_of(url: URL) -> Path | None:
    """Where SQLite keeps it, if in a file."""
    return Path(url.database) if url.database and url.database != ":memory:" else None


def is_in_use(path: Path) -> bool:
    """Whether an Afterword runs on the database in that file."""
    lock = _lock_of(path)
    if not lock.exists():
        return False
    with lock.open() as held:
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return True
    return False


def _lock_of(path: Path) -> Path:
    return path.with_name(path.name + ".lock")


@contextmanager
def _held(path: Path | None) -> Iterator[None]:
    if path is None:
        yield
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    with _lock_of(path).open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise DatabaseInUse(path) from error
        yield


def _is_out_of_reach(error: OSError | NoneFree | DBAPIError) -> bool:
    """Whether the server or the disk, and not what was asked of it, is the matter."""
    if not isinstance(error, DBAPIError):
        return True
    if isinstance(error.orig, sqlite3.Error):
        return getattr(error.orig, "sqlite_errorcode", 0) & PRIMARY_CODE in NOT_NOW
    state = str(getattr(error.orig, "sqlstate", None) or "")
    return error.connection_invalidated or state.startswith(AWAY)
