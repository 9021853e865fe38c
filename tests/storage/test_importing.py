"""An export is taken in by a database that knows nothing of the user, and by no other."""

from rules.facts import Applied, Feeling, Felt, SettingChanged
from rules.journal import Journal
from rules.preferences import preferences
from storage.importing import take_in
from tests.storage.world import DANA, NOON, World, answered, entries

BERLIN = "Europe/Berlin"
JOURNAL = Journal(default_zone=BERLIN).noting(
    [Applied(about="a1", company="Acme"), Felt(about="a1", feeling=Feeling.GREAT)], NOON, source=-1
)


async def test_the_journal_is_the_same_and_looked_at_at_once(world: World) -> None:
    assert await take_in(world.database, DANA, JOURNAL, BERLIN, NOON)
    assert (await world.journals.load(DANA)).entries == JOURNAL.entries
    assert [claim.user for claim in await world.worker().claim(NOON, 5)] == [DANA]


async def test_whoever_has_a_journal_keeps_it(world: World) -> None:
    worker = world.worker()
    await world.hears(DANA, "They said no")
    claim = await world.next_turn(worker)
    await worker.settle(claim, answered(claim), entries(Applied(about="a1", company="Globex")))
    before = await world.journals.load(DANA)

    assert not await take_in(world.database, DANA, JOURNAL, BERLIN, NOON)
    assert not await take_in(world.database, DANA, JOURNAL, BERLIN, NOON)
    assert await world.journals.load(DANA) == before


async def test_whoever_only_said_hello_gets_it_and_their_answer(world: World) -> None:
    await world.hears(DANA, "hello")
    assert await take_in(world.database, DANA, JOURNAL, BERLIN, NOON)
    (claim,) = await world.worker().claim(NOON, 5)
    assert claim.desk().journal.entries == JOURNAL.entries
    assert len(claim.desk().unread) == 1


async def test_times_stay_in_the_zone_they_were_heard_in(world: World) -> None:
    assert await take_in(world.database, DANA, JOURNAL, "America/New_York", NOON)
    taken = await world.journals.load(DANA)
    assert taken.entries[-1].fact == SettingChanged(name="zone", value=BERLIN)
    assert preferences(taken).heard_in == BERLIN
