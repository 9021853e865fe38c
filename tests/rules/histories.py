"""Random lives of job seekers: plausible facts of one to three applications, in any order, told at any hour."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from hypothesis import strategies as st

from rules import facts as f
from rules.facts import Fact
from rules.journal import Journal
from rules.moments import Day, Moment, When
from rules.plan import make_plan

BEGINNING = datetime(2026, 3, 2, 7, 0, tzinfo=UTC)
ZONES = ("Europe/Berlin", "America/New_York", "Asia/Tokyo", "UTC")
SETTINGS = (
    ("quiet_from", "23:30"),
    ("quiet_until", "10:00"),
    ("thanks_on_weekends", "no"),
    ("days_after_promise", "0"),
    ("days_without_promise", "1"),
    ("working_days", "0,1,2,3"),
    ("digest_days", "0,1,2,3,4,5,6"),
    ("digest_days", "0,3"),
    ("morning", "07:00"),
)
APPLICATIONS = ("a1", "a2", "a3")
GAPS = st.one_of(st.integers(1, 180), st.integers(1, 5 * 24 * 60), st.integers(1, 40 * 24 * 60))
Kind = Callable[[str, datetime], st.SearchStrategy[Fact]]


def _when(now: datetime, first: int, last: int) -> st.SearchStrategy[When]:
    """A day or a moment between that many days before or after now."""
    days = st.integers(first, last).map(lambda days: now.date() + timedelta(days=days))
    hours = st.times().map(lambda time: time.replace(second=0, microsecond=0))
    return st.one_of(st.builds(Day, days), st.builds(Moment, days, hours))


def _past(now: datetime) -> st.SearchStrategy[When | None]:
    return st.none() | _when(now, -40, -1)


NUMBERS = st.integers(1, 2)
STAGES = st.none() | st.sampled_from(f.Stage)
CHANNELS = st.none() | st.sampled_from(f.Channel)
NAMES = st.sampled_from(["Dana", "Dana Reed", "Sam", "Lee"])
KINDS: tuple[Kind, ...] = (
    lambda a, now: st.builds(f.InterviewPlanned, about=st.just(a), interview=NUMBERS, at=_when(now, -1, 20)),
    lambda a, now: st.builds(f.InterviewMoved, about=st.just(a), interview=NUMBERS, at=_when(now, 0, 20)),
    lambda a, now: st.builds(f.InterviewCancelled, about=st.just(a), interview=NUMBERS, happened=_past(now)),
    lambda a, now: st.builds(f.InterviewHeld, about=st.just(a), interview=NUMBERS, happened=_past(now), stage=STAGES),
    lambda a, now: st.builds(f.CallArranged, about=st.just(a), at=_when(now, 0, 10)),
    lambda a, now: st.builds(
        f.ContactMet,
        about=st.just(a),
        name=NAMES,
        phone=st.sampled_from([None, "1"]),
        email=st.none() | st.just("e"),
    ),
    lambda a, now: st.builds(f.Felt, about=st.just(a), feeling=st.sampled_from(f.Feeling)),
    lambda a, now: st.builds(f.AnswerPromised, about=st.just(a), by=_when(now, -5, 20), happened=_past(now)),
    lambda a, now: st.builds(f.NoDatePromised, about=st.just(a)),
    lambda a, now: st.builds(f.Thanked, about=st.just(a), names=st.just(()) | st.tuples(NAMES)),
    lambda a, now: st.builds(f.FollowedUp, about=st.just(a), happened=_past(now), times=st.sampled_from([1, 1, 2])),
    lambda a, now: st.builds(f.TheyReplied, about=st.just(a), happened=_past(now), channel=CHANNELS),
    lambda a, now: st.builds(f.Answered, about=st.just(a)),
    lambda a, now: st.builds(f.NextRound, about=st.just(a), happened=_past(now)),
    lambda a, now: st.builds(f.OfferMade, about=st.just(a), deadline=st.none() | _when(now, 0, 20)),
    lambda a, now: st.builds(f.OfferAnswered, about=st.just(a), accepted=st.booleans()),
    lambda a, now: st.builds(f.Rejected, about=st.just(a), happened=_past(now)),
    lambda a, now: st.builds(
        f.GutSaid, about=st.just(a), verdict=st.sampled_from(f.Verdict), on=st.none() | _when(now, 0, 10)
    ),
    lambda a, now: st.builds(f.Closed, about=st.just(a)),
    lambda a, now: st.builds(f.Reopened, about=st.just(a)),
    lambda a, now: st.builds(f.Muted, about=st.just(a)),
    lambda a, now: st.builds(f.Unmuted, about=st.just(a)),
)
# What most stories are made of comes more often than the rest.
FREQUENT = (3, 3, 6, 10, 10)


def facts(now: datetime) -> st.SearchStrategy[Fact]:
    """A fact as somebody may tell it at that moment."""
    kinds = st.sampled_from([*KINDS, *(KINDS[index] for index in FREQUENT)])
    return st.tuples(kinds, st.sampled_from(APPLICATIONS)).flatmap(lambda drawn: drawn[0](drawn[1], now))


@st.composite
def wishes(draw: st.DrawFn, journal: Journal, now: datetime) -> list[Fact]:
    """Now and then the user snoozes or skips a step that is open or to come."""
    steps = make_plan(journal).steps
    if not steps or draw(st.integers(0, 2)):
        return []
    step = draw(st.sampled_from(steps))
    if step.rule.skippable and draw(st.booleans()):
        return [f.Skipped(about=step.application.key, step=step.key)]
    until = now + timedelta(minutes=draw(st.integers(5, 4 * 24 * 60)))
    return [f.Snoozed(about=step.application.key, step=step.key, until=until)]


@st.composite
def histories(draw: st.DrawFn, longest: int = 8) -> tuple[Journal, datetime]:
    """A journal, and the moment of its last message."""
    settings = [f.SettingChanged(name="zone", value=draw(st.sampled_from(ZONES)))]
    chosen = sorted(draw(st.sets(st.sampled_from(SETTINGS))))
    settings += [f.SettingChanged(name=name, value=value) for name, value in chosen]
    now = BEGINNING
    journal = Journal().noting(settings, now)
    for source in range(draw(st.integers(1, longest))):
        now += timedelta(minutes=draw(GAPS))
        told = draw(st.lists(facts(now), min_size=1, max_size=3)) + draw(wishes(journal, now))
        journal = journal.noting(told, now, source)
    return journal, now


@st.composite
def dated(draw: st.DrawFn) -> tuple[list[Fact], datetime]:
    """Facts that all say when they happened, none of which contradicts another, and the moment of telling them."""
    days = draw(st.lists(st.integers(0, 6 * 24 * 40), min_size=2, max_size=9, unique=True))
    told: list[Fact] = []
    for number, ten_minutes in enumerate(days, start=1):
        at = BEGINNING + timedelta(minutes=10 * ten_minutes)
        moment = Moment(at.date(), at.time(), "UTC")
        told.append(draw(_dated_fact(draw(st.sampled_from(APPLICATIONS[:2])), number, moment)))
    return told, BEGINNING + timedelta(days=42)


def _dated_fact(about: str, number: int, happened: Moment) -> st.SearchStrategy[Fact]:
    said = {"about": st.just(about), "happened": st.just(happened)}
    ahead = _when(datetime.combine(happened.date, happened.time, UTC), 0, 20)
    return st.one_of(
        st.builds(f.InterviewHeld, interview=st.just(number), stage=STAGES, **said),
        st.builds(f.InterviewPlanned, interview=st.just(number), at=ahead, **said),
        st.builds(f.InterviewCancelled, interview=st.just(number), **said),
        st.builds(f.Felt, interview=st.just(number - 1), feeling=st.sampled_from(f.Feeling), **said),
        st.builds(f.AnswerPromised, by=ahead, **said),
        st.builds(f.CallArranged, at=ahead, **said),
        st.builds(f.FollowedUp, channel=CHANNELS, **said),
        st.builds(f.Thanked, **said),
        st.builds(f.TheyReplied, channel=CHANNELS, **said),
        st.builds(f.Answered, **said),
        st.builds(f.NextRound, **said),
        st.builds(f.OfferMade, deadline=st.none() | ahead, **said),
        st.builds(f.Rejected, **said),
        st.builds(f.GutSaid, verdict=st.sampled_from(f.Verdict), **said),
        st.builds(f.Closed, **said),
        st.builds(f.Reopened, **said),
    )
