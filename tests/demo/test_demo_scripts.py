"""The ready conversations are the stories: the same acts at the same moments."""

import pytest

from bot.demo import PLAYED, STORIES
from simulator.scripts import read_script
from tests import story


@pytest.mark.parametrize("name", PLAYED)
def test_a_ready_conversation_is_the_story_itself(name):
    told = story.read(STORIES / f"{name}.md")
    script = read_script(STORIES / f"{name}.md")
    assert [(step.at, step.act) for step in script.steps] == [
        (scene.at, act) for scene in told.scenes for act, _ in scene.lines
    ]
    assert told.head.startswith(f"# {script.title}\n\n{script.about}")


def test_what_is_in_brackets_is_pressed(tmp_path):
    path = tmp_path / "short.md"
    path.write_text("# Short\n\nTwo acts.\n\n## Mon 2 Mar 2026 18:00\n\n> hello\n\nHello.\n\n> [Done]\n\nFine.\n")
    spoken, pressed = read_script(path).steps
    assert (spoken.act, spoken.button) == ("hello", None)
    assert pressed.button == "Done"
