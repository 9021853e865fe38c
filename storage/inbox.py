"""Where updates are kept before they are acknowledged, each once."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import Insert, case, delete, func, insert, or_, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection

from assistant.ports import Clock, Delivered
from storage.codec import encode_reply
from storage.database import Database
from storage.moments import at_once, milliseconds, moment
from storage.tables import IS_OWED, IS_UNREAD, Progress, ReplyState, messages, users
from storage.tables import updates as seen
from storage.words import drop_words
from storage.workers import TELL

SEEN_KEPT = timedelta(hours=48)
KEEP = insert(messages)
OLDEST = select(func.min(messages.c.received_at)).join(users).where(users.c.wake_at <= 0, or_(IS_UNREAD, IS_OWED))


class SqlInbox:
    """The inbox, see `assistant.ports.Inbox`. `run_id` is whom the other workers hear of arrivals from."""

    def __init__(self, database: Database, clock: Clock, run_id: str = "") -> None:
        self._database = database
        self._clock = clock
        self._run_id = run_id
        self._unseen = database.insert(seen).on_conflict_do_nothing().returning(seen.c.update_id)
        self._due = _make_due(database.insert(users))

    async def put(self, updates: Sequence[Delivered]) -> int:
        now = milliseconds(self._clock.now())
        async with self._database.begin(is_brief=True) as connection:
            new = await self._new(connection, updates, now)
            if new:
                # The users come first: their rows' locks give the messages of one user their numbers in order.
                await connection.execute(self._due, _arrivals(new))
                await connection.execute(KEEP, [_row(each, now) for each in new])
                if self._database.is_postgresql:
                    await connection.execute(TELL, {"run": self._run_id})
        return len(new)

    async def oldest_unanswered(self) -> datetime | None:
        """When the message was kept that has waited for longest to be heard and answered; None if nobody waits."""
        async with self._database.begin() as connection:
            received_at = (await connection.execute(OLDEST)).scalar()
        return None if received_at is None else moment(received_at)

    async def tidy(self, now: datetime) -> None:
        """Forget the numbers of updates after 48 hours, and words as soon as their users want."""
        async with self._database.begin() as connection:
            await connection.execute(delete(seen).where(seen.c.seen_at < milliseconds(now - SEEN_KEPT)))
            await drop_words(connection, now)

    async def _new(self, connection: AsyncConnection, updates: Sequence[Delivered], now: int) -> list[Delivered]:
        """Those not delivered before, in their order. Rows are written sorted, or two deliveries could deadlock."""
        by_number = {each.update_id: each for each in updates}
        rows = [{"update_id": number, "seen_at": now} for number in sorted(by_number)]
        left = set((await connection.execute(self._unseen, rows)).scalars())
        return [each for number, each in by_number.items() if number in left]


def _make_due(newcomer: sqlite.Insert | postgresql.Insert) -> Insert:
    """Whoever writes is due at once; who has waited for longer keeps the place."""
    again = {
        "arrivals": users.c.arrivals + newcomer.excluded.arrivals,
        "wake_at": case((users.c.wake_at < 0, users.c.wake_at), else_=newcomer.excluded.wake_at),
    }
    return newcomer.on_conflict_do_update(index_elements=[users.c.id], set_=again)


def _arrivals(new: Sequence[Delivered]) -> list[dict[str, int]]:
    """Sorted by user, or two deliveries could deadlock."""
    counted = Counter(each.user for each in new)
    first = {each.user: each.update_id for each in reversed(new)}
    return [{"id": user, "arrivals": counted[user], "wake_at": at_once(first[user])} for user in sorted(counted)]


def _row(each: Delivered, now: int) -> dict[str, object]:
    return {
        "user_id": each.user,
        "update_id": each.update_id,
        "number": each.message,
        "is_edit": each.is_edit,
        "update": each.update,
        "received_at": now,
        "state": Progress.UNREAD if each.reply is None else Progress.READ,
        "reply": None if each.reply is None else encode_reply(each.reply),
        "reply_state": None if each.reply is None else ReplyState.OWED,
    }
