"""Every story, played against the real assistant. `python -m tests.test_stories` writes them down as they go now."""

import asyncio
import sys
from pathlib import Path

import pytest

from tests import story
from tests.story_assistant import Assistant


@pytest.mark.parametrize("path", story.paths(), ids=lambda path: path.stem)
def test_story(path: Path) -> None:
    assert played(path) == path.read_text(encoding="utf-8")


def played(path: Path) -> str:
    told = story.read(path)
    return story.written(asyncio.run(story.play(told, Assistant(told.starts_with_default_zone))))


def rewrite(paths: list[Path]) -> None:
    """Write down how the stories go now, to be read before they are kept."""
    for path in paths:
        try:
            path.write_text(played(path), encoding="utf-8")
        except AssertionError as error:
            sys.stderr.write(f"{path.stem}: {error}\n")


if __name__ == "__main__":
    rewrite([Path(name) for name in sys.argv[1:]] or story.paths())
