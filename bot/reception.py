"""Takes in what Telegram delivers, by whichever way it comes: from those who are allowed, each update once."""

from collections.abc import Callable, Sequence

import structlog

from assistant.ports import Inbox
from bot.envelope import JSON, delivered

log = structlog.get_logger()


class Reception:
    """What it has kept may be acknowledged."""

    def __init__(self, inbox: Inbox, ring: Callable[[], None], allowed: frozenset[int] | None = None) -> None:
        """`ring` is called when something new was kept. With `allowed`, what others send is forgotten."""
        self._inbox = inbox
        self._ring = ring
        self._allowed = allowed

    async def keep(self, updates: Sequence[JSON]) -> None:
        """All of them or, if it raises, none. Raises whatever the inbox raises."""
        taken = [update for update in map(delivered, updates) if update is not None and self._is_allowed(update.user)]
        if taken and await self._inbox.put(taken):
            self._ring()

    def _is_allowed(self, user: int) -> bool:
        if self._allowed is None or user in self._allowed:
            return True
        log.info("not_allowed", user=user)
        return False
