"""A text as its clauses and what happened in each."""

from dataclasses import dataclass, replace
from functools import cached_property

from language.clauses import Clause
from language.cues import Match, find
from language.weighing import Chances
from language.when import TimeSpan


@dataclass(frozen=True, slots=True)
class Event:
    """Something that a clause tells. `place` is where in the text, `time` the time said with it."""

    means: str
    clause: Clause
    place: int
    match: Match
    time: TimeSpan | None = None


@dataclass(frozen=True)
class Story:
    """A text as clauses and events, in their order. `told` are the clauses that are not of other people; `likely` says
    what the model finds in each clause."""

    text: str
    clauses: tuple[Clause, ...]
    told: tuple[Clause, ...]
    events: tuple[Event, ...]
    likely: tuple[Chances, ...]

    def of(self, *means: str) -> list[Event]:
        """The events that mean one of these."""
        return [event for event in self.events if event.means in means]

    @cached_property
    def talk(self) -> frozenset[str]:
        """What kinds of small talk are in it, by their cues: here "so" and "haha" count."""
        lines = [words for clause in self.clauses for words in (clause.words, [item.word for item in clause.items])]
        return frozenset(match.cue.means for words in lines for match in find("chatter", words))

    @property
    def times(self) -> list[TimeSpan]:
        return [time for clause in self.clauses for time in times_in(clause)]

    @property
    def _first_timed(self) -> int:
        """The sentence in which the first time is said."""
        return next((clause.sentence for clause in self.clauses if times_in(clause)), 0)

    @property
    def up_to_the_first_time(self) -> "Story":
        """The sentences up to the one with the first time, as a story of their own."""
        last = self._first_timed
        return replace(
            self,
            clauses=tuple(clause for clause in self.clauses if clause.sentence <= last),
            told=tuple(clause for clause in self.told if clause.sentence <= last),
            events=tuple(event for event in self.events if event.clause.sentence <= last),
        )

    @property
    def after_the_first_time(self) -> str:
        """The text of the sentences behind the one with the first time."""
        return next((self.text[clause.start :] for clause in self.clauses if clause.sentence > self._first_timed), "")


def times_in(clause: Clause) -> list[TimeSpan]:
    """The times said in a clause."""
    return [item.value for item in clause.of_kind("TIME") if isinstance(item.value, TimeSpan)]
