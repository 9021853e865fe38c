"""Brings a database to the newest revision of the tables; where it is there already, alembic is not even imported."""

from pathlib import Path

from sqlalchemy import Connection, inspect, text

MIGRATIONS = Path(__file__).parent / "migrations"
ONE_AT_A_TIME = text("SELECT pg_advisory_xact_lock(20260101)")


class DatabaseTooNew(Exception):
    """The database was written by a newer version of Afterword; run that version, or restore the backup of before."""

    def __init__(self, stored: str) -> None:
        super().__init__(f"{self.__doc__} (The database is at revision {stored}, this version at {newest_revision()}.)")


def newest_revision() -> str:
    """The number that the newest migration's file name begins with."""
    return max(path.name for path in MIGRATIONS.glob("versions/[0-9]*.py"))[:4]


def bring_up_to_date(connection: Connection) -> None:
    """Run the migrations that are missing, inside the connection's transaction. Raises DatabaseTooNew."""
    if connection.dialect.name == "postgresql":
        connection.execute(ONE_AT_A_TIME)
    stored = stored_revision(connection)
    if stored > newest_revision():
        raise DatabaseTooNew(stored)
    if stored < newest_revision():
        _upgrade(connection)


def stored_revision(connection: Connection) -> str:
    """The revision the database is at, empty for a new one."""
    if not inspect(connection).has_table("alembic_version"):
        return ""
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar() or ""


def _upgrade(connection: Connection) -> None:
    from alembic.command import upgrade
    from alembic.config import Config

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    upgrade(config, "head")
