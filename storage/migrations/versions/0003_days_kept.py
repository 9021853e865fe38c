"""For how many days a user's words are kept; replies that went out are kept no more."""

from alembic import op
from sqlalchemy import Column, Integer

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.add_column("users", Column("days_kept", Integer, nullable=False, server_default="30"))
    op.execute("UPDATE messages SET reply = NULL WHERE reply_state = 'sent'")
