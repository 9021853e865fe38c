"""A text cut into clauses, each with the words that sentences are matched against."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import zip_longest

from language.marks import Item
from language.wordsets import word_set

_ENDS = frozenset(".!?…\n*;")
_BREAKS = frozenset(',:()–—-|"“”')
_JOINTS = word_set("clauses.joints")
_LINKS = word_set("clauses.links")
_REPLIES = word_set("clauses.replies")
_SUBJECTS = word_set("clauses.subjects")
_RUNNING = frozenset([",", "and", "or", "&"])
_AFTER_A_RUN = frozenset([",", "and", "or", "&", "both", "all", ""])
_VERBS = word_set("names.shows")
_NAMED = frozenset(["COMPANY", "PERSON"])
_TO_COMPANIES = frozenset(["at", "with"])
_ACTS = word_set("clauses.acts")
FILLERS = word_set("clauses.fillers")
_SOFT = word_set("clauses.soft")
_ASKING = word_set("questions.asking")
_TITLES = word_set("clauses.titles")
_RESUMES = word_set("clauses.resumes")
_OTHERS = frozenset(["they", "he", "she"])
_WENT = frozenset(["was", "went", "felt"])
_OF_INTERVIEWS = frozenset(["COMPANY", "interview"])
_FINITE = word_set("clauses.finite")
_LAST_WORDS = word_set("clauses.last_words")
_WHOLE = 3
_SIDE_KINDS = frozenset(["COMPANY", "EMAIL", "PHONE"])
_PARTICIPLES = word_set("clauses.participles")
_NO_PARTICIPLES = word_set("clauses.no_participles")
_AFTER_IS = word_set("clauses.after_is")


@dataclass(frozen=True)
class Clause:
    """Words that belong together. `number` counts clauses, `sentence` the sentences they are in."""

    number: int
    sentence: int
    items: tuple[Item, ...]
    asks: bool = False
    joint: str = ""
    core: tuple[int, ...] = field(init=False)

    def __post_init__(self) -> None:
        words = [item.word for item in self.items]
        object.__setattr__(self, "core", tuple(n for n, word in enumerate(words) if word not in FILLERS))

    @property
    def start(self) -> int:
        return self.items[0].start

    @property
    def end(self) -> int:
        return self.items[-1].end

    @cached_property
    def words(self) -> list[str]:
        """What happened is matched against these: no fillers, no times."""
        words = [self.items[n].word for n in self.core]
        return [_in_full(word, after) for word, after in zip_longest(words, words[1:], fillvalue="")]

    @property
    def opens_with_time(self) -> bool:
        """ "Tomorrow is my interview": in the order of a question, and none."""
        return self.items[0].word == "TIME" and not self.asks

    @cached_property
    def tones(self) -> list[str]:
        """Feelings are matched against these: "really" and "so" count."""
        return [item.word for item in self.items if item.word not in _SOFT]

    @cached_property
    def all_words(self) -> frozenset[str]:
        return frozenset(item.word for item in self.items)

    def of_kind(self, kind: str) -> list[Item]:
        """The recognised things of one kind in it."""
        return [item for item in self.items if item.word == kind]

    def place(self, word: int) -> int:
        """Where in the text the given word of `words` begins."""
        return self.items[self.core[word]].start if word < len(self.core) else self.end


def _in_full(word: str, after: str) -> str:
    """What "'s" and "'d" stand for before this word: "they'd picked", "the job's mine"."""
    if word == "would" and _is_participle(after):
        return "had"
    if word == "'s":
        return "has" if _is_participle(after) else "is" if after in _AFTER_IS else word
    return word


def _is_participle(word: str) -> bool:
    return word in _PARTICIPLES or (len(word) > 4 and word.endswith("ed") and word not in _NO_PARTICIPLES)


def clauses(items: Sequence[Item]) -> list[Clause]:
    """The clauses of a text in order."""
    found: list[Clause] = []
    for sentence, (words, asks) in enumerate(_sentences(items)):
        parts = list(_parts(_asides_last(words)))
        for place, (joint, part) in enumerate(parts):
            is_asked = asks and (place == len(parts) - 1 or part[0].word in _ASKING)
            found.append(Clause(len(found), sentence, tuple(part), is_asked, joint))
    return found


def _sentences(items: Sequence[Item]) -> Iterator[tuple[list[Item], bool]]:
    """Sentences, and whether each ends with a question mark."""
    words: list[Item] = []
    for item in items:
        is_title = item.word == "." and words and words[-1].word in _TITLES
        if item.word not in _ENDS:
            words.append(item)
        elif is_title:
            continue
        elif words:
            yield words, item.word == "?"
            words = []
    if words:
        yield words, False


def _asides_last(items: Sequence[Item]) -> Sequence[Item]:
    """ "The final chat (an hour) was on Monday": what stands in brackets goes behind the words that it interrupts."""
    ordered = list(items)
    opened: int | None = None
    for place, item in enumerate(items):
        if item.word == "(":
            opened = place
        elif item.word == ")" and opened:
            aside = items[opened:place]
            if _word(items, place + 1) in _RESUMES and not any(one.word in _SIDE_KINDS for one in aside):
                end = next((n for n in range(place + 1, len(items)) if items[n].word in _BREAKS), len(items))
                ordered[opened:end] = [*items[place + 1 : end], *items[opened : place + 1]]
            opened = None
    return ordered


def _parts(items: Sequence[Item]) -> Iterator[tuple[str, list[Item]]]:
    part: list[Item] = []
    joint = ""
    opening = next((n for n, item in enumerate(items) if item.word not in _REPLIES), 0)
    if opening and items[opening].word in _SUBJECTS:
        yield joint, list(items[:opening])
        items = items[opening:]
    for number, item in enumerate(items):
        following, then = (_word(items, place) for place in (number + 1, number + 2))
        is_next = following in _TO_COMPANIES and then == "COMPANY" and any(one.word == "TIME" for one in part)
        is_link = item.word in _LINKS and (following in _SUBJECTS or following in _ACTS or is_next)
        is_of_a_kind = bool(part) and part[-1].word == following and following in _NAMED
        if is_of_a_kind and _goes_on(item.word, part, then):
            part.append(item)
        elif _runs_on(part, item.word, following):
            yield joint, part
            part, joint = [item], ""
        elif item.word in _BREAKS or item.word in _JOINTS or is_link:
            if part:
                yield joint, part
            part = []
            joint = item.word
        else:
            part.append(item)
    if part:
        yield joint, part


def _runs_on(part: Sequence[Item], word: str, following: str) -> bool:
    """ "Interview at acme yesterday went great they said friday": a new clause without a mark before it."""
    if len(part) < _WHOLE or part[-1].word not in _LAST_WORDS:
        return False
    if word == "it":
        return following in _WENT and any(item.word in _OF_INTERVIEWS for item in part)
    return word in _OTHERS and following in _RESUMES | _FINITE


def _word(items: Sequence[Item], at: int) -> str:
    return items[at].word if at < len(items) else ""


def _goes_on(link: str, part: Sequence[Item], then: str) -> bool:
    """ "Acme, Globex and Initech rejected me", "thanked Dana and Rob": one run of companies, or of people."""
    if link not in _RUNNING:
        return False
    return then in _AFTER_A_RUN or (link != "," and (_is_all_companies(part) or then not in _VERBS))


def _is_all_companies(part: Sequence[Item]) -> bool:
    return all(item.word == "COMPANY" or item.word in _RUNNING for item in part)
