"""Companies at the head of what is told of them, common words and all: "Gap rejected me", "Gap: offer today"."""

import re

from language.surroundings import Surroundings
from language.wordsets import word_set

ACTS = word_set("subjects.acts")
HELPING = word_set("subjects.helping")
_ACTS_HELPED = word_set("small_letters.acts_helped")
_NO_NAMES = word_set("subjects.no_names")
_BEGINS = frozenset(["", "\n", ".", "!", "?", ",", ";", "and", "but", "so", "then"]) | word_set("names.sighs")
_ME = frozenset(["me", "us"])
_AIMING = frozenset(["on", "my"])
_MANNERS = ("ing", "ly")
_MANY = re.compile(r"[^s]s$")
_LABELS = word_set("subjects.labels")
COLONS = frozenset([":", "-", "–", "—"])
_SHORTEST, _LONG = 3, 4
_DONE = "|".join(sorted(ACTS))
_DAYS = "mon|tues|wednes|thurs|fri|satur|sun"
_WEEKDAY_ACTS = re.compile(rf"(?:{_DAYS})day (?:has |just )?(?:{_DONE}) (?:me|us)\b", re.IGNORECASE)


def is_no_subject(around: Surroundings, at: int) -> bool:
    """Whether the word is no company where one does something: "Nobody", "Recruiter", "Mum"."""
    unit, words = around.units[at], around.words
    is_manner = len(unit.plain) > _LONG and unit.plain.endswith(_MANNERS) and unit.plain in words.common
    is_somebody = unit.plain in words.jobs or unit.plain in words.titles or unit.plain in words.departments
    return is_manner or is_somebody or "'" in unit.plain or unit.plain in _NO_NAMES


def does_something(around: Surroundings, at: int, end: int) -> bool:
    """Whether the words from `at` up to `end` begin a sentence and do what companies do; in small letters, to "me"."""
    act = _act(around, at, end)
    if act is None or around.units[at].is_capital:
        return act is not None
    return at == 0 and not _MANY.search(around.plain(at)) and _is_to_me(around, act)


def surely_does_something(around: Surroundings, at: int, end: int) -> bool:
    """Whether they are the first to do something, or do it to "me"."""
    act = _act(around, at, end)
    if act is None or not does_something(around, at, end):
        return False
    return at == 0 or around.plain(at) in around.words.common or around.plain(at) in around.words.no_firms


def _is_to_me(around: Surroundings, act: int) -> bool:
    after = around.plain(act + 1)
    return after in _ME or (after in _AIMING and around.plain(act + 2) in _ME | {"application"})


def _act(around: Surroundings, at: int, end: int) -> int | None:
    """Where it is said what they do."""
    unit = around.units[at]
    if around.plain(at - 1) not in _BEGINS or unit.is_taken or len(unit.text) < _SHORTEST or is_no_subject(around, at):
        return None
    act = end = end + (around.plain(end) in COLONS)
    while around.plain(act) in HELPING:
        act += 1
    return act if around.plain(act) in (ACTS if act == end else ACTS | _ACTS_HELPED) else None


def opens_a_message(around: Surroundings, at: int, end: int) -> bool:
    """ "Acme: interview today", "acme - rejected": whose message it is; a word of any list only with a capital."""
    is_head = at == 0 and around.plain(end) in COLONS and around.kind(end + 1) in ("", "TIME")
    if not is_head or around.plain(end + 1) == "":
        return False
    words, word = around.words, around.plain(at)
    if not word.isalpha() or len(word) < _SHORTEST or is_no_subject(around, at):
        return False
    if any(word in listed for listed in (words.no_firms, words.not_names, words.given, words.given_words, _LABELS)):
        return False
    return around.units[at].is_capital or word not in words.common


def is_weekday_that_acts(text: str, start: int) -> bool:
    """ "Monday rejected me": a company of that name, since a day does nothing."""
    return start == 0 and _WEEKDAY_ACTS.match(text) is not None
