"""Where somebody says they are: the clock that goes there, a question where it may be two, or nothing at all."""

import pytest

from language.cities import cities_called, cities_of, meant
from language.places import place_told
from language.positions import clock_there
from language.reading import Wish
from language.settings import settings_told
from rules.preferences import Preferences


def clock(text: str, **asked: object) -> str | None:
    wish = place_told(text, **asked) or Wish()
    return next((fact.value for fact in wish.facts if fact.name == "zone"), None)


def choices(text: str) -> list[str]:
    wish = place_told(text) or Wish()
    return [option.label for doubt in wish.doubts for option in doubt.options]


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("I'm in Lisbon", "Europe/Lisbon"),
        ("im in lisbon now", "Europe/Lisbon"),
        ("I am currently in São Paulo", "America/Sao_Paulo"),
        ("we are in zürich this week", "Europe/Zurich"),
        ("I live in Vienna", "Europe/Vienna"),
        ("I moved to Cologne last month", "Europe/Berlin"),
        ("I've just moved to Rome and they called me", "Europe/Rome"),
        ("I'm based in NYC", "America/New_York"),
        ("my time zone is Tokyo", "Asia/Tokyo"),
        ("my city is St. Louis", "America/Chicago"),
        ("set my time zone to Europe/Berlin", "Europe/Berlin"),
        ("I live in Portland, Maine", "America/New_York"),
        ("I live in Cambridge, UK", "Europe/London"),
        ("I live in Texas", "America/Chicago"),
        ("I live in Austria", "Europe/Vienna"),
        ("I'm in the UK", "Europe/London"),
        ("I'm on pacific time", "America/Los_Angeles"),
        ("my time zone is eastern", "America/New_York"),
        ("I'm travelling, currently in Tokyo", "Asia/Tokyo"),
        ("my time zone is CET", "Europe/Berlin"),
        ("UTC+2", "Etc/GMT-2"),
        ("gmt-5", "Etc/GMT+5"),
        ("my time zone is UTC+5:30", "Asia/Kolkata"),
        ("I live in UTC", "Etc/UTC"),
    ],
)
def test_a_place_or_an_offset_tells_the_clock(text, zone):
    assert clock(text) == zone


@pytest.mark.parametrize("text", ["Lisbon", "lisbon.", "near Lisbon", "I'm in Lisbon", "Lisbon time"])
def test_once_asked_a_bare_place_is_enough(text):
    assert clock(text, is_asked=True) == "Europe/Lisbon"


@pytest.mark.parametrize(
    "text",
    [
        "Lisbon",
        "I'm in love",
        "I'm in sales",
        "I'm in HR",
        "I'm in IT",
        "I'm in trouble",
        "im in the office",
        "I'm in the final round",
        "I am in touch with Dana",
        "we are in talks",
        "I'm in luck",
        "I'm in March, they said",
        "I'm on it",
        "I'm on the train",
        "I live in hope",
        "I live in a small town",
        "the interview is at 3pm UTC+2",
        "I had an interview in Lisbon",
        "they are in Lisbon",
        "Dana lives in Berlin",
    ],
)
def test_what_only_looks_like_a_place_changes_nothing(text):
    assert place_told(text) is None


@pytest.mark.parametrize("text", ["London", "nyc", "Austin", "UK", "near Nice", "-3", "−3"])
def test_a_bare_place_may_be_a_plain_word_too(text):
    assert place_told(text, is_asked=True) is not None


@pytest.mark.parametrize(
    "text",
    ["yes", "no idea", "later", "done", "thanks", "Dana Reed", "Friday", "why?", "not now", "Mon", "got"],
)
def test_not_every_short_answer_is_a_city(text):
    assert place_told(text, is_asked=True) is None


@pytest.mark.parametrize("text", ["nice", "sat", "same", "we", "nada", "best", "Ann", "r2", "q3"])
def test_nor_is_every_town_meant(text):
    assert place_told(text, is_asked=True) is None


def test_of_two_large_cities_the_user_chooses():
    assert choices("I live in Valencia") == ["Valencia, Venezuela", "Valencia, Spain"]
    assert choices("I'm in Birmingham") == []
    assert choices("I live in London, Ontario") == ["London, United Kingdom", "London, Canada"]


def test_of_a_country_with_several_clocks_the_user_chooses_a_city():
    assert choices("I live in the US")[:3] == ["New York City", "Chicago, Illinois", "Los Angeles, California"]
    assert choices("I live in Spain") == []


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("my city is Xanadu", "refused-place"),
        ("my time zone is UTC+13:15", "refused-offset"),
        ("my time zone is UTC+77", "refused-offset"),
    ],
)
def test_what_is_no_clock_is_refused_with_the_reason(text, why):
    wish = place_told(text)
    assert wish is not None
    assert [refusal.text for refusal in wish.refused] == [why]


def test_whoever_moves_takes_the_holidays_along():
    wish = place_told("I moved to Lisbon", holidays_of="AT")
    assert wish is not None
    assert [(fact.name, fact.value) for fact in wish.facts] == [("zone", "Europe/Lisbon"), ("country", "PT")]
    assert len((place_told("I'm in Lisbon", holidays_of="AT") or Wish()).facts) == 1


def test_a_country_is_called_as_in_a_sentence():
    assert [fact.place for fact in (place_told("I live in the UK") or Wish()).facts] == ["the United Kingdom"]
    assert [fact.place for fact in (place_told("I live in Austria") or Wish()).facts] == ["Austria"]


def test_the_table_knows_the_largest_first_and_other_names():
    assert [city.country for city in cities_called("London")] == ["GB", "CA"]
    assert [city.name for city in cities_called("bangalore")] == ["Bengaluru"]
    assert [city.name for city in meant(cities_called("Portland"))] == ["Portland"]
    assert [city.name for city in cities_of("AT")] == ["Vienna"]
    assert cities_called("") == ()


@pytest.mark.parametrize(
    ("position", "zone"),
    [
        ("52.52,13.40", "Europe/Berlin"),
        ("-33.865143,151.209900", "Australia/Sydney"),
        ("0,-30", "Etc/GMT+2"),
        ("91,0", None),
        ("somewhere", None),
        ("", None),
    ],
)
def test_a_position_tells_the_clock(position, zone):
    assert next((fact.value for fact in clock_there(position).facts), None) == zone


@pytest.mark.parametrize("rest", ["interview at Sakura Bank tomorrow at 9am", "had my interview at Acme today"])
def test_what_is_told_in_the_same_breath_is_not_lost(rest):
    wish, left = settings_told(f"I'm in Tokyo, {rest}", Preferences())
    assert [fact.value for fact in wish.facts] == ["Asia/Tokyo"]
    assert left == rest


@pytest.mark.parametrize(
    "text", ["interview at Brix tomorrow at 9am{}", "had my interview at Brix yesterday{}, it was ok"]
)
@pytest.mark.parametrize("place", [", I'm in Tokyo", " and I am in Tokyo", " im in tokyo"])
def test_where_one_is_may_stand_behind_what_happened(text: str, place: str) -> None:
    wish, rest = settings_told(text.format(place), Preferences())
    assert [fact.value for fact in wish.facts] == ["Asia/Tokyo"]
    assert rest == text.format("")


@pytest.mark.parametrize("text", ["it went well, I'm in luck", "I'm in the final round", "they said I am in round two"])
def test_not_wherever_one_is_in_is_a_place(text: str) -> None:
    assert settings_told(text, Preferences()) == (Wish(), text)
