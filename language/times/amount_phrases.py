"""Amounts of time with what they count from: "two weeks ago", "a week from Monday", "in 2-3 weeks"."""

from language.times.amounts import read_amount
from language.times.days import read_base, read_day
from language.times.expressions import Amount, Away, Clock, Expression, Said, Stretch, Today, Weekday
from language.times.leads import Lead, amount_lead, at_the_latest, lead_before
from language.times.parts_of_day import clock_after, part_after
from language.times.phrase import Phrase
from language.times.tokens import Words
from language.times.words import RELATIVE_DAYS, WEEKDAYS

_SIGNS = {"from": 1, "after": 1, "before": -1, "following": 1, "past": 1}
_LONG_UNITS = frozenset({"week", "fortnight", "month"})


def read_amount_phrase(words: Words, i: int) -> Phrase | None:
    """The amount at `i` as a time; one that is only a length ("a 3 month contract") is a phrase that says nothing."""
    found = read_amount(words, i)
    if found is None:
        return None
    amount, end = found
    lead, start = amount_lead(words, i, end)
    if words.at(end) in {"ago", "back"}:
        return _ago(words, start, end, amount)
    if since := _since(words, amount, end, lead):
        return Phrase(start, *since, None, None, Lead.SINCE)
    away = _counted_from(words, amount, end)
    if away:
        return Phrase(start, *away, lead_before(words, i)[0])
    if lead is Lead.LENGTH or words.at(end) == "-":
        return Phrase(i, end, None, None, None, Lead.LENGTH)
    if lead is Lead.BEHIND:
        return Phrase(start, end, Away(amount, -1), None, None, Lead.SINCE)
    return _from_now(words, start, end, amount, lead)


def _from_now(words: Words, start: int, end: int, amount: Amount, lead: Lead) -> Phrase:
    """ "In two weeks' time, at 3", "the past few days", "two weeks at the latest"."""
    expression: Expression = Stretch(amount, -1) if lead is Lead.LAST else Away(amount, 1)
    end += words.says(end, "'", "time")
    end, lead = at_the_latest(words, end + (words.at(end) in {"time", "max", "tops"}), lead)
    has_clock = amount.unit not in {"hour", "minute"}
    clock, end = clock_after(words, end, is_expected=False) if has_clock else (None, end)
    return Phrase(start, end, expression, clock, None, lead)


def _ago(words: Words, start: int, end: int, amount: Amount) -> Phrase:
    """ "Two weeks ago", "a week ago Monday", "two weeks ago today"."""
    base = read_day(words, end + 1 + (words.at(end + 1) == "on"), is_anchored=False)
    expression, after = Away(amount, -1), end + 1
    is_counted = amount.unit in _LONG_UNITS or (base is not None and base[0] == Today())
    if base and isinstance(base[0], Weekday | Today) and is_counted:
        expression, after = Away(amount, -1, base[0]), base[1]
    part, after = part_after(words, after)
    clock, after = clock_after(words, after, is_expected=False)
    return Phrase(start, after, expression, clock, part, Lead.AGO)


def _since(words: Words, amount: Amount, end: int, lead: Lead) -> tuple[int, Expression] | None:
    """ "Four weeks today since my interview", "it has been a week today", "ten days on from my interview"."""
    is_counted = words.at(end) in RELATIVE_DAYS and (words.at(end + 1) == "since" or lead is Lead.BEHIND)
    if is_counted and amount.unit in _LONG_UNITS | {"day"}:
        return end + 1, Away(amount, -1, Today(RELATIVE_DAYS[words.at(end)]))
    return (end + 1, Away(amount, -1)) if words.says(end, "on", "from") or words.says(end, "on", "since") else None


def _counted_from(words: Words, amount: Amount, end: int) -> tuple[int, Expression, Clock | None, str | None] | None:
    """ "A week from Monday", "a week on Friday", "two days after that", "a week later", "a week tomorrow"."""
    word = words.at(end)
    if word == "later" or (word in {"after", "before"} and words.is_break(end + 1)):
        return end + 1, Away(amount, -1 if word == "before" else 1, Said()), None, None
    if words.says(end, "from", "now") or words.says(end, "from", "then"):
        return end + 2, Away(amount, 1, Today() if words.at(end + 1) == "now" else Said()), None, None
    sign, at = _sign(words, amount, end)
    base = read_base(words, at) if sign else None
    if base is None:
        return None
    part, after = part_after(words, base[1])
    clock, after = clock_after(words, after, is_expected=True)
    return after, Away(amount, sign, base[0]), clock, part


def _sign(words: Words, amount: Amount, end: int) -> tuple[int, int]:
    """Which way the amount counts from what begins at the token returned; 0 if from nothing.

    "A week past Monday" is, to those who say so, the Monday of the week before.
    """
    word = words.at(end)
    if word == "past" and words.at(end + 1) in WEEKDAYS and amount.unit in _LONG_UNITS:
        return -1, end + 1
    if word in _SIGNS:
        return _SIGNS[word], end + 1
    is_day = word == "on" or word in WEEKDAYS or word in RELATIVE_DAYS
    return (1, end + (word == "on")) if is_day and amount.unit in _LONG_UNITS else (0, end)
