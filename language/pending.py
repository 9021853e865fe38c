"""Short typed answers to what the assistant asked: an option of a question, or that an advised act is done."""

from collections.abc import Sequence
from difflib import SequenceMatcher

from language.reading import Answer
from language.wordsets import word_set
from rules.facts import Answered, Asked, Fact, FollowedUp, Nudged, Shown, Thanked
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
_DID = word_set("pending.did")
_DONE = word_set("pending.done")
_ACTS: dict[str, type[Thanked | FollowedUp | Answered]] = {
    "thank-you": Thanked,
    "check-in": FollowedUp,
    "check-in-unknown": FollowedUp,
    "check-in-unsure": FollowedUp,
    "second": FollowedUp,
    "they-replied": Answered,
}


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


def act_done(words: Sequence[str], journal: Journal) -> Fact | None:
    """What "sent it" or "done" stands for: the one act that the last reply or nudge advised."""
    if _DID.isdisjoint(words) or not _DONE.issuperset(words):
        return None
    last = next((e.fact for e in reversed(journal.entries) if isinstance(e.fact, Shown | Nudged)), None)
    pairs = (step.partition(":") for step in last.steps) if last else ()
    acts = [(_ACTS[rule], subject.partition(".")[0]) for rule, _, subject in pairs if rule in _ACTS]
    return acts[0][0](about=acts[0][1]) if len(acts) == 1 else None
