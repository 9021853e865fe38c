"""docs/rulebook.md is printed from the rules, and nothing is missing in it."""

from pathlib import Path

from rules.preferences import SETTINGS
from rules.printed import MEANINGS, as_markdown
from rules.rulebook import RULEBOOK

DOCUMENT = Path(__file__).parents[2] / "docs" / "rulebook.md"


def test_the_document_is_what_the_rules_print() -> None:
    rewrite = "docs/rulebook.md is out of date: run `afterword rules > docs/rulebook.md`"
    assert DOCUMENT.read_text(encoding="utf-8") == as_markdown(), rewrite


def test_every_rule_has_its_row_and_its_reason() -> None:
    text = as_markdown()
    for rule in RULEBOOK:
        assert f"| {rule.id} |" in text
        assert f"### {rule.id}\n\n{rule.why}" in text


def test_every_setting_is_explained() -> None:
    assert set(MEANINGS) == SETTINGS


def test_no_number_is_left_open() -> None:
    assert "{" not in as_markdown()
