"""Reads the tables of sentences and the dates in them, and writes what was read in the same notation."""

from datetime import UTC, datetime
from pathlib import Path

from language.when import TimeSpan, read_times
from rules.moments import Day, Moment, Window

NOW = datetime(2026, 6, 10, 11, 0, tzinfo=UTC)
_TABLES = Path(__file__).parent / "when"


def lines(table: str) -> list[str]:
    return [line for line in (_TABLES / table).read_text().splitlines() if line and not line.startswith("#")]


def sentences(table: str) -> list[tuple[str, str]]:
    parted = [line.rpartition(" =") for line in lines(table)]
    return [(text, dates.strip()) for text, _, dates in parted]


def read(text: str) -> str:
    return " + ".join(noted(span) for span in read_times(text, NOW))


def noted(span: TimeSpan) -> str:
    if isinstance(span.when, Window):
        return f"{_end(span.when.first)}..{_end(span.when.last)}"
    return _end(span.when)


def _end(end: Day | Moment) -> str:
    return f"{end.date}T{end.time:%H:%M}" if isinstance(end, Moment) else f"{end.date}"
