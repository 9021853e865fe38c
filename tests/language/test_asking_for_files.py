"""Asking for the calendar or the picture in one's own words, and what only sounds like it."""

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
OVERVIEW = """
show me the overview
draw my applications
overview please
give me a timeline of my applications
can I see a chart of my applications?
show me everything at a glance
send me the picture
could you draw me an overview of everything
visualise my job search
show me an overview of where things stand
let me see my timeline
""".strip().splitlines()
NO_OVERVIEW = """
they gave me an overview of the team
she showed me a chart
I had to draw a diagram on the whiteboard
what's the timeline?
they want to see a timeline
show me my applications
they asked me for a picture of my work
we discussed the timeline, two weeks
I got an overview of the role
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


@pytest.mark.parametrize("text", OVERVIEW)
def test_the_picture_is_asked_for(text: str) -> None:
    assert asked(text) is Asks.OVERVIEW


@pytest.mark.parametrize("text", ["dark overview", "show me the overview in dark"])
def test_the_picture_is_asked_for_in_the_dark(text: str) -> None:
    assert asked(text) is Asks.OVERVIEW_DARK


@pytest.mark.parametrize("text", NO_OVERVIEW)
def test_a_picture_is_only_talked_about(text: str) -> None:
    assert asked(text) not in (Asks.OVERVIEW, Asks.OVERVIEW_DARK)


def test_an_interview_is_told_and_the_calendar_asked_for_in_one_breath() -> None:
    text = "Interview at Globex on Friday at 3pm, put it in my calendar"
    reading = SentenceReader().read(text, Journal(default_zone="Europe/London"), NOW)
    assert reading.request
    assert reading.request.asks is Asks.CALENDAR
    assert any(isinstance(fact, InterviewPlanned) for fact in reading.facts)
