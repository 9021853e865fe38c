"""Everything that can be recognised in a text by its shape: times, addresses, names, jobs."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from language.agencies import employers
from language.contacts import Reach, ways_to_reach
from language.known import names_of
from language.marks import Item, Mark, marked
from language.names import Names
from language.naming import names_in
from language.roles import roles_in
from language.subjects import is_weekday_that_acts
from language.tokens import Token, tokenise
from language.units import Unit, units_of
from language.when import read_all_times
from rules.application import Application

_NEAR = 5


@dataclass(frozen=True, slots=True)
class Recognised:
    """The items of a text, and the ways to reach somebody among them."""

    items: tuple[Item, ...]
    reaches: tuple[Reach, ...]


def recognised(
    text: str, now: datetime, zone: str | None, region: str | None, known: Sequence[Application]
) -> Recognised:
    """The items of a text written at `now` (the user's wall time)."""
    reaches, marks = _by_shape(text, now, zone, region)
    tokens = tokenise(text)
    units, ruled = _ruled(text, tokens, marks, known)
    found = names_in(text, units, ruled)
    roles = [mark for mark in found if mark.kind == "ROLE"]
    named = [mark for mark in found if mark.kind != "ROLE"]
    return Recognised(tuple(marked(tokens, [*marks, *roles, *employers(named, text)])), tuple(reaches))


def ruled_names(text: str, now: datetime) -> tuple[list[Unit], list[Mark]]:
    """The units of a text, and the names that the rules alone find in it."""
    return _ruled(text, tokenise(text), _by_shape(text, now, None, "GB")[1], ())


def _by_shape(text: str, now: datetime, zone: str | None, region: str | None) -> tuple[list[Reach], list[Mark]]:
    reaches = ways_to_reach(text, region)
    marks = [Mark(reach.kind.upper(), reach.start, reach.end, reach.value) for reach in reaches]
    times, impossible = read_all_times(text, now, day_first=region != "US", zone=zone)
    marks += [Mark("TIME", span.start, span.end, span) for span in times if not is_weekday_that_acts(text, span.start)]
    marks += [Mark("NO_TIME", never.start, never.end, never) for never in impossible]
    return list(reaches), marks


def _ruled(
    text: str, tokens: Sequence[Token], marks: Sequence[Mark], known: Sequence[Application]
) -> tuple[list[Unit], list[Mark]]:
    units = units_of(text, tokens, marks)
    roles = roles_in(units)
    people = [name for one in known for name in names_of(one)]
    companies = [one.company for one in known if one.company]
    named = Names(units_of(text, tokens, [*marks, *roles]), companies, people).marks()
    return units, [*_applied_for(roles, named, text), *named]


def _applied_for(roles: Sequence[Mark], named: Sequence[Mark], text: str) -> list[Mark]:
    """The roles that are not what somebody is: "Dana (team lead)", "Dana Whitfield, HR manager"."""
    people = [mark for mark in named if mark.kind == "PERSON"]
    return [role for role in roles if not any(_is_of(role, one, text) for one in people)]


def _is_of(role: Mark, person: Mark, text: str) -> bool:
    between = text[person.end : role.start].strip(" ") if 0 <= role.start - person.end < _NEAR else ""
    has_surname = " " in str(person.value)
    return between == "(" or (between in (",", "\n", "-", "–") and has_surname)
