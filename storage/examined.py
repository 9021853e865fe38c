"""What keeps a database from being worked with, found out before anybody does, by looking and without changing it."""

import asyncio
import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import URL, insert, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.database import file_of, is_in_use, named_by
from storage.engines import CONNECT_SECONDS, postgresql_engine
from storage.schema import DatabaseTooNew, newest_revision, stored_revision
from storage.tables import updates

Finding = tuple[bool, str]
"""Whether it is well, and in a sentence what is."""

MEGABYTE = 2**20
SPARE = 100 * MEGABYTE
NOWHERE = "DATABASE_URL names no file, so all would be lost at the end. Write one, like {usual}."
USUAL = "sqlite+aiosqlite:///data/afterword.db"
# By the beginning of PostgreSQL's code of the error.
REMEDIES = {
    "28": "Put right user and password in DATABASE_URL; in a password, @ is written %40, / %2F and : %3A.",
    "3D": "Make it: createdb {name}",
    "25006": "This server is a copy that is only read: let DATABASE_URL name the one that is written to.",
    "42501": "Let this user own the database: ALTER DATABASE {name} OWNER TO {user}",
    "53": "Raise max_connections in postgresql.conf, or stop what else is connected.",
}
IS_IT_RUNNING = "See that it runs and can be reached from here, and that DATABASE_URL names its host and port."


async def examined(url: str) -> list[Finding]:
    """Reachable, of this version, to be written to, with room to grow. Raises UnknownDatabase."""
    named = named_by(url)
    if named.get_backend_name() == "postgresql":
        return [await _server(named)]
    path = file_of(named)
    return await asyncio.to_thread(_file, path) if path else [(False, NOWHERE.format(usual=USUAL))]


def _file(path: Path) -> list[Finding]:
    folder = next(parent for parent in path.absolute().parents if parent.exists())
    if not folder.is_dir():
        return [(False, f"{folder} is a file where DATABASE_URL wants a folder. Move it away.")]
    for place in (folder, *([path] if path.exists() else [])):
        if not os.access(place, os.W_OK):
            return [(False, f"{place} cannot be written to. Give it to the user that the bot runs as: chown.")]
    return [_content(path), _room(path, folder)]


def _content(path: Path) -> Finding:
    if not path.exists():
        return (True, f"There is no database yet; the first start makes it: {path}.")
    try:
        stored = _revision(path)
    except sqlite3.DatabaseError as error:
        return (False, f"{path} is damaged, or no database ({error}). Put a backup in its place.")
    return _age(stored, f"The database is {path}" + (", and the bot is at work on it" if is_in_use(path) else ""))


def _revision(path: Path) -> str:
    with closing(sqlite3.connect(f"file:{quote(str(path))}?mode=ro", uri=True)) as connection:
        if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'").fetchone():
            return ""
        return str(connection.execute("SELECT version_num FROM alembic_version").fetchone()[0])


def _room(path: Path, folder: Path) -> Finding:
    """/delete builds the file anew beside the old one."""
    free, taken = shutil.disk_usage(folder).free, path.stat().st_size if path.exists() else 0
    says = f"{free // MEGABYTE} MB are free for it"
    if free > taken + SPARE:
        return (True, f"{says}.")
    return (
        False,
        f"Only {says}. Make room for {(taken + SPARE) // MEGABYTE} MB: it is built anew when somebody leaves.",
    )


async def _server(named: URL) -> Finding:
    engine = postgresql_engine(named)
    try:
        async with asyncio.timeout(2 * CONNECT_SECONDS), engine.connect() as connection:
            stored = await connection.run_sync(stored_revision)
            await _try_to_write(connection, stored)
            await connection.rollback()
    except (OSError, TimeoutError) as error:
        return (False, f"The database server does not answer ({error or 'in time'}). {IS_IT_RUNNING}")
    except DBAPIError as error:
        return (False, f"The database refuses ({error.orig}). {_remedy(error, named)}")
    finally:
        await engine.dispose()
    return _age(stored, f"The database {named.database} can be written to")


async def _try_to_write(connection: AsyncConnection, stored: str) -> None:
    """As the program will, to be rolled back."""
    probe = insert(updates).values(update_id=-1, seen_at=0) if stored else text("CREATE TABLE afterword_probe (n int)")
    await connection.execute(probe)


def _remedy(error: DBAPIError, named: URL) -> str:
    state = str(getattr(error.orig, "sqlstate", None) or "")
    found = next((says for code, says in REMEDIES.items() if state.startswith(code)), "See DATABASE_URL.")
    return found.format(name=named.database, user=named.username)


def _age(stored: str, it: str) -> Finding:
    if stored > newest_revision():
        return (False, str(DatabaseTooNew(stored)))
    return (True, f"{it}." if stored == newest_revision() else f"{it}; the next start brings it up to date.")
