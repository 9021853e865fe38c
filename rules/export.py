"""A journal as a document that its owner takes along: versioned, complete, read back by any later version.

docs/export.md describes the form.
"""

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from rules.codec import Unreadable, decode_fact, encode_fact
from rules.journal import Entry, Journal
from rules.plan import make_plan

FORMAT, VERSION = "afterword journal", 1


class NoExport(ValueError):
    """This is nothing that /export gave; the message says in a sentence what is the matter."""


@dataclass(frozen=True, slots=True)
class Exported:
    """What a document holds. The sources of its entries are below 0, so that no later arrival shares one with them."""

    user: int
    journal: Journal


def as_document(journal: Journal, user: int, now: datetime) -> str:
    """The journal of that user (Telegram's number), as JSON."""
    sources = sorted({entry.source for entry in journal.entries if entry.source is not None})
    message = {source: number for number, source in enumerate(sources, start=1)}
    body = {
        "format": FORMAT,
        "version": VERSION,
        "written": now.astimezone(UTC).isoformat(),
        "user": user,
        "default_zone": journal.default_zone,
        "entries": [_entry_as_json(entry, message) for entry in journal.entries],
    }
    return json.dumps(body, ensure_ascii=False, indent=1)


def from_document(text: str) -> Exported:
    """What `as_document` wrote. Raises NoExport."""
    body = _body(text)
    try:
        lines = body["entries"]
        messages = max((line["message"] for line in lines if "message" in line), default=0)
        zone = ZoneInfo(body["default_zone"]).key
        exported = Exported(_whole(body["user"]), Journal(tuple(_entry(line, messages) for line in lines), zone))
        make_plan(exported.journal)
    except (ArithmeticError, AttributeError, LookupError, OSError, RecursionError, TypeError, ValueError) as error:
        raise NoExport(f"This export is damaged, so nothing was taken from it ({type(error).__name__}).") from error
    if [entry.number for entry in exported.journal.entries] != list(range(1, len(lines) + 1)):
        raise NoExport("This export is damaged, so nothing was taken from it: entries are missing.")
    return exported


def _entry_as_json(entry: Entry, message: dict[int, int]) -> dict[str, Any]:
    told = {"number": entry.number, "told": entry.told.astimezone(UTC).isoformat()}
    source = {} if entry.source is None else {"message": message[entry.source]}
    return told | source | {"fact": encode_fact(entry.fact)}


def _body(text: str) -> dict[str, Any]:
    try:
        body = json.loads(text)
    except (ValueError, RecursionError):
        body = None
    if not isinstance(body, dict) or body.get("format") != FORMAT:
        raise NoExport("This is no export of Afterword: /export gives one, a file called afterword.zip.")
    if body.get("version") != VERSION:
        raise NoExport("This export was written by a newer Afterword; take it in with that version.")
    return body


def _entry(line: dict[str, Any], messages: int) -> Entry:
    told = datetime.fromisoformat(line["told"])
    if told.tzinfo is None:
        raise Unreadable("told without a zone")
    json.dumps(line, ensure_ascii=False).encode()  # halves of characters cannot be stored or sent
    source = _whole(line["message"]) - messages - 1 if "message" in line else None
    return Entry(_whole(line["number"]), told.astimezone(UTC), decode_fact(line["fact"]), source)


def _whole(value: object) -> int:
    if type(value) is not int or not 0 < value < 2**52:
        raise Unreadable("not a number from 1 on")
    return value
