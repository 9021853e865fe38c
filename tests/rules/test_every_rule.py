"""Every rule of the rulebook fires in its window to the second, rings when it should, and is silent elsewhere."""

from collections.abc import Sequence
from datetime import timedelta

import pytest

from rules.rulebook import BY_ID
from tests.rules.examples import FIRING, GREAT_ONE, NEVER, SILENT, Example
from tests.rules.telling import (
    WAIT,
    Story,
    advice,
    all_advice,
    knows,
    met,
    promised,
    rings,
    silent,
    thanked,
    window,
)

SECOND = timedelta(seconds=1)


def named(example: Example) -> str:
    return f"{example.rule}, {example.opens}"


def numbered(stories: Sequence[tuple[str, Story]]) -> list[object]:
    return [pytest.param(rule, story, id=f"{rule}-{number}") for number, (rule, story) in enumerate(stories)]


@pytest.mark.parametrize("example", FIRING, ids=named)
def test_it_is_advice_within_its_window_to_the_second(example: Example) -> None:
    step, plan = example.story.step(example.rule), example.story.plan
    closes = NEVER if step.rule.closes is None else example.story.written(step.closes)
    assert (example.story.written(step.opens), closes) == (example.opens, example.closes)

    assert step not in plan.at(step.opens - SECOND).now
    assert step in plan.at(step.opens).now
    assert step in plan.at(step.closes - SECOND).now
    assert step not in plan.at(step.closes).now


@pytest.mark.parametrize("example", FIRING, ids=named)
def test_it_rings_when_it_should(example: Example) -> None:
    assert tuple(rings(example.story, example.rule)) == example.rings


@pytest.mark.parametrize(("rule", "story"), numbered(SILENT))
def test_it_has_nothing_to_say(rule: str, story: Story) -> None:
    assert not knows(story, rule)


def test_waiting_is_the_advice_when_nothing_else_is_open() -> None:
    story = GREAT_ONE.then("Thu 5 Mar 17:00", thanked(), met("Dana", phone="+49 30 1"), promised("Fri 6 Mar"))

    assert advice(story, "Sat 7 Mar 12:00") == WAIT
    assert all_advice(story, "Sat 7 Mar 12:00") == []
    upcoming = story.plan.at(story.instant("Sat 7 Mar 12:00")).next
    assert upcoming is not None
    assert upcoming.rule.id == "check-in"
    assert window(story, "check-in")[0] == "Tue 10 Mar 09:30"
    assert silent(story, "Sat 7 Mar 12:00")


def test_no_rule_is_without_an_example() -> None:
    assert {example.rule for example in FIRING} | {WAIT} == set(BY_ID)
    assert {rule for rule, _ in SILENT} == set(BY_ID)
