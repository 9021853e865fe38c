"""Aware datetimes as the numbers of the queue, and the clock of the database's server."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import BigInteger, ColumnElement, cast, extract, func

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MILLISECOND = timedelta(milliseconds=1)
EARLIER = 2**52
"""More than any number of an update, and any milliseconds since 1970."""


def in_milliseconds(span: timedelta) -> int:
    """The span in milliseconds, rounded up: whoever is woken at a moment must not find it still to come."""
    return -(-span // MILLISECOND)


def milliseconds(moment: datetime) -> int:
    """The aware moment in milliseconds since 1970, rounded up."""
    return in_milliseconds(moment - EPOCH)


def at_once(update_id: int) -> int:
    """When somebody is due who has written: before all nudges and in the order of arrival, wherever clocks are set."""
    return min(update_id, EARLIER) - 2 * EARLIER


def moment(since_epoch: int) -> datetime:
    """The moment, in UTC."""
    return EPOCH + since_epoch * MILLISECOND


def server_clock() -> ColumnElement[int]:
    """PostgreSQL's own clock in milliseconds: the same for all workers, and no transaction stops it."""
    return cast(extract("epoch", func.clock_timestamp()) * 1000, BigInteger)
