"""What concerns users outside their turns: being planned again after an upgrade."""

from datetime import datetime

from sqlalchemy import or_, select, update

from storage.database import Database
from storage.moments import milliseconds
from storage.tables import users


class SqlUsers:
    """The users, outside their turns."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def plan_again(self, version: str, now: datetime, limit: int) -> int:
        """Make up to `limit` users due whose moment comes from other rules than `version`; how many there were.

        Those that another worker deals with at this moment are left to it.
        """
        otherwise = (
            select(users.c.id)
            .where(users.c.planned_with.is_distinct_from(version))
            .where(or_(users.c.wake_at.is_(None), users.c.wake_at > milliseconds(now)))
            .limit(limit)
            .with_for_update(skip_locked=True)
            .cte("otherwise")
            .prefix_with("MATERIALIZED")
        )
        async with self._database.begin() as connection:
            due = update(users).where(users.c.id == otherwise.c.id).values(wake_at=milliseconds(now))
            return len((await connection.execute(due.returning(users.c.id))).all())
