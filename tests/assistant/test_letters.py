"""Letters in conversation: which one, for whom, by which channel, and when not, or not yet."""

import pytest
from talking import Talk

from assistant.press import Press
from rules.facts import Applied, ContactMet, LetterAsked, SettingChanged, TalkedAbout

DANA = "with Dana Reed, dana@acme.example"
FELT_GREAT = "interview at Acme today with Dana Reed, dana@acme.example, felt great, they decide by friday"


def told(*messages: str) -> Talk:
    talk = Talk()
    for message in messages:
        talk.says(message)
    return talk


def copies(talk: Talk) -> dict[str, str]:
    return {button.label: button.copies for button in talk.buttons if button.copies}


def bodies(text: str) -> list[str]:
    return [part.partition("</pre>")[0] for part in text.split("<pre>")[1:]]


def test_subject_and_address_are_a_tap_away():
    talk = told(FELT_GREAT, "/letter")
    assert copies(talk) == {"Copy subject": "Thank you – position at Acme", "Copy address": "dana@acme.example"}


def test_a_letter_is_signed_with_the_name_once_it_is_told():
    talk = told(FELT_GREAT, "call me bob miller", "/letter")
    assert bodies(talk.reply.text)[0].endswith("Kind regards\nBob Miller")


def test_what_was_typed_in_small_letters_has_capitals_in_a_letter():
    talk = told("just had an interview at acme with dr. dana reed, went great", "/letter")
    assert copies(talk) == {"Copy subject": "Thank you – position at Acme"}
    (body,) = bodies(talk.reply.text)
    assert body.startswith("Dear Dr. Reed,")
    assert "the team at Acme" in body


@pytest.mark.parametrize(
    "asked", ["thank you letter globex", "/letter globex", "letter globex thank you", "Globex letter"]
)
def test_the_company_is_named_with_the_letter_wanted(asked):
    talk = told(FELT_GREAT, "interview at Globex today went bad")
    assert "<b>Globex</b>: your thank-you." in talk.says(asked)


def test_two_letters_are_wanted_in_one_breath():
    said = told(FELT_GREAT).says("write a thank you and a follow up")
    assert len(bodies(said)) == 1
    assert "I will bring you the letter Tue 10 Mar, 9:30." in said


def test_nobody_is_asked_for_feedback_before_a_no():
    talk = told(FELT_GREAT, "interview at Globex today went bad")
    assert "They have not said no, as far as I know." in talk.says("letter to ask for feedback")


@pytest.mark.parametrize(("said", "company"), [("turned down by hooli", "hooli"), ("got ghosted by Hooli", "Hooli")])
def test_whoever_said_no_or_nothing_is_noted(said, company):
    talk = told(FELT_GREAT, said)
    assert [entry.fact.company for entry in talk.journal.standing if isinstance(entry.fact, Applied)][1:] == [company]


@pytest.mark.parametrize(
    ("answer", "known"),
    [
        ("they build rockets", "how you build rockets"),
        ("They are moving to the cloud", "how you are moving to the cloud"),
    ],
)
def test_what_they_do_is_an_answer_to_what_was_talked_about(answer, known):
    assert known in bodies(told(FELT_GREAT, "/letter").says(answer))[0]


def test_what_they_talked_about_is_put_right():
    talk = told(FELT_GREAT, "we talked about kubernetes")
    assert "you talked about postgres" in talk.says("no it was about postgres")
    assert "about postgres, and" in bodies(talk.says("/letter"))[0]


def test_a_first_and_a_last_name_that_is_a_place():
    assert "Kim Park" in told().says("interview at Acme yesterday with Kim Park")


def test_a_name_in_a_script_without_capitals_is_no_company():
    talk = told("interview at Acme today with דנה לוי")
    assert [entry.fact.company for entry in talk.journal.standing if isinstance(entry.fact, Applied)] == ["Acme"]


def test_what_is_too_long_for_a_button_is_cut_or_left_away():
    talk = told(FELT_GREAT)
    long = [Applied(about="a1", company="Acme " * 70), ContactMet(about="a1", name="Dana Reed", email="d" * 257)]
    talk.journal = talk.journal.noting(long, talk.now, talk.arrivals)
    talk.says("/letter")
    assert {label: len(copied) for label, copied in copies(talk).items()} == {"Copy subject": 256}


def test_every_interviewer_gets_another_letter_and_the_fourth_a_button():
    people = "interviewed at Acme today, felt great. met Dana Reed, Sam Lee, Maria Ruiz and Dr. Chen"
    talk = told(people)
    first = bodies(talk.says("write me the thank-you letters"))
    last = bodies(talk.presses("For Chen"))
    letters = [letter.partition("\n\n")[2] for letter in (*first, *last)]
    assert len(letters) == len(set(letters)) == 4
    assert last[0].startswith("Dear Dr. Chen,")


def test_somebody_named_gets_the_one_letter():
    talk = told("interviewed at Acme today, felt great. met Dana Reed and Sam Lee")
    assert [body.splitlines()[0] for body in bodies(talk.says("write a thank you to Sam"))] == ["Dear Sam Lee,"]


def test_whoever_was_thanked_gets_no_second_letter():
    talk = told("interviewed at Acme today, felt great. met Dana Reed and Sam Lee", "thanked Dana by email")
    assert [body.splitlines()[0] for body in bodies(talk.says("/letter"))] == ["Dear Sam Lee,"]
    assert "once is enough" in told(FELT_GREAT, "sent the thank you").says("write me a thank-you letter")


def test_what_they_talked_about_is_asked_for_once():
    talk = told(FELT_GREAT)
    assert "Tell me in a line what you talked about" in talk.says("/letter")
    assert "Tell me in a line" not in talk.says("/letter")


def test_an_answer_to_that_goes_into_the_letter():
    talk = told(FELT_GREAT, "/letter")
    assert "talking with you about your robots in Ghent" in talk.says("their robots in Ghent")
    assert TalkedAbout(about="a1", topic="their robots in Ghent", interview=1) in talk.told


@pytest.mark.parametrize("text", ["we talked about climbing", "We mostly talked about climbing"])
def test_a_whole_sentence_of_it_tells_nothing_else(text):
    talk = told(FELT_GREAT, "/letter")
    before = len(talk.told)
    talk.says(text)
    assert talk.told[before:] == [TalkedAbout(about="a1", topic="climbing", interview=1)]


@pytest.mark.parametrize(
    "text",
    [
        "ok thanks",
        "no",
        "what should I do now?",
        "sent it",
        "later",
        "nothing special",
        "help",
        "show me the overview",
        "send me a calendar file",
        "my applications",
        "show closed",
        "settings",
        "my quiet hours are 22 to 7",
        "I live in Lisbon",
        "remind me tonight",
        "stop asking about Acme",
        "what do you know about me",
        "export my data",
        "delete everything",
        "undo",
        "forget Acme",
        "the rules please",
    ],
)
def test_anything_else_after_that_is_no_topic(text):
    talk = told(FELT_GREAT, "/letter")
    talk.says(text)
    assert not any(isinstance(fact, TalkedAbout) for fact in talk.told)


def test_once_more_was_told_a_line_is_no_topic():
    talk = told(FELT_GREAT, "/letter", "sent it")
    talk.says("now the next")
    assert not any(isinstance(fact, TalkedAbout) for fact in talk.told)


def test_the_tone_is_kept():
    talk = told(FELT_GREAT, "/letter")
    assert bodies(talk.presses("Friendlier"))[0].startswith("Hello Dana,")
    assert SettingChanged(name="register", value="friendly") in talk.told
    assert bodies(talk.says("/letter"))[0].startswith("Hello Dana,")
    assert talk.reply.edits is None


def test_pressing_for_the_same_tone_twice_notes_it_once():
    talk = told(FELT_GREAT, "/letter")
    data = talk.button("Friendlier").press
    talk.presses_data(data)
    noted = talk.told
    talk.presses_data(data)
    assert talk.told == noted


def test_a_tone_may_be_chosen_before_any_letter():
    talk = Talk()
    assert talk.says("friendly letters please") == "Noted: letters are friendly."
    assert talk.says("/undo").startswith("Taken back. Again: letters are formal.")


def test_the_same_letter_goes_another_way():
    talk = told(f"interviewed at Acme three weeks ago {DANA}, felt great, her number is +49 30 901820", "/letter")
    assert "Subject" in talk.says("as an email please")
    assert "On the phone" in talk.says("by phone instead")


def test_a_new_wish_is_not_for_the_letter_shown_last():
    talk = told(FELT_GREAT, "/letter", "sent the thank you").later(days=7, hours=16)
    assert "your follow-up" in talk.says("can you write a friendly email?")


def test_a_letter_asked_for_too_early_is_kept_and_comes_with_its_step():
    talk = told(FELT_GREAT, "sent the thank you")
    assert "I will bring you the letter Tue 10 Mar, 9:30." in talk.says("draft the follow up")
    nudge = talk.later(days=7, hours=16).wakes()
    assert "Here is the letter you asked for." in nudge.message.text
    assert "Dear Dana Reed," in nudge.message.text


def test_it_comes_once():
    talk = told(FELT_GREAT, "sent the thank you", "draft the follow up")
    talk.later(days=7, hours=16).wakes()
    again = talk.later(days=3).wakes()
    assert again is not None
    assert "<pre>" not in again.message.text


def test_it_comes_with_a_reply_that_names_its_step():
    talk = told(FELT_GREAT, "sent the thank you", "draft the follow up").later(days=7, hours=16)
    assert "Here is the letter you asked for." in talk.says("what now?")
    assert talk.wakes() is None


def test_asking_twice_keeps_it_once_and_undo_lets_it_go():
    talk = told(FELT_GREAT, "sent the thank you", "draft the follow up", "write me the follow up")
    assert sum(isinstance(fact, LetterAsked) for fact in talk.told) == 1
    talk = told(FELT_GREAT, "sent the thank you", "draft the follow up", "/undo")
    assert "<pre>" not in talk.later(days=7, hours=16).wakes().message.text


def test_it_does_not_come_once_they_have_said_no():
    talk = told(FELT_GREAT, "sent the thank you", "draft the follow up", "Acme rejected me")
    assert talk.later(days=7, hours=16).wakes() is None


def test_how_it_felt_decides_about_a_follow_up():
    talk = told("interviewed at Acme three weeks ago with Dana Reed, dana@acme.example")
    assert "once you have told me" in talk.says("write me the follow-up email")
    assert "Dear Dana Reed," in talk.says("it felt great")


REFUSED = [
    ((FELT_GREAT.replace("great", "bad"), "sent the thank you"), "write a follow up", "Better not"),
    (("interviewed at Acme in January, felt great. e-mailed them twice, nothing",), "write a third follow up", "No."),
    ((FELT_GREAT,), "write an email asking for feedback", "They have not said no"),
    ((FELT_GREAT,), "write an answer to the offer", "no offer"),
    ((FELT_GREAT,), "write a letter for a new date", "no interview there that was called off"),
    ((FELT_GREAT,), "draft a note about the missed call", "no call of theirs"),
    (("interview at Acme next monday at 10",), "write me a thank you letter", "first the interview, Mon 9 Mar, 10:00"),
    ((FELT_GREAT, "Acme rejected me"), "write a follow up", "that one is closed"),
    ((), "/letter", "I do not know of any application yet"),
    ((FELT_GREAT,), "write a thank you letter for Globex", "no application at Globex"),
]


@pytest.mark.parametrize(("before", "text", "reason"), REFUSED)
def test_no_letter_but_the_reason(before, text, reason):
    reply = told(*before).says(text)
    assert reason in reply
    assert "<pre>" not in reply


WRITTEN = [
    ("write me an email to withdraw", "to withdraw my application"),
    ("help me reply to them", "[your answer to what they wrote]"),
]


@pytest.mark.parametrize(("text", "words"), WRITTEN)
def test_a_letter_that_is_always_in_time(text, words):
    assert words in told(FELT_GREAT).says(text)


def test_thanks_that_come_late_go_into_the_follow_up():
    reply = told("interviewed at Acme three weeks ago with Dana Reed, dana@acme.example, great").says(
        "write a thank you"
    )
    assert "late for a thank-you of its own" in reply
    assert "where things stand" in reply


def test_in_person_nothing_is_handed_over():
    reply = told(FELT_GREAT).says("can I bring the thank you letter in person?")
    assert reply.startswith("Better not in person.")
    assert "<pre>" not in reply


@pytest.mark.parametrize(
    ("reach", "heading"),
    [
        ("her number is +49 30 901820", "On the phone, half a minute:"),
        ("her skype is live:dana.reed", "live:dana.reed"),
    ],
)
def test_the_words_fit_the_only_channel_known(reach, heading):
    reply = told(f"interviewed at Acme three weeks ago with Dana Reed, felt great, {reach}").says("/letter")
    assert heading in reply
    assert "Subject" not in reply


def test_an_email_is_an_email_even_where_a_call_is_advised():
    talk = told("interviewed at Acme three weeks ago with Dana Reed, felt great, +49 30 901820, dana@acme.example")
    assert "On the phone" in talk.says("/letter")
    assert "Subject" in talk.says("write the follow-up email")


def test_a_letter_button_that_is_not_ours_is_answered_politely():
    talk = told(FELT_GREAT)
    for choice in ("", "x", "thank_you", "thank_you.pigeon..", "poem...", "thank_you...99"):
        assert talk.presses_data(Press(Press.read(talk_button(talk)).verb, "a1", choice).data)


def talk_button(talk: Talk) -> str:
    fresh = told(FELT_GREAT)
    return fresh.button("Letter").press


OF_STEPS = [
    ((FELT_GREAT,), 0, "Thank you very much for our conversation"),
    ((f"interviewed at Acme three weeks ago {DANA}, felt great",), 0, "ask politely where things stand"),
    (
        (f"interviewed at Acme on Feb 2 {DANA}, felt great", "emailed her on Feb 16", "write now"),
        0,
        "add that may interest",
    ),
    (
        (f"interviewed at Acme on Feb 2 {DANA}, felt great", "Dana replied, they need more time"),
        0,
        "[your answer to what they wrote]",
    ),
    ((FELT_GREAT, "Acme rejected me"), 0, "what I could have done better"),
    ((FELT_GREAT, "Acme made me an offer"), 0, "Thank you very much for offering me"),
    ((FELT_GREAT, "sent the thank you", "Dana will call me tomorrow at 10"), 16.5, "We had arranged to speak"),
    ((f"interview at Acme on friday at 10 {DANA}", "they cancelled the interview"), 64, "had to be cancelled"),
    (
        (FELT_GREAT, "interviewed at Globex today, felt good", "Globex offered me the job and I accepted"),
        0,
        "I have accepted another position",
    ),
]


@pytest.mark.parametrize(("before", "hours", "words"), OF_STEPS)
def test_every_step_that_reaches_out_has_its_letter(before, hours, words):
    talk = told(*before).later(hours=hours)
    if hours:
        assert talk.wakes() is not None
    assert words in talk.presses("Letter")
    assert all(len(button.copies) <= 256 for button in talk.buttons if button.copies)


def test_a_question_of_which_application_is_answered_once():
    talk = told(FELT_GREAT, "interviewed at Globex today with Sam Lee, felt good", "what now?", "/letter")
    data = talk.button("Globex").press
    assert "Dear Sam Lee," in talk.presses("Globex")
    assert talk.presses_data(data) == "That is settled already."


@pytest.mark.parametrize("text", ["the move to kubernetes", "warehouse robots mostly", "we talked about their depot"])
def test_what_they_talked_about_may_come_a_few_messages_later(text):
    talk = told(FELT_GREAT, "/letter").later(minutes=5)
    talk.says("globex rejected me")
    said = talk.later(minutes=5).says(text)
    assert said.startswith("Noted for <b>Acme</b>: you talked about ")


@pytest.mark.parametrize("text", ["gotta go", "my cat is cute", "long day", "hm"])
def test_not_everything_that_comes_later_is_what_they_talked_about(text):
    talk = told(FELT_GREAT, "/letter").later(minutes=5)
    talk.says("what should I do now?")
    assert "you talked about" not in talk.later(minutes=5).says(text)
