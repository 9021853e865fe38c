"""The reader against messages as people write them: line by line, and as a whole where nothing was worked on."""

import pytest

from tests.language.told import Line, at_least, lines, told_by

FILES = ("reports.txt", "stories.txt", "registers.txt", "asides.txt", "questions.txt", "times.txt", "outcomes.txt")
SEEN = [line for file in FILES for line in lines(file)]
UNDERSTOOD = [line for line in SEEN if not line.is_known_failure]
NOT_YET = [line for line in SEEN if line.is_known_failure]


@pytest.mark.parametrize("line", UNDERSTOOD, ids=lambda line: line.text[:60])
def test_a_message_is_understood(line: Line) -> None:
    assert at_least(told_by(line.text)) == at_least(line.told)


@pytest.mark.parametrize("line", NOT_YET, ids=lambda line: line.text[:60])
def test_a_known_failure_has_not_healed_unnoticed(line: Line) -> None:
    assert at_least(told_by(line.text)) != at_least(line.told), "take away the question mark before this line"


def test_messages_never_worked_on_are_mostly_understood() -> None:
    right = wrong = 0
    for line in lines("unseen.txt"):
        said, meant = at_least(told_by(line.text)), at_least(line.told)
        right += 2 * len(said & meant)
        wrong += len(said ^ meant)
    assert right / (right + wrong) >= 0.75
