"""The conversation that the README shows, taken from a story that the tests play: as text and as a picture.

`python -m docs.conversation` writes both anew.
"""

import re
import sys
from dataclasses import dataclass
from html import escape
from pathlib import Path
from textwrap import wrap

from tests.story import STORIES, Scene, Story, read

ROOT = Path(__file__).parent.parent
README, PICTURE = ROOT / "README.md", ROOT / "docs" / "conversation.svg"
STORY = STORIES / "happy-path.md"
SHOWN = (0, 3, 5)
BLOCK = re.compile(r"(<!-- conversation: happy-path -->\n).*?(<!-- /conversation -->)", re.DOTALL)

WIDTH, PADDING, LINE, CHARACTERS, GAP = 420, 12, 19, 44, 10
STYLE = """
text { font: 14px system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; fill: #1c2733 }
.time { font-size: 12px; fill: #5d6b78 }
.label { fill: #1f6fb2 }
"""


@dataclass(frozen=True)
class Bubble:
    """Something said, by the user or by the bot, or a moment between them."""

    kind: str
    text: str


def conversation() -> list[Bubble]:
    story = read(STORY)
    return [bubble for number in SHOWN for bubble in _bubbles(story.scenes[number], story)]


def _bubbles(scene: Scene, story: Story) -> list[Bubble]:
    bubbles = [Bubble("time", f"{scene.at.astimezone(story.zone):%a %d %b, %H:%M}")]
    for act, words in scene.lines:
        bubbles += [Bubble("you", act)] if act else []
        paragraphs = words.split("\n\n")
        said = [part for part in paragraphs if not part.startswith(("[", "I go by"))]
        bubbles.append(Bubble("bot", "\n\n".join(said)))
        bubbles += [Bubble("button", row) for part in paragraphs if part.startswith("[") for row in part.split("\n")]
    return bubbles


def as_text(bubbles: list[Bubble]) -> str:
    """The conversation as Markdown: the user quoted, the bot below."""
    written = {"time": "**{}**", "you": "> {}", "bot": "{}", "button": "{}"}
    lines = [written[b.kind].format(b.text) for b in bubbles if b.kind != "button"]
    return "\n\n".join(["", *lines, ""])


def as_picture(bubbles: list[Bubble]) -> str:
    """The conversation as it looks in a messenger."""
    shapes, y = [], GAP
    for bubble in bubbles:
        drawn, height = _drawn(bubble, y)
        shapes.append(drawn)
        y += height + GAP
    size = f'width="{WIDTH}" height="{y}" viewBox="0 0 {WIDTH} {y}"'
    background = f'<rect width="{WIDTH}" height="{y}" rx="16" fill="#dfe7ee"/>'
    title = "<title>A conversation with Afterword</title>"
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" {size}>',
            title,
            f"<style>{STYLE}</style>",
            background,
            *shapes,
            "</svg>\n",
        ]
    )


def _drawn(bubble: Bubble, y: int) -> tuple[str, int]:
    if bubble.kind == "time":
        return f'<text class="time" x="{WIDTH // 2}" y="{y + 14}" text-anchor="middle">{bubble.text}</text>', 18
    if bubble.kind == "button":
        return _buttons(re.findall(r"\[(.+?)\]", bubble.text), y - GAP + 4)
    plain = re.sub(r"[*`]", "", bubble.text)
    lines = [line for part in plain.split("\n") for line in (wrap(part, CHARACTERS) or [""])]
    width, height = WIDTH - 70, len(lines) * LINE + PADDING * 2 - 4
    left, colour = (WIDTH - width - 10, "#d9f2c8") if bubble.kind == "you" else (10, "#ffffff")
    box = f'<rect x="{left}" y="{y}" width="{width}" height="{height}" rx="12" fill="{colour}"/>'
    texts = [
        f'<text x="{left + PADDING}" y="{y + PADDING + 12 + number * LINE}">{escape(line)}</text>'
        for number, line in enumerate(lines)
    ]
    return "\n".join([box, *texts]), height


def _buttons(labels: list[str], y: int) -> tuple[str, int]:
    width = (WIDTH - 70 - 4 * (len(labels) - 1)) // len(labels)
    shapes = []
    for number, label in enumerate(labels):
        left = 10 + number * (width + 4)
        shapes.append(f'<rect x="{left}" y="{y}" width="{width}" height="30" rx="8" fill="#c7d5e2"/>')
        middle = left + width // 2
        shapes.append(f'<text class="label" x="{middle}" y="{y + 20}" text-anchor="middle">{escape(label)}</text>')
    return "\n".join(shapes), 30 - GAP + 4


def readme(before: str) -> str:
    """The README with the conversation as it goes now."""
    return BLOCK.sub(lambda found: found[1] + as_text(conversation()) + found[2], before)


if __name__ == "__main__":
    README.write_text(readme(README.read_text(encoding="utf-8")), encoding="utf-8")
    PICTURE.write_text(as_picture(conversation()), encoding="utf-8")
    sys.stderr.write("README.md and docs/conversation.svg are written.\n")
