"""Time in: wakes whoever is due, a few users at once."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from datetime import timedelta
from math import ceil

import structlog

from assistant.ports import NO_TIME, Claim, Clock, LeaseLost, OutOfReach, Turns
from scheduler.pulse import Pulse

log = structlog.get_logger()

SENDING_SECONDS = 1 / 6
WITHOUT_LIMIT = 16
"""More than these at once make the HTTP client slower, not faster."""
KEPT_FOR_NUDGES = 1
PAUSE_AFTER_ERROR = timedelta(minutes=1)
LONGEST_DELAY_SECONDS = 1.0
STUCK_SECONDS = 60


def turns_at_once(sends_per_second: int) -> int:
    """Enough to send so many messages a second (0: without a limit) though each is under way for a sixth of one.

    And no more: each of them is in doubt when the program is killed.
    """
    needed = ceil(sends_per_second * SENDING_SECONDS) if sends_per_second else WITHOUT_LIMIT
    return min(max(needed, KEPT_FOR_NUDGES + 1), WITHOUT_LIMIT)


class Pool:
    """A number of turns that may be under way at once. With `nudges_only`, who wrote has to wait for another pool."""

    def __init__(self, size: int, *, nudges_only: bool = False) -> None:
        self.size = size
        self.nudges_only = nudges_only
        self.turns: set[asyncio.Task[None]] = set()
        self.somebody_waits = False

    @property
    def free(self) -> int:
        return self.size - len(self.turns)


class Ticker:
    """Claims users that are due and wakes them, each in a task of its own, at most `slots` at a time.

    It claims at every beat, when the next user is due, whenever it is rung, and when a turn has ended that leaves
    something to do. A user is never claimed twice at once (the lease sees to that), so a chatty one takes one slot and
    holds up nobody. Who wrote comes before who is to be nudged; some slots are kept for nudges, so that much talk does
    not silence them.
    """

    def __init__(
        self,
        turns: Turns,
        wake: Callable[[Claim], Awaitable[timedelta | None]],
        clock: Clock,
        tick_seconds: float = 5.0,
        slots: int = WITHOUT_LIMIT,
        kept_for_nudges: int = KEPT_FOR_NUDGES,
        patience_seconds: float = 8.0,
    ) -> None:
        """`wake` tells how long from now to look at the user again, None to wait for the beat.

        `patience_seconds` is how long stopping waits for the turns under way.
        """
        self._turns = turns
        self._wake = wake
        self._clock = clock
        self._pools = (Pool(slots - kept_for_nudges), Pool(kept_for_nudges, nudges_only=True))
        self._patience = patience_seconds
        self._tick = timedelta(seconds=tick_seconds)
        self._longest_silence = tick_seconds + min(tick_seconds / 5, LONGEST_DELAY_SECONDS)
        self._bell = asyncio.Event()
        self._pulse = Pulse(tick_seconds, self._beat)
        self._is_beat = False
        self._cut_off: list[Claim] = []
        self._is_stopping = False
        self._looked_at = clock.elapsed()

    @property
    def is_busy(self) -> bool:
        """Whether a turn is under way."""
        return any(pool.turns for pool in self._pools)

    @property
    def is_beating(self) -> bool:
        """Whether it has looked lately who is due; if not, it is stuck."""
        return self._clock.elapsed() - self._looked_at < self._longest_silence + STUCK_SECONDS

    def ring(self) -> None:
        """Somebody may be due: look now instead of at the next beat."""
        self._bell.set()

    def _beat(self) -> None:
        self._is_beat = True
        self._bell.set()

    def stop(self) -> None:
        """Claim nobody else; `run` returns when the turns under way have ended, or its patience has."""
        self._is_stopping = True
        self._bell.set()

    async def run(self) -> None:
        """Until `stop`, or until cancelled, which cancels the turns under way too."""
        async with asyncio.TaskGroup() as group:
            self._pulse.start()
            try:
                while await self._is_rung():
                    await self._fill(group)
                    if self._is_beat:
                        self._is_beat = False
                        await self._foresee()
            finally:
                self._pulse.stop()
            await self._finish()

    async def _is_rung(self) -> bool:
        """Wait for the bell; False when it is time to stop.

        The bell is cleared before anything is claimed: what becomes due during a claim rings it again.
        """
        try:
            async with asyncio.timeout(self._longest_silence):
                await self._bell.wait()
        except TimeoutError:
            self._pulse.rearm()
        self._bell.clear()
        self._looked_at = self._clock.elapsed()
        return not self._is_stopping

    async def _fill(self, group: asyncio.TaskGroup) -> None:
        """Give the pools what is due. The second one is for what the first has no room for.

        Where a pool got all that it asked for, somebody may be waiting for the next slot: one that became free during
        the claim, or will.
        """
        for pool in self._pools:
            asked = pool.free
            claims = await self._claim(pool, asked)
            for claim in claims:
                self._start(group, pool, claim)
            pool.somebody_waits = len(claims) == asked
            if not pool.somebody_waits:
                return
            if pool.free:
                self._bell.set()

    async def _foresee(self) -> None:
        """Ring for whoever is due before the next beat, at that very moment."""
        now = self._clock.now()
        try:
            coming = await self._turns.next_wake(now)
        except Exception as error:
            log.error("nobody_foreseen", exc_info=error)
            return
        if coming is not None and coming - now < self._tick:
            asyncio.get_running_loop().call_later((coming - now).total_seconds(), self.ring)

    async def _claim(self, pool: Pool, limit: int) -> Sequence[Claim]:
        if not limit:
            return ()
        try:
            await self._give_back()
            return await self._turns.claim(self._clock.now(), limit, pool.nudges_only)
        except OutOfReach as error:
            log.warning("nobody_claimed", reason=str(error))
        except Exception as error:
            log.error("claim_failed", exc_info=error)
        return ()

    def _start(self, group: asyncio.TaskGroup, pool: Pool, claim: Claim) -> None:
        turn = group.create_task(self._take(claim))
        pool.turns.add(turn)
        turn.add_done_callback(lambda turn: self._end(pool, turn))

    def _end(self, pool: Pool, turn: asyncio.Task[None]) -> None:
        pool.turns.discard(turn)
        if pool.somebody_waits:
            self._bell.set()

    async def _take(self, claim: Claim) -> None:
        try:
            again = await self._wake(claim)
        except LeaseLost:
            log.info("lease_lost", user=claim.user)
        except OutOfReach as error:
            log.warning("turn_cut_off", user=claim.user, reason=str(error))
            self._cut_off.append(claim)
        except Exception as error:
            log.error("turn_failed", user=claim.user, exc_info=error)
            await self._put_back(claim)
        else:
            if again is not None:
                asyncio.get_running_loop().call_later(again.total_seconds(), self.ring)

    async def _give_back(self) -> None:
        """End the turns that the database was not there for: what is left of them is due at once. Raises OutOfReach."""
        while self._cut_off:
            claim = self._cut_off.pop()
            try:
                await self._turns.put_back(claim, NO_TIME)
            except LeaseLost:
                log.debug("turn_was_over", user=claim.user)
            except OutOfReach:
                self._cut_off.append(claim)
                raise

    async def _put_back(self, claim: Claim) -> None:
        """Give up a turn that broke, and let it rest: whatever broke it would break it again at once."""
        try:
            await self._turns.put_back(claim, PAUSE_AFTER_ERROR)
        except LeaseLost:
            log.debug("turn_was_over", user=claim.user)
        except Exception as error:
            log.error("put_back_failed", user=claim.user, exc_info=error)

    async def _finish(self) -> None:
        under_way = [turn for pool in self._pools for turn in pool.turns]
        if under_way:
            _, late = await asyncio.wait(under_way, timeout=self._patience)
            for turn in late:
                turn.cancel()
