"""The demo's program and a real browser, to be started by tests and by whoever takes pictures of the page."""

import signal
import subprocess
from collections.abc import Awaitable, Callable
from pathlib import Path
from shutil import which
from typing import Literal

from playwright.async_api import Page

PROGRAM = Path(__file__).parents[1] / ".venv" / "bin" / "afterword"
CHROMIUM = which("chromium") or which("chromium-browser") or which("google-chrome")
QUIETLY = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
PATIENCE_MILLISECONDS = 20_000
DESKTOP, PHONE = (1180, 760), (360, 740)

CLIPBOARD = ["clipboard-read", "clipboard-write"]

Theme = Literal["light", "dark"]
Open = Callable[..., Awaitable[Page]]


def started(folder: Path) -> tuple["subprocess.Popen[str]", list[str]]:
    """The program, and what it said up to its address."""
    program = subprocess.Popen(
        [PROGRAM, "demo"], cwd=folder, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    assert program.stdout
    said: list[str] = []
    for line in program.stdout:
        said.append(line)
        if "http://" in line:
            break
    return program, said


def ended(program: "subprocess.Popen[str]") -> tuple[int, str]:
    """Ctrl-C: the exit status, and what was said since."""
    program.send_signal(signal.SIGINT)
    assert program.stdout
    with program.stdout as rest:
        return program.wait(20), rest.read()


def address(said: list[str]) -> str:
    return next(word for word in said[-1].split() if word.startswith("http://"))
