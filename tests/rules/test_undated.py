"""An interview that nobody dated, and what is decided about it (decision 12); a choice to write is reminded of."""

from datetime import date

from rules.calendar import public_holidays
from rules.facts import Verdict
from tests.rules.telling import (
    GOOD,
    UNSURE,
    advice,
    all_advice,
    call_arranged,
    felt,
    followed_up,
    gut,
    held,
    promised,
    replied,
    rings,
    tell,
    thanked,
)


def test_an_undated_interview_was_over_before_the_follow_up_that_came_after_it():
    story = tell("Mon 16 Mar 10:00", held(), felt(GOOD), followed_up("Fri 13 Mar"))
    assert "thank-you" not in all_advice(story, "Mon 16 Mar 10:01")


def test_an_undated_interview_was_over_before_the_promise_that_has_run_out():
    story = tell("Mon 16 Mar 10:00", held(), felt(GOOD), promised("Fri 6 Mar"))
    assert all_advice(story, "Mon 16 Mar 10:01") == ["check-in", "get-contact"]


def test_nobody_thanks_after_having_asked():
    story = tell("Mon 16 Mar 10:00", held(), felt(GOOD), followed_up())
    assert "thank-you" not in all_advice(story, "Mon 16 Mar 10:01")


def test_nobody_thanks_for_what_they_have_answered_since():
    story = tell("Mon 16 Mar 10:00", held(), felt(GOOD), replied())
    assert "thank-you" not in all_advice(story, "Mon 16 Mar 10:01")


def test_an_undated_interview_without_anything_after_it_was_just_now():
    assert advice(tell("Mon 16 Mar 10:00", held(), felt(GOOD)), "Mon 16 Mar 10:01") == "thank-you"


def test_whoever_chose_to_write_is_reminded_of_it_the_next_morning():
    unsure = tell("Tue 3 Mar 15:00", held("Tue 3 Mar 14:00"), felt(UNSURE), thanked())
    story = unsure.then("Tue 17 Mar 10:00", gut(Verdict.WRITE)).shown("Tue 17 Mar 10:00")
    assert advice(story, "Tue 17 Mar 10:01") == "check-in"
    assert "Wed 18 Mar 09:30" in rings(story, "check-in")


def test_the_day_of_a_call_is_no_promise_once_they_have_called():
    story = tell("Mon 2 Mar 18:00", held("Mon 2 Mar 15:00"), felt(GOOD), thanked(), call_arranged("Wed 4 Mar 15:00"))
    called = story.then("Wed 4 Mar 15:10", replied())
    assert advice(called, "Wed 4 Mar 15:11") == "they-replied"
    assert advice(called, "Fri 6 Mar 12:00") != "check-in"


def test_in_britain_easter_monday_is_off():
    assert date(2026, 4, 6) in public_holidays("GB")
