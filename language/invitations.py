"""Invitations as Outlook, Google and Apple send them: iCalendar, each time by its own zone."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from icalendar import Calendar, Component

from language.received import Card, Invitation, Trouble, Unusable, lines_of
from language.zones import Zones
from rules.moments import Day, When

MOST_EVENTS = 10
OUR_OWN = "-//Afterword//"
_LONGEST = 200
_NO_PERSON = ("ROOM", "RESOURCE", "GROUP")
_FOR_NOBODY = ("noreply", "no-reply", "donotreply", "do-not-reply", "calendar-notification")
_REPEATS = ("RRULE", "RDATE", "RECURRENCE-ID")


def invitations(content: bytes) -> tuple[Invitation, ...]:
    """The appointments in the file. Raises Unusable.

    A rule by which something repeats is never reckoned out, and no definition of a zone outlives its file.
    """
    lines = lines_of(content)
    head = {name.upper(): value for name, _, value in (line.partition(":") for line in lines)}
    if head.get("PRODID", "").startswith(OUR_OWN):
        raise Unusable(Trouble.OWN_CALENDAR)
    events = list(_parts("VEVENT", lines))
    if len(events) > MOST_EVENTS:
        raise Unusable(Trouble.TOO_MANY)
    zones = Zones(list(_parts("VTIMEZONE", lines)))
    is_cancelled = head.get("METHOD", "").strip().upper() == "CANCEL"
    if not events:
        raise Unusable(Trouble.UNREADABLE)
    try:
        return tuple(_invitation(_event(event), zones, is_cancelled=is_cancelled) for event in events)
    except Unusable:
        raise
    except Exception as error:  # a stranger's file, and the library fails in many ways
        raise Unusable(Trouble.UNREADABLE) from error


def _parts(name: str, lines: Sequence[str]) -> Iterator[list[str]]:
    """The parts of that name, each with its first and its last line."""
    part: list[str] | None = None
    for each in lines:
        key = each.strip().upper()
        if key == f"BEGIN:{name}":
            part = []
        if part is not None:
            part.append(each)
        if key == f"END:{name}" and part:
            yield part
            part = None


def _event(lines: Sequence[str]) -> Component:
    """The event, its zones as mere names: the library would keep a definition for every later file."""
    if any(each.upper().startswith(_REPEATS) for each in lines):
        raise Unusable(Trouble.RECURRING)
    named = [each.replace(";TZID=", ";X-ZONE=", 1) if each.upper().startswith("DT") else each for each in lines]
    return Calendar.from_ical("\r\n".join(["BEGIN:VCALENDAR", *named, "END:VCALENDAR", ""])).walk("VEVENT")[0]


def _invitation(event: Component, zones: Zones, *, is_cancelled: bool) -> Invitation:
    uid = _words(event, "UID")
    if not uid or isinstance(event.get("DTSTART"), list):
        raise Unusable(Trouble.UNREADABLE)
    return Invitation(
        uid=uid,
        revision=_whole(event, "SEQUENCE"),
        at=_start(event, zones),
        title=_words(event, "SUMMARY"),
        is_cancelled=is_cancelled or _words(event, "STATUS").upper() == "CANCELLED",
        people=tuple(_people(event)),
    )


def _start(event: Component, zones: Zones) -> When:
    start = event.get("DTSTART")
    at = getattr(start, "dt", None)
    if isinstance(at, datetime):
        zone = "UTC" if at.tzinfo else start.params.get("X-ZONE")
        return zones.moment(at.replace(tzinfo=None), str(zone) if zone else None)
    if isinstance(at, date):
        return Day(at)
    raise Unusable(Trouble.UNREADABLE)


def _people(event: Component) -> Iterator[Card]:
    """Whoever sent it, and whoever is invited from the same house; the user is not, as a rule."""
    organizer = _persons(event, "ORGANIZER")[:1]
    house = organizer[0].email.partition("@")[2] if organizer and organizer[0].email else ""
    yield from organizer
    for card in _persons(event, "ATTENDEE"):
        if house and card.name and card.email and card.email.endswith(f"@{house}") and card not in organizer:
            yield card


def _persons(event: Component, name: str) -> list[Card]:
    given = event.get(name, [])
    cards = (_card(str(each), each.params) for each in (given if isinstance(given, list) else [given]))
    return [card for card in cards if card]


def _card(address: str, told: Mapping[str, Any]) -> Card | None:
    email = address.lower().removeprefix("mailto:")
    if "@" not in email or email.startswith(_FOR_NOBODY) or str(told.get("CUTYPE", "")).upper() in _NO_PERSON:
        return None
    name = str(told.get("CN", "")).strip("\"' ")[:_LONGEST]
    return Card(name=None if "@" in name else _in_order(name) or None, email=email[:_LONGEST])


def _in_order(name: str) -> str:
    """ "Reed, Dana", as Outlook's address books have it, is Dana Reed."""
    last, comma, first = name.partition(", ")
    return f"{first} {last}" if comma and "," not in first else name


def _words(event: Component, name: str) -> str:
    value = event.get(name, "")
    return " ".join(str(value[0] if isinstance(value, list) else value).split())[:_LONGEST]


def _whole(event: Component, name: str) -> int:
    value = _words(event, name)
    return int(value) if value.isdecimal() and len(value) < 10 else 0
