"""Names in running text, told by a model of words in a row: what the rules of names found is one thing it looks at.

The rules know shapes ("at Acme", "for the X job"); the model knows what stands around names where no rule holds. It
goes through a text from left to right and gives each word the kind of name that it begins or goes on, or none. Its
weights are learnt from the marked corpus (training/corpus) by `make train`: an averaged perceptron.
"""

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from language.lexicon import lexicon
from language.marks import Mark
from language.persons import introduces_oneself
from language.surroundings import Surroundings
from language.tokens import EN
from language.units import Unit
from language.weights import Rows, read_weights

WEIGHTS = EN / "naming.jsonl"
NONE = "-"
KINDS = {"COMPANY": "C", "ROLE": "R", "PERSON": "P"}
_GOES_ON = {begins: begins.lower() for begins in KINDS.values()}
TAGS = (NONE, *KINDS.values(), *_GOES_ON.values())
_LONG = 4
DOUBT = 8.0
"""How much likelier a name has to be than none."""
_OTHER, _NO_NAME, _NO_PROPER_NAME = 24.0, 60.0, 110.0
"""How much likelier a name of another kind, or none, has to be than what a rule guessed."""
_AT_FIRST = tuple(DOUBT if tag == NONE else 0.0 for tag in TAGS)


def tags_of(units: Sequence[Unit], marks: Sequence[Mark]) -> list[str]:
    """For each unit the kind of mark that begins there (a capital) or goes on there (a small letter)."""
    tags = [NONE] * len(units)
    ahead = iter(sorted(marks, key=lambda mark: mark.start))
    mark, begun = next(ahead, None), False
    for at, unit in enumerate(units):
        while mark and mark.end <= unit.start:
            mark, begun = next(ahead, None), False
        if mark and unit.end > mark.start:
            kind = KINDS[mark.kind]
            tags[at], begun = (_GOES_ON[kind] if begun else kind), True
    return tags


class Sight:
    """What is to be seen of each unit of a text; `ruled` is what the rules told."""

    def __init__(self, units: Sequence[Unit], ruled: Sequence[str]) -> None:
        self._units = units
        self._is_small = not any(unit.is_capital and unit.text.isalpha() and unit.plain != "i" for unit in units[1:])
        pad = [_Seen("", "", (), "")] * 2
        told = [_Seen(_word(unit), _shape(unit), _classes(unit), rule) for unit, rule in zip(units, ruled, strict=True)]
        self._row = [*pad, *told, *pad]

    def may_be_named(self, at: int, before: str) -> bool:
        """No mark and, outside a name, no common word in small letters that no rule took for one."""
        here = self._row[at + 2]
        if self._units[at].is_taken or here.word == ".":
            return False
        is_idle = here.shape == "." or (here.shape == "x" and "never" in here.classes)
        return not (is_idle and before == NONE and here.rule == NONE)

    def at(self, at: int, before: str, earlier: str) -> list[str]:
        """Of one unit, once the two before it have been told."""
        here, five = self._row[at + 2], self._row[at : at + 5]
        seen = [f"small:{self._is_small}", f"^{here.shape}{self._is_small}", f"t{before}", f"t{earlier}{before}"]
        seen += (f"t{before}={here.word}", f"t{before}r{here.rule}", *(f"t{before}#{one}" for one in here.classes))
        if self._units[at].has_genitive:
            seen += ("'s", f"'s{here.shape}")
        return seen + _of_words(five) + _of_form(five)


@dataclass(frozen=True, slots=True)
class _Seen:
    """A unit as the model sees it: the word, how it is written, which lists have it, what the rules told of it."""

    word: str
    shape: str
    classes: tuple[str, ...]
    rule: str


def _of_words(five: Sequence[_Seen]) -> list[str]:
    """Of a unit, the two before it and the two after it."""
    earlier, before, here, after, later = (one.word for one in five)
    seen = [
        "bias",
        f"12={before} {here}",
        f"23={here} {after}",
        f"01={earlier} {before}",
        f"34={after} {later}",
        f"13={before} {after}",
    ]
    for step, one in enumerate(five):
        seen.append(f"{step}={one.word}")
        seen += [f"{step}#{kind}" for kind in one.classes]
    if len(here) >= _LONG:
        seen += (f"{here[:3]}*", f"*{here[-2:]}", f"*{here[-3:]}", f"*{here[-4:]}")
    return seen


def _of_form(five: Sequence[_Seen]) -> list[str]:
    _, before, here, after, _ = five
    seen = [
        f"^12{before.shape}{here.shape}",
        f"^23{here.shape}{after.shape}",
        f"^1={here.shape} {before.word}",
        f"^3={here.shape} {after.word}",
        f"r{here.rule}",
        f"r^{here.rule}{here.shape}",
        f"r={here.rule}{here.word}",
        f"r12{before.rule}{here.rule}",
        f"r23{here.rule}{after.rule}",
        f"r1={here.rule}{before.word}",
        f"r3={here.rule}{after.word}",
    ]
    for one in here.classes:
        seen += (f"^#{here.shape}{one}", f"#1{one}={before.word}", f"#3{one}={after.word}")
    return seen


def _word(unit: Unit) -> str:
    if unit.is_taken:
        return f"<{unit.taken}>"
    if unit.plain == "\n":
        return "."
    return "0" if unit.plain.isdigit() else unit.plain


def _shape(unit: Unit) -> str:
    text = unit.text
    if unit.is_taken or not text[0].isalnum():
        return "."
    if text.isdigit():
        return "0"
    if text.islower():
        return "x" if text.isalpha() else "x0"
    if text.isupper():
        return "X" if len(text) == 1 else "XX"
    return "Xx" if text[0].isupper() and text[1:].islower() else "xX"


@lru_cache(maxsize=4096)
def _class_of(plain: str) -> tuple[str, ...]:
    words = lexicon()
    sets: dict[str, Container[str]] = {
        "title": words.titles,
        "given": words.given,
        "given?": words.given_words,
        "job": words.jobs,
        "level": words.levels,
        "department": words.departments,
        "ending": words.firm_endings,
        "firm": words.firm_words,
        "modifier": words.modifiers,
        "place": words.no_firms,
        "never": words.not_names,
        "kind": words.kinds,
        "known": words.well_known,
    }
    found = [name for name, told in sets.items() if plain in told]
    if plain.isalpha() and plain not in words.common and plain not in words.given and plain not in words.no_firms:
        found.append("new")
    return tuple(found)


def _classes(unit: Unit) -> tuple[str, ...]:
    return () if unit.is_taken else _class_of(unit.plain)


def told_tags(units: Sequence[Unit], ruled: Sequence[str], weights: Rows) -> tuple[list[str], set[int]]:
    """For each unit what it is, by the weights, and where what the rules tell is far less likely."""
    tags: list[str] = []
    unlikely: set[int] = set()
    before = earlier = NONE
    sight = Sight(units, ruled)
    for at in range(len(units)):
        tag = NONE
        if sight.may_be_named(at, before):
            rows = [row for feature in sight.at(at, before, earlier) if (row := weights.get(feature))]
            sums = dict(zip(TAGS, map(sum, zip(_AT_FIRST, *rows, strict=True)), strict=True))
            tag = likeliest(sums, before)
            if tag.upper() != ruled[at] and sums[tag] - sums[ruled[at]] > _enough(units[at], tag):
                unlikely.add(units[at].start)
        tags.append(tag)
        earlier, before = before, tag
    return tags, unlikely


def _enough(unit: Unit, tag: str) -> float:
    """A word written as names are has more for itself than one in small letters, or an abbreviation."""
    if tag != NONE:
        return _OTHER
    is_abbreviation = unit.text.isupper() and unit.text.isalnum()
    return _NO_PROPER_NAME if unit.is_capital and not is_abbreviation else _NO_NAME


def likeliest(sums: Mapping[str, float], before: str) -> str:
    """The likeliest tag after another one: a name goes on only after itself."""
    return max((tag for tag in TAGS if not tag.islower() or before.lower() == tag), key=sums.__getitem__)


def names_in(text: str, units: Sequence[Unit], ruled: Sequence[Mark]) -> list[Mark]:
    """The names that the rules found, with what the model adds: new ones, and longer ones of the same kind.

    Of what the rules guessed, those are left out that the model takes for something else.
    """
    tags, unlikely = told_tags(units, tags_of(units, ruled), _weights())
    ruled = [mark for mark in ruled if not (mark.is_guess and mark.start in unlikely)]
    around = Surroundings(units)
    added = [
        mark
        for at, mark in _marks(text, units, tags)
        if _adds(mark, ruled) and not introduces_oneself(around, at) and not _is_place(around, at, ruled)
    ]
    kept = [mark for mark in ruled if not any(_overlap(mark, one) for one in added)]
    return sorted([*kept, *added], key=lambda mark: mark.start)


def _marks(text: str, units: Sequence[Unit], tags: Sequence[str]) -> Iterator[tuple[int, Mark]]:
    kinds = {begins: kind for kind, begins in KINDS.items()}
    for at, tag in enumerate(tags):
        if tag in kinds:
            end = at + 1
            while end < len(tags) and tags[end] == tag.lower():
                end += 1
            first, last = units[at].start, units[end - 1].end
            yield at, Mark(kinds[tag], first, last, text[first:last])


def _adds(mark: Mark, ruled: Sequence[Mark]) -> bool:
    """Whether no rule found anything there, or the beginning of it. Who is named first does something: no role."""
    if not any(char.isalpha() for char in str(mark.value)) or (mark.kind == "ROLE" and mark.start == 0):
        return False
    if mark.kind == "COMPANY" and set(str(mark.value).lower().split()) <= lexicon().common:
        return False
    return all(_is_part(one, mark) for one in ruled if _overlap(one, mark))


def _is_place(around: Surroundings, at: int, ruled: Sequence[Mark]) -> bool:
    """ "With Acme at Harbour Wharf"."""
    if at < 2 or around.plain(at - 1) != "at":
        return False
    return any(mark.kind == "COMPANY" and mark.end == around.units[at - 2].end for mark in ruled)


def _is_part(one: Mark, mark: Mark) -> bool:
    is_inside = mark.start == one.start and one.end < mark.end
    is_two = " and " in str(mark.value) and str(mark.value).islower()
    return is_inside and one.kind == mark.kind != "PERSON" and not is_two


def _overlap(one: Mark, other: Mark) -> bool:
    return one.start < other.end and other.start < one.end


@cache
def _weights() -> Rows:
    return read_weights(WEIGHTS, TAGS).rows
