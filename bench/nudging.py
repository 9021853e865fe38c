"""What must hold of every word the bot says unasked: no contradiction, nothing at night, no more than the rules."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from assistant.hear import hear
from assistant.ports import Form, Incoming
from language.sentences import SentenceReader
from rules.digest import DIGEST
from rules.facts import Nudged, Retracted, SettingChanged, Shown, Snoozed
from rules.journal import Journal
from rules.plan import Plan, Step, make_plan
from rules.preferences import preferences
from rules.rule import Action
from simulator.conversation import Message

QUESTION, ABOUT = "what should I do now?", "what should I do now about {}?"
NOBODY_ELSES = 10**9
"""The number of an arrival."""
MOST_STEPS_AT_ONCE = 5
"""Steps that the answer to the question tells of."""
MOST_FOLLOW_UPS = 2
BESIDE = ("letter:", "topic:")
"""What the keys begin with of a letter that comes along, and of the question what they talked about."""
MOST_RINGS = {
    "prepare": 2, "how-did-it-go": 2, "thank-you": 1, "check-in": 3, "check-in-unknown": 3, "check-in-unsure": 1,
    "gut": 2,
    "second": 1, "let-go": 1, "they-replied": 1, "offer": 4, "confirmed-call": 1, "new-date": 1,
}  # fmt: skip
"""As docs/rulebook.md has them: how often a step rings if nothing new is told."""
A_CHOSEN_HOUR = timedelta(hours=1)


@dataclass
class Nudging:
    """Every nudge so far, and what was wrong with them."""

    complaints: list[str] = field(default_factory=list)
    steps: Counter[str] = field(default_factory=Counter)
    on_a_day: Counter[tuple[int, str]] = field(default_factory=Counter)
    reader: SentenceReader = field(default_factory=SentenceReader)
    _said: defaultdict[tuple[int, str], list[datetime]] = field(default_factory=lambda: defaultdict(list))

    def examine(self, user: int, before: Journal, after: Journal, now: datetime, sent: Sequence[Message]) -> None:
        """One nudge: the journal before and after it, and what Telegram received."""
        plan, said = make_plan(before), _just_nudged(before, after)
        steps = [step for key in said if (step := plan.find(key)) and step.rule.id in MOST_RINGS]
        self.on_a_day[user, f"{plan.calendar.date_of(now)}"] += 1
        self.steps.update(step.rule.id for step in steps)
        wrong = [
            *self._of_the_message(plan, before, now, sent, said),
            *(wrong for step in steps for wrong in self._of_the_step(user, step, after, now)),
            *self._against_the_advice(steps, after, now),
        ]
        self.complaints += [f"{now:%d %b %H:%M} to {user}: {each}, in {sent[0].text!r:.200}" for each in wrong]

    def _of_the_message(
        self, plan: Plan, before: Journal, now: datetime, sent: Sequence[Message], said: Sequence[str]
    ) -> list[str]:
        known = {step.key for step in plan.steps} | {DIGEST}
        wrong = [f"{len(sent)} messages"] * (len(sent) > 1) + ["about nothing"] * (not said)
        wrong += [f"of {key}, which there is not" for key in said if key not in known and not key.startswith(BESIDE)]
        if preferences(before).is_quiet(plan.calendar.local(now).time()) and not _is_chosen(before, now):
            wrong.append("at night")
        loud = {app.company for app in plan.applications if app.is_open and not app.is_muted}
        silent = {app.company for app in plan.applications if app.company} - loud
        text = "\n".join(message.text for message in sent)
        return wrong + [f"{company} was not to be spoken of" for company in silent if company and company in text]

    def _of_the_step(self, user: int, step: Step, journal: Journal, now: datetime) -> list[str]:
        """How often it was said since its user last told something of it or of their days, or took something back."""
        wrong = [] if step.is_open(now) else [f"{step.key} is not open"]
        turn = step.application.turn
        if step.action is Action.FOLLOW_UP and step.rule.id != "confirmed-call" and turn:
            wrong += [f"{step.key} asks for a third follow-up"] * (len(turn.follow_ups) >= MOST_FOLLOW_UPS)
        told = max((entry.told for entry in journal.entries if _bears_on(step, entry.fact, entry.source)), default=now)
        said = self._said[user, step.key] = [at for at in self._said[user, step.key] if at >= told] + [now]
        most = MOST_RINGS[step.rule.id] + any(isinstance(e.fact, Snoozed) for e in journal.standing)
        return wrong + [f"{step.key} was said {len(said)} times since {told}"] * (len(said) > most)

    def _against_the_advice(self, steps: Sequence[Step], journal: Journal, now: datetime) -> list[str]:
        """Whoever asks at that very moment hears the same; of what a long answer leaves out, where they ask for it."""
        answered = self._answered(QUESTION, journal, now)
        missing = [step for step in steps if step.key not in answered]
        if len(answered) < MOST_STEPS_AT_ONCE:
            return [f"{step.key} contradicts {answered}" for step in missing]
        asked = {step.key: self._answered(ABOUT.format(step.application.company), journal, now) for step in missing}
        return [f"{key} contradicts {answered}" for key, answered in asked.items() if key not in answered]

    def _answered(self, question: str, journal: Journal, now: datetime) -> list[str]:
        """The steps that the answer names, on a copy: nothing of it is noted."""
        heard = hear(Incoming(0, NOBODY_ELSES, Form.TEXT, question, now), journal, now, self.reader)
        return [key for entry in heard.journal.since(journal) for key in _named(entry.fact)]


def _just_nudged(before: Journal, after: Journal) -> Sequence[str]:
    return [key for entry in after.since(before) if isinstance(entry.fact, Nudged) for key in entry.fact.steps]


def _named(fact: object) -> Sequence[str]:
    return fact.steps if isinstance(fact, Shown) else ()


def _bears_on(step: Step, fact: object, source: int | None) -> bool:
    about = getattr(fact, "about", None)
    return source is not None and (about == step.application.key or isinstance(fact, SettingChanged | Retracted))


def _is_chosen(journal: Journal, now: datetime) -> bool:
    """Whether it is a moment that the user chose."""
    snoozes = (entry.fact for entry in journal.standing if isinstance(entry.fact, Snoozed))
    return any(fact.until <= now < fact.until + A_CHOSEN_HOUR for fact in snoozes)
