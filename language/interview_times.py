"""When the interviews of a strand were or will be: over, to come, or merely mentioned."""

from dataclasses import dataclass, replace

from language.moment_of_telling import Telling
from language.rounds import held_before, planned_before
from language.stories import Event
from language.strands import Strand
from language.when import TimeKind, TimeSpan
from language.wordsets import word_set
from rules.application import Application
from rules.facts import Feeling
from rules.moments import Day, Moment

_LIVED = word_set("interviews.lived")
_WAS = frozenset(["had", "was", "went", "did", "felt"])
_WAS_TO_BE = frozenset(["supposed", "suppose", "meant", "set", "due"])
_MISSED = frozenset(["missed", "overslept"])
_FAR = 120
"""Days: further off, an interview is not meant where the same words fit a day that is nearer."""


@dataclass(frozen=True)
class InterviewTimes:
    """The times of the interviews that a strand tells of; `feeling` is how one of them felt."""

    telling: Telling
    strand: Strand
    known: Application | None
    feeling: Feeling | None

    def meant(self, event: Event) -> TimeSpan | None:
        """The event's time, a bare weekday read as past or ahead as the story has it."""
        span = self.on_its_day(event)
        if span is not event.time:
            return span
        if span is None or span.kind in (TimeKind.SINCE, TimeKind.AGO) or span.first.date == self.telling.today:
            return span
        if event.means == "planned" and (event.match.cue.template or _was_to_be(event)):
            return self.telling.invited_for(event) or span
        words = event.clause.all_words
        is_told_as_past = "not" not in words and bool(words & _WAS)
        is_told_as_past = is_told_as_past or (event.means == "meeting" and bool(self.strand.of("promised")))
        is_past = event.means == "held" or self._is_lived(event) or is_told_as_past or self._is_before_another(event)
        if is_past is (span.first.date > self.telling.today):
            other = self.telling.read_again("it was " if is_past else "it will be ", span)
            return other if other and self._is_near(other, span) else span
        return span

    def is_ahead(self, event: Event) -> bool | None:
        """Whether the interview is to come; None for a mere mention, and for one that should have been."""
        span = event.time
        if span is None:
            return {"held": False, "planned": True}.get(event.means)
        first, today = span.first, self.telling.today
        if self.should_have_been(event) or (event.clause.all_words & _MISSED and first.date <= today):
            return None
        if span.kind in (TimeKind.SINCE, TimeKind.AGO) or first.date < today:
            return False
        if first.date > today:
            return None if event.means == "held" else True
        return self._is_ahead_today(event, first)

    def should_have_been(self, event: Event) -> bool:
        """ "It was meant to be at eleven": at a time that is over."""
        span = event.time
        is_over = span is not None and span.first.date <= self.telling.today
        return is_over and _was_to_be(event)

    def on_its_day(self, event: Event) -> TimeSpan | None:
        """ "It's at ten": the hour of the interview that is known, on its day."""
        span = event.time
        if not (self.known and span and span.is_hour and isinstance(span.first, Moment)):
            return span
        now = self.telling.now
        before = planned_before(event, self.known, now) or held_before(event, self.known, now)
        if before is None or before.at is None:
            return span
        return replace(span, when=self.telling.by_its_clock(span.first, before.at), is_hour=False)

    def _is_near(self, other: TimeSpan, span: TimeSpan) -> bool:
        """Whether the other reading is not far from today where the first is near: the end of January, in March."""
        far, near = (abs((one.first.date - self.telling.today).days) for one in (other, span))
        return far < _FAR or far < near

    def _is_before_another(self, event: Event) -> bool:
        """ "Screening on Monday, the manager on Tuesday and today the boss": told ahead of one that has come."""
        later = (one.time for one in self.strand.of("meeting") if one.place > event.place)
        return any(time is not None and time.day and time.day <= self.telling.today for time in later)

    def _is_ahead_today(self, event: Event, first: Day | Moment) -> bool:
        words = event.clause.all_words
        if event.means == "held":
            return False
        if isinstance(first, Moment) and event.time:
            return self.telling.is_later(event.time) or (event.means == "planned" and "is" in words)
        if event.means == "planned":
            return not (self._is_lived(event) and (self._is_narrated or words & {"had", "got", "was"}))
        lasted = any(clause.all_words & _LIVED for clause in self.strand.clauses)
        promised = [one.time.last.date for one in self.strand.of("promised") if one.time]
        is_over = self._is_lived(event) or max(promised, default=first.date) > self.telling.today
        return not (is_over or words & {"was", "had", "lasted", "went"} or lasted)

    def _is_lived(self, event: Event) -> bool:
        """Whether what is told besides only follows an interview; a no that was told before it is of another one."""
        noes = [no for no in self.strand.of("rejected") if no.clause.sentence >= event.clause.sentence]
        return bool(self.strand.of("held", "thanked", "no_date") or noes or self.feeling)

    @property
    def _is_narrated(self) -> bool:
        """ "Today I have my interview, two men ask me things, I think it goes well": over, and told as if not."""
        is_told = any(event.time is None for event in self.strand.of("held"))
        return is_told or bool(self.feeling and self.strand.of("promised", "no_date", "card"))


def _was_to_be(event: Event) -> bool:
    """ "It was supposed to be on Monday", "was going to be on Monday"."""
    is_due = event.time is not None and event.time.text.lower().startswith("due ")
    return is_due or event.clause.words[-3:] == ["going", "to", "be"] or bool(event.clause.all_words & _WAS_TO_BE)
