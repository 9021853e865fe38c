"""Documents that state behaviour are generated from it and checked here."""

from docs import conversation
from rules.printed import as_markdown

ROOT = conversation.ROOT


def test_the_readme_shows_a_conversation_that_really_goes_like_this():
    """If it does not: python -m docs.conversation"""
    told = conversation.README.read_text(encoding="utf-8")
    assert conversation.readme(told) == told


def test_the_rulebook_is_the_one_that_is_obeyed():
    """If it is not: make rulebook"""
    assert (ROOT / "docs" / "rulebook.md").read_text(encoding="utf-8") == as_markdown()


def test_every_command_of_the_readme_exists():
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    told = (ROOT / "README.md").read_text(encoding="utf-8")
    assert all(f"\n{target}:" in makefile for target in ("run", "demo", "chat", "test") if f"make {target}" in told)
