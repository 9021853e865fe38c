"""Questions of ours: put to the user one at a time, asked once more later, answered by a button or by a word."""

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from assistant.press import Press, Verb
from assistant.reply import Choice, Line, Reply, line, saying
from language.reading import Answer, Doubt
from rules.facts import Asked, Fact, FollowedUp, Nudged, Option, Retracted, Shown
from rules.journal import Entry, Journal

MOST_TIMES_ASKED = 2
WHEN_FOLLOWED_UP = "doubt-when-followed-up"


def as_questions(doubts: Iterable[Doubt]) -> tuple[Asked, ...]:
    """The doubts as facts, so that an answer finds them again."""
    return tuple(Asked(about=doubt.about, question=doubt.question, options=doubt.options) for doubt in doubts)


def until_answered(doubts: Iterable[Doubt]) -> tuple[Fact, ...]:
    """What holds while nobody answers: a follow-up was sent, on a day unknown, and the wait goes from the telling."""
    undated = [doubt.options[0].facts for doubt in doubts if doubt.question == WHEN_FOLLOWED_UP and doubt.options]
    return tuple(replace(fact, happened=None) for facts in undated for fact in facts)


def open_questions(journal: Journal) -> tuple[Entry, ...]:
    """The questions nobody has answered, the oldest first."""
    return tuple(entry for entry in journal.standing if isinstance(entry.fact, Asked))


def settled_by(facts: Sequence[Fact], journal: Journal) -> tuple[int, ...]:
    """The questions that what is told now answers by itself: "Globex replied", after "which of them?"."""
    told = {(type(fact), fact.about) for fact in facts}
    return tuple(
        entry.number
        for entry in open_questions(journal)
        if isinstance(entry.fact, Asked) and any(_is_told(option, told) for option in entry.fact.options)
    )


def _is_told(option: Option, told: AbstractSet[tuple[type[Fact], str | None]]) -> bool:
    return bool(option.facts) and {(type(fact), fact.about) for fact in option.facts} <= told


def question_to_ask(journal: Journal) -> Entry | None:
    """The question to put now: the oldest that was not yet asked, else the oldest that was asked once."""
    asked = {entry.number: _times_asked(journal, entry) for entry in open_questions(journal)}
    waiting = [entry for entry in open_questions(journal) if asked[entry.number] < MOST_TIMES_ASKED]
    return min(waiting, key=lambda entry: (asked[entry.number], entry.number), default=None)


def question_reply(entry: Entry) -> Reply:
    """The question with its answers as buttons."""
    if not isinstance(entry.fact, Asked):
        return Reply()
    rows = tuple(
        (Choice(_label(option.label), Press(Verb.ANSWER, str(entry.number), str(index))),)
        for index, option in enumerate(entry.fact.options)
    )
    return Reply(saying(line(entry.fact.question)).paragraphs, rows, named=(question_key(entry),))


def answer_facts(journal: Journal, answer: Answer) -> Sequence[Fact]:
    """What an answer means: its facts, and that the question is done with. Empty if it was answered before."""
    entry = next((e for e in open_questions(journal) if e.number == answer.entry), None)
    if entry is None or not isinstance(entry.fact, Asked) or max(answer.options) >= len(entry.fact.options):
        return ()
    told = (fact for place in answer.options for fact in entry.fact.options[place].facts)
    return (Retracted(entries=(entry.number, *_meanwhile(journal, entry))), *told)


def _meanwhile(journal: Journal, asked: Entry) -> list[int]:
    """The entries that held until the question was answered."""
    if not isinstance(asked.fact, Asked) or asked.fact.question != WHEN_FOLLOWED_UP:
        return []
    told = (entry for entry in journal.standing if entry.source == asked.source)
    return [entry.number for entry in told if isinstance(entry.fact, FollowedUp) and entry.fact.happened is None]


def was_asked(journal: Journal, entry: Entry) -> bool:
    return _times_asked(journal, entry) > 0


def question_key(entry: Entry) -> str:
    return f"asked:{entry.number}"


def _times_asked(journal: Journal, entry: Entry) -> int:
    key = question_key(entry)
    return sum(isinstance(e.fact, Shown | Nudged) and key in e.fact.steps for e in journal.entries)


def _label(label: str) -> Line:
    """A label is a text of the catalogue, or a name as the user knows it."""
    return line(label) if label.startswith("option-") else line("option-name", name=label)
