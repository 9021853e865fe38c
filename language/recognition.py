"""Everything that can be recognised in a text by its shape: times, addresses, names, jobs."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from language.agencies import employers
from language.contacts import Reach, ways_to_reach
from language.known import names_of
from language.marks import Item, Mark, marked
from language.names import Names
from language.roles import roles_in
from language.tokens import tokenise
from language.units import units_of
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
    reaches = ways_to_reach(text, region)
    marks = [Mark(reach.kind.upper(), reach.start, reach.end, reach.value) for reach in reaches]
    times, impossible = read_all_times(text, now, day_first=region != "US", zone=zone)
    marks += [Mark("TIME", span.start, span.end, span) for span in times]
    marks += [Mark("NO_TIME", never.start, never.end, never) for never in impossible]
    tokens = tokenise(text)
    roles = roles_in(units_of(text, tokens, marks))
    people = [name for one in known for name in names_of(one)]
    names = Names(units_of(text, tokens, [*marks, *roles]), [one.company for one in known if one.company], people)
    named = names.marks()
    return Recognised(
        tuple(marked(tokens, [*marks, *_applied_for(roles, named, text), *employers(named, text)])), tuple(reaches)
    )


def _applied_for(roles: Sequence[Mark], named: Sequence[Mark], text: str) -> list[Mark]:
    """The roles that are not what somebody is: "Dana (team lead)", "Dana Whitfield, HR manager"."""
    people = [mark for mark in named if mark.kind == "PERSON"]
    return [role for role in roles if not any(_is_of(role, one, text) for one in people)]


def _is_of(role: Mark, person: Mark, text: str) -> bool:
    between = text[person.end : role.start].strip(" ") if 0 <= role.start - person.end < _NEAR else ""
    has_surname = " " in str(person.value)
    return between == "(" or (between in (",", "\n", "-", "–") and has_surname)
