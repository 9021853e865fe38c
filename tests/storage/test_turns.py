"""One queue, one claim, one lease: turns as histories of messages, workers and crashes."""

from datetime import UTC, datetime, timedelta

import pytest

from assistant.ports import MOST_TRIES, NO_TIME, Button, Claim, LeaseLost, Outgoing
from rules.facts import Nudged, Rejected
from storage.turns import MOST_CLAIMS
from tests.storage.world import DANA, ERIN, HOUR, NOON, NOTED, World, answered, entries, first_unread, unanswered, words

AT_ONCE = datetime(1970, 1, 1, tzinfo=UTC)
RUN_OUT = -timedelta(seconds=1)
A_WHILE = timedelta(hours=2)


async def test_a_whole_turn(world: World) -> None:
    worker = world.worker()
    await world.hears(DANA, "They said no")

    claim = await world.next_turn(worker)
    (arrival,) = claim.desk().unread
    assert (arrival.update, arrival.tries) == ("They said no", 0)
    told = entries(Rejected(about="a1"), source=arrival.number)
    await worker.settle(claim, [(arrival.number, NOTED)], told)

    desk = await world.desk(DANA)
    assert desk.unread == ()
    (owed,) = desk.owed
    assert (owed.arrival, owed.update, owed.reply) == (arrival.number, "They said no", NOTED)
    assert not await worker.release(claim, NOON + HOUR, sent=arrival.number)
    assert await worker.earliest_wake() == NOON + HOUR
    desk = await world.desk(DANA)
    assert (desk.journal.entries, desk.owed) == (tuple(told), ())


async def test_an_answer_without_words_owes_nothing(world: World) -> None:
    worker = world.worker()
    await world.sleeping(DANA, worker, until=None)
    assert await worker.earliest_wake() is None


async def test_a_user_is_due_at_their_moment_and_not_before(world: World) -> None:
    worker = world.worker()
    await world.sleeping(DANA, worker, until=NOON + HOUR + timedelta(microseconds=1))

    assert await worker.claim(NOON + HOUR, 5) == []
    assert [claim.user for claim in await worker.claim(NOON + HOUR + timedelta(milliseconds=1), 5)] == [DANA]


async def test_a_nudge_is_noted_and_the_next_one_awaited(world: World) -> None:
    worker = world.worker()
    await world.sleeping(DANA, worker, until=NOON)
    claim = await world.next_turn(worker)
    await worker.release(claim, NOON + HOUR, entries=entries(Nudged(steps=("thank-you",))))

    assert [entry.fact for entry in (await world.journals.load(DANA)).entries] == [Nudged(steps=("thank-you",))]
    assert await worker.earliest_wake() == NOON + HOUR


async def test_the_next_moment_is_that_of_whoever_is_due_next(world: World) -> None:
    worker = world.worker()
    assert await worker.next_wake(NOON) is None
    await world.sleeping(DANA, worker, until=NOON)
    await world.sleeping(ERIN, worker, until=NOON + 2 * HOUR)
    assert await worker.next_wake(NOON - HOUR) == NOON
    assert await worker.next_wake(NOON) == NOON + 2 * HOUR


async def test_who_wrote_comes_before_who_is_to_be_nudged(world: World) -> None:
    worker = world.worker()
    await world.sleeping(DANA, worker, until=NOON - HOUR)
    await world.hears(ERIN, "Hello")

    assert [claim.user for claim in await worker.claim(NOON, 5)] == [ERIN, DANA]


async def test_who_wrote_first_comes_first(world: World) -> None:
    worker = world.worker()
    for user in (ERIN, DANA, ERIN):
        await world.hears(user, "Hello")
    assert [claim.user for claim in await worker.claim(NOON, 5)] == [ERIN, DANA]


async def test_whoever_still_waits_for_an_answer_lets_others_go_first(world: World) -> None:
    worker = world.worker()
    await world.hears(DANA, "Hello")
    await world.hears(DANA, "Are you there?")
    claim = await world.next_turn(worker)
    await worker.settle(claim, answered(claim), ())
    assert await worker.release(claim, None, sent=first_unread(claim))

    await world.hears(ERIN, "Hello")
    assert [claim.user for claim in await worker.claim(NOON, 5)] == [ERIN, DANA]


async def test_a_slot_may_be_kept_for_nudges(world: World) -> None:
    worker = world.worker()
    await world.sleeping(DANA, worker, until=NOON - HOUR)
    await world.hears(ERIN, "Hello")

    assert [claim.user for claim in await worker.claim(NOON, 5, nudges_only=True)] == [DANA]
    assert await worker.claim(NOON, 0) == ()
    assert [claim.user for claim in await worker.claim(NOON, 5)] == [ERIN]


async def test_who_is_not_allowed_any_more_is_left_alone_and_kept(world: World) -> None:
    await world.sleeping(DANA, world.worker(), until=NOON)
    await world.hears(ERIN, "Hello")
    assert [claim.user for claim in await world.worker(allowed=frozenset({ERIN})).claim(NOON, 5)] == [ERIN]
    assert [claim.user for claim in await world.worker().claim(NOON, 5)] == [DANA]


async def test_two_workers_never_have_the_same_user(world: World) -> None:
    one, other = world.worker(), world.worker()
    await world.hears(DANA, "Hello")
    await world.hears(ERIN, "Hello")

    assert [claim.user for claim in await one.claim(NOON, 1)] == [DANA]
    assert [claim.user for claim in await other.claim(NOON, 5)] == [ERIN]
    assert await one.claim(NOON, 5) == []


async def test_what_arrives_during_a_turn_is_dealt_with_at_once(world: World) -> None:
    worker = world.worker()
    await world.hears(DANA, "First")
    claim = await world.next_turn(worker)
    await world.hears(DANA, "Second")
    await worker.settle(claim, unanswered(claim), ())
    assert await worker.release(claim, NOON + HOUR)

    assert await worker.earliest_wake() == AT_ONCE
    assert words((await world.next_turn(worker)).desk()) == ["Second"]


async def test_what_arrives_and_is_read_during_a_turn_costs_one_more_look(world: World) -> None:
    worker = world.worker()
    await world.hears(DANA, "First")
    claim = await world.next_turn(worker)
    await world.hears(DANA, "Second")
    both = [(arrival.number, None) for arrival in (await world.desk(DANA)).unread]
    await worker.settle(claim, both, ())
    assert await worker.release(claim, NOON + HOUR)

    assert not await worker.release(await world.next_turn(worker), NOON + HOUR)
    assert await worker.earliest_wake() == NOON + HOUR


async def test_nobody_sleeps_over_unread_messages_or_an_owed_reply(world: World) -> None:
    worker = world.worker()
    await world.hears(DANA, "Hello")
    claim = await world.next_turn(worker)
    assert await worker.release(claim, None)

    claim = await world.next_turn(worker)
    await worker.settle(claim, answered(claim), ())
    assert await worker.release(claim, None)

    claim = await world.next_turn(worker)
    assert not await worker.release(claim, None, sent=claim.desk().owed[0].arrival)
    assert await worker.earliest_wake() is None


async def test_a_lost_lease_lets_nothing_through(world: World) -> None:
    slow, quick = world.worker(lease=RUN_OUT), world.worker()
    await world.hears(DANA, "They said no")
    lost = await world.next_turn(slow)
    held = await world.next_turn(quick)

    arrival = first_unread(lost)
    for late in (
        slow.settle(lost, answered(lost), entries(Rejected(about="a1"))),
        slow.stumbled(lost, arrival),
        slow.release(lost, NOON + HOUR, sent=arrival, entries=entries(Nudged(steps=("thank-you",)))),
        slow.put_back(lost, HOUR),
    ):
        with pytest.raises(LeaseLost):
            await late

    assert await world.desk(DANA) == held.desk()
    assert words(held.desk()) == ["They said no"]


async def test_whatever_is_done_under_a_lease_makes_it_last_again(world: World) -> None:
    slow, quick = world.worker(lease=A_WHILE), world.worker()
    await world.hears(DANA, "Hello")
    claim = await world.next_turn(slow)
    for _ in range(3):
        await world.time_passes(A_WHILE * 0.75)
        await slow.stumbled(claim, first_unread(claim))
        assert await quick.claim(NOON, 1) == []

    await world.time_passes(A_WHILE * 1.25)
    await world.next_turn(quick)
    with pytest.raises(LeaseLost):
        await slow.stumbled(claim, first_unread(claim))


async def test_a_released_user_cannot_be_released_twice(world: World) -> None:
    worker = world.worker()
    await world.hears(DANA, "Hello")
    claim = await world.next_turn(worker)
    await worker.release(claim, NOON)
    with pytest.raises(LeaseLost):
        await worker.release(claim, None)


async def test_stumbles_are_counted_over_turns(world: World) -> None:
    worker = world.worker()
    await world.hears(DANA, "Something that no one foresaw")
    for tries in (1, 2, 3):
        claim = await world.next_turn(worker)
        (arrival,) = claim.desk().unread
        assert arrival.tries == tries - 1
        assert await worker.stumbled(claim, arrival.number) == tries
        await worker.release(claim, None)


async def test_a_reply_is_owed_word_for_word_until_it_is_sent(world: World) -> None:
    reply = Outgoing(
        "Noted: <b>Acme</b>, Friday — good luck.",
        buttons=((Button("Done", "done:1"), Button("Later", "later:1")), (Button("Why?", "why:1"),)),
        edits=31,
        toast="Noted",
    )
    dies = world.worker(lease=RUN_OUT)
    await world.hears(DANA, "Acme on Friday")
    claim = await world.next_turn(dies)
    await dies.settle(claim, answered(claim, reply), ())

    desk = (await world.next_turn(world.worker())).desk()
    assert [owed.reply for owed in desk.owed] == [reply]
    assert desk.unread == ()


async def test_facts_that_cannot_be_noted_leave_the_message_unread(world: World) -> None:
    worker = world.worker()
    await world.hears(DANA, "They said no")
    claim = await world.next_turn(worker)
    await worker.settle(claim, (), entries(Rejected(about="a1")))
    with pytest.raises(Exception, match=r"(?i)unique"):
        await worker.settle(claim, answered(claim), entries(Rejected(about="a2")))

    desk = await world.desk(DANA)
    assert (words(desk), desk.owed) == (["They said no"], ())


async def test_who_rests_is_left_alone_and_stays_due(world: World) -> None:
    worker = world.worker()
    await world.sleeping(DANA, worker, until=NOON)
    assert await worker.release(await world.next_turn(worker), NOON, rest=A_WHILE)

    await world.hears(DANA, "Are you there?")
    assert await worker.claim(NOON, 5) == []
    assert await worker.earliest_wake() == AT_ONCE
    await world.time_passes(A_WHILE * 1.25)
    assert [claim.user for claim in await worker.claim(NOON, 5)] == [DANA]


async def test_a_rest_ends_with_the_turn_after_it(world: World) -> None:
    worker = world.worker()
    await world.sleeping(DANA, worker, until=NOON)
    await worker.release(await world.next_turn(worker), NOON, rest=A_WHILE)
    await world.time_passes(A_WHILE * 1.25)
    await worker.release(await world.next_turn(worker), NOON)
    assert [claim.user for claim in await worker.claim(NOON, 5)] == [DANA]


async def test_a_turn_that_broke_is_taken_again_after_a_rest(world: World) -> None:
    worker = world.worker()
    await world.hears(DANA, "Hello")
    await worker.put_back(await world.next_turn(worker), A_WHILE)
    assert await worker.claim(NOON, 5) == []
    await world.time_passes(A_WHILE * 1.25)
    assert words((await world.next_turn(worker)).desk()) == ["Hello"]


@pytest.mark.parametrize("ending", ["killed", "broken"])
async def test_many_claims_without_a_release_give_the_oldest_message_up(world: World, ending: str) -> None:
    dies = world.worker(lease=RUN_OUT)
    await world.hears(DANA, "Poison")
    await world.hears(DANA, "Hello")

    async def claimed_in_vain() -> Claim:
        for _ in range(MOST_CLAIMS):
            claim = await world.next_turn(dies)
            if ending == "broken":
                await dies.put_back(claim, NO_TIME)
        return claim

    poison, _ = (await claimed_in_vain()).desk().unread
    assert poison.tries == 0
    poison, hello = (await claimed_in_vain()).desk().unread
    assert (poison.update, poison.tries, hello.tries) == ("Poison", MOST_TRIES, 0)
    assert words((await claimed_in_vain()).desk()) == ["Hello"]


async def test_many_claims_without_an_end_put_a_reply_aside_that_cannot_be_sent(world: World) -> None:
    dies = world.worker(lease=RUN_OUT)
    await world.hears(DANA, "Hello")
    claim = await world.next_turn(dies)
    await dies.settle(claim, answered(claim), ())
    await world.hears(DANA, "Still there?")
    for _ in range(MOST_CLAIMS):
        claim = await world.next_turn(dies)

    desk = claim.desk()
    assert (words(desk), desk.owed) == (["Still there?"], ())


async def test_claims_that_end_are_not_held_against_anyone(world: World) -> None:
    worker = world.worker()
    await world.hears(DANA, "Hello")
    for _ in range(MOST_CLAIMS + 1):
        claim = await world.next_turn(worker)
        assert words(claim.desk()) == ["Hello"]
        await worker.release(claim, None)
