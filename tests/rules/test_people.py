"""Whom to reach and how: contacts pieced together, the channel of each step, and who is not thanked yet."""

import pytest

from rules.application import Contact
from rules.facts import Channel, Fact, Verdict
from tests.rules.telling import (
    GREAT,
    Story,
    call_arranged,
    felt,
    followed_up,
    gut,
    held,
    knows,
    met,
    replied,
    tell,
    thanked,
)

PHONE, MAIL, SKYPE = {"phone": "+49 30 1"}, {"email": "dana@acme.example"}, {"skype": "dana.reed"}
GREAT_ONE = tell("Thu 5 Mar 16:30", held("Thu 5 Mar 15:00"), felt(GREAT))


def contacts(*facts: Fact) -> tuple[Contact, ...]:
    return tell("Thu 5 Mar 16:30", *facts).plan.applications[0].contacts


def channel(story: Story, rule: str) -> tuple[Channel, str] | None:
    reach = story.step(rule).reach
    return (reach.channel, reach.address) if reach else None


def test_one_name_adds_up_to_one_contact() -> None:
    (dana,) = contacts(met("Dana", **PHONE), met("Dana Reed", **MAIL), met("dana", title="CTO"))
    assert (dana.name, dana.phone, dana.email, dana.title) == ("Dana Reed", PHONE["phone"], MAIL["email"], "CTO")


def test_an_address_without_a_name_belongs_to_the_only_contact() -> None:
    (dana,) = contacts(met("Dana"), met(**MAIL))
    assert dana.email == MAIL["email"]
    (named,) = contacts(met(**MAIL), met("Dana"))
    assert named.name == "Dana"


def test_an_address_without_a_name_among_several_stays_alone() -> None:
    assert [contact.name for contact in contacts(met("Dana"), met("Sam"), met(**MAIL))] == ["Dana", "Sam", None]


@pytest.mark.parametrize(
    ("ways", "expected"),
    [
        (PHONE | MAIL | SKYPE, (Channel.PHONE, "+49 30 1")),
        (MAIL | SKYPE, (Channel.EMAIL, "dana@acme.example")),
        (SKYPE, (Channel.SKYPE, "dana.reed")),
        (PHONE | MAIL | {"no_calls": True}, (Channel.EMAIL, "dana@acme.example")),
        ({"linkedin": "dana-reed"}, None),
        ({}, None),
    ],
)
def test_the_first_follow_up_is_by_phone_else_by_mail_else_by_skype(
    ways: dict[str, str | bool], expected: tuple[Channel, str] | None
) -> None:
    assert channel(GREAT_ONE.then("Thu 5 Mar 17:00", met("Dana", **ways)), "check-in") == expected


def test_without_a_number_their_own_channel_comes_first() -> None:
    story = GREAT_ONE.then("Thu 5 Mar 17:00", met("Dana", **MAIL, **SKYPE)).then(
        "Fri 6 Mar 10:00", replied(channel=Channel.SKYPE)
    )
    assert channel(story, "check-in") == (Channel.SKYPE, "dana.reed")


def test_whoever_asks_not_to_be_called_asks_for_all_of_them() -> None:
    story = GREAT_ONE.then("Thu 5 Mar 17:00", met("Dana", **PHONE), met("Sam", phone="2", email="sam@acme.example"))
    quiet = story.then("Thu 5 Mar 17:05", met(no_calls=True))
    assert channel(quiet, "check-in") == (Channel.EMAIL, "sam@acme.example")


def test_the_second_follow_up_and_the_note_about_a_call_are_in_writing() -> None:
    story = GREAT_ONE.then("Thu 5 Mar 17:00", met("Dana", **PHONE, **MAIL))
    second = story.then("Thu 12 Mar 10:00", followed_up()).then("Thu 19 Mar 10:00", gut(Verdict.WRITE))
    assert channel(second, "second") == (Channel.EMAIL, MAIL["email"])
    note = story.then("Fri 6 Mar 10:00", call_arranged("Tue 10 Mar 15:00"))
    assert channel(note, "confirmed-call") == (Channel.EMAIL, MAIL["email"])


def test_the_second_follow_up_is_a_call_where_there_is_no_address() -> None:
    story = GREAT_ONE.then("Thu 5 Mar 17:00", met("Dana", **PHONE)).then("Thu 12 Mar 10:00", followed_up())
    assert channel(story.then("Thu 19 Mar 10:00", gut(Verdict.WRITE)), "second") == (Channel.PHONE, PHONE["phone"])


def test_a_thank_you_is_a_letter_to_somebody_who_is_not_thanked_yet() -> None:
    story = GREAT_ONE.then("Thu 5 Mar 17:00", met("Dana Reed", **MAIL), met("Sam", email="sam@acme.example"))
    assert [contact.name for contact in story.step("thank-you").unthanked] == ["Dana Reed", "Sam"]
    one_left = story.then("Thu 5 Mar 18:00", thanked("Dana"))
    assert [contact.name for contact in one_left.step("thank-you").unthanked] == ["Sam"]
    assert channel(one_left, "thank-you") == (Channel.EMAIL, "sam@acme.example")
    assert not knows(one_left.then("Thu 5 Mar 18:05", thanked("Sam")), "thank-you")


def test_who_could_be_reached_is_asked_once_after_two_interviews() -> None:
    story = GREAT_ONE.then("Tue 10 Mar 12:00", held("Tue 10 Mar 10:00", number=2))
    assert story.step("get-contact").key == "get-contact:a1.i2"
    assert not knows(story.then("Tue 10 Mar 12:05", met("Dana", **SKYPE)), "get-contact")


def test_a_thank_you_is_never_a_call() -> None:
    assert channel(GREAT_ONE.then("Thu 5 Mar 17:00", met("Dana", **PHONE)), "thank-you") is None


def test_thanks_for_the_first_interview_are_no_thanks_for_the_second() -> None:
    story = GREAT_ONE.then("Thu 5 Mar 18:00", thanked()).then("Tue 10 Mar 12:00", held("Tue 10 Mar 10:00", number=2))
    assert story.step("thank-you").key == "thank-you:a1.i2"
