"""The parameters that a user may change, with the rulebook's defaults."""

from dataclasses import dataclass, fields
from datetime import time
from zoneinfo import ZoneInfo

from rules.facts import Register, SettingChanged
from rules.journal import Journal


@dataclass(frozen=True, slots=True)
class Preferences:
    """A user's parameters. Days are business days unless said otherwise; hours are wall time in `zone`.

    `zone` is the IANA zone the user lives in now, `heard_in` the one that times said without a zone are read in: the
    first zone the user ever told. `country` is an ISO code, None for "follow the zone". Working days count from Monday
    as 0.
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
    register: Register = Register.FORMAL

    @property
    def zone_info(self) -> ZoneInfo:
        return ZoneInfo(self.zone)

    @property
    def heard_in_info(self) -> ZoneInfo:
        return ZoneInfo(self.heard_in)


SETTINGS = frozenset(field.name for field in fields(Preferences)) - {"heard_in", "is_zone_told"}


def read_setting(name: str, value: str) -> object:
    """A setting's value from its written form. Raises ValueError if it is not one."""
    default = getattr(Preferences(), name)
    if name == "zone":
        return ZoneInfo(value).key
    if name == "country":
        return value.upper() or None
    if name == "working_days":
        return tuple(sorted({int(day) for day in value.split(",")}))
    if isinstance(default, Register):
        return Register(value)
    if isinstance(default, bool):
        return value == "yes"
    if isinstance(default, int):
        return int(value)
    if isinstance(default, time):
        return time.fromisoformat(value)
    return value


def preferences(journal: Journal) -> Preferences:
    """What the user has set, over the deployment's default zone."""
    told: dict[str, object] = {}
    zones: list[str] = []
    for entry in journal.standing:
        if isinstance(entry.fact, SettingChanged):
            told[entry.fact.name] = read_setting(entry.fact.name, entry.fact.value)
            if entry.fact.name == "zone":
                zones.append(entry.fact.value)
    first, latest = (zones[0], zones[-1]) if zones else (journal.default_zone, journal.default_zone)
    told |= {"zone": latest, "heard_in": first, "is_zone_told": bool(zones)}
    return Preferences(**told)  # type: ignore[arg-type]
