"""The first tables: users, messages, updates, facts."""

from alembic import op
from sqlalchemy import JSON, BigInteger, Boolean, Column, ForeignKey, Integer, Text

revision = "0001"
down_revision = None

Number = BigInteger().with_variant(Integer(), "sqlite")


def upgrade() -> None:
    _users()
    _messages()
    _updates()
    _facts()


def _users() -> None:
    op.create_table(
        "users",
        Column("id", Number, primary_key=True, autoincrement=False),
        Column("wake_at", BigInteger),
        Column("arrivals", BigInteger, nullable=False, server_default="0"),
        Column("lease", Text),
        Column("lease_until", BigInteger),
        Column("send_after", BigInteger, nullable=False, server_default="0"),
        Column("claims", Integer, nullable=False, server_default="0"),
        Column("planned_with", Text),
    )
    op.create_index("users_by_wake_at_id", "users", ["wake_at", "id"])


def _messages() -> None:
    op.create_table(
        "messages",
        Column("id", Number, primary_key=True, autoincrement=True),
        Column("user_id", Number, ForeignKey("users.id", ondelete="CASCADE"), nullable=False),
        Column("update_id", BigInteger, nullable=False),
        Column("number", BigInteger),
        Column("is_edit", Boolean, nullable=False),
        Column("update", Text, nullable=False),
        Column("received_at", BigInteger, nullable=False),
        Column("tries", Integer, nullable=False, server_default="0"),
        Column("state", Text, nullable=False, server_default="unread"),
        Column("reply", JSON),
        Column("reply_state", Text),
        sqlite_autoincrement=True,
    )
    op.create_index("messages_by_user_id_number", "messages", ["user_id", "number"])
    op.create_index("messages_by_user_id_state", "messages", ["user_id", "state"])
    op.create_index("messages_by_user_id_reply_state", "messages", ["user_id", "reply_state"])


def _updates() -> None:
    op.create_table(
        "updates",
        Column("update_id", Number, primary_key=True, autoincrement=False),
        Column("seen_at", BigInteger, nullable=False),
    )
    op.create_index("updates_by_seen_at", "updates", ["seen_at"])


def _facts() -> None:
    op.create_table(
        "facts",
        Column("user_id", Number, ForeignKey("users.id", ondelete="CASCADE"), primary_key=True),
        Column("number", Integer, primary_key=True, autoincrement=False),
        Column("told", Text, nullable=False),
        Column("source", BigInteger),
        Column("kind", Text, nullable=False),
        Column("about", Text),
        Column("body", JSON, nullable=False),
    )
