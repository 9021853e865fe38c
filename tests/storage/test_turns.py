"""One queue, one claim, one lease: turns as histories of messages, workers and crashes."""

from datetime import UTC, datetime, timedelta

import pytest

from assistant.ports import Button, LeaseLost, Outgoing
from rules.facts import Nudged, Rejected
from storage.turns import MOST_CLAIMS
from tests.storage.world import DANA, ERIN, HOUR, NOON, NOTED, World, entries, words

AT_ONCE = datetime(1970, 1, 1, tzinfo=UTC)
RUN_OUT = -timedelta(seconds=1)


async def test_a_whole_turn(world: World) -> None:
    worker = world.worker()
    await world.hears(DANA, "They said no")

    claim = await world.next_turn(worker)
    (arrival,) = await worker.unread(claim, 10)
    assert (arrival.update, arrival.tries) == ("They said no", 0)
    told = entries(Rejected(about="a1"), source=arrival.number)
    await worker.settle(claim, arrival.number, told, NOTED)
    assert await worker.unread(claim, 10) == []

    (owed,) = await worker.owed(claim)
    assert (owed.arrival, owed.update, owed.reply) == (arrival.number, "They said no", NOTED)
    await worker.renew(claim)
    await worker.sent(claim, arrival.number)
    assert await worker.owed(claim) == []

    await worker.release(claim, NOON + HOUR)
    assert await worker.earliest_wake() == NOON + HOUR
    assert (await world.journals.load(DANA)).entries == tuple(told)


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
    await worker.note(claim, entries(Nudged(steps=("thank-you",))))
    await worker.release(claim, NOON + HOUR)

    assert [entry.fact for entry in (await world.journals.load(DANA)).entries] == [Nudged(steps=("thank-you",))]
    assert await worker.earliest_wake() == NOON + HOUR


async def test_who_wrote_comes_before_who_is_to_be_nudged(world: World) -> None:
    worker = world.worker()
    await world.sleeping(DANA, worker, until=NOON - HOUR)
    await world.hears(ERIN, "Hello")

    assert [claim.user for claim in await worker.claim(NOON, 5)] == [ERIN, DANA]


async def test_a_slot_may_be_kept_for_nudges(world: World) -> None:
    worker = world.worker()
    await world.sleeping(DANA, worker, until=NOON - HOUR)
    await world.hears(ERIN, "Hello")

    assert [claim.user for claim in await worker.claim(NOON, 5, nudges_only=True)] == [DANA]
    assert await worker.claim(NOON, 0) == ()
    assert [claim.user for claim in await worker.claim(NOON, 5)] == [ERIN]


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
    (first,) = await worker.unread(claim, 10)
    await world.hears(DANA, "Second")
    await worker.settle(claim, first.number, (), None)
    await worker.release(claim, NOON + HOUR)

    assert await worker.earliest_wake() == AT_ONCE
    assert words(await worker.unread(await world.next_turn(worker), 10)) == ["Second"]


async def test_what_arrives_and_is_read_during_a_turn_costs_one_more_look(world: World) -> None:
    worker = world.worker()
    await world.hears(DANA, "First")
    claim = await world.next_turn(worker)
    await world.hears(DANA, "Second")
    for arrival in await worker.unread(claim, 10):
        await worker.settle(claim, arrival.number, (), None)
    await worker.release(claim, NOON + HOUR)
    assert await worker.earliest_wake() == AT_ONCE

    await worker.release(await world.next_turn(worker), NOON + HOUR)
    assert await worker.earliest_wake() == NOON + HOUR


async def test_nobody_sleeps_over_unread_messages_or_an_owed_reply(world: World) -> None:
    worker = world.worker()
    await world.hears(DANA, "Hello")
    claim = await world.next_turn(worker)
    (arrival,) = await worker.unread(claim, 10)
    await worker.release(claim, None)
    assert await worker.earliest_wake() == AT_ONCE

    claim = await world.next_turn(worker)
    await worker.settle(claim, arrival.number, (), NOTED)
    await worker.release(claim, None)
    assert await worker.earliest_wake() == AT_ONCE

    claim = await world.next_turn(worker)
    await worker.sent(claim, arrival.number)
    await worker.release(claim, None)
    assert await worker.earliest_wake() is None


async def test_a_lost_lease_lets_nothing_through(world: World) -> None:
    slow, quick = world.worker(lease=RUN_OUT), world.worker()
    await world.hears(DANA, "They said no")
    lost = await world.next_turn(slow)
    (arrival,) = await slow.unread(lost, 10)
    held = await world.next_turn(quick)

    for late in (
        slow.renew(lost),
        slow.unread(lost, 10),
        slow.owed(lost),
        slow.settle(lost, arrival.number, entries(Rejected(about="a1")), NOTED),
        slow.sent(lost, arrival.number),
        slow.stumbled(lost, arrival.number),
        slow.note(lost, entries(Nudged(steps=("thank-you",)))),
        slow.hold(lost, NOON + HOUR),
        slow.release(lost, NOON + HOUR),
    ):
        with pytest.raises(LeaseLost):
            await late

    assert (await world.journals.load(DANA)).entries == ()
    assert await quick.unread(held, 10) == [arrival]
    assert await quick.owed(held) == []


async def test_a_lease_that_ran_out_can_be_renewed_until_somebody_takes_over(world: World) -> None:
    slow, quick = world.worker(lease=RUN_OUT), world.worker()
    await world.hears(DANA, "Hello")
    claim = await world.next_turn(slow)
    await slow.renew(claim)

    await world.next_turn(quick)
    with pytest.raises(LeaseLost):
        await slow.renew(claim)


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
        (arrival,) = await worker.unread(claim, 10)
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
    (arrival,) = await dies.unread(claim, 10)
    await dies.settle(claim, arrival.number, (), reply)

    lives = world.worker()
    claim = await world.next_turn(lives)
    assert [owed.reply for owed in await lives.owed(claim)] == [reply]
    assert await lives.unread(claim, 10) == []


async def test_facts_that_cannot_be_noted_leave_the_message_unread(world: World) -> None:
    worker = world.worker()
    await world.hears(DANA, "They said no")
    claim = await world.next_turn(worker)
    (arrival,) = await worker.unread(claim, 10)
    await worker.note(claim, entries(Rejected(about="a1")))
    with pytest.raises(Exception, match=r"(?i)unique"):
        await worker.settle(claim, arrival.number, entries(Rejected(about="a2")), NOTED)

    assert await worker.unread(claim, 10) == [arrival]
    assert await worker.owed(claim) == []


async def test_who_is_held_is_left_alone_and_stays_due(world: World) -> None:
    worker = world.worker()
    await world.sleeping(DANA, worker, until=NOON)
    claim = await world.next_turn(worker)
    await worker.hold(claim, NOON + HOUR)
    await worker.release(claim, NOON)

    await world.hears(DANA, "Are you there?")
    assert await worker.claim(NOON, 5) == []
    assert await worker.earliest_wake() == AT_ONCE


async def test_a_hold_of_no_length_holds_nobody(world: World) -> None:
    worker = world.worker()
    await world.sleeping(DANA, worker, until=NOON)
    claim = await world.next_turn(worker)
    await worker.hold(claim, NOON)
    await worker.release(claim, NOON)
    assert [claim.user for claim in await worker.claim(NOON, 5)] == [DANA]


async def test_ten_claims_without_an_end_put_the_oldest_message_aside(world: World) -> None:
    dies = world.worker(lease=RUN_OUT)
    await world.hears(DANA, "Poison")
    await world.hears(DANA, "Hello")
    for _ in range(MOST_CLAIMS):
        assert words(await dies.unread(await world.next_turn(dies), 10)) == ["Poison", "Hello"]
    for _ in range(MOST_CLAIMS):
        assert words(await dies.unread(await world.next_turn(dies), 10)) == ["Hello"]

    lives = world.worker()
    claim = await world.next_turn(lives)
    assert await lives.unread(claim, 10) == []
    await lives.release(claim, None)
    assert await lives.earliest_wake() is None


async def test_ten_claims_without_an_end_put_a_reply_aside_that_cannot_be_sent(world: World) -> None:
    dies = world.worker(lease=RUN_OUT)
    await world.hears(DANA, "Hello")
    claim = await world.next_turn(dies)
    (arrival,) = await dies.unread(claim, 10)
    await dies.settle(claim, arrival.number, (), NOTED)
    await world.hears(DANA, "Still there?")
    for _ in range(MOST_CLAIMS):
        claim = await world.next_turn(dies)

    assert await dies.owed(claim) == []
    assert words(await dies.unread(claim, 10)) == ["Still there?"]


async def test_claims_that_end_are_not_held_against_anyone(world: World) -> None:
    worker = world.worker()
    await world.hears(DANA, "Hello")
    for _ in range(2 * MOST_CLAIMS):
        claim = await world.next_turn(worker)
        assert words(await worker.unread(claim, 10)) == ["Hello"]
        await worker.release(claim, None)
