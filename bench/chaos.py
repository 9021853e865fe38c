"""The long kill test: run as `python -m bench.chaos [seed]`, prints its table; not 0 if anything is lost or doubled."""

import argparse
import asyncio
import os
import platform
import random
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager, nullcontext
from dataclasses import dataclass, replace
from pathlib import Path

from bench.books import Account, Books
from bench.load import Load
from bench.postgresql import MortalServer, mortal_server
from bench.program import AFTERWORD, Worker, environment
from bench.storm import MONDAY, Storm
from bench.wall_clock import WallClock
from bot.settings import Settings
from scheduler.ticker import turns_at_once
from simulator import LocalTelegram
from simulator.checking import checked
from tests.databases import ServerClock

DATABASES = {"SQLite": 1, "PostgreSQL": 2}
AT_ONCE = turns_at_once(Settings.model_fields["sends_per_second"].default)
"""How many workers each gets."""


@dataclass(frozen=True)
class Measure:
    """How hard it blows."""

    kills: int
    people: int
    messages_a_second: float
    longest_spell: float
    """Of a lock or a full disk, in seconds; SQLite waits for five."""
    is_installed: bool
    """The installed program where a C compiler is found, else the program with a clock put in."""


LONG = Measure(kills=200, people=1000, messages_a_second=5, longest_spell=8, is_installed=True)


@dataclass(frozen=True)
class Outcome:
    storm: Storm
    account: Account
    seconds: float

    @property
    def complaints(self) -> list[str]:
        """What must not be, however slow the machine is."""
        wrong = [f"wrong call: {each.method}, {each.description}" for each in self.storm.telegram.violations]
        return [*self.account.complaints, *wrong]

    @property
    def interruptions(self) -> int:
        """How often something struck a process of the bot."""
        return sum(each.workers for each in self.storm.books.interruptions)

    def rows(self) -> dict[str, str]:
        account, struck = self.account, self.storm.struck
        return {
            "processes of the bot": f"{len(self.storm.workers)}",
            "kills of the bot's processes": f"{struck['bot']}",
            "kills of the database server": f"{struck['server']}",
            "spells of a locked database": f"{struck['lock']}",
            "spells of a full disk": f"{struck['full disk']}",
            "jumps of the wall clock": f"{self.storm.clock.jumps}",
            "messages": f"{account.messages}",
            "replies": f"{account.replies}",
            "nudges": f"{account.nudges}",
            "lost": f"{len(account.lost)}",
            "doubled": f"{len(account.doubled)}",
            "out of order": f"{len(account.disorder)}",
            "twice because in flight at a kill or failure": f"{account.in_flight} at {self.interruptions} of these",
            "most of these at one kill, per process": f"{account.most_in_flight}",
            "came though Telegram answered with a fault, then once more": f"{account.ambiguous}",
            "seconds": f"{self.seconds:.0f}",
        }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("seed", type=int, nargs="?", default=random.randrange(10**6))
    parser.add_argument("--kills", type=int, default=LONG.kills)
    parser.add_argument("--only", choices=DATABASES)
    arguments = parser.parse_args()
    measure = replace(LONG, kills=arguments.kills)
    _tell(f"Seed {arguments.seed}; `python -m bench.chaos {arguments.seed}` plays the same storm again.")
    outcomes = asyncio.run(storms([arguments.only] if arguments.only else list(DATABASES), measure, arguments.seed))
    for name, outcome in outcomes.items():
        _tell(*(f"{name}: {complaint}" for complaint in outcome.complaints))
    sys.stdout.write(report(outcomes, arguments.seed))
    sys.exit(not all(map(is_well, outcomes.values())))


def is_well(outcome: Outcome) -> bool:
    """Nothing lost, nothing twice, but for what a process had under way at a kill or failure, one message a turn."""
    return not outcome.complaints and outcome.account.most_in_flight <= AT_ONCE


async def storms(databases: Sequence[str], measure: Measure, seed: int) -> dict[str, Outcome]:
    """One after the other: two skies in one process are more than it can hold up."""
    return {database: await storm(database, measure, seed) for database in databases}


async def storm(database: str, measure: Measure, seed: int) -> Outcome:
    """One database's storm, with everything it needs in a temporary folder."""
    began = time.perf_counter()
    with tempfile.TemporaryDirectory(prefix="afterword-chaos-") as folder, _server(database, Path(folder)) as server:
        async with _sky(database, measure, seed, Path(folder), server) as over:
            account = await over.rage(measure.kills, measure.messages_a_second)
        return Outcome(over, account, time.perf_counter() - began)


@asynccontextmanager
async def _sky(
    database: str, measure: Measure, seed: int, folder: Path, server: MortalServer | None
) -> AsyncIterator[Storm]:
    """Whom it is over: a local Telegram, people, and processes of the bot that are not running yet."""
    file = folder / "afterword.db"
    url = server.url if server else f"sqlite+aiosqlite:///{file}"
    async with LocalTelegram(checked) as telegram:
        clock = WallClock(telegram.clock, folder / "ahead", MONDAY)
        command = clock.command(AFTERWORD) if measure.is_installed else clock.injected()
        told = environment(telegram, url, TICK_SECONDS="0.5") | command.environment
        workers = [Worker(told, folder, f"worker-{n}", command.words) for n in range(DATABASES[database])]
        load = Load.of(telegram, measure.people, seed)
        try:
            yield Storm(
                telegram,
                workers,
                clock,
                ServerClock(url),
                load,
                Books(telegram, load),
                random.Random(seed),
                measure.longest_spell,
                server,
                None if server else file,
            )
        finally:
            for worker in workers:
                await worker.kill()


@contextmanager
def _server(database: str, folder: Path) -> Iterator[MortalServer | None]:
    with mortal_server(folder / "postgresql") if database == "PostgreSQL" else nullcontext() as server:
        yield server


def report(outcomes: dict[str, Outcome], seed: int) -> str:
    """As Markdown."""
    columns = [outcome.rows() for outcome in outcomes.values()]
    lines = [f"| {name} | {' | '.join(column[name] for column in columns)} |" for name in columns[0]]
    how = next(iter(outcomes.values())).storm.clock.moved_by
    return "\n".join(
        [
            f"# Killed {sum(outcome.storm.struck['bot'] for outcome in outcomes.values())} times\n",
            f"Seed {seed}; {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}; {how}.\n",
            f"| | {' | '.join(outcomes)} |",
            f"|---|{'---|' * len(outcomes)}",
            *lines,
            "",
        ]
    )


def _tell(*lines: str) -> None:
    for line in lines:
        print(line, file=sys.stderr)  # noqa: T201 - a program


if __name__ == "__main__":
    main()
