"""Undo and redo: any of the last ten things told, in any order, each said back."""

from talking import Talk

from assistant.ports import Form
from rules.facts import Asked
from rules.plan import make_plan

COMPANIES = ("Acme", "Globex", "Initech", "Hooli", "Umbrella", "Vandelay", "Nordwind", "Falke", "Ostrava", "Lindner")


def told_of(*companies: str) -> Talk:
    talk = Talk()
    for company in companies:
        talk.says(f"Interview at {company} on Thursday at 14:00")
    return talk


def names(talk: Talk) -> list[str | None]:
    return [app.company for app in make_plan(talk.journal).applications]


def test_undo_again_and_again_takes_back_ten_things():
    talk = told_of(*COMPANIES)
    for left in range(len(COMPANIES) - 1, -1, -1):
        assert f"Taken back for <b>{COMPANIES[left]}</b>" in talk.says("/undo")
        assert names(talk) == list(COMPANIES[:left])
    assert talk.says("/undo") == "There is nothing left to take back."


def test_redo_again_and_again_brings_them_back():
    talk = told_of("Acme", "Globex", "Initech")
    for _ in range(3):
        talk.says("undo")
    for company in ("Acme", "Globex", "Initech"):
        assert f"Here again for <b>{company}</b>" in talk.says("redo")
    assert names(talk) == ["Acme", "Globex", "Initech"]
    assert talk.says("redo") == "There is nothing to bring back."


def test_taking_back_speaks_of_nobody_else_and_asks_nothing_again():
    talk = Talk()
    asked = "Whom can you reach there"
    assert asked in talk.says("interview at Acme today, it was so-so, they answer by Friday")
    talk.says("actually it was great")
    assert asked not in talk.says("undo")
    talk.says("Interview at Globex on Thursday at 14:00")
    assert talk.says("undo") == "Taken back for <b>Globex</b>: interview Thu 5 Mar, 14:00."
    assert talk.says("forget Acme") == "Forgotten: <b>Acme</b>, and all I knew of it."


def test_an_edit_is_the_latest_that_was_told():
    talk = told_of("Acme")
    first = talk.arrivals
    talk.says("Interview at Globex on Thursday at 14:00")
    talk.says("Interview at Acme on Friday at 14:00", form=Form.EDIT, original=first)
    assert "Taken back for <b>Acme</b>: interview Fri 6 Mar" in talk.says("undo")
    assert "Taken back for <b>Globex</b>: interview Thu 5 Mar" in talk.says("undo")
    assert names(talk) == ["Acme"]


def test_bringing_back_a_removal_removes_once_more():
    talk = told_of("Acme")
    talk.says("forget Acme")
    assert "Here again" in talk.says("undo")
    assert "Forgotten: <b>Acme</b>" in talk.says("redo")


def test_a_setting_that_is_so_already_is_nothing_to_take_back():
    talk = Talk()
    talk.says("digest on mondays")
    assert talk.says("digest on mondays") == "That is so already: a digest in the morning: Mon."
    assert talk.says("undo") == "Taken back. Again: no digest in the morning."


def test_done_is_asked_about_where_several_things_were_to_do_but_both_are_both():
    talk = Talk()
    talk.says("interview at Acme today went great, interview at Globex today went good")
    assert "Which application do you mean?" in talk.says("done")
    assert "Noted for <b>Globex</b>: thank-you sent." in talk.presses("Globex")
    talk.says("undo")
    talk.says("/now")
    assert talk.says("sent both").count("thank-you sent") == 2


def test_a_name_stays_as_long_as_something_told_later_needs_it():
    talk = told_of("Acme")
    first = talk.button("Undo").press
    talk.says("they decide by Friday")
    assert "Taken back for <b>Acme</b>: interview Thu 5 Mar, 14:00." in talk.presses_data(first)
    assert names(talk) == ["Acme"]
    talk.says("undo")
    talk.says("undo")
    assert names(talk) == []


def test_redo_can_itself_be_undone():
    talk = told_of("Acme")
    talk.says("undo")
    talk.says("redo")
    talk.presses("Undo")
    assert names(talk) == []


def test_the_list_takes_back_one_out_of_the_middle_and_brings_it_back():
    talk = told_of(*COMPANIES, "Zenith")
    said = talk.says("what did I say?")
    assert said.count("\n") == 10
    assert "1. <b>Zenith</b>: interview Thu 5 Mar, 14:00 (Mon 2 Mar, 18:00)" in said
    assert "Taken back for <b>Ostrava</b>" in talk.presses("Undo 3")
    assert "3. taken back: <b>Ostrava</b>" in talk.says("/undo list")
    assert "Ostrava" not in names(talk)
    assert "Here again for <b>Ostrava</b>" in talk.presses("Redo 3")
    assert "Ostrava" in names(talk)


def test_buttons_of_the_list_do_their_work_once():
    talk = told_of("Acme", "Globex")
    talk.says("/undo list")
    undo = talk.button("Undo 1").press
    talk.presses_data(undo)
    redo, told = talk.button("Redo 1").press, talk.told
    assert talk.presses_data(undo) == "That is settled already."
    assert talk.told == told
    talk.presses_data(redo)
    told = talk.told
    assert talk.presses_data(redo) == "That is settled already."
    assert talk.told == told


def test_an_undone_correction_says_what_holds_again():
    talk = Talk()
    talk.says("interviewed at Acme on Wednesday, went well")
    talk.says("no, it was Thursday")
    said = talk.says("/undo")
    assert "Taken back for <b>Acme</b>: interview Thu 26 Feb." in said
    assert "Here again for <b>Acme</b>: interview Wed 25 Feb." in said


def test_forgetting_is_a_step_of_its_own():
    talk = told_of("Acme", "Globex")
    talk.says("forget Acme")
    assert "1. removed from <b>Acme</b>: interview Thu 5 Mar, 14:00" in talk.says("/undo list")
    assert "Here again for <b>Acme</b>" in talk.says("/undo")
    assert names(talk) == ["Acme", "Globex"]
    assert "Taken back for <b>Globex</b>" in talk.says("/undo")


def test_an_edited_message_is_one_thing_told():
    talk = Talk()
    talk.says("interview at Acme on Thursday at 14:00")
    talk.says("interview at Acme on Friday at 14:00", Form.EDIT, original=1)
    assert talk.says("/undo list").count("\n") == 1
    assert "interview Fri 6 Mar, 14:00" in talk.reply.text


def test_a_setting_taken_back_is_said_too():
    talk = told_of("Acme")
    talk.says("I live in Lisbon")
    assert "1. your clock is that of Lisbon, Portugal" in talk.says("/undo list")
    assert "Taken back. Again: I go by the clock of Berlin" in talk.presses("Undo 1")


def test_what_was_only_asked_about_is_listed_too():
    talk = Talk()
    talk.says("Interviewed at Acme today, went great, and at Globex today, that one was so-so")
    talk.later(days=2).says("they replied")
    assert "1. something I asked about (" in talk.says("/undo list")
    talk.presses("Undo 1")
    assert not any(isinstance(entry.fact, Asked) for entry in talk.journal.standing)


def test_with_nothing_told_there_is_nothing_to_list():
    assert Talk().says("/undo list") == "You have not told me anything yet."
