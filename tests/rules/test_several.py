"""Several applications: which advice comes first, and what rests once an offer is accepted."""

from rules.facts import Withdrew
from tests.rules.telling import (
    BAD,
    GREAT,
    WAIT,
    accepted,
    advice,
    all_advice,
    call_arranged,
    due,
    felt,
    held,
    offered,
    planned,
    promised,
    rejected,
    replied,
    silent,
    skipped,
    tell,
    thanked,
    wakes,
)

TWO_OPEN = tell("Thu 5 Mar 16:30", held("Thu 5 Mar 15:00"), felt(GREAT), thanked(), promised("Fri 6 Mar")).then(
    "Thu 5 Mar 16:40", held("Thu 5 Mar 10:00", "globex"), felt(GREAT, "globex"), thanked(company="globex")
)
TAKEN = TWO_OPEN.then("Mon 9 Mar 10:00", offered(company="globex"), accepted("globex"))


def test_nothing_known_is_nothing_to_do() -> None:
    story = tell("Thu 5 Mar 16:30")
    assert advice(story, "Thu 5 Mar 16:30") == WAIT
    assert story.plan.at(story.instant("Thu 5 Mar 16:30")).next is None
    assert wakes(story, "Thu 5 Mar 16:30") is None


def test_the_most_urgent_comes_first() -> None:
    story = tell("Thu 5 Mar 16:30", held("Thu 5 Mar 15:00"), felt(BAD), replied("Thu 5 Mar 16:10"))
    story = story.then("Thu 5 Mar 16:31", planned("Fri 6 Mar 16:30", "globex"), offered(company="initech"))
    assert all_advice(story, "Thu 5 Mar 16:31") == ["offer", "prepare", "thank-you", "they-replied", "get-contact"]


def test_an_interview_is_urgent_within_a_day_and_not_before() -> None:
    story = tell("Thu 5 Mar 16:30", planned("Fri 6 Mar 18:00", "globex"), held("Thu 5 Mar 15:00"))
    assert advice(story, "Thu 5 Mar 17:59") == "thank-you"
    assert advice(story, "Thu 5 Mar 18:00") == "prepare"


def test_a_call_and_a_rejection_come_before_questions() -> None:
    story = tell(
        "Tue 10 Mar 10:00", held("Tue 10 Mar 08:00"), rejected("globex"), call_arranged("Tue 10 Mar 11:00", "initech")
    )
    assert all_advice(story, "Tue 10 Mar 11:20")[:2] == ["confirmed-call", "rejected"]


def test_of_equals_the_first_to_close_comes_first_and_then_the_latest_told() -> None:
    (first, second) = TWO_OPEN.plan.at(TWO_OPEN.instant("Mon 16 Mar 12:00")).now
    assert (first.application.key, second.application.key) == ("a1", "a2")
    equals = tell("Thu 5 Mar 16:30", offered("Mon 9 Mar")).then("Thu 5 Mar 16:31", offered("Mon 9 Mar", "globex"))
    assert equals.plan.at(equals.instant("Thu 5 Mar 17:00")).now[0].application.key == "a2"


def test_once_an_offer_is_accepted_the_others_fall_silent() -> None:
    assert due(TWO_OPEN, "Tue 10 Mar 09:30") == ["check-in"]
    assert silent(TAKEN, "Tue 10 Mar 09:30")
    assert wakes(TAKEN, "Mon 9 Mar 10:01") is None
    assert all_advice(TAKEN, "Tue 10 Mar 09:30") == ["check-in", "withdraw", "get-contact"]


def test_whoever_keeps_the_others_hears_of_them_again() -> None:
    kept = TAKEN.then("Mon 9 Mar 10:05", skipped(TAKEN, "withdraw"))
    assert due(kept, "Tue 10 Mar 09:30") == ["check-in"]


def test_more_news_of_another_wakes_it_again() -> None:
    assert due(TAKEN.then("Tue 10 Mar 10:00", replied()), "Wed 11 Mar 09:30") == ["they-replied"]


def test_withdrawing_from_the_others_leaves_nothing() -> None:
    story = TAKEN.then("Mon 9 Mar 10:05", Withdrew(about="a1"))
    assert advice(story, "Tue 10 Mar 09:30") == WAIT
