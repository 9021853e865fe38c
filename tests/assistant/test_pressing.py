"""Buttons: each does its work once, and what the pressed message also said is not lost."""

import pytest
from talking import Talk

from assistant.ports import Form
from rules.facts import Feeling
from rules.plan import make_plan

GREAT = "interview at Acme today went great, met Dana Reed dana@acme.example"
BOTH = "Interviewed at Acme today, went great, and at Globex today, that one was good"


@pytest.mark.parametrize("label", ["Done", "Skip", "Undo", "They named no date"])
def test_a_second_press_tells_nothing_new(label):
    talk = Talk()
    talk.says(GREAT)
    data = talk.button(label).press
    talk.presses_data(data)
    told = talk.told
    assert talk.presses_data(data) in {"That is settled already.", "That is already taken back."}
    assert talk.told == told


def test_in_one_hour_pressed_twice_is_one_hour():
    talk = Talk()
    talk.says(GREAT)
    talk.presses("Later")
    data = talk.button("In 1 hour").press
    talk.presses_data(data)
    told = talk.told
    assert talk.later(seconds=2).presses_data(data) == "I will remind you Mon 2 Mar, 19:00."
    assert talk.told == told


def test_tonight_pressed_at_night_is_over():
    talk = Talk()
    talk.says("I interviewed at Acme three weeks ago, it went really well. e-mailed them twice, nothing")
    talk.presses("Later")
    assert talk.later(hours=4).presses("Tonight") == "That moment has passed. Choose another one."


def test_later_brings_a_step_back_at_the_moment_chosen():
    talk = Talk()
    talk.says(GREAT)
    talk.presses("Later")
    assert "I will remind you Tue 3 Mar, 9:30." in talk.presses("Tomorrow morning")
    assert talk.later(hours=2).wakes() is None
    nudge = talk.later(hours=13, minutes=30).wakes()
    assert nudge is not None
    assert "thank-you" in nudge.message.text


def test_done_for_one_company_keeps_the_other_in_the_message():
    talk = Talk()
    talk.says(BOTH)
    said = talk.presses("Done · Acme")
    assert "<b>Acme</b>: thank-you sent" in said
    assert "<b>Globex</b>: Send" in said
    assert talk.button("Done · Globex")


def test_undo_after_it_keeps_the_other_too():
    talk = Talk()
    talk.says(BOTH)
    talk.presses("Done · Acme")
    assert "<b>Globex</b>: Send" in talk.presses("Undo")
    assert talk.button("Done · Globex")


def test_what_is_left_of_the_same_company_has_no_buttons_that_could_be_mistaken():
    talk = Talk()
    talk.says("interview at Acme today went great")
    said = talk.presses("They named no date")
    assert "Whom can you reach there" in said
    assert [button.label for button in talk.buttons].count("Skip") == 1


def test_how_it_felt_is_asked_before_anything_else():
    talk = Talk()
    said = talk.says("I had my interview at Acme today with the whole of their new research group")
    assert said.count("?") == 1
    assert "Did they say when you would hear?" in talk.presses("Great")


def test_whoever_lets_one_go_is_not_asked_again_about_another():
    talk = Talk()
    talk.says("interview at Globex today went great, sent the thank-you, they decide on Friday")
    talk.says("interview at Acme today went great")
    assert "Whom can you reach" not in talk.says("Acme rejected me")


def test_how_it_felt_is_asked_once_however_many_steps_wait_for_it():
    talk = Talk()
    talk.says("Interview at Acme tomorrow at 10")
    talk.later(days=2).says("sent them the thank-you")
    talk.later(days=8)
    assert "How did your interview go?" in talk.says("what should I do now?")
    assert [button.label for button in talk.buttons].count("Great") == 1
    assert "how did the interview feel?" not in talk.reply.text


def test_how_it_felt_is_of_the_interview_that_was_asked_about():
    talk = Talk()
    talk.says("Interview at Acme today, great, they'll decide by Thursday")
    talk.says("I have an interview at Acme tomorrow")
    talk.later(days=2).wakes()
    assert "How did your interview go?" not in talk.says("it felt good")
    first, second = make_plan(talk.journal).applications[0].held
    assert (first.feeling, second.feeling) == (Feeling.GREAT, Feeling.GOOD)


def test_what_is_left_of_the_same_company_comes_before_the_others():
    talk = Talk()
    talk.says("interview at Acme today went great")
    talk.says("Interview at Globex on Thursday at 14:00")
    talk.says("/now")
    said = talk.presses("Done · Acme")
    assert said.index("Whom can you reach there") < said.index("<b>Globex</b>")


def test_taking_the_only_thing_back_says_what_to_do_without_it():
    talk = Talk()
    talk.says(GREAT)
    assert talk.presses("Undo").endswith("Tell me about your last interview, or the next one.")


def test_later_for_one_company_keeps_the_other_in_the_message():
    talk = Talk()
    talk.says(BOTH)
    talk.presses("Later · Acme")
    assert talk.button("Done · Globex")
    talk.presses("In 1 hour")
    assert talk.button("Done · Globex")


def test_a_feeling_pressed_keeps_what_else_was_due():
    talk = Talk()
    talk.says("Interview at Globex tomorrow at 15:00")
    talk.says("interview at Acme tomorrow at 15:00")
    assert talk.later(hours=22, minutes=15).wakes() is not None
    assert "Acme" in talk.presses("Great · Globex")
    assert talk.button("Good · Acme")


def test_whatever_is_pressed_takes_the_place_of_its_message():
    talk = Talk()
    talk.says(GREAT)
    talk.presses("Done")
    assert talk.reply is not None
    assert talk.reply.edits == talk.arrivals


def test_why_is_a_message_of_its_own():
    talk = Talk()
    talk.says(GREAT)
    assert "They took time for you" in talk.presses("Why?")
    assert talk.reply is not None
    assert talk.reply.edits is None


def test_undo_takes_back_the_press_and_nothing_else():
    talk = Talk()
    talk.says(GREAT)
    talk.presses("Done")
    said = talk.presses("Undo")
    assert said.startswith("Taken back for <b>Acme</b>: thank-you sent.")
    assert "Send Dana Reed a short thank-you" in said


def test_keeping_the_others_is_noted_as_such():
    talk = Talk()
    talk.says(GREAT)
    talk.says("interview at Globex today went well")
    talk.says("Acme made me an offer")
    talk.says("I accepted the Acme offer")
    assert "you keep the others open" in talk.presses("Keep them")


@pytest.mark.parametrize("press", ["1|undo|somewhere|", "1|undo|99|", "1|redo|x|", "1|done|check-in:a9.i9|"])
def test_coming_back_makes_no_press_of_nothing_one_of_something(press):
    talk = Talk()
    talk.says("interview at Acme today with Dana Reed, dana@acme.example, went great")
    before = talk.presses_data(press)
    talk.says("", Form.BLOCKED)
    assert talk.presses_data(press) == before
