"""Dates by number: "the 3rd", "March 3", "3/4", "23.11.2026", "2026-11-23", with a weekday before them or not."""

from dataclasses import replace

from language.times.expressions import CalendarDay, Expression, Impossible
from language.times.tokens import Words
from language.times.words import CLOSERS, MONTHS, ORDINAL_ENDINGS, ORDINALS, UNITS, WEEKDAYS

Found = tuple[Expression, int]
_LONGEST_MONTH = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_NUMERIC_CUES = frozenset({
    "on", "by", "until", "since", "before", "after", "for", "interviewed", "applied", "met", "emailed", "called",
    "sent", "spoke", "dated", "starting", ":", "scheduled",
})  # fmt: skip
_CUES = frozenset({
    "on", "by", "before", "until", "after", "since", "from", "for", "till", "around", "about", "w/c", "through",
    "between", "to", "due", "starting", "tomorrow", "interviewed", "interview", "date", "is", "latest", "of",
})  # fmt: skip
_COUNTED = frozenset(
    {"round", "rounds", "stage", "part", "question", "task", "level", "page", "score", "scored", "rated"}
)
_AT = frozenset({"at", "@"})
_FULL_MARKS = frozenset({5, 10})


def read_calendar_day(words: Words, i: int, *, is_expected: bool = False) -> Found | None:
    """The date at `i`; `is_expected` beside a weekday, where "23rd" alone is one."""
    if words.number(i) is not None and not _is_tied(words, i):
        return (
            _iso(words, i) or _numeric(words, i, is_expected) or _day_month(words, i) or _ordinal(words, i, is_expected)
        )
    if words.at(i) in MONTHS:
        return _month_day(words, i)
    return _day_month(words, i) or _ordinal(words, i, is_expected) if words.at(i) in ORDINALS else None


def dated(day: int, month: int | None, year: int | None = None) -> Expression:
    """The calendar day, or the knowledge that no calendar has it."""
    longest = _LONGEST_MONTH[month - 1] if month and 0 < month <= 12 else 31
    is_leap = year is None or (year % 4 == 0 and (year % 100 != 0 or year % 400 == 0))
    if month == 2 and not is_leap:
        longest = 28
    is_month = month is None or 0 < month <= 12
    return CalendarDay(day, month, year) if is_month and 0 < day <= longest else Impossible()


def _either_order(said: Expression, day: int, month: int) -> Expression:
    is_both = isinstance(said, CalendarDay) and 0 < day <= 12 and 0 < month <= 12 and day != month
    return replace(said, is_either_order=True) if is_both and isinstance(said, CalendarDay) else said


def with_weekday(found: Found, weekday: int) -> Found:
    expression, end = found
    return (replace(expression, weekday=weekday), end) if isinstance(expression, CalendarDay) else found


def read_year(words: Words, i: int) -> tuple[int | None, int]:
    skip = 1 if words.at(i) in {",", "of"} or (words.at(i) == "-" and words.is_glued(i)) else 0
    year = words.number(i + skip)
    is_year = year is not None and words.digits(i + skip) == 4 and 1990 <= year < 2100
    if words.typed(i).startswith("'") or not is_year or words.at(i + skip + 1) in UNITS:
        return None, i
    return year, i + skip + 1


def _iso(words: Words, i: int) -> Found | None:
    year, mark = words.number(i) or 0, words.at(i + 1)
    if words.digits(i) != 4 or mark not in {"-", "/", "."} or words.at(i + 3) != mark or not 1990 <= year < 2100:
        return None
    month, day = words.number(i + 2), words.number(i + 4)
    if month is None or day is None or not _is_row(words, i, 5):
        return None
    end = i + 5
    is_joined = words.typed(end) == "t" and words.is_glued(end) and words.number(end + 1) is not None
    return dated(day, month, year), end + is_joined


def _numeric(words: Words, i: int, is_expected: bool) -> Found | None:
    mark = words.at(i + 1)
    one, two = words.number(i), words.number(i + 2)
    if mark not in {"/", ".", "-"} or one is None or two is None or not _is_row(words, i, 3):
        return None
    if words.digits(i) > 2 or words.digits(i + 2) > 2:
        return None
    day, month = (one, two) if words.day_first else (two, one)
    if month > 12 >= day:
        day, month = month, day
    if words.at(i + 3) == mark and words.is_glued(i + 3) and words.digits(i + 4) in {2, 4} and words.is_glued(i + 4):
        return _with_year(words, i, day, month)
    is_dotted = mark == "." and words.at(i + 3) == "." and words.is_glued(i + 3)
    is_cued = is_expected or words.at(i - 1) in _NUMERIC_CUES or (is_dotted and words.at(i - 1) in {"to", "the"})
    is_timed = _has_hour(words, i + 3 + is_dotted) and words.at(i - 1) not in _COUNTED
    is_rating = two in _FULL_MARKS and one <= two
    is_timed = is_timed or (mark == "/" and not is_rating and _is_of_interview(words, i))
    is_cued = is_cued or is_timed
    is_range = mark == "-" and not (is_timed and max(one, two) > 12)
    if is_range or not is_cued or _is_score(words, i, one, two) or (mark == "." and not is_dotted):
        return None
    return _either_order(dated(day, month), one, two), i + (4 if is_dotted and i + 4 < words.size else 3)


def _has_hour(words: Words, i: int) -> bool:
    """ "(14/3) 10am", "(14/3) at 10", "(14/3), 10:30"."""
    hour = i + (words.at(i) in _AT | {","})
    is_hour = words.at(hour + 1) in {"am", "pm"} or (words.at(hour + 1) == ":" and words.digits(hour + 2) == 2)
    return words.number(hour) is not None and (is_hour or words.at(i) in _AT)


def _is_of_interview(words: Words, i: int) -> bool:
    """ "Interview at Acme 14/3", at the end: with somebody between, since "interview 1/3" counts."""
    before = [words.at(k) for k in range(i - 4, i - 1)]
    return words.is_break(i + 3) and "interview" in before and words.at(i - 1) not in _COUNTED


def _with_year(words: Words, i: int, day: int, month: int) -> Found | None:
    year = words.number(i + 4) or 0
    year += 2000 if year < 100 else 0
    goes_on = words.is_glued(i + 5) and (words.number(i + 5) is not None or words.at(i + 5) in {"-", "/"})
    return None if goes_on or not 1990 <= year < 2100 else (_either_order(dated(day, month, year), month, day), i + 5)


def _is_score(words: Words, i: int, one: int, two: int) -> bool:
    """24/7, 8/10, 4.5: numbers that are no date unless a time or a year follows."""
    return (one, two) == (24, 7) or (two in {10, 5} and words.at(i - 1) in {"for", ":"})


def _day_month(words: Words, i: int) -> Found | None:
    """ "3 March", "3rd of March", "23rd to 25th" is not for here."""
    day = ORDINALS.get(words.at(i)) or words.number(i)
    end = i + 1 + _has_ending(words, i)
    end += words.at(end) == "of" or (words.at(end) == "-" and words.is_glued(end))
    month = MONTHS.get(words.at(end))
    near = _near_month(words, end) if day else None
    if near and day:
        return CalendarDay(day, months=near[0]), near[1]
    if day is None or month is None or words.digits(i) > 2:
        return None
    year, end = read_year(words, end + 1 + (words.at(end + 1) == "." and words.is_glued(end + 1)
                                            and not words.is_break(end + 2)))  # fmt: skip
    return dated(day, month, year), end


def _near_month(words: Words, i: int) -> tuple[int, int] | None:
    """ "(The 2nd of) next month"."""
    at = i + (words.at(i) == "the" and words.at(i + 1) != "month")
    months = {"this": 0, "the": 0, "next": 1, "last": -1, "following": 1}.get(words.at(at))
    is_of = words.at(i - 1) == "of" and words.at(at + 1) == "month"
    return (months, at + 2) if is_of and months is not None else None


def _month_day(words: Words, i: int) -> Found | None:
    month = MONTHS[words.at(i)]
    at = i + 1 + (words.at(i + 1) == "." and words.is_glued(i + 1)) + (words.at(i + 1) == "the")
    day = words.number(at) if words.digits(at) <= 2 else None
    day = ORDINALS.get(words.at(at)) if day is None else day
    after = words.typed(at + 1)
    if day is None or after in UNITS or after in {":", "%", "am", "pm"}:
        return None
    is_verb = words.typed(i) in {"may", "march"} and not words.is_capital(i) and not _has_ending(words, at)
    if is_verb and after not in CLOSERS and after not in {"", ".", ","}:
        return None
    year, end = read_year(words, at + 1 + _has_ending(words, at))
    return dated(day, month, year), end


def _ordinal(words: Words, i: int, is_expected: bool) -> Found | None:
    """ "The 3rd" is a day of the month where nothing is counted by it: not "the 3rd round"."""
    day = words.number(i) or ORDINALS.get(words.at(i)) or 0
    is_word = words.number(i) is None
    end = i + 1 + _has_ending(words, i)
    has_the = words.at(i - 1) == "the"
    cue = words.at(i - 2) if has_the else words.at(i - 1)
    if not is_word and end == i + 1 and not (has_the and cue in _CUES and day > 3):
        return None
    is_cued = is_expected or cue in _CUES or cue in WEEKDAYS or (has_the and day > 10 and not is_word)
    if is_word and not (has_the and cue in {"on", "by", "until", "before"}):
        return None
    is_alone = has_the and words.is_break(i - 1) and words.is_break(end)
    is_timed = end > i + 1 and words.at(end) in _AT and words.number(end + 1) is not None
    is_cued = is_cued or is_alone or is_timed
    is_over = _is_over(words, end)
    return (dated(day, None), end) if is_cued and is_over else None


def _has_ending(words: Words, i: int) -> bool:
    return words.number(i) is not None and words.typed(i + 1) in ORDINAL_ENDINGS and words.is_glued(i + 1)


def _is_over(words: Words, i: int) -> bool:
    word = words.at(i)
    is_sign = bool(word) and not word[0].isalnum() and word not in {"/", "%", "$"}
    is_open = word == "of" and words.at(i + 1) not in {"this", "next", "last", "the"}
    is_edge = words.is_break(i) or words.number(i) is not None
    return is_edge or ((word in CLOSERS or is_sign) and not is_open)


def _is_row(words: Words, i: int, count: int) -> bool:
    goes_on = words.is_glued(i + count) and (words.number(i + count) is not None or words.at(i + count) in {"%", "k"})
    return not goes_on and all(words.is_glued(i + k) for k in range(1, count))


def _is_tied(words: Words, i: int) -> bool:
    return words.is_glued(i) and words.at(i - 1) not in {"(", ",", "-", "[", '"', "'", ":", "~"}
