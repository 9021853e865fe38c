"""Whoever is forgotten leaves nothing: no row, and no trace in the files of an SQLite database."""

from pathlib import Path
from random import Random

import pytest
from sqlalchemy import func, select

from assistant.ports import Delivered, LeaseLost
from rules.facts import Applied, ContactMet
from storage.database import Database, open_database
from storage.tables import facts, messages, users
from storage.traces import finish_wiping
from storage.turns import SqlTurns
from tests.storage.world import DANA, NOON, World, answered, entries, first_unread, words

VERA = 8231774021
WORDS = ("marzipan", "Vera", str(VERA))
IN_ROWS = VERA.to_bytes(6, "big")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "bot" / "afterword.db"


def traces(file: Path) -> set[tuple[str, str]]:
    """Where the user still shows in what SQLite has written, its temporary files too."""
    searched = [(word, word.encode()) for word in WORDS] + [("number", IN_ROWS)]
    return {
        (path.name, name) for path in file.parent.iterdir() for name, trace in searched if trace in path.read_bytes()
    }


def letters(random: Random) -> str:
    return "".join(random.choices("abcdefghijklm ", k=random.randrange(5, 900)))


async def busy(world: World, worker: SqlTurns, random: Random) -> None:
    """Life among which the user writes: rows of all sizes come, change and go, so that pages split and merge."""
    for user in random.sample(range(20, 60), 15):
        await world.hears(user, letters(random))
        for claim in await worker.claim(NOON, 5):
            if claim.user != VERA:
                start = len(claim.desk().journal.entries) + 1
                await worker.settle(claim, answered(claim), entries(Applied(company=letters(random)), start=start))
                await worker.release(claim, None)


async def confides(world: World, worker: SqlTurns, number: int) -> None:
    await world.inbox.put(
        [Delivered(VERA, 5000 + number, f'{{"id":{VERA},"text":"{"marzipan " * 20 * number}, Vera"}}')]
    )
    for claim in await worker.claim(NOON, 50):
        told = [ContactMet(name="Vera", email="marzipan@example.org")] if claim.user == VERA else []
        start = len(claim.desk().journal.entries) + 1
        await worker.settle(claim, answered(claim), entries(*told, start=start))
        await worker.release(claim, None)


async def asks_to_be_forgotten(world: World, worker: SqlTurns) -> None:
    await world.hears(VERA, "marzipan: delete everything")
    (claim,) = await worker.claim(NOON, 1)
    await worker.forget(claim, first_unread(claim))


async def test_nothing_is_left_in_any_file(file: Path) -> None:
    random = Random(0)
    async with open_database(f"sqlite+aiosqlite:///{file}") as database:
        world = World(database)
        worker = world.worker()
        for number in range(1, 6):
            await busy(world, worker, random)
            await confides(world, worker, number)
        assert {name for _, name in traces(file)} == {*WORDS, "number"}

        await asks_to_be_forgotten(world, worker)
        assert traces(file) == set()
        await busy(world, worker, random)
    assert traces(file) == set()


async def test_what_a_killed_program_left_is_wiped_at_the_next_start(file: Path, monkeypatch) -> None:
    async def killed(_database: Database) -> None:
        raise SystemExit

    url = f"sqlite+aiosqlite:///{file}"
    async with open_database(url) as database:
        world = World(database)
        await confides(world, world.worker(), 3)
        monkeypatch.setattr("storage.turns.wipe", killed)
        with pytest.raises(SystemExit):
            await asks_to_be_forgotten(world, world.worker())
        assert await rows(world) == 0
        assert traces(file) != set()
    async with open_database(url) as database:
        await finish_wiping(database)
        assert traces(file) == set()


async def test_a_database_of_before_is_wiped_with_the_first_who_is_forgotten(file: Path, monkeypatch) -> None:
    monkeypatch.setattr("storage.engines.PRAGMAS", ("journal_mode = WAL", "foreign_keys = ON", "secure_delete = OFF"))
    async with open_database(f"sqlite+aiosqlite:///{file}") as database:
        world = World(database)
        worker = world.worker()
        await confides(world, worker, 3)
        await world.inbox.tidy(NOON.replace(year=2027))
        await asks_to_be_forgotten(world, worker)
        assert traces(file) == set()


async def test_no_row_is_left_and_the_others_keep_theirs(world: World) -> None:
    worker = world.worker()
    await world.sleeping(DANA, worker, until=None)
    await confides(world, worker, 1)
    await world.hears(VERA, "delete everything")
    (claim,) = await worker.claim(NOON, 1)

    await worker.forget(claim, first_unread(claim))
    assert await rows(world) == 2
    with pytest.raises(LeaseLost):
        await worker.release(claim, None)


async def test_what_came_after_it_is_heard_as_from_somebody_new(world: World) -> None:
    worker = world.worker()
    await confides(world, worker, 1)
    await world.hears(VERA, "delete everything")
    await world.hears(VERA, "Hello again")
    (claim,) = await worker.claim(NOON, 1)
    await world.hears(VERA, "Are you there?")
    await worker.forget(claim, first_unread(claim))

    (claim,) = await worker.claim(NOON, 5)
    assert words(claim.desk()) == ["Hello again", "Are you there?"]
    assert not claim.desk().journal.entries


async def test_nobody_is_forgotten_under_a_lease_that_was_lost(world: World) -> None:
    worker = world.worker()
    await world.hears(VERA, "delete everything")
    (claim,) = await worker.claim(NOON, 1)
    await worker.release(claim, None)
    with pytest.raises(LeaseLost):
        await worker.forget(claim, first_unread(claim))
    assert await rows(world) == 2


async def rows(world: World) -> int:
    async with world.database.begin() as connection:
        counts = [
            await connection.execute(select(func.count()).select_from(table)) for table in (users, messages, facts)
        ]
        return sum(count.scalar_one() for count in counts)
