"""What is taken from a text as a time, and what is not."""

from datetime import UTC, date, datetime, time

import pytest

from language.when import TimeKind, dates_line, read_impossible, read_times
from rules.moments import Day, Moment, Window
from tests.language.when_tables import NOW, lines, read, sentences


@pytest.mark.parametrize(("text", "dates"), sentences("phrases.txt"))
def test_a_phrase_means(text, dates):
    assert read(text) == dates


@pytest.mark.parametrize(("text", "dates"), sentences("sentences.txt"))
def test_a_sentence_says(text, dates):
    assert read(text) == dates


@pytest.mark.parametrize("text", lines("no_dates.txt"))
def test_takes_nothing_that_is_no_date(text):
    assert read(text) == ""


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("interview on Friday", TimeKind.POINT),
        ("they decide by Friday", TimeKind.BY),
        ("within three days", TimeKind.BY),
        ("before Friday", TimeKind.BEFORE),
        ("after Friday", TimeKind.AFTER),
        ("silence since Friday", TimeKind.SINCE),
        ("it's been two weeks", TimeKind.SINCE),
        ("in two weeks", TimeKind.AHEAD),
        ("two weeks ago", TimeKind.AGO),
        ("next week", TimeKind.SPAN),
        ("Monday or Tuesday", TimeKind.SPAN),
    ],
)
def test_how_it_was_said(text, kind):
    (span,) = read_times(text, NOW)
    assert span.kind is kind


@pytest.mark.parametrize(
    ("text", "promised"),
    [
        ("they decide in 2-3 weeks", "2026-07-01"),
        ("Monday or Tuesday", "2026-06-16"),
        ("before Friday", "2026-06-11"),
        ("on or before Friday", "2026-06-12"),
        ("by December", "2026-12-01"),
        ("after the weekend", "2026-06-15"),
        ("next week", "2026-06-19"),
    ],
)
def test_the_end_that_a_promise_means(text, promised):
    (span,) = read_times(text, NOW)
    assert span.last == Day(date.fromisoformat(promised))


@pytest.mark.parametrize("text", ["last week", "a couple of weeks ago", "mid January", "the other day", "in 2-3 weeks"])
def test_no_single_day_follows(text):
    (span,) = read_times(text, NOW)
    assert span.is_vague
    assert span.day is None


def test_a_single_day_follows():
    (span,) = read_times("exactly two weeks ago", NOW)
    assert span.day == date(2026, 5, 27)
    assert span.is_past


def test_says_which_words_it_took():
    text = "They said by end of day Friday, honestly."
    (span,) = read_times(text, NOW)
    assert text[span.start : span.end] == span.text == "by end of day Friday"
    assert span.part == "end"


@pytest.mark.parametrize(("text", "part"), [("tomorrow morning", "morning"), ("tonight", "evening"), ("EOD", "end")])
def test_keeps_the_part_of_the_day(text, part):
    (span,) = read_times(text, NOW)
    assert span.part == part
    assert isinstance(span.when, Day)


def test_a_time_keeps_the_zone_it_was_said_in_else_the_writers():
    said, unsaid = read_times("3pm EST on Friday, or 4pm on Monday", NOW, zone="Europe/Berlin")
    assert said.when == Moment(date(2026, 6, 12), time(15), "America/New_York")
    assert unsaid.when == Moment(date(2026, 6, 15), time(16), "Europe/Berlin")


@pytest.mark.parametrize(
    ("said", "zone"),
    [
        ("3pm Tokyo time", "Asia/Tokyo"),
        ("3pm new york time", "America/New_York"),
        ("15:00 UK time", "Europe/London"),
        ("3pm German time", "Europe/Berlin"),
        ("3pm Eastern Standard Time", "America/New_York"),
        ("3pm Pacific", "America/Los_Angeles"),
        ("3 Berlin time", "Europe/Berlin"),
        ("3pm (EST)", "America/New_York"),
        ("15:00 (London time)", "Europe/London"),
        ("15h UTC+2", "Etc/GMT-2"),
        ("3pm GMT-5", "Etc/GMT+5"),
        ("3pm UTC+13", "Etc/GMT-13"),
        ("3pm UTC+5:30", "Asia/Kolkata"),
        ("3pm UTC+99", None),
        ("3pm my time", None),
        ("3pm this time", None),
        ("3pm prep time", None),
        ("3pm US time", None),
        ("3 Central Bank", None),
        ("3pm (Tokyo office)", None),
    ],
)
def test_an_hour_told_by_another_clock(said, zone):
    (span,) = read_times(f"interview on Friday at {said}", NOW)
    assert span.when == Moment(date(2026, 6, 12), time(15), zone)


@pytest.mark.parametrize(
    ("said", "hour"), [("moved it to 11", 11), ("pushed it to 4", 16), ("moved to 3 rounds", None), ("go to 11", None)]
)
def test_what_an_appointment_is_moved_to_is_an_hour(said, hour):
    assert [span.first.time.hour for span in read_times(said, NOW)] == ([hour] if hour else [])


def test_a_day_and_a_time_apart_are_one_moment():
    day, clock = read_times("interview tomorrow with Dana at 3pm", NOW)
    assert day.when == clock.when == Moment(date(2026, 6, 11), time(15))


def test_a_stretch_of_hours():
    (span,) = read_times("Friday between 2 and 4", NOW)
    assert span.when == Window(Moment(date(2026, 6, 12), time(14)), Moment(date(2026, 6, 12), time(16)))


@pytest.mark.parametrize(("day_first", "day"), [(True, date(2026, 7, 5)), (False, date(2026, 5, 7))])
def test_numbers_are_read_in_the_writers_order(day_first, day):
    (span,) = read_times("interview on 5/7", NOW, day_first=day_first)
    assert span.day == day


def test_a_number_over_twelve_or_absurdly_far_overrules_the_order():
    assert read("on 6/18") == "2026-06-18"
    assert read("interview on 6/12/2026") == "2026-06-12"


def test_business_days_are_the_users():
    def is_business_day(day):
        return day.weekday() < 5 and day != date(2026, 6, 15)

    (span,) = read_times("within three business days", NOW, is_business_day=is_business_day)
    (holiday,) = read_times("after the bank holiday", NOW, is_business_day=is_business_day)
    assert (span.day, holiday.day) == (date(2026, 6, 16), date(2026, 6, 15))


@pytest.mark.parametrize(
    ("said_on", "text", "day"),
    [
        ("2026-06-10", "by Wednesday", "2026-06-17"),
        ("2026-06-10", "interviewed last Wednesday", "2026-06-03"),
        ("2026-06-10", "next Wednesday", "2026-06-17"),
        ("2026-06-11", "next Monday", "2026-06-15"),
        ("2026-06-14", "end of the week", "2026-06-19"),
        ("2026-06-12", "3 Fridays ago", "2026-05-22"),
        ("2026-12-30", "interview on January 5", "2027-01-05"),
        ("2027-01-04", "I interviewed on December 28", "2026-12-28"),
        ("2026-12-31", "interview on the 31st of January", "2027-01-31"),
        ("2026-11-18", "after Thanksgiving", "2026-11-26"),
        ("2028-02-01", "on 29 February", "2028-02-29"),
        ("2026-02-01", "after Chinese New Year", "2026-02-17"),
    ],
)
def test_depends_on_the_day_it_is_said(said_on, text, day):
    now = datetime.fromisoformat(f"{said_on}T11:00").replace(tzinfo=UTC)
    (span,) = read_times(text, now)
    assert span.day == date.fromisoformat(day)


@pytest.mark.parametrize("text", ["30 February", "the 31st of April", "on 2026-13-45", "2027-02-29", "at 25:00"])
def test_what_no_calendar_has_is_told_apart(text):
    assert read_times(text, NOW) == ()
    assert len(read_impossible(text)) == 1


def test_a_line_of_the_command():
    line = dates_line({"id": "a", "now": "2026-06-10T11:00:00", "text": "tomorrow at 3, answer in 1-2 weeks"})
    assert line == {
        "id": "a",
        "dates": [
            {"text": "tomorrow at 3", "start": "2026-06-11T15:00:00", "end": None},
            {"text": "in 1-2 weeks", "start": "2026-06-17", "end": "2026-06-24"},
        ],
    }
