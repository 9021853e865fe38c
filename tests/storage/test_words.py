"""The words of messages are kept for as long as their user wants, and those of others not at all."""

from datetime import timedelta

from sqlalchemy import select

from assistant.ports import Claim
from storage.tables import messages
from storage.turns import SqlTurns
from tests.storage.world import DANA, ERIN, NOON, World, answered


async def kept(world: World) -> list[str]:
    async with world.database.begin() as connection:
        return list((await connection.execute(select(messages.c.update).order_by(messages.c.id))).scalars())


async def heard(world: World, worker: SqlTurns, words: str, days: int = 30, passing: bool = False) -> Claim:
    """A message that was read and is owed a reply."""
    await world.hears(DANA, words)
    claim = await world.next_turn(worker)
    arrivals = [arrival.number for arrival in claim.desk().unread]
    await worker.settle(claim, answered(claim), (), days_kept=days, passing=arrivals if passing else ())
    return claim


async def is_sent(worker: SqlTurns, claim: Claim) -> None:
    await worker.release(claim, None, sent=claim.desk().unread[0].number)


async def test_everybody_keeps_words_for_as_long_as_they_want(world: World) -> None:
    worker = world.worker()
    await is_sent(worker, await heard(world, worker, "Dana's", days=7))
    await world.sleeping(ERIN, worker, until=None)
    await world.inbox.tidy(NOON + timedelta(days=6))
    assert await kept(world) == ["Dana's", "Hello"]
    await world.inbox.tidy(NOON + timedelta(days=7))
    assert await kept(world) == ["{}", "Hello"]


async def test_whoever_wants_none_kept_loses_the_earlier_ones_at_once(world: World) -> None:
    worker = world.worker()
    await is_sent(worker, await heard(world, worker, "earlier"))
    claim = await heard(world, worker, "keep nothing", days=0)
    assert await kept(world) == ["{}", "keep nothing"]
    await is_sent(worker, claim)
    assert await kept(world) == ["{}", "{}"]


async def test_words_of_somebody_else_go_before_the_reply_does(world: World) -> None:
    worker = world.worker()
    claim = await heard(world, worker, "a forwarded letter", passing=True)
    assert await kept(world) == ["{}"]
    await is_sent(worker, claim)
    assert (await world.desk(DANA)).owed == ()


async def test_a_reply_is_not_kept_once_it_is_sent(world: World) -> None:
    worker = world.worker()
    await is_sent(worker, await heard(world, worker, "hello"))
    async with world.database.begin() as connection:
        assert (await connection.execute(select(messages.c.reply))).scalars().all() == [None]


async def test_what_was_read_just_before_lies_on_the_desk_beside_what_is_owed(world: World) -> None:
    worker = world.worker()
    await is_sent(worker, await heard(world, worker, "just finished"))
    await world.hears(DANA, "at Acme")
    desk = (await world.next_turn(worker)).desk()
    assert [arrival.update for arrival in desk.recent] == ["just finished"]
    assert [arrival.update for arrival in desk.unread] == ["at Acme"]


async def test_what_was_read_long_before_does_not(world: World) -> None:
    worker = world.worker()
    await is_sent(worker, await heard(world, worker, "just finished"))
    world.clock.shows += timedelta(minutes=11)
    await world.hears(DANA, "at Acme")
    assert (await world.next_turn(worker)).desk().recent == ()
