"""Who is due, and the exclusive right to deal with them: one queue, one claim, one lease.

PostgreSQL's own clock times leases and rests, since a worker's may jump. On SQLite there is one process: both run on
its own even time, and are void once another process takes over.
"""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from itertools import count

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Update,
    and_,
    case,
    delete,
    exists,
    func,
    literal,
    not_,
    or_,
    select,
    true,
    update,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from assistant.ports import MOST_TRIES, NO_TIME, Claim, Clock, LeaseLost, Outgoing
from rules.journal import Entry
from rules.keeping import USUAL_DAYS
from storage.codec import encode_reply
from storage.database import Database
from storage.desks import IS_OWED, IS_UNREAD, desks
from storage.journals import append
from storage.moments import in_milliseconds, milliseconds, moment, server_clock
from storage.tables import Progress, ReplyState, messages, users
from storage.together import Together
from storage.traces import leave_mark, wipe
from storage.words import NO_WORDS, days_wanted, drop_words

LEASE = timedelta(seconds=90)
RECENT = timedelta(minutes=10)
"""Whoever reads a message may want to know what came in this time before it."""
MOST_CLAIMS = 100
"""Without an end. A message that kills the program is given up after so many kills, of which most are not its fault."""


class SqlTurns:
    """Turns, see `assistant.ports.Turns`.

    `run_id` must be another for every run of every process. `default_zone` is the IANA zone of users who told none.
    `planned_with` names the rulebook and holidays that the moments of this run's releases come from. Of users who are
    not `allowed` none is claimed; None allows all.
    """

    def __init__(
        self,
        database: Database,
        clock: Clock,
        run_id: str,
        default_zone: str = "UTC",
        planned_with: str | None = None,
        lease: timedelta = LEASE,
        allowed: frozenset[int] | None = None,
    ) -> None:
        self._database = database
        self._clock = clock
        self._tokens = (f"{run_id}-{number}" for number in count(1))
        self._default_zone = default_zone
        self._planned_with = planned_with
        self._lease = in_milliseconds(lease)
        self._is_allowed = true() if allowed is None else users.c.id.in_(allowed)
        self._together = Together(database)

    async def take_over(self) -> None:
        """To be called at start-up: on SQLite, whatever a former process held is void."""
        if not self._database.is_postgresql:
            void = update(users).where(or_(users.c.lease.is_not(None), users.c.send_after > 0))
            async with self._database.begin() as connection:
                await connection.execute(void.values(lease=None, lease_until=None, send_after=0))

    async def claim(self, now: datetime, limit: int, nudges_only: bool = False) -> Sequence[Claim]:
        if limit <= 0:
            return ()
        token = next(self._tokens)
        async with self._database.begin() as connection:
            rows = (await connection.execute(self._claiming(now, limit, token, nudges_only))).all()
            for row in rows:
                if row.claims > MOST_CLAIMS:
                    await _give_up_oldest(connection, row.id)
            desk = await desks(connection, [row.id for row in rows], self._default_zone, self._clock.now() - RECENT)
        in_order = sorted(rows, key=lambda row: (row.wake_at, row.id))
        return [Claim(row.id, token, row.arrivals, desk[row.id], row.days_kept) for row in in_order]

    async def settle(
        self,
        claim: Claim,
        read: Sequence[tuple[int, Outgoing | None]],
        entries: Sequence[Entry],
        *,
        days_kept: int = USUAL_DAYS,
        passing: Collection[int] = (),
    ) -> None:
        async def work(connection: AsyncConnection) -> None:
            await self._hold_on(connection, claim)
            await append(connection, claim.user, entries)
            for arrival, reply in read:
                owing = {} if reply is None else {"reply": encode_reply(reply), "reply_state": ReplyState.OWED}
                await connection.execute(_message(claim, arrival).values(state=Progress.READ, **owing))
            if passing:
                await connection.execute(update(messages).where(messages.c.id.in_(passing)).values(update=NO_WORDS))
            if days_kept != claim.days_kept:
                await connection.execute(update(users).where(_is_held(claim)).values(days_kept=days_kept))
            if days_kept != claim.days_kept or not days_kept:
                await drop_words(connection, self._clock.now(), messages.c.user_id == claim.user)

        await self._together.do(claim.user, work)

    async def forget(self, claim: Claim) -> None:
        async with self._database.begin() as connection:
            gone = await connection.execute(delete(users).where(_is_held(claim)).returning(users.c.id))
            if gone.first() is None:
                raise LeaseLost(f"user {claim.user}")
            await leave_mark(connection)
        await wipe(self._database)

    async def stumbled(self, claim: Claim, arrival: int) -> int:
        once_more = _message(claim, arrival).values(tries=messages.c.tries + 1).returning(messages.c.tries)
        async with self._database.begin() as connection:
            await self._hold_on(connection, claim)
            tries: int = (await connection.execute(once_more)).scalar_one()
        return tries

    async def release(
        self,
        claim: Claim,
        wake_at: datetime | None,
        *,
        sent: int | None = None,
        entries: Sequence[Entry] = (),
        rest: timedelta = NO_TIME,
    ) -> bool:
        now = milliseconds(self._clock.now())
        # What arrives meanwhile shows in the user's own row only: PostgreSQL looks at that row afresh if it has to wait
        # for it, at the messages it does not. Those are asked about what this very turn has left undone.
        undone = exists().where(messages.c.user_id == users.c.id, or_(IS_UNREAD, IS_OWED))
        may_sleep = and_(users.c.arrivals == claim.arrivals, not_(undone))
        then = literal(None if wake_at is None else milliseconds(wake_at), BigInteger)

        async def work(connection: AsyncConnection) -> int | None:
            if sent is not None:
                await connection.execute(_message(claim, sent).values(SENT))
            await append(connection, claim.user, entries)
            given_back = self._given_back(rest) | {"claims": 0, "planned_with": self._planned_with}
            return await _change(connection, claim, wake_at=case((may_sleep, then), else_=0), **given_back)

        due = await self._together.do(claim.user, work)
        return due is not None and due <= now

    async def put_back(self, claim: Claim, rest: timedelta) -> None:
        async with self._database.begin() as connection:
            await _change(connection, claim, **self._given_back(rest))

    async def next_wake(self, now: datetime) -> datetime | None:
        later = select(func.min(users.c.wake_at)).where(users.c.wake_at > milliseconds(now))
        async with self._database.begin() as connection:
            wake_at = (await connection.execute(later)).scalar()
        return None if wake_at is None else moment(wake_at)

    async def earliest_wake(self) -> datetime | None:
        """When the next user is due, 1970 for at once; None if nobody ever is."""
        async with self._database.begin() as connection:
            wake_at = (await connection.execute(select(func.min(users.c.wake_at)))).scalar()
        return None if wake_at is None else moment(max(wake_at, 0))

    async def _hold_on(self, connection: AsyncConnection, claim: Claim) -> None:
        """The lease lasts its full time again. Raises LeaseLost."""
        await _change(connection, claim, lease_until=self._even_time() + self._lease)

    def _claiming(self, now: datetime, limit: int, token: str, nudges_only: bool) -> Update:
        even_time = self._even_time()
        due = (
            select(users.c.id)
            .where(users.c.wake_at <= milliseconds(now), users.c.wake_at > 0 if nudges_only else true())
            .where(users.c.send_after <= even_time, self._is_allowed)
            .where(or_(users.c.lease_until.is_(None), users.c.lease_until < even_time))
            .order_by(users.c.wake_at, users.c.id)
            .limit(limit)
            .with_for_update(skip_locked=True)
            .cte("due")
            .prefix_with("MATERIALIZED")
        )
        taken = {"lease": token, "lease_until": even_time + self._lease, "claims": users.c.claims + 1}
        kept = (users.c.id, users.c.arrivals, users.c.wake_at, users.c.claims, users.c.days_kept)
        return update(users).values(taken).where(users.c.id == due.c.id).returning(*kept)

    def _given_back(self, rest: timedelta) -> dict[str, object]:
        # An even time of 0 lies before any other, whoever reckons it.
        send_after = self._even_time() + in_milliseconds(rest) if rest else 0
        return {"lease": None, "lease_until": None, "send_after": send_after}

    def _even_time(self) -> ColumnElement[int]:
        """Milliseconds, by the clock that leases and rests go by."""
        if self._database.is_postgresql:
            return server_clock()
        return literal(int(self._clock.elapsed() * 1000), BigInteger)


# What went out is not kept, nor the words it answers where the user wants none kept.
SENT = {
    "reply_state": ReplyState.SENT,
    "reply": None,
    "update": case((days_wanted == 0, NO_WORDS), else_=messages.c.update),
}


def _is_held(claim: Claim) -> ColumnElement[bool]:
    return and_(users.c.id == claim.user, users.c.lease == claim.token)


def _message(claim: Claim, arrival: int) -> Update:
    return update(messages).where(messages.c.id == arrival, messages.c.user_id == claim.user)


async def _change(connection: AsyncConnection, claim: Claim, **values: object) -> int | None:
    """Change the user's own row, if it is still held. When they are due. Raises LeaseLost."""
    changed = update(users).where(_is_held(claim)).values(values).returning(users.c.id, users.c.wake_at)
    row = (await connection.execute(changed)).first()
    if row is None:
        raise LeaseLost(f"user {claim.user}")
    wake_at: int | None = row.wake_at
    return wake_at


async def _give_up_oldest(connection: AsyncConnection, user: int) -> None:
    """The arrival that so many claims began with must not get one more: it counts as tried often enough, which gets it
    an apology; if that does not help either, or it is the reply that cannot be sent, it is put aside.
    """
    undone = select(messages.c.id).where(messages.c.user_id == user, or_(IS_UNREAD, IS_OWED))
    oldest = undone.order_by(messages.c.id).limit(1).scalar_subquery()
    is_hopeless = and_(IS_UNREAD, messages.c.tries >= MOST_TRIES)
    given_up = {
        "tries": MOST_TRIES,
        "state": case((is_hopeless, literal(Progress.ASIDE.value)), else_=messages.c.state),
        "reply_state": case((IS_OWED, literal(ReplyState.ASIDE.value)), else_=messages.c.reply_state),
    }
    await connection.execute(update(messages).where(messages.c.id == oldest).values(given_up))
    await connection.execute(update(users).where(users.c.id == user).values(claims=1))
