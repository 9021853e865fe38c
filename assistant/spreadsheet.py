"""What is noted, as tables for a spreadsheet: one of the applications, one of what happened."""

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import datetime

from assistant.agenda import in_a_row
from assistant.fact_words import words_of
from assistant.reply import Line, line
from assistant.standing import state_of
from assistant.words import in_plain_words
from rules import facts as f
from rules.application import Application, Interview
from rules.journal import Entry, Journal
from rules.plan import Plan, make_plan

COLUMNS = ("company", "role", "state", "interviews", "feeling", "contacts", "promise", "follow-ups", "next")
EVENT_COLUMNS = ("told", "company", "what")
MINUTE = "%Y-%m-%d %H:%M"
# With one of these at its start a cell is a formula, or becomes one: https://owasp.org/www-community/attacks/CSV_Injection
ACTIVE = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


class Tables:
    """The tables of a journal at one moment, in the user's language and by the user's clock."""

    def __init__(self, journal: Journal, now: datetime) -> None:
        self._journal = journal
        self._now = now
        self._plan: Plan = make_plan(journal)

    def applications(self) -> bytes:
        """A row for every application, closed ones too."""
        return self._table("applications", COLUMNS, map(self._application, self._plan.applications))

    def events(self) -> bytes:
        """A row for every fact that stands, in the order of telling."""
        rows = (row for entry in self._journal.standing for row in self._event(entry))
        return self._table("events", EVENT_COLUMNS, rows)

    def _table(self, name: str, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
        written = io.StringIO()
        writer = csv.writer(written)
        writer.writerow(self._words(line(f"column-{column}")) for column in columns)
        writer.writerows(map(harmless, rows))
        return written.getvalue().encode("utf-8-sig")  # the mark tells spreadsheets that it is UTF-8

    def _application(self, app: Application) -> Sequence[str]:
        coming = self._plan.of(app, self._now).next
        return (
            app.company or "",
            app.role or "",
            self._words(self._state(app)),
            "; ".join(map(self._interview, app.interviews)),
            app.feeling.value if app.feeling else "",
            "; ".join(map(in_a_row, app.contacts)),
            app.turn.promise.until.isoformat() if app.turn and app.turn.promise else "",
            str(len(app.turn.follow_ups)) if app.turn else "0",
            self._moment(coming.opens) if coming else "",
        )

    def _state(self, app: Application) -> Line:
        if app.closing:
            return line(f"end-{app.closing.end.replace('_', '-')}")
        return state_of(app, self._plan, self._now)

    def _event(self, entry: Entry) -> Iterable[Sequence[str]]:
        app = next((app for app in self._plan.applications if app.key == entry.fact.about), None)
        if app is None:
            return
        begun = (line("event-begun"),) if isinstance(entry.fact, f.Applied) else ()
        for words in words_of(entry.fact, app, self._plan.calendar) or begun:
            yield self._moment(entry.told), app.company or app.role or "", self._words(words)

    def _interview(self, interview: Interview) -> str:
        """Its moment, or its day where no hour is known."""
        return self._moment(interview.start) if interview.start else self._moment(interview.end)[: len("2026-03-02")]

    def _moment(self, at: datetime) -> str:
        return self._plan.calendar.local(at).strftime(MINUTE)

    def _words(self, said: Line) -> str:
        return in_plain_words(said, self._now, self._plan.calendar.preferences)


def harmless(row: Sequence[str]) -> Sequence[str]:
    """The row with nothing in it that a spreadsheet would reckon out."""
    return [f"'{cell}" if cell.startswith(ACTIVE) else cell for cell in row]
