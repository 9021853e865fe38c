"""How applications end, what reopens them, and offers until they are answered."""

import pytest

from rules.facts import Fact, InterviewHeld, Verdict
from tests.rules.telling import (
    BAD,
    GREAT,
    WAIT,
    advice,
    all_advice,
    answered,
    cancelled,
    closed,
    declined,
    felt,
    followed_up,
    gut,
    held,
    knows,
    next_round,
    offered,
    planned,
    rejected,
    reopened,
    replied,
    tell,
    thanked,
    window,
)

GREAT_ONE = tell("Thu 5 Mar 16:30", held("Thu 5 Mar 15:00"), felt(GREAT), thanked())
ASKED_ONCE = GREAT_ONE.then("Thu 12 Mar 10:00", followed_up())


@pytest.mark.parametrize("act", [replied(), next_round(), offered(), planned("Fri 10 Apr 10:00", number=2), reopened()])
@pytest.mark.parametrize("ending", [closed(), rejected(), declined()])
def test_their_act_or_the_users_wish_reopens_anything(ending: Fact, act: Fact) -> None:
    story = GREAT_ONE.then("Tue 10 Mar 10:00", ending).then("Tue 7 Apr 10:00", act)
    assert story.plan.applications[0].is_open


@pytest.mark.parametrize("act", [thanked(), followed_up(), felt(BAD), answered()])
def test_nothing_else_reopens(act: Fact) -> None:
    story = GREAT_ONE.then("Tue 10 Mar 10:00", rejected()).then("Tue 10 Mar 12:00", act)
    assert not story.plan.applications[0].is_open


def test_acme_calls_a_month_after_the_letting_go() -> None:
    story = ASKED_ONCE.then("Fri 20 Mar 10:00", followed_up()).then("Fri 27 Mar 10:00", closed())
    assert advice(story, "Mon 27 Apr 10:00") == WAIT
    assert advice(story.then("Mon 27 Apr 10:00", replied()), "Mon 27 Apr 10:00") == "they-replied"


def test_reopening_takes_back_what_the_gut_said() -> None:
    let_go = ASKED_ONCE.then("Thu 19 Mar 10:00", gut(Verdict.LET_GO)).then("Thu 19 Mar 10:05", closed())
    assert advice(let_go.then("Fri 20 Mar 10:00", reopened()), "Fri 20 Mar 10:00") == "gut"


def test_an_offer_that_is_asked_about_leads_to_no_gut_question_and_no_letting_go_before_its_deadline() -> None:
    story = GREAT_ONE.then("Tue 10 Mar 10:00", offered(deadline="Fri 27 Mar"))
    assert not knows(story.then("Wed 11 Mar 10:00", followed_up()), "gut")
    story = story.then("Wed 11 Mar 10:00", followed_up(times=2))
    assert all_advice(story, "Thu 26 Mar 12:00") == ["offer"]
    assert all_advice(story, "Sat 28 Mar 12:00") == ["let-go"]


def test_a_deadline_told_later_belongs_to_the_same_offer() -> None:
    story = GREAT_ONE.then("Tue 10 Mar 10:00", offered())
    later = story.then("Wed 11 Mar 10:00", offered(deadline="Fri 13 Mar"))
    assert later.step("offer").key == story.step("offer").key
    assert window(later, "offer")[1] == "Sat 14 Mar 00:00"


def test_an_interview_cancelled_from_the_middle_of_the_story() -> None:
    story = tell("Fri 6 Mar 10:00", cancelled(on="Wed 4 Mar"))
    assert advice(story, "Fri 6 Mar 10:00") == "new-date"
    assert not any(isinstance(entry.fact, InterviewHeld) for entry in story.journal.entries)
