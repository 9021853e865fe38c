"""A reminder is wished some time before an interview, and comes then; without the hour it is asked when."""

from datetime import UTC, date, datetime, time

import pytest

from language.reading import Asks, Request
from language.sentences import SentenceReader
from rules.calendar import EVENING
from rules.facts import Applied, InterviewPlanned
from rules.journal import Journal
from rules.moments import Day, Moment

NOW = datetime(2026, 3, 4, 12, tzinfo=UTC)
FRIDAY = date(2026, 3, 6)
KNOWN = Journal(default_zone="Europe/Berlin").noting(
    [
        Applied(about="a1", company="Acme"),
        InterviewPlanned(about="a1", interview=1, at=Moment(FRIDAY, time(15))),
        Applied(about="a2", company="Globex"),
        InterviewPlanned(about="a2", interview=1, at=Day(date(2026, 3, 10))),
    ],
    NOW,
)


def asked(text: str, journal: Journal = KNOWN) -> Request | None:
    return SentenceReader().read(text, journal, NOW).request


@pytest.mark.parametrize(
    ("words", "at"),
    [
        ("an hour before", time(13)),
        ("30 min before the interview", time(13, 30)),
        ("two hours before acme", time(12)),
        ("half an hour before my interview at Acme", time(13, 30)),
        ("1h before it", time(13)),
        ("an hour and a half before", time(12, 30)),
    ],
)
def test_some_time_before_the_next_interview(words: str, at: time) -> None:
    assert asked(f"remind me {words}") == Request(Asks.LATER, about="a1", when=Moment(FRIDAY, at, "UTC"))


def test_the_evening_and_the_day_before() -> None:
    assert asked("remind me the evening before") == Request(
        Asks.LATER, about="a1", when=Moment(date(2026, 3, 5), EVENING)
    )
    assert asked("ping me the day before globex") == Request(Asks.LATER, about="a2", when=Day(date(2026, 3, 9)))


@pytest.mark.parametrize(
    ("text", "about"), [("remind me an hour before globex", "a2"), ("remind me 99999 hours before acme", "a1")]
)
def test_without_a_moment_it_is_asked_when(text: str, about: str) -> None:
    assert asked(text) == Request(Asks.LATER, about=about)


def test_without_an_interview_there_is_nothing_to_be_reminded_of() -> None:
    assert asked("remind me an hour before", Journal()) == Request(Asks.LATER)
    assert asked("they will remind me an hour before") is None
