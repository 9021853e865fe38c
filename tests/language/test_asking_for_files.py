"""Asking for the calendar in one's own words, and what only sounds like it."""

from datetime import UTC, datetime

import pytest

from language.reading import Asks
from language.sentences import SentenceReader
from rules.facts import InterviewPlanned
from rules.journal import Journal

NOW = datetime(2026, 3, 4, 15, 0, tzinfo=UTC)
CALENDAR = """
send me a calendar file
can you send me an ics?
put it in my calendar
Could you please put this in my calendar?
add everything to my google calendar
export to calendar
can i get this as a calendar file
i want it in my calendar
calendar please
pop it in my diary please
sync it with my google calendar
add my interviews to my calendar pls
""".strip().splitlines()
NO_CALENDAR = """
they sent me a calendar invite
I put it in my calendar
it's in my calendar now
should I send them a calendar invite?
she will put it in her calendar
they will send a calendar invite for Tuesday
I need to check my calendar first
my calendar is full this week
put on a suit for the interview
""".strip().splitlines()


def asked(text: str) -> Asks | None:
    request = SentenceReader().read(text, Journal(default_zone="Europe/London"), NOW).request
    return request.asks if request else None


@pytest.mark.parametrize("text", CALENDAR)
def test_the_calendar_is_asked_for(text: str) -> None:
    assert asked(text) is Asks.CALENDAR


@pytest.mark.parametrize("text", NO_CALENDAR)
def test_a_calendar_is_only_talked_about(text: str) -> None:
    assert asked(text) is not Asks.CALENDAR


def test_an_interview_is_told_and_the_calendar_asked_for_in_one_breath() -> None:
    text = "Interview at Globex on Friday at 3pm, put it in my calendar"
    reading = SentenceReader().read(text, Journal(default_zone="Europe/London"), NOW)
    assert reading.request
    assert reading.request.asks is Asks.CALENDAR
    assert any(isinstance(fact, InterviewPlanned) for fact in reading.facts)
