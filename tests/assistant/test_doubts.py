"""Questions of ours: asked once, once more, and never a third time; answered by a button; dropped; brought back."""

from talking import Talk

QUESTION = "Which application do you mean?"


def in_doubt() -> Talk:
    talk = Talk()
    talk.says("Interviewed at Acme today, went great, and at Globex today, that one was so-so")
    talk.later(days=2).says("they replied")
    return talk


def test_a_doubt_is_asked_with_its_answers_as_buttons():
    talk = in_doubt()
    assert talk.reply is not None
    assert talk.reply.text == QUESTION
    assert [button.label for button in talk.buttons] == ["Acme", "Globex"]


def test_a_button_answers_it():
    talk = in_doubt()
    assert "Noted for <b>Globex</b>: they got in touch." in talk.presses("Globex")


def test_an_answered_question_does_not_come_back():
    talk = in_doubt()
    talk.presses("Globex")
    assert QUESTION not in talk.says("/list")


def test_an_ignored_question_comes_back_once_and_never_a_third_time():
    talk = in_doubt()
    assert QUESTION in talk.says("/help")
    assert QUESTION not in talk.says("/list")


def test_an_ignored_question_blocks_nothing():
    talk = in_doubt()
    assert "Noted for <b>Acme</b>: an answer by Fri 6 Mar." in talk.says("Acme will tell me by Friday")


def test_cancel_drops_it():
    talk = in_doubt()
    question = talk.button("Acme").press
    assert talk.says("/cancel") == "Dropped. Tell me when you want to come back to it."
    assert QUESTION not in talk.says("/list")
    assert talk.presses_data(question) == "That is settled already."


def test_cancel_without_a_question_says_so():
    assert Talk().says("/cancel").startswith("There is no open question.")


def test_undoing_the_answer_brings_the_question_back():
    talk = in_doubt()
    talk.presses("Globex")
    said = talk.says("/undo")
    assert said.startswith("Taken back for <b>Globex</b>: they got in touch.")
    assert said.endswith(QUESTION)
    assert "Noted for <b>Acme</b>: they got in touch." in talk.presses("Acme")


def test_undoing_the_message_takes_the_question_back():
    talk = in_doubt()
    assert talk.says("/undo").startswith("Taken back: my question.")
    assert QUESTION not in talk.says("/list")


def test_the_undo_below_an_answer_brings_the_question_back_too():
    talk = in_doubt()
    talk.presses("Globex")
    assert talk.presses("Undo").endswith(QUESTION)
    assert talk.button("Acme")


def test_both_are_meant():
    said = in_doubt().says("both")
    assert "Noted for <b>Acme</b>: they got in touch." in said
    assert "Noted for <b>Globex</b>: they got in touch." in said


def test_several_are_named_in_the_answer():
    talk = Talk()
    for company in ("Acme", "Globex", "Initech"):
        talk.later(hours=1).says(f"interview at {company} yesterday, great")
    assert QUESTION in talk.later(days=1).says("they called me")
    said = talk.says("acme and initech")
    assert "<b>Acme</b>: they called." in said
    assert "<b>Initech</b>: they called." in said
    assert "Globex" not in said


def test_one_is_named_by_its_place():
    assert "Noted for <b>Globex</b>: they got in touch." in in_doubt().says("the second one")


def test_none_of_them_drops_it():
    talk = in_doubt()
    assert talk.says("none of them").startswith("Dropped.")
    assert QUESTION not in talk.says("/list")
