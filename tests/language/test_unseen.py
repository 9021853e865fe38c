"""What the reader makes of messages it was never tuned on, held above a floor.

These sets are for measuring, not for tuning: no sentence or word of theirs may become the reader's material, and a
mistake in one is mended by its cause, with examples made up for it. A floor lies 0.03 under the figure measured when
it was set; it may be raised, never lowered.
"""

from functools import cache
from typing import NamedTuple

import pytest

from tests.language.score import SETS, Score, annotated, measured


class Floor(NamedTuple):
    items: int
    facts: float = 0.0
    events: float = 0.0
    asked: float = 0.0
    advice: float = 0.0


FLOORS = {
    "messages": Floor(45, facts=0.82, events=0.85, asked=0.88, advice=0.83),
    "plain": Floor(40, facts=0.80),
    "utterances": Floor(60, events=0.94),
    "feelings": Floor(40, facts=0.85),
}


@cache
def score_of(name: str) -> Score:
    return measured(annotated(name))


def test_every_set_has_its_floor():
    assert {name: len(annotated(name)) for name in SETS} == {name: floor.items for name, floor in FLOORS.items()}


@pytest.mark.parametrize("name", SETS)
def test_unseen_messages_are_understood(name: str):
    score, floor = score_of(name), FLOORS[name]
    assert score.facts.f1 >= floor.facts
    assert score.events.f1 >= floor.events


def test_unseen_questions_are_told_from_chatter():
    assert score_of("messages").asked.share >= FLOORS["messages"].asked


def test_unseen_situations_get_sensible_advice():
    assert score_of("messages").advice.share >= FLOORS["messages"].advice
