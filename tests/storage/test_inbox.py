"""Updates are kept once, in order, and make their user due."""

from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.exc import DBAPIError

from assistant.ports import Delivered
from storage.tables import messages
from tests.storage.world import DANA, ERIN, HOUR, NOON, NOTED, World, first_unread, words


async def test_an_update_delivered_again_is_stored_once(world: World) -> None:
    assert await world.inbox.put([Delivered(DANA, 7, "I had an interview")])
    assert not await world.inbox.put([Delivered(DANA, 7, "I had an interview")])

    worker = world.worker()
    claim = await world.next_turn(worker)
    assert words(claim.desk()) == ["I had an interview"]
    assert claim.arrivals == 1


async def test_what_is_delivered_together_is_kept_in_order_and_each_once(world: World) -> None:
    hello, again = Delivered(DANA, 7, "Hello"), Delivered(DANA, 8, "Are you there?")
    assert await world.inbox.put([hello])
    assert await world.inbox.put([again, hello, Delivered(ERIN, 9, "Good evening"), again])
    assert not await world.inbox.put([hello, again])

    worker = world.worker()
    dana, erin = await worker.claim(NOON, 2)
    assert words(dana.desk()) == ["Hello", "Are you there?"]
    assert words(erin.desk()) == ["Good evening"]
    assert (dana.arrivals, erin.arrivals) == (2, 1)


async def test_messages_come_in_the_order_of_their_arrival_ten_at_a_time(world: World) -> None:
    for number in range(12):
        await world.hears(DANA, f"line {number}")
    await world.hears(ERIN, "not Dana's")

    worker = world.worker()
    claim = await world.next_turn(worker)
    assert words(claim.desk()) == [f"line {number}" for number in range(10)]


async def test_an_edit_knows_what_was_written_first(world: World) -> None:
    await world.hears(ERIN, "Erin's, by chance of the same number", message=40)
    await world.hears(DANA, "On Thurday", message=40)
    await world.hears(DANA, "On Thursday", message=40, edited=True)
    await world.hears(DANA, "On Thursday, with Acme", message=40, edited=True)
    await world.hears(DANA, "Written before we met", message=3, edited=True)

    worker = world.worker()
    _, danas = await worker.claim(NOON, 2)
    first, *edits = danas.desk().unread
    assert first.original is None
    assert [edit.original for edit in edits] == [first.number, first.number, None]


async def test_a_reply_that_comes_with_an_update_is_owed_and_the_update_is_not_read(world: World) -> None:
    await world.hears(DANA, "Hello")
    assert await world.inbox.put([Delivered(DANA, 1007, "{}", reply=NOTED), Delivered(ERIN, 1008, "Hello")])
    assert not await world.inbox.put([Delivered(DANA, 1007, "{}", reply=NOTED)])

    dana, _ = await world.worker().claim(NOON, 2)
    assert words(dana.desk()) == ["Hello"]
    assert [owed.reply for owed in dana.desk().owed] == [NOTED]


async def test_a_pressed_button_is_no_edit(world: World) -> None:
    await world.hears(DANA, "Hello", message=40)
    await world.hears(DANA, "pressed below 40", message=40)

    worker = world.worker()
    claim = await world.next_turn(worker)
    assert [arrival.original for arrival in claim.desk().unread] == [None, None]


async def test_the_raw_words_go_after_30_days_and_what_is_undone_stays(world: World) -> None:
    worker = world.worker()
    await world.sleeping(DANA, worker, until=None)
    await world.hears(ERIN, "Still unread")

    await world.inbox.tidy(NOON + timedelta(days=29))
    assert await kept(world) == ["Hello", "Still unread"]
    await world.inbox.tidy(NOON + timedelta(days=30))
    assert await kept(world) == ["{}", "Still unread"]


async def test_update_numbers_are_remembered_for_two_days(world: World) -> None:
    await world.inbox.put([Delivered(DANA, 7, "Hello")])
    await world.inbox.tidy(NOON + 48 * HOUR)
    assert not await world.inbox.put([Delivered(DANA, 7, "Hello")])

    await world.inbox.tidy(NOON + 49 * HOUR)
    assert await world.inbox.put([Delivered(DANA, 7, "Hello, a week later")])


async def test_an_update_delivered_again_does_not_bring_back_who_was_deleted(world: World) -> None:
    await world.inbox.put([Delivered(DANA, 7, "Delete me")])
    worker = world.worker()
    claim = await world.next_turn(worker)
    await worker.forget(claim, first_unread(claim))

    assert not await world.inbox.put([Delivered(DANA, 7, "Delete me")])
    assert await worker.claim(NOON, 5) == []


async def test_what_could_not_be_stored_may_be_delivered_again(world: World) -> None:
    with pytest.raises(DBAPIError):
        await world.inbox.put([Delivered(ERIN, 6, "Hello"), Delivered(DANA, 7, None)])

    assert await world.worker().claim(NOON, 5) == []
    assert await world.inbox.put([Delivered(DANA, 7, "Hello")])


async def kept(world: World) -> list[str]:
    async with world.database.begin() as connection:
        return list((await connection.execute(select(messages.c.update).order_by(messages.c.id))).scalars())
