"""A message read on its own merits: what it puts right, tells, asks for, or merely says."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from language.chatter import chatter_in, is_in_pain
from language.corrections import Correction, is_correction
from language.delays import hour_meant
from language.known import label
from language.marks import Item
from language.message import Message
from language.moment_of_telling import Telling
from language.noting import Draft, Noting
from language.pending import ASKING_WHOM
from language.questions import ACTS_ON_ONE, asks_anything, request_in
from language.reading import Asks, Chatter, Doubt, Reading, Request
from language.searches import sought
from language.short_answers import settled
from language.strands import Strand
from language.when import NoSuchTime
from language.wordsets import word_set
from rules.application import Application, is_same_person
from rules.facts import Fact, Feeling, Option

_PAIR = 2
_WITH = "with "
_SUBSTANCE = word_set("whole.substance")


def whole(message: Message, read: Callable[[str], Reading]) -> Reading:
    """What the message means. `read` reads another text in its place."""
    unusable = tuple(item.value.text for item in message.items if isinstance(item.value, NoSuchTime))
    if amended := _corrected(message):
        after = message.story.after_the_first_time if message.is_put_right else ""
        rest = read(after) if after else Reading()
        return replace(rest, facts=(*amended, *rest.facts), unusable=unusable, chatter=None, answer=None)
    if words := sought(message.text, message.known):
        return Reading(request=Request(Asks.LIST, words=words))
    told = _told(message)
    about = told.about or message.named
    request = request_in(message.story, about, _on_file(message))
    if request and request.asks in ACTS_ON_ONE:
        return Reading(request=request)
    is_idle = not (told.facts or told.doubts or request or unusable)
    if is_idle and message.story.of("own_plan") and not asks_anything(message.story.clauses):
        return _intended(message, about)
    chatter = _chatter(message) if is_idle else None
    return Reading(told.facts, request, told.doubts, chatter, unusable, is_in_pain(message.story), about=about)


def _on_file(message: Message) -> str | None:
    """What a question of what is on file is about: whose people are named, or the only one that is open."""
    people = [str(item.value) for clause in message.story.clauses for item in clause.of_kind("PERSON")]
    names = [(one.key, contact.name) for one in message.known for contact in one.contacts if contact.name]
    of_people = [key for key, name in names if any(is_same_person(name, person) for person in people)]
    opened = [one.key for one in message.known if one.is_open]
    return of_people[0] if of_people else opened[0] if len(opened) == 1 else None


def _corrected(message: Message) -> tuple[Fact, ...]:
    tells_more = message.story.of("moved") or message.story.of("withdrew")
    if not message.known or tells_more or not is_correction(message.story):
        return ()
    told = message.story.up_to_the_first_time if message.is_put_right else message.story
    right = [clause for clause in message.of_interviews(told) if clause.words[:1] != ["not"]]
    feeling = message.feeling and message.felt_in(right)
    return Correction(told, message.journal, message.known, feeling, message.zone, message.now).facts()


def _intended(message: Message, about: str | None) -> Reading:
    """What the user is going to do: when what was advised is to come back, if it is that; else good to know."""
    times = message.story.times
    if times and message.pending.act:
        return Reading(request=Request(Asks.LATER, about=about, when=hour_meant(times[-1])))
    return Reading(chatter=Chatter.WILLING, about=about)


def _chatter(message: Message) -> Chatter | None:
    return Chatter.THANKS if message.is_nod else chatter_in(message.story, message.text)


def _told(message: Message) -> Reading:
    """The facts and doubts, and the application of the first of them."""
    if answer := settled(message):
        return answer
    if not _has_substance(message) and not _names_something(message):
        return Reading()
    return _Account(message, message.strands(feels=message.feeling is not None)).reading()


def _has_substance(message: Message) -> bool:
    means = {event.means for event in message.story.events}
    is_interview_told = any(event.time for event in message.story.of("meeting"))
    return bool(means & _SUBSTANCE or message.feeling or message.reaches or is_interview_told)


def _names_something(message: Message) -> bool:
    """A bare "Acme, QA lead, Dana" names an application though nothing happens in it; so does "Acme ghosted me"."""
    kinds = {item.word for clause in message.story.told for item in clause.items}
    is_told_with_whom = message.text.lower().startswith(_WITH) and any(one.is_open for one in message.known)
    is_contact = "bare_person" in message.meanings and (is_told_with_whom or message.pending.of(*ASKING_WHOM))
    return (
        bool(kinds & {"COMPANY", "ROLE"} or is_contact)
        and not asks_anything(message.story.clauses)
        and (not message.story.of("silence") or "COMPANY" in kinds)
    )


@dataclass(frozen=True, slots=True)
class _Account:
    """A message strand by strand, each of one application."""

    message: Message
    strands: list[Strand]

    def reading(self) -> Reading:
        """The facts of all strands, and what is to be asked."""
        facts: list[Fact] = []
        doubts: list[Doubt] = []
        about: str | None = None
        fresh = self.message.journal.new_application()
        for strand in self.strands:
            feeling = self._feeling_of(strand)
            if not (strand.events or feeling or strand.company or strand.role or strand.clauses):
                continue
            if len(strand.candidates) > 1 or strand.newcomer:
                of_both, unsure = self._among(strand, feeling)
                facts += of_both
                doubts += unsure
                continue
            key = strand.known.key if strand.known else fresh
            draft = self._draft(strand, key, strand.known, feeling)
            if draft.is_empty:
                continue
            if strand.known is None:
                fresh = f"a{int(fresh[1:]) + 1}"
            about = about or key
            facts += draft.facts
            doubts += draft.doubts(key)
        return Reading(tuple(facts), doubts=tuple(doubts), about=about)

    def _among(self, strand: Strand, feeling: Feeling | None) -> tuple[list[Fact], list[Doubt]]:
        """Of several that it may be about: the facts of both, or the question which it is."""
        options = tuple(
            Option(label=label(one), facts=self._draft(strand, one.key, one, feeling).facts)
            for one in strand.candidates
        )
        if strand.newcomer:
            options = (*options, self._of_newcomer(strand, strand.newcomer, feeling))
        told = [fact for option in options for fact in option.facts]
        if told and _is_of_both(strand):
            return told, []
        return [], [Doubt("doubt-which-application", options)] if told else []

    def _draft(self, strand: Strand, about: str, known: Application | None, feeling: Feeling | None) -> Draft:
        telling = Telling(self.message.now, self.message.zone)
        return Noting(telling, strand, about, known, feeling, self.message.journal.new_interview(about)).draft()

    def _of_newcomer(self, strand: Strand, newcomer: Item, feeling: Feeling | None) -> Option:
        """Who is nobody known, as a company."""
        name, fresh = str(newcomer.value), self.message.journal.new_application()
        own = replace(strand, company=name, candidates=[], others={*strand.others, newcomer.start})
        return Option(label=name, facts=self._draft(own, fresh, None, feeling).facts)

    def _feeling_of(self, strand: Strand) -> Feeling | None:
        message = self.message
        if len(self.strands) == 1:
            return message.feeling
        of_interviews = message.of_interviews(message.story)
        own = [clause for clause in strand.clauses if clause in of_interviews]
        both = [clause for clause in message.story.clauses if clause.words[:1] == ["both"]]
        return message.felt_in([*own, *both])


def _is_of_both(strand: Strand) -> bool:
    """ "Thanked them both", "both called", where two come into question; "met both managers" is of one."""
    is_said = any("both" in clause.all_words for clause in strand.clauses)
    return is_said and len(strand.candidates) == _PAIR and not strand.of("held", "planned", "meeting")
