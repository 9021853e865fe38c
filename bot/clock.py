"""Where the present comes from; nothing else in the program asks the machine for the time."""

import time
from datetime import UTC, datetime


class SystemClock:
    """The machine's clock, in UTC."""

    def now(self) -> datetime:
        return datetime.now(UTC)  # noqa: TID251 - the one place

    def elapsed(self) -> float:
        return time.monotonic()
