"""What is kept, taken along, deleted: asked for in one's own words, and what only sounds like it."""

from datetime import UTC, datetime

import pytest

from language.reading import Asks, Request
from language.sentences import SentenceReader
from rules.facts import DELETION, Applied, InterviewHeld, Shown
from rules.journal import Journal

NOW = datetime(2026, 3, 4, 15, 0, tzinfo=UTC)
TALKED = Journal(default_zone="Europe/London").noting(
    [Applied(about="a1", company="Acme"), InterviewHeld(about="a1", interview=1)], NOW, source=1
)
ASKED = TALKED.noting([Shown(steps=(DELETION,))], NOW, source=2)
SAID = {
    Asks.PRIVACY: """
what do you keep about me?
What data do you store?
do you store my messages?
who can read this?
is this private
what happens to my data?
where is my data stored?
how long do you keep my messages?
does the bot save what I write
can my employer see this?
""",
    Asks.EXPORT: """
export my data
can I download everything?
Send me all my data please
give me a copy of my data
can i get a spreadsheet of my applications?
export please
back up my data
I want a copy of my data
how do I export my data?
could you send me everything as a file
""",
    Asks.DELETE: """
delete everything
please delete my account
erase all my data
Wipe all my data please!
forget everything you know about me
i want my data deleted
remove me
can you delete all of my data?
how do I delete my account?
delete all my information
forget me
please forget about me
""",
    Asks.KEEP: """
keep my messages for 7 days
delete my messages after two weeks
please only keep what I write for 3 days
don't keep my messages
never store what I write
delete my messages right away
stop storing my messages
do not record what I say
forget my words after a month
""",
}
NOT_SAID = """
they keep my data on file
they said they will keep my cv for a year
who can read my application at Acme?
I exported the data for the case study
they asked me to export everything to a spreadsheet
they want a spreadsheet by Friday
delete that
delete the last message
forget it
forget about Acme
they deleted my account
I deleted everything from my profile
don't keep me waiting
they don't store messages
is this normal?
what do you know about me
""".strip().splitlines()
YOURS = (*SAID, Asks.BE_FORGOTTEN, Asks.STAY)


def asked(text: str, journal: Journal = TALKED) -> Request | None:
    return SentenceReader().read(text, journal, NOW).request


def asks(text: str, journal: Journal = TALKED) -> Asks | None:
    request = asked(text, journal)
    return request.asks if request else None


@pytest.mark.parametrize(("means", "text"), [(a, text) for a in SAID for text in SAID[a].strip().splitlines()])
def test_it_is_asked_for(means: Asks, text: str) -> None:
    assert asks(text) is means


@pytest.mark.parametrize("text", NOT_SAID)
def test_it_is_only_talked_about(text: str) -> None:
    assert asks(text) not in YOURS


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("keep my messages for 10 days", 10),
        ("keep my messages for two weeks", 14),
        ("delete my messages after a month", 30),
        ("keep my messages for 3 years", 365),
        ("don't keep my messages", 0),
    ],
)
def test_for_how_many_days(text: str, days: int) -> None:
    assert asked(text) == Request(Asks.KEEP, days=days)


@pytest.mark.parametrize("text", ["yes", "Yes, delete everything!", "do it", "go ahead", "delete everything"])
def test_to_the_question_a_yes_is_an_answer(text: str) -> None:
    assert asks(text, ASKED) is Asks.BE_FORGOTTEN


@pytest.mark.parametrize("text", ["no", "no, keep it", "cancel", "never mind", "don't", "changed my mind"])
def test_and_so_is_a_no(text: str) -> None:
    assert asks(text, ASKED) is Asks.STAY


@pytest.mark.parametrize("text", ["yes I sent it", "they said yes", "not sure", "sure, they called"])
def test_anything_else_deletes_nothing(text: str) -> None:
    assert asks(text, ASKED) not in YOURS


@pytest.mark.parametrize("text", ["yes", "do it", "no", "go ahead"])
def test_without_the_question_a_yes_is_no_answer(text: str) -> None:
    assert asks(text) not in YOURS
    assert asks(text, ASKED.noting([Shown(steps=("thank-you:a1.i1",))], NOW)) not in YOURS
