"""What is written together is committed together, and one who fails spoils it for nobody else."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest
from sqlalchemy import insert, select, text
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.database import Database
from storage.tables import users
from storage.together import Together


def noting(user: int) -> Callable[[AsyncConnection], Awaitable[int]]:
    async def work(connection: AsyncConnection) -> int:
        await connection.execute(insert(users).values(id=user))
        return user

    return work


async def failing(connection: AsyncConnection) -> None:
    await connection.execute(insert(users).values(id=99))
    raise ValueError("not this one")


async def breaking(connection: AsyncConnection) -> None:
    await connection.execute(text("SELECT nonsense FROM nowhere"))


async def noted(database: Database) -> list[int]:
    async with database.begin() as connection:
        return list((await connection.execute(select(users.c.id).order_by(users.c.id))).scalars())


async def test_each_gets_what_its_own_work_gave(database: Database) -> None:
    together = Together(database)
    assert await together.do(7, noting(7)) == 7
    assert await asyncio.gather(*(together.do(user, noting(user)) for user in (3, 1, 2))) == [3, 1, 2]
    assert await noted(database) == [1, 2, 3, 7]


@pytest.mark.parametrize("wrong", [failing, breaking])
async def test_one_who_fails_spoils_it_for_nobody_else(database: Database, wrong) -> None:
    together = Together(database)
    found = await asyncio.gather(
        together.do(4, noting(4)), together.do(9, wrong), together.do(5, noting(5)), return_exceptions=True
    )
    assert (found[0], found[2]) == (4, 5)
    assert isinstance(found[1], Exception)
    with pytest.raises(type(found[1])):
        await together.do(9, wrong)
    assert await noted(database) == [4, 5]


async def test_whoever_is_cancelled_leaves_the_others_their_answers(database: Database) -> None:
    together = Together(database)
    first, second, third = (asyncio.ensure_future(together.do(user, noting(user))) for user in (1, 2, 3))
    await asyncio.sleep(0)
    second.cancel()
    assert (await first, await third) == (1, 3)
    with pytest.raises(asyncio.CancelledError):
        await second
    assert {1, 3} <= set(await noted(database))
