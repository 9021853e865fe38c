"""Reads the times in a text: what was said, where, and which day, moment or window it means."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from language.times.expressions import Away, Between, Clock, Impossible, Month, Period, Said
from language.times.leads import Lead
from language.times.phrase import Phrase, with_shared_clocks
from language.times.phrases import read_phrases
from language.times.saying import Days, Saying
from language.times.sense import sense_of
from language.times.tense import Tense, is_broken, tense_around, tense_of_limit
from language.times.tokens import Words
from rules.moments import Day, Moment, Window

_DAY = timedelta(days=1)


class TimeKind(StrEnum):
    """How a time was said, and so which end of it counts."""

    POINT = "point"
    BY = "by"
    BEFORE = "before"
    AFTER = "after"
    SINCE = "since"
    FROM = "from"
    AHEAD = "ahead"
    AGO = "ago"
    SPAN = "span"


@dataclass(frozen=True, slots=True)
class TimeSpan:
    """A time taken from a text: `text[start:end]` and what it means.

    `part` is the part of the day said ("morning", "noon", "afternoon", "evening", "end"), `is_vague` says that no
    single day follows ("last week", "a couple of weeks ago"), `tense` which way the words around it look,
    `is_hour` that an hour was said and no day: the day is guessed.
    """

    start: int
    end: int
    text: str
    when: Day | Moment | Window
    kind: TimeKind
    tense: Tense
    part: str | None = None
    is_vague: bool = False
    is_hour: bool = False

    @property
    def is_past(self) -> bool:
        return self.tense is Tense.PAST

    @property
    def is_ahead(self) -> bool:
        return self.tense is Tense.AHEAD

    @property
    def first(self) -> Day | Moment:
        return self.when.first if isinstance(self.when, Window) else self.when

    @property
    def last(self) -> Day | Moment:
        """The end that a promise means: the later day of a choice, the day before for "before Friday"."""
        end = self.when.last if isinstance(self.when, Window) else self.when
        if self.kind is TimeKind.BEFORE and "end" not in self.text.lower().split():
            end = self.first
            return Day(end.date - _DAY) if isinstance(end, Day) else end
        return end

    @property
    def day(self) -> date | None:
        """The single day meant; None where there is none."""
        is_one = self.first.date == self.last.date or self.kind is TimeKind.BEFORE
        return self.first.date if is_one and not self.is_vague else None


@dataclass(frozen=True, slots=True)
class NoSuchTime:
    """A date or time that no calendar or clock has ("30 February", "25:00"), for the assistant to ask about."""

    start: int
    end: int
    text: str


def read_times(
    text: str,
    now: datetime,
    *,
    day_first: bool = True,
    zone: str | None = None,
    is_business_day: Callable[[date], bool] | None = None,
) -> tuple[TimeSpan, ...]:
    """The times in `text` in their order. `now` is when it was written, as the writer's clock showed it.

    `zone` is given to the moments said without one. Business days are Monday to Friday unless told otherwise.
    """
    words = Words(text, day_first=day_first)
    reader = _Reading(words, now, zone, is_business_day or _is_weekday)
    return tuple(reader.spans(read_phrases(words)))


def read_impossible(text: str, *, day_first: bool = True) -> tuple[NoSuchTime, ...]:
    """The dates and times in `text` that do not exist."""
    words = Words(text, day_first=day_first)
    return _impossible(words, read_phrases(words))


def read_all_times(
    text: str, now: datetime, *, day_first: bool, zone: str | None
) -> tuple[tuple[TimeSpan, ...], tuple[NoSuchTime, ...]]:
    """What `read_times` and `read_impossible` say, in one reading."""
    words = Words(text, day_first=day_first)
    phrases = list(read_phrases(words))
    return tuple(_Reading(words, now, zone, _is_weekday).spans(phrases)), _impossible(words, phrases)


def _impossible(words: Words, phrases: Iterable[Phrase]) -> tuple[NoSuchTime, ...]:
    return tuple(NoSuchTime(*_place(words, p)) for p in phrases if isinstance(p.expression, Impossible))


def dates_line(item: dict[str, str]) -> dict[str, object]:
    """A line of `afterword dates`: {"id", "now", "text"} to {"id", "dates"}, in ISO days and local times."""
    spans = read_times(item["text"], datetime.fromisoformat(item["now"]))
    return {"id": item["id"], "dates": [{"text": s.text, **_iso(s.when)} for s in spans]}


def _iso(when: Day | Moment | Window) -> dict[str, str | None]:
    if isinstance(when, Window):
        return {"start": _iso_end(when.first), "end": _iso_end(when.last)}
    return {"start": _iso_end(when), "end": None}


def _iso_end(end: Day | Moment) -> str:
    return end.date.isoformat() if isinstance(end, Day) else datetime.combine(end.date, end.time).isoformat()


def _is_weekday(day: date) -> bool:
    return day.weekday() < 5


def _next_weekday(day: date) -> date:
    """ "After the weekend" begins on Monday."""
    return day + (7 - day.weekday() if day.weekday() >= 4 else 1) * _DAY


def _place(words: Words, phrase: Phrase) -> tuple[int, int, str]:
    start, end = words.tokens[phrase.start].start, words.tokens[phrase.end - 1].end
    return start, end, words.text[start:end]


@dataclass(slots=True)
class _Reading:
    """The reading of one text: what was said before anchors what follows."""

    words: Words
    now: datetime
    zone: str | None
    is_business_day: Callable[[date], bool]
    said: Days | None = None

    def spans(self, phrases: list[Phrase]) -> Iterator[TimeSpan]:
        end = 0
        for phrase in with_shared_clocks(self.words, phrases):
            repeats = _counts_from_said(phrase) and phrase.start - end < 2 and self.words.at(end) == ","
            span = self._span(phrase) if not repeats else None
            end = phrase.end
            if span:
                yield span

    def _span(self, phrase: Phrase) -> TimeSpan | None:
        tense = self._tense(phrase)
        saying = Saying(self.now, tense, self.said, self.is_business_day)
        days = self._clock_day(phrase, tense) if phrase.expression is None else sense_of(phrase.expression, saying)
        if days is None:
            return None
        if phrase.expression is not None:
            self.said = days
        kind = _kind(phrase)
        when = _when(days, phrase, kind, self.zone)
        side, is_hour = self._side(days, tense), phrase.expression is None and self.said is None
        return TimeSpan(*_place(self.words, phrase), when, kind, side, phrase.part, days.is_vague, is_hour)

    def _side(self, days: Days, tense: Tense) -> Tense:
        """Days that are over are past whatever the verb, and days to come lie ahead."""
        if days.last < self.now.date():
            return Tense.PAST
        return Tense.AHEAD if days.first > self.now.date() else tense

    def _tense(self, phrase: Phrase) -> Tense:
        if phrase.lead in {Lead.SINCE, Lead.AGO, Lead.BEHIND, Lead.LAST}:
            return Tense.PAST
        if is_broken(self.words, phrase.end):
            return Tense.PAST
        if phrase.lead in {Lead.BY, Lead.BEFORE}:
            return tense_of_limit(self.words, phrase.start, phrase.end)
        return tense_around(self.words, phrase.start, phrase.end, is_for=phrase.lead in {Lead.FOR, Lead.FROM})

    def _clock_day(self, phrase: Phrase, tense: Tense) -> Days | None:
        """A time without a day is that of the day told of, else today's, or tomorrow's if it is over and lies ahead."""
        if phrase.clock is None:
            return None
        told = self.said if self.said and self.said.first == self.said.last else None
        if told and told.first != self.now.date() and tense in {self._side(told, tense), Tense.UNSAID}:
            return told
        is_now = self.words.typed(phrase.start - 1) in {"it's", "its"}
        is_over = phrase.clock.first <= self.now.time() and tense is not Tense.PAST and not is_now
        day = self.now.date() + timedelta(days=is_over)
        return Days(day, day)


def _counts_from_said(phrase: Phrase) -> bool:
    """ "Today, three days later" says today twice."""
    return isinstance(phrase.expression, Away) and isinstance(phrase.expression.base, Said)


def _kind(phrase: Phrase) -> TimeKind:
    limits = {
        Lead.BY: TimeKind.BY, Lead.BEFORE: TimeKind.BEFORE, Lead.AFTER: TimeKind.AFTER, Lead.SINCE: TimeKind.SINCE,
        Lead.FROM: TimeKind.FROM, Lead.BEHIND: TimeKind.SINCE,
        Lead.IN: TimeKind.AHEAD, Lead.SAID: TimeKind.AHEAD, Lead.AGO: TimeKind.AGO, Lead.LAST: TimeKind.SPAN,
    }  # fmt: skip
    if phrase.lead in limits:
        return limits[phrase.lead]
    is_span = isinstance(phrase.expression, Period | Between)
    return TimeKind.SPAN if is_span else TimeKind.POINT


def _when(days: Days, phrase: Phrase, kind: TimeKind, zone: str | None) -> Day | Moment | Window:
    if days.moment:
        return Moment(days.moment.date(), days.moment.time().replace(second=0, microsecond=0), zone)
    if phrase.clock:
        return _moments(days, phrase.clock, zone)
    if kind is TimeKind.AFTER and days.first != days.last and not isinstance(phrase.expression, Between):
        return Day(_next_weekday(days.last))
    if days.first == days.last:
        return Day(days.first)
    if kind is TimeKind.BY and phrase.lead is Lead.BY and _is_limit(phrase):
        return Day(days.first)
    return Window(Day(days.first), Day(days.last))


def _is_limit(phrase: Phrase) -> bool:
    """ "By December" ends where December begins."""
    return isinstance(phrase.expression, Month) and not phrase.expression.part


def _moments(days: Days, clock: Clock, zone: str | None) -> Moment | Window:
    named = clock.zone or zone
    first = Moment(days.first, clock.first, named)
    if clock.last:
        return Window(first, Moment(days.last, clock.last, named))
    return first if days.first == days.last else Window(first, Moment(days.last, clock.first, named))
