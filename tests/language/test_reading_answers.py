"""Short answers to what was asked or advised last, and small talk that must not be taken for one."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from assistant.hear import hear
from assistant.ports import Form, Incoming
from language.reading import Asks, Chatter, Reading
from language.sentences import SentenceReader
from rules.facts import (
    AnswerPromised,
    ContactMet,
    Fact,
    Felt,
    GutSaid,
    InterviewPlanned,
    NoDatePromised,
    Skipped,
    Snoozed,
    Thanked,
)
from rules.journal import Journal
from rules.moments import Day, Moment

THURSDAY = datetime(2026, 3, 5, 16, 0, tzinfo=UTC)
THANKS_DUE = ["interview at Acme just finished, felt great. Dana Reed, dana@acme.example. they decide on Friday"]
DATE_ASKED = ["interview at Acme just finished, felt great. Dana Reed, dana@acme.example", "sent the thank you"]
CONTACT_ASKED = ["interview at Acme just finished, felt great, they decide on Friday"]
INVITED = ["interviewed at Acme on Monday, felt good", "they want me back for a second interview"]
FEELING_ASKED = ["had my interview at Acme today. they decide next friday"]
GUT_ASKED = ["interviewed at Acme on Feb 9, felt great. Dana Reed dana@acme.example", "I emailed them on Feb 19"]
WAITING = ["interviewed at Acme on Feb 27, felt great, sent the thank you, they decide by next Friday", "no contact"]


class Talk:
    """A conversation with the assistant."""

    def __init__(self, *told: str) -> None:
        self.journal, self.now, self.arrivals = Journal(default_zone="UTC"), THURSDAY, 0
        for text in told:
            self.hears(text)

    def hears(self, text: str) -> tuple[Reading, tuple[Fact, ...], str]:
        self.now += timedelta(minutes=1)
        self.arrivals += 1
        before = self.journal
        heard = hear(Incoming(0, self.arrivals, Form.TEXT, text, self.now), before, self.now, SentenceReader())
        self.journal = heard.journal
        told = tuple(entry.fact for entry in heard.journal.since(before) if type(entry.fact).__name__ != "Shown")
        return heard.reading, told, heard.reply.text if heard.reply else ""


def noted(told: list[str], answer: str) -> tuple[Fact, ...]:
    return Talk(*told).hears(answer)[1]


@pytest.mark.parametrize("text", ["they didn't say", "no idea", "no", "forgot to ask", "nothing concrete", "nope"])
def test_no_date_was_named(text: str) -> None:
    assert noted(DATE_ASKED, text) == (NoDatePromised(about="a1"),)


@pytest.mark.parametrize(
    ("text", "day"), [("friday", 6), ("next week", 13), ("in two weeks", 19), ("by the 17th I think", 17)]
)
def test_a_bare_time_is_the_promise_asked_for(text: str, day: int) -> None:
    assert noted(DATE_ASKED, text) == (AnswerPromised(about="a1", by=Day(date(2026, 3, day))),)


@pytest.mark.parametrize(
    "text", ["no card", "i don't have her contact", "didn't get one", "nobody gave me a card", "never got a number"]
)
def test_nobody_can_be_reached(text: str) -> None:
    assert noted(CONTACT_ASKED, text) == (Skipped(about="a1", step="get-contact:a1.i1"),)


@pytest.mark.parametrize(("text", "name"), [("Dana Reed", "Dana Reed"), ("only the recruiter, Maya", "Maya")])
def test_a_bare_name_is_the_contact_asked_for(text: str, name: str) -> None:
    assert noted(CONTACT_ASKED, text) == (ContactMet(about="a1", name=name),)


@pytest.mark.parametrize("text", ["sent", "done", "mailed her", "yep sent it an hour ago", "sent her an email"])
def test_the_thanks_were_sent(text: str) -> None:
    assert [type(fact) for fact in noted(THANKS_DUE, text)] == [Thanked]


@pytest.mark.parametrize("text", ["called her", "I will mail her", "should I mail her?", "she mailed me", "not yet"])
def test_the_thanks_were_not_sent(text: str) -> None:
    assert Thanked not in [type(fact) for fact in noted(THANKS_DUE, text)]


@pytest.mark.parametrize(("text", "hour"), [("tonight", 20), ("in an hour", 17), ("remind me at 9pm", 21)])
def test_a_step_is_put_off(text: str, hour: int) -> None:
    (snoozed,) = noted(THANKS_DUE, text)
    assert isinstance(snoozed, Snoozed)
    assert snoozed.until.hour == hour


def test_a_step_is_not_put_off_beyond_its_time() -> None:
    _, told, reply = Talk(*THANKS_DUE).hears("remind me in three weeks")
    assert told == ()
    assert "too late" in reply


@pytest.mark.parametrize("text", ["later", "not now", "remind me later"])
def test_later_without_a_time_offers_moments(text: str) -> None:
    assert "When shall I come back to it?" in Talk(*THANKS_DUE).hears(text)[2]


@pytest.mark.parametrize("text", ["skip", "I'd rather not", "no thanks"])
def test_a_step_is_left(text: str) -> None:
    assert noted(THANKS_DUE, text) == (Skipped(about="a1", step="thank-you:a1.i1"),)


def test_a_bare_time_after_an_invitation_fixes_the_interview() -> None:
    at = Moment(date(2026, 3, 12), time(14))
    assert noted(INVITED, "thursday 2pm") == (InterviewPlanned(about="a1", interview=2, at=at),)


@pytest.mark.parametrize(
    ("told", "text", "kind"),
    [
        (THANKS_DUE, "yes", Chatter.WILLING),
        (DATE_ASKED, "yes", Chatter.SAID_WHEN),
        (THANKS_DUE, "not yet", Chatter.NOT_DONE),
        (GUT_ASKED, "not sure", Chatter.UNDECIDED),
        (WAITING, "nothing yet", Chatter.SILENCE_REPORTED),
        (WAITING, "i'm nervous about tomorrow", Chatter.NERVOUS),
        (WAITING, "wish me luck", Chatter.CHEER),
        (WAITING, "good bot", Chatter.CHAT),
        (WAITING, "my washing machine is broken", Chatter.OFF_TOPIC),
        ([], "went for a run this morning and it was great", Chatter.OFF_TOPIC),
        ([], "the plumber never called back", Chatter.OFF_TOPIC),
        ([], "ich hatte gestern ein Gespräch", Chatter.FOREIGN),
        ([], "je ne sais pas quoi faire", Chatter.FOREIGN),
        ([], "gracias", Chatter.FOREIGN),
    ],
)
def test_small_talk(told: list[str], text: str, kind: Chatter) -> None:
    reading, facts, _ = Talk(*told).hears(text)
    assert (reading.chatter, facts) == (kind, ())


@pytest.mark.parametrize("text", ["this sucks", "i'm so tired of this", "I want to give up", "so frustrated", "ugh"])
def test_pain_is_met_and_notes_nothing(text: str) -> None:
    reading, facts, reply = Talk(*WAITING).hears(text)
    assert (reading.in_pain, reading.chatter, facts) == (True, None, ())
    assert reply.startswith("I am sorry, that is hard.\n\n")


def test_the_gut_may_give_up() -> None:
    assert [type(fact) for fact in noted(GUT_ASKED, "I want to give up")] == [GutSaid]


def test_a_no_before_a_sentence_denies_nothing_in_it() -> None:
    assert [type(fact) for fact in noted(FEELING_ASKED, "no it was really good actually")] == [Felt]


@pytest.mark.parametrize("text", ["what about Acme?", "how's acme going?", "and Acme?"])
def test_one_application_is_asked_about(text: str) -> None:
    request = Talk(*WAITING).hears(text)[0].request
    assert request is not None
    assert (request.asks, request.about) == (Asks.NOW, "a1")


@pytest.mark.parametrize("text", ["Friday", "no", "yes", "Dana Reed", "later", "skip", "no card"])
def test_an_answer_to_nothing_notes_nothing(text: str) -> None:
    assert noted([], text) == ()
