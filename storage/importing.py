"""Takes a journal in that was exported somewhere else."""

from datetime import datetime

from sqlalchemy import or_, select, update

from rules.facts import SettingChanged
from rules.journal import Journal
from rules.preferences import preferences
from storage.database import Database
from storage.journals import append
from storage.moments import milliseconds
from storage.tables import facts, users


async def take_in(database: Database, user: int, journal: Journal, default_zone: str, now: datetime) -> bool:
    """Give the user that journal, and look at once what is due; False, and nothing done, if they have one already.

    Times said without a zone stay in the zone they were heard in, whatever the default is here.
    """
    if not preferences(journal).is_zone_told and journal.default_zone != default_zone:
        journal = journal.noting([SettingChanged(name="zone", value=journal.default_zone)], now)
    is_idle = or_(users.c.wake_at.is_(None), users.c.wake_at > milliseconds(now))
    async with database.begin() as connection:
        # A row that is there already is locked by being set to what it is.
        row = database.insert(users).values(id=user)
        same = {"id": users.c.id}
        await connection.execute(row.on_conflict_do_update(index_elements=[users.c.id], set_=same))
        if (await connection.execute(select(facts.c.number).where(facts.c.user_id == user).limit(1))).first():
            return False
        await append(connection, user, journal.entries)
        await connection.execute(update(users).where(users.c.id == user, is_idle).values(wake_at=milliseconds(now)))
    return True
