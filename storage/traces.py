"""What a database keeps of rows that are gone, and how it is wiped out.

SQLite leaves old pages in the file that is written ahead, and old rows in what is free in the other. In a database that
was always opened with secure_delete they are overwritten with zeros as they go; the rest is done by building the file
anew. PostgreSQL keeps old rows until they are vacuumed, and its log of what was written for as long as it is set to.
"""

import structlog
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.database import Database

log = structlog.get_logger()

REBUILD = ("VACUUM", "PRAGMA user_version = 0", "PRAGMA wal_checkpoint(TRUNCATE)")
CLEAR = "VACUUM users, messages, facts"


async def leave_mark(connection: AsyncConnection) -> None:
    """Note, in the transaction that deletes, that there are traces to wipe out: a killed program goes on with it."""
    if connection.dialect.name == "sqlite":
        await connection.exec_driver_sql("PRAGMA user_version = 1")


async def wipe(database: Database) -> None:
    """Wipe out the traces. What is in the way is logged; on SQLite it is tried again at the next start."""
    try:
        async with database.bare_connection() as connection:
            for command in (CLEAR,) if database.is_postgresql else REBUILD:
                await connection.execute(command)
    except (DBAPIError, OSError) as error:
        log.error("traces_not_wiped", error=type(error).__name__)


async def finish_wiping(database: Database) -> None:
    """To be called at start-up: wipe out what a killed program left."""
    async with database.begin() as connection:
        if database.is_postgresql or not (await connection.exec_driver_sql("PRAGMA user_version")).scalar():
            return
    await wipe(database)
