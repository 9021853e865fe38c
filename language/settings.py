"""What a message wants of the settings, sentence by sentence, and what else it says."""

import re
import tomllib
from collections.abc import Callable, Sequence
from datetime import time
from functools import cache
from itertools import takewhile

from language.cues import find, may_occur
from language.marks import Item
from language.places import beside_place, place_told, sentences_of
from language.reading import Refusal, Wish
from language.setting_marks import EVERY_DAY, INSTEAD, Clock, Period, items_of
from language.tokens import EN, tokenise
from rules.facts import ZONE_QUESTION, SettingChanged
from rules.preferences import Preferences, is_sensible

SHOW = "show"
_JOINED = re.compile(r",? and (?:also |then )?|, ")
_LONGEST = 120
_MIDDAY = 12
_TWO = 2
_WORKING_WEEK = 5
EARLIEST_EVENING = 5


def settings_told(text: str, told: Preferences, asked: str | None = None) -> tuple[Wish, str]:
    """What the text wants, and the sentences of it that say something else, or more.

    A bare answer to the question what one parameter should be, the one `asked`, is enough.
    """
    if answer := _wish_of(f"{_stems().get(asked or '', '')} {text}", told):
        return answer, ""
    wish, rest = Wish(), []
    for sentence in sentences_of(text):
        found = _wish_in(sentence, told)
        place = None if found else place_told(sentence, is_asked=asked == ZONE_QUESTION, holidays_of=told.country)
        wish = _both(wish, found or place or Wish())
        if not found:
            rest.append(beside_place(sentence) if place else sentence)
    return wish, " ".join(filter(None, rest)).rstrip(",")


@cache
def _stems() -> dict[str, str]:
    told: dict[str, str] = tomllib.loads((EN / "settings.toml").read_text(encoding="utf-8"))["stems"]
    return told


def asks_for_settings(text: str) -> bool:
    """Whether the user wants to see them."""
    return meaning(text) == SHOW


def meaning(sentence: str) -> str | None:
    """What the sentence is about, as the cues of settings call it."""
    return _found(items_of(sentence)) if _may_tell(sentence) else None


def _may_tell(sentence: str) -> bool:
    """Whether it is worth a closer look, whatever its numbers and names turn out to be: most sentences are not."""
    return len(sentence) < _LONGEST and may_occur("settings", (*INSTEAD, *(token.word for token in tokenise(sentence))))


def _found(items: Sequence[Item]) -> str | None:
    return next((match.cue.means for match in find("settings", [item.word for item in items])), None)


def _wish_in(sentence: str, told: Preferences) -> Wish | None:
    """What a whole sentence wants, or each of its parts."""
    whole = _wish_of(sentence, told)
    if whole or len(sentence) > _LONGEST:
        return whole
    parts = _JOINED.split(sentence)
    wishes = list(takewhile(bool, (_wish_of(part, told) or place_told(part) for part in parts)))
    return _both(*filter(None, wishes)) if len(wishes) == len(parts) > 1 else None


def _wish_of(sentence: str, told: Preferences) -> Wish | None:
    items = items_of(sentence) if _may_tell(sentence) else []
    means = _found(items) if items else None
    return _BY_MEANING[means](items, told) if means in _BY_MEANING else None


def _both(*wishes: Wish) -> Wish:
    return Wish(
        tuple(fact for wish in wishes for fact in wish.facts),
        tuple(doubt for wish in wishes for doubt in wish.doubts),
        tuple(refusal for wish in wishes for refusal in wish.refused),
    )


def _changed(*values: tuple[str, str]) -> Wish:
    return Wish(tuple(SettingChanged(name=name, value=value) for name, value in values))


def _clocks(items: Sequence[Item]) -> list[Clock]:
    return [item.value for item in items if isinstance(item.value, Clock)]


def _hours(*settings: tuple[str, Clock]) -> Wish:
    """These settings at these hours, or that there is no such hour."""
    wrong = next((clock for _, clock in settings if clock.time is None), None)
    if wrong:
        return Wish(refused=(Refusal("refused-hour", f"{wrong.hour}:{wrong.minute:02}{wrong.half}"),))
    return _changed(*((name, _written(clock.time)) for name, clock in settings if clock.time))


def _written(hour: time) -> str:
    return f"{hour:%H:%M}"


def _late(clock: Clock) -> Clock:
    """An hour of the evening: "after 9" is after 21:00."""
    is_evening = clock.is_early and clock.hour >= EARLIEST_EVENING
    return Clock(clock.hour + _MIDDAY, clock.minute) if is_evening else clock


def _quiet(items: Sequence[Item], told: Preferences) -> Wish:
    first, last = _clocks(items)[:2]
    is_overnight = last.hour < _MIDDAY or last.half == "am"
    return _hours(("quiet_from", _late(first) if is_overnight else first), ("quiet_until", last))


def _awake(items: Sequence[Item], told: Preferences) -> Wish:
    """Quiet when one is not awake."""
    first, last = _clocks(items)[:2]
    is_in_one_day = last.is_early and last.hour <= first.hour
    return _hours(("quiet_from", _late(last) if is_in_one_day else last), ("quiet_until", first))


def _quiet_until(items: Sequence[Item], told: Preferences) -> Wish:
    return _hours(("quiet_until", _clocks(items)[0]))


def _quiet_from(items: Sequence[Item], told: Preferences) -> Wish:
    return _hours(("quiet_from", _late(_clocks(items)[0])))


def _quiet_off(items: Sequence[Item], told: Preferences) -> Wish:
    return _changed(("quiet_from", _written(time.min)), ("quiet_until", _written(time.min)))


def _quiet_nights(items: Sequence[Item], told: Preferences) -> Wish:
    """The quiet hours that hold; where there are none, those that anybody has."""
    has_none = told.quiet_from == told.quiet_until
    hours = Preferences() if has_none else told
    return _changed(("quiet_from", _written(hours.quiet_from)), ("quiet_until", _written(hours.quiet_until)))


def _name(items: Sequence[Item], told: Preferences) -> Wish:
    return _changed(("name", next(str(item.value) for item in items if item.word == "NAME")))


def _morning(items: Sequence[Item], told: Preferences) -> Wish:
    return _hours(("morning", _clocks(items)[0]))


def days_in(items: Sequence[Item]) -> tuple[int, ...]:
    """The weekdays that are named, "Sunday to Thursday" among them; 0 is Monday."""
    named = [item.value for item in items if isinstance(item.value, tuple)]
    if any(item.word in ("to", "until", "till", "through") for item in items) and len(named) == _TWO:
        (first,), (last,) = named
        return tuple(sorted((first + ahead) % 7 for ahead in range((last - first) % 7 + 1)))
    return tuple(sorted({day for days in named for day in days}))


def _days(name: str, days: Sequence[int]) -> Wish:
    value = ",".join(map(str, sorted(days)))
    return _changed((name, value)) if is_sensible(name, value) else Wish(refused=(Refusal("refused-no-day", value),))


def _working_days(items: Sequence[Item], told: Preferences) -> Wish:
    return _days("working_days", days_in(items))


def _days_off(items: Sequence[Item], told: Preferences) -> Wish:
    """Days on which nobody works: a whole weekend is told against the week, a single day against the days so far."""
    off = set(days_in(items))
    whole = any(item.word == "weekend" for item in items)
    return _days("working_days", [day for day in (EVERY_DAY if whole else told.working_days) if day not in off])


def _country(items: Sequence[Item], told: Preferences) -> Wish:
    return _changed(("country", next(str(item.value) for item in items if item.word == "COUNTRY")))


def _country_follows(items: Sequence[Item], told: Preferences) -> Wish:
    return _changed(("country", ""))


def _number_of_days(name: str) -> Callable[[Sequence[Item], Preferences], Wish]:
    """How many days, by the field's name; weeks are counted in the days that the field counts in."""

    def wish(items: Sequence[Item], told: Preferences) -> Wish:
        period = next((item.value for item in items if isinstance(item.value, Period)), None)
        week = 7 if name == "days_before_gut" else _WORKING_WEEK
        days = period.number * (week if period.unit == "week" else 1) if period else _clocks(items)[0].hour
        told_days = str(days)
        return _changed((name, told_days)) if is_sensible(name, told_days) else _refused_days(name, told_days)

    return wish


def _refused_days(name: str, days: str) -> Wish:
    return Wish(refused=(Refusal("refused-days-promise" if name == "days_after_promise" else "refused-days", days),))


def _digest(items: Sequence[Item], told: Preferences) -> Wish:
    """The days of the digest; it comes at the hour of the morning, so an hour told with it is that one."""
    days = _days("digest_days", days_in(items) or EVERY_DAY)
    return _both(days, _hours(("morning", hour))) if (hour := next(iter(_clocks(items)), None)) else days


_BY_MEANING: dict[str, Callable[[Sequence[Item], Preferences], Wish]] = {
    "quiet": _quiet,
    "awake": _awake,
    "quiet_until": _quiet_until,
    "quiet_from": _quiet_from,
    "quiet_off": _quiet_off,
    "quiet_nights": _quiet_nights,
    "name": _name,
    "morning": _morning,
    "working_days": _working_days,
    "days_off": _days_off,
    "country": _country,
    "country_follows": _country_follows,
    "days_after_promise": _number_of_days("days_after_promise"),
    "days_without_promise": _number_of_days("days_without_promise"),
    "days_before_gut": _number_of_days("days_before_gut"),
    "days_before_letting_go": _number_of_days("days_before_letting_go"),
    "thanks_off": lambda items, told: _changed(("thanks_on_weekends", "no")),
    "thanks_on": lambda items, told: _changed(("thanks_on_weekends", "yes")),
    "digest": _digest,
    "digest_off": lambda items, told: _changed(("digest_days", "")),
}
