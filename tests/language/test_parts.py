"""Who is the recruiter and who the manager, as people say it beside a name."""

from datetime import UTC, datetime

import pytest

from language.sentences import SentenceReader
from rules.facts import Applied, ContactMet
from rules.journal import Journal

NOW = datetime(2026, 3, 4, 15, 0, tzinfo=UTC)
ACME = Journal().noting([Applied(about="a1", company="Acme"), ContactMet(about="a1", name="Dana Reed")], NOW)


def parts(text):
    facts = SentenceReader().read(text, ACME, NOW).facts
    return {fact.name: fact.part for fact in facts if isinstance(fact, ContactMet)}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Met Dana Reed, the recruiter, and Sam Okafor, the hiring manager, at Acme",
            {"Dana Reed": "recruiter", "Sam Okafor": "hiring manager"},
        ),
        ("the hiring manager at Acme is Sam Okafor", {"Sam Okafor": None}),
        ("the hiring manager is Sam Okafor", {"Sam Okafor": "hiring manager"}),
        ("the recruiter Dana Reed called", {"Dana Reed": "recruiter"}),
        ("Dana is the recruiter at Acme", {"Dana Reed": "recruiter"}),
        ("my recruiter is Kim Lee", {"Kim Lee": "recruiter"}),
        ("spoke with hiring manager Priya Nair at Acme", {"Priya Nair": "hiring manager"}),
        ("Interview at Acme with Kim Lee (recruiter) tomorrow", {"Kim Lee": "recruiter"}),
        ("talked to Kim Lee, a technical recruiter", {"Kim Lee": "technical recruiter"}),
        ("Interview at Acme with Kim Lee, manager of sales", {"Kim Lee": None}),
        ("the recruiter told Kim Lee about me", {}),
        ("Interview at Acme with Kim Lee, the recruiter was late", {"Kim Lee": None}),
    ],
)
def test_a_part_is_said_beside_a_name(text, told):
    assert parts(text) == told
