"""SQLite's driver, for transactions that go to its thread to begin and to end, and for nothing between.

A trip to the thread costs more than most statements do. What may have to wait, for a lock or for the disk, still goes.
"""

import sqlite3
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import aiosqlite

T = TypeVar("T")
ROWS_AT_A_TIME = 64


class SqliteConnection(aiosqlite.Connection):
    """While `is_brief`, statements run where they are called; the end of the transaction ends that too."""

    is_brief = False

    # SQLAlchemy enters what this returns, and asks it no more than what is here.
    def cursor(self) -> "SqliteCursor":  # type: ignore[override]
        return SqliteCursor(self)

    async def commit(self) -> None:
        self.is_brief = False
        await super().commit()

    async def rollback(self) -> None:
        self.is_brief = False
        await super().rollback()

    async def executed(self, statement: str, parameters: Sequence[Any]) -> tuple[sqlite3.Cursor, list[Any]]:
        """With all rows."""
        return await self._where_it_belongs(self._fetched, statement, parameters)

    async def executed_many(self, statement: str, parameters: Sequence[Any]) -> sqlite3.Cursor:
        return await self._where_it_belongs(self._conn.executemany, statement, parameters)

    async def _where_it_belongs(self, work: Callable[..., T], *arguments: object) -> T:
        if self.is_brief:
            return work(*arguments)
        found: T = await self._execute(work, *arguments)  # type: ignore[no-untyped-call]
        return found

    def _fetched(self, statement: str, parameters: Sequence[Any]) -> tuple[sqlite3.Cursor, list[Any]]:
        cursor = self._conn.execute(statement, parameters)
        return cursor, cursor.fetchall() if cursor.description else []


class SqliteCursor:
    """One statement, its rows fetched as it is executed."""

    arraysize = 1

    def __init__(self, connection: SqliteConnection) -> None:
        self._connection = connection
        self._cursor: sqlite3.Cursor | None = None
        self._rows: list[Any] = []

    async def __aenter__(self) -> "SqliteCursor":
        return self

    @property
    def description(self) -> Any:
        return self._cursor.description if self._cursor else None

    @property
    def rowcount(self) -> int:
        return self._cursor.rowcount if self._cursor else -1

    @property
    def lastrowid(self) -> int | None:
        return self._cursor.lastrowid if self._cursor else None

    async def execute(self, statement: str, parameters: Sequence[Any] = ()) -> "SqliteCursor":
        self._cursor, self._rows = await self._connection.executed(statement, parameters)
        return self

    async def executemany(self, statement: str, parameters: Sequence[Any]) -> "SqliteCursor":
        self._cursor = await self._connection.executed_many(statement, parameters)
        return self

    async def fetchall(self) -> list[Any]:
        return self._rows

    async def close(self) -> None:
        self._rows = []


async def connect(path: str) -> SqliteConnection:
    """A connection whose transactions are begun and ended by whoever uses it."""

    def open_file() -> sqlite3.Connection:
        return sqlite3.connect(path, isolation_level=None, check_same_thread=False)

    connection = SqliteConnection(open_file, ROWS_AT_A_TIME)
    connection._thread.daemon = True
    await connection
    return connection
