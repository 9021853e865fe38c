"""The wall clock of the program and of the local Telegram, set forward and back from outside while both run."""

import asyncio
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from bot.assembly import serve
from bot.clock import SystemClock
from bot.log import configure_logging
from bot.settings import Settings
from simulator.clock import MovableClock, system_now

PRELOADED = Path(__file__).with_suffix(".c")


@dataclass(frozen=True)
class Command:
    """How the program is started so that it lives by such a clock."""

    words: Sequence[str | Path]
    environment: dict[str, str]


class WallClock:
    """One time for Telegram and for whoever reads the file, which holds the seconds that it is ahead: `+3600.000`.

    `moved_by` says in words how the program comes to read it.
    """

    def __init__(self, telegram: MovableClock, file: Path, start: datetime) -> None:
        self.jumps = 0
        self.moved_by = "nothing"
        self._telegram = telegram
        self._file = file
        self._set(start)

    def now(self) -> datetime:
        return self._telegram.now()

    def jump(self, to: datetime) -> None:
        self.jumps += 1
        self._set(to)

    def command(self, installed: Path) -> Command:
        """The installed program under a library that moves its wall clock; without a C compiler `injected`."""
        compiler = shutil.which("cc")
        if compiler is None:
            return self.injected()
        library = self._file.with_suffix(".so")
        subprocess.run([compiler, "-shared", "-fPIC", "-O", "-o", library, PRELOADED], check=True)
        moved = {"LD_PRELOAD": str(library), "AHEAD_FILE": str(self._file)}
        self.moved_by = "the installed program under a preloaded wall clock"
        return Command((installed, "run"), moved)

    def injected(self) -> Command:
        """The program with a clock put in that reads the file: no library is needed for that."""
        words = (sys.executable, "-m", __name__, self._file)
        self.moved_by = "the program with a clock put in"
        return Command(words, {"PYTHONPATH": str(Path(__file__).parents[1])})

    def _set(self, to: datetime) -> None:
        self._telegram.set(to)
        written = self._file.with_suffix(".new")
        written.write_text(f"{(self._telegram.now() - system_now()).total_seconds():+.3f}", encoding="ascii")
        written.replace(self._file)


class ClockOfFile(SystemClock):
    """The machine's clock, as many seconds ahead as the file says."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def now(self) -> datetime:
        return super().now() + timedelta(seconds=float(self._file.read_text(encoding="ascii")))


def main() -> None:
    """`afterword run` by the clock of the file that is named."""
    settings = Settings.load()
    configure_logging(settings.log_level, settings.log_format, [settings.telegram_bot_token.get_secret_value()])
    asyncio.run(serve(settings, ClockOfFile(Path(sys.argv[1]))))


if __name__ == "__main__":
    main()
