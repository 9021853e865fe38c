"""Facts as JSON and back: the one place that knows JSON and the old versions of a fact, for the database and exports.

The dataclasses are the format: every field under its name, None left out, every dataclass tagged with its kind and
every fact with its version. A field that is missing takes its default, so a new optional field needs nothing here;
any other change of a fact needs an entry in UPGRADES.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime, time
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from rules import facts
from rules.facts import Fact

Body = dict[str, Any]


def kind_of(value: type) -> str:
    """The name that a class goes by in JSON: InterviewPlanned is interview_planned."""
    return _in_small_letters(value.__name__)


@cache
def _in_small_letters(name: str) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).lower()


FACTS: Mapping[str, type[Fact]] = {
    kind_of(found): found
    for found in vars(facts).values()
    if isinstance(found, type) and issubclass(found, Fact) and found is not Fact
}

# (kind, version) → what turns the JSON of a fact of that version into that of the next; it may change the kind.
UPGRADES: dict[tuple[str, int], Callable[[Body], Body]] = {}


class Unreadable(ValueError):
    """Something stored is not what this version of Afterword can read."""


def encode_fact(fact: Fact) -> Body:
    """The fact as JSON. Raises Unreadable for what could not be read back the same."""
    body: Body = encoded(fact)
    if decode_fact(body) != fact:
        raise Unreadable(f"{fact!r} does not read back the same")
    return body


def decode_fact(body: Body) -> Fact:
    """The fact that the JSON of any version so far means. Raises Unreadable."""
    fact: Fact = decoded(Fact, body)
    return fact


def encoded(value: object) -> Any:
    """Any dataclass of ours as JSON."""
    if is_dataclass(value) and not isinstance(value, type):
        return _tag(type(value)) | {
            field.name: encoded(getattr(value, field.name))
            for field in fields(value)
            if getattr(value, field.name) is not None
        }
    if isinstance(value, tuple):
        return [encoded(item) for item in value]
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    if isinstance(value, date | time):
        return value.isoformat()
    return value.value if isinstance(value, StrEnum) else value


def decoded(wanted: Any, value: Any) -> Any:
    """What was encoded, as the type wanted. Raises Unreadable."""
    origin = get_origin(wanted)
    if origin in (Union, UnionType):
        return _one_of(get_args(wanted), value)
    if origin is tuple:
        return tuple(decoded(get_args(wanted)[0], item) for item in _expected(list, value))
    if isinstance(wanted, type) and is_dataclass(wanted):
        return _built(wanted, _expected(dict, value))
    return _simple(wanted, value)


def version_of(kind: str) -> int:
    """The version in which facts of this kind are written."""
    return 1 + max((version for upgraded, version in UPGRADES if upgraded == kind), default=0)


def _tag(found: type) -> Body:
    kind = kind_of(found)
    return {"kind": kind, "v": version_of(kind)} if issubclass(found, Fact) else {"kind": kind}


def _one_of(members: tuple[Any, ...], value: Any) -> Any:
    if value is None and NoneType in members:
        return None
    classes = [member for member in members if member is not NoneType]
    if len(classes) == 1:
        return decoded(classes[0], value)
    tagged = _expected(dict, value).get("kind")
    for found in classes:
        if kind_of(found) == tagged:
            return decoded(found, value)
    raise Unreadable(f"{tagged!r} is none of {', '.join(map(kind_of, classes))}")


def _built(wanted: type, body: Body) -> Any:
    if issubclass(wanted, Fact):
        body = _upgraded(body)
    kind = body.get("kind")
    found = FACTS.get(str(kind)) if wanted is Fact else wanted
    if found is None or kind != kind_of(found):
        raise Unreadable(f"{kind!r} is no {kind_of(wanted)} that this version knows")
    hints = _hints(found)
    if unknown := body.keys() - hints.keys() - {"kind", "v"}:
        raise Unreadable(f"a {kind} has no {', '.join(sorted(unknown))}")
    try:
        return found(**{name: decoded(hints[name], body[name]) for name in hints if name in body})
    except TypeError as error:
        raise Unreadable(f"a {kind} lacks a field: {error}") from error


def _upgraded(body: Body) -> Body:
    while upgrade := UPGRADES.get((str(body.get("kind")), _expected(int, body.get("v")))):
        body = upgrade(body)
    if body["v"] != version_of(body["kind"]):
        raise Unreadable(f"version {body['v']} of {body['kind']!r} is not known")
    return body


def _simple(wanted: Any, value: Any) -> Any:
    if wanted in (bool, int, str):
        return _expected(wanted, value)
    try:
        found = wanted(value) if issubclass(wanted, StrEnum) else wanted.fromisoformat(_expected(str, value))
    except ValueError as error:
        raise Unreadable(f"{value!r} is no {wanted.__name__}") from error
    if isinstance(found, datetime) and found.tzinfo is None:
        raise Unreadable(f"{value!r} has no time zone")
    return found


def _expected(wanted: type, value: Any) -> Any:
    if type(value) is not wanted:
        raise Unreadable(f"{value!r} is no {wanted.__name__}")
    return value


@cache
def _hints(found: type) -> dict[str, Any]:
    return get_type_hints(found)
