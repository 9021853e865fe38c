"""What they promised: by when an answer comes, when they call, until when the user has to decide."""

from collections.abc import Iterator
from datetime import date

from language.moment_of_telling import Telling
from language.stories import Event, times_in
from language.strands import Strand
from language.when import TimeKind, TimeSpan
from language.wordsets import word_set
from rules.facts import AnswerPromised, CallArranged, Fact
from rules.moments import Moment, When

_REPORTED = word_set("promises.reported")
_FROM_NOW = word_set("promises.from_now")
_OFFER_TERMS = word_set("promises.offer_terms")
_THEIRS = word_set("promises.theirs")
_CALLS = word_set("promises.calls")
_ARRIVAL = word_set("promises.arrival")
_A_WEEK = 7


def promises(event: Event, strand: Strand, about: str, anchor: date | None, telling: Telling) -> Iterator[Fact]:
    """The promise of an event; `anchor` is the day of the interview, on which "by Friday" was said."""
    offers = strand.of("offer")
    if event.time is None or not _is_theirs(event) or (offers and event.place > offers[0].place):
        return
    is_reported = bool(event.clause.all_words & _REPORTED) or event.match.cue.mood == "any"
    span = _passed(event.time, strand) or _as_said(event.time, anchor if is_reported else None, telling)
    end = telling.end(span)
    if _is_over(span, end, anchor, is_reported, telling):
        return
    is_exact = isinstance(end, Moment) and span.kind is TimeKind.POINT
    if is_exact and (event.means == "called_for" or event.clause.all_words & _CALLS):
        yield CallArranged(about=about, at=end)
    elif event.means == "promised":
        yield AnswerPromised(about=about, by=end)


def offer_deadline(strand: Strand, offer: Event, telling: Telling) -> When | None:
    """Until when the user has to answer an offer."""
    given = {event.clause.number for event in strand.of("deadline")}
    for clause in strand.clauses:
        for item in clause.of_kind("TIME"):
            span = item.value
            is_term = item.start > offer.place and clause.all_words & _OFFER_TERMS
            if (is_term or clause.number in given) and isinstance(span, TimeSpan) and span.last.date >= telling.today:
                return telling.end(span)
    return None


def _is_theirs(event: Event) -> bool:
    """Whether the words are a promise of theirs: not a start date, a guess, a denial, or the user's own duty."""
    words = event.clause.all_words
    is_reported = bool(words & _REPORTED)
    if words & {"start", "assumed", "assume", "notice"}:
        return False
    if not is_reported and event.match.cue.mood != "any":
        is_until = event.time is not None and event.time.text.lower().startswith(("until", "till", "before"))
        is_denied = bool(words & {"no", "not", "never"}) and "yes" not in words and not is_until
        if is_denied or (words & {"got", "received", "had", "came"} and "will" not in words):
            return False
    if "i" in words and words & {"will", "going", "plan"} and not words & _THEIRS:
        return False
    return not ({"i", "to"} <= words and words & {"need", "have", "must"} and "hear" not in words)


def _as_said(span: TimeSpan, anchor: date | None, telling: Telling) -> TimeSpan:
    """The time as it was meant when they said it; "this week" is the week in which it is told."""
    if "this" in span.text.lower().split() and (now := telling.read_again("they will ", span)):
        return now
    if _FROM_NOW & set(span.text.lower().split()) or (span.first.date == telling.today and telling.is_later(span)):
        return span
    if anchor and anchor < telling.today:
        return telling.read_again("they will ", span, anchor) or telling.read_again("they said ", span, anchor) or span
    if span.first.date < telling.today and span.kind not in (TimeKind.SINCE, TimeKind.AGO):
        return telling.read_again("they will ", span, telling.today) or span
    return span


def _passed(span: TimeSpan, strand: Strand) -> TimeSpan | None:
    """ "She said Monday. Monday came, nothing": the same day as it is told later on, when it is over."""
    for other in (time for clause in strand.clauses if clause.all_words & _ARRIVAL for time in times_in(clause)):
        is_after = other.start > span.start and other.is_past
        if is_after and other.day and span.day and (span.day - other.day).days == _A_WEEK:
            return other
    return None


def _is_over(span: TimeSpan, end: When, anchor: date | None, is_reported: bool, telling: Telling) -> bool:
    """Whether it cannot be a promise: over before it was made, or the very day that it was made on."""
    if not is_reported and end.date < telling.today:
        return True
    earliest = anchor or (date.min if is_reported else telling.today)
    same_day = end.date == earliest != telling.today and not isinstance(end, Moment)
    return end.date < earliest or (is_reported and same_day and span.kind is TimeKind.POINT)
