"""What a message says of what was asked or advised last, and means nothing without it: "Friday", "sent it"."""

from dataclasses import replace

from language.chatter import is_in_pain
from language.cues import find
from language.known import awaits_hour, label
from language.message import Message
from language.questions import asks_anything
from language.reading import Asks, Doubt, Reading, Request
from language.wordsets import word_set
from rules.facts import Closed, Fact, GutSaid, Nudged, Option, Retracted, Shown, Verdict
from rules.moments import Moment

_ALL = word_set("short_answers.all")
_VERDICTS = {"gut_write": Verdict.WRITE, "gut_wait": Verdict.WAIT, "gut_let_go": Verdict.LET_GO}
_ASKED_ALONE = {"gut_forget": Verdict.LET_GO}
"""What is of the gut only after it was asked: otherwise "forget it" is of the last word."""


def completed(message: Message) -> Message:
    """The same message as a whole sentence, if it is only the rest of one: "Friday" after "when?"."""
    if message.is_put_right:
        return message
    times = message.story.times
    is_soon = bool(times) and times[-1].last.date == message.now.date()
    if "bare_time" in message.meanings and times and times[0].is_hour and awaits_hour(message.known):
        return message.another(f"it is {message.text}")
    whole = message.pending.completed(message.text, message.meanings, is_soon=is_soon)
    return message.another(whole) if whole else message


def short_answer(message: Message) -> Reading | None:
    """The meaning of a short answer to what was asked or advised last."""
    if message.is_put_right:
        return None
    if "keep" in message.meanings and _is_just_removed(message):
        return Reading(request=Request(Asks.UNDO))
    if fact := message.pending.fact(message.meanings):
        return Reading(facts=(fact,))
    if request := message.pending.request(message.meanings, message.story.times):
        return Reading(request=request)
    chatter = message.pending.chatter(message.meanings)
    return Reading(chatter=chatter) if chatter else None


def _is_just_removed(message: Message) -> bool:
    """Whether the last thing told was to forget something."""
    journal = message.journal
    stands = [entry.fact for entry in journal.entries if entry.number not in journal.retracted]
    told = [fact for fact in stands if not isinstance(fact, Shown | Nudged)]
    return bool(told) and isinstance(told[-1], Retracted) and told[-1].about is not None


def settled(message: Message) -> Reading | None:
    """What the gut says, or that what was advised is done."""
    if verdict := _gut(message):
        return Reading(facts=(verdict,), about=verdict.about)
    return _done(message)


def _done(message: Message) -> Reading | None:
    """What "done" tells: of the one act advised, of "both" or "all" of them; else it is asked which was done."""
    words = [item.word for item in message.items if item.word.isalnum() and item.word != "TIME"]
    facts = () if asks_anything(message.story.clauses) else message.pending.done(words)
    if len(facts) < 2 or _ALL & set(words):
        return Reading(facts=facts, about=facts[0].about) if facts else None
    names = {one.key: label(one) for one in message.known}
    options = tuple(Option(label=names[fact.about or ""], facts=(fact,)) for fact in facts)
    return Reading(doubts=(Doubt("doubt-which-application", options),))


def _gut(message: Message) -> Fact | None:
    opened = [one for one in message.known if one.is_open]
    story, is_choice = message.story, message.pending.is_choice
    if not opened or not story.clauses or asks_anything(story.clauses):
        return None
    if (is_in_pain(story) or story.of("own_plan")) and not is_choice:
        return None
    about = message.named or max(opened, key=lambda one: one.last_told).key
    for match in find("answers", story.clauses[0].words):
        if verdict := (_VERDICTS | _ASKED_ALONE if is_choice else _VERDICTS).get(match.cue.means):
            return _verdict(message, verdict, about)
    return None


def _verdict(message: Message, verdict: Verdict, about: str) -> Fact:
    if verdict is Verdict.LET_GO and message.story.of("closed"):
        return Closed(about=about)
    times = message.story.times
    last = times[-1].last if times else None
    on = replace(last, zone=last.zone or message.zone) if isinstance(last, Moment) else last
    return GutSaid(about=about, verdict=verdict, on=on)
