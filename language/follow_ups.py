"""How often, how and when the user asked where things stand."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from language.moment_of_telling import Telling, past_day
from language.stories import Event
from language.strands import Strand
from language.when import TimeKind, TimeSpan
from language.wordsets import word_set
from rules.facts import Channel, Fact, FollowedUp, Option
from rules.moments import Day, When

_CHANNELS = (
    (Channel.PHONE, word_set("follow_ups.phone")),
    (Channel.SKYPE, frozenset(["skyped", "skype"])),
    (Channel.EMAIL, word_set("follow_ups.email")),
)
_SEVERAL = word_set("follow_ups.several")
_PLURALS = word_set("follow_ups.plurals")
_SOON = word_set("interviews.by_now")
_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "2": 2, "3": 3, "4": 4, "5": 5, "6": 6}
_AGES = (
    ("option-today", 0),
    ("option-yesterday", 1),
    ("option-few-days-ago", 3),
    ("option-week-ago", 7),
    ("option-longer-ago", 14),
)


def follow_ups(event: Event, strand: Strand, about: str, happened: When | None, telling: Telling) -> Iterator[Fact]:
    """One fact for each day told; a single one without a day has just been done."""
    times, channel = _times(event), channel_of(event)
    spans = [item.value for item in event.clause.of_kind("TIME") if isinstance(item.value, TimeSpan)]
    past = [
        span for span in spans if span.first.date <= telling.today and span.kind not in (TimeKind.BY, TimeKind.BEFORE)
    ]
    if len(past) > 1 and times == 1:
        yield from (FollowedUp(about=about, happened=past_day(span, telling.today), channel=channel) for span in past)
        return
    if happened is None and times == 1 and event.time is None and len(strand.of("followed_up")) == 1:
        happened = Day(telling.today)
    yield FollowedUp(about=about, happened=happened, channel=channel, times=times)


def channel_of(event: Event) -> Channel | None:
    """By what means, where the clause says it."""
    return next((channel for channel, words in _CHANNELS if words & event.clause.all_words), None)


def is_undated(fact: Fact, event: Event, strand: Strand) -> bool:
    """One follow-up with silence after it and no word of when."""
    if not isinstance(fact, FollowedUp) or fact.times > 1 or event.time is not None:
        return False
    silent = any(silence.place > event.place for silence in strand.of("silence"))
    return silent and not event.clause.all_words & _SOON


def when_followed_up(fact: Fact, today: date) -> tuple[Option, ...]:
    """The answers to "when was that?", each as the follow-up on that day."""
    channel = fact.channel if isinstance(fact, FollowedUp) else None
    return tuple(
        Option(
            label=label,
            facts=(FollowedUp(about=fact.about, channel=channel, happened=Day(today - timedelta(days=days))),),
        )
        for label, days in _AGES
    )


def joined(facts: Sequence[Fact]) -> list[Fact]:
    """Several follow-ups that nobody dated ("mailed a few times, called once") as one fact with their number."""
    undated = [fact for fact in facts if isinstance(fact, FollowedUp) and fact.happened is None]
    if len(undated) < 2:
        return list(facts)
    times = sum(fact.times for fact in undated)
    rest = [fact for fact in facts if fact not in undated]
    return [*rest, FollowedUp(about=undated[0].about, channel=undated[0].channel, times=times)]


def _times(event: Event) -> int:
    words = [item.word for item in event.clause.items]
    for before, word in zip(["", *words], words, strict=False):
        if word in _SEVERAL:
            return _NUMBERS.get(before, 3 if word == "thrice" else 2)
    return 2 if _PLURALS & set(words) else 1
