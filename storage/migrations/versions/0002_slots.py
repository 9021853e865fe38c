"""Places for messages that are being sent."""

from alembic import op
from sqlalchemy import BigInteger, Column, Integer

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.create_table(
        "slots",
        Column("number", BigInteger().with_variant(Integer(), "sqlite"), primary_key=True, autoincrement=False),
        Column("free_at", BigInteger, nullable=False),
    )
