"""What a message says besides its facts, and what is left without it: what they talked about, and a letter asked for.

Both are taken out before the rest is read: "their work with Siemens" tells of no application, and "write Dana a
thank-you" not that one was sent.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from language.known import label
from language.letters import Asked, letter_asked
from language.reading import Asks, Doubt, Reading, Request
from language.stories import Story
from language.topics import Topic, as_answer, topic_in
from rules.application import Application
from rules.facts import Fact, InterviewHeld, Option, Shown, TalkedAbout
from rules.journal import Journal

_EMPTY = re.compile(r"(?:[\s.,;:!?&-]|\b(?:and|also|so|i|we|they|he|she|mostly|mainly)\b)*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Apart:
    """The words apart from the facts, and the `rest` of the text."""

    rest: str
    topic: Topic | None
    asked: Asked | None

    def joined(self, rest: Reading, known: Sequence[Application], journal: Journal) -> Reading:
        """The reading of the rest with what was taken out of it."""
        told, doubts = self._told(rest, known, journal)
        request = rest.request
        if self.asked is not None:
            request = Request(Asks.LETTER, self.asked.about, letter=self.asked.wish)
        return replace(
            rest, facts=(*rest.facts, *told), request=request, doubts=(*rest.doubts, *doubts), chatter=None, answer=None
        )

    def _told(
        self, rest: Reading, known: Sequence[Application], journal: Journal
    ) -> tuple[tuple[Fact, ...], tuple[Doubt, ...]]:
        if self.topic is None:
            return (), ()
        if found := _of_facts(self.topic, rest.facts):
            return (found,), ()
        meant = _talked_with(known, _asked_about(journal))
        facts = [
            TalkedAbout(about=app.key, topic=self.topic.words, interview=app.held[-1].number if app.held else None)
            for app in meant
        ]
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
    last = journal.entries[-1].fact if journal.entries else None
    steps = last.steps if isinstance(last, Shown) else ()
    keys = [key.removeprefix("topic:") for key in steps if key.startswith("topic:")]
    return keys[0].partition(".")[0] if keys else None
