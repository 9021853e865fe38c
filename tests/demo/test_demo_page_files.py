"""The page's files hold no words of the bot, no rule, no reckoning of time, and nothing that comes from elsewhere."""

import re
from importlib.resources import files

import pytest

from rules.rulebook import RULEBOOK
from simulator.site import FOLDER

FILES = sorted(FOLDER.iterdir())
SOURCE = "\n".join(path.read_text(encoding="utf-8") for path in FILES)
CATALOGUE = (files("language") / "en" / "texts.ftl").read_text(encoding="utf-8")
SHORTEST_SENTENCE = 4


def sentences():
    """What the bot says, cut at its variables and marks; single words, like "Done", may be anybody's."""
    said = re.sub(r"^#.*$|^[\w-]+ =|<[^>]+>", "\n", CATALOGUE, flags=re.MULTILINE)
    pieces = [" ".join(piece.split()) for piece in re.split(r"\{[^{}]*\}|[.:;?!\n]", said)]
    return {piece for piece in pieces if len(piece.split()) >= SHORTEST_SENTENCE}


def test_no_sentence_of_the_bot_is_on_the_page():
    assert "Silence is normal" in CATALOGUE
    assert len(sentences()) > 100
    assert [sentence for sentence in sentences() if sentence.lower() in SOURCE.lower()] == []


def test_no_rule_is_known_to_the_page():
    assert [rule.id for rule in RULEBOOK if re.search(rf"['\"`]{rule.id}['\"`]", SOURCE)] == []


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.js")), ids=lambda path: path.name)
def test_no_script_reckons_with_time(path):
    assert re.findall(r"\b(?:Date|Intl|Temporal|performance\.now|toLocale\w*|setInterval)\b", path.read_text()) == []


def test_nothing_is_asked_for_outside_the_pages_own_folder():
    asked = re.findall(r"(?:\bsrc=|\bhref=|\bfrom |\bimport |\burl\(|@import )\s*[\"']([^\"'#]+)[\"']", SOURCE)
    assert len(asked) > len(FILES)
    assert [address for address in asked if not address.startswith("/page/")] == []
