"""A user with very many applications: what is said still fits below one message."""

from datetime import timedelta

import pytest
from talking import MONDAY, Talk

from assistant.wake import wake
from rules import facts as f
from rules.facts import Nudged
from rules.journal import Journal
from rules.moments import Day

MANY = 40
MOST_BUTTONS = 100


@pytest.fixture
def busy():
    told = [
        fact
        for number in range(1, MANY + 1)
        for fact in (
            f.Applied(about=f"a{number}", company=f"Company {number}"),
            f.InterviewHeld(about=f"a{number}", interview=1, happened=Day(MONDAY.date())),
            f.Felt(about=f"a{number}", feeling=f.Feeling.GREAT),
        )
    ]
    return Journal(default_zone="Europe/Berlin").noting(told, MONDAY, source=1)


def test_all_that_is_due_is_one_message_with_as_many_buttons_as_fit(busy):
    nudge = wake(busy, MONDAY + timedelta(hours=2))
    assert nudge is not None
    assert nudge.message.text.count("Send a short thank-you") == 1
    assert all(f"Company {number}" in nudge.message.text for number in range(1, MANY + 1))
    assert 0 < sum(map(len, nudge.message.buttons)) <= MOST_BUTTONS


def test_none_of_it_is_said_again(busy):
    nudge = wake(busy, MONDAY + timedelta(hours=2))
    assert nudge is not None
    assert isinstance(nudge.journal.entries[-1].fact, Nudged)
    assert wake(nudge.journal, MONDAY + timedelta(hours=3)) is None


def test_after_a_press_the_undo_is_among_the_buttons_that_fit(busy):
    talk = Talk(journal=busy).later(hours=2)
    talk.wakes()
    talk.presses("Done · Company 1")
    assert len(talk.buttons) <= MOST_BUTTONS
    assert "Undo" in [button.label for button in talk.reply.buttons[-1]]


def test_what_to_do_now_is_short_all_the_same(busy):
    talk = Talk(journal=busy)
    said = talk.says("/now")
    assert said.count("Send a short thank-you") == 1
    assert "Company 8 and 32 more</b>: Send" in said


def test_two_companies_that_keep_one_waiting_alike_are_told_in_one_sentence():
    talk = Talk()
    talk.says("Interviewed at Acme and at Globex today, both went great")
    said = talk.says("sent Acme and Globex the thank-you")
    assert "<b>Acme and Globex</b>: Do nothing until Mon 9 Mar, 9:30." in said
    assert said.count("Do nothing until") == said.count("Silence is normal") == 1
