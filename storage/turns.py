"""Who is due, and the exclusive right to deal with them: one queue, one claim, one lease.

PostgreSQL's own clock times leases and holds, since a worker's may jump. On SQLite there is one process: leases run on
its monotonic clock, holds on the clock it was given, and both are void once another process takes over.
"""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from itertools import count

from sqlalchemy import BigInteger, ColumnElement, Update, and_, case, exists, func, literal, not_, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from assistant.ports import Arrival, Claim, Clock, LeaseLost, Outgoing, Owed
from rules.journal import Entry
from storage.codec import decode_reply, encode_reply
from storage.database import Database
from storage.journals import append
from storage.moments import in_milliseconds, milliseconds, moment, process_clock, server_clock
from storage.tables import Progress, ReplyState, messages, users

LEASE = timedelta(seconds=90)
MOST_CLAIMS = 10

_original = messages.alias("original")
_is_unread = messages.c.state == Progress.UNREAD
_is_owed = messages.c.reply_state == ReplyState.OWED


class SqlTurns:
    """Turns, see `assistant.ports.Turns`.

    `run_id` must be another for every run of every process. `planned_with` names the rulebook and holidays that the
    moments of this run's releases come from.
    """

    def __init__(
        self, database: Database, clock: Clock, run_id: str, planned_with: str | None = None, lease: timedelta = LEASE
    ) -> None:
        self._database = database
        self._clock = clock
        self._tokens = (f"{run_id}-{number}" for number in count(1))
        self._planned_with = planned_with
        self._lease = in_milliseconds(lease)

    async def take_over(self) -> None:
        """To be called at start-up: on SQLite, whatever a former process held is void."""
        if not self._database.is_postgresql:
            void = update(users).where(or_(users.c.lease.is_not(None), users.c.send_after > 0))
            async with self._database.begin() as connection:
                await connection.execute(void.values(lease=None, lease_until=None, send_after=0))

    async def claim(self, now: datetime, limit: int, nudges_only: bool = False) -> Sequence[Claim]:
        """Claim up to `limit` users that are due, who wrote before who is to be nudged, or the latter only."""
        if limit <= 0:
            return ()
        token = next(self._tokens)
        async with self._database.begin() as connection:
            rows = (await connection.execute(self._claiming(now, limit, token, nudges_only))).all()
            for row in rows:
                if row.claims > MOST_CLAIMS:
                    await _put_oldest_aside(connection, row.id)
        return [Claim(row.id, token, row.arrivals) for row in sorted(rows, key=lambda row: (row.wake_at, row.id))]

    async def renew(self, claim: Claim) -> None:
        async with self._database.begin() as connection:
            await _change(connection, claim, lease_until=self._lease_clock() + self._lease)

    async def unread(self, claim: Claim, limit: int) -> Sequence[Arrival]:
        written_first = (
            select(_original.c.id)
            .where(_original.c.user_id == messages.c.user_id, _original.c.number == messages.c.number)
            .where(not_(_original.c.is_edit), messages.c.is_edit)
            .order_by(_original.c.id)
            .limit(1)
            .scalar_subquery()
        )
        oldest = (
            select(messages.c.id, messages.c.update, messages.c.tries, written_first)
            .where(messages.c.user_id == claim.user, _is_unread)
            .order_by(messages.c.id)
            .limit(limit)
        )
        async with self._holding(claim) as connection:
            return [Arrival(*row) for row in await connection.execute(oldest)]

    async def owed(self, claim: Claim) -> Sequence[Owed]:
        replies = (
            select(messages.c.id, messages.c.update, messages.c.reply)
            .where(messages.c.user_id == claim.user, _is_owed)
            .order_by(messages.c.id)
        )
        async with self._holding(claim) as connection:
            return [Owed(row.id, row.update, decode_reply(row.reply)) for row in await connection.execute(replies)]

    async def settle(self, claim: Claim, arrival: int, entries: Sequence[Entry], reply: Outgoing | None) -> None:
        owing = {} if reply is None else {"reply": encode_reply(reply), "reply_state": ReplyState.OWED}
        async with self._holding(claim) as connection:
            await append(connection, claim.user, entries)
            await connection.execute(_message(claim, arrival).values(state=Progress.READ, **owing))

    async def sent(self, claim: Claim, arrival: int) -> None:
        async with self._holding(claim) as connection:
            await connection.execute(_message(claim, arrival).values(reply_state=ReplyState.SENT))

    async def stumbled(self, claim: Claim, arrival: int) -> int:
        once_more = _message(claim, arrival).values(tries=messages.c.tries + 1).returning(messages.c.tries)
        async with self._holding(claim) as connection:
            tries: int = (await connection.execute(once_more)).scalar_one()
        return tries

    async def note(self, claim: Claim, entries: Sequence[Entry]) -> None:
        async with self._holding(claim) as connection:
            await append(connection, claim.user, entries)

    async def hold(self, claim: Claim, until: datetime) -> None:
        now = self._clock.now()
        send_after = self._hold_clock(now) + in_milliseconds(until - now)
        async with self._database.begin() as connection:
            await _change(connection, claim, send_after=send_after)

    async def release(self, claim: Claim, wake_at: datetime | None) -> None:
        # What arrives meanwhile shows in the user's own row only: PostgreSQL looks at that row afresh if it has to wait
        # for it, at the messages it does not. Those are asked about what this very turn has left undone.
        undone = exists().where(messages.c.user_id == users.c.id, or_(_is_unread, _is_owed))
        may_sleep = and_(users.c.arrivals == claim.arrivals, not_(undone))
        then = literal(None if wake_at is None else milliseconds(wake_at), BigInteger)
        given_back = {"lease": None, "lease_until": None, "claims": 0, "planned_with": self._planned_with}
        async with self._database.begin() as connection:
            await _change(connection, claim, wake_at=case((may_sleep, then), else_=0), **given_back)

    async def earliest_wake(self) -> datetime | None:
        """When the next user is due, 1970 for at once; None if nobody ever is."""
        async with self._database.begin() as connection:
            wake_at = (await connection.execute(select(func.min(users.c.wake_at)))).scalar()
        return None if wake_at is None else moment(wake_at)

    @asynccontextmanager
    async def _holding(self, claim: Claim) -> AsyncIterator[AsyncConnection]:
        held = select(users.c.id).where(_is_held(claim)).with_for_update(key_share=True)
        async with self._database.begin() as connection:
            if (await connection.execute(held)).first() is None:
                raise LeaseLost(f"user {claim.user}")
            yield connection

    def _claiming(self, now: datetime, limit: int, token: str, nudges_only: bool) -> Update:
        lease_clock = self._lease_clock()
        due = (
            select(users.c.id)
            .where(users.c.wake_at.between(1 if nudges_only else 0, milliseconds(now)))
            .where(users.c.send_after <= self._hold_clock(now))
            .where(or_(users.c.lease_until.is_(None), users.c.lease_until < lease_clock))
            .order_by(users.c.wake_at, users.c.id)
            .limit(limit)
            .with_for_update(skip_locked=True)
            .cte("due")
            .prefix_with("MATERIALIZED")
        )
        taken = {"lease": token, "lease_until": lease_clock + self._lease, "claims": users.c.claims + 1}
        kept = (users.c.id, users.c.arrivals, users.c.wake_at, users.c.claims)
        return update(users).values(taken).where(users.c.id == due.c.id).returning(*kept)

    def _lease_clock(self) -> ColumnElement[int]:
        return server_clock() if self._database.is_postgresql else process_clock()

    def _hold_clock(self, now: datetime) -> ColumnElement[int]:
        return server_clock() if self._database.is_postgresql else literal(milliseconds(now), BigInteger)


def _is_held(claim: Claim) -> ColumnElement[bool]:
    return and_(users.c.id == claim.user, users.c.lease == claim.token)


def _message(claim: Claim, arrival: int) -> Update:
    return update(messages).where(messages.c.id == arrival, messages.c.user_id == claim.user)


async def _change(connection: AsyncConnection, claim: Claim, **values: object) -> None:
    changed = await connection.execute(update(users).where(_is_held(claim)).values(values))
    if changed.rowcount != 1:
        raise LeaseLost(f"user {claim.user}")


async def _put_oldest_aside(connection: AsyncConnection, user: int) -> None:
    """Ten claims in a row ended without a release: the arrival that each began with must not get an eleventh."""
    undone = select(messages.c.id).where(messages.c.user_id == user, or_(_is_unread, _is_owed))
    oldest = undone.order_by(messages.c.id).limit(1).scalar_subquery()
    aside = {
        "state": case((_is_unread, literal(Progress.ASIDE.value)), else_=messages.c.state),
        "reply_state": case((_is_owed, literal(ReplyState.ASIDE.value)), else_=messages.c.reply_state),
    }
    await connection.execute(update(messages).where(messages.c.id == oldest).values(aside))
    await connection.execute(update(users).where(users.c.id == user).values(claims=1))
