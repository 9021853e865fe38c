"""Where the user lives: zones told late, moves to another zone, and countries."""

from datetime import datetime

from rules.facts import SettingChanged
from rules.journal import Journal
from rules.plan import make_plan
from rules.preferences import preferences
from tests.rules.telling import BERLIN, NEW_YORK, Story, due, held, planned, rings, silent, tell, window


def lives_in(zone: str) -> SettingChanged:
    return SettingChanged(name="zone", value=zone)


def test_a_mover_keeps_the_wall_times_they_were_told() -> None:
    story = tell("Mon 2 Mar 10:00", planned("Thu 5 Mar 15:00")).then("Tue 3 Mar 10:00", lives_in(NEW_YORK))
    there = Story(story.journal, NEW_YORK)
    assert window(there, "prepare")[1] == "Thu 5 Mar 09:00"
    assert rings(there, "prepare") == ["Wed 4 Mar 20:00", "Thu 5 Mar 08:00"]


def test_what_was_heard_before_a_zone_was_told_is_read_in_the_first_zone_told() -> None:
    untold = Journal(default_zone="UTC").noting([planned("Thu 5 Mar 15:00")], at("Mon 2 Mar 10:00"), 1)
    assert starts(untold) == at("Thu 5 Mar 15:00")
    told = untold.noting([lives_in(NEW_YORK)], at("Mon 2 Mar 10:05"), 2)
    assert starts(told) == at("Thu 5 Mar 20:00")
    moved = told.noting([lives_in(BERLIN)], at("Tue 3 Mar 10:05"), 3)
    assert starts(moved) == at("Thu 5 Mar 20:00")


def test_mornings_and_quiet_hours_are_those_of_the_new_zone() -> None:
    story = tell("Thu 5 Mar 16:30", held("Thu 5 Mar 15:00")).then("Fri 6 Mar 10:00", lives_in(NEW_YORK))
    there = Story(story.journal, NEW_YORK)
    assert window(there, "check-in-unknown")[0] == "Thu 12 Mar 09:30"
    assert silent(story, "Thu 12 Mar 09:30")
    assert due(there, "Thu 12 Mar 09:30") == ["check-in-unknown"]


def test_the_country_follows_the_zone_until_it_is_told() -> None:
    story = tell("Tue 31 Mar 16:30", held("Tue 31 Mar 15:00"))
    assert window(story, "check-in-unknown")[0] == "Thu 9 Apr 09:30"
    american = story.then("Tue 31 Mar 17:00", SettingChanged(name="country", value="us"))
    assert window(american, "check-in-unknown")[0] == "Tue 7 Apr 09:30"


def test_a_ring_keeps_its_hour_over_the_night_the_clocks_change() -> None:
    late = tell("Sat 28 Mar 20:30", held("Sat 28 Mar 18:00", ended="Sat 28 Mar 20:00"))
    assert rings(late, "thank-you") == ["Sun 29 Mar 09:30"]
    story = tell("Thu 26 Mar 16:30", planned("Sun 29 Mar 10:00"))
    assert rings(story, "prepare") == ["Sat 28 Mar 20:00", "Sun 29 Mar 09:00"]
    autumn = tell("Thu 29 Oct 16:30", planned("Sun 1 Nov 10:00"), zone=NEW_YORK)
    assert rings(autumn, "prepare") == ["Sat 31 Oct 20:00", "Sun 1 Nov 09:00"]


def test_a_zone_that_is_taken_back_was_never_told() -> None:
    story = tell("Thu 5 Mar 16:30", held()).then("Fri 6 Mar 10:00", lives_in(NEW_YORK)).undone("Fri 6 Mar 10:01")
    assert preferences(story.journal).zone == BERLIN
    assert not preferences(Journal()).is_zone_told


def at(text: str) -> datetime:
    return Story(Journal(), "UTC").instant(text)


def starts(journal: Journal) -> datetime | None:
    return make_plan(journal).applications[0].interviews[0].start
