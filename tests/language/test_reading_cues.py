"""Every sentence that is written down as data is understood as it says, and its counter-examples are not."""

import re
from datetime import UTC, datetime
from itertools import chain

import pytest

from language import pending, yours
from language.clauses import clauses
from language.cues import FILES, cues, find, told_cues
from language.delays import words_of
from language.feelings import feelings_of
from language.mood import holds
from language.recognition import recognised
from language.settings import meaning
from language.templates import has_word, marked_word, pattern
from rules.application import Application

NOW = datetime(2026, 3, 4, 15, 0)  # noqa: DTZ001 - a writer's wall time

ENTRIES = [(file, entry) for file in FILES for entry in told_cues(file)]
FOUND = [(file, entry["means"], text) for file, entry in ENTRIES for text in entry["examples"]]
NOT_FOUND = [(file, entry["means"], text) for file, entry in ENTRIES for text in entry.get("never", [])]


def meanings(file: str, text: str) -> set[str | None]:
    if file == "settings":
        return {meaning(text)} - {None}
    items = recognised(text, NOW, None, "GB", []).items
    if file == "delays":
        known = [Application(key="a1", last_told=NOW.replace(tzinfo=UTC), company="Acme")]
        words = words_of(recognised(text, NOW, None, "GB", known).items, known)
        return {match.cue.means for match in find(file, words)}
    if file == "yours":
        return set(yours.meanings(text))
    if file == "replies":
        return set(pending.meanings(items))
    parts = clauses(items)
    if file == "feelings":
        return {feeling.value for feeling, _ in chain.from_iterable(map(feelings_of, parts))}
    return {match.cue.means for part in parts for match in find(file, part.words) if holds(match, part)}


@pytest.mark.parametrize(("file", "means", "text"), FOUND)
def test_an_example_means_what_it_stands_for(file: str, means: str, text: str) -> None:
    assert means in meanings(file, text)


@pytest.mark.parametrize(("file", "means", "text"), NOT_FOUND)
def test_a_counter_example_does_not(file: str, means: str, text: str) -> None:
    assert means not in meanings(file, text)


@pytest.mark.parametrize(("file", "entry"), ENTRIES)
def test_every_entry_has_an_example(file: str, entry: dict) -> None:
    assert entry["examples"], (file, entry["means"])


def test_a_template_says_which_words_call_for_it() -> None:
    assert pattern("(called|rang) [me] back").calls == {"back"}


def test_an_unclosed_template_is_refused() -> None:
    with pytest.raises(ValueError, match="unclosed"):
        pattern("(called|rang me")


def test_every_expression_can_be_made() -> None:
    every = [cue for file in FILES for _, _, cue in chain.from_iterable(cues(file).values())]
    assert len({cue.regex for cue in every}) > len(FILES)


def test_a_slot_of_many_words_is_one_sign_in_an_expression() -> None:
    called = pattern("{staff} called")
    assert "recruiter" not in called.source
    for words in (["recruiter", "called"], ["hiring", "manager", "called"]):
        assert re.search(called.source, "".join(map(marked_word, words)))
    assert not re.search(called.source, "".join(map(marked_word, ["neighbour", "called"])))
    every_mark = "".join(map(chr, range(0xE000, 0xE100)))
    assert not re.search(called.source, "".join(map(marked_word, [every_mark, "called"])))


def test_a_template_has_the_words_of_its_slots() -> None:
    assert has_word("{staff} [never] called", "never")
    assert has_word("{they} called", "recruiter")
    assert not has_word("{they} called", "call")
