"""A short typed answer to a question that the assistant asked."""

from difflib import SequenceMatcher

from language.reading import Answer
from rules.facts import Asked, Nudged, Shown
from rules.journal import Journal

_WORDS = {
    "option-today": ("today", "just now", "now", "this morning"),
    "option-yesterday": ("yesterday", "last night"),
    "option-few-days-ago": (
        "a few days ago",
        "2 days ago",
        "3 days ago",
        "two days ago",
        "couple of days ago",
        "2-3 days ago",
        "few days ago",
    ),
    "option-week-ago": ("a week ago", "about a week ago", "last week", "one week ago"),
    "option-longer-ago": ("longer ago", "longer", "long ago", "weeks ago", "two weeks ago", "more than a week ago"),
}
_NEAR = 0.84


def answer_to_question(text: str, journal: Journal) -> Answer | None:
    """The option chosen; None if nothing was asked last, or if this is no answer to it."""
    number, asked = _asked_last(journal)
    said = text.strip(" .!?\n").lower()
    if asked is None or not said or len(said) > 60:
        return None
    for place, option in enumerate(asked.options):
        for label in (option.label.lower(), *_WORDS.get(option.label, ())):
            bare = said.removeprefix("it was ").removeprefix("i mean ").removeprefix("the ").removesuffix(" one")
            if bare == label or (len(bare) > 3 and SequenceMatcher(None, bare, label, autojunk=False).ratio() >= _NEAR):
                return Answer(number, place)
    return None


def _asked_last(journal: Journal) -> tuple[int, Asked | None]:
    for entry in reversed(journal.standing):
        if isinstance(entry.fact, Asked):
            return entry.number, entry.fact
        if not isinstance(entry.fact, Shown | Nudged):
            break
    return 0, None
