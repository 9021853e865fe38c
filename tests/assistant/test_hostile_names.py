"""Names are words and nothing else: no markup, no text of the catalogue, no line of a calendar comes of them."""

import re

import pytest
from icalendar import Calendar
from talking import MONDAY, Talk

from assistant.calendar_file import calendar_file
from rules import facts as f
from rules.journal import Journal
from rules.moments import Day
from simulator.html_text import parse_html

HOSTILE = [
    "<b>Acme",
    "</b><i>Acme",
    '<a href="tg://user?id=1">Acme</a>',
    "Acme &lt;b&gt; &amp; Sons",
    "[Acme](http://evil.example)",
    "{ $company }",
    '{"x"}',
    "{ button-delete-sure }",
    "-brand = Acme",
    "%s %(company)s {0}",
    "'); DROP TABLE facts;--",
    "/delete",
    "\u202eemcA\u2066",
]
ASKED = ("/now", "/list", "/undo list", "/overview", "/calendar", "why?", "/letter", "hello", "show me all contacts")


def told_of(name):
    facts = [
        f.Applied(about="a1", company=name, role=name),
        f.InterviewHeld(about="a1", interview=1, happened=Day(MONDAY.date())),
        f.Felt(about="a1", feeling=f.Feeling.GREAT),
        f.ContactMet(about="a1", name=name, email="dana@acme.example"),
        f.Applied(about="a2", company=f"{name} two"),
        f.InterviewPlanned(about="a2", interview=1, at=Day(MONDAY.date().replace(day=5))),
    ]
    return Talk(journal=Journal(default_zone="Europe/Berlin").noting(facts, MONDAY.replace(hour=9), source=1))


def shown(name):
    """As it is shown: without marks of direction."""
    return re.sub("[\u202e\u2066]", "", name)


@pytest.mark.parametrize("name", HOSTILE)
def test_a_name_is_said_as_it_is_and_is_no_markup(name):
    said = [told_of(name).says(asked) for asked in ASKED]
    nudge = told_of(name).later(hours=2).wakes()
    texts = [parse_html(words) for words in (*said, nudge.message.text) if words]
    assert sum(shown(name) in text for text, _ in texts) >= 4
    kinds = {entity["type"] for _, entities in texts for entity in entities}
    assert kinds <= {"bold", "italic", "code", "pre"}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_button_shows_a_name_as_it_is(name):
    talk = told_of(name)
    talk.says("/list")
    assert any(shown(name)[:10] in button.label for button in talk.buttons)


@pytest.mark.parametrize(
    "name", [*HOSTILE, "Acme\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:1", "Acme\nATTENDEE:mailto:x@y.example"]
)
def test_a_name_adds_nothing_to_the_calendar(name):
    def shape(talk):
        calendar = Calendar.from_ical(calendar_file(talk.journal, talk.now).content)
        return [sorted(component.keys()) for component in calendar.walk()]

    assert shape(told_of(name)) == shape(told_of("Acme"))
