"""Words that tell nothing of the user's applications: asked, wished, feared, guessed, or another person's news."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from language.clauses import Clause
from language.cues import Match, find
from language.wordsets import word_set

_ASKING = word_set("asides.asking")
_SHORTENED = word_set("asides.shortened")
_QUESTION_WORDS = word_set("asides.question_words")
_ASKED_OF = word_set("asides.asked_of")
_MEASURES = word_set("asides.measures")
_PERSONS = word_set("asides.persons")
_WISHES = word_set("asides.wishes")
_FEARS = word_set("asides.fears")
_GUESSES = word_set("asides.guesses")
_GUESSED = word_set("asides.guessed")
_AIMS = word_set("asides.aims")
_THEIR_NEWS = word_set("asides.their_news")
_REPORTED = word_set("asides.reported")
_UNOWNED = word_set("asides.unowned")
_FIRST_PERSON = word_set("asides.first_person")
_OUTSIDERS = word_set("mood.outsiders")
_NEWS = word_set("asides.news")
_MINE = word_set("asides.mine")
_HERE = frozenset(["i", "me", "us", "we"])
_GOING_ON = frozenset(["and", "but", "so"])
_NEAR = 4


def is_asked(match: Match, clause: Clause) -> bool:
    """Whether the cue is asked. "What do I wear to my interview tomorrow?" still tells of the interview."""
    words = clause.words
    if match.cue.means == "meeting" and words[0] in _QUESTION_WORDS and words[match.first - 1] in ("my", "the"):
        return False
    if clause.asks and (words[0] in (_ASKING | _QUESTION_WORDS) or match.cue.means in _GUESSED):
        return True
    if _is_subordinate(words):
        return match.cue.mood == "sure"
    start = 0 if clause.opens_with_time else _question_length(words)
    return bool(start) and not (words[start - 1] == "i" and "i" in words[start : match.first + 1])


def opens_question(words: Sequence[str]) -> bool:
    """Whether the words begin as a question does, with a question mark or without."""
    return bool(words) and (words[0] in ("what", "how", "why") or _question_length(words) > 0)


def _is_subordinate(words: Sequence[str]) -> bool:
    """ "How they did it", "when I called": in the order of a statement."""
    return words[0] in _QUESTION_WORDS and len(words) > 1 and words[1] in _PERSONS


def _question_length(words: Sequence[str]) -> int:
    """How many words make an opening a question's, mark or not ("what should I", "is it"); 0 if it is none."""
    at = 0
    while at < min(len(words), 3) and words[at] in _QUESTION_WORDS:
        at += 1
    if at and words[at : at + 1] and words[at] in _MEASURES:
        return at + 1
    if "why" in words[:2] and set(words[: words.index("why")]) <= _GOING_ON:
        return words.index("why") + 1
    if len(words) < at + 2 or words[at] not in _ASKING:
        return 2 if words[:2] in (["what", "if"], ["how", "about"], ["what", "about"]) else 0
    of = _PERSONS if words[at] in _SHORTENED else _ASKED_OF
    return at + 2 if words[at + 1] in of else 0


def is_wished(match: Match, clause: Clause) -> bool:
    """Whether the user hopes or fears it, or means to bring it about."""
    before = clause.words[: match.first + 1]
    if _REPORTED & set(before):
        return False
    if clause.joint == "if" and match.cue.means in _GUESSED:
        return True
    lone = _WISHES | (_FEARS if match.cue.means in _THEIR_NEWS else frozenset())
    return any(
        (word in lone and _is_own(before[:place])) or (word == "to" and _is_aim(before, place))
        for place, word in enumerate(before)
    )


def _is_aim(words: Sequence[str], to: int) -> bool:
    """ "I would love to get an offer": what the user is out for, up to the next one who acts."""
    is_aim = to > 0 and words[to - 1] in _AIMS and _is_own(words[: to - 1])
    return is_aim and not _PERSONS & set(words[to + 1 :])


def _is_own(before: Sequence[str]) -> bool:
    """Whether these words leave the thought to the user: nobody is named, or it is "I"."""
    if set(before) <= _UNOWNED:
        return True
    return bool(_FIRST_PERSON & set(before[-_NEAR:])) and before[-1] not in _PERSONS - _FIRST_PERSON


def is_guessed(match: Match, clause: Clause) -> bool:
    """Whether the user merely thinks that they said yes or no, or will answer by then."""
    before = clause.words[: match.first]
    if match.cue.means not in _GUESSED or _REPORTED & set(clause.words):
        return False
    return any(word in _GUESSES and _is_own(before[:place]) for place, word in enumerate(before))


def of_others(parts: Sequence[Clause]) -> Iterator[int]:
    """The numbers of the clauses that tell how friends and family fare in their own hunt for a job."""
    last: Clause | None = None
    for clause in parts:
        if (_HERE | _REPORTED) & clause.all_words:
            last = None
        elif _is_outsider(clause.words) and any(match.cue.means in _NEWS for match in find("events", clause.words)):
            last = clause
        elif last and not _goes_on(clause, last):
            last = None
        if last:
            yield clause.number


def _goes_on(clause: Clause, last: Clause) -> bool:
    """Whether a clause is still about the friend: "and got the job", "he was gutted", "they offered him the role"."""
    if "my" in clause.all_words or clause.of_kind("COMPANY"):
        return False
    if clause.words[:1] == ["they"]:
        return bool({"him", "her"} & clause.all_words)
    return clause.sentence == last.sentence or clause.words[:1] in (["he"], ["she"])


def _is_outsider(words: Sequence[str]) -> bool:
    """Whether the clause opens with somebody who is neither the user nor of the company."""
    opening = words[:3]
    is_other = "else" in opening[:2] and opening[0] in ("someone", "somebody", "everyone", "everybody")
    is_mine = any(pair[0] == "my" and pair[1] in _MINE for pair in pairwise(opening))
    is_of_mine = "mine" in words[2:5] and words[words.index("mine") - 1] == "of"
    return is_other or is_mine or is_of_mine or bool(_OUTSIDERS & set(opening))
