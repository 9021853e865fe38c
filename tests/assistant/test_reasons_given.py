"""Why: the facts behind a piece of advice; and the rulebook, page by page, with the user's own numbers."""

import pytest
from talking import Talk

from rules.facts import SettingChanged
from rules.rulebook import RULEBOOK

GREAT = "interview at Acme today went great, met Dana Reed dana@acme.example, they decide by Friday"


def test_why_names_the_facts_and_when_they_were_told():
    talk = Talk()
    talk.says(GREAT)
    talk.later(hours=1).says("sent the thank-you")
    why = talk.later(days=2).says("why should I wait?")
    assert why.startswith("<b>Why wait?</b> There is nothing to do before Tue 10 Mar, 9:30.")
    assert "They said Fri 6 Mar, and 2 working days of grace are only fair." in why
    assert "• interview Mon 2 Mar (told Mon 2 Mar, 18:00)" in why
    assert "• it felt great (told Mon 2 Mar, 18:00)" in why
    assert "• an answer by Fri 6 Mar (told Mon 2 Mar, 18:00)" in why
    assert "thank-you" not in why
    assert "Who disagrees" in why


@pytest.mark.parametrize("asked", ["why wait till friday", "and why should i wait until tuesday", "why so long"])
def test_why_wait_is_asked_of_the_waiting_though_something_else_is_to_be_done(asked):
    talk = Talk()
    talk.says(GREAT)
    reply = talk.says(asked)
    assert reply.startswith("<b>Why wait?</b> What comes next is for Tue 10 Mar, 9:30, not before.")
    assert "Noted" not in reply


def test_why_of_a_letting_go_names_every_follow_up():
    talk = Talk()
    talk.says("I interviewed at Acme on 2 February, it went really well")
    talk.says("e-mailed them on 12 February and again on 20 February, nothing")
    assert talk.says("why?").count("you followed up") >= 1


def test_why_rests_on_what_was_corrected():
    talk = Talk()
    talk.says(GREAT)
    talk.says("no, they decide by Thursday")
    talk.says("sent the thank-you")
    assert "an answer by Thu 5 Mar" in talk.says("why?")
    assert "Fri 6 Mar" not in talk.says("why?")


def test_why_of_nothing():
    assert Talk().says("why?") == "There is nothing open to explain. /rules shows what I go by."


def test_the_rulebook_can_be_turned_from_the_first_to_the_last_page():
    talk = Talk()
    talk.says("/rules")
    pages = [talk.presses(talk.buttons[0].label)]
    while any(button.label == "Next ›" for button in talk.buttons):
        pages.append(talk.presses("Next ›"))
    assert len(pages) == len(RULEBOOK)
    assert all(f"({number} of {len(RULEBOOK)})" in page for number, page in enumerate(pages, start=1))
    assert all("<b>Why?</b>" in page and len(page) < 2500 for page in pages)
    assert "18 rules" in talk.presses("All rules")


def test_the_numbers_are_the_users_own():
    talk = Talk()
    assert "the promise + 2 business days" in talk.says("/rules following up")
    setting = SettingChanged(name="days_after_promise", value="4")
    talk.journal = talk.journal.noting([setting], talk.now, 99)
    assert "the promise + 4 business days" in talk.says("/rules following up")


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("thank you", "<b>Thank-you</b>"),
        ("thank-yous", "<b>Thank-you</b>"),
        ("gut", "<b>Your gut</b>"),
        ("let-go", "<b>Letting go</b>"),
        ("business card", "<b>Before an interview</b>"),
        ("sausages", "I have no rule about “sausages”."),
    ],
)
def test_a_rule_is_found_by_a_word(words, found):
    assert found in Talk().says(f"/rules {words}")


def test_no_page_shows_an_abbreviation_or_a_gap():
    talk = Talk()
    for rule in RULEBOOK:
        page = talk.presses_data(f"1|rules|{rule.id}|")
        assert not {"bd", "{", "}", "None", "–"} & set(page.split())


def test_a_page_of_a_rule_there_is_not_is_the_contents():
    assert "18 rules" in Talk().presses_data("1|rules|nonsense|")


def test_that_silence_is_normal_is_said_once_a_day_and_whenever_it_is_asked_why():
    talk, normal = Talk(), "Silence is normal"
    talk.says("interview at Acme today went great, met Dana Reed dana@acme.example, they named no date")
    assert normal in talk.says("sent Dana the thank-you")
    assert normal not in talk.says("what should I do now?")
    assert normal in talk.says("why should I wait?")
    assert normal in talk.later(days=1).says("what should I do now?")


def test_an_interview_that_was_planned_and_held_is_one_ground():
    talk = Talk()
    talk.says("interview at Acme today at 15:00")
    talk.says("Acme went great")
    assert talk.says("why?").count("• interview") == 1
