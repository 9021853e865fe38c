"""The SQL of turns, each statement put together once: that takes longer than running it.

Every value that differs from turn to turn is a parameter, named for what it is and never like a column.
"""

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Integer,
    Text,
    Update,
    and_,
    bindparam,
    case,
    delete,
    exists,
    func,
    literal,
    not_,
    null,
    or_,
    select,
    true,
    update,
)

from assistant.ports import MOST_TRIES
from storage.moments import server_clock
from storage.tables import IS_OWED, IS_UNREAD, Progress, ReplyState, messages, users
from storage.words import NO_WORDS, days_wanted

OWNER = bindparam("owner", type_=BigInteger)
ARRIVAL = bindparam("arrival", type_=BigInteger)
IS_HELD = and_(users.c.id == OWNER, users.c.lease == bindparam("token", type_=Text))

_message = update(messages).where(messages.c.id == ARRIVAL, messages.c.user_id == OWNER)

READ = _message.values(
    state=Progress.READ,
    reply=bindparam("answer", type_=messages.c.reply.type),
    reply_state=case((bindparam("is_answered", type_=Integer) == 1, literal(ReplyState.OWED.value)), else_=null()),
)

# What went out is not kept, nor the words it answers where the user wants none kept.
SENT = _message.values(
    reply_state=ReplyState.SENT,
    reply=None,
    update=case((days_wanted == 0, NO_WORDS), else_=messages.c.update),
)

TRIED = _message.values(tries=messages.c.tries + 1).returning(messages.c.tries)
LATER = select(messages).where(messages.c.user_id == OWNER, messages.c.id > ARRIVAL).order_by(messages.c.id)
FORGET = delete(users).where(users.c.id == OWNER)
KEEP_WORDS = update(users).where(IS_HELD).values(days_kept=bindparam("days"))
PASS = update(messages).where(messages.c.id.in_(bindparam("passing", expanding=True))).values(update=NO_WORDS)
VOID = (
    update(users)
    .where(or_(users.c.lease.is_not(None), users.c.send_after > 0))
    .values(lease=None, lease_until=None, send_after=0)
)
NEXT_WAKE = select(func.min(users.c.wake_at)).where(users.c.wake_at > bindparam("now", type_=BigInteger))

_undone = select(messages.c.id).where(messages.c.user_id == OWNER, or_(IS_UNREAD, IS_OWED))
_is_hopeless = and_(IS_UNREAD, messages.c.tries >= MOST_TRIES)
GIVE_UP_OLDEST = (
    update(messages)
    .where(messages.c.id == _undone.order_by(messages.c.id).limit(1).scalar_subquery())
    .values(
        tries=MOST_TRIES,
        state=case((_is_hopeless, literal(Progress.ASIDE.value)), else_=messages.c.state),
        reply_state=case((IS_OWED, literal(ReplyState.ASIDE.value)), else_=messages.c.reply_state),
    )
)
COUNT_ANEW = update(users).where(users.c.id == OWNER).values(claims=1)


class LeaseStatements:
    """Those that reckon with an even time: PostgreSQL's own clock, or the parameter `even_time` in milliseconds."""

    def __init__(self, lease: int, allowed: frozenset[int] | None = None, *, is_postgresql: bool) -> None:
        """A lease lasts so many milliseconds. None but these users are claimed, if there are any named."""
        now = server_clock() if is_postgresql else bindparam("even_time", type_=BigInteger)
        held = update(users).where(IS_HELD).returning(users.c.id, users.c.wake_at)
        # Without a rest it is 0, which lies before any other even time, whoever reckons it.
        rest = bindparam("rest", type_=BigInteger)
        given_back = {"lease": None, "lease_until": None, "send_after": case((rest > 0, now + rest), else_=0)}
        released = {"claims": 0, "planned_with": bindparam("planner", type_=Text), "wake_at": _then()}
        self.hold_on = held.values(lease_until=now + lease)
        self.put_back = held.values(given_back)
        self.release = held.values(given_back | released)
        whoever = true() if allowed is None else users.c.id.in_(allowed)
        self.claim = _claiming(now, lease, whoever)
        self.claim_nudges = _claiming(now, lease, and_(whoever, users.c.wake_at > 0))


def _then() -> ColumnElement[int]:
    """When to wake a user who is released: at the moment `then`, or at once if something is left to do.

    What arrives meanwhile shows in the user's own row only: PostgreSQL looks at that row afresh if it has to wait for
    it, at the messages it does not. Those are asked about what this very turn has left undone.
    """
    undone = exists().where(messages.c.user_id == users.c.id, or_(IS_UNREAD, IS_OWED))
    may_sleep = and_(users.c.arrivals == bindparam("arrived", type_=BigInteger), not_(undone))
    return case((may_sleep, bindparam("then", type_=BigInteger)), else_=0)


def _claiming(now: ColumnElement[int], lease: int, who: ColumnElement[bool]) -> Update:
    due = (
        select(users.c.id)
        .where(users.c.wake_at <= bindparam("now", type_=BigInteger), who)
        .where(users.c.send_after <= now)
        .where(or_(users.c.lease_until.is_(None), users.c.lease_until < now))
        .order_by(users.c.wake_at, users.c.id)
        .limit(bindparam("most", type_=Integer))
        .with_for_update(skip_locked=True)
        .cte("due")
        .prefix_with("MATERIALIZED")
    )
    taken = {"lease": bindparam("token", type_=Text), "lease_until": now + lease, "claims": users.c.claims + 1}
    kept = (users.c.id, users.c.arrivals, users.c.wake_at, users.c.claims, users.c.days_kept)
    return update(users).values(taken).where(users.c.id == due.c.id).returning(*kept)
