"""Deleting everything: what confirms it, and what ends the question whether to."""

import pytest
from talking import Talk


@pytest.fixture
def talk():
    talk = Talk()
    talk.says("interview at Acme today, felt great")
    talk.says("/delete")
    return talk


@pytest.mark.parametrize("between", ["/list", "/settings", "/rules why", "maybe", "forget globex", "undo", "thanks"])
def test_after_anything_else_a_yes_deletes_nothing(talk, between):
    talk.says(between)
    talk.says("yes")
    assert talk.journal.entries


def test_who_takes_a_copy_first_as_told_can_still_say_yes(talk):
    talk.says("/export")
    talk.says("yes")
    assert not talk.journal.entries


def test_the_button_deletes_whatever_was_said_since(talk):
    delete = talk.button("Yes, delete everything")
    talk.says("/list")
    talk.presses_data(delete.press)
    assert not talk.journal.entries


def test_what_was_asked_of_a_forgotten_application_is_no_question_any_more():
    talk = Talk()
    talk.says("interview at Acme today, felt great")
    talk.says("forget Acme")
    told = talk.told
    for answer in ("no", "done", "friday"):
        talk.later(minutes=5).says(answer)
    assert talk.told == told
