"""Whoever is due is woken: at the start, at a ring, at a beat; side by side, and whatever happens to the others."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta

import pytest
from apscheduler.schedulers import base as apscheduler_base

from assistant.ports import Claim, Desk, LeaseLost, OutOfReach
from rules.journal import Journal
from scheduler.ticker import PAUSE_AFTER_ERROR, WITHOUT_LIMIT, Ticker, turns_at_once

NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)
NEVER = 3600.0
SOON = 0.05
WRITERS, NUDGED = 99, 101
"""Users up to 99 wrote, those beyond are to be nudged."""


class Noon:
    def now(self) -> datetime:
        return NOON

    def elapsed(self) -> float:
        return 0.0


class FakeTurns:
    """Users who are due, in order; what is claimed leaves the queue."""

    def __init__(self, *due: int) -> None:
        self.due = list(due)
        self.limits: list[int] = []
        self.rested: list[tuple[int, timedelta]] = []
        self.troubles: list[Exception] = []
        self.claimed = asyncio.Event()
        self.coming: datetime | None = None

    async def claim(self, now: datetime, limit: int, nudges_only: bool = False) -> Sequence[Claim]:
        self.limits.append(limit)
        self.claimed.set()
        if self.troubles:
            raise self.troubles.pop()
        taken = [user for user in self.due if user > WRITERS or not nudges_only][:limit]
        self.due = [user for user in self.due if user not in taken]
        return [Claim(user, "token", 1, lambda: Desk(Journal())) for user in taken]

    async def next_wake(self, now: datetime) -> datetime | None:
        return self.coming

    async def put_back(self, claim: Claim, rest: timedelta) -> None:
        self.rested.append((claim.user, rest))


class Visits:
    """Who was woken; a user in `doors` stays until that door opens."""

    def __init__(self) -> None:
        self.woken: list[int] = []
        self.ended: list[int] = []
        self.doors: dict[int, asyncio.Event] = {}
        self.troubles: dict[int, Exception] = {}
        self.again: dict[int, timedelta] = {}

    async def wake(self, claim: Claim) -> timedelta | None:
        self.woken.append(claim.user)
        if claim.user in self.troubles:
            raise self.troubles[claim.user]
        if claim.user in self.doors:
            await self.doors[claim.user].wait()
        self.ended.append(claim.user)
        return self.again.get(claim.user)


async def until(is_so: Callable[[], bool]) -> None:
    async with asyncio.timeout(5):
        while not is_so():  # noqa: ASYNC110 - a short look, many things can become so
            await asyncio.sleep(0.001)


@asynccontextmanager
async def running(
    turns: FakeTurns,
    wake: Callable[[Claim], Awaitable[timedelta | None]],
    tick: float = NEVER,
    slots: int = 8,
    kept_for_nudges: int = 0,
    patience: float = 5,
) -> AsyncIterator[Ticker]:
    ticker = Ticker(turns, wake, Noon(), tick, slots, kept_for_nudges, patience)  # type: ignore[arg-type]
    async with asyncio.timeout(10), asyncio.TaskGroup() as group:
        group.create_task(ticker.run())
        yield ticker
        ticker.stop()


async def test_whoever_is_due_at_the_start_is_woken_at_once() -> None:
    turns, visits = FakeTurns(1, 2), Visits()
    async with running(turns, visits.wake):
        await until(lambda: visits.ended == [1, 2])


async def test_a_ring_wakes_without_waiting_for_the_beat() -> None:
    turns, visits = FakeTurns(), Visits()
    async with running(turns, visits.wake) as ticker:
        await turns.claimed.wait()
        turns.due.append(3)
        ticker.ring()
        await until(lambda: visits.ended == [3])


async def test_the_beat_wakes_without_a_ring() -> None:
    turns, visits = FakeTurns(), Visits()
    async with running(turns, visits.wake, tick=SOON):
        await turns.claimed.wait()
        turns.due.append(3)
        await until(lambda: visits.ended == [3])


async def test_a_ring_during_a_claim_is_not_lost() -> None:
    visits = Visits()

    class RungWhileClaiming(FakeTurns):
        async def claim(self, *what) -> Sequence[Claim]:
            claims = await super().claim(*what)
            if len(self.limits) == 1:
                self.due.append(4)
                ticker.ring()
            return claims

    async with running(RungWhileClaiming(), visits.wake) as ticker:
        await until(lambda: visits.ended == [4])


async def test_more_than_the_slots_hold_go_on_as_slots_become_free() -> None:
    turns, visits = FakeTurns(*range(20)), Visits()
    async with running(turns, visits.wake, slots=3):
        await until(lambda: visits.ended == list(range(20)))
    assert max(turns.limits) == 3


async def test_turns_that_end_during_a_claim_leave_nobody_waiting_for_the_beat() -> None:
    visits = Visits()
    door = visits.doors[0] = asyncio.Event()

    class EndedWhileClaiming(FakeTurns):
        async def claim(self, *what) -> Sequence[Claim]:
            claims = await super().claim(*what)
            if len(self.limits) == 2:
                door.set()
                await until(lambda: 0 in visits.ended)
            return claims

    async with running(EndedWhileClaiming(*range(8)), visits.wake, slots=2):
        await until(lambda: sorted(visits.ended) == list(range(8)))


async def test_whoever_is_due_before_the_next_beat_is_woken_at_that_moment() -> None:
    turns, visits = FakeTurns(), Visits()
    turns.coming = NOON + timedelta(milliseconds=5)
    async with running(turns, visits.wake):
        await turns.claimed.wait()
        turns.due.append(3)
        await until(lambda: visits.ended == [3])


async def test_one_who_takes_long_holds_up_nobody() -> None:
    turns, visits = FakeTurns(1, 2, 3, 4), Visits()
    door = visits.doors[1] = asyncio.Event()
    async with running(turns, visits.wake, slots=2):
        await until(lambda: visits.ended == [2, 3, 4])
        door.set()
    assert visits.ended == [2, 3, 4, 1]


async def test_some_slots_are_kept_for_nudges_and_taken_when_all_others_are_full() -> None:
    turns, visits = FakeTurns(1, 2, NUDGED, NUDGED + 1), Visits()
    for user in (1, 2, NUDGED):
        visits.doors[user] = asyncio.Event()
    async with running(turns, visits.wake, slots=3, kept_for_nudges=1):
        await until(lambda: visits.woken == [1, 2, NUDGED])
        visits.doors[NUDGED].set()
        await until(lambda: visits.ended == [NUDGED, NUDGED + 1])
        for door in visits.doors.values():
            door.set()


async def test_whoever_has_more_to_hear_is_looked_at_again_after_a_rest() -> None:
    turns, visits = FakeTurns(1), Visits()
    visits.again[1] = timedelta(milliseconds=1)
    door = visits.doors[1] = asyncio.Event()
    async with running(turns, visits.wake):
        await until(lambda: visits.woken == [1])
        turns.due.append(2)
        door.set()
        await until(lambda: visits.ended == [1, 2])


async def test_one_whose_turn_breaks_rests_and_the_others_go_on() -> None:
    turns, visits = FakeTurns(1, 2), Visits()
    visits.troubles[1] = RuntimeError("broken")
    async with running(turns, visits.wake):
        await until(lambda: visits.ended == [2] and bool(turns.rested))
    assert turns.rested == [(1, PAUSE_AFTER_ERROR)]


async def test_a_lost_lease_is_left_to_whoever_has_it() -> None:
    turns, visits = FakeTurns(1, 2), Visits()
    visits.troubles[1] = LeaseLost()
    async with running(turns, visits.wake):
        await until(lambda: visits.ended == [2])
    assert turns.rested == []


async def test_a_database_that_fails_is_asked_again() -> None:
    turns, visits = FakeTurns(1), Visits()
    turns.troubles = [OSError("gone"), OSError("gone")]
    async with running(turns, visits.wake, tick=SOON):
        await until(lambda: visits.ended == [1])


async def test_stopping_waits_for_the_turns_under_way_and_claims_nobody_else() -> None:
    turns, visits = FakeTurns(1), Visits()
    door = visits.doors[1] = asyncio.Event()
    async with running(turns, visits.wake) as ticker:
        await until(lambda: visits.woken == [1])
        turns.due.append(2)
        ticker.stop()
        door.set()
    assert visits.ended == [1]
    assert visits.woken == [1]


async def test_stopping_does_not_wait_for_ever() -> None:
    turns, visits = FakeTurns(1), Visits()
    visits.doors[1] = asyncio.Event()
    async with running(turns, visits.wake, patience=0):
        await until(lambda: visits.woken == [1])
    assert visits.ended == []


class WallClock(datetime):
    """The machine's clock as APScheduler reads it, set forward or back."""

    shift = timedelta()

    @classmethod
    def now(cls, tz=None):
        return datetime.now(tz) + cls.shift  # noqa: TID251


@pytest.mark.parametrize("jump", [timedelta(days=-30), timedelta(days=365 * 5)], ids=["back", "forward"])
async def test_the_beat_goes_on_when_the_wall_clock_jumps(jump: timedelta, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apscheduler_base, "datetime", WallClock)
    monkeypatch.setattr(WallClock, "shift", timedelta())
    turns, visits = FakeTurns(), Visits()
    async with running(turns, visits.wake, tick=SOON):
        await turns.claimed.wait()
        WallClock.shift = jump
        seen = len(turns.limits)
        await until(lambda: len(turns.limits) >= seen + 3)
        turns.due.append(5)
        await until(lambda: visits.ended == [5])


async def test_a_turn_that_the_database_was_not_there_for_is_due_at_once_when_it_is_back() -> None:
    class AwayForAWhile(FakeTurns):
        is_away = True

        async def put_back(self, claim: Claim, rest: timedelta) -> None:
            if self.is_away:
                raise OutOfReach("away")
            await super().put_back(claim, rest)
            self.due.append(claim.user)

    turns, visits = AwayForAWhile(1), Visits()
    visits.troubles[1] = OutOfReach("away")
    async with running(turns, visits.wake) as ticker:
        await until(lambda: visits.woken == [1])
        visits.troubles.clear()
        for _ in range(3):
            ticker.ring()
            await asyncio.sleep(0)
        assert turns.rested == []
        turns.is_away = False
        ticker.ring()
        await until(lambda: visits.ended == [1])
    assert turns.rested == [(1, timedelta(0))]


def test_no_more_turns_are_under_way_than_the_rate_needs() -> None:
    assert turns_at_once(30) == 5
    assert turns_at_once(1) == 2, "one of them is kept for nudges"
    assert turns_at_once(0) == turns_at_once(1000) == WITHOUT_LIMIT
