"""A database of any earlier revision is brought up to date, and what was in it is read as it was meant."""

from collections.abc import Sequence

import pytest
from alembic.command import upgrade
from alembic.config import Config
from sqlalchemy import Connection, make_url, text
from sqlalchemy.ext.asyncio import create_async_engine

from assistant.ports import Delivered, Outgoing
from rules.facts import Applied, ContactMet, Feeling, Felt, InterviewHeld, Nudged
from storage.database import open_database
from storage.schema import MIGRATIONS, newest_revision, stored_revision
from tests.storage.revisions import differences
from tests.storage.world import DANA, ERIN, NOON, World, words

EARLIER = sorted(path.name[:4] for path in MIGRATIONS.glob("versions/[0-9]*.py"))[:-1]

MAY_4 = "2026-05-04T12:00:00+00:00"
LIFE = (
    f"INSERT INTO users (id, wake_at, arrivals, planned_with) VALUES ({DANA}, 0, 3, 'rulebook 1')",
    f"INSERT INTO users (id, wake_at, arrivals) VALUES ({ERIN}, NULL, 1)",
    "INSERT INTO updates (update_id, seen_at) VALUES (7, 1777896000000)",
    *(
        'INSERT INTO messages (user_id, update_id, number, is_edit, "update", received_at, state, reply, reply_state)'
        f" VALUES ({user}, {update}, {update}, {edit}, '{said}', 1777896000000, '{state}', {reply}, {reply_state})"
        for user, update, edit, said, state, reply, reply_state in (
            (DANA, 4, "false", "Interview at Acme", "read", """'{"kind": "outgoing", "text": "Noted."}'""", "'sent'"),
            (DANA, 5, "true", "Thursday", "read", """'{"kind": "outgoing", "text": "Moved."}'""", "'owed'"),
            (DANA, 6, "false", "What now?", "unread", "NULL", "NULL"),
            (ERIN, 7, "false", "Hello", "read", "NULL", "NULL"),
        )
    ),
    *(
        f"INSERT INTO facts (user_id, number, told, source, kind, about, body)"
        f" VALUES ({DANA}, {number}, '{MAY_4}', {source}, '{kind}', {about}, '{body}')"
        for number, source, kind, about, body in (
            (1, 1, "applied", "'a1'", '{"kind": "applied", "v": 1, "about": "a1", "company": "Acme"}'),
            (2, 1, "interview_held", "'a1'", '{"kind": "interview_held", "v": 1, "about": "a1", "interview": 1}'),
            (3, 1, "felt", "'a1'", '{"kind": "felt", "v": 1, "about": "a1", "feeling": "great"}'),
            (4, 1, "contact_met", "'a1'", '{"kind": "contact_met", "v": 1, "about": "a1", "name": "Zoë O\'\'Neill"}'),
            (5, "NULL", "nudged", "NULL", '{"kind": "nudged", "v": 1, "steps": ["thank-you:a1.i1"]}'),
        )
    ),
)


def at_revision(connection: Connection, revision: str, rows: Sequence[str]) -> None:
    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(MIGRATIONS))
    upgrade(config, revision)
    for row in rows:
        connection.exec_driver_sql(row)


async def lived_in(url: str, revision: str) -> None:
    """A database as a version of Afterword of then left it."""
    engine = create_async_engine(make_url(url))
    async with engine.begin() as connection:
        await connection.run_sync(at_revision, revision, LIFE)
    await engine.dispose()


@pytest.mark.parametrize("revision", EARLIER)
async def test_what_was_kept_then_is_read_today(url: str, revision: str) -> None:
    await lived_in(url, revision)
    async with open_database(url) as database:
        async with database.begin() as connection:
            assert await connection.run_sync(stored_revision) == newest_revision()
            assert await connection.run_sync(differences) == []
        world = World(database)
        journal = await world.journals.load(DANA)
        assert [entry.fact for entry in journal.entries] == [
            Applied(about="a1", company="Acme"),
            InterviewHeld(about="a1", interview=1),
            Felt(about="a1", feeling=Feeling.GREAT),
            ContactMet(about="a1", name="Zoë O'Neill"),
            Nudged(steps=("thank-you:a1.i1",)),
        ]
        assert {entry.told for entry in journal.entries} == {NOON}
        claim = await world.next_turn(world.worker())
        assert (claim.user, words(claim.desk())) == (DANA, ["What now?"])
        assert [owed.reply for owed in claim.desk().owed] == [Outgoing("Moved.")]
        assert (await world.desk(ERIN)).unread == ()


@pytest.mark.parametrize("revision", EARLIER)
async def test_what_is_kept_and_for_how_long_goes_by_the_rules_of_today(url: str, revision: str) -> None:
    await lived_in(url, revision)
    async with open_database(url) as database:
        async with database.begin() as connection:
            sent = await connection.execute(text("SELECT \"update\", reply FROM messages WHERE reply_state = 'sent'"))
            assert sent.all() == [("Interview at Acme", None)]
            assert set((await connection.execute(text("SELECT days_kept FROM users"))).scalars()) == {30}
        assert not await World(database).inbox.put([Delivered(ERIN, 7, "Hello")])
