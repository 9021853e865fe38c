"""What is said of a database before anybody works with it; looking changes nothing."""

import os
import shutil
from collections import namedtuple
from pathlib import Path

import pytest
from sqlalchemy import make_url, text
from sqlalchemy.ext.asyncio import create_async_engine

from storage import examined as examination
from storage.database import UnknownDatabase, open_database
from storage.examined import examined
from tests.free_port import free_port

Usage = namedtuple("Usage", "total used free")


async def told(url: str, *commands: str) -> None:
    engine = create_async_engine(url, isolation_level="AUTOCOMMIT")
    async with engine.connect() as connection:
        for command in commands:
            await connection.execute(text(command))
    await engine.dispose()


async def trouble(url: str) -> str:
    """The one thing that is not well."""
    [says] = [says for is_well, says in await examined(url) if not is_well]
    return says


def file(folder: Path, name: str = "afterword.db") -> str:
    return f"sqlite+aiosqlite:///{folder}/{name}"


async def test_before_the_first_start_while_it_runs_and_after(url: str) -> None:
    before = await examined(url)
    async with open_database(url):
        running = await examined(url)
    after = await examined(url)
    assert all(is_well for is_well, _ in before + running + after)
    assert "the first start" in before[0][1] or "the next start" in before[0][1]
    assert ("at work on it" in running[0][1]) is url.startswith("sqlite")
    assert not any("the next start" in says or "at work" in says for _, says in after)


async def test_nothing_is_changed_by_looking(tmp_path: Path) -> None:
    await examined(file(tmp_path / "data"))
    assert not (tmp_path / "data").exists()


async def test_one_that_a_newer_version_wrote(url: str) -> None:
    async with open_database(url) as database, database.begin() as connection:
        await connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    assert "newer version of Afterword" in await trouble(url)


async def test_a_file_that_is_no_database(tmp_path: Path) -> None:
    (tmp_path / "afterword.db").write_text("not a database, " * 100)
    assert "is damaged, or no database (file is not a database). Put a backup" in await trouble(file(tmp_path))


async def test_a_file_where_a_folder_should_be(tmp_path: Path) -> None:
    (tmp_path / "data").touch()
    assert f"{tmp_path}/data is a file where" in await trouble(file(tmp_path / "data"))


async def test_a_folder_that_is_somebody_else_s(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)  # root may write everywhere
    assert f"{tmp_path} cannot be written to. Give it" in await trouble(file(tmp_path))


async def test_no_room_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage(0, 0, 7 * examination.MEGABYTE))
    assert "Only 7 MB are free for it. Make room for 100 MB" in await trouble(file(tmp_path))


async def test_no_file_at_all() -> None:
    assert "names no file" in await trouble("sqlite+aiosqlite://")


@pytest.mark.parametrize("url", ["postgresql"], indirect=True)
async def test_a_server_that_refuses(url: str) -> None:
    named = make_url(url)
    nowhere = named.set(database="nowhere").render_as_string(hide_password=False)
    assert (await trouble(nowhere)).endswith('database "nowhere" does not exist). Make it: createdb nowhere')

    nobody = named.set(username="nobody").render_as_string(hide_password=False)
    assert "Put right user and password in DATABASE_URL" in await trouble(nobody)

    guest = named.set(username="guest", password="guest").render_as_string(hide_password=False)
    await told(url, "DROP ROLE IF EXISTS guest", "CREATE ROLE guest LOGIN PASSWORD 'guest'")
    assert f"ALTER DATABASE {named.database} OWNER TO guest" in await trouble(guest)

    await told(url, f"ALTER DATABASE {named.database} SET default_transaction_read_only = on")
    assert "This server is a copy that is only read" in await trouble(url)


async def test_a_server_that_does_not_answer() -> None:
    url = f"postgresql+asyncpg://me:hidden@127.0.0.1:{free_port()}/afterword"
    says = await trouble(url)
    assert says.startswith("The database server does not answer (")
    assert "hidden" not in says


@pytest.mark.parametrize("url", ["postgresql+asyncpg://host:hidden/db", "mysql://host/x"])
async def test_an_address_that_names_no_database(url: str) -> None:
    with pytest.raises(UnknownDatabase, match="A database is named by") as caught:
        await examined(url)
    assert "hidden" not in str(caught.value)
