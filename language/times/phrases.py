"""The phrases of time in a text: a day with its time, an amount, or a time alone, and the preposition before it."""

from dataclasses import replace

from language.times.amount_phrases import read_amount_phrase
from language.times.clocks import read_clock, with_part
from language.times.days import WHICH
from language.times.expressions import Impossible, Today
from language.times.feasts import FIRST_WORDS
from language.times.leads import Lead, at_the_latest, lead_before
from language.times.parts_of_day import clock_after, part_after, part_before, without_links
from language.times.phrase import Phrase
from language.times.tokens import Words
from language.times.two_ends import HOURS_OF_A_JOB, read_days
from language.times.words import COUNTS, MONTHS, MOVES, ORDINALS, PARTS, PARTS_OF_DAY, RELATIVE_DAYS, WEEKDAYS

_STARTERS = (
    WEEKDAYS.keys() | MONTHS.keys() | RELATIVE_DAYS.keys() | WHICH.keys() | FIRST_WORDS | PARTS.keys() | COUNTS.keys()
    | ORDINALS.keys() | PARTS_OF_DAY.keys() | {
        "eow", "eom", "eoy", "eoq", "week", "w", "weekend", "month", "year", "day", "other", "a", "an", "another",
        "few", "couple", "several", "half", "quarter", "noon", "earlier", "later", "close", "@", "at", "same", "that",
    }
)  # fmt: skip
_MOVED_FROM = 5
_OTHER_FIRST_THINGS = frozenset({"i", "that", "they", "he", "she", "to", "we", "you", "is", "was"})


def read_phrases(words: Words) -> list[Phrase]:
    """All phrases of the text in their order; each token belongs to one at most."""
    phrases: list[Phrase] = []
    i = 0
    while i < words.size:
        may_start = words.at(i) in _STARTERS or words.number(i) is not None
        phrase = _phrase(words, i) if may_start else None
        if phrase and phrase.lead is not Lead.LENGTH:
            floor = phrases[-1].end if phrases else 0
            phrases.append(replace(phrase, start=max(phrase.start, floor)))
        i = max(i + 1, phrase.end) if phrase else i + 1
    return phrases


def _phrase(words: Words, i: int) -> Phrase | None:
    return read_amount_phrase(words, i) or _day_phrase(words, i) or _clock_phrase(words, i)


def _day_phrase(words: Words, i: int) -> Phrase | None:
    before, at = part_before(words, i)
    found = read_days(words, at)
    if found is None:
        return _part_alone(words, i) if before else None
    expression, end = found
    if expression is HOURS_OF_A_JOB:
        return Phrase(i, end, None, None, None, Lead.LENGTH)
    said, end = part_after(words, end)
    clock, end = clock_after(words, end, is_expected=True)
    late, end = part_after(words, end) if clock else (None, end)
    part = before or said or late or _evening(words, at)
    lead, start = lead_before(words, i)
    end, lead = at_the_latest(words, end, lead)
    return Phrase(start, end, expression, with_part(clock, part) if clock else None, part, lead)


def _evening(words: Words, i: int) -> str | None:
    return "evening" if words.at(i) == "tonight" else None


def _clock_phrase(words: Words, i: int) -> Phrase | None:
    """A time alone, or with its day after it: "at 3", "3pm tomorrow", "10 on the 3rd"."""
    found = read_clock(words, i, is_expected=_is_clock_expected(words, i))
    if found is None:
        return None
    clock, end = found
    lead, start = lead_before(words, i)
    if clock is None:
        return Phrase(start, end, Impossible(), None, None, lead)
    at = _day_after_clock(words, end)
    expression, end = read_days(words, at) or (None, end)
    part, end = part_after(words, end)
    part = part or _evening(words, at)
    return Phrase(start, end, expression, with_part(clock, part), part, lead)


def _is_clock_expected(words: Words, i: int) -> bool:
    """Whether a bare number is a time: "at 3", "between 2 and 4", "after 5 on Monday", "moved to 11"."""
    if words.at(i) in {"at", "@"}:
        return words.at(i + 1) not in {"the", "a"}
    has_day = words.at(i + 1) in WEEKDAYS or words.at(i + 1) in RELATIVE_DAYS or words.at(i + 1) == "on"
    is_limit = words.at(i - 1) in {"after", "before", "by", "until", "around", "from"} and has_day
    is_early = words.at(i + 1) in RELATIVE_DAYS and words.at(i + 2) in PARTS_OF_DAY
    is_moved = words.at(i - 1) == "to" and any(words.at(k) in MOVES for k in range(max(0, i - _MOVED_FROM), i))
    return words.number(i) is not None and (words.at(i - 1) == "between" or is_limit or is_early or is_moved)


def _day_after_clock(words: Words, end: int) -> int:
    at = end + (words.at(end) == ",")
    at += words.at(at) in {"on", "for", "of"}
    return at + (words.at(at) == "the")


def _part_alone(words: Words, i: int) -> Phrase | None:
    """ "EOD" is today's; "first thing (in the morning)" is tomorrow's."""
    part, end = part_before(words, i)
    lead, start = lead_before(words, i)
    if part == "end":
        return Phrase(start, without_links(words, end), Today(), None, "end", lead)
    if not words.says(i, "first", "thing") or words.at(end) in _OTHER_FIRST_THINGS:
        return None
    return Phrase(start, without_links(words, end), Today(1), None, "morning", lead)
