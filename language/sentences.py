"""Reads messages by sentences that are written down as data: cues over recognised times, names and addresses."""

from dataclasses import replace
from datetime import datetime

from language.adding import added
from language.answering import answer_in
from language.apart import Apart, answered_late, apart
from language.changing import Said, change_said
from language.chatter import is_foreign
from language.delays import delay_in
from language.message import Message
from language.questions import request_in
from language.reading import Asks, Chatter, Reading, Request, Wish
from language.searches import sought
from language.settings import asks_for_settings, settings_told
from language.short_answers import completed, short_answer
from language.tokens import without_ornaments
from language.whole import whole
from language.yours import request_of_yours
from rules.changes import open_change
from rules.journal import Journal
from rules.preferences import preferences


class SentenceReader:
    """A reader that keeps nothing: everything it goes by is in the message and the journal."""

    def read(self, text: str, journal: Journal, said_at: datetime) -> Reading:
        """What the text means, its times read relative to `said_at` in the user's zone."""
        told = preferences(journal)
        now = said_at.astimezone(told.zone_info)
        message = Message(without_ornaments(text), journal, now, told)
        if changed := _changed(message):
            return changed
        beside = _apart(message)
        if beside is None:
            return answered_late(_reading(completed(message)), message.story, message.known, journal, now)
        rest = _reading(completed(message.another(beside.rest))) if beside.rest else Reading()
        return beside.joined(rest, message.known, journal, now)


def _changed(message: Message) -> Reading | None:
    """What it puts right, if the user has just wanted to change something and this says what it is now."""
    if open_change(message.journal, message.now) is None or _wished(message, None):
        return None
    said = Said(
        message.text, message.now, message.zone, message.reaches, message.feeling, lambda: _on_its_own_merits(message)
    )
    return change_said(said, message.journal, message.known) or added(
        said, message.journal, message.known, lambda text: _reading(message.another(text))
    )


def _apart(message: Message) -> Apart | None:
    """What is read apart from the rest of it."""
    return apart(message.story, message.story.text, message.known, message.journal, lambda: _asks(message))


def _asks(message: Message) -> bool:
    """Whether it asks for something, or wants something set."""
    short = short_answer(message)
    return (
        request_of_yours(message.text, message.journal) is not None
        or asks_for_settings(message.text)
        or settings_told(message.text, message.preferences, message.asked_setting)[0] != Wish()
        or sought(message.text, message.known) is not None
        or delay_in(message.items, message.known, awaits_promise=False) is not None
        or (short is not None and short.request is not None)
        or request_in(message.story, None) is not None
    )


def _reading(message: Message) -> Reading:
    if answer := answer_in(message.text, message.journal):
        return answer
    if is_foreign(message.items) and not message.reaches:
        return Reading(chatter=Chatter.FOREIGN)
    if wished := _wished(message, message.asked_setting):
        return wished
    is_promise_asked = message.pending.of("ask-promise") is not None
    if delay := delay_in(message.items, message.known, awaits_promise=is_promise_asked):
        return Reading(request=delay)
    return short_answer(message) or _on_its_own_merits(message)


def _on_its_own_merits(message: Message) -> Reading:
    return whole(message, lambda text: _reading(message.another(text)))


def _wished(message: Message, asked: str | None) -> Reading | None:
    """What is wanted of the assistant itself: of what it keeps, of its settings, of the one it asked for."""
    if yours := request_of_yours(message.text, message.journal):
        return Reading(request=yours)
    if asks_for_settings(message.text):
        return Reading(request=Request(Asks.SETTINGS))
    wish, rest = settings_told(message.text, message.preferences, asked)
    return _with(message, wish, rest) if wish != Wish() else None


def _with(message: Message, wish: Wish, rest: str) -> Reading:
    """What is wanted of the settings, and what else is told, by the clock that goes from now on."""
    journal = message.journal.noting(wish.facts, message.now)
    told = SentenceReader().read(rest, journal, message.now) if rest else Reading()
    facts, doubts = (*wish.facts, *told.facts), (*wish.doubts, *told.doubts)
    return replace(told, facts=facts, doubts=doubts, refused=wish.refused)
