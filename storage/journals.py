"""The users' journals, one row a fact: loading, and appending inside another's transaction."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Row, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from rules.codec import Body, decode_fact, encode_fact
from rules.journal import Entry, Journal
from storage.database import Database
from storage.tables import facts


class SqlJournals:
    """Journals outside a turn. `default_zone` is the IANA zone of users who told none."""

    def __init__(self, database: Database, default_zone: str) -> None:
        self._database = database
        self._default_zone = default_zone

    async def load(self, user: int) -> Journal:
        """The whole journal. Raises `rules.codec.Unreadable`."""
        lines = select(facts).where(facts.c.user_id == user).order_by(facts.c.number)
        async with self._database.begin(is_brief=True) as connection:
            rows = (await connection.execute(lines)).all()
        return as_journal(rows, self._default_zone)


def as_journal(rows: Iterable[Row[Any]], default_zone: str) -> Journal:
    """The journal of one user's rows, in order. Raises `rules.codec.Unreadable`."""
    return Journal(tuple(map(_entry, rows)), default_zone)


async def append(connection: AsyncConnection, user: int, entries: Sequence[Entry]) -> None:
    """Note the entries at the end of the user's journal."""
    if entries:
        await connection.execute(insert(facts), [_line(user, entry) for entry in entries])


def _line(user: int, entry: Entry) -> Body:
    body = encode_fact(entry.fact)
    return {
        "user_id": user,
        "number": entry.number,
        "told": entry.told.astimezone(UTC).isoformat(),
        "source": entry.source,
        "kind": body.pop("kind"),
        "about": body.pop("about", None),
        "body": body,
    }


def _entry(row: Row[Any]) -> Entry:
    about = {} if row.about is None else {"about": row.about}
    fact = decode_fact({"kind": row.kind} | about | row.body)
    return Entry(row.number, datetime.fromisoformat(row.told), fact, row.source)
