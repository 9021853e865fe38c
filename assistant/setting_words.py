"""The settings in words, as they hold for a user."""

from collections.abc import Callable, Iterable, Sequence
from datetime import time

from assistant.reply import Line, Value, line
from language.clock_names import offset_of, place_of
from language.countries import country_in_text
from rules.calendar import country_of
from rules.preferences import Preferences

PARAMETERS = (
    "zone",
    "country",
    "working_days",
    "quiet",
    "morning",
    "days_after_promise",
    "days_without_promise",
    "days_before_gut",
    "days_before_letting_go",
    "thanks_on_weekends",
    "digest_days",
)
"""What users change, in the order in which it is shown. Quiet hours are two settings: when they begin and end."""
EVERY_DAY = tuple(range(7))
A_SPAN = 3


def parameter_of(setting: str) -> str:
    """The parameter that a setting belongs to."""
    return "quiet" if setting in ("quiet_from", "quiet_until") else setting


def setting_words(settings: Iterable[str], preferences: Preferences) -> tuple[Line, ...]:
    """How these settings stand, each parameter once."""
    touched = {parameter_of(setting) for setting in settings}
    return tuple(words_of_parameter(each, preferences) for each in (*PARAMETERS, "register", "name") if each in touched)


def words_of_parameter(parameter: str, preferences: Preferences) -> Line:
    if parameter.startswith("days_"):
        return line(f"says-{parameter}", days=int(getattr(preferences, parameter)))
    return _WORDS[parameter](preferences)


def days_words(days: Sequence[int]) -> Line:
    """Weekdays: "every day", "Mon to Fri", "Mon, Wed and Fri"."""
    if tuple(days) == EVERY_DAY:
        return line("days-every")
    first = next((day for day in days if (day - 1) % 7 not in days), 0)
    run = [(first + ahead) % 7 for ahead in range(len(days))]
    if len(days) >= A_SPAN and set(run) == set(days):
        return line("days-span", first=weekday(run[0]), last=weekday(run[-1]))
    return line("days-some", days=tuple(map(weekday, days)))


def weekday(day: int) -> Line:
    return line(f"weekday-{day}")


def hour(at: time) -> str:
    return f"{at.hour}:{at.minute:02}"


def _zone(preferences: Preferences) -> Line:
    offset = offset_of(preferences.zone)
    if offset:
        told = line("says-zone-fixed", offset=offset)
        return told if preferences.is_zone_told else line("says-zone-untold-fixed", offset=offset)
    place: Value = preferences.place or place_of(preferences.zone)
    return line("says-zone", place=place) if preferences.is_zone_told else line("says-zone-untold", place=place)


def _country(preferences: Preferences) -> Line:
    country = preferences.country or country_of(preferences.zone)
    if country is None:
        return line("says-country-unknown")
    return line("says-country" if preferences.country else "says-country-follows", country=country_in_text(country))


def _working_days(preferences: Preferences) -> Line:
    return line("says-working_days", days=days_words(preferences.working_days))


def _quiet(preferences: Preferences) -> Line:
    start, end = preferences.quiet_from, preferences.quiet_until
    return line("says-quiet-none") if start == end else line("says-quiet", **{"from": hour(start), "until": hour(end)})


def _morning(preferences: Preferences) -> Line:
    at, until = preferences.morning, preferences.quiet_until
    if preferences.is_quiet(at):
        return line("says-morning-quiet", at=hour(at), until=hour(until))
    return line("says-morning", at=hour(at))


def _thanks(preferences: Preferences) -> Line:
    return line("says-thanks_on_weekends", **{"is": "yes" if preferences.thanks_on_weekends else "no"})


def _digest(preferences: Preferences) -> Line:
    days = preferences.digest_days
    return line("says-digest_days", days=days_words(days)) if days else line("says-digest_days-none")


def _name(preferences: Preferences) -> Line:
    return line("says-name", name=preferences.name) if preferences.name else line("says-name-none")


_WORDS: dict[str, Callable[[Preferences], Line]] = {
    "zone": _zone,
    "country": _country,
    "working_days": _working_days,
    "quiet": _quiet,
    "morning": _morning,
    "thanks_on_weekends": _thanks,
    "digest_days": _digest,
    "register": lambda preferences: line("fact-register", register=preferences.register.value),
    "name": _name,
}
