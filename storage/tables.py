"""The tables: users with the moment they are due, their messages, the updates seen, their facts.

Moments of the queue are milliseconds since 1970, so that databases and clocks need no conversion to compare them.
"""

from enum import StrEnum

from sqlalchemy import JSON, BigInteger, Boolean, Column, ForeignKey, Index, Integer, MetaData, Table, Text

from rules.keeping import USUAL_DAYS

metadata = MetaData(
    naming_convention={
        "ix": "%(table_name)s_by_%(column_0_N_name)s",
        "fk": "%(table_name)s_of_%(referred_table_name)s",
        "pk": "%(table_name)s_key",
    }
)

# SQLite gives numbers of its own accord only to a column that is called INTEGER.
_Number = BigInteger().with_variant(Integer(), "sqlite")


class Progress(StrEnum):
    """How far an arrival has come; ASIDE is one that nobody will look at again."""

    UNREAD = "unread"
    READ = "read"
    ASIDE = "aside"


class ReplyState(StrEnum):
    """What has become of the reply to an arrival."""

    OWED = "owed"
    SENT = "sent"
    ASIDE = "aside"


# `wake_at`: below 0 is at once, in the order of arrival; 0 is at once, after those; NULL is never. `claims` counts
# those that did not end with a release. `planned_with` names the rulebook and holidays that `wake_at` comes from.
# `days_kept` is for how long the words of their messages are kept.
users = Table(
    "users",
    metadata,
    Column("id", _Number, primary_key=True, autoincrement=False),
    Column("wake_at", BigInteger),
    Column("arrivals", BigInteger, nullable=False, server_default="0"),
    Column("lease", Text),
    Column("lease_until", BigInteger),
    Column("send_after", BigInteger, nullable=False, server_default="0"),
    Column("claims", Integer, nullable=False, server_default="0"),
    Column("planned_with", Text),
    Column("days_kept", Integer, nullable=False, server_default=str(USUAL_DAYS)),
    Index(None, "wake_at", "id"),
)

# `id` is what the assistant calls an arrival and a fact its source; `number` is Telegram's.
messages = Table(
    "messages",
    metadata,
    Column("id", _Number, primary_key=True, autoincrement=True),
    Column("user_id", _Number, ForeignKey("users.id", ondelete="CASCADE"), nullable=False),
    Column("update_id", BigInteger, nullable=False),
    Column("number", BigInteger),
    Column("is_edit", Boolean, nullable=False),
    Column("update", Text, nullable=False),
    Column("received_at", BigInteger, nullable=False),
    Column("tries", Integer, nullable=False, server_default="0"),
    Column("state", Text, nullable=False, server_default=Progress.UNREAD),
    Column("reply", JSON(none_as_null=True)),
    Column("reply_state", Text),
    Index(None, "user_id", "number"),
    Index(None, "user_id", "state"),
    Index(None, "user_id", "reply_state"),
    sqlite_autoincrement=True,
)

# Without a user, so that an update delivered again after somebody was deleted does not bring them back.
updates = Table(
    "updates",
    metadata,
    Column("update_id", _Number, primary_key=True, autoincrement=False),
    Column("seen_at", BigInteger, nullable=False),
    Index(None, "seen_at"),
)

# Places for messages that are being sent, shared by all workers of a PostgreSQL; `free_at` is its own clock's.
slots = Table(
    "slots",
    metadata,
    Column("number", _Number, primary_key=True, autoincrement=False),
    Column("free_at", BigInteger, nullable=False),
)

facts = Table(
    "facts",
    metadata,
    Column("user_id", _Number, ForeignKey("users.id", ondelete="CASCADE"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("told", Text, nullable=False),
    Column("source", BigInteger),
    Column("kind", Text, nullable=False),
    Column("about", Text),
    Column("body", JSON, nullable=False),
)

IS_UNREAD = messages.c.state == Progress.UNREAD
IS_OWED = messages.c.reply_state == ReplyState.OWED
