"""A database next to the tables as they are meant to be."""

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection

from storage.tables import metadata


def differences(connection: Connection) -> list[object]:
    compared = {"compare_type": True, "compare_server_default": True}
    return compare_metadata(MigrationContext.configure(connection, opts=compared), metadata)
