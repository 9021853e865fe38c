"""Users who write and workers who take turns, over a real database and a clock that stands still."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from itertools import count

from assistant.ports import Claim, Delivered, Outgoing
from rules.facts import Fact
from rules.journal import Entry
from storage.database import Database
from storage.inbox import SqlInbox
from storage.journals import SqlJournals
from storage.turns import LEASE, SqlTurns
from storage.users import SqlUsers

NOON = datetime(2026, 5, 4, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
DANA, ERIN = 11, 12
NOTED = Outgoing("Noted.")


class StillClock:
    """Shows what it is set to."""

    def __init__(self) -> None:
        self.shows = NOON

    def now(self) -> datetime:
        return self.shows


class World:
    """One database with its inbox and journals, and as many workers as a test calls for."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.clock = StillClock()
        self.inbox = SqlInbox(database, self.clock)
        self.journals = SqlJournals(database, default_zone="Europe/Berlin")
        self.users = SqlUsers(database)
        self._updates = count(100)
        self._runs = count(1)

    def worker(self, lease: timedelta = LEASE, planned_with: str | None = None) -> SqlTurns:
        return SqlTurns(self.database, self.clock, f"run{next(self._runs)}", planned_with, lease)

    async def hears(self, user: int, words: str, message: int | None = None, edited: bool = False) -> None:
        assert await self.inbox.put([Delivered(user, next(self._updates), words, message, edited)])

    async def next_turn(self, worker: SqlTurns) -> Claim:
        (claim,) = await worker.claim(self.clock.now(), 1)
        return claim

    async def sleeping(self, user: int, worker: SqlTurns, until: datetime | None) -> None:
        """A user who wrote once, was answered, and is to be woken then."""
        await self.hears(user, "Hello")
        claim = await self.next_turn(worker)
        (arrival,) = await worker.unread(claim, 10)
        await worker.settle(claim, arrival.number, (), None)
        await worker.release(claim, until)


def entries(*facts: Fact, source: int | None = None, start: int = 1) -> list[Entry]:
    return [Entry(number, NOON, fact, source) for number, fact in enumerate(facts, start)]


def words(arrivals: Iterable[object]) -> list[str]:
    return [arrival.update for arrival in arrivals]  # type: ignore[attr-defined]
