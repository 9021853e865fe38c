"""Messages that tell no fact: greetings, thanks, rudeness, silence from a company, and pain."""

from language.cues import find
from language.events import Story
from language.reading import Chatter

_OF_JOBS = frozenset(["thanked", "followed_up", "replied", "offer", "rejected", "withdrew", "planned"])
_ORDER = ("rude", "thanks", "greeting")


def chatter_in(story: Story, text: str) -> Chatter | None:
    """What kind of talk a message without facts is."""
    if not any(char.isalpha() for char in text):
        return Chatter.UNREADABLE
    if story.of("silence"):
        return Chatter.SILENCE_REPORTED
    found = {match.cue.means for clause in story.clauses for match in find("chatter", clause.words)}
    kind = next((Chatter(means) for means in _ORDER if means in found), None)
    return kind or (None if is_about_jobs(story) else Chatter.OFF_TOPIC)


def is_about_jobs(story: Story) -> bool:
    """Whether the words are of the hunt for a job, though they tell no fact."""
    for clause in story.clauses:
        if any(match.cue.means == "job" for match in find("chatter", clause.words)):
            return True
        if any(match.cue.means in _OF_JOBS for match in find("events", clause.words)):
            return True
    return bool(story.events)


def is_in_pain(story: Story) -> bool:
    """Whether a kind word comes first."""
    if story.of("rejected"):
        return True
    return any(match.cue.means == "pain" for clause in story.clauses for match in find("chatter", clause.words))
