"""Editing: every detail by a button and a word, amended and not told twice; an ignored question blocks nothing."""

import pytest
from talking import Talk

from rules.facts import Amended, Applied, ChangeAsked, ContactMet
from rules.plan import make_plan

TOLD = (
    "interview at Acme on Friday 27 Feb as data analyst went great, met Dana Reed dana@acme.example, "
    "they decide by Friday"
)
HELD, AHEAD = "interview Fri 27 Feb", "interview Thu 5 Mar, 14:00"


def editing(*labels: str, company: str = "Acme") -> Talk:
    talk = Talk()
    talk.says(TOLD)
    talk.says("Interview at Globex on Thursday at 14:00")
    talk.says("/list")
    for label in (company, "Edit", *labels):
        talk.presses(label)
    return talk


def known(talk: Talk, key: str = "a1"):
    return next(app for app in make_plan(talk.journal).applications if app.key == key)


@pytest.mark.parametrize(
    ("labels", "said", "echo"),
    [
        (["Company"], "Blue Otter", "Corrected: <b>Blue Otter</b> (data analyst)."),
        (["Company"], "it's called Akme Ltd.", "Corrected: <b>Akme Ltd</b> (data analyst)."),
        (["Company"], "its called Akme Labs", "Corrected: <b>Akme Labs</b> (data analyst)."),
        (["Company"], "Acme GmbH", "Corrected: <b>Acme GmbH</b> (data analyst)."),
        (["Company"], "ACME", "Corrected: <b>ACME</b> (data analyst)."),
        (["Role"], "a QA lead", "Corrected: <b>Acme</b> (QA lead)."),
        ([HELD, "Day and hour"], "Thursday", "interview Thu 26 Feb."),
        ([HELD, "Day and hour"], "no, Wednesday 25 Feb", "interview Wed 25 Feb."),
        ([HELD, "Feeling"], "it was terrible", "it felt bad."),
        (["When they answer"], "next Wednesday", "an answer by Wed 11 Mar."),
        (["Dana Reed", "Phone"], "+49 30 1234567", "Dana Reed, +49 30 1234567, dana@acme.example."),
        (["Dana Reed", "E-mail"], "d.reed@acme.example", "Dana Reed, d.reed@acme.example."),
        (["Dana Reed", "Skype"], "dana.reed", "Dana Reed, dana@acme.example, dana.reed."),
        (["Dana Reed", "LinkedIn"], "linkedin.com/in/dana", "Dana Reed, dana@acme.example, linkedin.com/in/dana."),
        (["Dana Reed", "Name"], "Donna Reed", "Donna Reed, dana@acme.example."),
        (["Dana Reed", "What they do"], "the recruiter", "Dana Reed, recruiter, dana@acme.example."),
        (["Add a person"], "Sam Lee, sam@acme.example", "Noted for <b>Acme</b>: Sam Lee, sam@acme.example."),
        (["Add a person"], "Sam", "Noted for <b>Acme</b>: Sam."),
    ],
)
def test_a_detail_is_changed_by_a_word(labels, said, echo):
    talk = editing(*labels)
    assert echo in talk.says(said)
    assert "Taken back" in talk.presses("Undo")


def test_to_ask_about_a_company_is_no_name_of_it():
    talk = editing("Company")
    assert "Corrected" not in talk.says("Acme what now")


@pytest.mark.parametrize("wish", ["quiet hours 22 to 7", "delete everything", "export my data", "forget me"])
def test_what_is_wanted_of_the_assistant_is_no_value(wish):
    talk = editing("Role")
    assert "Acme" not in talk.says(wish)
    assert known(talk).role == "data analyst"


@pytest.mark.parametrize("company", ["Acme", "Globex"])
@pytest.mark.parametrize("passed", [20, 600])
def test_what_follows_a_change_is_neither_a_part_of_it_nor_another(company, passed):
    talk = editing("Role", company=company)
    key = "a1" if company == "Acme" else "a2"
    talk.says("QA lead")
    talk.later(seconds=passed).says("22 to 7")
    assert known(talk, key).role == "QA lead"


def test_an_hour_alone_is_meant_for_the_day_that_is_known():
    talk = editing(AHEAD, "Day and hour", company="Globex")
    assert "interview Thu 5 Mar, 15:00." in talk.says("3pm")


@pytest.mark.parametrize(
    ("labels", "button", "echo"),
    [
        ([HELD, "Feeling"], "So-so", "it felt so-so"),
        (["When they answer"], "They named no date", "they named no date"),
        (["It is over"], "They said no", "they said no"),
        (["It is over"], "I withdrew", "you withdrew"),
        (["It is over"], "I let it go", "closed"),
    ],
)
def test_a_detail_is_changed_by_a_button_once(labels, button, echo):
    talk = editing(*labels)
    press = talk.button(button).press
    assert echo in talk.presses(button)
    told = talk.told
    assert talk.presses_data(press) == "That is settled already."
    assert talk.told == told


def test_a_closed_application_is_opened_again():
    talk = editing("It is over")
    talk.presses("They said no")
    talk.presses("Show the card")
    talk.presses("Edit")
    assert "open again" in talk.presses("Open it again")
    assert known(talk).is_open


def test_a_change_amends_and_tells_nothing_twice():
    talk = editing("Company")
    talk.says("Blue Otter")
    assert sum(isinstance(fact, Applied) for fact in talk.told) == 2
    assert any(isinstance(fact, Amended) for fact in talk.told)
    assert known(talk).company == "Blue Otter"


def test_a_name_is_put_right_in_all_that_was_told():
    talk = editing()
    talk.says("Dana Reed at Acme has the number +49 30 1234567")
    talk.says("/list acme")
    for label in ("Edit", "Dana Reed", "Name"):
        talk.presses(label)
    talk.says("Donna Reed")
    assert [(each.name, each.phone) for each in known(talk).contacts] == [("Donna Reed", "+49 30 1234567")]


@pytest.mark.parametrize(
    ("labels", "said"),
    [
        (["Company"], "They rejected me"),
        (["Company"], "what should I do now?"),
        (["Company"], "thanks"),
        (["Company"], "hello"),
        (["Company"], "I have an interview at Initech tomorrow"),
        (["Role"], "when should I follow up?"),
        (["Role"], "undo"),
        ([HELD, "Day and hour"], "they called and want a second interview on Friday"),
        (["When they answer"], "what if they never answer?"),
        (["Dana Reed", "Phone"], "Globex called me back"),
        (["Dana Reed", "Name"], "I withdrew from Globex"),
    ],
)
def test_another_message_is_read_on_its_own_merits(labels, said):
    talk, plain = editing(*labels), editing()
    talk.says(said)
    plain.says(said)
    now = [(app.company, app.role, app.contacts) for app in make_plan(plain.journal).applications]
    assert [(app.company, app.role, app.contacts) for app in make_plan(talk.journal).applications] == now


def test_an_hour_later_a_word_is_no_answer_any_more():
    talk = editing("Role")
    talk.later(hours=2).says("chef")
    assert known(talk).role == "data analyst"


def test_never_mind_drops_the_question():
    talk = editing("Role")
    assert talk.says("never mind") == "Dropped. Tell me when you want to come back to it."
    talk.says("chef")
    assert known(talk).role == "data analyst"


def test_asking_twice_asks_once():
    talk = editing()
    press = talk.button("Company").press
    assert talk.presses_data(press) == talk.presses_data(press)
    assert sum(isinstance(fact, ChangeAsked) for fact in talk.told) == 1


@pytest.mark.parametrize(
    ("said", "echo"),
    [
        ("forget Globex", "Forgotten: <b>Globex</b>, and all I knew of it."),
        ("remove the interview at Acme", "Removed from <b>Acme</b>: interview Fri 27 Feb · it felt great."),
        ("remove Dana", "Removed from <b>Acme</b>: Dana Reed, dana@acme.example."),
    ],
)
def test_what_is_removed_comes_back_as_it_was(said, echo):
    talk = editing()
    before = make_plan(talk.journal).applications
    assert talk.says(said).startswith(echo)
    assert make_plan(talk.journal).applications != before
    assert talk.presses("Undo").startswith("Here again")
    assert make_plan(talk.journal).applications == before


def test_removing_by_button_does_the_same():
    talk = editing("Dana Reed")
    assert "Removed from <b>Acme</b>: Dana Reed" in talk.presses("Remove the person")
    assert not known(talk).contacts
    talk = editing(HELD)
    assert "Removed from <b>Acme</b>: interview Fri 27 Feb" in talk.presses("Remove the interview")
    assert not known(talk).interviews


def test_a_forgotten_company_told_of_again_is_a_new_one():
    talk = editing()
    talk.says("forget Acme")
    talk.says("interview at Acme on Friday at 10")
    assert not known(talk, "a3").contacts


@pytest.mark.parametrize("said", ["forget it all", "edit", "add a contact"])
def test_which_one_is_asked_where_several_may_be_meant(said):
    talk = editing()
    talk.says(said)
    assert not any(isinstance(fact, ChangeAsked | ContactMet) and fact.about == "a2" for fact in talk.told)


def test_editing_by_word_asks_for_the_value_at_once():
    talk = editing()
    assert talk.says("change Dana's phone number") == "What is the number?"
    assert "+49 30 99" in talk.says("+49 30 99887766")


def test_the_only_offer_needs_no_name():
    talk = editing()
    talk.says("Globex made me an offer, I have to answer by Friday 13 March")
    assert talk.says("change the deadline of the offer") == "Until when may you answer <b>Globex</b>?"
    assert "to be answered by Thu 12 Mar" in talk.says("Thursday 12 March")
