"""Takes in what Telegram delivers, by whichever way it comes: from those who are let in, as much as they may send."""

from collections.abc import Callable, Sequence

from assistant.ports import Delivered, Inbox
from bot.allowance import Allowance
from bot.door import Door
from bot.envelope import JSON, delivered


class Reception:
    """What it has kept may be acknowledged."""

    def __init__(
        self, inbox: Inbox, ring: Callable[[], None], door: Door | None = None, allowance: Allowance | None = None
    ) -> None:
        """`ring` is called when something new was kept. Without a door everybody is let in, without an allowance there
        is no end to what they may send; what is not kept does not count against it.
        """
        self._inbox = inbox
        self._ring = ring
        self._door = door
        self._allowance = allowance

    async def keep(self, updates: Sequence[JSON]) -> None:
        """All of them or, if it raises, none. Raises whatever the inbox raises."""
        taken = [each for update in updates if (each := self._taken(update)) is not None]
        try:
            if taken and await self._inbox.put(taken):
                self._ring()
        except BaseException:
            if self._allowance:
                for each in taken:
                    self._allowance.give_back(each)
            raise

    def _taken(self, update: JSON) -> Delivered | None:
        each = delivered(update)
        if each is None or (self._door and not self._door.lets_in(each.user, update)):
            return None
        return self._allowance.limited(each) if self._allowance else each
