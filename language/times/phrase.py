"""A phrase of time as the grammar hands it on, and the day and time of one appointment said apart."""

from dataclasses import dataclass, replace

from language.times.clocks import with_part
from language.times.expressions import CalendarDay, Clock, Expression, Feast, Today, Weekday, WeekdayIn
from language.times.leads import Lead
from language.times.tokens import Words

_FURTHEST = 10


@dataclass(frozen=True, slots=True)
class Phrase:
    """Tokens `start` to `end` (exclusive) and what they say."""

    start: int
    end: int
    expression: Expression | None
    clock: Clock | None
    part: str | None
    lead: Lead


def with_shared_clocks(words: Words, phrases: list[Phrase]) -> list[Phrase]:
    """ "Tomorrow with Dana at 3pm": a day and a time apart in one clause mean one moment, and both say so."""
    shared = list(phrases)
    for k in range(len(shared) - 1):
        one, two = shared[k], shared[k + 1]
        if (one.expression is None) == (two.expression is None) or not _is_one_clause(words, one.end, two.start):
            continue
        clock, day = (one, two) if one.expression is None else (two, one)
        if day.clock is None and _takes_clock(day) and clock.clock:
            when = with_part(clock.clock, day.part)
            shared[k] = replace(one, expression=day.expression, clock=when, lead=day.lead)
            shared[k + 1] = replace(two, expression=day.expression, clock=when, lead=day.lead)
    return shared


def _takes_clock(day: Phrase) -> bool:
    return isinstance(day.expression, Weekday | WeekdayIn | CalendarDay | Today | Feast) and day.lead is not Lead.SINCE


def _is_one_clause(words: Words, start: int, end: int) -> bool:
    if end - start > _FURTHEST:
        return False
    return not any(words.is_break(i + 1) or words.at(i) in {"and", "but", "then", "so"} for i in range(start, end))
