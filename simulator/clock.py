"""A clock that can be moved, so that days pass in a conversation without anybody waiting for them."""

import time
from datetime import UTC, datetime, timedelta


def system_now() -> datetime:
    """The machine's own time, in UTC."""
    return datetime.now(UTC)  # noqa: TID251 - the simulator's only look at the machine's clock


class MovableClock:
    """Goes on with real time from wherever it was last put, unless it is frozen."""

    def __init__(self, start: datetime | None = None, *, frozen: bool = False) -> None:
        self._offset = self._passed = timedelta(0)
        self._stopped_at: datetime | None = None
        if frozen:
            self.freeze()
        if start is not None:
            self.set(start)

    @property
    def is_frozen(self) -> bool:
        return self._stopped_at is not None

    def now(self) -> datetime:
        """The present, aware and in UTC."""
        return self._stopped_at or system_now() + self._offset

    def elapsed(self) -> float:
        """Seconds since some moment: what was advanced counts, what was set does not."""
        return time.monotonic() + self._passed.total_seconds()

    def set(self, moment: datetime) -> None:
        """As if somebody had set a clock: no time passes. Raises ValueError for a moment without a zone."""
        if moment.tzinfo is None:
            raise ValueError("the clock needs a moment with a zone")
        self._offset = moment - system_now()
        if self._stopped_at is not None:
            self._stopped_at = moment.astimezone(UTC)

    def advance(self, by: timedelta) -> None:
        """As if one had waited."""
        self.set(self.now() + by)
        self._passed += by

    def freeze(self) -> None:
        self._stopped_at = self.now()

    def resume(self) -> None:
        """Let time go on from where it was frozen."""
        if self._stopped_at is not None:
            self._offset = self._stopped_at - system_now()
            self._stopped_at = None
