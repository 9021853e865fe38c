"""What one user may send before more is not kept: a line of messages that gets shorter by one a second."""

import structlog

from assistant.ports import Clock, Delivered
from assistant.refusing import too_much

log = structlog.get_logger()

SECONDS_EACH = 1.0
"""An answer has the chat for a second, so that is how fast a line gets shorter."""
LONGEST_LINE = 1000
"""Messages that wait for their answers: ten times as many as Telegram forwards at once."""
NOTHING = "{}"
LINES_AT_FIRST = 1000


class Allowance:
    """Reckons in memory how long everybody's line is. A full one takes nothing until it is answered to its end."""

    def __init__(self, clock: Clock, longest: int = LONGEST_LINE) -> None:
        self._clock = clock
        self._longest_seconds = longest * SECONDS_EACH
        self._answered_at: dict[int, float] = {}
        self._full: set[int] = set()
        self._most_lines = LINES_AT_FIRST

    def limited(self, each: Delivered) -> Delivered | None:
        """What to keep of it: itself; the news that the line is full, in its place; None after that."""
        now = self._clock.elapsed()
        answered_at = self._answered_at.get(each.user, now)
        if answered_at <= now:
            self._full.discard(each.user)
        elif each.user in self._full:
            return None
        self._answered_at[each.user] = max(answered_at, now) + SECONDS_EACH
        self._sweep(now)
        return each if answered_at - now < self._longest_seconds else self._last(each)

    def give_back(self, each: Delivered) -> None:
        """It was not kept after all, and comes again."""
        self._full.discard(each.user)
        if each.user in self._answered_at:
            self._answered_at[each.user] -= SECONDS_EACH

    def _last(self, each: Delivered) -> Delivered:
        self._full.add(each.user)
        log.warning("line_full", user=each.user)
        sorry = too_much(round(self._longest_seconds / 60), self._clock.now())
        return Delivered(each.user, each.update_id, NOTHING, reply=sorry)

    def _sweep(self, now: float) -> None:
        """Forget the lines that are answered, whenever there are twice as many as were left the last time."""
        if len(self._answered_at) > self._most_lines:
            self._answered_at = {user: at for user, at in self._answered_at.items() if at > now}
            self._full &= self._answered_at.keys()
            self._most_lines = max(LINES_AT_FIRST, 2 * len(self._answered_at))
