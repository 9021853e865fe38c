"""Who is due, and the exclusive right to deal with them: one queue, one claim, one lease.

PostgreSQL's own clock times leases and rests, since a worker's may jump. On SQLite there is one process: both run on
its own even time, and are void once another process takes over.
"""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from itertools import count

from sqlalchemy import Update, func, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from assistant.ports import NO_TIME, Claim, Clock, LeaseLost, Outgoing
from rules.journal import Entry
from rules.keeping import USUAL_DAYS
from storage.codec import encode_reply
from storage.database import Database
from storage.desks import desks
from storage.journals import append
from storage.moments import in_milliseconds, milliseconds, moment
from storage.statements import (
    COUNT_ANEW,
    FORGET,
    GIVE_UP_OLDEST,
    KEEP_WORDS,
    LATER,
    NEXT_WAKE,
    PASS,
    READ,
    SENT,
    TRIED,
    VOID,
    LeaseStatements,
)
from storage.tables import messages, users
from storage.together import Together
from storage.traces import leave_mark, wipe
from storage.words import drop_words

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
        self._statements = LeaseStatements(in_milliseconds(lease), allowed, is_postgresql=database.is_postgresql)
        self._together = Together(database)

    async def take_over(self) -> None:
        """To be called at start-up: on SQLite, whatever a former process held is void."""
        if not self._database.is_postgresql:
            async with self._database.begin() as connection:
                await connection.execute(VOID)

    async def claim(self, now: datetime, limit: int, nudges_only: bool = False) -> Sequence[Claim]:
        if limit <= 0:
            return ()
        token = next(self._tokens)
        claiming = self._statements.claim_nudges if nudges_only else self._statements.claim
        limits = {"token": token, "now": milliseconds(now), "most": limit}
        async with self._database.begin(is_brief=True) as connection:
            rows = (await connection.execute(claiming, self._even_time() | limits)).all()
            for row in rows:
                if row.claims > MOST_CLAIMS:
                    await _give_up_oldest(connection, row.id)
            desk = await desks(connection, [row.id for row in rows], self._default_zone, self._clock.now() - RECENT)
        in_order = sorted(rows, key=lambda row: (row.wake_at, row.id))
        return [Claim(row.id, token, row.arrivals, desk[row.id], row.days_kept, _due(row.wake_at)) for row in in_order]

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
            if read:
                await connection.execute(READ, [_of(claim) | _answer(*each) for each in read])
            if passing:
                await connection.execute(PASS, {"passing": list(passing)})
            if days_kept != claim.days_kept:
                await connection.execute(KEEP_WORDS, _held(claim) | {"days": days_kept})
            if days_kept != claim.days_kept or not days_kept:
                await drop_words(connection, self._clock.now(), messages.c.user_id == claim.user)

        await self._together.do(claim.user, work)

    async def forget(self, claim: Claim, arrival: int) -> None:
        async with self._database.begin(is_brief=True) as connection:
            await self._hold_on(connection, claim)
            later = (await connection.execute(LATER, _of(claim) | {"arrival": arrival})).all()
            await connection.execute(FORGET, _of(claim))
            if later:
                await connection.execute(insert(users), {"id": claim.user, "arrivals": len(later), "wake_at": 0})
                await connection.execute(insert(messages), [dict(row._mapping) for row in later])
            await leave_mark(connection)
        await wipe(self._database)

    async def stumbled(self, claim: Claim, arrival: int) -> int:
        async with self._database.begin(is_brief=True) as connection:
            await self._hold_on(connection, claim)
            tries: int = (await connection.execute(TRIED, _of(claim) | {"arrival": arrival})).scalar_one()
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
        until = {
            "then": None if wake_at is None else milliseconds(wake_at),
            "arrived": claim.arrivals,
            "planner": self._planned_with,
            "rest": in_milliseconds(rest),
        }

        async def work(connection: AsyncConnection) -> int | None:
            if sent is not None:
                await connection.execute(SENT, _of(claim) | {"arrival": sent})
            await append(connection, claim.user, entries)
            return await self._change(connection, claim, self._statements.release, **until)

        due = await self._together.do(claim.user, work)
        return due is not None and due <= now

    async def put_back(self, claim: Claim, rest: timedelta) -> None:
        async with self._database.begin(is_brief=True) as connection:
            await self._change(connection, claim, self._statements.put_back, rest=in_milliseconds(rest))

    async def next_wake(self, now: datetime) -> datetime | None:
        async with self._database.begin(is_brief=True) as connection:
            wake_at = (await connection.execute(NEXT_WAKE, {"now": milliseconds(now)})).scalar()
        return None if wake_at is None else moment(wake_at)

    async def earliest_wake(self) -> datetime | None:
        """When the next user is due, 1970 for at once; None if nobody ever is."""
        async with self._database.begin(is_brief=True) as connection:
            wake_at = (await connection.execute(select(func.min(users.c.wake_at)))).scalar()
        return None if wake_at is None else moment(max(wake_at, 0))

    async def _hold_on(self, connection: AsyncConnection, claim: Claim) -> None:
        """The lease lasts its full time again. Raises LeaseLost."""
        await self._change(connection, claim, self._statements.hold_on)

    async def _change(
        self, connection: AsyncConnection, claim: Claim, statement: Update, **values: object
    ) -> int | None:
        """Change the user's own row, if it is still held. When they are due. Raises LeaseLost."""
        row = (await connection.execute(statement, self._even_time() | _held(claim) | values)).first()
        if row is None:
            raise LeaseLost(f"user {claim.user}")
        wake_at: int | None = row.wake_at
        return wake_at

    def _even_time(self) -> dict[str, object]:
        """Milliseconds, by the clock that leases and rests go by. PostgreSQL has its own."""
        return {} if self._database.is_postgresql else {"even_time": int(self._clock.elapsed() * 1000)}


def _of(claim: Claim) -> dict[str, object]:
    return {"owner": claim.user}


def _held(claim: Claim) -> dict[str, object]:
    return {"owner": claim.user, "token": claim.token}


def _due(wake_at: int) -> datetime | None:
    return moment(wake_at) if wake_at > 0 else None


def _answer(arrival: int, reply: Outgoing | None) -> dict[str, object]:
    return {
        "arrival": arrival,
        "answer": None if reply is None else encode_reply(reply),
        "is_answered": reply is not None,
    }


async def _give_up_oldest(connection: AsyncConnection, user: int) -> None:
    """The arrival that so many claims began with must not get one more: it counts as tried often enough, which gets it
    an apology; if that does not help either, or it is the reply that cannot be sent, it is put aside.
    """
    await connection.execute(GIVE_UP_OLDEST, {"owner": user})
    await connection.execute(COUNT_ANEW, {"owner": user})
