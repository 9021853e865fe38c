"""What people say to see, find, change, forget, undo and question; and what only sounds like it."""

from datetime import UTC, datetime, timedelta

import pytest

from language.reading import Asks, Request
from language.sentences import SentenceReader
from rules.facts import Detail, InterviewMoved
from rules.journal import Journal
from rules.moments import Day

NOW = datetime(2026, 3, 2, 17, 0, tzinfo=UTC)
READER = SentenceReader()
TOLD = (
    "interview at Acme on Friday 27 Feb as data analyst went great, met Dana Reed dana@acme.example",
    "Interview at Globex on Thursday at 14:00",
    "Initech rejected me",
    "interview at Berlin Analytics for a QA role next Monday",
)
ACME, GLOBEX = "a1", "a2"


def journal() -> Journal:
    known = Journal(default_zone="Europe/Berlin")
    for number, text in enumerate(TOLD, start=1):
        known = known.noting(READER.read(text, known, NOW).facts, NOW, number)
    return known


KNOWN = journal()


def asked(text: str) -> Request | None:
    reading = READER.read(text, KNOWN, NOW)
    return reading.request


SHOWN = [
    "show me everything about Acme",
    "open the Acme card",
    "the Acme card",
    "Acme details",
    "what do you know about Acme?",
    "who do I know at Acme?",
    "when did Acme last write?",
    "what did I tell you about Acme?",
    "please show me the Acme application",
    "can you show me the Acme card please",
    "when was my interview at Acme?",
    "when is the next Acme interview",
    "what time is the interview with Acme again?",
    "who will be interviewing me at Acme?",
]
SOUGHT = {
    "find the berlin one": "berlin",
    "find Acme": "acme",
    "search for dana": "dana",
    "look up the qa job": "qa",
    "where is the Berlin application?": "berlin",
    "show me the data analyst one": "data analyst",
    "show me my rejected ones": "rejected",
    "show closed": "closed",
    "list my closed applications": "closed",
    "which ones are closed?": "closed",
    "who rejected me?": "rejected",
    "which are still open?": "open",
}
FORGOTTEN = [
    "forget Globex",
    "please delete the Globex application",
    "I want to delete Globex",
    "remove Globex",
    "erase everything about Globex",
    "forget about Globex",
    "get rid of the Globex card",
    "take Globex off my list",
    "remove globex from my list",
    "can you remove Globex please",
]
FORGOTTEN_PEOPLE = [
    "remove Dana",
    "forget Dana",
    "delete the contact Dana",
    "please remove Dana from Acme",
    "erase Dana",
    "can you delete Dana",
    "forget about Dana",
    "I want to remove Dana",
]
FORGOTTEN_INTERVIEWS = [
    "remove the interview at Globex",
    "delete my Globex interview",
    "erase the Globex interview",
    "please delete the interview at Globex",
    "can you remove the Globex interview",
    "I want to delete the interview with Globex",
    "forget the interview at Globex",
    "remove that Globex interview please",
]
EDITED = {
    "edit Globex": None,
    "I need to update the Globex card": None,
    "correct the Globex entry": None,
    "change something about Globex": None,
    "let me fix the Globex details": None,
    "rename Globex": Detail.COMPANY,
    "change the name of Globex": Detail.COMPANY,
    "change the role at Globex": Detail.ROLE,
    "change the interview time at Globex": Detail.INTERVIEW,
    "I want to edit the date of the interview at Globex": Detail.INTERVIEW,
    "edit how it went at Globex": Detail.FEELING,
    "fix the answer date for Globex": Detail.PROMISE,
    "add a contact to Globex": Detail.PERSON,
}
OF_DANA = {
    "change Dana's phone number": Detail.PHONE,
    "change her number": Detail.PHONE,
    "correct Dana's email": Detail.EMAIL,
    "edit the email address of Dana": Detail.EMAIL,
}
HISTORY = [
    "what did I say?",
    "what have I told you so far?",
    "undo something else",
    "undo an earlier one",
    "what can I undo?",
    "show me my history",
    "what was the last thing I told you?",
    "take back something else",
]
REDONE = [
    "redo",
    "undo the undo",
    "bring it back",
    "put that back",
    "restore it",
    "oops, redo that",
    "I didn't mean to undo",
    "take back the undo",
]
DROPPED = [
    "never mind",
    "nevermind",
    "cancel",
    "oh never mind",
    "ok never mind",
    "forget the question",
    "drop the question",
    "skip the question",
]
WHY = [
    "why?",
    "but why?",
    "why now?",
    "why until Friday?",
    "why Globex",
    "why not?",
    "who says so?",
    "says who?",
    "what is that based on?",
    "how do you know?",
    "how come?",
]
WHY_WAIT = [
    "why should I wait?",
    "why do I have to wait?",
    "why wait till friday",
    "and why should i wait so long",
]
RULES = {
    "what's the rule about thank-yous?": "thank-yous",
    "show me the rule on letting go": "letting go",
    "which rules are about the gut": None,
    "is there a rule for offers?": "offers",
    "what are your rules on following up?": "following up",
    "show me the rules": None,
    "what are the rules?": None,
    "the rulebook": None,
    "show me the rulebook": None,
}
ALIKE = [
    "find me a new job",
    "I want to find a better job",
    "find out when they decide",
    "they found the Berlin one too small",
    "show them I care",
    "should I forget Globex?",
    "I will never forget Globex",
    "do not forget Globex",
    "Globex forgot to call me",
    "I forgot Dana's number",
    "should I remove Dana?",
    "they deleted the posting",
    "they changed the interview to Friday at 3pm",
    "change the interview at Globex to Friday at 3pm",
    "I want to change jobs",
    "Globex changed their mind",
    "they want to edit the contract",
    "what should I say?",
    "what did they say?",
    "they want me to redo the exercise",
    "I will bring it back to them",
    "they cancelled the interview at Globex",
    "should I cancel?",
    "why did they reject me?",
    "why do they never answer?",
    "they told me the rules of the game",
]
NEW = {
    Asks.EDIT,
    Asks.FORGET,
    Asks.HISTORY,
    Asks.REDO,
    Asks.CANCEL,
    Asks.WHY,
    Asks.WHY_WAIT,
    Asks.LIST,
    Asks.UNDO,
    Asks.RULES,
}


@pytest.mark.parametrize("text", SHOWN)
def test_one_application_is_asked_for(text):
    request = asked(text)
    assert request is not None
    assert request.asks is Asks.LIST
    assert request.about == ACME or request.words == "acme"


@pytest.mark.parametrize(
    "text", ["what's Dana's email?", "did I thank Dana?", "what was Dana's number again?", "who did I meet at Acme?"]
)
def test_what_is_on_file_of_somebody_is_on_the_card(text):
    assert asked(text) == Request(Asks.LIST, ACME)


def test_what_is_on_file_is_of_the_only_one_that_is_open():
    alone = Journal().noting(READER.read(TOLD[1], Journal(), NOW).facts, NOW, 1)
    assert READER.read("when is my interview?", alone, NOW).request == Request(Asks.LIST, "a1")
    assert asked("when is my interview?") == Request(Asks.LIST), "among several, all of them"


@pytest.mark.parametrize("text", ["when do they decide?", "when will I hear back from Acme?"])
def test_when_an_answer_comes_is_what_to_wait_for(text):
    request = asked(text)
    assert request is not None
    assert request.asks is Asks.NOW


@pytest.mark.parametrize(("text", "words"), SOUGHT.items())
def test_applications_are_looked_for(text, words):
    assert asked(text) == Request(Asks.LIST, words=words)


@pytest.mark.parametrize("text", FORGOTTEN)
def test_an_application_is_forgotten_and_nothing_is_told_by_that(text):
    reading = READER.read(text, KNOWN, NOW)
    assert (reading.request, reading.facts) == (Request(Asks.FORGET, GLOBEX), ())


@pytest.mark.parametrize("text", FORGOTTEN_PEOPLE)
def test_somebody_is_forgotten(text):
    request = asked(text)
    assert request is not None
    assert (request.asks, request.name) == (Asks.FORGET, "Dana")


@pytest.mark.parametrize("text", FORGOTTEN_INTERVIEWS)
def test_an_interview_is_forgotten_and_not_told(text):
    reading = READER.read(text, KNOWN, NOW)
    assert (reading.request, reading.facts) == (Request(Asks.FORGET, GLOBEX, detail=Detail.INTERVIEW), ())


@pytest.mark.parametrize(("text", "detail"), EDITED.items())
def test_something_is_to_be_changed(text, detail):
    assert asked(text) == Request(Asks.EDIT, GLOBEX, detail=detail)


@pytest.mark.parametrize(("text", "detail"), OF_DANA.items())
def test_something_of_somebody_is_to_be_changed(text, detail):
    request = asked(text)
    assert request is not None
    assert (request.asks, request.detail) == (Asks.EDIT, detail)


@pytest.mark.parametrize(
    ("asks", "text"),
    [
        (asks, text)
        for asks, texts in {
            Asks.HISTORY: HISTORY,
            Asks.REDO: REDONE,
            Asks.CANCEL: DROPPED,
            Asks.WHY: WHY,
            Asks.WHY_WAIT: WHY_WAIT,
        }.items()
        for text in texts
    ],
)
def test_it_is_asked_for_in_many_ways(asks, text):
    request = asked(text)
    assert request is not None
    assert request.asks is asks


@pytest.mark.parametrize(("text", "words"), RULES.items())
def test_a_rule_is_looked_for(text, words):
    assert asked(text) == Request(Asks.RULES, words=words)


@pytest.mark.parametrize("text", ALIKE)
def test_what_only_sounds_like_it_asks_for_none_of_it(text):
    request = asked(text)
    assert request is None or request.asks not in NEW


@pytest.mark.parametrize(
    "text", ["actually globex is friday", "no, Globex is on Friday", "sorry the globex is now friday"]
)
def test_another_time_of_a_company_is_its_own_whatever_was_told_of_last(text: str) -> None:
    assert READER.read(text, KNOWN, NOW).facts == (
        InterviewMoved(about=GLOBEX, interview=1, at=Day(NOW.date() + timedelta(days=4))),
    )


def test_an_address_at_a_companys_own_domain_is_of_that_company() -> None:
    (contact,) = READER.read("their recruiter is Tom Baker tom@globex.com", KNOWN, NOW).facts
    assert (contact.about, contact.email) == (GLOBEX, "tom@globex.com")  # type: ignore[attr-defined]
    (contact,) = READER.read("write to kim@hr.berlin-analytics.example, Kim Park", KNOWN, NOW).facts
    assert contact.about == "a4"
