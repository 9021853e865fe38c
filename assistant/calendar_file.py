"""The calendar as a file that Google, Apple and Outlook open: iCalendar, RFC 5545."""

from datetime import UTC, datetime
from uuid import NAMESPACE_URL, uuid5

from icalendar import Alarm, Calendar, Event

from assistant.agenda import Date, agenda
from assistant.ports import File
from assistant.reply import Line, line
from assistant.words import in_plain_words
from rules.journal import Journal
from rules.plan import make_plan
from rules.preferences import Preferences

NAME = "afterword.ics"
PRODUCT = "-//Afterword//EN"


def calendar_file(journal: Journal, now: datetime) -> File:
    """Everything from now on. A later file replaces what stands in an earlier one, event by event."""
    plan = make_plan(journal)
    page = _Page(journal, now, plan.calendar.preferences)
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", page.words(line("calendar-name")))
    for each in agenda(plan, now):
        calendar.add_component(page.event(each))
    return File(NAME, calendar.to_ical())


class _Page:
    """A journal's calendar at one moment, in the user's language."""

    def __init__(self, journal: Journal, now: datetime, preferences: Preferences) -> None:
        self._journal = journal
        self._now = now
        self._preferences = preferences

    def words(self, said: Line) -> str:
        return in_plain_words(said, self._now, self._preferences)

    def event(self, date: Date) -> Event:
        summary = self.words(date.summary)
        event = Event()
        event.add("uid", self._uid(date.key))
        event.add("sequence", self._journal.last_number)
        event.add("dtstamp", self._now.astimezone(UTC))
        event.add("dtstart", _in_utc(date.start))
        event.add("dtend", _in_utc(date.end))
        event.add("summary", summary)
        event.add("description", "\n".join(map(self.words, date.details)))
        event.add("status", "CANCELLED" if date.is_cancelled else "CONFIRMED")
        event.add("transp", "TRANSPARENT" if date.is_errand or date.is_cancelled else "OPAQUE")
        if not date.is_cancelled:
            event.add_component(_alarm(date, summary))
        return event

    def _uid(self, key: str) -> str:
        """The same in every file of this journal, and in no file of another: no two begin at the same microsecond."""
        began = self._journal.entries[0].told.astimezone(UTC).isoformat()
        return str(uuid5(NAMESPACE_URL, f"afterword {began} {key}"))


def _alarm(date: Date, summary: str) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", summary)
    alarm.add("trigger", date.alarm)
    return alarm


def _in_utc(when: object) -> object:
    return when.astimezone(UTC) if isinstance(when, datetime) else when
