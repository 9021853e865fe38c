"""Stories for the tests of the rules: what a user tells and when, and what the plan makes of it."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from rules import facts as f
from rules.facts import Channel, Fact, Feeling, SettingChanged, Stage, Verdict
from rules.journal import Journal
from rules.moments import Day, Moment, When
from rules.plan import Plan, Step, make_plan

GREAT, GOOD, UNSURE, BAD = Feeling
KEYS = {"acme": "a1", "globex": "a2", "initech": "a3"}
BERLIN, NEW_YORK = "Europe/Berlin", "America/New_York"
WAIT = "wait"


@dataclass(frozen=True)
class Story:
    """A journal in the making; the hours in it are wall time in `zone`."""

    journal: Journal
    zone: str

    def then(self, at: str, *facts: Fact) -> "Story":
        """Tell more, as one message of the user."""
        source = self.journal.last_number + 1
        return replace(self, journal=self.journal.noting(facts, self.instant(at), source))

    def noted(self, at: str | datetime, *facts: Fact) -> "Story":
        """What the assistant notes itself."""
        return replace(self, journal=self.journal.noting(facts, self.instant(at)))

    def undone(self, at: str) -> "Story":
        """Take back the last message."""
        last = self.journal.entries[-1].source
        entries = tuple(e.number for e in self.journal.entries if e.source == last)
        return self.noted(at, f.Retracted(entries=entries))

    def nudged(self, at: str) -> "Story":
        """The assistant says what is due."""
        return self.noted(at, f.Nudged(steps=tuple(step.key for step in self.plan.due(self.instant(at)))))

    def shown(self, at: str) -> "Story":
        """A reply names what is open."""
        return self.noted(at, f.Shown(steps=tuple(step.key for step in self.plan.open(self.instant(at)))))

    @property
    def plan(self) -> Plan:
        return make_plan(self.journal)

    def step(self, rule: str) -> Step:
        """The only step of that rule."""
        (step,) = (step for step in self.plan.steps if step.rule.id == rule)
        return step

    def instant(self, at: str | datetime) -> datetime:
        if isinstance(at, datetime):
            return at
        moment = when(at)
        assert isinstance(moment, Moment), f"{at} has no hour"
        return moment.instant(ZoneInfo(self.zone))

    def written(self, at: datetime) -> str:
        local = at.astimezone(ZoneInfo(self.zone))
        return f"{local:%a} {local.day} {local:%b %H:%M}"


def tell(at: str, *facts: Fact, zone: str = BERLIN, settings: dict[str, str] | None = None) -> Story:
    """A story that begins: the zone and settings, then the first message."""
    told = [SettingChanged(name=name, value=value) for name, value in {"zone": zone, **(settings or {})}.items()]
    story = Story(Journal(), zone)
    return story.noted(at, *told).then(at, *facts)


def when(text: str) -> When:
    """ "Fri 6 Mar", "Fri 6 Mar 15:00", "Wed 6 Jan 2027 15:00"; it is 2026 unless said, and the weekday is checked."""
    weekday, day, month, *rest = text.split()
    year = rest.pop(0) if rest and ":" not in rest[0] else "2026"
    on = datetime.strptime(f"{day} {month} {year}", "%d %b %Y").date()  # noqa: DTZ007
    assert f"{on:%a}" == weekday, f"{text} is a {on:%a}"
    return Moment(on, time.fromisoformat(rest[0])) if rest else Day(on)


def day(text: str) -> date:
    return when(text).date


def advice(story: Story, at: str) -> str:
    """The rule of the first advice, or "wait"."""
    return next(iter(all_advice(story, at)), WAIT)


def all_advice(story: Story, at: str) -> list[str]:
    return [step.rule.id for step in story.plan.at(story.instant(at)).now]


def due(story: Story, at: str) -> list[str]:
    return [step.rule.id for step in story.plan.due(story.instant(at))]


def silent(story: Story, at: str) -> bool:
    """Whether the assistant keeps quiet at that moment."""
    return not due(story, at)


def wakes(story: Story, at: str) -> str | None:
    """When the assistant speaks first, seen from that moment."""
    ring = story.plan.next_ring(story.instant(at))
    return None if ring is None else story.written(ring)


def rings(story: Story, rule: str) -> list[str]:
    return [story.written(ring.at) for ring in story.step(rule).rings]


def window(story: Story, rule: str) -> tuple[str, str]:
    step = story.step(rule)
    return story.written(step.opens), story.written(step.closes)


def knows(story: Story, rule: str) -> bool:
    """Whether the rule has anything to say about the story, at any time."""
    return any(step.rule.id == rule for step in story.plan.steps)


def _at(text: str | None) -> When | None:
    return when(text) if text else None


def applied(company: str = "acme", role: str | None = None) -> Fact:
    return f.Applied(about=KEYS[company], company=company.title(), role=role)


def planned(at: str, company: str = "acme", number: int = 1, stage: Stage | None = None) -> Fact:
    return f.InterviewPlanned(about=KEYS[company], interview=number, at=when(at), stage=stage)


def moved(at: str, company: str = "acme", number: int = 1) -> Fact:
    return f.InterviewMoved(about=KEYS[company], interview=number, at=when(at))


def cancelled(company: str = "acme", number: int = 1, on: str | None = None) -> Fact:
    return f.InterviewCancelled(about=KEYS[company], interview=number, happened=_at(on))


def held(
    at: str | None = None,
    company: str = "acme",
    number: int = 1,
    ended: str | None = None,
    stage: Stage | None = None,
) -> Fact:
    end = _at(ended)
    assert end is None or isinstance(end, Moment)
    return f.InterviewHeld(about=KEYS[company], happened=_at(at), interview=number, ended=end, stage=stage)


def felt(feeling: Feeling, company: str = "acme", number: int | None = None) -> Fact:
    return f.Felt(about=KEYS[company], feeling=feeling, interview=number)


def met(name: str | None = None, company: str = "acme", **ways: str | bool) -> Fact:
    return f.ContactMet(about=KEYS[company], name=name, **ways)  # type: ignore[arg-type]


def promised(by: str, company: str = "acme", on: str | None = None) -> Fact:
    return f.AnswerPromised(about=KEYS[company], by=when(by), happened=_at(on))


def no_date(company: str = "acme") -> Fact:
    return f.NoDatePromised(about=KEYS[company])


def thanked(*names: str, company: str = "acme", on: str | None = None) -> Fact:
    return f.Thanked(about=KEYS[company], names=names, happened=_at(on))


def followed_up(on: str | None = None, company: str = "acme", times: int = 1, channel: Channel | None = None) -> Fact:
    return f.FollowedUp(about=KEYS[company], happened=_at(on), times=times, channel=channel)


def replied(on: str | None = None, company: str = "acme", channel: Channel | None = None) -> Fact:
    return f.TheyReplied(about=KEYS[company], happened=_at(on), channel=channel)


def answered(on: str | None = None, company: str = "acme") -> Fact:
    return f.Answered(about=KEYS[company], happened=_at(on))


def call_arranged(at: str, company: str = "acme", on: str | None = None) -> Fact:
    return f.CallArranged(about=KEYS[company], at=when(at), happened=_at(on))


def next_round(company: str = "acme", on: str | None = None) -> Fact:
    return f.NextRound(about=KEYS[company], happened=_at(on))


def offered(deadline: str | None = None, company: str = "acme", on: str | None = None) -> Fact:
    return f.OfferMade(about=KEYS[company], deadline=_at(deadline), happened=_at(on))


def accepted(company: str = "acme") -> Fact:
    return f.OfferAnswered(about=KEYS[company], accepted=True)


def declined(company: str = "acme") -> Fact:
    return f.OfferAnswered(about=KEYS[company], accepted=False)


def rejected(company: str = "acme", on: str | None = None) -> Fact:
    return f.Rejected(about=KEYS[company], happened=_at(on))


def gut(verdict: Verdict, on: str | None = None, company: str = "acme") -> Fact:
    return f.GutSaid(about=KEYS[company], verdict=verdict, on=_at(on))


def closed(company: str = "acme") -> Fact:
    return f.Closed(about=KEYS[company])


def reopened(company: str = "acme") -> Fact:
    return f.Reopened(about=KEYS[company])


def skipped(story: Story, rule: str) -> Fact:
    step = story.step(rule)
    return f.Skipped(about=step.application.key, step=step.key)


def snoozed(story: Story, rule: str, until: str) -> Fact:
    step = story.step(rule)
    return f.Snoozed(about=step.application.key, step=step.key, until=story.instant(until))
