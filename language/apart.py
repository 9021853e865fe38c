"""What a message says besides its facts, and what is left without it: what they talked about, and a letter asked for.

Both are taken out before the rest is read: "their work with Siemens" tells of no application, and "write Dana a
thank-you" not that one was sent.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import takewhile

from language.known import label
from language.letters import Asked, letter_asked
from language.reading import Asks, Chatter, Doubt, Reading, Request
from language.stories import Story
from language.topics import Topic, as_answer, is_bare_topic, topic_in
from rules.application import Application
from rules.facts import Fact, InterviewHeld, Option, Shown, TalkedAbout
from rules.journal import Entry, Journal

_LATELY = timedelta(hours=1)
_EMPTY = re.compile(r"(?:[\s.,;:!?&-]|\b(?:and|also|so|i|we|they|he|she|mostly|mainly)\b)*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Apart:
    """The words apart from the facts, and the `rest` of the text."""

    rest: str
    topic: Topic | None
    asked: Asked | None

    def joined(self, rest: Reading, known: Sequence[Application], journal: Journal, now: datetime) -> Reading:
        """The reading of the rest with what was taken out of it."""
        told, doubts = self._told(rest, known, _asked_lately(journal, now))
        request = rest.request
        if self.asked is not None:
            request = Request(Asks.LETTER, self.asked.about, letter=self.asked.wish)
        return replace(
            rest, facts=(*rest.facts, *told), request=request, doubts=(*rest.doubts, *doubts), chatter=None, answer=None
        )

    def _told(
        self, rest: Reading, known: Sequence[Application], asked: str | None
    ) -> tuple[tuple[Fact, ...], tuple[Doubt, ...]]:
        if self.topic is None:
            return (), ()
        if found := _of_facts(self.topic, rest.facts):
            return (found,), ()
        meant = _talked_with(known, asked)
        facts = [_talk(app, self.topic.words) for app in meant]
        if len(facts) < 2:
            return tuple(facts), ()
        options = (Option(label=label(app), facts=(fact,)) for app, fact in zip(meant, facts, strict=True))
        return (), (Doubt("doubt-which-application", tuple(options)),)


def apart(
    story: Story, text: str, known: Sequence[Application], journal: Journal, asks_else: Callable[[], bool]
) -> Apart | None:
    """What is to be taken out of this message; None if there is nothing.

    `asks_else` tells whether it asks for something else: then it says nothing of a talk.
    """
    asked = letter_asked(story, known)
    topic = topic_in(story)
    if topic is None and asked is None and known and _asked_about(journal) and not story.events:
        words = None if asks_else() else as_answer(text, story)
        topic = Topic(words, 0, len(text)) if words else None
    if topic is None and asked is None:
        return None
    spans = [(topic.start, topic.end)] if topic else []
    spans += [(clause.start, clause.end) for clause in asked.clauses] if asked else []
    return Apart(_without(text, spans), topic, asked)


def answered_late(
    reading: Reading, story: Story, known: Sequence[Application], journal: Journal, now: datetime
) -> Reading:
    """The reading; of words that tell nothing else, as the answer to what a letter asked for a few messages ago."""
    is_idle = reading == Reading(chatter=reading.chatter) and reading.chatter in (None, Chatter.OFF_TOPIC)
    if not is_idle or story.events or story.talk or not is_bare_topic(story):
        return reading
    asked = _asked_lately(journal, now)
    app = next((app for app in known if app.is_open and app.key == asked), None)
    words = as_answer(story.text, story) if app else None
    return Reading(facts=(_talk(app, words),)) if app and words else reading


def _talk(app: Application, words: str) -> TalkedAbout:
    return TalkedAbout(about=app.key, topic=words, interview=app.held[-1].number if app.held else None)


def _without(text: str, spans: Sequence[tuple[int, int]]) -> str:
    kept, at = "", 0
    for start, end in sorted(spans):
        kept += text[at : max(start, at)]
        at = max(at, end)
    kept += text[at:]
    return "" if _EMPTY.fullmatch(kept) else re.sub(r",\s*,", ",", kept).strip()


def _of_facts(topic: Topic, facts: Sequence[Fact]) -> Fact | None:
    """The topic of the interview that the same message tells of."""
    about = next((fact.about for fact in facts if fact.about), None)
    held = [fact.interview for fact in facts if isinstance(fact, InterviewHeld) and fact.about == about]
    return TalkedAbout(about=about, topic=topic.words, interview=held[-1] if held else None) if about else None


def _talked_with(known: Sequence[Application], asked: str | None) -> Sequence[Application]:
    """Whom the talk may have been with: those asked about, else wherever an interview was held."""
    opened = [app for app in known if app.is_open]
    if mine := [app for app in opened if app.key == asked]:
        return mine
    return [app for app in opened if app.held] or opened[-1:]


def _asked_about(journal: Journal) -> str | None:
    """The application whose topic the last reply asked for, while nothing else was told since."""
    return next(_asked(journal.entries[-1:]), None)


def _asked_lately(journal: Journal, now: datetime) -> str | None:
    """The application whose topic was asked for within the hour and not told since."""
    since = list(takewhile(lambda entry: now - entry.told < _LATELY, reversed(journal.entries)))
    told = {entry.fact.about for entry in since if isinstance(entry.fact, TalkedAbout)}
    return next((about for about in _asked(since) if about not in told), None)


def _asked(entries: Iterable[Entry]) -> Iterator[str]:
    """The applications whose topics the replies among these entries asked for."""
    for entry in entries:
        steps = entry.fact.steps if isinstance(entry.fact, Shown) else ()
        yield from (key.removeprefix("topic:").partition(".")[0] for key in steps if key.startswith("topic:"))
