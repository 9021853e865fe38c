"""What is not a plain message: other kinds, groups, edits of edits, names from right to left, two devices."""

import pytest
from talking import MONDAY, Talk

from assistant.ports import Form
from assistant.reply import line, saying
from assistant.words import in_words
from bot.handlers import ATTACHMENTS
from language.speech import isolated
from rules.fold import applications
from rules.preferences import Preferences


@pytest.mark.parametrize("kind", ATTACHMENTS)
def test_whatever_is_sent_gets_one_line(kind):
    said = Talk().says(kind, Form.ATTACHMENT)
    assert said
    assert "\n" not in said


def test_a_group_hears_one_line_and_another_group_its_own():
    talk = Talk()
    assert "in private" in talk.says("-100", Form.GROUP)
    assert talk.says("-100", Form.GROUP) == ""
    assert "in private" in talk.says("-200", Form.GROUP)


def company(talk):
    (app,) = applications(talk.journal)
    return app.company


def test_an_edit_of_an_edit_stands_in_the_place_of_both():
    talk = Talk()
    talk.says("interview at Acme today with Dana Reed, went great")
    for name in ("Globex", "Initech"):
        edited = talk.says(f"interview at {name} today with Dana Reed, went great", Form.EDIT, original=1)
        assert edited.startswith("I read your corrected message")
    assert company(talk) == "Initech"


def test_an_edit_of_what_was_taken_back_is_read_again():
    talk = Talk()
    talk.says("interview at Acme today with Dana Reed, went great")
    talk.says("undo")
    talk.says("interview at Globex today with Dana Reed, went great", Form.EDIT, original=1)
    assert company(talk) == "Globex"


def test_an_edit_long_after_still_finds_what_it_told():
    talk = Talk()
    talk.says("interview at Acme today with Dana Reed, went great")
    talk.later(days=40).says("interview at Globex today with Dana Reed, went great", Form.EDIT, original=1)
    assert company(talk) == "Globex"


def test_an_edit_to_nothing_leaves_nothing():
    talk = Talk()
    talk.says("interview at Acme today with Dana Reed, went great")
    talk.says("sorry, wrong chat", Form.EDIT, original=1)
    assert applications(talk.journal) == ()


def test_a_button_pressed_on_two_devices_counts_once():
    talk = Talk()
    talk.says("interview at Acme today with Dana Reed, went great")
    done = talk.button("Done").press
    assert "thank-you sent" in talk.presses_data(done)
    assert talk.presses_data(done) == "That is settled already."


@pytest.mark.parametrize("name", ["דנה כהן", "شركة أكمي"])
def test_a_name_from_right_to_left_leaves_the_rest_in_order(name):
    assert isolated(name) == f"\u2068{name}\u2069"


def test_marks_of_direction_turn_nothing_around():
    assert isolated("Acme\u202egnirb") == "Acmegnirb"
    assert isolated("Acme 🚀") == "Acme 🚀"


def test_what_is_copied_is_the_bare_name():
    reply = saying(line("letter-subject", subject="דנה"), line("noted-new", company="דנה"))
    assert in_words(reply, MONDAY, Preferences()).text == f"Subject: <code>דנה</code> Noted: <b>{isolated('דנה')}</b>."


@pytest.mark.parametrize(("also", "named"), [("thanks", True), ("stop asking about Acme", False)])
def test_letting_one_go_tells_how_the_next_one_stands_but_of_none_that_shall_rest(also, named):
    talk = Talk()
    talk.says("interview at Acme today with Dana Reed, dana@acme.example, felt great. they decide by 20 March")
    talk.says("interview at Globex today, I bombed it. thank-you is sent")
    talk.says(also)
    nudge = talk.later(days=6, hours=15, minutes=30).wakes()
    assert "Time to let this one go" in nudge.message.text
    assert ("Acme" in nudge.message.text) is named
