"""No text stops the reader: whatever is typed, it answers with a reading."""

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from language.reading import Reading
from language.sentences import SentenceReader
from rules.facts import Applied, ContactMet
from rules.journal import Journal

NOW = datetime(2026, 3, 4, 15, 0, tzinfo=UTC)
KNOWN = Journal().noting(
    [
        Applied(about="a1", company="Acme"),
        ContactMet(about="a1", name="Dana Reed"),
        Applied(about="a2", company="Globex"),
    ],
    NOW,
)
TALK = """
i they she Acme Globex Dana interview interviewed called emailed not never yesterday tomorrow Friday 3pm said offer
rejected sent thank you if when and but , . ? ! ( ) - at with for from the a my great bad no yes it was will
"""
WORDS = st.sampled_from(TALK.split())


@settings(max_examples=200)
@given(st.text(max_size=300))
def test_any_characters_are_read(text: str) -> None:
    assert isinstance(SentenceReader().read(text, KNOWN, NOW), Reading)


@settings(max_examples=300)
@given(st.lists(WORDS, max_size=40).map(" ".join))
def test_any_order_of_words_is_read(text: str) -> None:
    for journal in (Journal(), KNOWN):
        assert isinstance(SentenceReader().read(text, journal, NOW), Reading)


@pytest.mark.parametrize(
    "piece",
    [
        "a ",
        "1",
        "1 ",
        "(",
        "@",
        "a@b ",
        "Acme ",
        "interview ",
        "and i called them ",
        "\x00",
        "😍",
        "Dana and ",
        "a-",
        "a'",
    ],
)
def test_four_thousand_characters_of_one_thing_are_read(piece: str) -> None:
    assert isinstance(SentenceReader().read((piece * 4096)[:4096], KNOWN, NOW), Reading)
