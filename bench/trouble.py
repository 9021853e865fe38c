"""What can befall an SQLite file while the program runs: somebody else holds it, or there is no room left."""

import asyncio
import resource
import sqlite3
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, closing, contextmanager
from pathlib import Path

from bench.program import Worker

WAIT_FOR_LOCK_SECONDS = 30


@asynccontextmanager
async def locked(file: Path) -> AsyncIterator[None]:
    """Nobody but us can write to the database until the end of the block."""
    with closing(await asyncio.to_thread(_hold, file)) as connection:
        yield
        connection.rollback()


@contextmanager
def no_room_left(worker: Worker) -> Iterator[None]:
    """The running worker cannot write to any file, as on a full disk, until the end of the block."""
    soft, hard = resource.prlimit(worker.pid, resource.RLIMIT_FSIZE)
    resource.prlimit(worker.pid, resource.RLIMIT_FSIZE, (0, hard))
    yield
    if worker.is_running:
        resource.prlimit(worker.pid, resource.RLIMIT_FSIZE, (soft, hard))


def _hold(file: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(file, timeout=WAIT_FOR_LOCK_SECONDS, isolation_level=None, check_same_thread=False)
    connection.execute("BEGIN EXCLUSIVE")
    return connection
