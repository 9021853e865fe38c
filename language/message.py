"""One message as it is recognised: its names, times and clauses, the feeling in it, and what it may be an answer to."""

from collections.abc import Sequence
from datetime import datetime

from language.chatter import is_mood, is_of_life
from language.clauses import Clause
from language.elided import with_commas, with_hour, with_interview
from language.events import story
from language.feelings import feeling_in, is_of_a_go_between
from language.known import is_all_ahead, is_invited, is_unfelt
from language.pending import Pending, meanings
from language.questions import asks_anything
from language.recognition import recognised
from language.redating import puts_time_right
from language.repairs import put_right
from language.stories import Story
from language.strands import Strand, strands
from language.weighing import FEELINGS, LONE_FEELINGS
from language.wordsets import word_set
from rules.calendar import country_of
from rules.facts import SETTING, ZONE_QUESTION, Feeling, Felt, Shown
from rules.fold import applications
from rules.journal import Journal
from rules.preferences import Preferences

_NODS = word_set("message.nods")
_PAST = word_set("message.past")


class Message:
    """What is recognised in one text. `now` is the user's time, aware."""

    def __init__(self, text: str, journal: Journal, now: datetime, preferences: Preferences) -> None:
        self.text = text
        self.journal = journal
        self.now = now
        self.preferences = preferences
        self.zone = preferences.zone if preferences.is_zone_told else None
        self.known = applications(journal)
        wall = now.replace(tzinfo=None)
        meant = with_interview(put_right(with_hour(with_commas(text), self.known), wall), self.known)
        found = recognised(meant, wall, self.zone, preferences.country or country_of(preferences.zone), self.known)
        self.items, self.reaches = found.items, found.reaches
        self.story = story(meant, self.items, now.date())
        self.feeling = None if self.is_nod or self._is_other_talk else self.felt_in(self.of_interviews(self.story))
        opened = [one for one in self.known if one.is_open]
        self.pending = Pending(journal, len(opened) == 1 and is_invited(opened[0]))
        self.meanings = self._meanings()

    def _meanings(self) -> frozenset[str]:
        """What its words may be a short answer for."""
        said = meanings(self.items)
        if self.feeling and is_unfelt(self.journal):
            said -= {"unknown"}
        return said & {"later"} if asks_anything(self.story.clauses) else said

    def another(self, text: str) -> "Message":
        """Another text, written in place of this one."""
        return Message(text, self.journal, self.now, self.preferences)

    @property
    def is_put_right(self) -> bool:
        """Whether this says that a time told before was wrong: then it answers nothing."""
        return bool(self.known) and puts_time_right(self.story)

    @property
    def is_nod(self) -> bool:
        """Whether this is an "ok" or a "great" that tells nothing, since how it felt is known."""
        words = {word for clause in self.story.clauses for word in clause.all_words}
        is_felt = any(isinstance(entry.fact, Felt) for entry in self.journal.standing)
        return (is_felt or self._is_too_early) and bool(words) and words <= _NODS

    @property
    def _is_too_early(self) -> bool:
        """Whether every interview is still to come, and this does not say that one was: then "great" is a nod."""
        opened = [one for one in self.known if one.is_open]
        is_past = any(clause.all_words & _PAST or clause.of_kind("COMPANY") for clause in self.story.clauses)
        return (
            bool(opened) and all(is_all_ahead(one, self.now) for one in opened) and not (is_past or self.story.events)
        )

    @property
    def _is_other_talk(self) -> bool:
        """Whether it cannot tell how an interview felt: it is of other things, too early, or of the user by now."""
        return is_of_life(self.story) or self._is_too_early or (is_mood(self.story) and not is_unfelt(self.journal))

    def felt_in(self, clauses: Sequence[Clause]) -> Feeling | None:
        """How an interview felt, by these clauses."""
        return feeling_in(clauses, self.story.likely, FEELINGS if self.story.events else LONE_FEELINGS)

    def of_interviews(self, told: Story) -> list[Clause]:
        """The clauses that can tell how an interview felt; before any was told, what a recruiter is like is no such."""
        is_told = self.story.of("held", "meeting") or any(one.held for one in self.known)
        return [one for one in _of_interviews(told) if is_told or not is_of_a_go_between(one)]

    def strands(self, *, feels: bool) -> list[Strand]:
        """Which application each part of it is about. `feels` says that it tells how an interview went."""
        return strands(self.story, self.known, self.now, feels)

    @property
    def named(self) -> str | None:
        """The known application whose company it names."""
        found = self.strands(feels=False)
        return next((strand.known.key for strand in found if strand.known and strand.company), None)

    @property
    def asked_setting(self) -> str | None:
        """The parameter that a reply has just asked for; the zone from when one told by which clock it goes."""
        shown = [entry.fact.steps for entry in self.journal.entries if isinstance(entry.fact, Shown)]
        last = shown[-1] if shown else ()
        if parameter := next((key.removeprefix(SETTING) for key in last if key.startswith(SETTING)), None):
            return parameter
        is_told = self.preferences.is_zone_told
        return ZONE_QUESTION if any(ZONE_QUESTION in steps for steps in (shown[-1:] if is_told else shown)) else None


def _of_interviews(told: Story) -> list[Clause]:
    """The clauses that are not of an answer or of the waiting."""
    other = {
        event.clause.number for event in told.of("rejected", "offer", "followed_up", "silence", "withdrew", "misdated")
    }
    ends = [event.clause.number for event in told.of("rejected", "offer")]
    last = min(ends, default=len(told.clauses))
    return [
        clause
        for clause in told.told
        if clause.number not in other and (clause.number < last or "interview" in clause.all_words)
    ]
