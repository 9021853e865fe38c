"""One message, one reply: edits, forms that are no text, waiting that is no naming, answers to "should I write?"."""

import pytest
from talking import Talk

from assistant.ports import Form
from rules.fold import applications

GREAT = "interview at Acme today went great, met Dana Reed dana@acme.example, they decide by Wednesday"


def test_an_edit_is_read_in_place_of_the_old_message():
    talk = Talk()
    talk.says(GREAT)
    said = talk.says(GREAT.replace("Wednesday", "Friday"), Form.EDIT, original=1)
    assert said.startswith("I read your corrected message in place of the old one.")
    assert "an answer by Fri 6 Mar" in said
    assert talk.says("/list").count("Acme") == 1


def test_what_was_told_since_stays_with_the_application_that_an_edited_message_began():
    talk = Talk()
    talk.says("interview at Acme today with Dana, great")
    talk.says("they decide by Friday")
    talk.says("interview at Acme yesterday with Dana, great", Form.EDIT, original=1)
    (app,) = applications(talk.journal)
    assert (app.company, len(app.held)) == ("Acme", 1)


def test_undoing_an_edit_brings_the_message_back_as_it_was():
    talk = Talk()
    talk.says(GREAT)
    talk.says(GREAT.replace("great", "badly"), Form.EDIT, original=1)
    assert "thank-you" in talk.says("/undo")
    assert "thank-you due" in talk.says("/list")


@pytest.mark.parametrize(
    ("form", "said"),
    [
        (
            Form.ATTACHMENT,
            "I can only read text, invitations (.ics) and contacts. Tell me in a few words what it says.",
        ),
        (Form.GROUP, "I only talk in private. Write to me directly and I will gladly help."),
        (Form.BLOCKED, ""),
        (Form.RETURNED, ""),
    ],
)
def test_what_is_no_text_gets_one_line_or_silence(form, said):
    assert Talk().says("x", form) == said


@pytest.mark.parametrize("text", ["/", "/ ", "/ hello", "//", "/@bot", "/NOW", "/now@afterword_bot", "/now now"])
def test_a_slash_stops_nobody(text):
    assert Talk().says(text)


def test_a_command_that_there_is_not_is_named():
    assert Talk().says("/dance <b>").startswith("I do not know /dance.")


def test_whoever_asks_shortly_before_is_still_written_to_at_the_time_promised():
    talk = Talk()
    talk.says(GREAT)
    talk.says("thank-you sent")
    assert "Do nothing until Fri 6 Mar, 9:30." in talk.later(hours=87).says("/now")
    assert talk.later(minutes=30).wakes() is not None


def test_the_clock_is_named_with_the_first_time_and_not_again():
    talk = Talk()
    assert "I go by Berlin time." in talk.says(GREAT)
    assert "I go by" not in talk.says("/now")


def test_not_yet_never_stands_beside_do_nothing_while_there_is_something_to_do():
    talk = Talk()
    talk.says(GREAT)
    said = talk.says("should I follow up with Acme?")
    assert said.startswith("Not yet. The time to ask is Fri 6 Mar, 9:30, if nothing has come by then.")
    assert "Do nothing" not in said
    assert "Send Dana Reed a short thank-you" in said


def test_after_two_follow_ups_the_answer_is_no():
    talk = Talk()
    talk.says("I interviewed at Acme three weeks ago, it went really well. e-mailed them twice, nothing")
    assert talk.says("should I write again?").startswith("No. Two follow-ups are enough.")


def test_a_closed_application_is_not_followed_up():
    talk = Talk()
    talk.says(GREAT)
    talk.says("Acme rejected me")
    assert talk.says("should I follow up with Acme?") == "No, that one is closed. If they come back, just tell me."


def test_no_follow_up_after_a_bad_interview():
    talk = Talk()
    talk.says("I bombed my interview at Acme today")
    assert talk.says("should I follow up with Acme?").startswith("Better not: a follow-up is for interviews")


def test_a_no_is_met_in_a_sentence_first():
    assert Talk().says("Acme rejected me").startswith("I am sorry.")
