"""What keeps a database from being worked with, found out by looking and never by changing anything."""

from sqlalchemy.exc import SQLAlchemyError

from assistant.ports import OutOfReach
from storage.database import Database
from storage.schema import newest_revision, stored_revision


async def unfit(database: Database) -> str | None:
    """Why an open database cannot be worked with now; None if it can."""
    try:
        async with database.begin() as connection:
            stored = await connection.run_sync(stored_revision)
    except (OutOfReach, SQLAlchemyError) as error:
        return f"The database cannot be reached ({type(error).__name__})."
    newest = newest_revision()
    return None if stored == newest else f"The database is at revision {stored or 'none'}, this program at {newest}."
