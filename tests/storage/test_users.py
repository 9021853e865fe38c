"""Planning again after an upgrade, and forgetting somebody."""

import pytest
from sqlalchemy import func, select

from assistant.ports import LeaseLost
from rules.facts import Rejected
from storage.tables import facts, messages, users
from tests.storage.world import DANA, ERIN, HOUR, NOON, World, answered, entries, first_unread


async def test_after_an_upgrade_the_others_are_planned_again(world: World) -> None:
    await world.sleeping(DANA, world.worker(planned_with="rules 1"), until=NOON + HOUR)
    await world.sleeping(ERIN, world.worker(planned_with="rules 2"), until=NOON + HOUR)

    assert await world.users.plan_again("rules 2", NOON, limit=10) == 1
    assert await world.users.plan_again("rules 2", NOON, limit=10) == 0
    upgraded = world.worker(planned_with="rules 2")
    (claim,) = await upgraded.claim(NOON, 5)
    assert claim.user == DANA

    await upgraded.release(claim, NOON + 2 * HOUR)
    assert await world.users.plan_again("rules 2", NOON, limit=10) == 0


async def test_planning_again_takes_no_more_than_it_may(world: World) -> None:
    for user in (DANA, ERIN):
        await world.sleeping(user, world.worker(), until=None)
    assert [await world.users.plan_again("rules 1", NOON, limit=1) for _ in range(3)] == [1, 1, 0]


async def test_of_a_deleted_user_no_row_is_left(world: World) -> None:
    worker = world.worker()
    for user in (DANA, ERIN):
        await world.hears(user, "They said no")
        claim = await world.next_turn(worker)
        await worker.settle(claim, answered(claim), entries(Rejected(about="a1")))

    await world.users.delete_user(ERIN)
    assert [await rows_of(world, user) for user in (DANA, ERIN)] == [3, 0]
    with pytest.raises(LeaseLost):
        await worker.release(claim, None, sent=first_unread(claim))


async def test_an_arrivals_number_is_never_given_again(world: World) -> None:
    worker = world.worker()
    await world.hears(DANA, "Hello")
    before = first_unread(await world.next_turn(worker))
    await world.users.delete_user(DANA)
    await world.hears(DANA, "Hello again")
    assert first_unread(await world.next_turn(worker)) > before


async def rows_of(world: World, user: int) -> int:
    columns = (users.c.id, messages.c.user_id, facts.c.user_id)
    async with world.database.begin() as connection:
        counts = [await connection.execute(select(func.count()).where(column == user)) for column in columns]
        return sum(count.scalar_one() for count in counts)
