"""An export holds the whole journal, and is read back by whoever takes it in; nothing else is."""

import json
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings

from rules.export import NoExport, as_document, from_document
from rules.facts import Applied
from rules.journal import Entry, Journal
from rules.plan import make_plan
from tests.rules.histories import histories

NOW = datetime(2026, 3, 2, 17, tzinfo=UTC)
ONE = Journal(default_zone="Europe/Berlin").noting([Applied(about="a1", company="Acme")], NOW, source=7)


def told(journal: Journal) -> list[tuple[object, ...]]:
    return [(entry.number, entry.told, entry.fact) for entry in journal.entries]


def by_message(journal: Journal) -> list[list[int]]:
    """Which entries came from one message, message by message."""
    sources = sorted({entry.source for entry in journal.entries if entry.source is not None})
    return [[entry.number for entry in journal.from_source(source)] for source in sources]


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(histories())
def test_a_journal_comes_back_as_it_was(history: tuple[Journal, datetime]) -> None:
    journal, now = history
    document = as_document(journal, 17, now)
    back = from_document(document)
    assert back.user == 17
    assert told(back.journal) == told(journal)
    assert by_message(back.journal) == by_message(journal)
    assert make_plan(back.journal).at(now) == make_plan(journal).at(now)
    assert as_document(back.journal, 17, now) == document


def test_no_later_message_shares_its_number_with_one_that_was_taken_in() -> None:
    two = ONE.noting([Applied(about="a2")], NOW, source=9)
    back = from_document(as_document(two, 17, NOW)).journal
    assert [entry.source for entry in back.entries] == [-2, -1]


def damaged(**changes: object) -> str:
    return json.dumps(json.loads(as_document(ONE, 17, NOW)) | changes)


ENTRY = json.loads(as_document(ONE, 17, NOW))["entries"][0]

MARS = {"kind": "setting_changed", "v": 1, "name": "zone", "value": "Mars"}


@pytest.mark.parametrize(
    ("document", "says"),
    [
        ("", "no export"),
        ("[" * 100_000, "no export"),
        ('{"hello": "world"}', "no export"),
        (damaged(version=2), "newer"),
        (damaged(user="17"), "damaged"),
        (damaged(user=-3), "damaged"),
        (damaged(default_zone="Middle-earth"), "damaged"),
        (damaged(entries=None), "damaged"),
        (damaged(entries=[{**ENTRY, "number": 2}]), "damaged"),
        (damaged(entries=[ENTRY, ENTRY]), "damaged"),
        (damaged(entries=[{**ENTRY, "told": "2026-03-02T17:00"}]), "damaged"),
        (damaged(entries=[{**ENTRY, "told": "9999-12-31T23:59:59-23:59"}]), "damaged"),
        (damaged(entries=[{**ENTRY, "message": "7"}]), "damaged"),
        (
            damaged(entries=[{**ENTRY, "fact": {"kind": "applied", "v": 1, "about": "a1", "company": "\ud800"}}]),
            "damaged",
        ),
        (
            damaged(entries=[{**ENTRY, "fact": {"kind": "amended", "v": 1, "entry": 1, "fact": ENTRY["fact"]}}]),
            "damaged",
        ),
        (damaged(default_zone="../../etc/localtime"), "damaged"),
        (damaged(entries=[{**ENTRY, "fact": {"kind": "moon_landing", "v": 1}}]), "damaged"),
        (
            damaged(entries=[{**ENTRY, "fact": MARS}]),
            "damaged",
        ),
    ],
)
def test_what_is_no_export_is_refused_in_a_sentence(document: str, says: str) -> None:
    with pytest.raises(NoExport, match=says):
        from_document(document)


def test_an_entry_of_the_assistants_own_has_no_message() -> None:
    own = Journal((Entry(1, NOW, Applied(about="a1")),))
    assert from_document(as_document(own, 17, NOW)).journal.entries == own.entries
