"""What impatient people type: each is answered, and nothing they told is lost."""

from tests.assistant.talking import Talk


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
