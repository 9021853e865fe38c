"""A journal comes back as it was noted."""

import pytest
from sqlalchemy import update

from rules.codec import Unreadable
from rules.facts import Amended, Applied, Feeling, Felt, Nudged, Rejected
from rules.journal import Entry, Journal
from storage.importing import take_in
from storage.tables import facts
from tests.storage.world import DANA, ERIN, NOON, World, answered, entries, first_unread, words


async def test_somebody_new_has_an_empty_journal(world: World) -> None:
    assert await world.journals.load(DANA) == Journal((), "Europe/Berlin")


async def test_a_journal_comes_back_in_order_with_its_sources(world: World) -> None:
    worker = world.worker()
    await world.hears(DANA, "Went well at Acme")
    await world.hears(ERIN, "They said no")
    danas, erins = await worker.claim(NOON, 5)

    source = first_unread(danas)
    told = entries(Applied(about="a1", company="Acme"), Felt(about="a1", feeling=Feeling.GOOD), source=source)
    await worker.settle(danas, answered(danas), told)
    later = [Entry(3, NOON.replace(microsecond=123_456), Nudged(steps=("thank-you a1",)))]
    await worker.release(danas, None, entries=later)
    await worker.settle(erins, answered(erins), entries(Rejected(about="a1")))

    whole = Journal((*told, *later), "Europe/Berlin")
    assert await world.journals.load(DANA) == whole
    assert (await world.desk(DANA)).journal == whole


async def test_a_name_is_never_part_of_a_statement(world: World) -> None:
    names = ("'); DROP TABLE facts;--", '" OR 1=1', "Ac\x00me", "\\u0000 \\", "{}", "💼", "$1 :x %s")
    told = tuple(entries(*(Applied(about=f"a{number}", company=name) for number, name in enumerate(names, 1))))
    await take_in(world.database, DANA, Journal(told, "Europe/Berlin"), "Europe/Berlin", NOON)
    assert (await world.journals.load(DANA)).entries == told


async def test_an_amendment_stands_in_the_loaded_journal(world: World) -> None:
    worker = world.worker()
    await world.hears(DANA, "Acme. No, Globex")
    claim = await world.next_turn(worker)
    right = Applied(about="a1", company="Globex")
    told = entries(Applied(about="a1", company="Acme"), Amended(entry=1, fact=right))
    await worker.settle(claim, answered(claim), told)

    assert [entry.fact for entry in (await world.journals.load(DANA)).standing] == [right]


async def test_a_fact_of_an_unknown_kind_is_not_passed_over_and_troubles_nobody_else(world: World) -> None:
    worker = world.worker()
    await world.hears(DANA, "They said no")
    claim = await world.next_turn(worker)
    await worker.settle(claim, answered(claim), entries(Rejected(about="a1")))
    await worker.release(claim, None)
    async with world.database.begin() as connection:
        await connection.execute(update(facts).values(kind="promoted"))

    with pytest.raises(Unreadable, match="'promoted' is no fact that this version knows"):
        await world.journals.load(DANA)
    await world.hears(DANA, "Are you there?")
    await world.hears(ERIN, "They said yes")
    danas, erins = await worker.claim(NOON, 5)
    with pytest.raises(Unreadable, match="promoted"):
        danas.desk()
    assert words(erins.desk()) == ["They said yes"]
