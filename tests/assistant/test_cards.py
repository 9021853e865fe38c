"""Lists and cards: tidy however many applications there are, each button for the application it names."""

import re
from datetime import timedelta

import pytest
from talking import MONDAY, Talk

from assistant.listing import listed
from assistant.words import in_words
from rules.facts import Applied, ContactMet, InterviewPlanned, Rejected
from rules.journal import Journal
from rules.moments import Day
from rules.plan import make_plan
from rules.preferences import preferences

MOST_CHARACTERS, MOST_BUTTONS, MOST_BYTES = 4096, 100, 64
ROLE = "Engineer & Co " * 9
GREAT = "interview at Acme today as data analyst went great, met Dana Reed dana@acme.example"


def many(number: int) -> Talk:
    """A talk about that many applications, every third closed, with names of every length."""
    journal = Journal(default_zone="Europe/Berlin")
    for each in range(1, number + 1):
        key, day = f"a{each}", Day((MONDAY + timedelta(days=each)).date())
        facts = [
            Applied(
                about=key, company=f"Company {each} " + "of the Long Name " * (each % 5), role="Engineer & Co " * 9
            ),
            InterviewPlanned(about=key, interview=1, at=day),
        ]
        facts += [ContactMet(about=key, name=f"Person {n} " + "van der " * 30) for n in range(each % 20)]
        journal = journal.noting([*facts, *([Rejected(about=key)] if each % 3 == 0 else [])], MONDAY, each)
    return Talk(journal=journal, arrivals=number)


def fits(talk: Talk) -> bool:
    assert talk.reply
    shown = re.sub(r"<[^>]+>", "", talk.reply.text)
    presses = [button.press.encode() for button in talk.buttons]
    return (
        0 < len(shown) <= MOST_CHARACTERS
        and len(presses) <= MOST_BUTTONS
        and all(0 < len(press) <= MOST_BYTES for press in presses)
    )


def test_whoever_waits_is_waiting_though_a_contact_is_wanted():
    talk = Talk()
    talk.says("interview at Acme today, it went great, they named no date")
    talk.presses("Done")
    assert "<b>Acme</b> – waiting until Mon 9 Mar, 9:30" in talk.says("/list")


@pytest.mark.parametrize("number", [1, 10, 100])
@pytest.mark.parametrize("start", ["/list", "/list closed", "/list engineer"])
def test_every_page_fits(number, start):
    talk, cards = many(number), 0
    talk.says(start)
    while fits(talk) and any(button.label == "Next ›" for button in talk.buttons):
        cards += sum("|card|" in button.press for button in talk.buttons)
        talk.presses("Next ›")
    cards += sum("|card|" in button.press for button in talk.buttons)
    closed = number // 3
    assert (
        cards
        == {"/list": number - closed, "/list closed": closed, "/list engineer": number if number > 1 else 0}[start]
    )


@pytest.mark.parametrize("key", ["a1", "a14", "a19"])
def test_every_card_and_menu_fits(key):
    talk = many(20)
    talk.presses_data(f"1|card|{key}|")
    assert fits(talk)
    talk.presses("Edit")
    assert fits(talk)


def test_a_page_of_a_long_list_has_few_lines():
    plan = make_plan(many(100).journal)
    reply = in_words(listed(plan, MONDAY), MONDAY, preferences(plan.journal))
    assert "Page 1 of 9." in reply.text
    assert reply.text.count("•") == 8


def test_the_list_is_in_the_order_of_the_advice():
    talk = Talk()
    talk.says("Interview at Globex on Thursday at 14:00")
    talk.says(GREAT)
    talk.says("I interviewed at Hooli last Monday, it was ok, they answer in three weeks")
    talk.presses("Skip")
    names = re.findall(r"<b>(\w+)</b> [–(]", talk.says("/list"))
    assert names.index("Acme") < names.index("Globex")


def test_two_jobs_at_one_company_are_told_apart_by_their_roles():
    journal = Journal().noting(
        [Applied(about="a1", company="Acme", role="cook"), Applied(about="a2", company="Acme", role="waiter")], MONDAY
    )
    talk = Talk(journal=journal)
    talk.says("/list")
    assert [button.label for button in talk.buttons] == ["Acme · cook", "Acme · waiter"]
    assert "waiter" in talk.presses("Acme · waiter")


def test_back_leads_to_the_page_that_one_came_from():
    talk = many(30)
    talk.says("/list")
    second = talk.presses("Next ›")
    talk.presses(talk.buttons[0].label)
    assert talk.presses("Back to the list") == second


def test_an_application_left_alone_after_letting_go_is_filed_with_the_closed_ones():
    talk = Talk()
    talk.says("I interviewed at Acme three weeks ago, it went really well. e-mailed them twice, nothing")
    assert "time to let go" in talk.says("/list")
    talk.later(days=14)
    assert "Nothing is open" in talk.says("/list")
    assert "<b>Acme</b> – time to let go" in talk.presses("Closed (1)")


def test_a_card_tells_what_they_last_said_and_what_they_promised():
    talk = Talk()
    talk.says(GREAT)
    talk.says("they will decide by Friday")
    talk.later(days=1).says("Acme called, still no decision")
    talk.says("/list")
    card = talk.presses("Acme")
    assert "Last word from them, Tue 3 Mar: they called." in card
    assert "<b>Dana Reed" not in card
    assert "<code>dana@acme.example</code>" in card


def test_a_button_of_an_application_that_is_forgotten_says_so():
    talk = Talk()
    talk.says(GREAT)
    talk.says("/list")
    card = talk.button("Acme").press
    talk.says("forget Acme")
    told = talk.told
    assert talk.presses_data(card) == "I do not have that one any more."
    assert talk.told == told


@pytest.mark.parametrize(
    "data",
    [
        "1|card|a9|",
        "1|card||",
        "1|change|a9|company",
        "1|change|a1.99|interview-menu",
        "1|change|a1.99|contact-menu",
        "1|choose|a1.99|no-contact",
        "1|choose|a1.99|no-interview",
        "1|choose|a1.99|great",
        "1|choose|a9|forget",
        "1|choose|a1|nonsense",
        "1|redo|99|",
        "1|redo|x|",
        "1|undo|99|list",
        "1|redo|99|list",
    ],
)
def test_a_press_of_what_there_is_not_tells_nothing(data):
    talk = Talk()
    talk.says(GREAT)
    told = talk.told
    assert talk.presses_data(data)
    assert talk.told == told


def test_a_strange_page_is_the_last_or_the_first():
    talk = many(10)
    assert "Page 1" not in talk.presses_data("1|list|open|x")
    assert "Page 1" not in talk.presses_data("1|list|open|99")
    assert talk.presses_data("1|list|nowhere|0")


def test_a_very_long_word_still_fits_into_the_buttons():
    talk = many(100)
    talk.says("/list " + "ö" * 200 + "|")
    assert fits(talk)
