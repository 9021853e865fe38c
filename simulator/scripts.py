"""Ready conversations, read from stories: what the user does and when, to be played step by step."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

MOMENT = "%a %d %b %Y %H:%M"
PRESSED = re.compile(r"\[(.+)\]")


@dataclass(frozen=True)
class Step:
    """Something the user does at a moment; an act of None leaves the word to the bot."""

    at: datetime
    act: str | None

    @property
    def button(self) -> str | None:
        """The label of the button that is pressed, if one is."""
        pressed = PRESSED.fullmatch(self.act or "")
        return pressed[1] if pressed else None


@dataclass(frozen=True)
class Script:
    name: str
    title: str
    about: str
    steps: tuple[Step, ...]


def read_script(path: Path) -> Script:
    """A story in Markdown: a heading is a moment, a quoted line what the user says, or presses if it is in brackets."""
    head, *scenes = re.split(r"^## ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    title, about = head.removeprefix("# ").strip().split("\n\n", 1)
    named = re.search(r"Times are (\S+) time", about)
    zone = ZoneInfo(named[1] if named else "UTC")
    steps = [step for scene in scenes for step in _steps(scene, zone)]
    return Script(path.stem, title, about.partition(" Times are ")[0], tuple(steps))


def _steps(scene: str, zone: ZoneInfo) -> list[Step]:
    heading, _, body = scene.partition("\n")
    at = datetime.strptime(heading, MOMENT).replace(tzinfo=zone).astimezone(UTC)
    acts: list[str | None] = [act.strip() for act in re.findall(r"^> (.+)$", body, flags=re.MULTILINE)]
    unasked = [None] if not body.lstrip().startswith("> ") else []
    return [Step(at, act) for act in [*unasked, *acts]]
