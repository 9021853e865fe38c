"""Users who write and workers who take turns, over a real database and a clock that stands still."""

from datetime import UTC, datetime, timedelta
from itertools import count

from assistant.ports import Claim, Delivered, Desk, Outgoing
from rules.facts import Fact
from rules.journal import Entry
from storage.database import Database
from storage.desks import desks
from storage.inbox import SqlInbox
from storage.journals import SqlJournals
from storage.turns import LEASE, SqlTurns
from storage.users import SqlUsers
from tests.databases import ServerClock

NOON = datetime(2026, 5, 4, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
DANA, ERIN = 11, 12
NOTED = Outgoing("Noted.")


class StillClock:
    """Shows what it is set to; time passes when it is told to."""

    def __init__(self) -> None:
        self.shows = NOON
        self.passed = timedelta(0)

    def now(self) -> datetime:
        return self.shows

    def elapsed(self) -> float:
        return self.passed.total_seconds()


class World:
    """One database with its inbox and journals, and as many workers as a test calls for."""

    def __init__(self, database: Database, server_clock: ServerClock | None = None) -> None:
        self.database = database
        self._server_clock = server_clock
        self.clock = StillClock()
        self.inbox = SqlInbox(database, self.clock)
        self.journals = SqlJournals(database, default_zone="Europe/Berlin")
        self.users = SqlUsers(database)
        self._updates = count(100)
        self._runs = count(1)

    def worker(
        self, lease: timedelta = LEASE, planned_with: str | None = None, allowed: frozenset[int] | None = None
    ) -> SqlTurns:
        run = f"run{next(self._runs)}"
        return SqlTurns(self.database, self.clock, run, "Europe/Berlin", planned_with, lease, allowed)

    async def hears(self, user: int, words: str, message: int | None = None, edited: bool = False) -> None:
        assert await self.inbox.put([Delivered(user, next(self._updates), words, message, edited)])

    async def time_passes(self, by: timedelta) -> None:
        """For whatever goes on evenly: a process, the database's server."""
        self.clock.passed += by
        if self._server_clock:
            await self._server_clock.advance(by)

    async def next_turn(self, worker: SqlTurns) -> Claim:
        (claim,) = await worker.claim(self.clock.now(), 1)
        return claim

    async def sleeping(self, user: int, worker: SqlTurns, until: datetime | None) -> None:
        """A user who wrote once, was answered, and is to be woken then."""
        await self.hears(user, "Hello")
        claim = await self.next_turn(worker)
        await worker.settle(claim, unanswered(claim), ())
        await worker.release(claim, until)

    async def desk(self, user: int) -> Desk:
        """What lies there for the next to take the user's turn."""
        async with self.database.begin() as connection:
            return (await desks(connection, [user], "Europe/Berlin", NOON))[user]()


def answered(claim: Claim, reply: Outgoing | None = NOTED) -> list[tuple[int, Outgoing | None]]:
    """Every message that was unread when the user was claimed, with the reply to it."""
    return [(arrival.number, reply) for arrival in claim.desk().unread]


def unanswered(claim: Claim) -> list[tuple[int, Outgoing | None]]:
    return answered(claim, None)


def first_unread(claim: Claim) -> int:
    return claim.desk().unread[0].number


def entries(*facts: Fact, source: int | None = None, start: int = 1) -> list[Entry]:
    return [Entry(number, NOON, fact, source) for number, fact in enumerate(facts, start)]


def words(desk: Desk) -> list[str]:
    """What the user wrote that nobody has dealt with."""
    return [arrival.update for arrival in desk.unread]
