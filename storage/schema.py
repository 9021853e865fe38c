"""Brings a database to the newest revision of the tables. Alembic, a tenth of the memory, is for older ones alone."""

from pathlib import Path

from sqlalchemy import Connection, inspect, text

from storage.tables import metadata

MIGRATIONS = Path(__file__).parent / "migrations"
NOTE_REVISION = (
    "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL CONSTRAINT alembic_version_pkc PRIMARY KEY)",
    "INSERT INTO alembic_version VALUES ('{}')",
)
ONE_AT_A_TIME = text("SELECT pg_advisory_xact_lock(20260101)")


class DatabaseTooNew(Exception):
    """The database was written by a newer version of Afterword; run that version, or restore the backup of before."""

    def __init__(self, stored: str) -> None:
        super().__init__(f"{self.__doc__} (The database is at revision {stored}, this version at {newest_revision()}.)")


def newest_revision() -> str:
    """The number that the newest migration's file name begins with."""
    return max(path.name for path in MIGRATIONS.glob("versions/[0-9]*.py"))[:4]


def bring_up_to_date(connection: Connection) -> None:
    """Make the tables, or run the migrations that are missing, inside the connection's transaction.

    Raises DatabaseTooNew.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(ONE_AT_A_TIME)
    stored = stored_revision(connection)
    if stored > newest_revision():
        raise DatabaseTooNew(stored)
    if not stored:
        _create(connection)
    elif stored < newest_revision():
        _upgrade(connection)


def stored_revision(connection: Connection) -> str:
    """The revision the database is at, empty for a new one."""
    if not inspect(connection).has_table("alembic_version"):
        return ""
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar() or ""


def _create(connection: Connection) -> None:
    metadata.create_all(connection, checkfirst=False)
    for statement in NOTE_REVISION:
        connection.execute(text(statement.format(newest_revision())))


def _upgrade(connection: Connection) -> None:
    from alembic.command import upgrade
    from alembic.config import Config

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    upgrade(config, "head")
