"""The plan: what the rules make of a journal. Steps with windows and rings; now is compared with them here alone."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from itertools import islice

from rules.application import Application, Contact, Interview
from rules.calendar import Calendar
from rules.channel import Reach, reach
from rules.digest import A_MORNING, DIGEST, Digest, digest_at, mornings
from rules.facts import Nudged, SettingChanged, Shown, Snoozed, Unreachable
from rules.fold import KEPT, applications
from rules.journal import Journal
from rules.preferences import preferences
from rules.rule import Action, Rule, Urgency
from rules.rulebook import RULEBOOK, WITHDRAW
from rules.situations import World
from rules.windows import Case

# A reply that named a step within the hour before its ring has said it; a chosen moment lasts an hour.
AN_HOUR = timedelta(hours=1)
SOON = timedelta(hours=24)
FOREVER = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Ring:
    """A moment to speak first. A moment that the user chose heeds no quiet hours and is said at its time."""

    at: datetime
    is_chosen: bool = False

    def is_wanted(self, now: datetime) -> bool:
        """Whether now is the moment that the user chose, quiet or not. An hour later it no longer is."""
        return self.is_chosen and self.at <= now < self.at + AN_HOUR

    def is_said(self, last_said: datetime | None) -> bool:
        return last_said is not None and last_said >= (self.at if self.is_chosen else self.at - AN_HOUR)


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """Something to do for one application, from `opens` up to, but not including, `closes`.

    `key` names the rule and the thing it hangs on, and outlives corrections. `reach` is whom to reach and how, for
    steps that reach out; `unthanked` the people a thank-you still owes.
    """

    key: str
    rule: Rule
    application: Application
    opens: datetime
    closes: datetime
    rings: tuple[Ring, ...] = ()
    interview: Interview | None = None
    reach: Reach | None = None
    unthanked: tuple[Contact, ...] = ()

    @property
    def action(self) -> Action:
        return self.rule.action

    def is_open(self, now: datetime) -> bool:
        return self.opens <= now < self.closes

    def urgency(self, now: datetime) -> Urgency:
        """The rule's urgency; an interview within 24 hours comes before almost everything."""
        starts = self.interview and (self.interview.start or self.interview.end)
        is_soon = self.rule.urgency is Urgency.INTERVIEW_LATER and starts and starts - now <= SOON
        return Urgency.INTERVIEW_SOON if is_soon else self.rule.urgency


@dataclass(frozen=True, slots=True)
class Advice:
    """What to do at a moment: the open steps, most urgent first, and the next one to open."""

    now: tuple[Step, ...]
    next: Step | None


@dataclass(frozen=True)
class Plan:
    """Everything the rules say about a journal, for all time.

    Of the `silent` applications nothing rings. The settings are what they are since `settled_at`.
    """

    journal: Journal = field(repr=False)
    applications: tuple[Application, ...]
    steps: tuple[Step, ...]
    said: Mapping[str, datetime]
    calendar: Calendar
    is_reachable: bool = True
    silent: frozenset[str] = frozenset()
    settled_at: datetime | None = None

    def at(self, now: datetime) -> Advice:
        """The advice of this moment."""
        ahead = [step for step in self.steps if now < step.opens < step.closes]
        return Advice(now=self.open(now), next=min(ahead, key=lambda step: step.opens, default=None))

    def open(self, now: datetime) -> tuple[Step, ...]:
        """The steps that are advice now: the most urgent first, then the first to close, then the latest told."""

        def order(step: Step) -> tuple[int, datetime, float]:
            return step.urgency(now), step.closes, -step.application.last_told.timestamp()

        return tuple(sorted((step for step in self.steps if step.is_open(now)), key=order))

    def due(self, now: datetime) -> tuple[Step, ...]:
        """The open steps with a ring that came and was not said; none for a user who cannot be reached."""
        if not self.is_reachable:
            return ()
        return tuple(step for step in self.open(now) if any(at <= now for at in self._unsaid(step, now)))

    def next_ring(self, now: datetime) -> datetime | None:
        """The earliest moment at which something is due: in the past if it is due already, None if nothing ever is."""
        if not self.is_reachable:
            return None
        digests = ((at, self._digest_at(max(at, now))) for at in self._mornings(now))
        digest = next((at for at, digest in digests if not digest.is_empty), None)
        rings = (at for step in self.steps for at in self._unsaid(step, now))
        return min((*rings, *([digest] if digest else [])), default=None)

    def digest(self, now: datetime) -> Digest | None:
        """What the digest says that is due; None at any other time, or if there is nothing to say."""
        is_due = self.is_reachable and any(at <= now for at in islice(self._mornings(now), 1))
        digest = self._digest_at(now) if is_due else Digest()
        return None if digest.is_empty else digest

    def next_ring_of(self, step: Step, now: datetime) -> datetime | None:
        """When the assistant speaks of this step next, once what it says now is said."""
        coming = (ring for ring in step.rings if not ring.is_said(now))
        return min((at for ring in coming if (at := self._audible(ring, now)) < step.closes), default=None)

    def find(self, key: str) -> Step | None:
        """The step of that key, if it still stands."""
        return next((step for step in self.steps if step.key == key), None)

    def of(self, application: Application, now: datetime) -> Advice:
        """The advice of this moment for one application."""
        mine = tuple(step for step in self.steps if step.application.key == application.key)
        return replace(self, steps=mine).at(now)

    def _mornings(self, now: datetime) -> Iterator[datetime]:
        """When a digest can be heard that was not said: its hour, or what is left of its morning."""
        if not self.calendar.preferences.digest_days:
            return
        for ring in map(Ring, mornings(now, self.steps, self.calendar)):
            at, closes = self._audible(ring, now), ring.at + A_MORNING
            is_chosen = self.settled_at is None or ring.at >= self.settled_at
            if is_chosen and not ring.is_said(self.said.get(DIGEST)) and max(at, now) < closes:
                yield at

    def _digest_at(self, moment: datetime) -> Digest:
        loud = [app for app in self.applications if app.is_open and app.key not in self.silent]
        return digest_at(moment, loud, self.steps, self.calendar)

    def _unsaid(self, step: Step, now: datetime) -> Sequence[datetime]:
        unsaid = (ring for ring in step.rings if not ring.is_said(self.said.get(step.key)))
        return [at for ring in unsaid if now < step.closes and (at := self._audible(ring, now)) < step.closes]

    def _audible(self, ring: Ring, now: datetime) -> datetime:
        """When the ring can be heard: at its time, or if it was missed and now is quiet, after quiet hours."""
        is_missed = ring.at <= now and not ring.is_wanted(now)
        awake = self.calendar.when_awake(now)
        return awake if is_missed and awake > now else ring.at


def make_plan(journal: Journal) -> Plan:
    """What the rules make of this journal. Pure: no clock is read."""
    return replace(_made(journal.told), journal=journal, said=_last_said(journal), is_reachable=_is_reachable(journal))


@lru_cache(maxsize=KEPT)
def _made(journal: Journal) -> Plan:
    """The plan while nothing is said; kept like what was folded."""
    calendar = Calendar(preferences(journal))
    known = applications(journal)
    snoozes = {e.fact.step: e.fact.until for e in journal.standing if isinstance(e.fact, Snoozed)}
    worlds = [World(application, [a for a in known if a is not application], calendar) for application in known]
    steps = [step for world in worlds for step in _steps(world, snoozes)]
    silent = _silent(known, steps)
    return Plan(
        journal=journal,
        applications=known,
        steps=tuple(replace(step, rings=()) if step.application.key in silent else step for step in steps),
        said={},
        calendar=calendar,
        silent=silent,
        settled_at=max((e.told for e in journal.standing if isinstance(e.fact, SettingChanged)), default=None),
    )


def _steps(world: World, snoozes: Mapping[str, datetime]) -> Iterator[Step]:
    for rule in RULEBOOK:
        for case in rule.on.cases(world):
            step = _step(rule, case, snoozes)
            if step is not None:
                yield step


def _silent(known: Sequence[Application], steps: Sequence[Step]) -> frozenset[str]:
    """The applications the user wants to hear no more of; once an offer is accepted, all others.

    Those until the user keeps them or tells more of them.
    """
    accepted = [step.application for step in steps if step.rule is WITHDRAW]
    hushed = {
        app.key
        for app in known
        for other in accepted
        if other.closing and app is not other and app.last_told <= other.closing.told
    }
    return frozenset(hushed | {app.key for app in known if app.is_muted})


def _step(rule: Rule, case: Case, snoozes: Mapping[str, datetime]) -> Step | None:
    key = f"{rule.id}:{case.subject}"
    opens = rule.opens.of(case)
    if opens is None or key in case.application.skipped or rule.settled_by.holds(case):
        return None
    closes = rule.closes.of(case) if rule.closes else None
    unthanked = (case.application.unthanked(case.interview.end) or ()) if case.interview else ()
    step = Step(
        key=key,
        rule=rule,
        application=case.application,
        opens=opens,
        closes=FOREVER if closes is None else closes,
        interview=case.interview,
        reach=reach(rule, case.application, unthanked),
        unthanked=unthanked,
    )
    return replace(step, rings=_rings(step, case, snoozes.get(key)))


def _rings(step: Step, case: Case, snoozed: datetime | None) -> tuple[Ring, ...]:
    """The rule's rings, never before it opens or in quiet hours; a snooze takes the place of those before it."""
    moments = [max(moment, step.opens) for point in step.rule.rings for moment in point.all_of(case)]
    rings = {Ring(case.calendar.when_awake(moment)) for moment in moments}
    if snoozed is not None:
        chosen = Ring(max(snoozed, step.opens), is_chosen=True)
        rings = {ring for ring in rings if ring.at > chosen.at} | {chosen}
    heard = (ring for ring in rings if ring.at < step.closes)
    return tuple(sorted(heard, key=lambda ring: ring.at))


def _last_said(journal: Journal) -> dict[str, datetime]:
    said: dict[str, datetime] = {}
    for entry in journal.entries:
        if isinstance(entry.fact, Shown | Nudged):
            for key in entry.fact.steps:
                said[key] = max(entry.told, said.get(key, entry.told))
    return said


def _is_reachable(journal: Journal) -> bool:
    """Whether the user can be written to: whoever blocked us can be, from the next word they write."""
    lost = max((entry.number for entry in journal.standing if isinstance(entry.fact, Unreachable)), default=0)
    return not lost or any(entry.number > lost and entry.source is not None for entry in journal.entries)
