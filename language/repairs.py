"""Times put right in the same breath: "on Thursday, no wait, Friday", "Tuesday, sorry, Monday I meant"."""

import re
from collections.abc import Iterator, Sequence
from datetime import datetime

from language.marks import Item, Mark, marked
from language.times.words import CANONICAL, WEEKDAYS
from language.tokens import tokenise
from language.when import TimeSpan, read_times
from language.wordsets import word_set
from rules.moments import Moment

MARKERS = word_set("repairs.markers")
SURE = word_set("repairs.sure")
GLUE = word_set("repairs.glue")
DENYING = frozenset(["not", "no"])
_SIGNS = frozenset(",.:;-–—()!*…\n")
_AFTER = frozenset(",.:;-–—()!?*…\n") | word_set("repairs.after")
_LONGEST = 14
_ASIDE = 6
_DAY_WORDS = frozenset(["today", "tomorrow", "yesterday"])
_BESIDE_A_WEEKDAY = frozenset(["on", "the", "this"])
_CLOCK = re.compile(r"\s*(?:\bat\s+)?\b\d{1,2}(?:[:.]\d{2})?\s?(?:am|pm|o'clock)?\b", re.IGNORECASE)


def put_right(text: str, now: datetime) -> str:
    """The text with the right time in the place of a wrong one, and without the words that put it right."""
    tokens = tokenise(text)
    if MARKERS.isdisjoint(token.word for token in tokens):
        return text
    marks = [Mark("TIME", span.start, span.end, span) for span in read_times(text, now)]
    for wrong, start, right, end in reversed(list(_repairs(marked(tokens, marks)))):
        rest = text[end:]
        text = text[: wrong.start] + _instead(wrong, right) + text[wrong.end : start].rstrip(" ,.-–…\n(") + rest
    return text


def weekday_alone(span: TimeSpan) -> int | None:
    """The weekday, 0 for Monday, if nothing but it was said."""
    words = [CANONICAL.get(word, word) for word in span.text.lower().split() if word not in _BESIDE_A_WEEKDAY]
    return WEEKDAYS.get(words[0]) if len(words) == 1 else None


def is_sure(words: Sequence[str]) -> bool:
    """Whether these words can only put something right: "I meant", "no wait"."""
    return not SURE.isdisjoint(words) or sum(word in MARKERS for word in words) > 1


def _repairs(items: Sequence[Item]) -> Iterator[tuple[TimeSpan, int, TimeSpan, int]]:
    """Each wrong time, where the words begin that put it right, the right time, and where they end."""
    wrong: int | None = None
    for place, item in enumerate(items):
        if not isinstance(item.value, TimeSpan):
            continue
        before = items[wrong].value if wrong is not None else None
        marker = _marker(items, wrong or 0, place) if before else None
        if marker is not None and isinstance(before, TimeSpan):
            yield before, items[marker].start, item.value, items[_last(items, place)].end
            wrong = None
        else:
            wrong = place


def _marker(items: Sequence[Item], wrong: int, right: int) -> int | None:
    """Where the words begin that put the time at `wrong` right by that at `right`; None if none do."""
    if right - wrong > _LONGEST:
        return None
    at = right
    while at - 1 > wrong and items[at - 1].word in MARKERS | GLUE | _SIGNS:
        at -= 1
    while at < right and items[at].word not in MARKERS:
        at += 1
    said = [item.word for item in items[at:right]]
    if at == right or at - wrong > _ASIDE or not (at - 1 == wrong or items[at - 1].word in _SIGNS | GLUE):
        return None
    if said == ["no"] and at - 1 == wrong and any(item.word in MARKERS for item in items[:wrong]):
        return None
    after = items[right + 1].word if right + 1 < len(items) else ","
    return at if is_sure(said) or after in _AFTER else None


def _last(items: Sequence[Item], right: int) -> int:
    """The last of the words that put it right: "Tuesday I meant", "Friday, not Thursday"."""
    at = right
    while at + 1 < len(items) and items[at + 1].word in MARKERS | {"i"}:
        at += 1
    tail = [item.word for item in items[right + 1 : right + 4]]
    denied = next((n for n, word in enumerate(tail) if word == "TIME"), None)
    if denied and set(tail[:denied]) <= DENYING | {","} and DENYING & set(tail[:denied]):
        return right + 1 + denied
    return at if items[at].word != "i" else right


def _instead(wrong: TimeSpan, right: TimeSpan) -> str:
    """What should have been said: the right weekday at the hour that was said, the right hour on that day."""
    if right.is_hour:
        day = wrong.text if wrong.is_hour is False and not isinstance(wrong.first, Moment) else ""
        return f"{day or _CLOCK.sub('', wrong.text)} at {right.text.removeprefix('at ')}".strip()
    if weekday_alone(right) is None:
        return right.text
    words = wrong.text.split()
    named = [n for n, word in enumerate(words) if _is_day(word)]
    if not named:
        return right.text
    words[named[0]] = right.text
    return " ".join(words)


def _is_day(word: str) -> bool:
    return CANONICAL.get(word.lower(), word.lower()) in WEEKDAYS.keys() | _DAY_WORDS
