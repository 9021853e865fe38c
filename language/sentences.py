"""Reads messages by sentences that are written down as data: cues over recognised times, names and addresses."""

from dataclasses import replace
from datetime import datetime

from language.adding import added
from language.answering import answer_in
from language.apart import Apart, answered_late, apart
from language.changing import Said, change_said
from language.chatter import chatter_in, is_foreign, is_in_pain, is_mood, is_of_life
from language.clauses import Clause
from language.corrections import Correction, is_correction
from language.cues import find
from language.delays import delay_in, hour_meant
from language.elided import with_hour, with_interview
from language.events import story
from language.feelings import feeling_in, is_of_a_go_between
from language.known import awaits_hour, is_invited, is_unfelt, label
from language.moment_of_telling import Telling
from language.noting import Draft, Noting
from language.pending import ASKING_WHOM, Pending, meanings
from language.questions import ACTS_ON_ONE, asks_anything, request_in
from language.reading import Asks, Chatter, Doubt, Reading, Request, Wish
from language.recognition import recognised
from language.redating import puts_time_right
from language.repairs import put_right
from language.searches import sought
from language.settings import asks_for_settings, settings_told
from language.stories import Story
from language.strands import Strand, strands
from language.tokens import without_ornaments
from language.weighing import FEELINGS, LONE_FEELINGS
from language.when import NoSuchTime
from language.wordsets import word_set
from language.yours import request_of_yours
from rules.application import Application
from rules.calendar import country_of
from rules.changes import open_change
from rules.facts import SETTING, ZONE_QUESTION, Closed, Fact, Feeling, Felt, GutSaid, Option, Shown, Verdict
from rules.fold import applications
from rules.journal import Journal
from rules.moments import Moment
from rules.preferences import Preferences, preferences

_ALL = word_set("sentences.all")
_PAIR = 2
_NODS = word_set("sentences.nods")
_SUBSTANCE = word_set("sentences.substance")
_VERDICTS = {"gut_write": Verdict.WRITE, "gut_wait": Verdict.WAIT, "gut_let_go": Verdict.LET_GO}


class SentenceReader:
    """A reader that keeps nothing: everything it goes by is in the message and the journal."""

    def read(self, text: str, journal: Journal, said_at: datetime) -> Reading:
        """What the text means, its times read relative to `said_at` in the user's zone."""
        told = preferences(journal)
        now = said_at.astimezone(told.zone_info)
        message = _Message(without_ornaments(text), journal, now, told)
        if changed := message.changed():
            return changed
        beside = message.apart()
        if beside is None:
            return answered_late(message.completed().reading(), message.story, message.known, journal, now)
        rest = _Message(beside.rest, journal, now, told).completed().reading() if beside.rest else Reading()
        return beside.joined(rest, message.known, journal, now)


def _of_interviews(told: Story) -> list[Clause]:
    """The clauses that can tell how an interview felt: not those of an answer or of the waiting."""
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


def _is_of_both(strand: Strand) -> bool:
    """ "Thanked them both", "both called", where two come into question; "met both managers" is of one."""
    is_said = any("both" in clause.all_words for clause in strand.clauses)
    return is_said and len(strand.candidates) == _PAIR and not strand.of("held", "planned", "meeting")


class _Message:
    """One message being read."""

    def __init__(self, text: str, journal: Journal, now: datetime, told: Preferences) -> None:
        self._text = text
        self._journal = journal
        self._now = now
        self._told_preferences = told
        self._zone = told.zone if told.is_zone_told else None
        self._known = applications(journal)
        wall = now.replace(tzinfo=None)
        meant = with_interview(put_right(with_hour(text, self._known), wall), self._known)
        items = recognised(meant, wall, self._zone, told.country or country_of(told.zone), self._known)
        self._items, self._reaches = items.items, items.reaches
        self._story = story(meant, self._items, now.date())
        self._feeling = None if self._is_nod() or self._is_other_talk() else self._felt_in(self._of_interviews())
        opened = [one for one in self._known if one.is_open]
        self._pending = Pending(journal, len(opened) == 1 and is_invited(opened[0]))
        said = meanings(self._items)
        if self._feeling and is_unfelt(journal):
            said -= {"unknown"}
        self._meanings = said & {"later"} if asks_anything(self._story.clauses) else said

    @property
    def _is_put_right(self) -> bool:
        """Whether this says that a time told before was wrong: then it answers nothing."""
        return bool(self._known) and puts_time_right(self._story)

    @property
    def story(self) -> Story:
        return self._story

    @property
    def known(self) -> tuple[Application, ...]:
        return self._known

    def apart(self) -> Apart | None:
        """What is read apart from the rest of it."""
        return apart(self._story, self._story.text, self._known, self._journal, self._asks)

    def _asks(self) -> bool:
        """Whether it asks for something, or wants something set."""
        short = self._short()
        return (
            request_of_yours(self._text, self._journal) is not None
            or asks_for_settings(self._text)
            or settings_told(self._text, self._told_preferences, self._asked_setting())[0] != Wish()
            or sought(self._text, self._known) is not None
            or delay_in(self._items, self._known, awaits_promise=False) is not None
            or (short is not None and short.request is not None)
            or request_in(self._story, None) is not None
        )

    def completed(self) -> "_Message":
        """The same message as a whole sentence, if it is only the rest of one: "Friday" after "when?"."""
        if self._is_put_right:
            return self
        times = self._story.times
        is_soon = bool(times) and times[-1].last.date == self._now.date()
        if "bare_time" in self._meanings and times and times[0].is_hour and awaits_hour(self._known):
            return _Message(f"it is {self._text}", self._journal, self._now, self._told_preferences)
        whole = self._pending.completed(self._text, self._meanings, is_soon=is_soon)
        return _Message(whole, self._journal, self._now, self._told_preferences) if whole else self

    def changed(self) -> Reading | None:
        """What it puts right, if the user has just wanted to change something and this says what it is now."""
        if open_change(self._journal, self._now) is None or self._wished(None):
            return None
        said = Said(self._text, self._now, self._zone, self._reaches, self._feeling, self._whole)
        return change_said(said, self._journal, self._known) or added(said, self._journal, self._known, self._read)

    def _read(self, text: str) -> Reading:
        return _Message(text, self._journal, self._now, self._told_preferences).reading()

    def reading(self) -> Reading:
        if answer := answer_in(self._text, self._journal):
            return answer
        if is_foreign(self._items) and not self._reaches:
            return Reading(chatter=Chatter.FOREIGN)
        if wished := self._wished(self._asked_setting()):
            return wished
        is_promise_asked = self._pending.of("ask-promise") is not None
        if delay := delay_in(self._items, self._known, awaits_promise=is_promise_asked):
            return Reading(request=delay)
        if short := self._short():
            return short
        return self._whole()

    def _wished(self, asked: str | None) -> Reading | None:
        """What is wanted of the assistant itself: of what it keeps, of its settings, of the one it asked for."""
        if yours := request_of_yours(self._text, self._journal):
            return Reading(request=yours)
        if asks_for_settings(self._text):
            return Reading(request=Request(Asks.SETTINGS))
        wish, rest = settings_told(self._text, self._told_preferences, asked)
        return self._with(wish, rest) if wish != Wish() else None

    def _with(self, wish: Wish, rest: str) -> Reading:
        """What is wanted of the settings, and what else is told, by the clock that goes from now on."""
        journal = self._journal.noting(wish.facts, self._now)
        told = SentenceReader().read(rest, journal, self._now) if rest else Reading()
        facts, doubts = (*wish.facts, *told.facts), (*wish.doubts, *told.doubts)
        return replace(told, facts=facts, doubts=doubts, refused=wish.refused)

    def _short(self) -> Reading | None:
        """The meaning of a short answer to what was asked or advised last."""
        if self._is_put_right:
            return None
        if fact := self._pending.fact(self._meanings):
            return Reading(facts=(fact,))
        if request := self._pending.request(self._meanings, self._story.times):
            return Reading(request=request)
        chatter = self._pending.chatter(self._meanings)
        return Reading(chatter=chatter) if chatter else None

    def _whole(self) -> Reading:
        unusable = tuple(item.value.text for item in self._items if isinstance(item.value, NoSuchTime))
        if amended := self._corrected():
            rest = self._rest()
            return replace(rest, facts=(*amended, *rest.facts), unusable=unusable, chatter=None, answer=None)
        if words := sought(self._text, self._known):
            return Reading(request=Request(Asks.LIST, words=words))
        facts, doubts, about = self._told()
        about = about or self._named()
        request = request_in(self._story, about)
        if request and request.asks in ACTS_ON_ONE:
            return Reading(request=request)
        is_idle = not (facts or doubts or request or unusable)
        if is_idle and self._story.of("own_plan") and not asks_anything(self._story.clauses):
            return self._intended(about)
        chatter = self._chatter() if is_idle else None
        return Reading(facts, request, doubts, chatter, unusable, is_in_pain(self._story), about=about)

    def _intended(self, about: str | None) -> Reading:
        """What the user is going to do: when what was advised is to come back, if it is that; else good to know."""
        times = self._story.times
        if times and self._pending.act:
            return Reading(request=Request(Asks.LATER, about=about, when=hour_meant(times[-1])))
        return Reading(chatter=Chatter.WILLING, about=about)

    def _chatter(self) -> Chatter | None:
        return Chatter.THANKS if self._is_nod() else chatter_in(self._story, self._text)

    def _is_nod(self) -> bool:
        """Whether this is an "ok" or a "great" that tells nothing, since how it felt is known."""
        words = {word for clause in self._story.clauses for word in clause.all_words}
        is_felt = any(isinstance(entry.fact, Felt) for entry in self._journal.standing)
        return is_felt and bool(words) and words <= _NODS

    def _is_other_talk(self) -> bool:
        """Whether it cannot tell how an interview felt: it is of other things, or of how the user is by now."""
        return is_of_life(self._story) or (is_mood(self._story) and not is_unfelt(self._journal))

    def _corrected(self) -> tuple[Fact, ...]:
        if not self._known or self._story.of("moved") or not is_correction(self._story):
            return ()
        told = self._story.up_to_the_first_time if self._is_put_right else self._story
        right = [clause for clause in _of_interviews(told) if clause.words[:1] != ["not"]]
        feeling = self._feeling and self._felt_in(right)
        return Correction(told, self._journal, self._known, feeling, self._zone, self._now).facts()

    def _rest(self) -> Reading:
        """What is told after the sentence that puts a time right."""
        rest = self._story.after_the_first_time if self._is_put_right else ""
        return _Message(rest, self._journal, self._now, self._told_preferences).reading() if rest else Reading()

    def _asked_setting(self) -> str | None:
        """The parameter that a reply has just asked for; the zone from when one told by which clock it goes."""
        shown = [entry.fact.steps for entry in self._journal.entries if isinstance(entry.fact, Shown)]
        last = shown[-1] if shown else ()
        if parameter := next((key.removeprefix(SETTING) for key in last if key.startswith(SETTING)), None):
            return parameter
        is_told = self._told_preferences.is_zone_told
        return ZONE_QUESTION if any(ZONE_QUESTION in steps for steps in (shown[-1:] if is_told else shown)) else None

    def _has_substance(self) -> bool:
        means = {event.means for event in self._story.events}
        return bool(means & _SUBSTANCE or self._feeling or self._reaches or self._is_interview_told())

    def _is_interview_told(self) -> bool:
        return any(event.time for event in self._story.of("meeting"))

    def _names_something(self) -> bool:
        """A bare "Acme, QA lead, Dana" names an application though nothing happens in it; so does "Acme ghosted me"."""
        kinds = {item.word for clause in self._story.told for item in clause.items}
        is_contact = "bare_person" in self._meanings and self._pending.of(*ASKING_WHOM)
        return (
            bool(kinds & {"COMPANY", "ROLE"} or is_contact)
            and not asks_anything(self._story.clauses)
            and (not self._story.of("silence") or "COMPANY" in kinds)
        )

    def _told(self) -> tuple[tuple[Fact, ...], tuple[Doubt, ...], str | None]:
        if verdict := self._gut():
            return (verdict,), (), verdict.about
        if done := self._done():
            return done
        if not self._has_substance() and not self._names_something():
            return (), (), self._named()
        telling = Telling(self._now, self._zone)
        facts: list[Fact] = []
        doubts: list[Doubt] = []
        about: str | None = None
        found = strands(self._story, self._known, self._now, self._feeling is not None)
        fresh = self._journal.new_application()
        for strand in found:
            feeling = self._feeling_of(strand, found)
            if not (strand.events or feeling or strand.company or strand.role or strand.clauses):
                continue
            if len(strand.candidates) > 1:
                doubt = self._which(strand, telling, feeling)
                told = [fact for option in doubt.options for fact in option.facts]
                if told and _is_of_both(strand):
                    facts += told
                else:
                    doubts += [doubt] if told else []
                continue
            key = strand.known.key if strand.known else fresh
            draft = self._draft(telling, strand, key, strand.known, feeling)
            if draft.is_empty:
                continue
            if strand.known is None:
                fresh = f"a{int(fresh[1:]) + 1}"
            about = about or key
            facts += draft.facts
            if draft.undated:
                doubts.append(Doubt("doubt-when-followed-up", draft.undated, key))
            if draft.other_day:
                doubts.append(Doubt("doubt-other-day", draft.other_day, key))
        return tuple(facts), tuple(doubts), about

    def _draft(
        self, telling: Telling, strand: Strand, about: str, known: Application | None, feeling: Feeling | None
    ) -> Draft:
        return Noting(telling, strand, about, known, feeling, self._journal.new_interview(about)).draft()

    def _feeling_of(self, strand: Strand, found: list[Strand]) -> Feeling | None:
        if len(found) == 1:
            return self._feeling
        own = [clause for clause in strand.clauses if clause in self._of_interviews()]
        both = [clause for clause in self._story.clauses if clause.words[:1] == ["both"]]
        return self._felt_in([*own, *both])

    def _felt_in(self, clauses: list[Clause]) -> Feeling | None:
        return feeling_in(clauses, self._story.likely, FEELINGS if self._story.events else LONE_FEELINGS)

    def _of_interviews(self) -> list[Clause]:
        """The clauses that can tell how an interview felt; before any was told, what a recruiter is like is no such."""
        is_told = self._story.of("held", "meeting") or any(one.held for one in self._known)
        return [one for one in _of_interviews(self._story) if is_told or not is_of_a_go_between(one)]

    def _which(self, strand: Strand, telling: Telling, feeling: Feeling | None) -> Doubt:
        options = tuple(
            Option(label=label(one), facts=self._draft(telling, strand, one.key, one, feeling).facts)
            for one in strand.candidates
        )
        return Doubt("doubt-which-application", options)

    def _named(self) -> str | None:
        found = strands(self._story, self._known, self._now, False)
        return next((strand.known.key for strand in found if strand.known and strand.company), None)

    def _done(self) -> tuple[tuple[Fact, ...], tuple[Doubt, ...], str | None] | None:
        """What "done" tells: of the one act advised, of "both" or "all" of them; else it is asked which was done."""
        words = [item.word for item in self._items if item.word.isalnum() and item.word != "TIME"]
        facts = () if asks_anything(self._story.clauses) else self._pending.done(words)
        if len(facts) < 2 or _ALL & set(words):
            return (facts, (), facts[0].about) if facts else None
        names = {one.key: label(one) for one in self._known}
        options = tuple(Option(label=names[fact.about or ""], facts=(fact,)) for fact in facts)
        return (), (Doubt("doubt-which-application", options),), None

    def _gut(self) -> Fact | None:
        opened = [one for one in self._known if one.is_open]
        if not opened or not self._story.clauses or asks_anything(self._story.clauses):
            return None
        if (is_in_pain(self._story) or self._story.of("own_plan")) and not self._pending.is_choice:
            return None
        about = self._named() or (opened[0].key if len(opened) == 1 else max(opened, key=lambda one: one.last_told).key)
        for match in find("answers", self._story.clauses[0].words):
            if verdict := _VERDICTS.get(match.cue.means):
                return self._verdict(verdict, about)
        return None

    def _verdict(self, verdict: Verdict, about: str) -> Fact:
        if verdict is Verdict.LET_GO and self._story.of("closed"):
            return Closed(about=about)
        times = self._story.times
        last = times[-1].last if times else None
        on = Moment(last.date, last.time, self._zone) if isinstance(last, Moment) else last
        return GutSaid(about=about, verdict=verdict, on=on)
