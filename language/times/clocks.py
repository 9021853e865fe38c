"""Times of day: "3pm", "half 3", "15h30", "between 2 and 4", and the zone said with them."""

from dataclasses import dataclass, replace
from datetime import time

from language.clock_names import zone_called, zone_of_offset
from language.times.expressions import Clock
from language.times.tokens import Words
from language.times.words import CLOSERS, COUNTS, MERIDIEMS, MONTHS, WEEKDAYS, ZONES

_AT = frozenset({"at", "@"})
_ROUGHLY = frozenset({"around", "about", "like", "roughly", "circa", "~", "say", "exactly", "just"})
_MINUTES = {"five": 5, "ten": 10, "quarter": 15, "fifteen": 15, "twenty": 20, "twentyfive": 25, "half": 30}
_BUSINESS_NOON = 7
_NAMES_AS_WELL = frozenset({"eastern", "central", "mountain", "pacific", "uk"})
"""Clocks by whose names companies and streets are called, too: "at 3 Central Park"."""
_NO_PLACES = frozenset({"my", "their", "your", "local", "our", "the", "this", "that", "same", "a", "any", "some"})
_LONGEST_PLACE = 3
_MOST_PLACES = 8
"""In one text: each is looked up in a file."""


@dataclass(frozen=True, slots=True)
class _Hour:
    """A time as far as it was said; `is_settled` where morning or afternoon is no guess."""

    hour: int
    minute: int
    is_settled: bool
    meridiem: str | None = None

    def time(self) -> time | None:
        hour = self.hour
        if self.meridiem and hour <= 12:
            hour = hour % 12 + (12 if self.meridiem == "pm" else 0)
        elif not self.is_settled and 0 < hour < _BUSINESS_NOON:
            hour += 12
        return time(hour, self.minute) if hour < 24 and self.minute < 60 else None


def read_clock(words: Words, i: int, *, is_expected: bool = False) -> tuple[Clock | None, int] | None:
    """The time at `i` and where it ends. A bare number counts only after "at", or beside a day (`is_expected`).

    A time that no clock shows ("25:00") is None with its end.
    """
    start = i
    while i < start + 3 and (words.at(i) in _AT or words.at(i) in _ROUGHLY):
        is_expected = is_expected or words.at(i) in _AT
        i += 1
    found = _range(words, i, is_expected) or _single(words, i, is_expected)
    if found is None and words.at(start) == "between":
        found = _range(words, start + 1, is_expected=True)
    if found is None and words.at(start) == "from":
        found = _range(words, start + 1, is_expected=is_expected)
    if found is None:
        return None
    clock, i = found
    zone, i = _zone(words, i)
    return (replace(clock, zone=zone) if clock else None), i


def with_part(clock: Clock, part: str | None) -> Clock:
    """ "Tomorrow evening at 8" is eight in the evening."""
    if part not in {"afternoon", "evening"}:
        return clock
    return replace(clock, first=_later(clock.first), last=_later(clock.last) if clock.last else None)


def _later(at: time) -> time:
    return at.replace(hour=at.hour + 12) if 0 < at.hour < 12 else at


def _single(words: Words, i: int, is_expected: bool) -> tuple[Clock | None, int] | None:
    if words.at(i) == "noon" and _is_over(words, i + 1):
        return Clock(time(12)), i + 1
    hour = _hour(words, i, is_expected)
    if hour is None:
        return None
    said, i = hour
    at = said.time()
    return (Clock(at) if at else None), i


def _range(words: Words, i: int, is_expected: bool) -> tuple[Clock | None, int] | None:
    first = _hour(words, i, is_expected=True, is_first=True)
    if first is None or words.at(first[1]) not in {"-", "to", "and", "until", "or"}:
        return None
    last = _hour(words, first[1] + 1, is_expected=True)
    joined_by = words.at(first[1])
    if last is None or (joined_by == "and" and words.at(i - 1) != "between"):
        return None
    begin, end = first[0], last[0]
    is_clock = is_expected or begin.is_settled or end.is_settled
    if not is_clock:
        return None
    if end.meridiem and not begin.is_settled:
        is_over_noon = begin.hour % 12 > end.hour % 12
        begin = replace(begin, meridiem="am" if is_over_noon else end.meridiem, is_settled=True)
    starts, ends = begin.time(), end.time()
    return (Clock(starts, ends) if starts and ends else None), last[1]


def _hour(words: Words, i: int, is_expected: bool, *, is_first: bool = False) -> tuple[_Hour, int] | None:
    """An hour; the `is_first` of two may be followed by what links them."""
    return _spoken(words, i) or _digital(words, i) or (_bare(words, i, is_first) if is_expected else None)


def _spoken(words: Words, i: int) -> tuple[_Hour, int] | None:
    """ "Half past two", "half 3", "quarter to 4", "ten past 3", "20 to 4"."""
    minutes = _MINUTES.get(words.at(i)) or words.number(i)
    if words.at(i) == "a" and words.at(i + 1) == "quarter":
        i, minutes = i + 1, 15
    if minutes is None or minutes not in {5, 10, 15, 20, 25, 30}:
        return None
    link = words.at(i + 1)
    skip = 2
    if link not in {"past", "to", "after", "till"}:
        if words.at(i) != "half":
            return None
        skip = 1
    if (link in {"to", "after"}) and words.at(i) not in {"quarter", "ten", "twenty", "five"} and minutes != 20:
        return None
    hour = _number(words, i + skip)
    if hour is None or not 0 < hour <= 12 or not _is_over(words, i + skip + 1):
        return None
    if link == "to":
        hour, minutes = (hour - 1) or 12, 60 - minutes
    meridiem, end = _meridiem(words, i + skip + 1)
    return _Hour(hour, minutes, bool(meridiem), meridiem), end


def _digital(words: Words, i: int) -> tuple[_Hour, int] | None:
    """ "15:30", "3.30pm", "3pm", "15h", "15h30", "3 o'clock": what can be nothing but a time."""
    hour = words.number(i)
    if together := _run_together(words, i):
        return together
    if hour is None or words.digits(i) > 2 or _is_inside_number(words, i):
        return _o_clock(words, i)
    if words.at(i + 1) in {":", "."} and _is_tight(words, i, 2) and words.digits(i + 2) == 2:
        return _with_minutes(words, i, hour)
    if words.typed(i + 1) in {"h", "u"} and words.is_glued(i + 1):
        has_minutes = words.digits(i + 2) == 2 and words.is_glued(i + 2)
        return _Hour(hour, words.number(i + 2) or 0 if has_minutes else 0, True), i + (3 if has_minutes else 2)
    meridiem, end = _meridiem(words, i + 1)
    if meridiem and 0 < hour <= 12:
        return _Hour(hour, 0, True, meridiem), end
    return _o_clock(words, i)


def _run_together(words: Words, i: int) -> tuple[_Hour, int] | None:
    """ "930am", "1030 am"."""
    number, (meridiem, end) = words.number(i), _meridiem(words, i + 1)
    if number is None or words.digits(i) not in (3, 4) or not meridiem or _is_inside_number(words, i):
        return None
    hour, minute = divmod(number, 100)
    is_time = 0 < hour <= 12 and minute in range(0, 60, 5)
    return (_Hour(hour, minute, True, meridiem), end) if is_time else None


def _with_minutes(words: Words, i: int, hour: int) -> tuple[_Hour, int] | None:
    minute = words.number(i + 2) or 0
    meridiem, end = _meridiem(words, i + 3)
    is_longer = words.at(end) in {":", ".", "/"} and words.is_glued(end) and words.number(end + 1) is not None
    if is_longer and words.at(end) == ":" and words.digits(end + 1) == 2:
        end, is_longer = end + 2, False
    is_amount = words.at(end) in {"%", "k", "m", "x"} or words.at(i - 1) in {"$", "£", "€"}
    if is_longer or is_amount:
        return None
    if words.at(i + 1) == "." and not meridiem:
        is_time = (words.at(i - 1) in _AT or words.at(i - 1) in _ROUGHLY) and _is_over(words, end)
        return (_Hour(hour, minute, hour > 12), end) if is_time else None
    is_padded = words.tokens[i].typed.startswith("0")
    return _Hour(hour, minute, bool(meridiem) or hour > 12 or is_padded, meridiem), end


def _o_clock(words: Words, i: int) -> tuple[_Hour, int] | None:
    hour = _number(words, i)
    if hour is None or not 0 < hour <= 12:
        return None
    if words.typed(i + 1) in {"o'clock", "oclock", "ish", "uhr"}:
        meridiem, end = _meridiem(words, i + 2)
        return _Hour(hour, 0, bool(meridiem), meridiem), end
    if words.at(i + 1) == "-" and words.at(i + 2) == "ish":
        return _Hour(hour, 0, False), i + 3
    if words.says(i + 1, "in", "the") and words.at(i + 3) in {"morning", "afternoon", "evening"}:
        return _Hour(hour, 0, True, "am" if words.at(i + 3) == "morning" else "pm"), i + 4
    return None


def _bare(words: Words, i: int, is_first: bool) -> tuple[_Hour, int] | None:
    hour = _number(words, i)
    if hour is None or _is_inside_number(words, i):
        return None
    is_military = words.tokens[i].typed[0] == "0" or words.at(i + 1) in {"hours", "hrs"}
    if words.digits(i) == 4 and (is_military or (words.at(i - 1) in _AT and _is_over(words, i + 1))):
        return _Hour(hour // 100, hour % 100, True), i + 1 + (words.at(i + 1) in {"hours", "hrs"})
    if words.digits(i) == 3 and hour % 100 in range(0, 60, 5) and _is_over(words, i + 1):
        return _Hour(hour // 100, hour % 100, False), i + 1
    if hour > 24 or hour == 0 or words.digits(i) > 2:
        return None
    meridiem, end = _meridiem(words, i + 1)
    if not _is_over(words, end) and not (is_first and words.at(end) in {"-", "to", "and"}):
        return None
    return _Hour(hour, 0, bool(meridiem) or hour > 12, meridiem), end


def _number(words: Words, i: int) -> int | None:
    count = COUNTS.get(words.at(i))
    return words.number(i) if count is None or count > 12 else count


def _meridiem(words: Words, i: int) -> tuple[str | None, int]:
    said = MERIDIEMS.get(words.typed(i))
    if said is None:
        return None, i
    if words.at(i + 1) == "." and words.at(i + 2) == "m" and words.is_glued(i + 2):
        return said, i + (4 if words.at(i + 3) == "." and words.is_glued(i + 3) else 3)
    if words.typed(i) in {"am", "pm"}:
        return said, i + 1
    is_short = words.typed(i) in {"a", "p"} and words.is_glued(i) and not words.is_glued(i + 1)
    return (said, i + 1) if is_short else (None, i)


def _zone(words: Words, i: int) -> tuple[str | None, int]:
    """Whose clock it is, and where that ends: "EST", "UTC+2", "Tokyo time", "(GMT)". None: the writer's own."""
    if words.at(i) == "(":
        zone, end = _named_zone(words, i + 1)
        return (zone, end + 1) if zone and words.at(end) == ")" else (None, i)
    return _named_zone(words, i)


def _named_zone(words: Words, i: int) -> tuple[str | None, int]:
    if found := _offset(words, i) or _by_place(words, i):
        return found
    zone = ZONES.get(words.typed(i))
    if zone is None:
        skip = 2 if words.at(i) in {"my", "their", "your", "local"} and words.at(i + 1) == "time" else 0
        return None, i + skip
    is_said = words.at(i + 1) == "time"
    is_name = not is_said and words.typed(i) in _NAMES_AS_WELL and words.is_capital(i) and words.is_capital(i + 1)
    return (None, i) if is_name else (zone, i + 1 + is_said)


def _offset(words: Words, i: int) -> tuple[str | None, int] | None:
    """ "UTC+2", "GMT-5", "UTC+5:30". One that no clock has is none."""
    hours, sign = words.number(i + 2), words.at(i + 1)
    if words.typed(i) not in {"utc", "gmt"} or sign not in {"+", "-"} or hours is None or not words.is_glued(i + 2):
        return None
    has_minutes = words.at(i + 3) == ":" and words.digits(i + 4) == 2 and _is_tight(words, i + 2, 2)
    minutes = (words.number(i + 4) or 0) if has_minutes else 0
    return zone_of_offset(hours, minutes, is_ahead=sign == "+"), i + (5 if has_minutes else 3)


def _by_place(words: Words, i: int) -> tuple[str, int] | None:
    """ "Tokyo time", "New York time"."""
    end = next((i + length for length in range(1, _LONGEST_PLACE + 1) if words.at(i + length) == "time"), None)
    if end is None or words.at(i) in _NO_PLACES or words.said_before(end) >= _MOST_PLACES:
        return None
    zone = zone_called(words.text[words.tokens[i].start : words.tokens[end - 1].end])
    return (zone, end + 1) if zone else None


def _is_over(words: Words, i: int) -> bool:
    """Whether nothing that is counted follows: "at 3" but not "at 3 companies"."""
    word = words.at(i)
    is_sign = bool(word) and not word[0].isalnum() and word not in {"/", "%", "$", "£", "€", ":", "-", "#"}
    is_decimal = word in {".", ","} and words.is_glued(i + 1) and words.number(i + 1) is not None
    is_said = word in CLOSERS or word in MERIDIEMS or word in ZONES or (word == "-" and not words.is_glued(i))
    is_other = words.is_break(i) or is_said or (is_sign and not is_decimal) or _is_day(words, i)
    return not word or is_other or _by_place(words, i) is not None


def _is_day(words: Words, i: int) -> bool:
    return words.at(i) in WEEKDAYS or words.at(i) in MONTHS


def _is_tight(words: Words, i: int, count: int) -> bool:
    return all(words.is_glued(i + k) for k in range(1, count + 1))


def _is_inside_number(words: Words, i: int) -> bool:
    """Whether the number at `i` goes on from something before it, as in a price, a phone number or a version."""
    return words.is_glued(i) and words.at(i - 1) not in {"@", "(", "~", "-", "[", '"', "'", ",", "t"}
