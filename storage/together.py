"""What several turns want to write at the same time is written in one transaction: sooner for each, and cheaper."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar

from sqlalchemy.ext.asyncio import AsyncConnection

from assistant.ports import OutOfReach
from storage.database import Database

T = TypeVar("T")
Work = Callable[[AsyncConnection], Awaitable[T]]


@dataclass(slots=True)
class _Asked:
    user: int
    work: Work[Any]
    done: asyncio.Future[Any] = field(default_factory=lambda: asyncio.get_running_loop().create_future())


class Together:
    """Whoever comes while a transaction is under way takes part in the next one, with all others who came meanwhile."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._asked: list[_Asked] = []
        self._door = asyncio.Lock()

    async def do(self, user: int, work: Work[T]) -> T:
        """What `work` gives, once it is committed. What it raises undoes its own writing and nobody else's.

        `user` is whose rows it writes. Raises OutOfReach.
        """
        mine = _Asked(user, work)
        self._asked.append(mine)
        try:
            async with self._door:
                together, self._asked = self._asked, []
                if together:
                    await self._do_all(together)
        except asyncio.CancelledError:
            mine.done.cancel()
            raise
        found: T = await mine.done
        return found

    async def _do_all(self, together: list[_Asked]) -> None:
        """In the order of users, in which the inbox locks them too, so that none waits for the other."""
        together.sort(key=lambda asked: asked.user)
        outcomes: list[object] = [OutOfReach("cut off")] * len(together)
        try:
            async with self._database.begin(is_brief=True) as connection:
                written = [await self._outcome(asked, connection, alone=len(together) == 1) for asked in together]
            outcomes = written
        except Exception as error:  # noqa: BLE001 - whatever it was, it is for those who asked
            outcomes = [error] * len(together)
        finally:
            for asked, outcome in zip(together, outcomes, strict=True):
                _tell(asked, outcome)

    async def _outcome(self, asked: _Asked, connection: AsyncConnection, *, alone: bool) -> object:
        if alone:
            return await asked.work(connection)
        try:
            async with connection.begin_nested():
                return await asked.work(connection)
        except Exception as error:  # noqa: BLE001 - the others' writing goes on
            return error


def _tell(asked: _Asked, outcome: object) -> None:
    if asked.done.done():
        return
    if isinstance(outcome, Exception):
        asked.done.set_exception(outcome)
    else:
        asked.done.set_result(outcome)
