"""What sentences about settings are made of: hours, numbers, days, countries, in the places of their words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import time
from functools import lru_cache

from language.countries import country_called
from language.lexicon import lexicon
from language.marks import Item, Mark, marked
from language.tokens import tokenise

EVERY_DAY = (0, 1, 2, 3, 4, 5, 6)
WEEKDAYS, WEEKENDS = EVERY_DAY[:5], EVERY_DAY[5:]
_NUMBERS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_NUMBER = rf"(?:\d{{1,4}}|{'|'.join(_NUMBERS)}|an?)"
_DAY = r"\b(mon|tue|wed|thu|fri|sat|sun)(?:s|nes|rs?|ur)?(?:day)?s?\b"
_PERIOD = re.compile(rf"\b({_NUMBER})\s+(?:more |full )?(business |working |work )?(days?|weeks?)\b", re.IGNORECASE)
_HOUR = re.compile(
    r"\b(?:(half past )?(\d{1,2})(?:[:.h](\d{2}))?\s*(?:(am|pm|a\.m\.?|p\.m\.?)(?!\w)|o'?clock\b|h\b)?"
    r"(\s+(?:in the (?:morning|evening|afternoon)|at night))?|(noon|midnight))",
    re.IGNORECASE,
)
_NAMED_DAYS = {
    "WEEKDAYS": re.compile(r"\b(?:on )?(?:weekdays?|workdays)\b", re.IGNORECASE),
    "WEEKENDS": re.compile(r"\bweekends\b|\bsaturdays? (?:and|or|&) sundays?\b", re.IGNORECASE),
    "EVERYDAY": re.compile(r"\b(?:every|each) (?:single )?day\b|\beveryday\b|\ball days\b", re.IGNORECASE),
}
_VALUES = {"WEEKDAYS": WEEKDAYS, "WEEKENDS": WEEKENDS, "EVERYDAY": EVERY_DAY}
INSTEAD = ("HOUR", "NUMBER", "PERIOD", "DAY", "COUNTRY", "NAME", *_VALUES, "to")
"""What may be in the place of words; "to" in that of a dash."""
_SOFT = frozenset(["please", "just", "btw", "actually", "always", "also"])
_WORDS = re.compile(r"[^\W\d_][\w.'-]*")
_NAME = re.compile(
    r"\b(?:call me|my name is|sign .{1,12}? (?:as|with)) ((?:[^\W\d_][\w.'’-]* ?){1,5})[.!]*$", re.IGNORECASE
)
MIDDAY = 12


@dataclass(frozen=True, slots=True)
class Clock:
    """An hour as said; `half` is "am" or "pm" where that was said. It need not be one that there is."""

    hour: int
    minute: int = 0
    half: str = ""

    @property
    def is_early(self) -> bool:
        """Whether it may be one of either half of the day."""
        return not self.half and 0 < self.hour < MIDDAY

    @property
    def time(self) -> time | None:
        """The wall time; None if there is no such hour."""
        if self.half and not 0 < self.hour <= MIDDAY:
            return None
        hour = self.hour % MIDDAY + (MIDDAY if self.half == "pm" else 0) if self.half else self.hour % 24
        return time(hour, self.minute) if self.hour <= 24 and self.minute < 60 else None


@dataclass(frozen=True, slots=True)
class Period:
    """A number of days or weeks; `is_business` where working days were said."""

    number: int
    unit: str
    is_business: bool = False


@lru_cache(maxsize=256)
def items_of(sentence: str) -> Sequence[Item]:
    """The sentence's words without signs, with everything recognised in their place.

    Kept for a while: whoever reads a message asks for the same sentences more than once.
    """
    plain = re.sub(r"(?<=[\dm])\s*[-–—]\s*(?=\d)", " to ", sentence)
    plain = re.sub(rf"({_DAY})\s*[-–—]\s*(?={_DAY})", r"\1 to ", plain, flags=re.IGNORECASE)
    items = [item for item in marked(tokenise(plain), _marks(plain)) if item.word[0].isalnum()]
    return [item for n, item in enumerate(items) if item.word not in _SOFT and not _joins_days(items, n)]


def _joins_days(items: list[Item], at: int) -> bool:
    around = {item.word for item in items[max(at - 1, 0) : at + 2 : 2]}
    return items[at].word in ("and", "or", "on") and around == {"DAY"} and 0 < at < len(items) - 1


def _marks(text: str) -> Iterator[Mark]:
    for kind, expression in _NAMED_DAYS.items():
        yield from (Mark(kind, found.start(), found.end(), _VALUES[kind]) for found in expression.finditer(text))
    for found in _PERIOD.finditer(text):
        period = Period(_whole(found[1]), found[3].lower().rstrip("s"), bool(found[2]))
        yield Mark("PERIOD", found.start(), found.end(), period)
    for found in re.finditer(_DAY, text, re.IGNORECASE):
        day = ("mon", "tue", "wed", "thu", "fri", "sat", "sun").index(found[1].lower())
        yield Mark("DAY", found.start(), found.end(), (day,))
    for found in _HOUR.finditer(text):
        clock = _clock(found)
        is_bare = found[0].strip().isdigit()
        yield Mark("NUMBER" if is_bare else "HOUR", found.start(), found.end(), clock)
    for found in re.finditer(rf"\b(?:{'|'.join(_NUMBERS)})\b", text, re.IGNORECASE):
        yield Mark("NUMBER", found.start(), found.end(), Clock(_whole(found[0])))
    yield from _countries(text)
    if (name := _NAME.search(text)) and _is_name(name[1]):
        yield Mark("NAME", name.start(1), name.end(1), _capital(name[1].rstrip(" .")))


def _clock(found: re.Match[str]) -> Clock:
    if found[6]:
        return Clock(MIDDAY, half="pm" if found[6].lower() == "noon" else "am")
    part = (found[5] or "").lower()
    half = "am" if "morning" in part else "pm" if part else (found[4] or "").lower().replace(".", "")
    late = half == "pm" and part and int(found[2]) > MIDDAY
    return Clock(int(found[2]), 30 if found[1] else int(found[3] or 0), "" if late else half)


def _countries(text: str) -> Iterator[Mark]:
    words = list(_WORDS.finditer(text))
    for count in (4, 3, 2, 1):
        for first, last in zip(words, words[count - 1 :], strict=False):
            said = text[first.start() : last.end()]
            code = country_called(said) if said not in ("us", "Us") else None
            if code:
                yield Mark("COUNTRY", first.start(), last.end(), code)


def _is_name(words: str) -> bool:
    """Whether it begins as a name does: "call me Will", not "call me later"."""
    first, listed = words.split()[0].lower(), lexicon()
    return first in listed.given or first in listed.given_words or first not in listed.common


def _capital(words: str) -> str:
    """The name as it is signed: "bob miller" with capitals, "van der Berg" as it was written."""
    return words.title() if words.islower() else words


def _whole(word: str) -> int:
    if word.isdecimal():
        return int(word)
    return _NUMBERS.index(word.lower()) if word.lower() in _NUMBERS else 1
