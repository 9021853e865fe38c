"""Words that look like days and months and are none: "sat down", "Monday.com", "April from HR", "I may"."""

from language.times.tokens import Words
from language.times.words import (
    CLOSERS,
    COUNTS,
    MONTHS,
    NAMES_AND_VERBS,
    PARTS_OF_DAY,
    RELATIVE_DAYS,
    WEEKDAYS,
    WORDS_OF_THEIR_OWN,
)

_DAY_CUES = frozenset({"on", "by", "this", "next", "last", "before", "until", "for", "since", "after"})
_MONTH_CUES = frozenset({
    "in", "by", "until", "before", "after", "since", "during", "through", "this", "next", "last", "of", "early",
    "late", "mid", "around", "sometime", "end",
})  # fmt: skip
_LEADS_TO_DAY = frozenset({"the", ",", "and", "or", "interview", "call", "meeting", "screen", "chat", "round", "is"})
_LINKS = frozenset({"or", "and", "to", "-", "/", ",", "&"})
_APPOINTMENTS = frozenset({
    "interview", "call", "meeting", "one", "slot", "deadline", "appointment", "week", "following", "coming", "next",
    "onsite", "panel", "session", "fortnight", "they", "there", "where", "when", "that",
})  # fmt: skip
_MOVES_TO = frozenset({"to", "till", "know", "back", "me", "in"})
_PEOPLE = frozenset({"by", "after", "since", "before", "of"})


def is_day_of_week(words: Words, i: int) -> bool:
    """Whether a day is meant; short forms that are words of their own want a sign of it."""
    if _is_address(words, i) or _is_name(words, i) or _is_adjective(words, i):
        return False
    typed, after = words.typed(i), words.at(i + 1)
    if typed not in WORDS_OF_THEIR_OWN:
        return True
    is_numbered = words.number(i + 1) is not None or (after == "at" and words.number(i + 2) is not None)
    is_followed = after in PARTS_OF_DAY or is_numbered
    if typed == "wed":
        return words.at(i - 1) not in {"get", "they", "we", "newly", "to"} or is_followed
    is_listed = words.at(i - 1) in _LINKS and words.at(i - 2) in WEEKDAYS
    is_first = typed != "sat" and (after in {"at", "@"} or (after in _LINKS and words.at(i + 2) in WEEKDAYS))
    is_sent_there = typed == "mon" and words.at(i - 1) in _MOVES_TO
    return is_followed or is_listed or is_first or is_sent_there or words.at(i - 1) in _DAY_CUES


def is_month(words: Words, i: int, end: int) -> bool:
    """Whether a month named without a day, up to `end`, is a time: not a person, not a verb."""
    before = i - 2 if words.at(i - 1) == "-" else i - 1
    cue, typed = words.at(before), words.typed(i)
    is_named = words.is_capital(end) and not words.is_break(end)
    if typed not in NAMES_AND_VERBS and len(typed) > 4:
        return cue in _MONTH_CUES or not is_named
    after = words.at(end)
    if words.at(i - 1) in {"a", "an"} and after in {"start", "intake"}:
        return True
    is_over = after in CLOSERS or not after or not after[0].isalnum() or after in COUNTS
    is_met = cue in _PEOPLE and words.at(before - 1).endswith("ed") and typed in NAMES_AND_VERBS
    is_listed = cue in _LINKS and words.at(before - 1) in MONTHS and words.typed(before - 1) not in NAMES_AND_VERBS
    return (cue in _MONTH_CUES or is_listed) and is_over and not is_named and not is_met


def _is_address(words: Words, i: int) -> bool:
    is_dotted = words.at(i + 1) == "." and words.is_glued(i + 1)
    return is_dotted and words.is_glued(i + 2) and words.at(i + 2).isalpha()


def _is_adjective(words: Words, i: int) -> bool:
    """ "The Sunday league", but not "the Monday interview"."""
    after = words.at(i + 1)
    is_over = after in CLOSERS or after in PARTS_OF_DAY or after in MONTHS or words.number(i + 1) is not None
    is_noun = not is_over and after.isalpha() and not words.is_break(i + 1)
    return words.at(i - 1) == "the" and is_noun and after not in _APPOINTMENTS


def _is_name(words: Words, i: int) -> bool:
    """ "Tuesday Weston works there": two capitals, and nothing before that leads to a day."""
    after = words.at(i + 1)
    if not (words.is_capital(i) and words.is_capital(i + 1)) or words.is_break(i + 1) or _is_loud(words, i):
        return False
    is_led = words.is_break(i) or words.at(i - 1) in _DAY_CUES or words.at(i - 1) in _LEADS_TO_DAY
    is_title = words.is_capital(i + 2) and not words.is_break(i + 2) and after in PARTS_OF_DAY
    is_time = not is_title and (after in MONTHS or after in RELATIVE_DAYS or after in PARTS_OF_DAY or len(after) < 4)
    return after == "times" or not (is_led or is_time)


def _is_loud(words: Words, i: int) -> bool:
    return words.text[words.tokens[i].start : words.tokens[i].end].isupper()
