"""How SQLite and PostgreSQL are connected to: how many connections, how long to wait, when to give one up."""

from functools import partial
from typing import Any

from sqlalchemy import URL, AsyncAdaptedQueuePool, Connection, NullPool, event
from sqlalchemy.exc import InvalidatePoolError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from storage.sqlite_driver import connect

# A transaction takes milliseconds and turns mostly wait for Telegram: ten serve two dozen turns and what arrives. With
# the two that a worker keeps beside the pool, eight workers fit into the hundred that a server allows by default.
POOLED = 10
CONNECT_SECONDS = 5
STATEMENT_SECONDS = 20

# A worker whose machine is gone must not hold its locks until the server's system gives up, which may be hours.
_NOTICE_THE_DEAD = {"tcp_keepalives_idle": "10", "tcp_keepalives_interval": "5", "tcp_keepalives_count": "3"}

# With secure_delete, what is deleted is overwritten.
PRAGMAS = (
    "journal_mode = WAL",
    "synchronous = FULL",
    "busy_timeout = 5000",
    "foreign_keys = ON",
    "secure_delete = ON",
)


def sqlite_engine(url: URL) -> AsyncEngine:
    # One connection: writers that wait in line here are many times faster than writers that wait for SQLite's lock.
    only = {"poolclass": AsyncAdaptedQueuePool, "pool_size": 1, "max_overflow": 0, "pool_timeout": 60}
    engine = create_async_engine(url, async_creator=partial(connect, url.database or ":memory:"), **only)
    event.listen(engine.sync_engine, "connect", _prepare)
    event.listen(engine.sync_engine, "begin", _begin)
    return engine


def postgresql_engine(url: URL) -> AsyncEngine:
    """A pool for transactions, all of them short."""
    patience = {"timeout": CONNECT_SECONDS, "command_timeout": STATEMENT_SECONDS}
    connect: dict[str, Any] = {"server_settings": _NOTICE_THE_DEAD, **patience}
    engine = create_async_engine(url, pool_size=POOLED, max_overflow=0, connect_args=connect)
    event.listen(engine.sync_engine, "checkout", _leave_the_dead)
    return engine


def standing_engine(url: URL) -> AsyncEngine:
    """No pool: each connection is a new one, and a statement may take as long as it takes."""
    connect: dict[str, Any] = {"server_settings": _NOTICE_THE_DEAD, "timeout": CONNECT_SECONDS}
    return create_async_engine(url, poolclass=NullPool, connect_args=connect)


def _leave_the_dead(connection: Any, _record: object, _proxy: object) -> None:
    """The driver knows without asking that the server has hung up, as it has on all of them after a restart."""
    if connection.driver_connection.is_closed():
        raise InvalidatePoolError


def _prepare(connection: Any, _record: object) -> None:
    cursor = connection.cursor()
    for setting in PRAGMAS:
        cursor.execute(f"PRAGMA {setting}")
    cursor.close()


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")
    driver: Any = connection.connection.driver_connection
    driver.is_brief = connection.get_execution_options().get("is_brief", False)
