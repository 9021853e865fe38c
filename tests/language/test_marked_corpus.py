"""The marked corpus is well formed, and the weights are those of a model that has learnt from it."""

from datetime import datetime

import pytest

from language.clauses import clauses
from language.likelihood import likelihoods
from language.recognition import recognised
from training.marked import CORPUS, Line, marked_message, marked_messages

NOW = datetime(2026, 3, 4, 15, 0)  # noqa: DTZ001 - a writer's wall time
TELLINGS = frozenset(
    [
        "held",
        "planned",
        "next_round",
        "moved",
        "cancelled",
        "thanked",
        "followed_up",
        "replied",
        "promised",
        "no_date",
        "rejected",
        "offer",
        "deadline",
        "accepted",
        "withdrew",
        "card",
        "silence",
        "great",
        "good",
        "unsure",
        "bad",
        "ask",
        "query",
        "off",
    ]
)


def test_a_message_is_its_lines_joined():
    message = marked_message("back from [c:Tidewater] <held>\nwent [r:well]? <good ask>")
    assert message.text == "back from Tidewater went well?"
    assert message.lines == (Line(0, 19, frozenset({"held"})), Line(20, 30, frozenset({"good", "ask"})))


@pytest.mark.parametrize("path", sorted(CORPUS.glob("*.txt")), ids=lambda path: path.stem)
def test_a_file_tells_known_things_and_has_no_mark_left(path):
    told = [line.tells for message in marked_messages(path.parent, path.name) for line in message.lines]
    assert frozenset().union(*told) <= TELLINGS
    assert not [message.text for message in marked_messages(path.parent, path.name) if set("[]<>") & set(message.text)]


@pytest.mark.parametrize(
    ("text", "tells"),
    [
        ("the panel grilled me for an hour yesterday", "held"),
        ("walked out of there on cloud nine", "great"),
        ("zilch from them so far", "silence"),
        ("they gave it to an internal candidate", "rejected"),
        ("would it look desperate to ring again", "ask"),
    ],
)
def test_a_turn_of_speech_is_most_likely_what_it_tells(text, tells):
    (likely,) = likelihoods(clauses(recognised(text, NOW, None, "GB", ()).items))
    assert max(likely, key=likely.__getitem__) == tells
