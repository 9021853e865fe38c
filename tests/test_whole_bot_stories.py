"""Every story once more, through the real bot: client library, network, inbox, either database, ticker."""

from pathlib import Path

import pytest

from tests import story
from tests.whole_bot import whole_bot


@pytest.mark.parametrize("path", story.paths(), ids=lambda path: path.stem)
async def test_story_through_the_whole_bot(path: Path, url: str) -> None:
    told = story.read(path)
    async with whole_bot(url, told.starts_with_default_zone, told.scenes[0].at) as bot:
        assert story.written(await story.play(told, bot)) == story.written(told)
