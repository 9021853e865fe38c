"""Places for messages that are being sent, shared by all workers of a PostgreSQL database."""

from sqlalchemy import and_, func, select, update

from storage.database import Database
from storage.moments import server_clock
from storage.tables import slots

LONGEST_SEND_MILLISECONDS = 40_000
"""A slot that nobody gives back, because its worker died, is free again after this."""
SECOND_MILLISECONDS = 1000


class SqlSlots:
    """Slots, see `assistant.ports.Slots`. For PostgreSQL, whose clock all workers share."""

    def __init__(self, database: Database, count: int) -> None:
        self._database = database
        self._count = count

    async def open(self) -> None:
        """To be called at start-up. Workers should agree on the count; if not, the largest of them holds for all."""
        there = self._database.insert(slots).on_conflict_do_nothing()
        async with self._database.begin() as connection:
            await connection.execute(there, [{"number": number, "free_at": 0} for number in range(self._count)])

    async def take(self, spare: int) -> int | None:
        now = server_clock()
        is_free = and_(slots.c.number < self._count, slots.c.free_at <= now)
        how_many = select(func.count()).select_from(slots).where(is_free).correlate(None).scalar_subquery()
        free = (
            select(slots.c.number)
            .where(is_free, how_many > spare)
            .order_by(slots.c.free_at)
            .limit(1)
            .with_for_update(skip_locked=True)
            .cte("free")
            .prefix_with("MATERIALIZED")
        )
        taking = (
            update(slots)
            .where(slots.c.number == free.c.number)
            .values(free_at=now + LONGEST_SEND_MILLISECONDS)
            .returning(slots.c.number)
        )
        async with self._database.begin() as connection:
            number: int | None = (await connection.execute(taking)).scalar()
        return number

    async def give_back(self, number: int) -> None:
        again = update(slots).where(slots.c.number == number).values(free_at=server_clock() + SECOND_MILLISECONDS)
        async with self._database.begin() as connection:
            await connection.execute(again)
