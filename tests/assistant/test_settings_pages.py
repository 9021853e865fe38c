"""Settings by buttons: each page shows how it stands, each press is noted once, and what moves is told."""

import pytest
from talking import Talk

from assistant.ports import Form
from assistant.setting_words import PARAMETERS
from assistant.settings import OFFERED
from rules.facts import SettingChanged
from rules.preferences import is_sensible

GREAT = "interview at Acme today went great, met Dana Reed dana@acme.example, they named no date"


@pytest.fixture
def talk() -> Talk:
    talk = Talk()
    talk.says("/settings")
    return talk


@pytest.mark.parametrize("parameter", PARAMETERS)
def test_every_parameter_has_a_page_with_choices_and_a_way_back(talk, parameter):
    page = talk.presses_data(f"1|setting|{parameter}|")
    assert page.startswith("• ")
    assert talk.reply.edits is not None
    assert talk.buttons[-1].label == "All settings"
    assert len(talk.buttons) > 1


@pytest.mark.parametrize(
    ("parameter", "value"), [(name, value) for name, values in OFFERED.items() for value in values]
)
def test_every_choice_is_noted_and_a_second_press_is_not(parameter, value):
    talk = Talk()
    data = f"1|set|{parameter}|{value}"
    first = talk.presses_data(data)
    told = talk.told
    assert first.startswith("Noted: ") or first == "That is how it is already."
    assert talk.presses_data(data) == "That is how it is already."
    assert talk.told == told
    assert all(is_sensible(fact.name, fact.value) for fact in told if isinstance(fact, SettingChanged))
    assert len(data) <= 64


@pytest.mark.parametrize(
    "data", ["1|set|morning|soon", "1|set|heard_in|UTC", "1|set|nothing|1", "1|set|days_before_gut|900"]
)
def test_a_forged_choice_changes_nothing(data):
    talk = Talk()
    assert talk.presses_data(data) == "That is how it is already."
    assert talk.told == []


def test_somebody_works_on_some_day(talk):
    talk.presses_data("1|set|working_days|4")
    assert talk.presses_data("1|set|working_days|") == "One day at least has to be a working day."


def test_undo_takes_a_choice_back_and_tells_what_holds_again(talk):
    talk.presses("Morning hour")
    talk.presses("8:00")
    assert talk.presses("Undo").startswith("Taken back. Again: morning messages at 9:30.")


def test_what_a_setting_moves_is_told():
    talk = Talk()
    talk.says(GREAT)
    assert "<b>Acme</b>: the reminder moves from Mon 9 Mar, 9:30 to Wed 11 Mar, 9:30." not in talk.says("hello")
    talk.says("sent the thank-you")
    said = talk.says("wait 7 days without a promise")
    assert "<b>Acme</b>: the reminder moves from Mon 9 Mar, 9:30 to Wed 11 Mar, 9:30." in said


def test_a_reminder_that_keeps_its_hour_on_the_new_clock_does_not_move():
    talk = Talk()
    talk.says(GREAT)
    talk.says("sent the thank-you")
    assert "moves" not in talk.says("I moved to New York")


def test_of_many_reminders_that_move_five_are_told():
    talk = Talk()
    for name in ("Acme", "Globex", "Initech", "Hooli", "Umbrella", "Vandelay"):
        talk.says(f"interview at {name} on Friday at 3pm")
    said = talk.says("morning reminders at 8")
    assert said.count("the reminder moves from Fri 6 Mar, 9:30 to Fri 6 Mar, 8:00.") == 5
    assert "One more moves too." in said


def test_a_place_is_a_clock_and_a_place_without_one_is_told_so(talk):
    talk.presses("My clock")
    assert talk.presses("Where I am").startswith("Where are you?")
    assert talk.reply.place_button == "Send where I am"
    assert "that of Lisbon" in talk.says("38.72,-9.14", Form.PLACE)
    assert talk.says("nowhere", Form.PLACE).startswith("I know no clock for that place.")


def test_a_clock_of_no_country_has_no_holidays():
    talk = Talk()
    talk.says("UTC+2")
    assert "no public holidays, as I know of none where your clock goes" in talk.says("/settings")


def test_an_open_page_does_not_stand_in_the_way_of_news(talk):
    talk.presses("Before letting go")
    assert "Noted for <b>Acme</b>" in talk.says(GREAT)
