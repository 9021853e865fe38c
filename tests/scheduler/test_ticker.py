"""Whoever is due is woken: at the start, at a ring, at a beat; side by side, and whatever happens to the others."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta

import pytest
from apscheduler.schedulers import base as apscheduler_base

from assistant.ports import Claim, LeaseLost, OutOfReach
from scheduler.ticker import PAUSE_AFTER_ERROR, Ticker

NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)
NEVER = 3600.0
SOON = 0.05


class Noon:
    def now(self) -> datetime:
        return NOON


class FakeTurns:
    """Users who are due, in order; what is claimed leaves the queue."""

    def __init__(self, *due: int) -> None:
        self.due = list(due)
        self.limits: list[int] = []
        self.put_back: list[tuple[int, datetime]] = []
        self.troubles: list[Exception] = []
        self.claimed = asyncio.Event()

    async def claim(self, now: datetime, limit: int) -> Sequence[Claim]:
        self.limits.append(limit)
        self.claimed.set()
        if self.troubles:
            raise self.troubles.pop()
        taken, self.due = self.due[:limit], self.due[limit:]
        return [Claim(user, "token", 1) for user in taken]

    async def hold(self, claim: Claim, until: datetime) -> None:
        self.put_back.append((claim.user, until))

    async def release(self, claim: Claim, wake_at: datetime | None) -> None: ...


class Visits:
    """Who was woken; a user in `doors` stays until that door opens."""

    def __init__(self) -> None:
        self.woken: list[int] = []
        self.ended: list[int] = []
        self.doors: dict[int, asyncio.Event] = {}
        self.troubles: dict[int, Exception] = {}

    async def wake(self, claim: Claim) -> None:
        self.woken.append(claim.user)
        if claim.user in self.troubles:
            raise self.troubles[claim.user]
        if claim.user in self.doors:
            await self.doors[claim.user].wait()
        self.ended.append(claim.user)


async def until(is_so: Callable[[], bool]) -> None:
    async with asyncio.timeout(5):
        while not is_so():  # noqa: ASYNC110 - a short look, many things can become so
            await asyncio.sleep(0.001)


@asynccontextmanager
async def running(
    turns: FakeTurns, wake: Callable[[Claim], Awaitable[None]], tick: float = NEVER, slots: int = 8, patience: float = 5
) -> AsyncIterator[Ticker]:
    ticker = Ticker(turns, wake, Noon(), tick, slots, patience)  # type: ignore[arg-type]
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
        async def claim(self, now: datetime, limit: int) -> Sequence[Claim]:
            claims = await super().claim(now, limit)
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


async def test_one_who_takes_long_holds_up_nobody() -> None:
    turns, visits = FakeTurns(1, 2, 3, 4), Visits()
    door = visits.doors[1] = asyncio.Event()
    async with running(turns, visits.wake, slots=2):
        await until(lambda: visits.ended == [2, 3, 4])
        door.set()
    assert visits.ended == [2, 3, 4, 1]


async def test_one_whose_turn_breaks_rests_and_the_others_go_on() -> None:
    turns, visits = FakeTurns(1, 2), Visits()
    visits.troubles[1] = RuntimeError("broken")
    async with running(turns, visits.wake):
        await until(lambda: visits.ended == [2] and bool(turns.put_back))
    assert turns.put_back == [(1, NOON + PAUSE_AFTER_ERROR)]


async def test_a_lost_lease_is_left_to_whoever_has_it() -> None:
    turns, visits = FakeTurns(1, 2), Visits()
    visits.troubles[1] = LeaseLost()
    async with running(turns, visits.wake):
        await until(lambda: visits.ended == [2])
    assert turns.put_back == []


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
        async def release(self, claim: Claim, wake_at: datetime | None) -> None:
            if self.is_away:
                raise OutOfReach("away")
            self.due.append(claim.user)

    turns, visits = AwayForAWhile(1), Visits()
    turns.is_away, visits.troubles[1] = True, OutOfReach("away")
    async with running(turns, visits.wake) as ticker:
        await until(lambda: visits.woken == [1])
        visits.troubles.clear()
        for _ in range(3):
            ticker.ring()
            await asyncio.sleep(0)
        assert (visits.ended, turns.put_back) == ([], [])
        turns.is_away = False
        ticker.ring()
        await until(lambda: visits.ended == [1])
