"""Who does it: a company that is a plain word or a first name, a person who is known, or nobody in particular."""

import pytest

from rules.facts import Rejected, TheyReplied
from tests.language.test_reading_conversations import Talk
from tests.language.test_reading_turns import short

KNOWN = "interview at Tyrell on Monday at 10 with Bob Marsh"
PLAIN_WORDS = ["Massive", "Gap", "Ring", "Visa", "Chase", "Indeed", "Orange", "Zoom", "Monday", "Bright Idea"]
NOBODY = ["They", "HR", "Recruiter", "The manager", "he", "they finally", "Today they"]
ACTS = {
    "{} called": "TheyReplied a2",
    "{} hasn't replied": "",
    "{} offered me the job": "OfferMade a2",
    "Ugh {} rejected me": "Rejected a2",
    "{} wants me back": "NextRound a2",
    "{} moved it to friday": "InterviewPlanned a2.1 Fri 06",
    "{} passed on me": "Rejected a2",
}
OPENED = {
    "initech: interview today at 8pm": "Applied a2 initech; InterviewPlanned a2.1 Wed 04 20:00",
    "brix - rejected": "Applied a2 brix; Rejected a2",
    "corvane labs: they said no": "Applied a2 corvane labs; Rejected a2",
    "Square: rejected me": "Applied a2 Square; Rejected a2",
    "Gap - interview friday at 10": "Applied a2 Gap; InterviewPlanned a2.1 Fri 06 10:00",
    "mob: 0171 1234567": "ContactMet a1",
}


def told(text: str) -> str:
    talk = Talk()
    talk.tells(KNOWN)
    return "; ".join(map(short, talk.tells(text)))


@pytest.mark.parametrize("word", PLAIN_WORDS)
def test_a_plain_word_that_rejects_is_a_company(word: str) -> None:
    assert told(f"{word} rejected me") == f"Applied a2 {word}; Rejected a2"


@pytest.mark.parametrize("act", ACTS)
def test_whatever_companies_do(act: str) -> None:
    fact = f"; {ACTS[act]}" if ACTS[act] else ""
    assert told(act.format("Square")) == f"Applied a2 Square{fact}"


def test_in_small_letters_it_is_done_to_me() -> None:
    assert told("box ghosted me") == "Applied a2 box"
    assert told("the bastards rejected me") == "Rejected a1"
    assert told("hubby called me") == ""


@pytest.mark.parametrize("word", NOBODY)
def test_who_is_no_company_is_of_the_one_known(word: str) -> None:
    assert told(f"{word} rejected me").startswith("Rejected a1")


@pytest.mark.parametrize("word", ["Hubby", "Everyone", "Interview", "Also", "Finally"])
def test_who_is_nobody_rings_for_nobody_else(word: str) -> None:
    assert "a2" not in told(f"{word} called")


def test_a_known_person_is_of_their_company() -> None:
    assert told("Bob called") == "TheyReplied a1"


@pytest.mark.parametrize("name", ["Wayne", "wayne", "Dana"])
def test_an_unknown_first_name_is_asked_about(name: str) -> None:
    talk = Talk()
    talk.tells(KNOWN)
    reading = talk.says(f"{name} rejected me")
    assert reading.facts == ()
    (doubt,) = reading.doubts
    tyrell, other = doubt.options
    assert (tyrell.label, other.label) == ("Tyrell", name)
    assert "; ".join(map(short, tyrell.facts)) == f"ContactMet a1 {name}; Rejected a1"
    assert "; ".join(map(short, other.facts)) == f"Applied a2 {name}; Rejected a2"


def test_with_a_surname_or_a_place_it_is_a_person() -> None:
    assert told("Dana from HR called") == "ContactMet a1 Dana; TheyReplied a1"
    assert told("Dana Reed called") == "ContactMet a1 Dana Reed; TheyReplied a1"


@pytest.mark.parametrize("text", OPENED)
def test_the_name_before_a_colon_opens_the_message(text: str) -> None:
    assert told(text) == OPENED[text]


@pytest.mark.parametrize("text", ["Update: they cancelled", "fyi - they cancelled", "tyrell: they cancelled"])
def test_other_words_open_it_for_nobody_new(text: str) -> None:
    assert told(text) == "InterviewCancelled a1.1"


def test_nobody_known_and_nothing_to_ask() -> None:
    assert any(isinstance(fact, TheyReplied) for fact in Talk().tells("Dana called"))
    assert any(isinstance(fact, Rejected) for fact in Talk().tells("Massive rejected me"))


@pytest.mark.parametrize("greeting", ["Dear Alex,", "Dear Alex Morgan,", "Dear Mr. Cole,", "Hi Priya!\n"])
def test_who_is_greeted_in_a_letter_is_the_user(greeting: str) -> None:
    letter = f"{greeting} we would like to invite you to an interview on Friday.\n\nKind regards,\nMaria Lund\nBrix"
    told = "; ".join(map(short, Talk().tells(letter)))
    assert told == "Applied a1 Brix; InterviewPlanned a1.1 Fri 06; ContactMet a1 Maria Lund; NextRound a1"
