"""Text id and values become words: escaped, with dates in the user's zone and plurals; a missing text is an error."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from functools import cache, cached_property
from html import escape
from importlib.resources import files
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_time
from babel.lists import format_list
from fluent.runtime import FluentBundle, FluentResource

from language.clock_names import offset_of, place_of
from rules.moments import Day, Moment, When

# Dates further away than this are told with their year.
DAYS_WITHOUT_YEAR = 300
A_PAGE = 2000
"""No value of more characters than this is given to Fluent, which refuses them: a mark is, and the value put there."""
LOCALES = {"en": "en_GB"}
_ISOLATE, _END = "\u2068", "\u2069"
_DIRECTIONS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")


class SpeechError(LookupError):
    """A text is missing from the catalogue, or one of its values is."""


class Words(str):
    """Words of the catalogue, ready to be sent: already escaped."""

    __slots__ = ()


Value = str | int | date | datetime | Day | Moment | tuple[str, ...]


@dataclass(frozen=True)
class Speech:
    """The catalogue in one language, for a user whose clock shows `now` (aware, in the user's zone).

    `heard_in` is the zone in which moments said without a zone are meant.
    """

    now: datetime
    heard_in: ZoneInfo
    language: str = "en"

    def say(self, text: str, values: Mapping[str, Value] | None = None) -> Words:
        """The text with its values filled in. Raises SpeechError where the text or one of its values is missing."""
        message = self._bundle.get_message(text) if self._bundle.has_message(text) else None
        if message is None or message.value is None:
            raise SpeechError(f"no text {text!r} in the catalogue {self.language!r}")
        written = {name: self._written(value) for name, value in (values or {}).items()}
        long = {name: value for name, value in written.items() if isinstance(value, str) and len(value) > A_PAGE}
        marks = {name: f"\ue000{name}\ue000" for name in long}
        words, errors = self._bundle.format_pattern(message.value, {**written, **marks})
        if errors:
            raise SpeechError(f"text {text!r}: {'; '.join(map(str, errors))}")
        said = str(words)
        for name, value in long.items():
            said = said.replace(marks[name], value)
        return Words(said)

    def list(self, names: tuple[str, ...]) -> Words:
        """Names in a row: "Dana, Sam and Kim"."""
        escaped = [name if isinstance(name, Words) else escape(isolated(name), quote=False) for name in names]
        return Words(format_list(escaped, locale=LOCALES[self.language]))

    def day(self, day: date) -> Words:
        """ "Fri 6 Mar", with the year if it is far away."""
        far = abs((day - self.now.date()).days) > DAYS_WITHOUT_YEAR
        return Words(format_date(day, "EEE d MMM y" if far else "EEE d MMM", locale=LOCALES[self.language]))

    def moment(self, instant: datetime) -> Words:
        """ "Tue 10 Mar, 9:30", on the user's clock."""
        local = instant.astimezone(self.now.tzinfo)
        return Words(f"{self.day(local.date())}, {self.hour(local.time())}")

    def hour(self, at: time) -> Words:
        """ "9:30"."""
        return Words(format_time(at, "H:mm", locale=LOCALES[self.language]))

    def day_in_full(self, day: date) -> Words:
        """ "Friday 6 March", as in a letter."""
        return Words(format_date(day, "EEEE d MMMM", locale=LOCALES[self.language]))

    def moment_in_full(self, instant: datetime) -> Words:
        """ "Friday 6 March at 9:30", on the user's clock."""
        local = instant.astimezone(self.now.tzinfo)
        return self.say("letter-hour", {"day": self.day_in_full(local.date()), "hour": self.hour(local.time())})

    def when(self, when: When) -> Words:
        """On the user's clock, and as it was told if that was by another: "Thu 5 Mar, 1:00 (9:00 Tokyo time)"."""
        if isinstance(when, Day):
            return self.day(when.date)
        instant = when.instant(self.heard_in)
        own = instant.astimezone(self.now.tzinfo)
        if when.zone is None or own.utcoffset() == instant.utcoffset():
            return self.moment(instant)
        there = replace(self, now=self.now.astimezone(instant.tzinfo))
        told = there.hour(when.time) if own.date() == when.date else there.moment(instant)
        place = {"moment": self.moment(instant), "there": told, "place": Words(place_of(when.zone))}
        return self.say("moment-by-offset" if offset_of(when.zone) else "moment-elsewhere", place)

    def _written(self, value: Value) -> str | int:
        match value:
            case Words() | int():
                return value
            case str():
                return escape(isolated(value), quote=False)
            case datetime():
                return self.moment(value)
            case date():
                return self.day(value)
            case Day() | Moment():
                return self.when(value)
            case tuple():
                return self.list(value)

    @cached_property
    def _bundle(self) -> FluentBundle:
        return _catalogue(self.language)


def isolated(words: str) -> str:
    """Words that run from right to left so that what stands around them keeps its order.

    Marks of direction among them are left out: they could turn what follows around.
    """
    plain = _DIRECTIONS.sub("", words)
    return f"{_ISOLATE}{plain}{_END}" if _RIGHT_TO_LEFT.search(plain) else plain


def joined_up(words: str) -> str:
    """The words as they are elsewhere, with nothing to set a name apart."""
    return words.replace(_ISOLATE, "").replace(_END, "")


def catalogue_text(text: str, language: str = "en") -> str:
    """A text of the catalogue that needs no values and no clock. Raises SpeechError where there is none."""
    return Speech(datetime.min.replace(tzinfo=UTC), ZoneInfo("UTC"), language).say(text)


@cache
def _catalogue(language: str) -> FluentBundle:
    bundle = FluentBundle([language], use_isolating=False)
    for source in catalogue_sources(language):
        bundle.add_resource(FluentResource(source))
    return bundle


def catalogue_sources(language: str = "en") -> list[str]:
    """The texts of the catalogue, a file each: texts.ftl, and one for whatever has much to say."""
    found = (file for file in files("language").joinpath(language).iterdir() if file.name.endswith(".ftl"))
    return [file.read_text(encoding="utf-8") for file in sorted(found, key=lambda file: file.name)]
