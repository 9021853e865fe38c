"""Amounts of time: "2-3 weeks", "a couple of days", "a week or two", "five working days"."""

from dataclasses import replace

from language.times.expressions import Amount
from language.times.tokens import Words
from language.times.words import COUNTS, UNITS, WORKING

_MOST = 400
_LINKS = frozenset({"-", "to", "or", "/"})
_LETTERS = {"h": "hour", "d": "day", "w": "week"}
_Count = tuple[float, float, bool, int]


def read_amount(words: Words, i: int) -> tuple[Amount, int] | None:
    """The amount at `i` and where it ends."""
    count = _count(words, i)
    if count is None:
        return None
    low, high, is_vague, i = count
    unit = _unit(words, i)
    if unit is None:
        return None
    amount, i = Amount(low, high, unit[0], is_vague), unit[1]
    return _tail(words, amount, i)


def _count(words: Words, i: int) -> _Count | None:
    word = words.at(i)
    if word in {"a", "an"} and words.at(i + 1) in {"few", "couple"}:
        return _count(words, i + 1)
    if word == "couple":
        of = i + (2 if words.at(i + 1) == "of" else 1)
        more = words.at(of) == "more" or words.at(of) == "or"
        return (2, 3, True, of + 2) if more and words.at(of + 1) in {"few", "three"} else (2, 2, True, of)
    if word == "few":
        return 3, 3, True, i + 1
    if word == "several":
        return 4, 4, True, i + 1
    if word == "another" and (words.at(i + 1) == "few" or words.at(i + 1) == "couple" or _number(words, i + 1)):
        return _count(words, i + 1)
    if word in {"a", "an", "another"}:
        return 1, 1, False, i + (2 if words.at(i + 1) in {"full", "whole", "good", "solid"} else 1)
    if word == "half" and words.at(i + 1) in {"a", "an"}:
        return 0.5, 0.5, False, i + 2
    return _numbers(words, i)


def _numbers(words: Words, i: int) -> _Count | None:
    first = _number(words, i)
    if first is None:
        return None
    low, i = first
    link = i + 1 if words.says(i, "or", "maybe") or words.says(i, "or", "even") else i
    second = _number(words, link + 1) if words.at(link if link == i else i) in _LINKS else None
    if second and low < second[0]:
        return low, second[0], False, second[1]
    return low, low, False, i


def _number(words: Words, i: int) -> tuple[float, int] | None:
    value = words.number(i) if words.at(i) not in COUNTS else COUNTS[words.at(i)]
    if value is None or not 0 < value <= _MOST or _is_tied(words, i):
        return None
    unit = COUNTS.get(words.at(i + 2), 10)
    if words.at(i) in COUNTS and value >= 20 and words.at(i + 1) == "-" and unit < 10:
        return value + unit, i + 3
    if words.at(i + 1) == "." and words.digits(i + 2) == 1 and words.is_glued(i + 2):
        return value + (words.number(i + 2) or 0) / 10, i + 3
    return value, i + 1


def _is_tied(words: Words, i: int) -> bool:
    before = words.at(i - 1)
    return words.is_glued(i) and before in {"$", "£", "€", "#", ".", ":", "/", "+", "_"}


def _unit(words: Words, i: int) -> tuple[str, int] | None:
    if words.at(i) == "-" and words.at(i + 1) in UNITS:
        return None
    if words.at(i) == "more" and words.at(i + 1) in UNITS:
        i += 1
    if words.at(i) in WORKING:
        return ("business day", i + 2) if UNITS.get(words.at(i + 1)) == "day" else None
    if words.at(i) in {"calendar", "full", "whole", "long"} and words.at(i + 1) in UNITS:
        i += 1
    if words.at(i) == "weekdays":
        return "business day", i + 1
    if words.typed(i) in _LETTERS:
        is_hours = words.typed(i) == "h" and (words.number(i - 1) or 0) >= 24
        return (
            (_LETTERS[words.typed(i)], i + 1)
            if words.is_glued(i) and (is_hours or words.at(i + 1) == "ago" or _is_led(words, i - 1))
            else None
        )
    unit = UNITS.get(words.at(i))
    return (unit, i + 1) if unit else None


def _is_led(words: Words, i: int) -> bool:
    at = i - 3 if words.at(i - 1) == "-" else i - 1
    return words.at(at) in {"in", "within", "next"}


def _tail(words: Words, amount: Amount, i: int) -> tuple[Amount, int]:
    """ "... or two", "... or so", "... and a half", "week to ten days", "..., maybe two"."""
    if words.at(i) == "," and words.at(i + 1) in {"maybe", "perhaps", "possibly"}:
        return _upper(words, amount, i + 2) or (amount, i)
    if words.at(i) == "or" and words.at(i + 1) in {"so", "more", "less"}:
        return replace(amount, is_vague=True), i + 2
    if words.says(i, "and", "a", "half"):
        return replace(amount, low=amount.low + 0.5, high=amount.high + 0.5), i + 3
    if words.at(i) in {"or", "to", "-"}:
        upper = _upper(words, amount, i + 1)
        if upper:
            return upper
    return amount, i


def _upper(words: Words, amount: Amount, i: int) -> tuple[Amount, int] | None:
    while words.at(i) in {"maybe", "even", "possibly", "perhaps", "at"}:
        i += 1
    i += words.at(i) == "a" and words.at(i + 1) == "couple"
    number = (2.0, i + 1) if words.at(i) == "couple" else _number(words, i)
    if number is None or number[0] <= amount.high:
        return _other_unit(words, amount, number)
    unit = _unit(words, number[1])
    if unit and unit[0] != amount.unit:
        return _other_unit(words, amount, number)
    is_clock = words.at(i - 1) in {"to", "-"} and unit is None
    return None if is_clock else (replace(amount, high=number[0]), unit[1] if unit else number[1])


def _other_unit(words: Words, amount: Amount, number: tuple[float, int] | None) -> tuple[Amount, int] | None:
    """ "A week to ten days" ends with the ten days."""
    unit = _unit(words, number[1]) if number else None
    if number is None or unit is None or unit[0] not in {"day", "business day"} or amount.unit != "week":
        return None
    return Amount(amount.low * 7, number[0], unit[0], amount.is_vague), unit[1]
