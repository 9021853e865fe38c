"""Short typed answers to what the assistant asked or advised, which mean nothing without it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from language.cues import find
from language.delays import hour_meant
from language.marks import Item
from language.reading import Asks, Chatter, Request
from language.when import TimeSpan
from language.wordsets import word_set
from rules.facts import (
    COMFORT,
    WHEN_BACK,
    Answered,
    AnswerPromised,
    ContactMet,
    Fact,
    FollowedUp,
    GutSaid,
    NoDatePromised,
    Nudged,
    Shown,
    Skipped,
    Thanked,
)
from rules.journal import Entry, Journal

_LONGEST = 14
_DID = word_set("pending.did")
_DONE = word_set("pending.done")
_SOFT = word_set("pending.soft")
_ACTS: dict[str, type[Thanked | FollowedUp | Answered]] = {
    "thank-you": Thanked,
    "check-in": FollowedUp,
    "check-in-unknown": FollowedUp,
    "check-in-unsure": FollowedUp,
    "second": FollowedUp,
    "they-replied": Answered,
}
ASKING_WHOM = ("get-contact", "check-in", "second", "new-date")
"""The rules whose steps ask for somebody to reach, where nobody is known."""
_CHOICES = ("gut", "check-in-unsure")
_SETTLED_BY: dict[str, tuple[type[Fact], ...]] = {
    "thank-you": (Thanked,),
    "check-in": (FollowedUp,),
    "check-in-unknown": (FollowedUp,),
    "check-in-unsure": (FollowedUp, GutSaid),
    "second": (FollowedUp,),
    "they-replied": (Answered,),
    "gut": (GutSaid,),
    "get-contact": (ContactMet,),
    "ask-promise": (AnswerPromised, NoDatePromised),
}
"""What a step is settled by, as far as a short answer must know."""


def meanings(items: Sequence[Item]) -> frozenset[str]:
    """What the words may be a short answer for; nothing if they are too many."""
    words = [item.word for item in items if item.word.isalnum() and item.word not in _SOFT]
    return frozenset(match.cue.means for match in find("replies", words)) if len(words) <= _LONGEST else frozenset()


@dataclass(frozen=True)
class Pending:
    """What the last reply or nudge advised or asked, and what is still open of it."""

    journal: Journal
    is_invited: bool

    @cached_property
    def _open(self) -> dict[str, str]:
        """The application of each open step, by its key ("thank-you:a1.i1")."""
        notes = [
            entry
            for entry in self.journal.standing
            if isinstance(entry.fact, Shown | Nudged) and entry.fact.steps != (COMFORT,)
        ]
        if not notes or not isinstance(notes[-1].fact, Shown | Nudged):
            return {}
        keys = {key: _application(key) for key in notes[-1].fact.steps if ":" in key}
        known = {entry.fact.about for entry in self.journal.standing}
        open_ones = {key: about for key, about in keys.items() if about in known}
        return {key: about for key, about in open_ones.items() if not self._is_settled(key, about, notes[-1])}

    def _is_settled(self, key: str, about: str, note: Entry) -> bool:
        kinds = _SETTLED_BY.get(_rule(key), ())
        since = (entry.fact for entry in self.journal.standing if entry.number > note.number)
        return any(fact.about == about and isinstance(fact, (*kinds, Skipped)) for fact in since)

    def of(self, *rules: str) -> str | None:
        """The key of the one open step of these rules; None if there is none, or more than one."""
        keys = [key for key in self._open if _rule(key) in rules]
        return keys[0] if len(keys) == 1 else None

    @property
    def is_anything(self) -> bool:
        """Whether anything is open at all."""
        return bool(self._open)

    @property
    def is_asked_when(self) -> bool:
        """Whether the last word was to name the day on which a step comes back."""
        return any(key.startswith(WHEN_BACK) for key in self._open)

    @property
    def is_choice(self) -> bool:
        """Whether the gut was asked."""
        return self.of(*_CHOICES) is not None

    @property
    def act(self) -> str | None:
        """The key of the one act that was advised."""
        return self.of(*_ACTS)

    def completed(self, text: str, said: frozenset[str], *, is_soon: bool) -> str | None:
        """The sentence that a bare time or "mailed her" stands for; None if nothing completes it.

        `is_soon` says that the time is today: the user's time for an act rather than theirs for an answer.
        """
        if self.is_asked_when:
            return None
        if "bare_time" in said and not (is_soon and self.act):
            if self.of("ask-promise"):
                return f"they said they will let me know {text}"
            return f"it is on {text}" if self.is_invited else None
        if "bare_mail" in said and self.of("thank-you"):
            return f"{text} the thank you"
        return None

    def fact(self, said: frozenset[str]) -> Fact | None:
        """The fact that a short answer tells."""
        asked, nobody = self.of("ask-promise"), self.of("get-contact")
        if nobody and ("unreachable" in said or "none" in said or (said & {"no", "unknown"} and not asked)):
            return Skipped(about=_application(nobody), step=nobody)
        if asked and said & {"undated", "no", "unknown", "none"}:
            return NoDatePromised(about=_application(asked))
        return None

    def request(self, said: frozenset[str], times: Sequence[TimeSpan]) -> Request | None:
        """To be reminded later, or to leave it: what the buttons of the same names do."""
        if not self.is_anything:
            return None
        if "skip" in said or (self.of("withdraw") and "no" in said):
            return Request(Asks.SKIP)
        is_soon = "bare_time" in said and times and (self.act is not None or self.is_asked_when)
        if "later" in said or is_soon:
            return Request(Asks.LATER, when=hour_meant(times[-1]) if times else None, is_bare="later" not in said)
        return None

    def chatter(self, said: frozenset[str]) -> Chatter | None:
        """What a short answer that settles nothing is: it was not done, it will be, or nothing is decided."""
        if "yes" in said and self.of("ask-promise"):
            return Chatter.SAID_WHEN
        if self.is_choice and said & {"unknown", "yes", "no", "not_yet"}:
            return Chatter.UNDECIDED
        if not self.act or not said & {"not_yet", "no", "yes"}:
            return None
        return Chatter.WILLING if "yes" in said else Chatter.NOT_DONE

    def done(self, words: Sequence[str]) -> tuple[Fact, ...]:
        """What "sent it" or "done" may stand for: an act advised, or the letter brought with the gut question."""
        if _DID.isdisjoint(words) or not _DONE.issuperset(words):
            return ()
        gut = self.of("gut") if self.of("letter") else None
        keys = [key for key in self._open if _rule(key) in _ACTS] or ([gut] if gut else [])
        return tuple(_ACTS.get(_rule(key), FollowedUp)(about=_application(key)) for key in keys)


def _rule(key: str) -> str:
    return key.partition(":")[0]


def _application(key: str) -> str:
    return key.removeprefix(WHEN_BACK).partition(":")[2].partition(".")[0]
