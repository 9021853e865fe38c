"""Aware datetimes as the numbers of the queue, and whose clock leases and holds go by."""

import time
from datetime import UTC, datetime, timedelta

from sqlalchemy import BigInteger, ColumnElement, cast, extract, func, literal

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MILLISECOND = timedelta(milliseconds=1)


def in_milliseconds(span: timedelta) -> int:
    """The span in milliseconds, rounded up: whoever is woken at a moment must not find it still to come."""
    return -(-span // MILLISECOND)


def milliseconds(moment: datetime) -> int:
    """The aware moment in milliseconds since 1970, rounded up."""
    return in_milliseconds(moment - EPOCH)


def moment(since_epoch: int) -> datetime:
    """The moment, in UTC."""
    return EPOCH + since_epoch * MILLISECOND


def server_clock() -> ColumnElement[int]:
    """PostgreSQL's own clock in milliseconds: the same for all workers, and no transaction stops it."""
    return cast(extract("epoch", func.clock_timestamp()) * 1000, BigInteger)


def process_clock() -> ColumnElement[int]:
    """This process's time in milliseconds, which neither a clock set anew nor a sleeping machine can make jump."""
    return literal(int(time.monotonic() * 1000), BigInteger)
