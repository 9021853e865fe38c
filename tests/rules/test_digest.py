"""The digest: on the mornings chosen, what is for today, whose word is waited for, who is quiet; else nothing."""

from rules.digest import DIGEST
from rules.facts import Muted, Nudged, SettingChanged, Unmuted, Unreachable
from tests.rules.telling import GREAT, UNSURE, Story, due, felt, held, planned, promised, tell, thanked, wakes

DAILY = {"digest_days": "0,1,2,3,4,5,6"}
WAITING = (held("Mon 2 Mar 15:00"), felt(GREAT), promised("Fri 6 Mar"), thanked())


def digest(story: Story, at: str) -> tuple[list[str], list[str], list[str]] | None:
    """The rules of today's steps, and the applications waited for and quiet, at that moment."""
    found = story.plan.digest(story.instant(at))
    if found is None:
        return None
    today, waiting, quiet = found.today, found.waiting, found.quiet
    return [step.rule.id for step in today], [app.key for app in waiting], [app.key for app in quiet]


def said(story: Story, at: str) -> Story:
    return story.noted(at, Nudged(steps=(DIGEST,)))


def test_it_is_off_until_days_are_chosen() -> None:
    story = tell("Mon 2 Mar 16:30", *WAITING)
    assert digest(story, "Tue 3 Mar 09:30") is None
    assert wakes(story, "Mon 2 Mar 16:31") == "Tue 10 Mar 09:30"


def test_it_comes_at_the_morning_hour_of_a_chosen_day_and_for_four_hours() -> None:
    story = tell("Mon 2 Mar 16:30", *WAITING, settings={"digest_days": "2", "morning": "07:30", "quiet_until": "07:00"})
    assert wakes(story, "Mon 2 Mar 16:31") == "Wed 4 Mar 07:30"
    assert digest(story, "Wed 4 Mar 07:29") is None
    assert digest(story, "Wed 4 Mar 07:30") == ([], ["a1"], [])
    assert digest(story, "Wed 4 Mar 11:29") == ([], ["a1"], [])
    assert digest(story, "Wed 4 Mar 11:30") is None
    assert wakes(story, "Wed 4 Mar 11:30") == "Tue 10 Mar 07:30"


def test_it_obeys_quiet_hours() -> None:
    story = tell("Mon 2 Mar 16:30", *WAITING, settings={**DAILY, "morning": "07:00"})
    assert wakes(story, "Mon 2 Mar 16:31") == "Tue 3 Mar 08:00"
    assert digest(story, "Tue 3 Mar 07:59") is None


def test_it_is_said_once_a_day() -> None:
    story = said(tell("Mon 2 Mar 16:30", *WAITING, settings=DAILY), "Tue 3 Mar 09:30")
    assert digest(story, "Tue 3 Mar 09:31") is None
    assert wakes(story, "Tue 3 Mar 09:31") == "Wed 4 Mar 09:30"


def test_with_nothing_to_say_nobody_is_woken() -> None:
    story = tell("Mon 2 Mar 16:30", planned("Thu 12 Mar 15:00"), settings=DAILY)
    assert wakes(story, "Mon 2 Mar 16:31") == "Thu 12 Mar 09:30"
    assert digest(story, "Wed 11 Mar 09:30") is None
    assert digest(story, "Thu 12 Mar 09:30") == (["prepare"], [], [])
    assert wakes(tell("Mon 2 Mar 16:30", settings=DAILY), "Mon 2 Mar 16:31") is None


def test_what_is_due_comes_at_the_same_wake() -> None:
    story = tell("Mon 2 Mar 16:30", *WAITING, settings=DAILY)
    assert due(story, "Tue 10 Mar 09:30") == ["check-in"]
    assert digest(story, "Tue 10 Mar 09:30") == (["check-in"], [], [])


def test_a_promise_is_waited_for_until_its_day_is_over_and_silence_is_told_after_two_weeks() -> None:
    story = tell(
        "Mon 2 Mar 16:30", held("Mon 2 Mar 15:00"), felt(UNSURE), thanked(), promised("Tue 10 Mar"), settings=DAILY
    )
    assert digest(story, "Tue 10 Mar 09:30") == ([], ["a1"], [])
    assert digest(story, "Wed 11 Mar 09:30") is None
    assert digest(story, "Tue 17 Mar 09:30") == ([], [], ["a1"])
    assert digest(story, "Thu 19 Mar 09:30") == (["check-in-unsure"], [], [])


def test_what_is_to_be_let_go_of_is_no_news_after_three_days() -> None:
    story = tell("Mon 2 Mar 16:30", held("Mon 2 Mar 15:00"), felt(UNSURE), thanked(), settings=DAILY)
    assert story.written(story.step("let-go").opens) == "Wed 29 Apr 09:30"
    assert digest(story, "Wed 29 Apr 09:30") == (["let-go"], [], [])
    assert digest(story, "Mon 4 May 09:30") == (["let-go"], [], [])
    assert digest(story, "Tue 5 May 09:30") is None
    assert wakes(said(story, "Mon 4 May 09:30").nudged("Mon 4 May 09:30"), "Tue 5 May 09:30") is None


def test_an_application_that_is_hushed_is_neither_told_nor_rung_and_stays_advice() -> None:
    story = tell("Mon 2 Mar 16:30", *WAITING, settings=DAILY).then("Mon 2 Mar 17:00", Muted(about="a1"))
    assert wakes(story, "Mon 2 Mar 17:01") is None
    assert digest(story, "Tue 3 Mar 09:30") is None
    assert [step.rule.id for step in story.plan.at(story.instant("Tue 10 Mar 12:00")).now] == ["check-in"]
    assert wakes(story.undone("Mon 2 Mar 17:02"), "Mon 2 Mar 17:03") == "Tue 3 Mar 09:30"
    heard = story.then("Mon 9 Mar 10:00", Unmuted(about="a1"))
    assert due(heard, "Tue 10 Mar 09:30") == ["check-in"]


def test_nobody_who_cannot_be_reached_gets_one() -> None:
    story = tell("Mon 2 Mar 16:30", *WAITING, settings=DAILY).noted("Mon 2 Mar 17:00", Unreachable())
    assert digest(story, "Tue 3 Mar 09:30") is None


def test_a_new_clock_moves_it() -> None:
    story = tell("Mon 2 Mar 16:30", *WAITING, settings=DAILY)
    moved = story.then("Mon 2 Mar 17:00", SettingChanged(name="zone", value="America/New_York"))
    assert digest(moved, "Mon 2 Mar 17:00") is None
    assert wakes(moved, "Mon 2 Mar 17:01") == "Tue 3 Mar 15:30"


def test_chosen_in_the_middle_of_a_morning_it_begins_with_the_next() -> None:
    story = tell("Mon 2 Mar 09:00", planned("Tue 3 Mar 15:00"))
    chosen = story.then("Tue 3 Mar 10:00", SettingChanged(name="digest_days", value="0,1,2,3,4"))
    assert digest(chosen, "Tue 3 Mar 10:01") is None
    chosen = story.then("Tue 3 Mar 09:00", SettingChanged(name="digest_days", value="0,1,2,3,4"))
    assert digest(chosen, "Tue 3 Mar 09:30") == (["prepare"], [], [])
