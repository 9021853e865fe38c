"""What an interview was about: the words for it in a message, and the same words said to those who were there."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from language.clauses import Clause
from language.cues import find
from language.mood import holds
from language.stories import Story
from language.wordsets import word_set

_TO_ONE = {"he": "you", "she": "you", "his": "your", "her": "your", "him": "you"}
_TO_ANY = {"i": "I", "they": "you", "their": "your", "theirs": "yours", "them": "you"}
_OF_ONE_AMONG_OTHERS = {"his": "the", "her": "the"}
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_OF_WORK = word_set("topics.of_work")
_POINTING = word_set("topics.pointing")
_OF_ALONE = word_set("topics.of_alone")
_ACTS = word_set("topics.acts")
_GOES_ON = word_set("topics.goes_on")
_ENDS = word_set("topics.ends")
_LOOSE_ENDS = word_set("topics.loose_ends")
_NO_ANSWER = word_set("topics.no_answer")
_OF_SENTENCES = word_set("topics.of_sentences")
_LEAD = re.compile(r"^(?:mostly |mainly |well,? |it was |we talked )*(?:about |on )?", re.IGNORECASE)
_RUNNING = frozenset([",", "and", "&", "or"])
_PUT_RIGHT = re.compile(
    r"\b(?:it|that|we|they|the talk) (?:was|were|talked|spoke|chatted) (?:all )?about (.+)$", re.IGNORECASE
)
_TWO, _FEW = 2, 6
LONGEST = 100


@dataclass(frozen=True, slots=True)
class Topic:
    """Something talked about, in the user's words, and the place in the text that tells it."""

    words: str
    start: int
    end: int


def topic_in(story: Story) -> Topic | None:
    """What the story says the talk was about; None if it says nothing of it, or only what belongs into no letter."""
    return next((topic for clause in story.told for topic in _of(clause, story)), None)


def as_answer(text: str, story: Story) -> str | None:
    """The text as an answer to "what did you talk about?"; None if it reads as something else.

    "They build rockets" is about how they build rockets.
    """
    words = [item.word for clause in story.clauses for item in clause.items]
    tells_of_them = words[:1] == ["they"] and len(words) > _TWO
    said = _trimmed(("how " if tells_of_them else "") + _LEAD.sub("", text.strip()))
    is_other = (
        bool(_NO_ANSWER & set(words[1:] if tells_of_them else words))
        or any(clause.asks for clause in story.clauses)
        or len(story.clauses) > 4
    )
    is_told = tells_of_them or _is_topic(said)
    return None if is_other or not is_told or not any(char.isalpha() for char in said) else _spoken_of(said)


def is_bare_topic(story: Story) -> bool:
    """ "Their warehouse robots", "about kubernetes mostly": a thing and no sentence, though nobody has just asked."""
    words = [item.word for clause in story.clauses for item in clause.items]
    is_sure = words[0] in _GOES_ON | {"about"} if words else False
    return (is_sure or 1 < len(words) <= _FEW) and _OF_SENTENCES.isdisjoint(words)


def put_right(story: Story) -> str | None:
    """What it was about instead: "no, it was about databases"."""
    found = _PUT_RIGHT.search(story.text)
    said = _trimmed(found[1]) if found else ""
    return said if found and _is_topic(said) else None


def _spoken_of(said: str) -> str:
    return said.replace("how They", "how they", 1)


def to_them(topic: str, *, is_alone: bool) -> str:
    """ "their new warehouse" as a letter says it: "your new warehouse". `is_alone`: nobody else was there."""
    spoken = _TO_ANY | (_TO_ONE if is_alone else _OF_ONE_AMONG_OTHERS)
    return _WORD.sub(lambda found: spoken.get(found[0].lower(), found[0]), topic)


def _of(clause: Clause, story: Story) -> Iterator[Topic]:
    for match in find("topics", clause.words):
        if not holds(match, clause):
            continue
        begin = clause.items[clause.core[match.last - 1]].end
        end = _end(clause, match.last, story)
        words = _trimmed(story.text[begin:end])
        if _is_topic(words):
            yield Topic(words, clause.place(match.first), begin + len(story.text[begin:end].rstrip()))


def _end(clause: Clause, first: int, story: Story) -> int:
    """Where the topic ends: at a word that goes on with something else, or behind what runs on with "and"."""
    for place in range(clause.core[first - 1] + 1, len(clause.items)):
        item = clause.items[place]
        if item.word == "TIME" or (item.word in _ENDS and not _runs_on(clause, place)):
            return item.start
    end = clause.end
    for following in story.clauses[clause.number + 1 :]:
        is_more = following.sentence == clause.sentence and following.joint in _RUNNING
        if not is_more or following.items[0].word not in _GOES_ON or following.of_kind("TIME"):
            break
        end = following.end
    return end


def _runs_on(clause: Clause, place: int) -> bool:
    """ "... and my thesis", "sailing and chess", "their work with schools", but not "and felt great", "with Dana"."""
    link, rest = clause.items[place].word, [item.word for item in clause.items[place + 1 :]]
    if link == "with":
        return bool(rest) and rest[0] != "PERSON"
    is_short = len(rest) < 3 and not _ACTS & set(rest)
    return link in _RUNNING and bool(rest) and (rest[0] in _GOES_ON or is_short)


def _trimmed(words: str) -> str:
    """Without marks at its ends, and without a preposition that lost what it belonged to."""
    parts = words.strip(" .,;:!?…\n\"'").split()
    while parts and parts[-1].lower().strip(",") in _LOOSE_ENDS:
        parts.pop()
    if parts and parts[0].lower() in _GOES_ON:
        parts[0] = parts[0].lower()
    return " ".join(parts)


def _is_topic(words: str) -> bool:
    said: Sequence[str] = [word.lower() for word in _WORD.findall(words)]
    if not said or len(words) > LONGEST or said[0] in _POINTING or (len(said) == 1 and said[0] in _OF_ALONE):
        return False
    return not _OF_WORK & set(said)
