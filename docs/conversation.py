"""The conversation that the README shows, taken from a story that the tests play: `python -m docs.conversation`."""

import re
import sys
from pathlib import Path

from tests.story import STORIES, Scene, Story, read

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
STORY = STORIES / "happy-path.md"
SHOWN = (0, 3, 5)
BLOCK = re.compile(r"(<!-- conversation: happy-path -->\n).*?(<!-- /conversation -->)", re.DOTALL)


def conversation() -> str:
    """Some scenes of the story as Markdown: the user quoted, the bot below."""
    story = read(STORY)
    return "\n\n".join(["", *(part for number in SHOWN for part in _told(story.scenes[number], story)), ""])


def _told(scene: Scene, story: Story) -> list[str]:
    told = [f"**{scene.at.astimezone(story.zone):%a %d %b, %H:%M}**"]
    for act, words in scene.lines:
        told += [f"> {act}"] if act else []
        told += [part for part in words.split("\n\n") if not part.startswith(("[", "I go by"))]
    return told


def readme(before: str) -> str:
    """The README with the conversation as it goes now."""
    return BLOCK.sub(lambda found: found[1] + conversation() + found[2], before)


if __name__ == "__main__":
    README.write_text(readme(README.read_text(encoding="utf-8")), encoding="utf-8")
    sys.stderr.write("README.md is written.\n")
