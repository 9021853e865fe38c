"""Mornings, evenings and ends of day around a day: "first thing Monday", "EOD tomorrow", "Friday at 3"."""

from language.times.clocks import read_clock
from language.times.expressions import Clock
from language.times.tokens import Words
from language.times.words import PARTS_OF_DAY, RELATIVE_DAYS, WEEKDAYS

_NAMED_DAYS = WEEKDAYS.keys() | RELATIVE_DAYS.keys()
_EARLY_DAYS = WEEKDAYS.keys() | {"tomorrow", "on"}
_BUSINESS = frozenset({"day", "business", "play"})
_LINKS = frozenset({"on", "of", "the", ",", "in"})
_CLOCK_LEADS = frozenset({"by", "before", "from", "starting", "after", "until"})


def part_before(words: Words, i: int) -> tuple[str | None, int]:
    """The part of a day at `i` that stands before its day, and where the day would begin."""
    part, at = _named_part(words, i)
    if part is None:
        return None, i
    while words.at(at) in _LINKS and at < i + 6:
        at += 1
    is_morning = words.at(at) in PARTS_OF_DAY and words.at(at - 1) == "the"
    return part, at + is_morning


def _named_part(words: Words, i: int) -> tuple[str | None, int]:
    word, after = words.at(i), words.at(i + 1)
    if word == "first" and after == "thing":
        return "morning", i + 2
    if word in {"eod", "cob"}:
        return "end", i + 1
    if word in {"end", "close"} and after == "of":
        return _end_of(words, i + 2)
    if word in {"morning", "afternoon", "evening"} and after in {"of", "on"}:
        return PARTS_OF_DAY[word], i + 1
    if word in {"early", "late"} and after in _EARLY_DAYS:
        return ("morning" if word == "early" else "afternoon"), i + 1
    return None, i


def _end_of(words: Words, i: int) -> tuple[str | None, int]:
    if words.at(i) in _NAMED_DAYS:
        return "end", i
    at = i + (words.at(i) == "the")
    return ("end", at + 1) if words.at(at) in _BUSINESS else (None, i)


def without_links(words: Words, end: int) -> int:
    """The end of a phrase that no day followed after all."""
    while words.at(end - 1) in _LINKS:
        end -= 1
    return end


def part_after(words: Words, i: int) -> tuple[str | None, int]:
    """The part of a day said after it, and where the phrase then ends."""
    at = i + (words.at(i) == ",")
    at += words.at(at) in {"in", "at", "during", "early", "late", "mid", "-", "around"}
    at += words.at(at) == "the"
    at += words.at(at) in {"early", "late", "mid"}
    if words.says(at, "first", "thing"):
        return "morning", at + 2 + (3 if words.says(at + 2, "in", "the", "morning") else 0)
    if words.at(at) in {"end", "close"} and words.at(at + 1) == "of" and words.at(at + 2) in _BUSINESS:
        return "end", at + 3
    part = PARTS_OF_DAY.get(words.at(at))
    is_part = part is not None and words.typed(at) not in {"am", "pm"}
    return (part, at + 1) if is_part else (None, i)


def clock_after(words: Words, i: int, *, is_expected: bool) -> tuple[Clock | None, int]:
    """The time said after a day; a bare number is one where it `is_expected`."""
    at = i + (words.at(i) == ",")
    if words.at(at) in _CLOCK_LEADS:
        found = read_clock(words, at + 1, is_expected=is_expected)
        found = found or (read_clock(words, at, is_expected=True) if words.at(at) == "from" else None)
    else:
        is_led = words.at(at) in {"at", "@", "around", "about", "between"} or at == i
        is_near = is_led or words.at(at + 1) in {"sharp", "-", "to", "until"}
        found = read_clock(words, at, is_expected=is_expected and is_near)
    return found if found and found[0] else (None, i)
