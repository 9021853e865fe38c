"""What a correction ("no, it was Thursday") puts right in the journal."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from language.clauses import Clause
from language.cues import find
from language.known import has_begun, same_company
from language.marks import Item
from language.moment_of_telling import Telling
from language.redating import Redating, puts_time_right
from language.renaming import Renaming, is_denied
from language.rounds import is_another
from language.stories import Story
from language.topics import put_right
from language.wordsets import word_set
from rules.application import Application
from rules.facts import (
    Amended,
    Applied,
    Asked,
    ChangeAsked,
    Fact,
    Feeling,
    Felt,
    Nudged,
    Retracted,
    Shown,
    TalkedAbout,
)
from rules.journal import Entry, Journal

_OWN_NOTES = (Asked, ChangeAsked, Shown, Nudged)
_LONGEST = 6
_MERELY = word_set("corrections.merely")


def is_correction(story: Story) -> bool:
    """Whether the words say that something told was wrong, and tell nothing new beside it."""
    if puts_time_right(story):
        return True
    if len(story.clauses) > _LONGEST or any(is_another(event) for event in story.events):
        return False
    tells = any(event.clause is story.clauses[0] for event in story.events)
    opening = story.clauses[: 1 if tells else 2]
    if any(match.cue.means == "correction" for clause in opening for match in find("answers", clause.words)):
        return True
    if not {event.means for event in story.events} <= _MERELY:
        return False
    is_of_name = any(clause.words[1:3] == ["name", "is"] or clause.words[1:2] == ["email"] for clause in opening)
    return any("actually" in clause.all_words or (is_of_name and "not" in clause.all_words) for clause in opening)


@dataclass(frozen=True)
class Correction:
    """A correcting message at `now`; `feeling` is how it says that the interview felt."""

    story: Story
    journal: Journal
    known: Sequence[Application]
    feeling: Feeling | None
    zone: str | None
    now: datetime

    def facts(self) -> tuple[Fact, ...]:
        """The amendments that it asks for; none if it fits nothing that stands."""
        right = self._meant_instead()
        if right and right.ahead and self.story.times and self._right("COMPANY"):
            return ()  # a time of that company's own, whatever was told of last
        if right and (moved := tuple(self._moved_to(right))):
            return moved
        told = {entry.number: entry.fact for entry in self.journal.standing}
        return tuple(amended for amended in self._amendments() if amended.fact != told[amended.entry])

    def _meant_instead(self) -> Application | None:
        """The application that the last telling was about in truth: one known by the name, or "the other one"."""
        last = self._last_told()
        others = [one for one in self.known if last and one.key != last[0].fact.about and one.is_open]
        names = [str(item.value) for _, item in self._right("COMPANY")]
        if names:
            return next((one for one in others if one.company and same_company(names[0], one.company)), None)
        is_other = any("other" in clause.all_words for clause in self.story.clauses)
        return others[0] if is_other and len(others) == 1 else None

    def _last_told(self) -> list[Entry]:
        """What the latest message told of one application."""
        told = [e for e in self.journal.standing if e.fact.about and not isinstance(e.fact, _OWN_NOTES)]
        return [e for e in told if e.told == told[-1].told and e.fact.about == told[-1].fact.about]

    def _moved_to(self, right: Application) -> Iterator[Fact]:
        """What was told last, told of the right application; a name that was new then is taken back."""
        numbers: dict[int, int] = {}
        begun = [one.number for one in right.ahead if has_begun(one, self.now)]
        for entry in self._last_told():
            fact = entry.fact
            if isinstance(fact, Applied):
                yield Retracted(entries=(entry.number,))
                continue
            number = getattr(fact, "interview", None)
            if isinstance(number, int):
                fresh = self.journal.new_interview(right.key) + len(numbers)
                numbers.setdefault(number, begun[0] if begun else fresh)
                fact = replace(fact, interview=numbers[number])  # type: ignore[call-arg]
            yield Amended(about=right.key, entry=entry.number, fact=replace(fact, about=right.key))

    def _amendments(self) -> Iterator[Amended]:
        yield from self._topic_put_right()
        if redated := Redating(self.story, self.journal, Telling(self.now, self.zone)).amended():
            yield _amended(*redated)
        if renamed := Renaming(self.story, self.journal).amended():
            yield _amended(*renamed)
        if self.feeling and (entry := self._latest(Felt)):
            yield _amended(entry, replace(entry.fact, feeling=self.feeling))  # type: ignore[call-arg]

    def _topic_put_right(self) -> Iterator[Amended]:
        entry, topic = self._latest(TalkedAbout), put_right(self.story)
        if entry and topic:
            yield _amended(entry, replace(entry.fact, topic=topic))  # type: ignore[call-arg]

    def _right(self, kind: str) -> list[tuple[Clause, Item]]:
        """What is named without being denied: Globex in "Globex, not Acme"."""
        return [pair for pair in self._named(kind) if not is_denied(*pair)]

    def _named(self, kind: str) -> list[tuple[Clause, Item]]:
        return [(clause, item) for clause in self.story.clauses for item in clause.of_kind(kind)]

    def _latest(self, kind: type[Fact]) -> Entry | None:
        return next((entry for entry in reversed(self.journal.standing) if isinstance(entry.fact, kind)), None)


def _amended(entry: Entry, fact: Fact) -> Amended:
    return Amended(about=fact.about, entry=entry.number, fact=fact)
