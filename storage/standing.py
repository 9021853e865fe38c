"""A connection to PostgreSQL that stands as long as the program runs: noticed when it is lost, and made anew."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, NoReturn

import structlog
from asyncpg import InterfaceError, InternalClientError, PostgresError
from sqlalchemy.exc import SQLAlchemyError

from storage.database import Database

log = structlog.get_logger()

PULSE_SECONDS = 5
ANSWER_SECONDS = 5
FIRST_BACKOFF_SECONDS = 0.1
LONGEST_BACKOFF_SECONDS = 5.0


class ConnectionLost(Exception):
    """The server hung up, or does not answer."""


# A driver that is cut off in the middle of a word takes it for a mistake of its own: an InternalClientError.
LOSSES = (ConnectionLost, OSError, SQLAlchemyError, PostgresError, InterfaceError, InternalClientError)


async def keep_connected(database: Database, use: Callable[[Any], Awaitable[None]]) -> NoReturn:
    """Connect, and `use` the connection until it is lost, which `use` must tell by raising; and so on, until cancelled.

    What else `use` raises comes out.
    """
    failures = 0
    while True:
        try:
            async with database.standing_connection() as connection:
                failures = 0
                await use(connection)
        except LOSSES as lost:
            failures += 1
            log.warning("connection_lost", reason=type(lost).__name__, failures=failures)
        await asyncio.sleep(min(FIRST_BACKOFF_SECONDS * 2 ** min(failures, 10), LONGEST_BACKOFF_SECONDS))


async def stand(connection: Any) -> NoReturn:
    """As long as the server answers. Raises ConnectionLost, at once if the server hangs up."""
    lost = asyncio.Event()
    connection.add_termination_listener(lambda _: lost.set())
    while not connection.is_closed():
        try:
            async with asyncio.timeout(PULSE_SECONDS):
                await lost.wait()
        except TimeoutError:
            await connection.execute("SELECT", timeout=ANSWER_SECONDS)
    raise ConnectionLost
