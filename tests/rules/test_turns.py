"""Turns of follow-ups: what begins one, what counts within it, and telling from the middle of the story."""

import pytest

from rules.facts import Fact, Stage, Verdict
from tests.rules.telling import (
    BAD,
    GREAT,
    UNSURE,
    WAIT,
    Story,
    advice,
    all_advice,
    answered,
    call_arranged,
    cancelled,
    due,
    felt,
    followed_up,
    gut,
    held,
    knows,
    moved,
    next_round,
    planned,
    promised,
    rejected,
    replied,
    silent,
    tell,
    thanked,
    window,
)

GREAT_ONE = tell("Thu 5 Mar 16:30", held("Thu 5 Mar 15:00"), felt(GREAT), thanked())
ASKED_ONCE = GREAT_ONE.then("Thu 12 Mar 10:00", followed_up())


def turn(story: Story) -> str:
    (application,) = story.plan.applications
    assert application.turn is not None
    return application.turn.key


def test_emailed_them_twice_and_nothing() -> None:
    story = tell("Mon 16 Mar 10:00", followed_up(times=2))
    assert advice(story, "Mon 16 Mar 10:00") == "let-go"


def test_six_weeks_ago_great_and_never_wrote() -> None:
    story = tell("Thu 16 Apr 12:00", held("Thu 5 Mar"), felt(GREAT))
    assert advice(story, "Thu 16 Apr 12:00") == "check-in"
    assert window(story, "check-in") == ("Thu 12 Mar 09:30", "Mon 27 Apr 09:30")


def test_a_fixed_second_round_settles_every_earlier_follow_up() -> None:
    for story in (GREAT_ONE, ASKED_ONCE, ASKED_ONCE.then("Thu 19 Mar 12:00", gut(Verdict.WRITE))):
        fixed = story.then("Fri 20 Mar 10:00", planned("Fri 3 Jul 10:00", number=2))
        assert not {"check-in", "gut", "second"} & {step.rule.id for step in fixed.plan.steps}
        assert all_advice(fixed, "Mon 11 May 10:00") == ["prepare"]


def test_two_days_are_no_reason_for_another() -> None:
    assert advice(ASKED_ONCE, "Sat 14 Mar 10:00") == WAIT
    assert advice(ASKED_ONCE, "Thu 19 Mar 09:30") == "gut"


def test_a_reply_begins_a_new_turn_in_which_follow_ups_count_anew() -> None:
    story = ASKED_ONCE.then("Fri 13 Mar 10:00", replied()).then("Fri 13 Mar 10:05", answered())
    assert window(story, "check-in")[0] == "Fri 27 Mar 09:30"
    again = story.then("Mon 30 Mar 10:00", followed_up())
    assert window(again, "gut")[0] == "Tue 7 Apr 09:30"


def test_a_promise_that_still_runs_outlives_a_reply_and_a_past_one_does_not() -> None:
    story = GREAT_ONE.then("Fri 6 Mar 10:00", promised("Fri 20 Mar"))
    assert window(story.then("Tue 10 Mar 10:00", replied()), "check-in")[0] == "Tue 24 Mar 09:30"
    late = story.then("Mon 23 Mar 10:00", replied()).then("Mon 23 Mar 10:05", answered())
    assert window(late, "check-in")[0] == "Wed 8 Apr 09:30"


def test_the_day_of_a_call_is_a_promise_too() -> None:
    story = GREAT_ONE.then("Fri 6 Mar 10:00", call_arranged("Tue 10 Mar"))
    assert window(story, "check-in")[0] == "Thu 12 Mar 09:30"
    sooner_than_said = GREAT_ONE.then("Fri 6 Mar 09:00", promised("Fri 20 Mar")).then(
        "Fri 6 Mar 10:00", call_arranged("Tue 10 Mar")
    )
    assert window(sooner_than_said, "check-in")[0] == "Thu 12 Mar 09:30"


def test_news_before_the_day_of_a_call_is_no_news_of_it() -> None:
    story = GREAT_ONE.then("Fri 6 Mar 10:00", call_arranged("Tue 10 Mar 15:00")).then("Mon 9 Mar 10:00", replied())
    assert due(story, "Tue 10 Mar 15:15") == ["confirmed-call"]
    assert silent(story.then("Tue 10 Mar 14:30", replied()), "Tue 10 Mar 15:15")
    assert not knows(story.then("Mon 9 Mar 11:00", call_arranged("Thu 12 Mar")), "confirmed-call")


def test_an_invitation_without_a_date_is_answered_and_followed_up_whatever_the_feeling_was() -> None:
    story = tell("Thu 5 Mar 16:30", held("Thu 5 Mar 15:00"), felt(UNSURE), thanked()).then(
        "Tue 10 Mar 10:00", next_round()
    )
    assert advice(story, "Tue 10 Mar 10:00") == "they-replied"
    assert window(story, "check-in")[0] == "Tue 24 Mar 09:30"


def test_an_unsure_gut_that_wants_to_write_makes_it_a_normal_check_in() -> None:
    story = tell("Thu 5 Mar 16:30", held("Thu 5 Mar 15:00"), felt(UNSURE), thanked())
    assert advice(story, "Thu 19 Mar 09:30") == "check-in-unsure"
    assert advice(story.then("Thu 19 Mar 10:00", gut(Verdict.WRITE)), "Thu 19 Mar 10:00") == "check-in"
    assert advice(story.then("Thu 19 Mar 10:00", gut(Verdict.LET_GO)), "Thu 19 Mar 10:00") == "let-go"
    waiting = story.then("Thu 19 Mar 10:00", gut(Verdict.WAIT, "Wed 25 Mar"))
    assert window(waiting, "check-in")[0] == "Wed 25 Mar 09:30"


def test_a_gut_that_waits_without_a_day_waits_a_week() -> None:
    assert window(ASKED_ONCE.then("Thu 19 Mar 12:00", gut(Verdict.WAIT)), "second")[0] == "Thu 26 Mar 09:30"


def test_a_bad_one_is_thanked_for_and_let_go_without_a_follow_up() -> None:
    story = tell("Thu 5 Mar 16:30", held("Thu 5 Mar 15:00"), felt(BAD))
    assert due(story, "Thu 5 Mar 18:00") == ["thank-you"]
    assert advice(story, "Thu 12 Mar 09:30") == "let-go"
    assert not {"check-in", "gut", "second"} & {step.rule.id for step in story.plan.steps}


def test_after_a_cancelled_interview_the_request_for_a_date_counts_as_the_first_follow_up() -> None:
    story = tell("Mon 2 Mar 10:00", planned("Thu 5 Mar 15:00")).then("Wed 4 Mar 12:00", cancelled())
    assert due(story, "Fri 6 Mar 09:30") == ["new-date"]
    asked = story.then("Fri 6 Mar 10:00", followed_up())
    assert window(asked, "gut")[0] == "Fri 13 Mar 09:30"


def test_an_interview_that_nobody_reports_is_asked_about_until_a_check_in_would_have_closed() -> None:
    story = tell("Mon 2 Mar 10:00", planned("Thu 5 Mar 15:00"))
    assert all_advice(story, "Mon 20 Apr 12:00") == ["how-did-it-go"]
    assert all_advice(story, "Mon 27 Apr 09:30") == ["let-go"]


@pytest.mark.parametrize(
    "fact", [thanked(), followed_up(), replied(), next_round(), felt(GREAT), promised("Fri 13 Mar")]
)
def test_whoever_does_or_hears_more_after_an_interview_has_had_it(fact: Fact) -> None:
    story = tell("Mon 2 Mar 10:00", planned("Thu 5 Mar 15:00")).then("Fri 6 Mar 12:00", fact)
    (application,) = story.plan.applications
    assert [interview.number for interview in application.held] == [1]
    assert application.ahead == ()
    assert "prepare" not in {step.rule.id for step in story.plan.steps}


def test_a_word_before_an_interview_does_not_make_it_held() -> None:
    story = tell("Mon 2 Mar 10:00", planned("Thu 5 Mar 15:00")).then("Tue 3 Mar 12:00", replied())
    assert not knows(story, "thank-you")
    assert knows(story, "prepare")


def test_a_later_interview_held_ends_the_waiting_for_a_report_of_an_earlier_one() -> None:
    story = tell("Mon 2 Mar 10:00", planned("Thu 5 Mar 15:00")).then(
        "Mon 9 Mar 12:00", planned("Tue 10 Mar 10:00", number=2)
    )
    told = story.then("Tue 10 Mar 12:00", held(number=2), felt(GREAT))
    assert window(told, "check-in")[0] == "Tue 17 Mar 09:30"


def test_a_feeling_about_no_interview_in_particular_is_about_the_one_just_over() -> None:
    story = GREAT_ONE.then("Mon 9 Mar 10:00", held("Fri 6 Mar 10:00", number=2))
    first, second = story.plan.applications[0].interviews
    assert (first.feeling, second.feeling) == (GREAT, None)


def test_the_same_interview_told_twice_is_one() -> None:
    once = tell("Thu 5 Mar 16:30", held(), felt(GREAT))
    twice = once.then("Fri 6 Mar 12:00", held(stage=Stage.FINAL))
    assert twice.step("thank-you").opens == once.step("thank-you").opens
    assert twice.plan.applications[0].interviews[0].stage is Stage.FINAL


def test_an_hour_that_was_planned_holds_for_the_day_that_is_told() -> None:
    story = tell("Mon 2 Mar 10:00", planned("Thu 5 Mar 15:00")).then("Fri 6 Mar 12:00", held("Thu 5 Mar"))
    assert window(story, "thank-you")[0] == "Thu 5 Mar 16:00"


def test_told_as_over_without_a_time_it_ended_at_the_telling_or_at_six() -> None:
    assert window(tell("Thu 5 Mar 14:10", held("Thu 5 Mar")), "thank-you")[0] == "Thu 5 Mar 14:10"
    assert window(tell("Thu 5 Mar 19:10", held("Thu 5 Mar")), "thank-you")[0] == "Thu 5 Mar 19:10"
    assert window(tell("Thu 5 Mar 14:10", held("Wed 4 Mar")), "thank-you")[0] == "Wed 4 Mar 18:00"


def test_an_end_that_was_rounded_up_does_not_outrun_what_was_told_with_it() -> None:
    story = tell(
        "Thu 5 Mar 15:58", held("Thu 5 Mar 15:00", ended="Thu 5 Mar 16:00"), felt(GREAT), promised("Fri 6 Mar")
    )
    assert window(story, "check-in")[0] == "Tue 10 Mar 09:30"


def test_an_earlier_fact_told_late_leaves_the_turn_as_it_was() -> None:
    replied_once = GREAT_ONE.then("Fri 13 Mar 10:00", replied())
    nudged = replied_once.nudged("Mon 16 Mar 09:30")
    late = nudged.then("Mon 16 Mar 10:00", followed_up("Tue 10 Mar"), thanked("Dana", on="Fri 6 Mar"))
    assert turn(late) == turn(replied_once)
    assert late.plan.applications[0].turn == replied_once.plan.applications[0].turn
    assert silent(late, "Mon 16 Mar 10:00")


def test_a_moved_interview_stays_the_thing_its_turn_hangs_on() -> None:
    story = tell("Mon 2 Mar 10:00", planned("Thu 5 Mar 15:00")).then("Tue 3 Mar 10:00", moved("Fri 6 Mar 15:00"))
    assert turn(story.then("Fri 6 Mar 16:30", held())) == "i1"


@pytest.mark.parametrize(
    "facts", [(followed_up("Tue 10 Mar"), replied("Tue 10 Mar")), (replied("Tue 10 Mar"), followed_up("Tue 10 Mar"))]
)
def test_within_a_day_without_hours_what_the_user_did_comes_before_their_answer(facts: tuple[Fact, ...]) -> None:
    story = GREAT_ONE.then("Thu 12 Mar 10:00", *facts)
    (application,) = story.plan.applications
    assert application.turn is not None
    assert application.turn.follow_ups == ()


def test_a_reply_and_a_rejection_on_one_day_are_a_rejection() -> None:
    story = GREAT_ONE.then("Thu 12 Mar 10:00", rejected(on="Tue 10 Mar"), replied("Tue 10 Mar"))
    assert not story.plan.applications[0].is_open


def test_an_answer_on_the_day_of_their_reply_answers_it() -> None:
    story = GREAT_ONE.then("Wed 11 Mar 10:00", answered("Tue 10 Mar"), replied("Tue 10 Mar"))
    assert not knows(story, "they-replied")


def test_whatever_was_done_late_that_day_was_done_after_the_interview() -> None:
    story = tell("Fri 6 Mar 10:00", held("Thu 5 Mar 20:00"), thanked(on="Thu 5 Mar"))
    assert not knows(story, "thank-you")
