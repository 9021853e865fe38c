"""No text makes the reading raise, or take long enough to be felt."""

from datetime import UTC, datetime
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from language.times import clocks
from language.times.words import CLOSERS, COUNTS, MONTHS, PARTS, SHORT_FORMS, UNITS, WEEKDAYS
from language.when import read_impossible, read_times
from tests.language.when_tables import NOW

_TALK = sorted({*WEEKDAYS, *MONTHS, *SHORT_FORMS, *COUNTS, *UNITS, *PARTS, *CLOSERS})
_SIGNS = ["-", "/", ":", ".", ",", "'", "(", "31", "30", "2026", "0", "99", "st", "rd", "pm", "\n", "\0", "the", "ago"]
_MOMENTS = st.datetimes(datetime(2000, 1, 1), datetime(2090, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001


@given(st.text(max_size=300), _MOMENTS)
def test_reads_any_text(text, now):
    for span in read_times(text, now):
        assert text[span.start : span.end] == span.text


@settings(max_examples=400)
@given(st.lists(st.sampled_from(_TALK + _SIGNS), max_size=24).map(" ".join), _MOMENTS, st.booleans())
def test_reads_any_talk_of_time(text, now, day_first):
    spans = read_times(text, now, day_first=day_first)
    read_impossible(text, day_first=day_first)
    assert all(one.end <= two.start for one, two in pairwise(spans))
    assert all(span.text == text[span.start : span.end] for span in spans)


@pytest.mark.parametrize(
    "piece",
    [
        "monday ", "9", "9 ", "1-", "1/2/", "3:30", "(", "[{", "\0", "א", "م ", "٣", "‮", "'", "at ", "a ", "early ",
        "end of ", "another ", "the day after ", "monday after ", "a week from ", "monday or ", "about ", "in 2 ",
        "first week of ", "week of ", "on the ", "not in 2 weeks ", "😀", "new year ", "3pm (", "at 3 a time ",
    ],
)  # fmt: skip
def test_reads_a_message_of_the_longest_length(piece):
    read_times((piece * 4096)[:4096], NOW)


def test_brackets_after_an_hour_that_never_end():
    (span,) = read_times("3pm " + "(" * 4000, NOW)
    assert span.text == "3pm"


def test_only_the_first_places_are_looked_up_for_their_clocks(monkeypatch):
    looked_up: set[str] = set()
    monkeypatch.setattr(clocks, "zone_called", looked_up.add)
    read_times(" ".join(f"3pm place{'x' * number} time" for number in range(100)), NOW)
    assert 0 < len(looked_up) < 20
