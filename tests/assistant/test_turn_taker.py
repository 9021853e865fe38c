"""A user's turn: messages are heard in order, then one thing is said, and nothing before it is noted."""

from dataclasses import replace
from datetime import timedelta

import pytest
from turn_fakes import A_SECOND, NOW, Ledger, said, turn

from assistant.attachments import MADE_BY
from assistant.ports import (
    MESSAGES_IN_A_TURN,
    NO_TIME,
    Arrival,
    Attachment,
    LeaseLost,
    Outgoing,
    OutOfReach,
    Owed,
    Refused,
    TryLater,
    Unreachable,
)
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
AN_OWED_REPLY = Owed(arrival=0, update="earlier", reply=Outgoing("an owed reply"))
HALF_A_MINUTE = timedelta(seconds=30)


async def test_a_message_is_answered_once_it_is_settled():
    ledger = Ledger(unread=said("/help"))
    (help_,) = (await turn(ledger)).texts
    assert help_.startswith("Write to me in your own words")
    assert ledger.log == [("settled", 1), ("send", "/help"), ("release", None, 1, A_SECOND)]


async def test_a_reply_takes_along_the_file_it_names_made_of_the_journal_as_it_is_then():
    ledger = Ledger(HELD_THIS_MORNING, owed=[Owed(9, "earlier", Outgoing("Here it is", attaches=Attachment.CALENDAR))])
    (file,) = (await turn(ledger)).files
    assert b"Acme" in file.content


async def test_a_file_that_cannot_be_made_does_not_hold_up_the_words(monkeypatch):
    monkeypatch.delitem(MADE_BY, Attachment.CALENDAR)
    taken = await turn(Ledger(owed=[Owed(9, "earlier", Outgoing("Here it is", attaches=Attachment.CALENDAR))]))
    assert (taken.texts, taken.files) == (["Here it is"], [])


async def test_a_file_is_fetched_before_its_message_is_heard():
    ledger = Ledger(unread=said("google.ics"))
    (reply,) = (await turn(ledger)).texts
    assert "final interview Tue 10 Mar" in reply


async def test_what_came_before_a_file_that_cannot_be_fetched_yet_is_answered_and_nothing_after_it():
    ledger = Ledger(unread=said("/help", "google.ics", "/now"), is_due=True)
    (help_,) = (await turn(ledger, lost=TryLater(HALF_A_MINUTE))).texts
    assert help_.startswith("Write to me")
    assert ledger.log[:2] == [("stumbled", 2), ("settled", 1)]


async def test_a_file_that_cannot_be_fetched_yet_lets_the_user_rest():
    ledger = Ledger(unread=said("google.ics"), is_due=True)
    taken = await turn(ledger, lost=TryLater(HALF_A_MINUTE))
    assert ledger.log == [("stumbled", 1), ("release", NOW, None, HALF_A_MINUTE)]
    assert (taken.texts, taken.again) == ([], HALF_A_MINUTE)


@pytest.mark.parametrize(("lost", "stumbles"), [(TryLater(HALF_A_MINUTE), 2), (Refused(), 0)])
async def test_a_file_that_never_comes_gets_one_honest_line(lost, stumbles):
    (sorry,) = (await turn(Ledger(unread=said("google.ics"), stumbles=stumbles), lost=lost)).texts
    assert sorry.startswith("I could not fetch that file")


async def test_all_messages_are_heard_and_the_first_is_answered():
    ledger = Ledger(unread=said("thanks!", "/help", "/now"), is_due=True)
    taken = await turn(ledger)
    (thanks,) = taken.texts
    assert thanks.startswith("You are welcome")
    assert ledger.log == [("settled", 1, 2, 3), ("send", "thanks!"), ("release", None, 1, A_SECOND)]
    assert taken.again == A_SECOND


async def test_a_reply_owed_from_before_goes_out_first():
    ledger = Ledger(unread=said("/help"), owed=[AN_OWED_REPLY])
    assert (await turn(ledger)).texts == ["an owed reply"]
    assert ledger.log == [("settled", 1), ("send", "earlier"), ("release", None, 0, A_SECOND)]


async def test_nothing_more_is_heard_before_the_answers_to_what_was_heard_are_out():
    behind = [AN_OWED_REPLY] * MESSAGES_IN_A_TURN
    ledger = Ledger(HELD_THIS_MORNING, said("/help"), behind, is_due=True)
    taken = await turn(ledger)
    assert (taken.texts, taken.again) == (["an owed reply"], A_SECOND)
    assert not any(event[0] == "settled" for event in ledger.log)
    ledger = Ledger(unread=said("/help", "/now"), owed=behind[1:])
    await turn(ledger)
    assert ledger.log[0] == ("settled", 1)


async def test_the_news_that_no_more_is_kept_does_not_wait_for_all_that_is_unread():
    full = Owed(arrival=1000, update="{}", reply=Outgoing("That is more than I can answer"))
    ledger = Ledger(unread=said("/help"), owed=[AN_OWED_REPLY, full], is_due=True)
    ledger.unread = [replace(each, number=50) for each in ledger.unread]
    assert (await turn(ledger)).texts == ["That is more than I can answer"]
    assert ledger.log == [("send", "{}"), ("release", None, 1000, A_SECOND)]


async def test_what_is_due_is_said_when_nothing_else_is_to_be_said():
    ledger = Ledger(HELD_THIS_MORNING)
    (nudge,) = (await turn(ledger)).texts
    assert "thank-you" in nudge
    assert [type(fact) for fact in ledger.noted] == [f.Nudged]


async def test_what_was_sent_is_noted_when_the_database_is_back_and_not_sent_again():
    ledger = Ledger(HELD_THIS_MORNING, away=2)
    (nudge,) = (await turn(ledger)).texts
    assert "thank-you" in nudge
    assert [event[0] for event in ledger.log] == ["send", "waited", "waited", "release"]
    assert [type(fact) for fact in ledger.noted] == [f.Nudged]


async def test_what_was_not_sent_is_left_to_whoever_comes_next():
    with pytest.raises(OutOfReach):
        await turn(Ledger(HELD_THIS_MORNING, away=1), fails=TryLater(HALF_A_MINUTE))


async def test_nobody_is_nudged_who_is_owed_a_reply_or_has_just_written():
    ledger = Ledger(HELD_THIS_MORNING, owed=[AN_OWED_REPLY])
    assert (await turn(ledger)).texts == ["an owed reply"]
    ledger = Ledger(HELD_THIS_MORNING, unread=said("/help"))
    (help_,) = (await turn(ledger)).texts
    assert help_.startswith("Write to me")
    assert ledger.log[-1] == ("release", make_plan(HELD_THIS_MORNING).next_ring(NOW), 1, A_SECOND)


async def test_a_message_settles_what_was_due():
    ledger = Ledger(HELD_THIS_MORNING, said("thank-you sent to Acme"))
    (reply,) = (await turn(ledger)).texts
    assert reply.startswith("Noted for <b>Acme</b>: thank-you sent.")


async def test_the_user_is_due_again_at_the_plans_next_ring():
    ledger = Ledger(HELD_THIS_MORNING)
    taken = await turn(ledger)
    left = HELD_THIS_MORNING.noting(ledger.noted, NOW)
    assert ledger.log[-1] == ("release", make_plan(left).next_ring(NOW), None, A_SECOND)
    assert taken.again == A_SECOND, "what is written during the rest must not wait for the beat"


async def test_nobody_is_looked_at_again_who_has_nothing_to_hear():
    assert (await turn(Ledger())).again is None


async def test_a_send_that_may_work_later_lets_the_user_rest_and_owes_the_reply():
    ledger = Ledger(unread=said("/help", "/now"), is_due=True)
    taken = await turn(ledger, fails=TryLater(HALF_A_MINUTE))
    assert ledger.log == [("settled", 1, 2), ("send", "/help"), ("release", NOW, None, HALF_A_MINUTE)]
    assert taken.again == HALF_A_MINUTE


async def test_a_nudge_that_may_work_later_is_not_noted_as_said():
    ledger = Ledger(HELD_THIS_MORNING)
    await turn(ledger, fails=TryLater(HALF_A_MINUTE))
    assert ledger.noted == []


async def test_whoever_cannot_be_reached_is_noted_and_not_nudged():
    ledger = Ledger(HELD_THIS_MORNING, said("/help"))
    await turn(ledger, fails=Unreachable())
    assert [fact for fact in ledger.noted if not isinstance(fact, f.Shown)] == [f.Unreachable()]
    assert ledger.log[1:] == [("send", "/help"), ("release", None, 1, NO_TIME)]


async def test_a_nudge_that_reaches_nobody_is_not_noted_as_said():
    ledger = Ledger(HELD_THIS_MORNING)
    await turn(ledger, fails=Unreachable())
    assert ledger.noted == [f.Unreachable()]


async def test_what_is_refused_for_good_counts_as_sent():
    ledger = Ledger(unread=said("/help"))
    await turn(ledger, fails=Refused())
    assert ledger.log[-1] == ("release", None, 1, NO_TIME)


async def test_three_errors_are_answered_with_an_apology_and_later_messages_are_heard():
    ledger = Ledger(unread=said("boom", "hello"))
    (sorry,) = (await turn(ledger)).texts
    assert sorry.startswith("Something went wrong on my side")
    assert ledger.log[:4] == [("stumbled", 1)] * 3 + [("settled", 1, 2)]


async def test_the_tries_of_earlier_turns_count():
    ledger = Ledger(unread=said("boom", tries=2))
    (sorry,) = (await turn(ledger)).texts
    assert sorry.startswith("Something went wrong")
    assert ledger.log[:2] == [("stumbled", 1), ("settled", 1)]


async def test_a_lost_lease_ends_the_turn_at_once():
    ledger = Ledger(unread=said("/help"))
    with pytest.raises(LeaseLost):
        await turn(ledger, fails=LeaseLost())
    assert ledger.log == [("settled", 1), ("send", "/help")]


CONFIRMED = HELD_THIS_MORNING.noting([f.Shown(steps=(f.DELETION,))], NOW)


async def test_whoever_confirms_is_forgotten_before_it_is_said_and_nothing_else_is():
    ledger = Ledger(CONFIRMED, unread=said("yes, delete everything", "and one more thing"), owed=[AN_OWED_REPLY])
    (farewell,) = (await turn(ledger)).texts
    assert farewell.startswith("Everything about you is deleted")
    assert ledger.log == [("forgotten", 7), ("send", "yes, delete everything")]


async def test_a_farewell_is_said_once_telegram_takes_messages_again():
    ledger = Ledger(CONFIRMED, unread=said("yes"))
    (farewell,) = (await turn(ledger, fails=TryLater(HALF_A_MINUTE), recovers=True)).texts
    assert farewell.startswith("Everything about you is deleted")
    assert ledger.log == [("forgotten", 7), ("send", "yes"), ("waited", 30.0), ("send", "yes")]


async def test_a_farewell_is_tried_three_times():
    ledger = Ledger(CONFIRMED, unread=said("yes"))
    assert (await turn(ledger, fails=TryLater(HALF_A_MINUTE))).again == NO_TIME
    assert ledger.log == [("forgotten", 7), *[("send", "yes"), ("waited", 30.0)] * 2, ("send", "yes")]


@pytest.mark.parametrize("failure", [Unreachable(), Refused(), TryLater(timedelta(hours=1))])
async def test_a_farewell_that_does_not_arrive_is_nobodys_trouble(failure):
    ledger = Ledger(CONFIRMED, unread=said("yes"))
    assert (await turn(ledger, fails=failure)).again == NO_TIME
    assert ledger.log == [("forgotten", 7), ("send", "yes")]


async def test_messages_read_together_make_one_thought():
    ledger = Ledger(unread=said("just finished", "at Acme"))
    await turn(ledger)
    assert [fact.company for fact in ledger.noted if isinstance(fact, f.Applied)] == ["Acme"]


async def test_what_was_read_just_before_is_part_of_the_thought():
    ledger = Ledger(unread=[Arrival(2, "at Acme")], recent=[Arrival(1, "just finished")])
    await turn(ledger)
    assert any(isinstance(fact, f.InterviewHeld) for fact in ledger.noted)
