"""Planning again after an upgrade, and numbers that are never given again."""

from tests.storage.world import DANA, ERIN, HOUR, NOON, World, first_unread


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


async def test_an_arrivals_number_is_never_given_again(world: World) -> None:
    worker = world.worker()
    await world.hears(DANA, "Hello")
    claim = await world.next_turn(worker)
    await worker.forget(claim, first_unread(claim))
    await world.hears(DANA, "Hello again")
    assert first_unread(await world.next_turn(worker)) > first_unread(claim)
