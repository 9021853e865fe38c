"""Where updates are kept before they are acknowledged, each once."""

from collections.abc import Callable
from datetime import datetime, timedelta

from sqlalchemy import CursorResult, delete, insert, update
from sqlalchemy.ext.asyncio import AsyncConnection

from assistant.ports import Clock
from storage.database import Database
from storage.moments import milliseconds
from storage.tables import Progress, ReplyState, messages, updates, users

SEEN_KEPT = timedelta(hours=48)
WORDS_KEPT = timedelta(days=30)


class SqlInbox:
    """The inbox, see `assistant.ports.Inbox`. `on_arrival` is called when something new has been committed."""

    def __init__(self, database: Database, clock: Clock, on_arrival: Callable[[], None] = lambda: None) -> None:
        self._database = database
        self._clock = clock
        self._on_arrival = on_arrival

    async def put(self, user: int, update_id: int, update: str, message: int | None, edited: bool) -> bool:
        """Store the raw update, JSON in ASCII, and make its user due; False if it was stored before."""
        received_at = milliseconds(self._clock.now())
        arrival = {
            "user_id": user,
            "update_id": update_id,
            "number": message,
            "is_edit": edited,
            "update": update,
            "received_at": received_at,
        }
        async with self._database.begin() as connection:
            if not await self._is_new(connection, update_id, received_at):
                return False
            # The user comes first: their row's lock gives the messages of one user their numbers in order.
            await self._make_due(connection, user)
            await connection.execute(insert(messages).values(arrival))
        self._on_arrival()
        return True

    async def tidy(self, now: datetime) -> None:
        """Forget the numbers of updates after 48 hours, and the raw words of what is dealt with after 30 days."""
        words = (
            update(messages)
            .where(messages.c.received_at < milliseconds(now - WORDS_KEPT), messages.c.update != "")
            .where(messages.c.state != Progress.UNREAD, messages.c.reply_state.is_distinct_from(ReplyState.OWED))
            .values(update="", reply=None)
        )
        async with self._database.begin() as connection:
            await connection.execute(delete(updates).where(updates.c.seen_at < milliseconds(now - SEEN_KEPT)))
            await connection.execute(words)

    async def _is_new(self, connection: AsyncConnection, update_id: int, seen_at: int) -> bool:
        seen = self._database.insert(updates).values(update_id=update_id, seen_at=seen_at).on_conflict_do_nothing()
        result: CursorResult[object] = await connection.execute(seen)
        return result.rowcount == 1

    async def _make_due(self, connection: AsyncConnection, user: int) -> None:
        newcomer = self._database.insert(users).values(id=user, arrivals=1, wake_at=0)
        again = {"arrivals": users.c.arrivals + 1, "wake_at": 0}
        await connection.execute(newcomer.on_conflict_do_update(index_elements=[users.c.id], set_=again))
