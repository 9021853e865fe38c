"""The plan at a glance: what was said, what is open, what comes next, and why."""

from datetime import UTC, datetime, timedelta

from assistant.hear import hear
from assistant.overview import Overview, overview
from assistant.ports import Form, Incoming
from assistant.wake import wake
from language.sentences import SentenceReader
from rules.journal import Journal

NOW = datetime(2026, 3, 5, 16, tzinfo=UTC)
OPEN, AHEAD, TOLD = range(3)


def told(*messages: str, journal: Journal | None = None, now: datetime = NOW) -> Journal:
    journal = journal or Journal(default_zone="Europe/Berlin")
    for number, text in enumerate(messages, start=journal.last_number + 1):
        journal = hear(Incoming(1, number, Form.TEXT, text, now), journal, now, SentenceReader()).journal
    return journal


def texts(seen: Overview, section: int) -> list[str]:
    return [f"{item.when} {item.about}: {item.text}" for item in seen.sections[section].items]


def test_whoever_is_new_has_nothing_said_open_or_planned():
    seen = overview(told(), NOW)
    assert [section.items for section in seen.sections] == [(), (), ()]
    assert all(section.title and section.empty for section in seen.sections)
    assert (seen.zone, seen.next_word) == ("Europe/Berlin", None)


def test_what_was_told_what_is_open_and_what_comes_next_are_in_the_users_time_and_say_why():
    seen = overview(told("interview at Acme just finished, it went great. Dana Reed, dana@acme.example"), NOW)
    (noted,) = texts(seen, TOLD)
    assert noted.startswith("Thu 5 Mar, 17:00")
    assert "Acme" in noted
    assert "<" not in noted
    assert "dana@acme.example" in texts(seen, OPEN)[0]
    assert texts(seen, AHEAD)[0].startswith("Thu 5 Mar, 19:00 Acme")
    assert all(item.why for section in (OPEN, AHEAD) for item in seen.sections[section].items)
    assert seen.next_word == NOW + timedelta(hours=2)


def test_what_the_assistant_said_of_its_own_accord_is_told_too():
    later = NOW + timedelta(hours=2)
    nudged = wake(told("interview at Acme just finished, it went great, dana@acme.example"), later)
    assert nudged
    latest, first = texts(overview(nudged.journal, later), TOLD)
    assert latest.startswith("Thu 5 Mar, 19:00 Acme")
    assert first.startswith("Thu 5 Mar, 17:00")


def test_a_reminder_of_an_interview_can_be_told_after_it():
    journal = told("I have an interview tomorrow at 15:00 at Globex")
    at = overview(journal, NOW).next_word
    assert at
    assert "Globex" in texts(overview(journal, NOW), AHEAD)[0]
    nudged = wake(journal, at)
    assert nudged
    assert "Globex" in texts(overview(nudged.journal, at), TOLD)[0]


def test_a_digest_and_a_letter_brought_on_its_day_are_no_steps_and_are_told_all_the_same():
    journal = told("digest every day", "interview at Acme today, great, dana@acme.example", "letter to follow up")
    at = NOW
    while at < NOW + timedelta(days=7):
        at = overview(journal, at).next_word
        journal = wake(journal, at).journal
    said = texts(overview(journal, at), TOLD)
    assert any("what the morning holds" in each for each in said)
    assert any("time to follow up" in each for each in said)


def test_what_was_taken_back_is_gone():
    journal = told("interview at Acme just finished, it went great", "/undo")
    assert [section.items for section in overview(journal, NOW).sections] == [(), (), ()]
