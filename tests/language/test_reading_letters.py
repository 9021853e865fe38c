"""Letters asked for and topics told, in the ways people say it; and what only looks like it."""

from datetime import UTC, datetime

import pytest

from language.reading import Asks, LetterWish, Reading
from language.sentences import SentenceReader
from language.topics import to_them
from rules.facts import Channel, ContactMet, Letter, Register, TalkedAbout, Thanked
from rules.journal import Journal

NOW = datetime(2026, 3, 5, 16, 0, tzinfo=UTC)
TOLD = "Just had my interview at Acme for the junior analyst job with Dana Reed and Sam Lee. dana@acme.example"


def read(text: str, told: str = TOLD) -> Reading:
    reader, journal = SentenceReader(), Journal(default_zone="Europe/Berlin")
    journal = journal.noting(reader.read(told, journal, NOW).facts, NOW, 1)
    return reader.read(text, journal, NOW)


ASKED = {
    Letter.THANK_YOU: [
        "write me a thank you letter",
        "thank-you note please",
        "can you draft the thank you?",
        "help me write the thanks",
        "I need a thank you email",
        "could you write a thank-you for Dana",
        "how do I word the thank you?",
        "do you have a template for a thank-you letter?",
        "what do I put in the thank-you note?",
    ],
    Letter.FOLLOW_UP: [
        "draft the follow up for acme",
        "write me a second follow-up",
        "help me with the follow up email",
        "can you write the followup",
        "I want a follow up letter",
        "compose a polite follow-up",
        "write a check in email",
        "give me a draft for the follow-up",
        "write an email to ask where things stand",
    ],
    Letter.REPLY: [
        "what do I write back?",
        "help me reply to Dana",
        "draft a reply",
        "how do I answer their email?",
        "can you write a response for me",
        "write them an answer",
        "help me answer this",
        "write a reply to acme please",
    ],
    Letter.FEEDBACK: [
        "write an email asking for feedback",
        "draft a reply to the rejection",
        "help me ask for feedback",
        "I need an email for feedback",
        "write them asking for feedback",
        "can you write a note to get feedback",
        "feedback email please",
        "write me a message about the rejection",
    ],
    Letter.OFFER: [
        "write a reply to the offer",
        "help me ask for more time",
        "draft an answer to their offer",
        "write them that I need more time",
        "write an email to ask for some time to think",
        "write me an email about the offer",
        "can you draft a response to the offer",
        "help me ask them for more time",
    ],
    Letter.WITHDRAWAL: [
        "write a withdrawal email",
        "help me withdraw",
        "draft an email to turn down the offer",
        "help me say no to them",
        "write me a letter to decline",
        "I need a withdrawal letter",
        "can you write a note to withdraw my application",
        "help me turn them down",
    ],
    Letter.MISSED_CALL: [
        "write a note about the missed call",
        "draft an email because they never called",
        "can you write a message that they did not call",
        "help me write to them, they did not call",
        "write an email about their call that never came",
        "I need a note about the missed call",
        "draft a line about the missed call",
        "write her a note about the missed call",
    ],
    Letter.NEW_DATE: [
        "write an email asking for a new date",
        "draft a note about another date",
        "help me ask for a new date",
        "can you write an email for a new time",
        "write them to ask for a new date",
        "I need an email for a new appointment",
        "help me write a message to reschedule",
        "write a letter for a different date",
    ],
}
ANY = [
    "what should I write?",
    "write me a letter",
    "can you write the email",
    "I need a letter",
    "how do I word this?",
    "what should I write to them",
    "draft something: write the email for me",
    "give me a letter",
    "write the letter please",
]
ON_THE_PHONE = [
    "what do I say on the phone?",
    "give me a call script",
    "I need a script for the call",
    "what should I say when I call?",
    "write me a phone script",
    "call script please",
    "what do I say on the voicemail?",
    "write a voicemail for me",
]
NOT_ASKED = [
    "I wrote a thank you letter",
    "they wrote me a letter",
    "should I write a letter?",
    "should I write again?",
    "do I need to send a thank you letter?",
    "can I bring the letter in person?",
    "I got a letter of rejection",
    "he wants me to write a test",
    "I need to answer by Friday",
    "I need an answer",
    "they need a reply from me by monday",
    "write me a cover letter",
    "can you help me write my cv",
    "the offer letter came today",
    "I will write the thank you tonight",
    "sent them an email",
    "what should I do now?",
    "is it too early to write?",
    "she was more formal than the first one",
    "they never call back",
    "I want to hear from them",
]


@pytest.mark.parametrize(("letter", "text"), [(letter, text) for letter, texts in ASKED.items() for text in texts])
def test_a_letter_is_asked_for(letter: Letter, text: str) -> None:
    request = read(text).request
    assert request is not None
    assert (request.asks, request.letter.letter) == (Asks.LETTER, letter)


@pytest.mark.parametrize("text", ANY)
def test_whichever_letter_is_next_is_asked_for(text: str) -> None:
    request = read(text).request
    assert request is not None
    assert (request.asks, request.letter.letter) == (Asks.LETTER, None)


@pytest.mark.parametrize("text", ON_THE_PHONE)
def test_words_for_the_phone_are_asked_for(text: str) -> None:
    request = read(text).request
    assert request is not None
    assert (request.asks, request.letter.channel) == (Asks.LETTER, Channel.PHONE)


@pytest.mark.parametrize("text", NOT_ASKED)
def test_what_only_looks_like_it_asks_for_no_letter(text: str) -> None:
    request = read(text).request
    assert request is None or request.asks is not Asks.LETTER


@pytest.mark.parametrize(
    "text", ["friendlier", "make it more casual", "less formal please", "that's too stiff", "a bit warmer"]
)
def test_a_friendlier_tone_is_asked_for(text: str) -> None:
    request = read(text).request
    assert request is not None
    assert request.letter == LetterWish(register=Register.FRIENDLY, is_same=True)


def test_the_application_and_the_person_are_those_named() -> None:
    request = read("write a formal thank you to Sam at Acme").request
    assert request is not None
    assert request.about == "a1"
    assert request.letter == LetterWish(Letter.THANK_YOU, register=Register.FORMAL, name="Sam")


def test_a_wish_for_a_thank_you_is_no_thank_you_sent() -> None:
    assert not any(isinstance(fact, Thanked) for fact in read("help me write the thank-you note to Dana").facts)


TOPICS = [
    ("we talked about their new warehouse and my thesis", "their new warehouse and my thesis"),
    ("We mostly spoke about Kubernetes and their move to the cloud.", "Kubernetes and their move to the cloud"),
    ("talked a lot about her dog, felt great", "her dog"),
    ("we discussed the team's plans for next year", "the team's plans"),
    ("she told me about their work with Siemens", "their work with Siemens"),
    ("spoke with Dana about the launch, she said they decide friday", "the launch"),
    ("we talked about sailing and chess and she said friday", "sailing and chess"),
    ("the talk was mostly about logistics", "logistics"),
    ("had a great chat about robots", "robots"),
    ("really enjoyed talking about my time in Japan", "my time in Japan"),
    ("we ended up talking about mountain bikes", "mountain bikes"),
]
NO_TOPICS = [
    "we talked about salary",
    "we didn't talk about the team",
    "we'll talk about it on friday",
    "they want to talk about an offer",
    "we talked about the next steps",
    "we talked",
    "did we talk about the team?",
    "she told me about it",
    "talked about everything",
    "we talked about when they decide",
    "he told me to wait",
    "we talked about my notice period",
]


@pytest.mark.parametrize(("text", "topic"), TOPICS)
def test_what_they_talked_about_is_told(text: str, topic: str) -> None:
    facts = read(text).facts
    assert [fact.topic for fact in facts if isinstance(fact, TalkedAbout)] == [topic]
    assert {fact.about for fact in facts} == {"a1"}


@pytest.mark.parametrize("text", NO_TOPICS)
def test_what_belongs_into_no_letter_is_no_topic(text: str) -> None:
    assert not any(isinstance(fact, TalkedAbout) for fact in read(text).facts)


def test_the_rest_of_a_message_is_read_as_ever() -> None:
    reading = read("had a lovely chat with Dana about her time at Siemens, felt great. can you write me the thank you?")
    kinds = sorted(type(fact).__name__ for fact in reading.facts)
    assert kinds == ["Felt", "TalkedAbout"]
    assert reading.request is not None
    assert reading.request.asks is Asks.LETTER


def test_with_two_interviews_the_user_says_which_talk_it_was() -> None:
    told = f"{TOLD}. Also interviewed at Globex today with Kim Park"
    reading = read("we talked about their new warehouse", told)
    (doubt,) = reading.doubts
    assert [option.label for option in doubt.options] == ["Acme", "Globex"]


@pytest.mark.parametrize(
    ("said", "is_alone", "written"),
    [
        ("their new warehouse and my thesis", True, "your new warehouse and my thesis"),
        ("her dog", True, "your dog"),
        ("her dog", False, "the dog"),
        ("how they build trucks and what i can do", True, "how you build trucks and what I can do"),
    ],
)
def test_a_topic_is_said_to_those_who_were_there(said: str, is_alone: bool, written: str) -> None:
    assert to_them(said, is_alone=is_alone) == written


@pytest.mark.parametrize(
    ("text", "name", "title"),
    [
        ("I met Dr. Chen", "Chen", "Dr."),
        ("spoke with prof mei wong", "mei wong", "Prof."),
        ("met Ms Okafor", "Okafor", "Ms."),
    ],
)
def test_a_title_is_part_of_a_contact(text: str, name: str, title: str) -> None:
    met = [fact for fact in read(text).facts if isinstance(fact, ContactMet)]
    assert [(fact.name, fact.title) for fact in met] == [(name, title)]
