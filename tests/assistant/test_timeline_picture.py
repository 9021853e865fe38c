"""The picture: everything within its edges and apart, from one application to many, in letters that can be written."""

from datetime import timedelta
from io import BytesIO
from itertools import combinations

import pytest
from PIL import Image
from talking import MONDAY

from assistant.canvas import Box, Stamp, Words
from assistant.timeline_picture import DARK, LIGHT, MARGIN, WIDE, laid_out, timeline_picture
from rules import facts as f
from rules.facts import Feeling
from rules.journal import Journal
from rules.moments import Day

A_WEEK = timedelta(days=7)
LONG = "Vandelay Industries International Holdings and Sons of the Old Town"


def interviewed(*companies, feeling=Feeling.GREAT, ending=None):
    """A week ago, at each of them."""
    journal, day = Journal(default_zone="Europe/Berlin"), MONDAY - A_WEEK
    for number, company in enumerate(companies, start=1):
        about = f"a{number}"
        held = f.InterviewHeld(about=about, interview=1, happened=Day(day.date()))
        told = [f.Applied(about=about, company=company), held, f.Felt(about=about, feeling=feeling)]
        journal = journal.noting([*told, f.Thanked(about=about)], day, source=number)
        journal = journal.noting([ending(about=about)] if ending else [], MONDAY - timedelta(days=1), source=number)
    return journal


def words(journal):
    return [item for item in laid_out(journal, MONDAY, LIGHT).items if isinstance(item, Words)]


def texts(journal):
    return [item.text for item in words(journal)]


@pytest.mark.parametrize("count", [1, 10, 12, 13, 40, 60])
@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_the_picture_is_as_large_as_laid_out_and_fits_a_phone(count, theme):
    journal = interviewed(*(f"Company {number}" for number in range(count)))
    sheet = laid_out(journal, MONDAY, theme)
    file = timeline_picture(journal, MONDAY, theme)
    with Image.open(BytesIO(file.content)) as image:
        assert (image.format, image.size) == ("PNG", (WIDE, sheet.high))
        assert len(image.convert("P").getcolors(256)) > 8
    assert WIDE + sheet.high < 10_000
    assert len(file.content) < 1_000_000


@pytest.mark.parametrize("count", [1, 10, 40])
def test_nothing_is_outside_and_no_words_run_into_others(count):
    names = [LONG, "Ωμέγα", "Страна", "Łódź", *("Acme" * each for each in range(1, 37))][:count]
    sheet = laid_out(interviewed(*names), MONDAY, LIGHT)
    for item in sheet.items:
        match item:
            case Words():
                assert MARGIN <= item.span[0] <= item.span[1] <= WIDE - MARGIN + 1
                assert 0 <= item.y < sheet.high - item.size
            case Stamp():
                assert MARGIN <= item.x <= WIDE - MARGIN
                assert item.size <= item.y <= sheet.high - item.size
            case Box():
                assert 0 <= item.left < item.right <= WIDE
                assert 0 <= item.top < item.bottom <= sheet.high
    lines = [item for item in sheet.items if isinstance(item, Words)]
    for one, other in combinations(lines, 2):
        assert one.y != other.y or one.span[1] < other.span[0] or other.span[1] < one.span[0]
