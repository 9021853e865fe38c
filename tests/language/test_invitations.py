"""Invitations of every maker are read by their own zones; what would explode or repeat is turned away."""

from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from language.received import Received, Trouble, received
from rules.moments import Day, Moment
from tests.story import FILES

MARCH_5 = date(2026, 3, 5)
OUTLOOK = (FILES / "outlook.ics").read_text(encoding="utf-8")
SEVEN_HOURS_WEST = OUTLOOK.replace("W. Europe Standard Time", "Customized Time Zone").replace("+0100", "-0700")


def ics(*lines, head=()):
    event = ["BEGIN:VEVENT", "UID:u1", "SUMMARY:Interview", *lines, "END:VEVENT"]
    return "\r\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", *head, *event, "END:VCALENDAR", ""])


def read(text):
    return received("invite.ics", "", text.encode())


def starts(text):
    (invitation,) = read(text).invitations
    return invitation.at


@pytest.mark.parametrize(
    ("start", "at"),
    [
        ("DTSTART:20260305T140000Z", Moment(MARCH_5, time(14), "UTC")),
        ("DTSTART:20260305T140000", Moment(MARCH_5, time(14))),
        ("DTSTART;VALUE=DATE:20260305", Day(MARCH_5)),
        ("DTSTART;TZID=Asia/Tokyo:20260305T140000", Moment(MARCH_5, time(14), "Asia/Tokyo")),
        ('DTSTART;TZID="Pacific Standard Time":20260305T140000', Moment(MARCH_5, time(14), "America/Los_Angeles")),
        ("DTSTART;TZID=/maker.example/1/Europe/Rome:20260305T140000", Moment(MARCH_5, time(14), "Europe/Rome")),
    ],
)
def test_a_start_is_of_the_zone_it_names(start, at):
    assert starts(ics(start)) == at


def test_a_name_that_windows_gave_needs_no_definition():
    assert starts(OUTLOOK) == Moment(date(2026, 3, 5), time(15), "Europe/Berlin")


def test_a_zone_of_ones_own_making_is_read_by_its_definition():
    at = starts(SEVEN_HOURS_WEST)
    assert at.instant(None) == datetime(2026, 3, 5, 22, 0, tzinfo=UTC)


def test_the_definition_of_a_zone_is_forgotten_with_its_file():
    assert read(SEVEN_HOURS_WEST).invitations
    bare = ics("DTSTART;TZID=Customized Time Zone:20260305T140000")
    assert read(bare).trouble is Trouble.UNKNOWN_ZONE


def test_whoever_sent_it_and_their_colleagues_are_people_and_rooms_and_the_user_are_not():
    (invitation,) = read(OUTLOOK).invitations
    assert [(card.name, card.email) for card in invitation.people] == [
        ("Dana Reed", "dana.reed@acme.example"),
        ("Sam Okafor", "sam.okafor@acme.example"),
    ]


@pytest.mark.parametrize(
    ("text", "trouble"),
    [
        ("", Trouble.UNREADABLE),
        ("hello", Trouble.UNREADABLE),
        ("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1", Trouble.UNREADABLE),
        (ics(), Trouble.UNREADABLE),
        (ics("DTSTART:20269999T990000Z"), Trouble.UNREADABLE),
        (ics("DTSTART:20260305T140000Z", "DTSTART:20260306T140000Z"), Trouble.UNREADABLE),
        (ics("DTSTART:20260305T140000Z", "RRULE:FREQ=SECONDLY;COUNT=2000000000"), Trouble.RECURRING),
        (ics("DTSTART:20260305T140000Z", "RDATE:20260306T140000Z"), Trouble.RECURRING),
        (ics("DTSTART:20260305T140000Z", "RECURRENCE-ID:20260306T140000Z"), Trouble.RECURRING),
        (ics("DTSTART;TZID=Nowhere/Land:20260305T140000"), Trouble.UNKNOWN_ZONE),
        (SEVEN_HOURS_WEST.replace("FREQ=YEARLY", "FREQ=SECONDLY"), Trouble.UNKNOWN_ZONE),
        (SEVEN_HOURS_WEST.replace("BYMONTH=3", "BYMONTH=3;BYSECOND=1"), Trouble.UNKNOWN_ZONE),
        ("BEGIN:VCALENDAR\r\n" * 2000, Trouble.TOO_MANY),
        ("BEGIN:VEVENT\r\nEND:VEVENT\r\n" * 200, Trouble.TOO_MANY),
        (ics("DTSTART:20260305T140000Z", *["X-A:b"] * 5_000), Trouble.TOO_MANY),
        ('<!DOCTYPE a [<!ENTITY b "&c;&c;"><!ENTITY c "&d;&d;">]><a>&b;</a>', Trouble.UNREADABLE),
        ("BEGIN:VEVENT\r\nUID:1\r\nEND:VEVENT\r\n" * 11, Trouble.TOO_MANY),
        ("x" * 1_000_001, Trouble.TOO_BIG),
        (ics("DTSTART:20260305T140000Z", head=["PRODID:-//Afterword//EN"]), Trouble.OWN_CALENDAR),
    ],
    ids=range(19),
)
def test_what_cannot_be_used_says_why(text, trouble):
    assert read(text) == Received(trouble=trouble)


@settings(max_examples=200)
@given(some.lists(some.sampled_from([*OUTLOOK.splitlines(), "BEGIN:VCALENDAR", "END:VEVENT", ""]), max_size=60))
def test_no_order_of_lines_stops_it(lines):
    assert isinstance(read("\r\n".join(lines)), Received)


@given(some.binary(max_size=300), some.sampled_from(["a.ics", "a.vcf"]))
def test_no_bytes_stop_it(content, name):
    assert isinstance(received(name, "", content), Received)
