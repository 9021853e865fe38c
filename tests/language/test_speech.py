"""Words: nothing is said that the catalogue has not, names are escaped, dates are on the user's clock."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from language.speech import Speech, SpeechError, Words, catalogue_text
from rules.moments import Day, Moment

BERLIN, NEW_YORK = ZoneInfo("Europe/Berlin"), ZoneInfo("America/New_York")


@pytest.fixture
def speech():
    return Speech(datetime(2026, 3, 2, 10, 0, tzinfo=BERLIN), BERLIN)


def test_a_text_that_the_catalogue_has_not_is_an_error(speech):
    with pytest.raises(SpeechError, match="no text 'never-written'"):
        speech.say("never-written")


def test_a_value_that_is_missing_is_an_error(speech):
    with pytest.raises(SpeechError, match="remind"):
        speech.say("remind")


def test_names_are_escaped_for_telegram(speech):
    said = speech.say("noted-new", {"company": "<Smith & Sons>"})
    assert said == "Noted: <b>&lt;Smith &amp; Sons&gt;</b>."


def test_a_name_may_be_as_long_as_a_message(speech):
    name = "Verylong" * 500
    assert speech.say("noted-new", {"company": name}) == f"Noted: <b>{name}</b>."


def test_names_in_a_row_are_escaped_each(speech):
    assert speech.list(("A&B", "Dana")) == "A&amp;B and Dana"


def test_words_of_the_catalogue_are_not_escaped_again(speech):
    inner = speech.say("noted-new", {"company": "A&B"})
    assert speech.say("labelled", {"company": "Acme", "words": inner}).count("A&amp;B") == 1


def test_what_is_said_is_ready_to_be_sent(speech):
    assert isinstance(speech.say("you-are-welcome"), Words)


@pytest.mark.parametrize(
    ("names", "said"),
    [(("Dana",), "Dana"), (("Dana", "Sam"), "Dana and Sam"), (("Dana", "Sam", "Kim"), "Dana, Sam and Kim")],
)
def test_names_in_a_row(speech, names, said):
    assert speech.say("fact-thanked-names", {"names": names}) == f"thank-you sent to {said}"


@pytest.mark.parametrize(
    ("times", "said"), [(1, "you followed up"), (2, "you followed up twice"), (3, "you followed up 3 times")]
)
def test_plurals(speech, times, said):
    assert speech.say("fact-followed-up", {"times": times}) == said


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (Day(date(2026, 3, 6)), "Fri 6 Mar"),
        (date(2026, 3, 6), "Fri 6 Mar"),
        (Moment(date(2026, 3, 6), time(9, 30)), "Fri 6 Mar, 9:30"),
        (Moment(date(2026, 3, 6), time(9, 30), "Europe/Paris"), "Fri 6 Mar, 9:30"),
        (Moment(date(2026, 3, 6), time(9, 30), "America/New_York"), "Fri 6 Mar, 15:30 (9:30 New York time)"),
        (Moment(date(2026, 3, 6), time(9, 30), "Etc/GMT-4"), "Fri 6 Mar, 6:30 (9:30 UTC+4)"),
        (Moment(date(2026, 3, 6), time(5), "Asia/Tokyo"), "Thu 5 Mar, 21:00 (Fri 6 Mar, 5:00 Tokyo time)"),
        (datetime(2026, 3, 6, 23, 30, tzinfo=UTC), "Sat 7 Mar, 0:30"),
        (date(2027, 3, 6), "Sat 6 Mar 2027"),
        (date(2025, 3, 6), "Thu 6 Mar 2025"),
    ],
)
def test_dates_are_absolute_on_the_users_clock_and_with_a_year_when_far(speech, value, said):
    assert speech.say("wait-until", {"when": value}) == f"Do nothing until {said}."


def test_a_moment_told_before_moving_is_said_on_the_new_clock():
    moved = Speech(datetime(2026, 3, 2, 4, 0, tzinfo=NEW_YORK), heard_in=BERLIN)
    assert moved.when(Moment(date(2026, 3, 4), time(15, 0))) == "Wed 4 Mar, 9:00"


def test_a_text_without_values_needs_no_clock():
    assert catalogue_text("command-now") == "what should I do now?"
