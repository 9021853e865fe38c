"""Stored users by the thousand: a few real journals, made by the real journeys, and then copied row by row."""

import json
from datetime import datetime, timedelta

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from assistant.ports import NO_TIME, Arrival, Delivered, Document, File, Incoming, Outgoing, Refused
from assistant.turn import TurnTaker
from bot.assembly import planned_with
from bot.clock import SystemClock
from bot.handlers import incoming
from language.sentences import SentenceReader
from rules.facts import Applied, Fact, InterviewHeld, SettingChanged, Snoozed
from rules.journal import Journal
from rules.moments import Day
from storage.database import Database, open_database
from storage.inbox import SqlInbox
from storage.moments import milliseconds
from storage.turns import SqlTurns

STORIES = (
    ("interview at Acme yesterday with Dana Reed, felt great. dana@acme.example", "they'll decide in two weeks"),
    ("I had my second interview at Globex on Monday for the ward clerk job, no idea how it went", "/list"),
    ("had an interview with Priya Nair at Initech last Thursday, it went ok. They'll call by Friday", "I thanked her"),
    ("phone interview at Hooli for the java developer post last week, I think I bombed the coding part", "what now?"),
)
MESSAGES_EACH = 2
DUE = len(STORIES) + 1
"""The one among the originals who asked to be reminded."""

FIRST = 1001
"""Where the copies begin, as the local Telegram counts people."""

UPDATES_FROM = 10**9
DAY = timedelta(days=1)

NUMBERS = "WITH RECURSIVE n(id) AS (SELECT CAST(:first AS BIGINT) UNION ALL SELECT id + 1 FROM n WHERE id < :last)"
# A user's messages are numbered from twice the user's own number: so a fact's source stays the message that told it.
SHIFT = f"{MESSAGES_EACH} * (n.id - o.user_id)"
COPIES = (
    "INSERT INTO users (id, wake_at, arrivals, planned_with)"
    f" {NUMBERS} SELECT n.id, :wake_at + n.id * :apart, o.arrivals, o.planned_with FROM n JOIN users o ON o.id = ",
    'INSERT INTO messages (id, user_id, update_id, number, is_edit, "update", received_at, state, reply, reply_state)'
    f' {NUMBERS} SELECT o.id + {SHIFT}, n.id, o.update_id, o.number, o.is_edit, o."update", o.received_at, o.state,'
    " o.reply, o.reply_state FROM n JOIN messages o ON o.user_id = ",
    "INSERT INTO facts (user_id, number, told, source, kind, about, body)"
    f" {NUMBERS} SELECT n.id, o.number, o.told, o.source + {SHIFT}, o.kind, o.about, o.body"
    " FROM n JOIN facts o ON o.user_id = ",
)
NEXT_NUMBER = "SELECT setval(pg_get_serial_sequence('messages', 'id'), (SELECT max(id) FROM messages))"


async def populate(url: str, users: int) -> float:
    """That many users in an empty database, due one after another from tomorrow on; how many facts each has."""
    tomorrow, last = SystemClock().now() + DAY, FIRST + users - 1
    async with open_database(url) as database:
        for user, story in enumerate(STORIES, 1):
            await _live(database, user, story)
        async with database.begin() as connection:
            await _copy(connection, f"1 + n.id % {len(STORIES)}", FIRST, last, tomorrow, apart=1000)
            await connection.execute(text("UPDATE users SET wake_at = NULL WHERE id < :first"), {"first": FIRST})
            facts = await connection.execute(
                text("SELECT count(*) FROM facts WHERE user_id >= :first"), {"first": FIRST}
            )
            return float(facts.scalar_one()) / users


async def make_due(url: str, users: int, at: datetime) -> None:
    """The first so many of them become people who asked to be reminded at that very moment."""
    gone = text("DELETE FROM users WHERE id BETWEEN :first AND :last OR id = :due")
    async with open_database(url) as database:
        async with database.begin() as connection:
            await connection.execute(gone, {"first": FIRST, "last": FIRST + users - 1, "due": DUE})
        await _ask_to_be_reminded(database, at)
        async with database.begin() as connection:
            await _copy(connection, str(DUE), FIRST, FIRST + users - 1, at, apart=0)


def reminded(at: datetime) -> Journal:
    """The journal of somebody who asked two hours before to be reminded of a thank-you then, be it night or day."""
    told: list[Fact] = [
        SettingChanged(name="quiet_from", value="00:00"),
        SettingChanged(name="quiet_until", value="00:00"),
        Applied(about="a1", company="Acme"),
        InterviewHeld(about="a1", interview=1, happened=Day((at - DAY).date())),
        Snoozed(about="a1", step="thank-you:a1.i1", until=at),
    ]
    return Journal().noting(told, at - timedelta(hours=2))


class Nowhere:
    """A messenger whose messages need not arrive."""

    def opened(self, arrival: Arrival) -> Incoming | None:
        return incoming(arrival, SystemClock().now())

    async def send(
        self, user: int, message: Outgoing, answering: str | None = None, file: File | None = None
    ) -> timedelta:
        return NO_TIME

    async def fetch(self, document: Document, most_bytes: int) -> bytes:
        raise Refused(document.name)


async def _live(database: Database, user: int, story: tuple[str, ...]) -> None:
    """What the user wrote, through the whole program but for Telegram itself."""
    clock = SystemClock()
    inbox, turns = SqlInbox(database, clock), _turns(database, f"story-{user}")
    taker = TurnTaker(turns, Nowhere(), SentenceReader(), clock, worked=lambda: 0.0)
    for number, words in enumerate(story, UPDATES_FROM + user * MESSAGES_EACH):
        await inbox.put([Delivered(user, number, _update(user, number, words), number)])
    while claims := await turns.claim(clock.now(), 1):
        await taker.take(claims[0])


def _update(user: int, number: int, words: str) -> str:
    person = {"id": user, "is_bot": False, "first_name": "Ana", "language_code": "en"}
    chat = {"id": user, "type": "private", "first_name": "Ana"}
    date = int(SystemClock().now().timestamp())
    message = {"message_id": number, "from": person, "chat": chat, "date": date, "text": words}
    return json.dumps({"update_id": number, "message": message}, separators=(",", ":"))


async def _ask_to_be_reminded(database: Database, at: datetime) -> None:
    turns = _turns(database, f"reminder-{at}")
    await SqlInbox(database, SystemClock()).put([Delivered(DUE, UPDATES_FROM + milliseconds(at), "{}")])
    claim = (await turns.claim(SystemClock().now(), 1))[0]
    await turns.settle(claim, [(claim.desk().unread[0].number, None)], reminded(at).entries)
    await turns.release(claim, None)


def _turns(database: Database, run_id: str) -> SqlTurns:
    return SqlTurns(database, SystemClock(), run_id, planned_with=planned_with())


async def _copy(
    connection: AsyncConnection, original: str, first: int, last: int, wake_at: datetime, *, apart: int
) -> None:
    """Users `first` to `last`, each like the one whose number the SQL `original` gives, due `apart` ms apart."""
    among: dict[str, object] = {"first": first, "last": last}
    when: dict[str, object] = {"wake_at": milliseconds(wake_at), "apart": apart}
    for copies in COPIES:
        await connection.execute(text(copies + original), among | (when if "apart" in copies else {}))
    if connection.dialect.name == "postgresql":
        await connection.execute(text(NEXT_NUMBER))
