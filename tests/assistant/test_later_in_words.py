"""Later, no more, and again, in words: of the one application meant, or a question which."""

import pytest
from talking import Talk

from rules.facts import Muted, Skipped, Snoozed, Unmuted

ACME = "interview at Acme today went great, met Dana Reed dana@acme.example, they decide by Friday"
GLOBEX = "interview at Globex today went great, met Sam Lee sam@globex.example, they decide by next Wednesday"


def talk(*told: str) -> Talk:
    talk = Talk()
    for text in told:
        talk.says(text)
    return talk


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("remind me tonight", "Mon 2 Mar, 20:00"),
        ("remind me tonight to write the thank you note", "Mon 2 Mar, 20:00"),
        ("remind me about Acme tonight", "Mon 2 Mar, 20:00"),
        ("in 3 days", "Thu 5 Mar, 9:30"),
        ("not before Wednesday", "Wed 4 Mar, 9:30"),
        ("give me until Wednesday", "Wed 4 Mar, 9:30"),
        ("at 4pm", "Tue 3 Mar, 16:00"),
        ("acme can wait till tomorrow at 9", "Tue 3 Mar, 9:00"),
        ("ask me again in two hours", "Mon 2 Mar, 20:00"),
        ("remind me on wednesday about acme", "Wed 4 Mar, 9:30"),
        ("put it off until tomorrow", "Tue 3 Mar, 9:30"),
        ("come back to Acme tomorrow at 8", "Tue 3 Mar, 8:00"),
    ],
)
def test_a_step_comes_back_at_the_moment_named(text, when):
    one = talk(ACME)
    assert f"I will remind you {when}." in one.says(text)
    assert sum(isinstance(fact, Snoozed) for fact in one.told) == 1


def test_an_open_question_does_not_keep_the_moment_asked_for_from_being_heard():
    one = talk(ACME, GLOBEX)
    one.says("letter")
    assert "When shall I come back" in one.says("remind me about Acme later")
    assert "I will remind you Mon 2 Mar, 20:00." in one.says("tonight")


@pytest.mark.parametrize(
    "text",
    [
        "next week",
        "remind me about Acme next week",
        "not before Monday",
        "not before Monday for Acme",
        "leave it until Friday",
    ],
)
def test_never_after_its_time_and_what_is_possible_is_offered(text):
    one = talk(ACME)
    assert one.says(text).startswith("That would be too late: its time ends Thu 5 Mar, 18:00.")
    assert "Tomorrow morning" in [button.label for button in one.buttons]
    assert not any(isinstance(fact, Snoozed) for fact in one.told)


@pytest.mark.parametrize(
    "text",
    [
        "they will remind me tomorrow",
        "Acme will come back to me in 3 days",
        "I forgot to remind Dana",
        "Acme next week",
    ],
)
def test_what_they_do_later_is_not_put_off(text):
    one = talk(ACME)
    one.says(text)
    assert not any(isinstance(fact, Snoozed) for fact in one.told)


def test_among_several_the_user_chooses():
    two = talk(ACME, GLOBEX, "/now")
    assert two.says("remind me tomorrow morning") == "Which one may wait?"
    assert "Noted for <b>Globex</b>: I come back to it Tue 3 Mar, 9:30." in two.presses("Globex")


def test_among_several_without_a_moment_a_button_each():
    two = talk(ACME, GLOBEX, "/now")
    assert two.says("remind me later") == "Which one may wait?"
    assert "When shall I come back to it?" in two.presses("Acme")


def test_among_several_skipping_asks_which():
    two = talk(ACME, GLOBEX, "/now", "skip")
    assert "no thank-you" in two.presses("Acme")
    assert [fact.about for fact in two.told if isinstance(fact, Skipped)] == ["a1"]


def test_another_day_is_asked_for_and_the_next_word_is_the_answer():
    one = talk(ACME)
    one.presses("Later")
    assert "Write a day or an hour before Thu 5 Mar, 18:00" in one.presses("Another day")
    assert "I will remind you Wed 4 Mar, 15:00." in one.says("wednesday at 3pm")


def test_another_day_unanswered_stands_in_no_way():
    one = talk(ACME)
    one.presses("Later")
    one.presses("Another day")
    assert "Noted for <b>Globex</b>" in one.says(GLOBEX)


@pytest.mark.parametrize(
    "text", ["stop asking about Acme", "mute acme", "don't remind me about it any more", "stop reminding me"]
)
def test_one_application_falls_silent_and_a_word_brings_it_back(text):
    one = talk(ACME)
    assert "I write no more about it" in one.says(text)
    assert one.later(hours=3).wakes() is None
    assert "Send Dana Reed" in one.says("/now")
    assert "I write about it again" in one.says("remind me about Acme again")
    assert [type(fact) for fact in one.told if isinstance(fact, Muted | Unmuted)] == [Muted, Unmuted]


def test_hushed_and_then_reminded_at_an_hour_it_speaks_at_that_hour():
    one = talk(ACME, "mute Acme")
    assert "I will remind you Tue 3 Mar, 9:30." in one.says("remind me about Acme tomorrow")
    assert one.later(hours=15, minutes=30).wakes() is not None


def test_news_of_a_hushed_application_says_that_it_stays_so():
    one = talk(ACME, "mute Acme")
    assert "I keep quiet about it, as you asked." in one.says("they invited me to a second interview on Monday at 10")
    assert "I will remind you" in one.presses("Write about it again")


def test_hushing_what_is_hushed_and_hushing_nothing():
    assert talk(ACME, "mute Acme").says("mute Acme") == "I keep quiet about it, as you asked."
    assert talk().says("stop reminding me") == "I write about nothing at the moment."


def test_among_several_hushing_asks_which():
    two = talk(ACME, GLOBEX, "/now")
    assert two.says("stop asking") == "Which application do you mean?"
    assert "<b>Acme</b>: I write no more about it" in two.presses("Acme")


def test_of_a_company_that_nobody_told_of_nothing_is_put_off():
    assert "Your applications" in talk(ACME).says("remind me about Globex Inc next week")


@pytest.mark.parametrize("text", ["remind me tomorrow", "remind me on thursday about acme", "ping me tomorrow at 9"])
def test_nothing_can_be_done_by_then(text):
    one = talk(ACME, "sent the thank you")
    said = one.later(minutes=10).says(text)
    assert said.startswith("There is nothing to do by then.")
    assert "Do nothing until Tue 10 Mar, 9:30." in said
    assert not any(isinstance(fact, Snoozed) for fact in one.told)


def test_what_is_still_to_come_comes_later():
    one = talk(ACME, "sent the thank you")
    assert "I will remind you Thu 12 Mar, 9:30." in one.later(minutes=10).says("remind me on march 12")
    assert one.later(days=9).wakes() is None
    assert one.later(days=1).wakes() is not None


def test_nothing_is_known_yet():
    assert Talk().says("remind me tomorrow").startswith("I do not know of any application yet.")


@pytest.mark.parametrize("text", ["tomorow i call acme", "ill write dana tomorrow", "gonna email them tomorrow at 9"])
def test_what_the_user_is_going_to_do_comes_back_then(text):
    assert "I will remind you Tue 3 Mar, 9:" in talk(ACME).later(minutes=10).says(text)


def test_with_nothing_to_do_it_is_good_to_know():
    one = talk("interview at Acme on Thursday at 10").later(minutes=10)
    assert one.says("I'll call them tomorrow").startswith("Good.")
