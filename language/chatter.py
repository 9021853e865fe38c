"""Messages that tell no fact: greetings, thanks, rudeness, silence from a company, and pain."""

from collections.abc import Sequence

from language.cues import find
from language.marks import Item
from language.reading import Chatter
from language.stories import Story
from language.wordsets import told_words, word_set

_OF_JOBS = word_set("chatter.of_jobs")
_MOODS = ("nervous", "cheer")
_ORDER = ("rude", *_MOODS, "thanks", "greeting", "arranged", "chat")
_FOREIGN = told_words("foreign", "foreign")
_ENGLISH = told_words("foreign", "english")
# One word in so many has to be foreign.
_A_FEW = 6


def chatter_in(story: Story, text: str) -> Chatter | None:
    """What kind of talk a message without facts is."""
    if not any(char.isalpha() for char in text):
        return Chatter.UNREADABLE
    if "life" in story.talk and "job" not in story.talk:
        return Chatter.OFF_TOPIC
    if story.of("silence"):
        return Chatter.SILENCE_REPORTED
    kind = next((Chatter(means) for means in _ORDER if means in story.talk), None)
    return kind or (None if is_about_jobs(story) or is_in_pain(story) else Chatter.OFF_TOPIC)


def is_of_life(story: Story) -> bool:
    """Whether it tells of other things than work: then "it was great" is not about an interview."""
    is_life = "life" in story.talk and "job" not in story.talk
    return is_life and not any(clause.all_words & {"COMPANY", "ROLE"} for clause in story.clauses)


def is_mood(story: Story) -> bool:
    """Whether it tells how the user is, which says nothing of how an interview felt."""
    return bool(story.talk & {*_MOODS, "pain", "chat"}) and not story.events


def is_about_jobs(story: Story) -> bool:
    """Whether the words are of the hunt for a job, though they tell no fact."""
    if story.events or "job" in story.talk:
        return True
    if any(find("promises", clause.words) for clause in story.told):
        return True
    return any(match.cue.means in _OF_JOBS for clause in story.clauses for match in find("events", clause.words))


def is_in_pain(story: Story) -> bool:
    """Whether a kind word comes first."""
    return bool(story.of("rejected")) or "pain" in story.talk


def is_foreign(items: Sequence[Item]) -> bool:
    """Whether the message is not in English: by the small words of other languages and of this one."""
    words = [item.word for item in items if item.word.isalpha()]
    foreign = sum(word in _FOREIGN for word in words)
    english = sum(word in _ENGLISH for word in words)
    return foreign > english and (foreign == len(words) or (foreign > 1 and foreign * _A_FEW >= len(words)))
