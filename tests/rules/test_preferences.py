"""Settings: read from what was written, refused where they make no sense, and the last one counts."""

from datetime import time
from zoneinfo import ZoneInfoNotFoundError

import pytest

from rules.facts import SettingChanged
from rules.journal import Journal
from rules.preferences import SETTINGS, Preferences, preferences, read_setting
from tests.rules.telling import BERLIN, Story


@pytest.mark.parametrize(
    ("name", "value", "meant"),
    [
        ("zone", BERLIN, BERLIN),
        ("country", "de", "DE"),
        ("country", "", None),
        ("working_days", "6,0,1,2,3,3", (0, 1, 2, 3, 6)),
        ("quiet_from", "22:30", time(22, 30)),
        ("morning", "07:00", time(7)),
        ("days_after_promise", "3", 3),
        ("thanks_on_weekends", "no", False),
        ("thanks_on_weekends", "yes", True),
        ("language", "en", "en"),
    ],
)
def test_a_setting_is_read_from_its_written_form(name: str, value: str, meant: object) -> None:
    assert read_setting(name, value) == meant


@pytest.mark.parametrize(
    ("name", "value"), [("morning", "half nine"), ("days_before_gut", "a few"), ("working_days", "")]
)
def test_what_is_none_is_refused(name: str, value: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        read_setting(name, value)


def test_a_zone_that_does_not_exist_is_refused() -> None:
    with pytest.raises(ZoneInfoNotFoundError):
        read_setting("zone", "Europe/Atlantis")


def test_the_last_word_counts_and_what_was_never_set_keeps_its_default() -> None:
    said = [SettingChanged(name="morning", value=hour) for hour in ("07:00", "08:15")]
    told = preferences(Journal().noting(said, Story(Journal(), BERLIN).instant("Mon 2 Mar 10:00")))
    assert told.morning == time(8, 15)
    assert told.days_before_gut == Preferences().days_before_gut


def test_a_user_sets_everything_but_what_follows_from_the_rest() -> None:
    assert {"heard_in", "is_zone_told"}.isdisjoint(SETTINGS)
