"""A long life: `python -m bench.soak [seed]` has 200 people look for a job for a year; not 0 if a promise is broken."""

import argparse
import asyncio
import os
import platform
import random
import sqlite3
import sys
import tempfile
import time
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bench.fuzzed import UNDONE
from bench.year import ERRORS, Year, year
from bot.memory import share_one_heap

START = datetime(2026, 1, 5, 6, tzinfo=UTC)
A_MONTH = timedelta(days=365) / 12
DAY_IN_MILLISECONDS = 24 * 60 * 60 * 1000
MOST_GROWTH = 1.05
"""Of the memory, from the end of the first month to the end of the year."""
KEPT_TOO_LONG = """
    SELECT count(*) FROM messages m JOIN users u ON u.id = m.user_id
    WHERE m."update" != '{}' AND m.received_at < :now - (u.days_kept + 1) * :day
"""
WORDS = """SELECT count(*) FILTER (WHERE "update" != '{}'), count(*), sum(length("update")) FROM messages"""
SIZES = """
    SELECT tbl_name, sum(pgsize) FROM dbstat d JOIN sqlite_master m ON m.name = d.name GROUP BY 1 ORDER BY 2 DESC
"""


@dataclass(frozen=True)
class Soaked:
    """What a long life came to: `memory` in megabytes at the end of each month, sizes in bytes."""

    year: Year
    days: int
    seconds: float
    file_size: int
    sizes: dict[str, int]
    words: tuple[int, int, int]
    kept_too_long: int
    undone: int

    @property
    def is_flat(self) -> bool:
        """Whether memory is at the end what it was after the first month."""
        return self.year.memory[-1] <= MOST_GROWTH * self.year.memory[0]

    @property
    def complaints(self) -> list[str]:
        """Whatever was promised and not kept."""
        told = self.year
        wrong = [f"logged {entry['event']}" for entry in told.log if entry["log_level"] in ERRORS]
        wrong += [f"{self.kept_too_long} messages kept too long"] * (self.kept_too_long > 0)
        wrong += [f"{self.undone} messages unread or replies owed"] * (self.undone > 0)
        return [*wrong, *told.complaints, *told.nudging.complaints]


async def soaked(people: int, days: int, seed: int) -> Soaked:
    """So many people for so many days, on an SQLite file in a temporary folder."""
    until, began = START + timedelta(days=days), time.perf_counter()
    with tempfile.TemporaryDirectory(prefix="afterword-soak-") as folder:
        file = Path(folder) / "afterword.db"
        async with year(file, people, START, until, seed) as passing:
            await passing.passes(until, A_MONTH)
        with closing(sqlite3.connect(file)) as database:
            now = {"now": until.timestamp() * 1000, "day": DAY_IN_MILLISECONDS}
            return Soaked(
                passing,
                days,
                time.perf_counter() - began,
                file.stat().st_size,
                dict(database.execute(SIZES).fetchall()),
                database.execute(WORDS).fetchone(),
                database.execute(KEPT_TOO_LONG, now).fetchone()[0],
                database.execute(UNDONE).fetchone()[0],
            )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("seed", type=int, nargs="?", default=random.randrange(10**6))
    parser.add_argument("--people", type=int, default=200)
    parser.add_argument("--days", type=int, default=365)
    arguments = parser.parse_args()
    share_one_heap()
    life = asyncio.run(soaked(arguments.people, arguments.days, arguments.seed))
    sys.stdout.write(report(life, arguments.seed))
    sys.exit(bool(life.complaints) or not life.is_flat)


def report(life: Soaked, seed: int) -> str:
    """As Markdown."""
    rows = "\n".join(f"| {name} | {value} |" for name, value in _rows(life).items())
    machine = f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    title = f"# {len(life.year.seekers)} people look for a job for {life.days} days\n\nSeed {seed}; {machine}.\n"
    broken = "\n".join(f"* {each}" for each in life.complaints) or "None of the promises was broken."
    return f"{title}\n| | |\n|---|---|\n{rows}\n\n{broken}\n"


def _rows(life: Soaked) -> dict[str, str]:
    counted, nudging, people = life.year.counted, life.year.nudging, len(life.year.seekers)
    memory = life.year.memory
    kept, messages, words = life.words
    return {
        "messages, each answered": f"{counted['messages']}",
        "presses of buttons, each answered": f"{counted['presses']}",
        "nudges, each held against the advice of its moment": f"{counted['nudges']}",
        "what they were about": ", ".join(f"{rule} {number}" for rule, number in nudging.steps.most_common()),
        "nudges for one person, on the day with most": f"{max(nudging.on_a_day.values(), default=0)}",
        "resident memory after the first month, MB, with the local Telegram": f"{memory[0]:.0f}",
        "the same at the end": f"{memory[-1]:.0f}",
        "the highest of all months": f"{max(memory):.0f}",
        "database at the end, bytes": f"{life.file_size}",
        "per person": f"{life.file_size // people}",
        "of that, with their indexes": ", ".join(f"{table} {size // people}" for table, size in life.sizes.items()),
        "messages kept word for word at the end, of all": f"{kept} of {messages}, {words} bytes",
        "kept longer than their users want": f"{life.kept_too_long}",
        "seconds": f"{life.seconds:.0f}",
    }


if __name__ == "__main__":
    main()
