"""The calendar's file: what RFC 5545 wants of it, and that a later file replaces an earlier one."""

from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar
from talking import MONDAY, Talk

from assistant.calendar_file import calendar_file
from rules.journal import Journal

A_DAY = timedelta(days=1)
PROMISED = "Interview at Acme went great today, they will let me know by Friday. Dana Reed, dana.reed@acme.example"


def calendar(talk):
    return Calendar.from_ical(calendar_file(talk.journal, talk.now).content)


def events(talk):
    """By their summaries."""
    return {str(event["summary"]): event for event in calendar(talk).walk("VEVENT")}


def after(*told):
    talk = Talk()
    for text in told:
        talk.says(text)
    return talk


def test_lines_end_as_the_standard_says_and_none_is_too_long():
    long_role = "Senior Vice President of Straßenbahnen, Grünflächen and all other Matters of the City of Überlingen"
    content = calendar_file(after(f"Interview at Acme on Thursday at 3pm as {long_role}").journal, MONDAY).content
    assert content.count(b"\n") == content.count(b"\r\n")
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    assert content.decode().startswith("BEGIN:VCALENDAR")


def test_it_says_what_calendars_need_to_know():
    read = calendar(after("Interview at Acme on Thursday at 3pm"))
    assert (read["version"], read["method"], read["calscale"]) == ("2.0", "PUBLISH", "GREGORIAN")
    for event in read.walk("VEVENT"):
        assert event["uid"]
        assert event.decoded("dtstamp") == MONDAY


def test_an_interview_is_an_hour_at_its_instant_with_an_alarm_before_it():
    event = events(after("Interview at Acme on Thursday at 3pm"))["Interview: Acme"]
    assert event.decoded("dtstart") == datetime(2026, 3, 5, 14, 0, tzinfo=UTC)
    assert event.decoded("dtend") == datetime(2026, 3, 5, 15, 0, tzinfo=UTC)
    assert [alarm.decoded("trigger") for alarm in event.walk("VALARM")] == [-timedelta(hours=1)]


def test_an_interview_without_an_hour_takes_the_day_and_rings_in_the_morning():
    event = events(after("Interview at Acme on Thursday"))["Interview: Acme"]
    assert event.decoded("dtstart") == date(2026, 3, 5)
    assert event.decoded("dtend") == date(2026, 3, 6)
    assert [alarm.decoded("trigger") for alarm in event.walk("VALARM")] == [timedelta(hours=9, minutes=30)]


def test_whom_to_reach_is_in_the_description():
    event = events(after("Technical interview at Acme on Thursday at 3pm with Dana Reed, +49 30 901820"))
    assert event["Acme: technical interview"]["description"] == "Dana Reed, +49 30 901820"


def test_a_moved_interview_is_the_same_event_with_a_higher_sequence():
    talk = after("Interview at Acme on Thursday at 3pm")
    before = events(talk)["Interview: Acme"]
    talk.says("Acme moved the interview to Friday at 11")
    moved = events(talk)["Interview: Acme"]
    assert moved["uid"] == before["uid"]
    assert moved["sequence"] > before["sequence"]
    assert moved.decoded("dtstart").date() == date(2026, 3, 6)


def test_a_cancelled_interview_is_called_off_in_the_calendar_and_rings_no_more():
    event = events(after("Interview at Acme on Thursday at 3pm", "Acme cancelled the interview"))["Interview: Acme"]
    assert event["status"] == "CANCELLED"
    assert not event.walk("VALARM")


def test_after_a_refusal_the_interview_ahead_is_off():
    talk = after("Interview at Acme on Thursday at 3pm", "Acme rejected me")
    assert events(talk)["Interview: Acme"]["status"] == "CANCELLED"


def test_what_there_is_to_do_rings_when_the_assistant_would_speak_and_keeps_nobody_busy():
    talk = after(PROMISED)
    errand = events(talk)["Acme: time to follow up"]
    assert errand.decoded("dtstart") == datetime(2026, 3, 10, 8, 30, tzinfo=UTC)
    assert errand["transp"] == "TRANSPARENT"
    assert "dana.reed@acme.example" in errand["description"]


def test_an_arranged_call_is_an_appointment():
    talk = after("Interview at Acme went great today", "They will call me on Wednesday at 4pm")
    event = events(talk)["Acme calls you"]
    assert event.decoded("dtstart") == datetime(2026, 3, 4, 15, 0, tzinfo=UTC)


def test_what_is_over_is_left_out():
    talk = after("Interview at Acme on Thursday at 3pm").later(days=4)
    assert "Interview: Acme" not in events(talk)


def test_two_people_never_share_an_event():
    text = "Interview at Acme on Thursday at 3pm"
    later = Talk(now=MONDAY + timedelta(microseconds=1))
    later.says(text)
    assert events(after(text))["Interview: Acme"]["uid"] != events(later)["Interview: Acme"]["uid"]


def test_nobody_who_has_told_nothing_gets_a_file():
    talk = Talk()
    assert "nothing ahead" in talk.says("/calendar")
    assert talk.reply.attaches is None
    assert not Calendar.from_ical(calendar_file(Journal(), MONDAY).content).walk("VEVENT")
