"""What choosing a value for a setting changes."""

from assistant.press import Press
from rules.facts import Fact, SettingChanged
from rules.preferences import SETTINGS, Preferences, is_sensible, read_setting

TO = "-"
"""Between the two ends of quiet hours, in the data of a button."""


def facts_chosen(press: Press, preferences: Preferences) -> tuple[SettingChanged, ...]:
    """What choosing a value changes; nothing if it holds already, or cannot be."""
    values = _settings_of(press)
    is_possible = all(name in SETTINGS and is_sensible(name, value) for name, value in values)
    changed = is_possible and any(read_setting(name, value) != getattr(preferences, name) for name, value in values)
    return tuple(SettingChanged(name=name, value=value) for name, value in values) if changed else ()


def is_so_already(fact: Fact, preferences: Preferences) -> bool:
    """Whether it sets what is set. A clock is told even if it is the one assumed: then it is known."""
    if not isinstance(fact, SettingChanged) or fact.name == "zone":
        return False
    return bool(read_setting(fact.name, fact.value) == getattr(preferences, fact.name))


def _settings_of(press: Press) -> tuple[tuple[str, str], ...]:
    if press.on == "quiet":
        start, _, end = press.choice.partition(TO)
        return ("quiet_from", start), ("quiet_until", end)
    return ((press.on, press.choice),)
