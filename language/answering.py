"""The answer to a question of ours, typed instead of pressed: one of its options, several, all, or none of them."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from language.reading import Answer, Asks, Reading, Request
from language.wordsets import word_set
from rules.facts import Applied, Asked, Nudged, Option, Shown
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
    "option-moved": ("moved", "it was moved", "it moved", "they moved it", "the same", "same one"),
    "option-one-more": ("one more", "another", "another one", "one more interview", "a second one", "both"),
    "option-longer-ago": ("longer ago", "longer", "long ago", "weeks ago", "two weeks ago", "more than a week ago"),
}
_FIRST, _SECOND, _THIRD = ("first", "1st", "former"), ("second", "2nd", "latter"), ("third", "3rd")
_NEAR = 0.84
_LONGEST = 60
_ALL, _OF_ALL = word_set("answering.all"), word_set("answering.of_all")
_NONE, _OF_NONE = word_set("answering.none"), word_set("answering.of_none")
_AND = re.compile(r"\s*(?:,|&|\+|\band\b)+\s*")


def answer_in(text: str, journal: Journal) -> Reading | None:
    """What the text answers to the question that was asked last; None if nothing was, or if this is no answer to it."""
    number, asked = _asked_last(journal)
    said = text.strip(" .!?\n").lower()
    if asked is None or not said or len(said) > _LONGEST:
        return None
    words = set(said.split())
    if words & _NONE and words <= _NONE | _OF_NONE:
        return Reading(request=Request(Asks.CANCEL))
    chosen = _chosen(said, words, asked.options)
    return Reading(answer=Answer(number, chosen)) if chosen else None


def _chosen(said: str, words: set[str], options: Sequence[Option]) -> tuple[int, ...]:
    """The places of the options meant; several only where each is of an application of its own."""
    if (one := _place(said, options)) is not None:
        return (one,)
    several = list(_of_their_own(options))
    if words & _ALL and words <= _ALL | _OF_ALL:
        return tuple(several) if len(several) > 1 else ()
    told = [_place(part, options) for part in _AND.split(said)]
    return tuple(place for place in told if place in several) if len(told) > 1 and set(told) <= {*several} else ()


def _of_their_own(options: Sequence[Option]) -> Iterator[int]:
    """The options that tell something of an application that is known."""
    for place, option in enumerate(options):
        if option.facts and all(fact.about and not isinstance(fact, Applied) for fact in option.facts):
            others = (fact.about for one in options if one is not option for fact in one.facts)
            if option.facts[0].about not in others:
                yield place


def _place(said: str, options: Sequence[Option]) -> int | None:
    """The option that is named, by its label or by its place."""
    bare = said.removeprefix("it was ").removeprefix("i mean ").removeprefix("the ").removesuffix(" one")
    for place, option in enumerate(options):
        for label in (option.label.lower(), *_WORDS.get(option.label, ())):
            if bare == label or (len(bare) > 3 and SequenceMatcher(None, bare, label, autojunk=False).ratio() >= _NEAR):
                return place
    ordinals = (place for place, names in enumerate((_FIRST, _SECOND, _THIRD)) if bare in names)
    return next((place for place in ordinals if place < len(options)), None)


def _asked_last(journal: Journal) -> tuple[int, Asked | None]:
    for entry in reversed(journal.standing):
        if isinstance(entry.fact, Asked):
            return entry.number, entry.fact
        if not isinstance(entry.fact, Shown | Nudged):
            break
    return 0, None
