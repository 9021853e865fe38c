"""A user's turn: what is owed, then the messages in order, then what is due; nothing sent before it is noted."""

from datetime import timedelta

import pytest
from turn_fakes import NOW, Ledger, said, turn

from assistant.ports import LeaseLost, Outgoing, Owed, Refused, TryLater, Unreachable
from assistant.turn import MESSAGES_IN_A_TURN
from rules import facts as f
from rules.journal import Journal
from rules.moments import Day
from rules.plan import make_plan

HELD_THIS_MORNING = Journal(default_zone="Europe/Berlin").noting(
    [
        f.Applied(about="a1", company="Acme"),
        f.InterviewHeld(about="a1", interview=1, happened=Day(NOW.date())),
        f.Felt(about="a1", feeling=f.Feeling.GREAT),
    ],
    NOW.replace(hour=9),
    source=1,
)
AN_OWED_REPLY = Owed(arrival=9, update="earlier", reply=Outgoing("an owed reply"))
HALF_A_MINUTE = timedelta(seconds=30)


def calls(ledger, *names):
    return [call for call in ledger.log if call[0] in names]


async def test_owed_replies_come_first_then_the_messages_in_order_then_what_is_due():
    ledger = Ledger(HELD_THIS_MORNING, said("thanks!", "/help"), [AN_OWED_REPLY])
    owed, thanks, help_, nudge = await turn(ledger)
    assert owed == "an owed reply"
    assert thanks.startswith("You are welcome")
    assert help_.startswith("Write to me in your own words")
    assert "thank-you" in nudge
    assert f.Nudged in {type(fact) for fact in ledger.noted}


async def test_nothing_is_sent_before_it_is_settled():
    ledger = Ledger(arrivals=said("/help", "/now"))
    await turn(ledger)
    assert calls(ledger, "settled", "send", "sent") == [
        ("settled", 1),
        ("send", "/help"),
        ("sent", 1),
        ("settled", 2),
        ("send", "/now"),
        ("sent", 2),
    ]


async def test_the_lease_is_renewed_before_every_send():
    ledger = Ledger(HELD_THIS_MORNING, said("/help"), [AN_OWED_REPLY])
    await turn(ledger)
    happened = [call[0] for call in calls(ledger, "renew", "send")]
    assert happened == ["renew", "send"] * 3


async def test_a_message_settles_what_was_due():
    ledger = Ledger(HELD_THIS_MORNING, said("thank-you sent to Acme"))
    (reply,) = await turn(ledger)
    assert reply.startswith("Noted for <b>Acme</b>: thank-you sent.")


async def test_nobody_is_nudged_before_all_they_wrote_is_heard():
    ledger = Ledger(HELD_THIS_MORNING, said(*["/help"] * (MESSAGES_IN_A_TURN + 2)))
    texts = await turn(ledger)
    assert len(texts) == MESSAGES_IN_A_TURN
    assert ledger.log[-1] == ("release", NOW)


async def test_the_user_is_due_again_at_the_plans_next_ring():
    ledger = Ledger(HELD_THIS_MORNING)
    await turn(ledger)
    left = HELD_THIS_MORNING.noting([fact for fact in ledger.noted if isinstance(fact, f.Nudged)], NOW)
    assert ledger.log[-1] == ("release", make_plan(left).next_ring(NOW))


async def test_somebody_with_nothing_open_is_never_due():
    ledger = Ledger(arrivals=said("hello"))
    await turn(ledger)
    assert ledger.log[-1] == ("release", None)


async def test_a_send_that_may_work_later_holds_the_user_and_gives_the_turn_back():
    ledger = Ledger(arrivals=said("/help", "/now"))
    await turn(ledger, fails=TryLater(HALF_A_MINUTE))
    assert calls(ledger, "settled", "sent", "hold", "release") == [
        ("settled", 1),
        ("hold", NOW + HALF_A_MINUTE),
        ("release", NOW),
    ]


async def test_a_nudge_that_may_work_later_is_not_noted_as_said():
    ledger = Ledger(HELD_THIS_MORNING)
    await turn(ledger, fails=TryLater(HALF_A_MINUTE))
    assert ledger.noted == []


async def test_whoever_cannot_be_reached_is_noted_and_not_nudged():
    ledger = Ledger(HELD_THIS_MORNING, said("/help"))
    await turn(ledger, fails=Unreachable())
    assert [fact for fact in ledger.noted if not isinstance(fact, f.Shown)] == [f.Unreachable()]
    assert calls(ledger, "send", "sent", "release") == [("send", "/help"), ("sent", 1), ("release", None)]


async def test_a_nudge_that_reaches_nobody_is_not_noted_as_said():
    ledger = Ledger(HELD_THIS_MORNING)
    await turn(ledger, fails=Unreachable())
    assert ledger.noted == [f.Unreachable()]


async def test_what_is_refused_for_good_counts_as_sent():
    ledger = Ledger(arrivals=said("/help", "/now"))
    await turn(ledger, fails=Refused())
    assert calls(ledger, "sent", "release") == [("sent", 1), ("sent", 2), ("release", None)]


async def test_three_errors_are_answered_with_an_apology_and_later_messages_are_heard():
    ledger = Ledger(arrivals=said("boom", "hello"))
    sorry, hello = await turn(ledger)
    assert sorry.startswith("Something went wrong on my side")
    assert hello.startswith("Hello.")
    assert calls(ledger, "stumbled") == [("stumbled", 1)] * 3


async def test_the_tries_of_earlier_turns_count():
    ledger = Ledger(arrivals=said("boom", tries=2))
    (sorry,) = await turn(ledger)
    assert sorry.startswith("Something went wrong")
    assert calls(ledger, "stumbled") == [("stumbled", 1)]


async def test_a_lost_lease_ends_the_turn_at_once():
    ledger = Ledger(arrivals=said("/help"))
    with pytest.raises(LeaseLost):
        await turn(ledger, fails=LeaseLost())
    assert calls(ledger, "sent", "hold", "release") == []
