"""What workers on one PostgreSQL database need of each other: to be told of arrivals, and that one polls, not all.

On SQLite there is one worker, and nobody to tell; it does without asyncpg, which only `storage.standing` imports.
"""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

import structlog
from sqlalchemy import bindparam, func, select

from storage.database import Database

log = structlog.get_logger()

CHANNEL = "afterword_arrivals"
POLLING = 20260102
WAIT_SECONDS = 30

# Whoever waits keeps the server from clearing its tables of old rows, so nobody waits for long at once.
AT_MOST = f"SET lock_timeout = '{WAIT_SECONDS}s'"
WAIT = f"DO $$ BEGIN PERFORM pg_advisory_lock({POLLING}); EXCEPTION WHEN lock_not_available THEN NULL; END $$"
TELL = select(func.pg_notify(CHANNEL, bindparam("run")))
"""Tells all workers of an arrival, once what it is part of is committed."""
IS_OURS = f"SELECT pg_try_advisory_lock({POLLING})"


async def hear_of_arrivals(database: Database, run_id: str, ring: Callable[[], None]) -> None:
    """Ring for what other workers have committed, and once whenever something may have been missed; until cancelled."""
    if not database.is_postgresql:
        return
    from storage.standing import keep_connected, stand

    def heard(_connection: object, _pid: int, _channel: str, teller: str) -> None:
        if teller != run_id:
            ring()

    async def listen(connection: Any) -> None:
        await connection.add_listener(CHANNEL, heard)
        ring()
        await stand(connection)

    await keep_connected(database, listen)


class OnePoller:
    """Polls as long as this is the one worker that may; the others wait, and one goes on as soon as it ends or dies."""

    def __init__(self, database: Database, poll: Callable[[], Coroutine[object, object, None]]) -> None:
        self._database = database
        self._poll = poll

    async def run(self) -> None:
        """Until cancelled. What polling raises comes out."""
        if self._database.is_postgresql:
            from storage.standing import keep_connected

            await keep_connected(self._database, self._poll_in_turn)
        await self._poll()

    async def _poll_in_turn(self, connection: Any) -> None:
        from storage.standing import stand

        await connection.execute(AT_MOST)
        while not await connection.fetchval(IS_OURS):
            await connection.execute(WAIT, timeout=2 * WAIT_SECONDS)
        log.info("polling")
        # No task group: one that is cancelled as it fails tells of the failure alone, and nobody would stop.
        both = [asyncio.ensure_future(work) for work in (stand(connection), self._poll())]
        try:
            done, _ = await asyncio.wait(both, return_when=asyncio.FIRST_COMPLETED)
            for ended in done:
                ended.result()
        finally:
            for task in both:
                task.cancel()
            await asyncio.gather(*both, return_exceptions=True)
