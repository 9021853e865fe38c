"""Opening: migrations, the lock file, and one process after another."""

from datetime import timedelta
from pathlib import Path

import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from assistant.ports import OutOfReach
from bench.trouble import locked
from storage import schema
from storage.database import Database, DatabaseInUse, UnknownDatabase, open_database
from storage.schema import MIGRATIONS, DatabaseTooNew, newest_revision, stored_revision
from tests.storage.revisions import differences
from tests.storage.world import DANA, ERIN, HOUR, NOON, NOTED, World, answered, words


async def test_a_new_database_is_at_the_newest_revision(database: Database) -> None:
    async with database.begin() as connection:
        assert await connection.run_sync(differences) == []
        assert await connection.run_sync(stored_revision) == newest_revision()


def test_the_files_names_tell_the_newest_revision() -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    assert ScriptDirectory.from_config(config).get_heads() == [newest_revision()]


async def test_what_is_up_to_date_is_not_migrated_again(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    async with open_database(url) as database:
        await World(database).hears(DANA, "Hello")

    monkeypatch.delattr(schema, "_upgrade")
    async with open_database(url) as database:
        assert len(await World(database).worker().claim(NOON, 5)) == 1


async def test_a_newer_database_is_left_alone(url: str) -> None:
    async with open_database(url) as database, database.begin() as connection:
        await connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))

    with pytest.raises(DatabaseTooNew, match=r"newer version of Afterword.*9999"):
        async with open_database(url):
            pass


async def test_a_second_process_on_the_same_file_is_told_so(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/somewhere/new/afterword.db"
    async with open_database(url):
        with pytest.raises(DatabaseInUse, match=r"stop it first\. \(.*afterword\.db\)"):
            async with open_database(url):
                pass

    async with open_database(url) as database:
        assert not database.is_postgresql


@pytest.mark.parametrize("url", ["mysql://localhost/afterword", "postgresql+psycopg://localhost/afterword"])
async def test_any_other_database_is_refused_in_a_sentence(url: str) -> None:
    with pytest.raises(UnknownDatabase, match="A database is named by"):
        async with open_database(url):
            pass


async def test_a_database_in_memory() -> None:
    async with open_database("sqlite+aiosqlite://") as one, open_database("sqlite+aiosqlite://") as other:
        await World(one).hears(DANA, "Hello")
        assert len(await World(one).worker().claim(NOON, 5)) == 1
        assert await World(other).worker().claim(NOON, 5) == []


async def test_sqlite_is_set_to_lose_nothing(tmp_path: Path) -> None:
    async with open_database(f"sqlite:///{tmp_path}/afterword.db") as database, database.begin() as connection:
        names = ("journal_mode", "synchronous", "foreign_keys")
        settings = [(await connection.execute(text(f"PRAGMA {name}"))).scalar() for name in names]
    full = 2
    assert settings == ["wal", full, 1]


async def test_an_sqlite_file_that_somebody_else_holds_is_out_of_reach_and_a_mistake_is_not(tmp_path: Path) -> None:
    async with open_database(f"sqlite:///{tmp_path}/afterword.db") as database:
        async with database.begin() as connection:
            await connection.execute(text("PRAGMA busy_timeout = 0"))
        async with locked(tmp_path / "afterword.db"):
            with pytest.raises(OutOfReach):
                await World(database).hears(DANA, "Hello")
        with pytest.raises(OperationalError, match="no such table"):
            async with database.begin() as connection:
                await connection.execute(text("SELECT a FROM nowhere"))


async def test_after_a_crash_the_reply_is_still_owed_and_the_lease_void(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/afterword.db"
    async with open_database(url) as database:
        world = World(database)
        dies = world.worker()
        await world.hears(DANA, "They said no")
        await world.hears(DANA, "What now?")
        claim = await world.next_turn(dies)
        await dies.settle(claim, answered(claim)[:1], ())
        await dies.release(claim, None, rest=HOUR)
        await world.hears(ERIN, "Hello")
        world.clock.passed += HOUR
        assert len(await dies.claim(NOON, 5)) == 2

    async with open_database(url) as database:
        world, lives = World(database), World(database).worker()
        assert await lives.claim(NOON, 5) == []
        await lives.take_over()
        erin, dana = sorted(await lives.claim(NOON, 5), key=lambda claim: -claim.user)
        assert [owed.reply for owed in dana.desk().owed] == [NOTED]
        assert words(dana.desk()) == ["What now?"]
        assert words(erin.desk()) == ["Hello"]


async def test_on_sqlite_rests_and_leases_end_when_time_passes_and_not_when_a_clock_is_set(tmp_path: Path) -> None:
    async with open_database(f"sqlite:///{tmp_path}/afterword.db") as database:
        world = World(database)
        worker = world.worker(lease=HOUR)
        await world.sleeping(DANA, worker, until=NOON)
        await worker.release(await world.next_turn(worker), NOON, rest=HOUR)
        await world.hears(ERIN, "Hello")
        await world.next_turn(worker)

        assert await worker.claim(NOON + 48 * HOUR, 5) == []
        world.clock.passed += HOUR + timedelta(milliseconds=1)
        assert [claim.user for claim in await worker.claim(NOON, 5)] == [ERIN, DANA]
