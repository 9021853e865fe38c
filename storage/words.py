"""What users wrote, word for word: kept for as long as each of them wants, and no longer."""

from datetime import datetime

from sqlalchemy import BigInteger, ColumnElement, cast, select, true, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.moments import milliseconds
from storage.tables import Progress, ReplyState, messages, users

NO_WORDS = "{}"
"""An update that tells nothing; a reply that is owed to one goes out all the same."""
A_DAY = 24 * 60 * 60 * 1000

days_wanted = select(cast(users.c.days_kept, BigInteger)).where(users.c.id == messages.c.user_id).scalar_subquery()
"""Of whoever wrote the message."""


async def drop_words(connection: AsyncConnection, now: datetime, whose: ColumnElement[bool] | None = None) -> None:
    """Forget the words that are dealt with and were kept for as long as their users want: of all, or of these."""
    old = (
        update(messages)
        .where(whose if whose is not None else true(), messages.c.update != NO_WORDS)
        .where(messages.c.received_at <= milliseconds(now) - days_wanted * A_DAY)
        .where(messages.c.state != Progress.UNREAD, messages.c.reply_state.is_distinct_from(ReplyState.OWED))
    )
    await connection.execute(old.values(update=NO_WORDS, reply=None))
