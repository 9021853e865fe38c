"""What a turn costs the others: the processor's seconds that it took, and the rest that these are worth."""

import asyncio
from collections.abc import Callable
from datetime import timedelta
from typing import TypeVar

from assistant.ports import Incoming
from rules.journal import Journal

Found = TypeVar("Found")

FREE_SECONDS = 2.0
"""More than what is first read after a start takes, when nothing is compiled yet."""
RESTS_FOR = 9
"""So often what a turn took beyond that: who always has something to be heard gets a tenth of the processor."""
LONG_TEXT, LONG_JOURNAL = 1000, 1000
"""Characters and entries that take long enough to be dealt with beside the event loop."""


class Effort:
    """Of one turn. `worked` gives the seconds that the thread it is called in has worked."""

    def __init__(self, worked: Callable[[], float]) -> None:
        self._worked = worked
        self._seconds = 0.0

    async def spent(self, work: Callable[[], Found], *, is_long: bool) -> Found:
        """The work done, its effort counted; while a long one is under way others are served."""
        return await asyncio.to_thread(self._counted, work) if is_long else self._counted(work)

    def rest(self, usual: timedelta) -> timedelta:
        """How long to let the user rest, who would rest `usual` anyway."""
        return max(usual, timedelta(seconds=RESTS_FOR * (self._seconds - FREE_SECONDS)))

    def _counted(self, work: Callable[[], Found]) -> Found:
        begun = self._worked()
        try:
            return work()
        finally:
            self._seconds += self._worked() - begun


def is_long(incoming: Incoming, journal: Journal) -> bool:
    return len(incoming.text) > LONG_TEXT or len(journal.entries) > LONG_JOURNAL
