"""Holidays by name, and the day they fall on in a year."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import cache

import holidays

from language.times.tokens import Words

_DAY = timedelta(days=1)


def _fixed(month: int, day: int) -> Callable[[int], date]:
    return lambda year: date(year, month, day)


def _nth(month: int, weekday: int, nth: int, shift: int = 0) -> Callable[[int], date]:
    """The nth such weekday of a month (-1: the last), moved by `shift` days."""

    def of(year: int) -> date:
        return nth_weekday(year, month, weekday, nth) + shift * _DAY

    return of


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    if nth < 0:
        after = date(year + month // 12, month % 12 + 1, 1)
        return after - ((after.weekday() - weekday - 1) % 7 + 1) * _DAY
    first = date(year, month, 1)
    return first + ((weekday - first.weekday()) % 7 + 7 * (nth - 1)) * _DAY


def _from_easter(shift: int) -> Callable[[int], date]:
    return lambda year: _easter(year) + shift * _DAY


def _easter(year: int) -> date:
    """The Gregorian computus (Meeus, Jones, Butcher)."""
    century, in_century = divmod(year, 100)
    golden = year % 19
    correction = century - century // 4 - (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + correction + 15) % 30
    to_sunday = (32 + 2 * (century % 4) + 2 * (in_century // 4) - epact - in_century % 4) % 7
    late = (golden + 11 * epact + 22 * to_sunday) // 451
    month, day = divmod(epact + to_sunday - 7 * late + 114, 31)
    return date(year, month, day + 1)


@cache
def _lunar(name: str, year: int) -> date:
    """Singapore keeps the feasts of the Chinese, Hindu and Muslim calendars, so its holidays say when they fall."""
    found = [day for day, said in holidays.country_holidays("SG", years=year).items() if name in said]
    return min(found)


def _named(name: str) -> Callable[[int], date]:
    return lambda year: _lunar(name, year)


FEASTS: dict[str, Callable[[int], date]] = {
    "christmas eve": _fixed(12, 24), "christmas day": _fixed(12, 25), "christmas": _fixed(12, 25),
    "boxing day": _fixed(12, 26), "new year's eve": _fixed(12, 31), "new years eve": _fixed(12, 31),
    "nye": _fixed(12, 31), "new year's day": _fixed(1, 1), "new years day": _fixed(1, 1),
    "new year's": _fixed(1, 1), "new years": _fixed(1, 1), "new year": _fixed(1, 1),
    "epiphany": _fixed(1, 6), "valentine's day": _fixed(2, 14), "valentines day": _fixed(2, 14),
    "valentine's": _fixed(2, 14), "valentines": _fixed(2, 14), "st patrick's day": _fixed(3, 17),
    "july 4th": _fixed(7, 4), "fourth of july": _fixed(7, 4), "4th of july": _fixed(7, 4),
    "independence day": _fixed(7, 4), "juneteenth": _fixed(6, 19), "halloween": _fixed(10, 31),
    "veterans day": _fixed(11, 11), "mlk day": _nth(1, 0, 3), "martin luther king day": _nth(1, 0, 3),
    "presidents day": _nth(2, 0, 3), "presidents' day": _nth(2, 0, 3), "memorial day": _nth(5, 0, -1),
    "labor day": _nth(9, 0, 1), "labour day": _nth(9, 0, 1), "columbus day": _nth(10, 0, 2),
    "thanksgiving": _nth(11, 3, 4), "thanksgiving day": _nth(11, 3, 4), "turkey day": _nth(11, 3, 4),
    "black friday": _nth(11, 3, 4, 1), "cyber monday": _nth(11, 3, 4, 4), "mother's day": _nth(5, 6, 2),
    "father's day": _nth(6, 6, 3), "ash wednesday": _from_easter(-46), "good friday": _from_easter(-2),
    "easter": _from_easter(0), "easter sunday": _from_easter(0), "easter monday": _from_easter(1),
    "ascension day": _from_easter(39), "pentecost": _from_easter(49), "whit monday": _from_easter(50),
    "chinese new year": _named("Chinese New Year"), "lunar new year": _named("Chinese New Year"),
    "cny": _named("Chinese New Year"), "diwali": _named("Diwali"), "deepavali": _named("Diwali"),
    "eid": _named("Eid al-Fitr"),
}  # fmt: skip
BANK_HOLIDAY = "bank holiday"

_BY_FIRST_WORD: dict[str, list[tuple[str, ...]]] = {}
for _name in sorted((*FEASTS, BANK_HOLIDAY), key=len, reverse=True):
    _BY_FIRST_WORD.setdefault(_name.split()[0].removesuffix("'s"), []).append(tuple(_name.split()))
FIRST_WORDS = frozenset(_BY_FIRST_WORD)


def read_feast(words: Words, i: int) -> tuple[str, int] | None:
    """The longest name of a holiday at `i`."""
    for name in _BY_FIRST_WORD.get(words.at(i), ()):
        typed = [words.typed(i), *(words.typed(i + k) for k in range(1, len(name)))]
        if typed == list(name) or (len(name) == 1 and words.at(i) == name[0]) or _is_short(words, i, name):
            return " ".join(name), i + len(name)
    return None


def _is_short(words: Words, i: int, name: tuple[str, ...]) -> bool:
    return all(words.at(i + k) == word for k, word in enumerate(name))
