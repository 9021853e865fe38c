"""What holds for every life: advice and nudges agree, promises are kept, nothing is said late, twice or at night."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from rules.digest import DIGEST, Digest
from rules.facts import Fact, Nudged, Retracted
from rules.journal import Journal
from rules.plan import Plan, Ring, Step, make_plan
from rules.rule import Action
from rules.rulebook import LET_GO, PREPARE
from tests.rules.histories import dated, facts, histories

SECOND = timedelta(seconds=1)
LATER = st.integers(0, 60 * 24 * 60).map(lambda minutes: timedelta(minutes=minutes))
# The assistant is up most of the time; now and then it is off for hours or days.
OUTAGES = st.lists(st.sampled_from([0, 0, 0, 0, 1, 50, 600, 4000]).map(lambda m: timedelta(minutes=m)), min_size=12)
many = settings(
    max_examples=40,
    derandomize=True,
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.too_slow],
)


def moments_of(plan: Plan) -> list[datetime]:
    """Every moment at which the plan may change its mind, and the seconds around it."""
    edges = {moment for step in plan.steps for moment in (step.opens, *(ring.at for ring in step.rings))}
    closing = {step.closes for step in plan.steps if step.rule.closes}
    days = {plan.calendar.date_of(moment) for moment in edges | closing}
    digests = {plan.calendar.when_awake(plan.calendar.morning_hour(day)) for day in days}
    return sorted(moment + by for moment in edges | closing | digests for by in (-SECOND, timedelta(), SECOND))


@many
@given(histories(), LATER)
def test_whatever_is_due_is_advice(history: tuple[Journal, datetime], later: timedelta) -> None:
    journal, now = history
    plan = make_plan(journal)
    for moment in [now + later, *moments_of(plan)]:
        assert set(map(key, plan.due(moment))) <= set(map(key, plan.at(moment).now))


@many
@given(dated(), st.randoms(use_true_random=False))
def test_the_order_of_telling_does_not_matter(life: tuple[list[Fact], datetime], random: object) -> None:
    told, at = life
    shuffled = list(told)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert meaning(make_plan(Journal().noting(shuffled, at))) == meaning(make_plan(Journal().noting(told, at)))


@many
@given(histories(), st.data())
def test_undo_is_exact(history: tuple[Journal, datetime], data: st.DataObject) -> None:
    journal, now = history
    after = now + timedelta(minutes=5)
    told = journal.noting(data.draw(st.lists(facts(after), min_size=1, max_size=3)), after)
    undone = told.noting([Retracted(entries=tuple(entry.number for entry in told.since(journal)))], after)
    assert make_plan(undone).steps == make_plan(journal).steps


@many
@given(histories(), st.data(), OUTAGES)
def test_a_life_without_a_late_or_doubled_or_nightly_word(
    history: tuple[Journal, datetime], data: st.DataObject, outages: list[timedelta]
) -> None:
    journal, now = history
    said: set[tuple[str, datetime]] = set()
    for outage in outages:
        ring = make_plan(journal).next_ring(now)
        if ring is None:
            break
        now = max(now, ring) + outage
        journal = journal.noting([speaking(make_plan(journal), now, said, is_on_time=not outage)], now)
        if outage > timedelta(hours=1):
            now += timedelta(minutes=5)
            journal = journal.noting([data.draw(facts(now))], now, source=99)


def speaking(plan: Plan, now: datetime, said: set[tuple[str, datetime]], *, is_on_time: bool) -> Fact:
    """Say what is due, and check every word of it."""
    due, digest = plan.due(now), plan.digest(now)
    assert due or digest or not is_on_time, "woken for nothing"
    for step in due:
        assert step.is_open(now), "late"
        rings = unsaid(plan, step, now)
        assert not plan.calendar.is_quiet(now) or any(ring.is_wanted(now) for ring in rings), "at night"
        heard = {(step.key, ring.at) for ring in rings}
        assert not heard & said, "said twice"
        said |= heard
    if digest:
        day = plan.calendar.morning_hour(plan.calendar.date_of(now))
        assert not plan.calendar.is_quiet(now), "at night"
        assert (DIGEST, day) not in said, "said twice"
        said |= {(DIGEST, day)}
    return what_was_said(plan, now)


def what_was_said(plan: Plan, now: datetime) -> Nudged:
    return Nudged(steps=(*map(key, plan.due(now)), *([DIGEST] if plan.digest(now) else [])))


def unsaid(plan: Plan, step: Step, now: datetime) -> list[Ring]:
    return [ring for ring in step.rings if ring.at <= now and not ring.is_said(plan.said.get(step.key))]


@many
@given(histories())
def test_nothing_is_due_once_it_was_said(history: tuple[Journal, datetime]) -> None:
    journal, now = history
    for moment in moments_of(make_plan(journal)):
        if moment >= now:
            plan = make_plan(journal)
            journal = journal.noting([what_was_said(plan, moment)], moment)
            after = make_plan(journal)
            assert after.due(moment) == ()
            assert after.digest(moment) is None
            coming = after.next_ring(moment)
            assert coming is None or coming > moment


@many
@given(histories(), LATER)
def test_every_promised_moment_is_kept(history: tuple[Journal, datetime], later: timedelta) -> None:
    journal, last = history
    plan, now = make_plan(journal), last + later
    advice = plan.at(now)
    for step in (*advice.now, *([advice.next] if advice.next else [])):
        promised = plan.next_ring_of(step, now)
        if promised is not None:
            assert promised > now
            assert step.key in map(key, plan.due(promised))


@many
@given(histories(), LATER)
def test_no_word_comes_when_none_is_announced(history: tuple[Journal, datetime], later: timedelta) -> None:
    journal, last = history
    plan = make_plan(journal)
    now = plan.calendar.when_awake(last + later)
    ring = plan.next_ring(now)
    for moment in moments_of(plan):
        if moment >= now and (ring is None or moment < ring):
            assert plan.due(moment) == ()
            assert plan.digest(moment) is None


@many
@given(histories())
def test_nobody_is_asked_a_third_time_and_what_is_closed_stays_silent(history: tuple[Journal, datetime]) -> None:
    journal, _ = history
    for step in make_plan(journal).steps:
        turn = step.application.turn
        if step.action is Action.FOLLOW_UP and turn:
            assert len(turn.follow_ups) < 2 or step.rule.id == "confirmed-call"
        if not step.application.is_open or step.application.is_muted:
            assert not step.rings


@many
@given(histories(), LATER)
def test_a_digest_tells_of_each_open_application_once_and_never_against_the_advice(
    history: tuple[Journal, datetime], later: timedelta
) -> None:
    journal, last = history
    plan = make_plan(journal)
    for moment in [last + later, *moments_of(plan)]:
        digest = plan.digest(moment) or Digest()
        told = [*(step.application for step in digest.today), *digest.waiting, *digest.quiet]
        assert len({app.key for app in told}) == len(told)
        assert all(app.is_open and not app.is_muted for app in told)
        assert all(
            step.is_open(moment) or plan.calendar.date_of(step.opens) == plan.calendar.date_of(moment)
            for step in digest.today
        )
        for app in (*digest.waiting, *digest.quiet):
            assert not any(step.rings and step.rule not in (PREPARE, LET_GO) for step in plan.of(app, moment).now)


def key(step: Step) -> str:
    return step.key


def meaning(plan: Plan) -> list[tuple[object, ...]]:
    """The steps without the numbers of the entries that told of them."""
    return sorted(map(_meant, plan.steps), key=repr)


def _meant(step: Step) -> tuple[object, ...]:
    rings: Iterable[datetime] = (ring.at for ring in step.rings)
    return step.rule.id, step.application.key, step.opens, step.closes, tuple(rings), step.reach
