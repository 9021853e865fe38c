"""When the assistant speaks first: never twice, never at night, never too late, and when it was asked to."""

from rules.facts import Amended, Felt, Unreachable
from tests.rules.telling import (
    BERLIN,
    GREAT,
    Story,
    advice,
    call_arranged,
    closed,
    due,
    felt,
    followed_up,
    held,
    met,
    moved,
    offered,
    planned,
    promised,
    rings,
    silent,
    skipped,
    snoozed,
    tell,
    thanked,
    wakes,
    window,
)

PLANNED = tell("Mon 2 Mar 10:00", planned("Thu 5 Mar 15:00"))
BY_FRIDAY = tell("Thu 5 Mar 16:30", held("Thu 5 Mar 15:00"), felt(GREAT), promised("Fri 6 Mar"), thanked())


def test_a_ring_is_said_once() -> None:
    assert due(BY_FRIDAY, "Tue 10 Mar 09:30") == ["check-in"]
    said = BY_FRIDAY.nudged("Tue 10 Mar 09:30")
    assert silent(said, "Tue 10 Mar 09:30")
    assert silent(said, "Fri 13 Mar 09:29")
    assert due(said, "Fri 13 Mar 09:30") == ["check-in"]
    assert silent(said.nudged("Fri 13 Mar 09:30"), "Mon 20 Apr 12:00")


def test_a_reply_within_the_hour_before_has_said_it() -> None:
    assert silent(PLANNED.shown("Thu 5 Mar 08:30"), "Thu 5 Mar 09:30")
    assert due(PLANNED.shown("Thu 5 Mar 08:29"), "Thu 5 Mar 09:30") == ["prepare"]


def test_waiting_after_what_was_said_the_next_ring_is_the_one_announced() -> None:
    said = BY_FRIDAY.nudged("Tue 10 Mar 09:30")
    step = said.step("check-in")
    announced = said.plan.next_ring_of(step, said.instant("Tue 10 Mar 09:31"))
    assert announced is not None
    assert said.written(announced) == "Fri 13 Mar 09:30" == wakes(said, "Tue 10 Mar 09:31")


def test_what_is_settled_does_not_ring() -> None:
    assert silent(BY_FRIDAY.then("Mon 9 Mar 12:00", followed_up()), "Tue 10 Mar 09:30")
    assert silent(BY_FRIDAY.then("Mon 9 Mar 12:00", closed()), "Tue 10 Mar 09:30")
    assert silent(BY_FRIDAY.then("Tue 10 Mar 08:00", skipped(BY_FRIDAY, "check-in")), "Tue 10 Mar 09:30")


def test_after_three_days_off_what_is_open_is_said_once_and_what_is_over_is_not() -> None:
    story = PLANNED.then("Mon 2 Mar 10:01", call_arranged("Tue 3 Mar 12:00"))
    assert due(story, "Fri 6 Mar 13:00") == ["how-did-it-go"]
    assert silent(story.nudged("Fri 6 Mar 13:00"), "Fri 6 Mar 13:00")


def test_quiet_hours_move_a_ring_to_the_morning_hour() -> None:
    evening = tell("Thu 5 Mar 12:00", planned("Thu 5 Mar 20:00"), thanked())
    assert rings(evening, "how-did-it-go") == ["Fri 6 Mar 09:30"]
    assert rings(tell("Thu 5 Mar 12:00", planned("Fri 6 Mar 08:30")), "prepare") == ["Thu 5 Mar 20:00"]


def test_what_is_told_late_rings_at_the_telling_unless_the_reply_said_it() -> None:
    story = tell("Thu 5 Mar 14:30", planned("Thu 5 Mar 15:00"))
    assert rings(story, "prepare") == ["Thu 5 Mar 14:30"]
    assert due(story, "Thu 5 Mar 14:30") == ["prepare"]
    assert silent(story.shown("Thu 5 Mar 14:30"), "Thu 5 Mar 14:31")


def test_an_assistant_that_comes_back_at_night_waits_for_the_morning() -> None:
    assert silent(BY_FRIDAY, "Tue 10 Mar 22:00")
    assert wakes(BY_FRIDAY, "Tue 10 Mar 22:00") == "Wed 11 Mar 09:30"


def test_a_call_late_in_the_evening_is_not_asked_about_at_night_nor_the_next_day() -> None:
    story = tell("Tue 10 Mar 10:00", call_arranged("Tue 10 Mar 20:50"))
    assert rings(story, "confirmed-call") == []
    assert advice(story, "Tue 10 Mar 21:10") == "confirmed-call"


def test_snoozing_moves_the_rings_and_not_the_end() -> None:
    nudged = BY_FRIDAY.nudged("Tue 10 Mar 09:30")
    later = nudged.then("Tue 10 Mar 09:31", snoozed(nudged, "check-in", "Tue 10 Mar 10:31"))
    assert rings(later, "check-in") == ["Tue 10 Mar 10:31", "Fri 13 Mar 09:30"]
    assert window(later, "check-in") == window(nudged, "check-in")
    assert due(later, "Tue 10 Mar 10:31") == ["check-in"]
    assert silent(later.shown("Tue 10 Mar 10:30"), "Tue 10 Mar 10:30")
    assert due(later.shown("Tue 10 Mar 10:30"), "Tue 10 Mar 10:31") == ["check-in"]


def test_a_snooze_takes_the_place_of_earlier_rings_and_may_lie_in_quiet_hours() -> None:
    later = BY_FRIDAY.then("Mon 9 Mar 10:00", snoozed(BY_FRIDAY, "check-in", "Fri 13 Mar 22:00"))
    assert rings(later, "check-in") == ["Fri 13 Mar 22:00"]
    assert due(later, "Fri 13 Mar 22:00") == ["check-in"]


def test_a_chosen_moment_that_was_missed_waits_for_the_morning_like_any_other() -> None:
    tonight = BY_FRIDAY.then("Tue 10 Mar 10:00", snoozed(BY_FRIDAY, "check-in", "Tue 10 Mar 20:30"))
    assert due(tonight, "Tue 10 Mar 21:29") == ["check-in"]
    assert silent(tonight, "Tue 10 Mar 21:30")
    assert wakes(tonight, "Wed 11 Mar 03:00") == "Wed 11 Mar 09:30"


def test_a_snooze_beyond_the_end_is_silence() -> None:
    later = PLANNED.then("Mon 2 Mar 10:05", snoozed(PLANNED, "prepare", "Thu 5 Mar 15:00"))
    assert rings(later, "prepare") == []


def test_a_snooze_to_before_the_opening_rings_at_the_opening() -> None:
    later = BY_FRIDAY.then("Thu 5 Mar 17:00", snoozed(BY_FRIDAY, "check-in", "Fri 6 Mar 17:00"))
    assert rings(later, "check-in")[0] == "Tue 10 Mar 09:30"
    assert wakes(later, "Thu 5 Mar 17:01") == "Tue 10 Mar 09:30"


def test_a_moved_interview_rings_again_even_where_it_had_rung() -> None:
    rung = PLANNED.nudged("Thu 5 Mar 09:30")
    story = rung.then("Thu 5 Mar 10:00", moved("Thu 5 Mar 17:00"))
    assert rings(story, "prepare") == ["Thu 5 Mar 09:30", "Thu 5 Mar 16:00"]
    assert due(story, "Thu 5 Mar 10:00") == ["prepare"]
    on_friday = rung.then("Thu 5 Mar 10:00", moved("Fri 6 Mar 15:00"))
    assert rings(on_friday, "prepare") == ["Fri 6 Mar 09:30", "Fri 6 Mar 14:00"]
    assert rings(on_friday, "how-did-it-go")[0] == "Fri 6 Mar 16:15"


def corrected(story: Story, at: str, wrong: type, right: Felt) -> Story:
    number = next(entry.number for entry in story.journal.entries if isinstance(entry.fact, wrong))
    return story.then(at, Amended(entry=number, fact=right))


def test_a_corrected_date_does_not_nudge_twice() -> None:
    nudged = tell("Fri 6 Mar 12:30", held("Fri 6 Mar 11:00")).nudged("Fri 6 Mar 14:00")
    assert due(tell("Fri 6 Mar 12:30", held("Fri 6 Mar 11:00")), "Fri 6 Mar 14:00") == ["thank-you"]
    story = corrected(nudged, "Fri 6 Mar 15:00", type(held()), held("Thu 5 Mar 11:00"))
    assert rings(story, "thank-you") == ["Thu 5 Mar 14:00"]
    assert silent(story, "Fri 6 Mar 15:00")


def test_a_promise_that_is_corrected_to_a_later_day_is_kept_on_that_day() -> None:
    nudged = BY_FRIDAY.nudged("Tue 10 Mar 09:30")
    story = corrected(nudged, "Tue 10 Mar 09:40", type(promised("Fri 6 Mar")), promised("Fri 13 Mar"))
    assert silent(story, "Mon 16 Mar 09:30")
    assert due(story, "Tue 17 Mar 09:30") == ["check-in"]


def test_after_eight_in_the_evening_the_thank_you_waits_for_the_morning_of_any_day() -> None:
    at_eight = tell("Fri 6 Mar 18:30", held("Fri 6 Mar", ended="Fri 6 Mar 18:00"))
    after_eight = tell("Fri 6 Mar 18:30", held("Fri 6 Mar", ended="Fri 6 Mar 18:01"))
    assert rings(at_eight, "thank-you") == ["Fri 6 Mar 20:00"]
    assert rings(after_eight, "thank-you") == ["Sat 7 Mar 09:30"]


def test_thank_yous_spare_the_weekend_of_those_who_want_that() -> None:
    settings = {"thanks_on_weekends": "no"}
    after_eight = tell("Fri 6 Mar 20:00", held("Fri 6 Mar", ended="Fri 6 Mar 19:00"), settings=settings)
    on_saturday = tell("Sat 7 Mar 12:00", held("Sat 7 Mar", ended="Sat 7 Mar 11:00"), settings=settings)
    assert rings(after_eight, "thank-you") == ["Mon 9 Mar 09:30"]
    assert rings(on_saturday, "thank-you") == ["Mon 9 Mar 09:30"]


def test_the_mornings_before_a_deadline_skip_the_weekend_and_end_with_it() -> None:
    monday = tell("Mon 2 Mar 12:00", offered(deadline="Mon 9 Mar 12:00"))
    assert rings(monday, "offer") == ["Tue 3 Mar 09:30", "Thu 5 Mar 09:30", "Fri 6 Mar 09:30", "Mon 9 Mar 09:30"]
    early = tell("Mon 2 Mar 12:00", offered(deadline="Wed 4 Mar 09:00"))
    assert rings(early, "offer") == ["Tue 3 Mar 09:30"]


def test_all_that_is_due_comes_together() -> None:
    story = BY_FRIDAY.then("Thu 5 Mar 17:00", held("Thu 5 Mar 09:00", "globex"), felt(GREAT, "globex"))
    story = story.then("Thu 5 Mar 17:01", promised("Fri 6 Mar", "globex"), thanked(company="globex"), met("Lee"))
    assert due(story, "Tue 10 Mar 09:30") == ["check-in", "check-in"]


def test_whoever_cannot_be_reached_is_left_alone_until_they_write() -> None:
    blocked = BY_FRIDAY.noted("Fri 6 Mar 10:00", Unreachable())
    assert silent(blocked, "Tue 10 Mar 09:30")
    assert wakes(blocked, "Tue 10 Mar 09:30") is None
    back = blocked.then("Mon 9 Mar 10:00", met("Dana", phone="1"))
    assert due(back, "Tue 10 Mar 09:30") == ["check-in"]


def test_somebody_with_another_morning_is_told_in_their_morning() -> None:
    settings = {"morning": "07:00", "quiet_until": "06:00", "days_after_promise": "1", "country": "US"}
    story = tell("Thu 2 Apr 16:30", felt(GREAT), promised("Thu 2 Apr"), settings=settings, zone=BERLIN)
    assert window(story, "check-in-unknown")[0] == "Fri 3 Apr 07:00"
