"""Stories: conversations with times, the bot's words verbatim, as Markdown; read, played and written back.

A heading is a moment on the user's clock; a quoted line is what the user writes, `[Done]` what they press; what follows
is what the bot must say, its buttons in brackets. A moment without a quoted line is one at which the bot speaks first.
The clock runs from moment to moment through every ring: a nudge that the story does not have fails it; silence is
having nothing between two moments. "(silence)" stands for no reply, "(toast)" before the short answer to a press;
"(file name)" and "(picture)" for what a message carries. The user "(sends name)" a file of tests/files, perhaps with
words after it, and "(shares a name, a number)" of their address book; ⏎ is a new line within a message.
"""

import re
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from html import unescape
from pathlib import Path
from typing import Protocol
from zoneinfo import ZoneInfo

from assistant.ports import File, Outgoing

MOMENT = "%a %d %b %Y %H:%M"
BACK = ", after an outage"
SILENCE = "(silence)"
PLACE = r"\(sends where they are: (.+)\)"
STORIES = Path(__file__).parent / "stories"
FILES = Path(__file__).parent / "files"
SENDS = re.compile(r"\(sends (\S+\.\w+)\) ?(.*)")
SHARES = re.compile(r"\(shares (?:(own number)|(.+), (\+[\d ]+))\)")


@dataclass
class Scene:
    """A moment: acts of the user, each with what the bot says to it; an act of None is the bot's own."""

    at: datetime
    after_outage: bool = False
    lines: list[tuple[str | None, str]] = field(default_factory=list)


@dataclass
class Story:
    """A title and introduction, the zone that its moments are told in, and scenes."""

    head: str
    zone: ZoneInfo
    scenes: list[Scene]

    @property
    def starts_with_default_zone(self) -> str:
        """The zone of the deployment; the same as the story's unless its introduction names another."""
        named = re.search(r"The bot goes by (\S+) at first", self.head)
        return named[1] if named else self.zone.key


class Bot(Protocol):
    """The bot under test, whole or in part; its clock stands where the story says."""

    async def act(self, act: str, at: datetime) -> str:
        """What the bot says to an act of the user."""

    async def next_ring(self) -> datetime | None:
        """When the bot would speak first."""

    async def wake(self, at: datetime) -> str:
        """What it says then of its own accord; empty for nothing."""


def read(path: Path) -> Story:
    """The story in that file."""
    head, *sections = re.split(r"^## ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    named = re.search(r"Times are (\S+) time", head)
    zone = ZoneInfo(named[1] if named else "UTC")
    return Story(head, zone, [_scene(section, zone) for section in sections])


def _scene(section: str, zone: ZoneInfo) -> Scene:
    heading, _, body = section.partition("\n")
    at = datetime.strptime(heading.removesuffix(BACK), MOMENT).replace(tzinfo=zone)
    scene = Scene(at.astimezone(UTC), heading.endswith(BACK))
    before, *acts = re.split(r"^> ", body, flags=re.MULTILINE)
    if before.strip():
        scene.lines.append((None, before.strip()))
    for act in acts:
        said, _, words = act.partition("\n")
        scene.lines.append((said.strip(), words.strip()))
    return scene


def written(story: Story) -> str:
    """The story as Markdown."""
    return story.head + "\n".join(_written(scene, story.zone) for scene in story.scenes)


def _written(scene: Scene, zone: ZoneInfo) -> str:
    told = scene.at.astimezone(zone)
    heading = f"## {told:%a} {told.day} {told:%b %Y %H:%M}{BACK if scene.after_outage else ''}\n"
    lines = [f"{words}\n" if act is None else f"> {act}\n\n{words}\n" for act, words in scene.lines]
    return "\n".join([heading, *lines])


async def play(story: Story, bot: Bot) -> Story:
    """The story as it really goes."""
    scenes: list[Scene] = []
    for scene in story.scenes:
        if not scene.after_outage:
            scenes += [nudge async for nudge in _nudges(bot, until=scene.at)]
        acts = [act for act, _ in scene.lines if act is not None]
        lines: list[tuple[str | None, str]] = []
        if scene.after_outage or (not acts and await _rings_by(bot, scene.at)):
            first = await bot.wake(scene.at)
            lines += [(None, first)] if first else []
        lines += [(act, await bot.act(act, scene.at)) for act in acts]
        if lines or scene.after_outage:
            scenes.append(Scene(scene.at, scene.after_outage, lines))
    return Story(story.head, story.zone, scenes)


async def _rings_by(bot: Bot, at: datetime) -> bool:
    ring = await bot.next_ring()
    return ring is not None and ring <= at


async def _nudges(bot: Bot, until: datetime) -> AsyncIterator[Scene]:
    """What the bot says of its own accord before that moment."""
    now = datetime.min.replace(tzinfo=UTC)
    while (ring := await bot.next_ring()) is not None and ring < until:
        now = max(now + timedelta(seconds=1), ring)
        said = await bot.wake(now)
        if said:
            yield Scene(now, lines=[(None, said)])


def shown(message: Outgoing, file: File | None = None) -> str:
    """A message as a story tells it."""
    words = [f"(toast) {message.toast}"] if message.toast else []
    words += ["(picture)" if file.is_picture else f"(file {file.name})"] if file else []
    words += [as_markdown(message.text)] if message.text else []
    rows = "\n".join(" ".join(labelled(button.label, button.copies) for button in row) for row in message.buttons)
    rows = f"[{message.place_button}]" if message.place_button else rows
    return "\n\n".join([*words, *([rows] if rows else [])]) or SILENCE


def labelled(label: str, copies: str | None) -> str:
    """A button; one that copies is shown with what it copies."""
    return f"[{label}: {copies}]" if copies else f"[{label}]"


def as_markdown(html: str) -> str:
    for tag, mark in (("b", "**"), ("i", "*"), ("code", "`")):
        html = html.replace(f"<{tag}>", mark).replace(f"</{tag}>", mark)
    html = re.sub("<pre>(.*?)</pre>", r"```\n\1\n```", html, flags=re.DOTALL)
    return unescape(html)


def paths() -> list[Path]:
    return sorted(STORIES.glob("*.md"))
