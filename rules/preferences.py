"""The parameters that a user may change, with the rulebook's defaults."""

from dataclasses import dataclass, fields
from datetime import time
from zoneinfo import ZoneInfo

from rules.facts import Register, SettingChanged
from rules.journal import Journal


@dataclass(frozen=True, slots=True)
class Preferences:
    """A user's parameters. Days are business days unless said otherwise; hours are wall time in `zone`.

    `zone` is the IANA zone the user lives in now, `place` the name it was told by, `heard_in` the zone that times said
    without a zone are read in: the first zone the user ever told. `country` is an ISO code, None for "follow the zone".
    Working days, and the days of a digest, count from Monday as 0. `name` is what letters are signed with.
    """

    zone: str = "UTC"
    heard_in: str = "UTC"
    is_zone_told: bool = False
    country: str | None = None
    working_days: tuple[int, ...] = (0, 1, 2, 3, 4)
    quiet_from: time = time(21)
    quiet_until: time = time(8)
    morning: time = time(9, 30)
    language: str = "en"
    days_after_promise: int = 2
    days_without_promise: int = 5
    days_before_gut: int = 7
    days_before_letting_go: int = 5
    minutes_before_interview: int = 60
    thanks_on_weekends: bool = True
    digest_days: tuple[int, ...] = ()
    place: str | None = None
    register: Register = Register.FORMAL
    name: str = ""

    @property
    def zone_info(self) -> ZoneInfo:
        return ZoneInfo(self.zone)

    def is_quiet(self, hour: time) -> bool:
        """Whether that hour of the day falls into quiet hours."""
        start, end = self.quiet_from, self.quiet_until
        return start <= hour < end if start <= end else hour >= start or hour < end

    @property
    def heard_in_info(self) -> ZoneInfo:
        return ZoneInfo(self.heard_in)


SETTINGS = frozenset(field.name for field in fields(Preferences)) - {"heard_in", "is_zone_told", "place"}


DAYS = {
    "days_after_promise": range(31),
    "days_without_promise": range(1, 61),
    "days_before_gut": range(1, 61),
    "days_before_letting_go": range(1, 61),
}
"""How many days a user may choose."""
LISTS = ("working_days", "digest_days")


def is_sensible(name: str, value: str) -> bool:
    """Whether a written form can be used: somebody works on some day, and nobody waits for years."""
    try:
        read = read_setting(name, value)
    except (ValueError, KeyError, TypeError):
        return False
    if name in LISTS:
        days = read if isinstance(read, tuple) else ()
        return all(day in range(7) for day in days) and bool(days or name == "digest_days")
    return read in DAYS[name] if name in DAYS else True


def read_setting(name: str, value: str) -> object:
    """A setting's value from its written form. Raises ValueError if it is not one."""
    default = getattr(Preferences(), name)
    if name == "zone":
        return ZoneInfo(value).key
    if name == "country":
        return value.upper() or None
    if name in LISTS:
        return tuple(sorted({int(day) for day in value.split(",")})) if value or name == "working_days" else ()
    if isinstance(default, Register):
        return Register(value)
    if isinstance(default, bool):
        return value == "yes"
    if isinstance(default, int):
        return int(value)
    if isinstance(default, time):
        return time.fromisoformat(value)
    return value


def written_setting(name: str, told: Preferences) -> str:
    """A setting in its written form, as `read_setting` reads it."""
    value = getattr(told, name)
    if isinstance(value, tuple):
        return ",".join(map(str, value))
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value:%H:%M}" if isinstance(value, time) else str("" if value is None else value)


def preferences(journal: Journal) -> Preferences:
    """What the user has set, over the deployment's default zone."""
    told: dict[str, object] = {}
    zones: list[SettingChanged] = []
    for entry in journal.standing:
        if isinstance(entry.fact, SettingChanged):
            told[entry.fact.name] = read_setting(entry.fact.name, entry.fact.value)
            if entry.fact.name == "zone":
                zones.append(entry.fact)
    default = SettingChanged(name="zone", value=journal.default_zone)
    first, latest = (zones[0], zones[-1]) if zones else (default, default)
    told |= {"zone": latest.value, "place": latest.place, "heard_in": first.value, "is_zone_told": bool(zones)}
    return Preferences(**told)  # type: ignore[arg-type]
