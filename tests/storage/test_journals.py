"""A journal comes back as it was noted."""

import pytest
from sqlalchemy import update

from rules.facts import Amended, Applied, Feeling, Felt, Nudged, Rejected
from rules.journal import Entry, Journal
from storage.codec import Unreadable
from storage.tables import facts
from tests.storage.world import DANA, ERIN, NOON, NOTED, World, entries


async def test_somebody_new_has_an_empty_journal(world: World) -> None:
    assert await world.journals.load(DANA) == Journal((), "Europe/Berlin")


async def test_a_journal_comes_back_in_order_with_its_sources(world: World) -> None:
    worker = world.worker()
    await world.hears(DANA, "Went well at Acme")
    await world.hears(ERIN, "They said no")
    danas, erins = await worker.claim(NOON, 5)
    (arrival,) = await worker.unread(danas, 10)

    told = entries(Applied(about="a1", company="Acme"), Felt(about="a1", feeling=Feeling.GOOD), source=arrival.number)
    await worker.settle(danas, arrival.number, told, NOTED)
    later = [Entry(3, NOON.replace(microsecond=123_456), Nudged(steps=("thank-you a1",)))]
    await worker.note(danas, later)
    await worker.note(erins, entries(Rejected(about="a1")))

    assert await world.journals.load(DANA) == Journal((*told, *later), "Europe/Berlin")


async def test_an_amendment_stands_in_the_loaded_journal(world: World) -> None:
    worker = world.worker()
    await world.hears(DANA, "Acme. No, Globex")
    claim = await world.next_turn(worker)
    right = Applied(about="a1", company="Globex")
    await worker.note(claim, entries(Applied(about="a1", company="Acme"), Amended(entry=1, fact=right)))

    assert [entry.fact for entry in (await world.journals.load(DANA)).standing] == [right]


async def test_a_fact_of_an_unknown_kind_is_not_passed_over(world: World) -> None:
    worker = world.worker()
    await world.hears(DANA, "They said no")
    await worker.note(await world.next_turn(worker), entries(Rejected(about="a1")))
    async with world.database.begin() as connection:
        await connection.execute(update(facts).values(kind="promoted"))

    with pytest.raises(Unreadable, match="'promoted' is no fact that this version knows"):
        await world.journals.load(DANA)
