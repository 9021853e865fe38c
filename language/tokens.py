"""Words as they stand in a text and as they are matched: lower case, contractions opened, short forms written out."""

import re
import tomllib
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache, lru_cache
from pathlib import Path

_WORD = re.compile(r"\bw/(?!\w)|[^\W_]+(?:['’´`.&+#/_-][^\W_]+)*[#+]{0,2}|\n+|\S")
_ORNAMENT = re.compile(r"\b(at|with|from|by) +[\u2600-\u27bf\U0001f000-\U0001faff\ufe0f\u200d]+ *(?=\w)", re.IGNORECASE)
_DRAWN_OUT = re.compile(r"(.)\1{2,}")
_DOUBLED = {"god": "good", "wel": "well", "al": "all", "kiled": "killed", "super": "super", "realy": "really"}
_HALVES = re.compile(r"[-/]")
_QUOTES = str.maketrans("’´`", "'''")
_ENDINGS = {"n't": ("not",), "'m": ("am",), "'re": ("are",), "'ve": ("have",), "'ll": ("will",), "'d": ("would",)}
_PRONOUNS = frozenset({"it", "he", "she", "that", "what", "there", "here", "who", "where", "how", "when"})
_STEMS = {"ca": "can", "wo": "will", "sha": "shall"}
EN = Path(__file__).parent / "en"


@dataclass(frozen=True, slots=True)
class Token:
    """One word to match, and where in the text it stands. Several may share a place ("don't": do, not)."""

    word: str
    start: int
    end: int


@cache
def short_forms() -> dict[str, tuple[str, ...]]:
    """What short forms and common slips stand for, by the form."""
    told = tomllib.loads((EN / "words.toml").read_text(encoding="utf-8"))["short_forms"]
    return {form: tuple(full.split()) for form, full in told.items()}


def without_ornaments(text: str) -> str:
    """The text without the sign before a name, which would end the sentence there: "interview at 🚀 Rocket"."""
    return _ORNAMENT.sub(r"\1 ", text)


@lru_cache(maxsize=64)
def tokenise(text: str) -> Sequence[Token]:
    """The text as tokens in order. Kept while a message is read: it is asked for its words more than once."""
    return tuple(
        Token(word, match.start(), match.end())
        for match in _WORD.finditer(text)
        for word in _words(match.group().translate(_QUOTES))
    )


@lru_cache(maxsize=4096)
def _words(written: str) -> tuple[str, ...]:
    word = _drawn_in(written.lower())
    if word in short_forms():
        return short_forms()[word]
    if word[:3] in ("int", "itn") and 6 < len(word) < 12 and _is_interview(word):
        return ("interview",)
    if not word[0].isalnum():
        return ("\n",) if word[0] == "\n" else (_mark(word),)
    if "'" in word:
        return _opened(word)
    if "-" in word or "/" in word:
        return tuple(short for half in _HALVES.split(word) if half for short in short_forms().get(half, (half,)))
    return (word,)


def _drawn_in(word: str) -> str:
    """ "sooo goood": letters drawn out for emphasis."""
    if not word.isalpha() or not _DRAWN_OUT.search(word):
        return word
    return _DOUBLED.get(short := _DRAWN_OUT.sub(r"\1", word), short)


def _is_interview(word: str) -> bool:
    """The word that is misspelt most."""
    return word[:9] != "interview" and SequenceMatcher(None, word, "interview", autojunk=False).ratio() > 0.8


def _mark(char: str) -> str:
    return "*" if unicodedata.category(char) in ("So", "Cn") else char


def _opened(word: str) -> tuple[str, ...]:
    for ending, meaning in _ENDINGS.items():
        if word.endswith(ending):
            stem = word[: -len(ending)]
            return (_STEMS.get(stem, stem), *meaning)
    stem, _, ending = word.rpartition("'")
    if ending == "s":
        return (stem, "is" if stem in _PRONOUNS else "'s")
    return (word,)
