"""The rulebook for people to read, as Markdown: docs/rulebook.md and `afterword rules` are printed here."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import fields
from datetime import time

from rules.preferences import LISTS, SETTINGS, Preferences
from rules.rule import Evidence, Rule
from rules.rulebook import RULEBOOK, VERSION

DEFAULTS = Preferences()
COLUMNS = ("rule", "hangs on", "opens", "rings", "closes", "settled by", "says", "from")
IN_FULL = {
    "1 bd": "1 business day",
    "bd": "business days",
    "min": "minutes",
    "h": "hours",
    "opens": "that moment",
    "a turn": "silence since the last sign of life",
    "the turn's": "the",
}
"""What the table's short words stand for where there is no table."""
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")

FOUNDING = """\
| F1 | silence is normal: many companies only call those they take, and a late answer can still be a yes |
| F2 | ask for a business card before you leave, and you know whom to reach |
| F3 | follow up only where the interview felt really good |
| F4 | telephone politely if you have the number, otherwise write where you have been writing |
| F5 | two days without an answer to a follow-up are no reason for another |
| F6 | after a week your gut may choose the moment of the second |
| F7 | silence after the second is the time to give up |
| F8 | send a thank-you letter; e-mail is fine |
| F9 | never turn up in person |
| F10 | do not worry, let go: somebody confident finds a better job |
"""

INTRODUCTION = f"""\
<!-- Printed from rules/rulebook.py. Do not edit: change the rules, then run `afterword rules > docs/rulebook.md`. -->

# The rulebook

Version {VERSION}. This is everything Afterword knows about when to speak and what to say. F1 to F10 are
the ten pieces of advice the project was founded on, and they decide wherever they speak; E marks what surveys and
recruiters add where they do not.

| | |
| --- | --- |
{FOUNDING}

How to read the table:

* A step is advice from the moment it *opens* until the moment it *closes*. Too late means silence.
* A *ring* is a moment at which Afterword writes first. A reply that named the step within the hour before has said it.
* *bd* are business days: your working days without the public holidays of your country. The day one counts from does
  not count.
* A *morning* is your morning hour, on that day if it is a business day, else on the next one.
* Rings wait for the end of quiet hours, unless you chose the moment yourself.
* Only the numbers are defaults: the ones listed at the end are yours to change.
"""

MEANINGS = {
    "zone": "your time zone",
    "country": "the country whose public holidays count",
    "working_days": "your working days",
    "quiet_from": "quiet hours begin",
    "quiet_until": "quiet hours end",
    "morning": "the hour for reminders in the morning",
    "language": "the language Afterword speaks",
    "days_after_promise": "business days of grace after the day they promised an answer for",
    "days_without_promise": "business days to wait if they promised no day",
    "days_before_gut": "days after the first follow-up until your gut is asked",
    "days_before_letting_go": "business days after the second follow-up until letting go",
    "minutes_before_interview": "minutes before an interview for the last reminder",
    "thanks_on_weekends": "whether thank-yous may be brought up on weekends",
    "digest_days": "days with a digest in the morning: today, waiting for, quiet for long; nothing if there is nothing",
    "register": "the tone of letters, formal or friendly",
    "name": "what letters are signed with",
}


def as_markdown() -> str:
    """The whole rulebook with the default numbers, as a Markdown document that ends in a newline."""
    parts = [INTRODUCTION, "## The rules\n", _table(COLUMNS, map(_row, RULEBOOK)), "## Why\n"]
    parts += map(_reasons, RULEBOOK)
    parts += ["## What you can change\n", _table(("what", "name", "default"), _settings())]
    return "\n".join(parts)


def _table(columns: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    head = list(columns)
    return "".join(f"| {' | '.join(cells)} |\n" for cells in [head, ["---"] * len(head), *rows])


def _row(rule: Rule) -> Iterator[str]:
    yield rule.id
    yield rule.on.words
    yield in_default_words(rule, rule.opens.words)
    yield in_default_words(rule, "; ".join(ring.words for ring in rule.rings) or "none")
    yield in_default_words(rule, rule.closes.words if rule.closes else "only when settled")
    yield rule.settled_by.words
    yield rule.says
    yield ", ".join(rule.founding) or "–"


def in_default_words(rule: Rule, text: str) -> str:
    """A text of the rule with the default numbers in it."""
    return rule.in_words(lambda _: text, DEFAULTS)


def in_full(words: str) -> str:
    """Words of the table as one reads them without it."""
    short = "|".join(map(re.escape, IN_FULL))
    return re.sub(rf"\b(?:{short})\b", lambda found: IN_FULL[found[0]], words)


def _reasons(rule: Rule) -> str:
    lines = [f"### {rule.id}\n", rule.why]
    lines += _listed("What speaks for it:", rule.evidence)
    lines += _listed("Who sees it differently:", rule.dissent)
    return "\n".join(lines) + "\n"


def _listed(title: str, found: Iterable[Evidence]) -> list[str]:
    lines = [f"* {evidence.finding} ({evidence.source})" for evidence in found]
    return [f"\n{title}\n", *lines] if lines else []


def _settings() -> Iterator[tuple[str, str, str]]:
    for field in fields(Preferences):
        if field.name in SETTINGS:
            yield MEANINGS[field.name], f"`{field.name}`", _written(field.name)


def _written(name: str) -> str:
    value = getattr(DEFAULTS, name)
    if name in LISTS:
        return ", ".join(WEEKDAYS[day] for day in value) or "none"
    if value is None:
        return "follows the time zone"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value:%H:%M}" if isinstance(value, time) else str(value)
