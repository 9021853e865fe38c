"""A user's plan at a glance, to be shown beside the chat: what was said, what is open, what comes next, and why."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from assistant.advise import worth_saying
from assistant.echo import company_of, echo
from assistant.reply import Line, Reply, line, saying
from assistant.steps import step_line
from assistant.words import in_words, plain
from rules.digest import DIGEST
from rules.facts import Nudged
from rules.journal import Entry, Journal
from rules.plan import Plan, Step, make_plan
from rules.preferences import Preferences
from rules.rulebook import BY_ID, PREPARE

MOST_TOLD, MOST_AHEAD = 12, 5


@dataclass(frozen=True, slots=True)
class Item:
    """One line of a section, in words: when, about which application, what, and the reason."""

    when: str
    about: str
    text: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """`empty` is what to say where there are no items."""

    title: str
    empty: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Overview:
    """`zone` is the user's, `next_word` when the assistant writes next of its own accord."""

    zone: str
    next_word: datetime | None
    sections: tuple[Section, ...]


def overview(journal: Journal, now: datetime) -> Overview:
    """Everything as the plan has it at this moment."""
    plan = make_plan(journal)
    say = _Voice(plan.calendar.preferences, now)
    told, ahead = _told(journal, plan, say), _ahead(plan, now, say)
    return Overview(
        zone=plan.calendar.preferences.zone,
        next_word=plan.next_ring(now),
        sections=(
            Section(say.words(line("timeline-open")), say.words(line("timeline-nothing-open")), _open(plan, now, say)),
            Section(say.words(line("timeline-ahead")), say.words(line("timeline-nothing-ahead")), ahead),
            Section(say.words(line("timeline-told")), say.words(line("timeline-nothing-told")), told),
        ),
    )


@dataclass(frozen=True, slots=True)
class _Voice:
    """Lines of the catalogue as plain words, in the user's language and zone."""

    preferences: Preferences
    now: datetime

    def words(self, said: Line | Reply) -> str:
        reply = said if isinstance(said, Reply) else saying(said)
        return plain(in_words(reply, self.now, self.preferences).text)

    def moment(self, at: datetime) -> str:
        return self.words(line("timeline-moment", when=at))

    def company(self, step: Step) -> str:
        return self.words(line("timeline-about", company=company_of(step.application)))


def _open(plan: Plan, now: datetime, say: _Voice) -> tuple[Item, ...]:
    """What there is to do now, the most urgent first."""
    return tuple(
        Item(say.moment(step.opens), say.company(step), say.words(step_line(step, plan, now)), step.rule.why)
        for step in worth_saying(plan.open(now))
    )


def _ahead(plan: Plan, now: datetime, say: _Voice) -> tuple[Item, ...]:
    """When the assistant comes back to what is open, and what opens later, in the order of time."""
    reminders = [(at, step) for step in worth_saying(plan.open(now)) if (at := plan.next_ring_of(step, now))]
    opening = [(step.opens, step) for step in plan.steps if now < step.opens < step.closes]
    coming = [
        *((at, step, "timeline-reminder") for at, step in reminders),
        *((at, step, "timeline-opening") for at, step in opening),
    ]
    return tuple(
        Item(say.moment(at), say.company(step), say.words(line(text, words=_in_short(step))), step.rule.why)
        for at, step, text in sorted(coming, key=lambda each: each[0])[:MOST_AHEAD]
    )


def _in_short(step: Step) -> Line:
    if step.rule is PREPARE and step.interview:
        return line("state-prepare", when=step.interview.at or step.interview.end)
    return line(f"state-{step.rule.id}")


def _told(journal: Journal, plan: Plan, say: _Voice) -> tuple[Item, ...]:
    """What still stands of what was said, by both, the latest first."""
    tellings = groupby(journal.standing, key=lambda entry: (entry.told, entry.source))
    items = [item for _, entries in tellings for item in _telling(list(entries), plan, say)]
    return tuple(reversed(items[-MOST_TOLD:]))


def _telling(entries: Sequence[Entry], plan: Plan, say: _Voice) -> Iterator[Item]:
    facts, when = [entry.fact for entry in entries], say.moment(entries[0].told)
    about = {fact.about for fact in facts}
    words = say.words(echo(facts, [app for app in plan.applications if app.key in about], plan.calendar))
    if words:
        yield Item(when, "", words)
    for fact in facts:
        for key in fact.steps if isinstance(fact, Nudged) else ():
            if key == DIGEST:
                yield Item(when, "", say.words(line("timeline-digest")))
            elif key.partition(":")[0] in BY_ID:
                yield Item(when, *_nudge(key, plan, say))


def _nudge(key: str, plan: Plan, say: _Voice) -> tuple[str, str]:
    """About which application a nudge was, and what it said in short; its step may be settled by now."""
    rule, _, subject = key.partition(":")
    applications = [app for app in plan.applications if subject.startswith(f"{app.key}.")]
    about = say.words(line("timeline-about", company=company_of(applications[0]))) if applications else ""
    reminded = rule == PREPARE.id
    text = line("timeline-nudged-prepare") if reminded else line("timeline-nudged", words=line(f"state-{rule}"))
    return about, say.words(text)
