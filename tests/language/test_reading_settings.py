"""Settings said in words: what is noted, what is refused, what is left of the message, what only looks like one."""

from datetime import UTC, datetime

import pytest

from language.reading import Asks
from language.sentences import SentenceReader
from rules.facts import SETTING, InterviewPlanned, SettingChanged, Shown
from rules.journal import Journal

NOW = datetime(2026, 3, 2, 17, tzinfo=UTC)
READER = SentenceReader()


def settings(text: str, journal: Journal | None = None) -> dict[str, str]:
    read = READER.read(text, journal or Journal(), NOW)
    return {fact.name: fact.value for fact in read.facts if isinstance(fact, SettingChanged)}


@pytest.mark.parametrize(
    ("text", "noted"),
    [
        ("my quiet hours are 22 to 7", {"quiet_from": "22:00", "quiet_until": "07:00"}),
        ("quiet hours 10-7", {"quiet_from": "22:00", "quiet_until": "07:00"}),
        ("quiet hours from 10:30pm to 6:45 am", {"quiet_from": "22:30", "quiet_until": "06:45"}),
        ("be quiet from midnight to noon", {"quiet_from": "00:00", "quiet_until": "12:00"}),
        ("no quiet hours please", {"quiet_from": "00:00", "quiet_until": "00:00"}),
        ("only write to me between 9 and 18", {"quiet_from": "18:00", "quiet_until": "09:00"}),
        ("I'm awake from 8am to 10pm", {"quiet_from": "22:00", "quiet_until": "08:00"}),
        ("don't write before 9", {"quiet_until": "09:00"}),
        ("don't write me before half past 8", {"quiet_until": "08:30"}),
        ("nothing after 9 in the evening", {"quiet_from": "21:00"}),
        ("don't write after 9", {"quiet_from": "21:00"}),
        ("morning reminders at 8", {"morning": "08:00"}),
        ("I work Sunday to Thursday", {"working_days": "0,1,2,3,6"}),
        ("my working days are Mon, Wed and Fri", {"working_days": "0,2,4"}),
        ("I don't work on Fridays", {"working_days": "0,1,2,3"}),
        ("our weekend is Friday and Saturday", {"working_days": "0,1,2,3,6"}),
        ("my country is Austria", {"country": "AT"}),
        ("use the public holidays of the UK", {"country": "GB"}),
        ("my holidays follow my location", {"country": ""}),
        ("wait 3 days after a promise", {"days_after_promise": "3"}),
        ("wait two weeks without a promise", {"days_without_promise": "10"}),
        ("wait two weeks before the gut question", {"days_before_gut": "14"}),
        ("wait 7 days before letting go", {"days_before_letting_go": "7"}),
        ("no thank-yous on weekends", {"thanks_on_weekends": "no"}),
        ("thank-yous on weekends are fine", {"thanks_on_weekends": "yes"}),
        ("send me a digest every morning", {"digest_days": "0,1,2,3,4,5,6"}),
        ("digest on Mondays and Thursdays", {"digest_days": "0,3"}),
        ("digest on weekdays", {"digest_days": "0,1,2,3,4"}),
        ("digest at 8", {"digest_days": "0,1,2,3,4,5,6", "morning": "08:00"}),
        ("digest every friday at 9", {"digest_days": "4", "morning": "09:00"}),
        ("no weekend thank-yous", {"thanks_on_weekends": "no"}),
        ("holidays of france", {"country": "FR"}),
        ("dont write to me at night", {"quiet_from": "21:00", "quiet_until": "08:00"}),
        ("call me bob", {"name": "Bob"}),
        ("sign my letters as Ana de la Cruz", {"name": "Ana de la Cruz"}),
        ("no digest", {"digest_days": ""}),
        ("don't write before 9 and morning reminders at 10", {"quiet_until": "09:00", "morning": "10:00"}),
        (
            "I'm in Lisbon. My quiet hours are 23 to 8.",
            {"zone": "Europe/Lisbon", "quiet_from": "23:00", "quiet_until": "08:00"},
        ),
    ],
)
def test_a_setting_is_understood(text, noted):
    assert settings(text) == noted


@pytest.mark.parametrize(
    ("text", "why", "words"),
    [
        ("quiet hours from 25:00 to 7", "refused-hour", "25:00"),
        ("morning reminders at 13pm", "refused-hour", "13:00pm"),
        ("wait 99 days before letting go", "refused-days", "99"),
        ("wait 0 days without a promise", "refused-days", "0"),
        ("wait 45 days after a promise", "refused-days-promise", "45"),
        ("I don't work Monday, Tuesday, Wednesday, Thursday and Friday", "refused-no-day", ""),
    ],
)
def test_what_cannot_be_is_refused_with_the_reason(text, why, words):
    read = READER.read(text, Journal(), NOW)
    assert [(each.text, each.words) for each in read.refused] == [(why, words)]
    assert read.facts == ()


@pytest.mark.parametrize(
    "text",
    [
        "I work Monday to Friday at Globex",
        "they don't work on Fridays",
        "my interview is from 10 to 11",
        "they asked me to wait 7 days",
        "I waited 7 days before letting go",
        "she said don't write before 9",
        "no thank you",
        "the company is in Austria",
        "they sent me a summary on Monday",
    ],
)
def test_what_only_looks_like_a_setting_is_none(text):
    assert settings(text) == {}


def test_the_rest_of_a_message_is_read_as_well():
    read = READER.read("I just moved to Lisbon. Interview at Acme on Friday at 3pm", Journal(), NOW)
    assert [type(fact).__name__ for fact in read.facts] == ["SettingChanged", "Applied", "InterviewPlanned"]


def test_the_rest_is_read_by_the_new_clock():
    berlin = Journal().noting([SettingChanged(name="zone", value="Europe/Berlin")], NOW)
    read = READER.read("I moved to Lisbon. Interview at Acme on Friday at 3pm", berlin, NOW)
    assert [fact.at.zone for fact in read.facts if isinstance(fact, InterviewPlanned)] == ["Europe/Lisbon"]


@pytest.mark.parametrize(
    ("parameter", "text", "noted"),
    [
        ("country", "Austria", {"country": "AT"}),
        ("quiet", "22:30 to 6:30", {"quiet_from": "22:30", "quiet_until": "06:30"}),
        ("morning", "7:45", {"morning": "07:45"}),
        ("working_days", "Sunday to Thursday", {"working_days": "0,1,2,3,6"}),
        ("days_before_letting_go", "9", {"days_before_letting_go": "9"}),
        ("days_after_promise", "3 days", {"days_after_promise": "3"}),
        ("digest_days", "on weekdays", {"digest_days": "0,1,2,3,4"}),
    ],
)
def test_a_bare_answer_is_read_in_the_light_of_the_question(parameter, text, noted):
    asked = Journal().noting([Shown(steps=(f"{SETTING}{parameter}",))], NOW)
    assert settings(text, asked) == noted
    assert settings(text) != noted


@pytest.mark.parametrize("text", ["settings", "show me my settings", "how do I change my settings?"])
def test_the_settings_are_asked_for(text):
    request = READER.read(text, Journal(), NOW).request
    assert request is not None
    assert request.asks is Asks.SETTINGS
