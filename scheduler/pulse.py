"""The beat: one APScheduler job that calls every few seconds, and once at the start."""

from collections.abc import Callable
from datetime import datetime, timedelta

from apscheduler.job import Job
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.base import BaseTrigger


class EveryFewSeconds(BaseTrigger):  # type: ignore[misc]  # APScheduler is untyped
    """Now, and then a fixed time after the present.

    APScheduler's own interval counts from the previous run instead: after the wall clock was set forward by a year it
    would list millions of missed runs, one by one, before it went on.
    """

    def __init__(self, seconds: float) -> None:
        self._interval = timedelta(seconds=seconds)

    def get_next_fire_time(self, previous_fire_time: datetime | None, now: datetime) -> datetime:
        return now if previous_fire_time is None else now + self._interval


class Pulse:
    """Calls `beat` every `seconds`, by APScheduler and therefore by the wall clock; see `rearm`."""

    def __init__(self, seconds: float, beat: Callable[[], None]) -> None:
        self._beat = beat
        self._every = EveryFewSeconds(seconds)
        self._scheduler = AsyncIOScheduler(timezone="UTC")
        self._job: Job | None = None

    def start(self) -> None:
        self._job = self._scheduler.add_job(
            self._run, self._every, coalesce=True, max_instances=1, misfire_grace_time=None
        )
        self._scheduler.start()

    def rearm(self) -> None:
        """Beat now and go on from here: a wall clock set back by days would leave the job asleep for days."""
        if self._job is not None:
            self._job.reschedule(self._every)

    def stop(self) -> None:
        if self._job is not None:
            self._job.remove()
            self._scheduler.shutdown(wait=False)
            self._job = None

    async def _run(self) -> None:
        self._beat()
