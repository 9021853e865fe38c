"""What Afterword is compared with: one job for each nudge in APScheduler's SQLAlchemyJobStore.

Set up as its user guide does (https://apscheduler.readthedocs.io/en/3.x/userguide.html, "Configuring the scheduler"),
with `misfire_grace_time=None`, without which it drops what is a second late ("Missed job executions and coalescing").
The job knows its text beforehand, so nothing is planned anew as it is sent. Its store is synchronous and wants a driver
for PostgreSQL that Afterword does not install: it is measured on SQLite.
"""

import asyncio
import os
import pickle
from collections.abc import Iterable
from datetime import datetime
from itertools import islice
from typing import Any

from apscheduler.jobstores.sqlalchemy import SQLAlchemyJobStore
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.date import DateTrigger
from telegram.constants import ParseMode

from bench.job_queue import AnyApplication, described, polling
from bench.probe import probing

RUNNING: list[AnyApplication] = []
EVEN_LATE = {"misfire_grace_time": None}
BATCH = 10_000


async def send(user: int, text: str) -> None:
    """The job."""
    await RUNNING[0].bot.send_message(user, text, parse_mode=ParseMode.HTML)


def jobs_at(url: str) -> AsyncIOScheduler:
    return AsyncIOScheduler(jobstores={"default": SQLAlchemyJobStore(url=url)}, job_defaults=EVEN_LATE, timezone="UTC")


async def store_jobs(url: str, text: str, when: Iterable[tuple[int, datetime]]) -> None:
    """A job for each of these users, in place of the one they had: what `add_job` stores of one, and copies of it."""
    store = SQLAlchemyJobStore(url=url)
    scheduler = jobs_at(url)
    scheduler.start(paused=True)
    job = scheduler.add_job(send, "date", args=(0, text))
    state: dict[str, Any] = job.__getstate__()
    job.remove()
    scheduler.shutdown(wait=False)
    with store.engine.begin() as connection:
        rows = (_row(state, user, at, text) for user, at in when)
        while batch := list(islice(rows, BATCH)):
            connection.execute(store.jobs_t.insert().prefix_with("OR REPLACE"), batch)
    store.shutdown()


def _row(state: dict[str, Any], user: int, at: datetime, text: str) -> dict[str, object]:
    changed = state | {"id": str(user), "args": (user, text), "trigger": DateTrigger(at), "next_run_time": at}
    job_state = pickle.dumps(changed, pickle.HIGHEST_PROTOCOL)
    return {"id": str(user), "next_run_time": at.timestamp(), "job_state": job_state}


def serve() -> None:
    """Until SIGTERM."""
    asyncio.run(_serve(described().build()))


async def _serve(bot: AnyApplication) -> None:
    RUNNING.append(bot)
    scheduler = jobs_at(os.environ["DATABASE_URL"])
    async with bot, polling(bot) as told, probing():
        scheduler.start()
        await told()
        scheduler.shutdown(wait=False)
