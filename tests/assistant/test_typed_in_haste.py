"""What impatient people type: each is answered, and nothing they told is lost."""

from datetime import timedelta

import pytest

from assistant.hear import hear
from assistant.ports import Form, Incoming
from language.received import received
from language.sentences import SentenceReader
from rules.facts import Applied
from rules.journal import Journal
from tests.assistant.talking import MONDAY, Talk
from tests.language.test_invitations import ics


def test_a_first_invitation_is_no_next_round() -> None:
    assert "they invite you to an interview" in Talk().says("they invited me to an interview at Brix")
    talk = Talk()
    talk.says("interview at Brix yesterday, great")
    assert "they invite you to the next round" in talk.says("they invited me to another interview")


def test_the_letter_is_for_the_one_spoken_of_last() -> None:
    talk = Talk()
    talk.says("interview at Acme today went great, met Dana Reed dana@acme.example")
    talk.says("interview at Globex today went great, met Rob Hill rob@globex.example")
    assert "Globex</b>: your thank-you, for Rob Hill" in talk.says("show me the letter")
    assert "Noted for <b>Globex</b>: thank-you sent" in talk.says("sent it")


def test_of_two_spoken_of_in_one_breath_the_letter_is_asked_about() -> None:
    talk = Talk()
    talk.says("interview at Acme today went great, met Dana Reed dana@acme.example")
    talk.says("interview at Globex today went great, met Rob Hill rob@globex.example")
    talk.says("what now?")
    assert talk.says("show me the letter") == "Which application is the letter for?"


@pytest.mark.parametrize("words", ["no wait, keep it", "keep it", "oops, don't delete it", "I changed my mind"])
def test_what_was_forgotten_a_moment_ago_is_kept_after_all(words: str) -> None:
    talk = Talk()
    talk.says("interview at Acme yesterday, great")
    assert talk.says("delete acme").startswith("Forgotten")
    assert talk.says(words).startswith("Here again for <b>Acme</b>: interview Sun 1 Mar · it felt great.")


def test_to_keep_is_no_undo_of_anything_else() -> None:
    talk = Talk()
    talk.says("interview at Acme yesterday, great")
    assert "Taken back" not in talk.says("keep it")


def test_forget_it_is_no_letting_go_unless_the_gut_was_asked() -> None:
    talk = Talk()
    talk.says("interview at Acme yesterday, great")
    talk.says("undo")
    talk.says("redo")
    assert "gut" not in talk.says("forget it")


@pytest.mark.parametrize("words", ["Acme is over", "done with Acme", "it's over with acme"])
def test_what_is_over_is_closed(words: str) -> None:
    talk = Talk()
    talk.says("interview at Acme yesterday, great")
    assert "Noted for <b>Acme</b>: closed." in talk.says(words)


def test_done_with_one_whose_interview_has_begun_is_its_report() -> None:
    talk = Talk()
    talk.says("interview at Acme today at 7pm")
    talk.now += timedelta(hours=2)
    assert "Noted for <b>Acme</b>: interview Mon 2 Mar." in talk.says("done with Acme")


@pytest.mark.parametrize("words", ["not today", "dont remind me today", "please don't bug me today"])
def test_not_today_is_tomorrow_morning(words: str) -> None:
    talk = Talk()
    talk.says("interview at Acme yesterday, great")
    assert talk.says(words) == "<b>Acme</b>: I will remind you Tue 3 Mar, 9:30."


def test_how_they_are_doing_is_the_list() -> None:
    talk = Talk()
    talk.says("interview at Acme yesterday, great")
    assert talk.says("how are my applications doing") == talk.says("/list")


def test_stop_alone_is_asked_what() -> None:
    talk = Talk()
    talk.says("interview at Acme yesterday, great")
    assert talk.says("stop").startswith("Stop what?")


def test_with_whom_and_by_which_way_are_understood() -> None:
    talk = Talk()
    talk.says("interview at Acme tomorrow at 10")
    assert "Noted for <b>Acme</b>: Priya Natarajan." in talk.says("with their CTO, Priya Natarajan")
    assert talk.says("it's by video") == "Good to know."


def test_a_question_answered_by_the_way_is_not_asked_again() -> None:
    talk = Talk()
    talk.says("interview at Acme yesterday, great")
    talk.says("interview at Globex yesterday, great")
    talk.now += timedelta(days=1)
    assert "Which application do you mean?" in talk.says("they rejected me")
    assert "Which application" not in talk.says("globex rejected me")


def test_the_title_of_an_invitation_names_the_company_in_full_and_the_role() -> None:
    title = "Interview with Brightwater Labs - Backend Engineer"
    organiser = "ORGANIZER;CN=Maya Lind:mailto:maya@brightwater.example"
    content = ics("DTSTART:20260305T140000Z", organiser).replace("SUMMARY:Interview", f"SUMMARY:{title}")
    held = received("invitation.ics", "", content.encode())
    heard = hear(Incoming(1, 1, Form.TEXT, "", MONDAY, received=held), Journal(), MONDAY, SentenceReader())
    assert heard.reading.facts[0] == Applied(about="a1", company="Brightwater Labs", role="Backend Engineer")


def test_who_has_a_number_alone_is_not_thanked_by_email() -> None:
    said = Talk().says("interviewed at Acme today with Dana Reed, felt great, her number is +49 30 901820")
    assert "by e-mail today" not in said
    assert "text it to <code>+49 30 901820</code>" in said


def test_that_they_answered_is_one_press_where_asking_was_advised() -> None:
    talk = Talk()
    talk.says("interview at Acme today, great, with Dana Reed, dana@acme.example. they decide by Wednesday")
    talk.says("thanked her")
    talk.now += timedelta(days=4)
    assert "ask politely where things stand" in talk.says("what now?")
    assert "Noted for <b>Acme</b>: they got in touch." in talk.presses("They answered")
