"""What lies before whoever takes a user's turn, read for all who are claimed together."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from functools import partial
from typing import Any

from sqlalchemy import BigInteger, BindParameter, Row, Select, and_, bindparam, func, not_, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from assistant.ports import MESSAGES_IN_A_TURN, Arrival, Desk, Owed
from storage.codec import decode_reply
from storage.journals import as_journal
from storage.moments import milliseconds
from storage.tables import IS_OWED, IS_UNREAD, Progress, ReplyState, facts, messages

Rows = Sequence[Row[Any]]

_original = messages.alias("original")

USERS: BindParameter[Any] = bindparam("users", expanding=True)
TOLD = select(facts).where(facts.c.user_id.in_(USERS)).order_by(facts.c.user_id, facts.c.number)


def _undone() -> Select[Any]:
    """The oldest messages of each that are unread, the oldest that are owed a reply, and the recent ones."""
    is_recent = and_(messages.c.state == Progress.READ, messages.c.received_at >= bindparam("since", type_=BigInteger))
    written_first = (
        select(_original.c.id)
        .where(_original.c.user_id == messages.c.user_id, _original.c.number == messages.c.number)
        .where(not_(_original.c.is_edit), messages.c.is_edit)
        .order_by(_original.c.id)
        .limit(1)
        .scalar_subquery()
    )
    place = func.row_number().over(partition_by=(messages.c.user_id, messages.c.state, IS_OWED), order_by=messages.c.id)
    numbered = (
        select(messages, written_first.label("original"), place.label("place"))
        .where(messages.c.user_id.in_(USERS), or_(IS_UNREAD, IS_OWED, is_recent))
        .subquery()
    )
    return select(numbered).where(numbered.c.place <= MESSAGES_IN_A_TURN).order_by(numbered.c.id)


UNDONE = _undone()


async def desks(
    connection: AsyncConnection, users: Sequence[int], default_zone: str, since: datetime
) -> Mapping[int, Callable[[], Desk]]:
    """For each of the users, what gives their desk, with what was read of what came `since`.

    Calling it raises `rules.codec.Unreadable`.

    What was read is understood only then, so that one user's unreadable rows trouble nobody else.
    """
    if not users:
        return {}
    whose = {"users": list(users)}
    told = _by_user((await connection.execute(TOLD, whose)).all())
    undone = _by_user((await connection.execute(UNDONE, whose | {"since": milliseconds(since)})).all())
    return {user: partial(_desk, told[user], undone[user], default_zone, milliseconds(since)) for user in users}


def _by_user(rows: Rows) -> Mapping[int, Rows]:
    found: defaultdict[int, list[Row[Any]]] = defaultdict(list)
    for row in rows:
        found[row.user_id].append(row)
    return found


def _desk(told: Rows, undone: Rows, default_zone: str, since: int) -> Desk:
    unread = [row for row in undone if row.state == Progress.UNREAD]
    owed = [row for row in undone if row.reply_state == ReplyState.OWED]
    recent = [row for row in undone if row.state == Progress.READ and row.received_at >= since]
    return Desk(
        as_journal(told, default_zone),
        tuple(Owed(row.id, row.update, decode_reply(row.reply)) for row in owed),
        tuple(map(_arrival, unread)),
        tuple(map(_arrival, recent)),
    )


def _arrival(row: Row[Any]) -> Arrival:
    return Arrival(row.id, row.update, row.tries, row.original)
