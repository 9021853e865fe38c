"""What a message asks for."""

from collections.abc import Sequence
from itertools import pairwise

from language.asides import opens_question
from language.chatter import is_about_jobs
from language.clauses import Clause
from language.cues import find
from language.reading import Asks, Request, Topic
from language.searches import rule_sought
from language.stories import Story
from language.wordsets import word_set
from rules.facts import Detail

_COMMANDS = {
    "redo": Asks.REDO,
    "history": Asks.HISTORY,
    "cancel": Asks.CANCEL,
    "stop": Asks.STOP,
    "forget": Asks.FORGET,
    "forget_person": Asks.FORGET,
    "forget_interview": Asks.FORGET,
    **{f"edit_{detail.value}": Asks.EDIT for detail in Detail},
    "edit": Asks.EDIT,
    "add": Asks.ADD,
    "show_one": Asks.LIST,
    "overview_dark": Asks.OVERVIEW_DARK,
    "overview": Asks.OVERVIEW,
    "calendar": Asks.CALENDAR,
    "list": Asks.LIST,
    "undo": Asks.UNDO,
    "rules": Asks.RULES,
    "help": Asks.HELP,
    "why_wait": Asks.WHY_WAIT,
    "why": Asks.WHY,
}
ACTS_ON_ONE = (Asks.EDIT, Asks.FORGET)
"""What is done to an application rather than told of it."""
_TOPICS = {topic.value: topic for topic in Topic}
_ASKING = word_set("questions.asking")
_WONDERING = word_set("questions.wondering")
_MUSING = word_set("questions.musing")
_UNMARKED = frozenset(["act", "act_on_jobs", "about_one", *_COMMANDS])


def asks_anything(clauses: Sequence[Clause]) -> bool:
    """Whether a question is asked, of whatever kind."""
    return any(clause.asks for clause in clauses)


def request_in(story: Story, about: str | None, otherwise: str | None = None) -> Request | None:
    """The one thing a message asks for: an act before a topic, a topic before anything else.

    `otherwise` is the application that a question of what is on file means where it names none.
    """
    found: dict[str, Clause] = {}
    for clause in story.clauses:
        for means in _asked_in(clause):
            found.setdefault(means, clause)
    if any(_wonders(*pair) for pair in pairwise(story.clauses)):
        found.setdefault("act", story.clauses[-1])
    for means, asks in _COMMANDS.items():
        if means in found and _is_command(means, found[means], story):
            meant = about or (otherwise if means == "show_one" else None)
            return _command(means, asks, found[means], meant, story)
    if about and "about_one" in found and len(story.clauses) == 1:
        return Request(Asks.NOW, about)
    if "act_on_jobs" in found and is_about_jobs(story):
        found["act"] = found["act_on_jobs"]
    topic = next((_TOPICS[means] for means in _TOPICS if means in found), None)
    if "act" in found or topic in (Topic.FOLLOW_UP, Topic.CALL_OR_WRITE, Topic.IN_PERSON):
        return Request(Asks.ETIQUETTE, about, topic) if topic else Request(Asks.NOW, about)
    if topic:
        return Request(Asks.ETIQUETTE, about, topic)
    if "other" in found or (is_about_jobs(story) and (_asks_at_length(story) or _opens_with_question(story))):
        return Request(Asks.OTHER, about)
    return None


def _command(means: str, asks: Asks, clause: Clause, about: str | None, story: Story) -> Request:
    """The command, with what it is about: a detail to change, somebody to forget, the rule looked for."""
    detail = means.rpartition("_")[2] if asks in ACTS_ON_ONE and "_" in means else ""
    people = clause.of_kind("PERSON")
    return Request(
        asks,
        about,
        words=rule_sought(story.text) if asks is Asks.RULES else None,
        detail=Detail(detail) if detail in set(Detail) else None,
        name=str(people[0].value) if people and asks in ACTS_ON_ONE else None,
    )


def _asked_in(clause: Clause) -> frozenset[str]:
    """What a clause asks for; "what should I wear" asks how to act as little as "what are my chances"."""
    means = {match.cue.means for match in find("questions", clause.words)}
    asked = means if _is_question(clause) else means & _UNMARKED
    return frozenset(["other"]) if "other" in asked else frozenset(asked)


def _wonders(before: Clause, clause: Clause) -> bool:
    """ "Wondering if I should email her"."""
    is_own = (
        clause.joint == "if" and clause.words[:1] == ["i"] and clause.words[1:2] in (["should"], ["ought"], ["shall"])
    )
    return is_own and before.words[-1:] != [] and before.words[-1] in _WONDERING


def _opens_with_question(story: Story) -> bool:
    return any(opens_question(clause.words) and not clause.opens_with_time for clause in story.clauses[:1])


def _asks_at_length(story: Story) -> bool:
    """A question mark after a sentence that asks within its first words, but not after "you know what?"."""
    asking = [clause.words for clause in story.clauses if clause.asks and clause.words[-1:] != ["what"]]
    return any(set(words[:3]) & _ASKING or (len(words) > 2 and words[0] not in _MUSING) for words in asking)


def _is_command(means: str, clause: Clause, story: Story) -> bool:
    if means in ("undo", "rules", "list", "calendar", "overview", "overview_dark"):
        return True
    if _COMMANDS[means] in ACTS_ON_ONE:
        return len(story.clauses) == 1 and not story.times and not (clause.asks and means.startswith("forget"))
    is_alone = means == "show_one" and len(story.clauses) == 1
    return is_alone or (len(story.clauses) <= 2 and (means.startswith("why") or not story.events))


def _is_question(clause: Clause) -> bool:
    if clause.words[1:2] == ["not"] and not clause.asks:
        return False
    return clause.asks or (clause.words[:1] != [] and clause.words[0] in _ASKING and not clause.opens_with_time)
