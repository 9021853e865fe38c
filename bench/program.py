"""The installed program as processes of the operating system, for tests and benchmarks: started, killed, measured."""

import asyncio
import os
import signal
import sys
from asyncio.subprocess import Process
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from pydantic import SecretStr

from bot.settings import Settings
from simulator import LocalTelegram

AFTERWORD = Path(sys.executable).with_name("afterword")
PATIENCE_SECONDS = 60


class Ended(Exception):
    """The program has ended by itself; the end of its log says why."""


def environment(telegram: LocalTelegram, url: str, **more: str) -> dict[str, str]:
    """What `afterword run` needs to talk to this Telegram and keep its things in this database."""
    return {
        "PATH": os.environ["PATH"],
        "TELEGRAM_BOT_TOKEN": telegram.token,
        "TELEGRAM_API_URL": telegram.url,
        "DATABASE_URL": url,
        **more,
    }


def settings_for(telegram: LocalTelegram, file: Path, **more: Any) -> Settings:
    """The same for a program within this process, on an SQLite file, without a limit to what it sends."""
    return Settings(
        _env_file=None,
        telegram_bot_token=SecretStr(telegram.token),
        telegram_api_url=telegram.url,
        database_url=f"sqlite+aiosqlite:///{file}",
        sends_per_second=0,
        **more,
    )


class Worker:
    """`afterword run`, or another command, with this environment in this folder: as often as it takes, one at a time.

    Several of them share a PostgreSQL database; SQLite allows one. The log of all its runs is in `log`.
    """

    def __init__(
        self,
        environment: Mapping[str, str],
        folder: Path,
        name: str = "worker",
        command: Sequence[str | Path] = (AFTERWORD, "run"),
    ) -> None:
        self.log = folder / f"{name}.log"
        self._environment = environment
        self._folder = folder
        self._command = command
        self._process: Process | None = None

    @property
    def is_running(self) -> bool:
        return self._process is not None and self._process.returncode is None

    @property
    def has_ended(self) -> bool:
        """By whatever cause."""
        return self._process is not None and self._process.returncode is not None

    @property
    def pid(self) -> int:
        return self._running.pid

    @property
    def megabytes(self) -> float:
        """Resident memory of the running process."""
        pages = int(self._proc("statm").split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE") / 2**20

    @property
    def cpu_seconds(self) -> float:
        """Spent by the running process since it was started, in user mode and in the kernel."""
        after_the_name = self._proc("stat").rpartition(")")[2].split()
        return (int(after_the_name[11]) + int(after_the_name[12])) / os.sysconf("SC_CLK_TCK")

    async def start(self) -> None:
        """At once; see `start_asking` for when it is ready."""
        with self.log.open("ab") as log:
            self._process = await asyncio.create_subprocess_exec(
                *self._command, cwd=self._folder, env=self._environment, stdout=log, stderr=log
            )

    async def start_asking(self, telegram: LocalTelegram, seconds: float = PATIENCE_SECONDS) -> None:
        """Until somebody has begun to ask for updates. Raises TimeoutError, or Ended when it gave up."""
        polls = telegram.world.updates.polls
        await self.start()
        async with asyncio.TaskGroup() as group:
            end = group.create_task(self.wait())
            end.add_done_callback(lambda _: telegram.world.happenings.wake())
            try:
                await telegram.until(lambda: telegram.world.updates.polls > polls or self.has_ended, seconds)
            except TimeoutError as error:
                error.add_note(self.last_words())
                raise
            finally:
                end.cancel()
        if self.has_ended:
            raise Ended(self.last_words())

    async def wait(self) -> int:
        """Until it ends by itself; its exit status."""
        return await self._running.wait()

    async def kill(self) -> None:
        """SIGKILL, if it runs: no time to say or write anything."""
        await self._signal(signal.SIGKILL)

    async def end(self) -> int:
        """SIGTERM; its exit status."""
        return await self._signal(signal.SIGTERM)

    def last_words(self, lines: int = 20) -> str:
        return "\n".join(self.log.read_text(encoding="utf-8").splitlines()[-lines:])

    async def _signal(self, how: signal.Signals) -> int:
        if self.is_running:
            self._running.send_signal(how)
        return await self._running.wait()

    def _proc(self, name: str) -> str:
        return Path(f"/proc/{self.pid}/{name}").read_text(encoding="ascii")

    @property
    def _running(self) -> Process:
        if self._process is None:
            raise Ended("it was never started")
        return self._process
