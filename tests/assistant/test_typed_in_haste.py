"""What impatient people type: each is answered, and nothing they told is lost."""

from tests.assistant.talking import Talk


def test_a_first_invitation_is_no_next_round() -> None:
    assert "they invite you to an interview" in Talk().says("they invited me to an interview at Brix")
    talk = Talk()
    talk.says("interview at Brix yesterday, great")
    assert "they invite you to the next round" in talk.says("they invited me to another interview")
