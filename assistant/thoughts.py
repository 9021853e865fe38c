"""A thought sent in several short messages: "just finished", "at acme", "went great" is read as one sentence."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from assistant.ports import Form, Incoming, Reader
from language.fragments import is_short, joined
from language.reading import Asks, Chatter, Reading
from rules import facts as f
from rules.journal import Entry, Journal

IN_ONE_BREATH = timedelta(minutes=2)
"""No longer apart, two messages may be one thought."""
WISHES = (f.SettingChanged, f.WordsKept, f.Muted, f.Unmuted, f.Snoozed, f.Skipped, f.LetterAsked)
ASIDES = (Chatter.THANKS, Chatter.CHAT, Chatter.WILLING)
"""Said to us, and nothing of what happened."""


@dataclass(frozen=True, slots=True)
class Thought:
    """What several messages mean together; it stands in the place of the `entries` that they told one by one."""

    reading: Reading
    entries: tuple[int, ...]


def thought(incoming: Incoming, alone: Reading, journal: Journal, reader: Reader) -> Thought | None:
    """What the message means with those just before it, where that is more than it means `alone`."""
    parts = _before(incoming, journal, reader) if _may_go_on(incoming, alone) else []
    if not parts:
        return None
    told = tuple(number for part in parts for number in _told(part, journal))
    if alone.facts and told:
        return None
    earlier = journal.noting([f.Retracted(entries=told)], incoming.sent_at) if told else journal
    least = max(len(alone.facts), len(told))
    texts = joined([part.text for part in parts], incoming.text)
    readings = [reader.read(text, earlier, incoming.sent_at) for text in texts]
    before = _regardless_of_key(entry.fact for entry in journal.standing if entry.number in told)
    fitting = [each for each in readings if len(each.facts) >= max(least, 1)]
    fitting = [each for each in fitting if _regardless_of_key(each.facts) != before and _is_of_one(each)]
    best = max(fitting, key=_worth, default=None)
    return Thought(best, told) if best else None


def _before(incoming: Incoming, journal: Journal, reader: Reader) -> list[Incoming]:
    """The short messages of one application, without a longer pause or anything else between them and this one, oldest
    first.
    """
    parts: list[Incoming] = []
    following: datetime = incoming.sent_at
    about: set[str] = set()
    for each in reversed(incoming.before()):
        if following - each.sent_at > IN_ONE_BREATH or not _is_part(each, journal, reader):
            break
        about |= {entry.fact.about for entry in journal.tellings(each.source) if entry.fact.about}
        if len(about) > 1:
            break
        parts.insert(0, each)
        following = each.sent_at
    return parts


def _is_part(each: Incoming, journal: Journal, reader: Reader) -> bool:
    """Whether it told something that happened, or nothing at all: what was wished, asked or answered is over."""
    if each.form is not Form.TEXT or not is_short(each.text):
        return False
    noted = journal.from_source(each.source)
    told = [entry.fact for entry in noted if not isinstance(entry.fact, f.Shown | f.Retracted)]
    if told:
        return not any(isinstance(fact, WISHES) for fact in told) and not _was_a_change(noted[0], journal)
    return not noted and _is_free(reader.read(each.text, journal, each.sent_at))


def _was_a_change(first: Entry, journal: Journal) -> bool:
    """Whether the telling that begins there says what a detail was to be changed to."""
    earlier = (e.fact for e in reversed(journal.entries[: journal.entries.index(first)]))
    told = next((fact for fact in earlier if not isinstance(fact, f.Shown | f.Nudged)), None)
    return isinstance(told, f.ChangeAsked)


def _may_go_on(incoming: Incoming, alone: Reading) -> bool:
    """Not an answer, not thanks, and no request but one to be reminded "today", which may as well be when it was."""
    asked = alone.request
    is_bare_day = asked is not None and asked.asks is Asks.LATER and asked.when is not None and asked.is_bare
    is_part = (_is_free(alone) or (is_bare_day and not alone.refused)) and alone.chatter not in ASIDES
    return incoming.form is Form.TEXT and is_short(incoming.text) and is_part and not alone.answer and not alone.doubts


def _is_free(reading: Reading) -> bool:
    """Whether it asks for nothing and wishes for nothing, not even in vain."""
    wishes = any(isinstance(fact, WISHES) for fact in reading.facts)
    return reading.request is None and not reading.refused and not wishes


def _is_of_one(reading: Reading) -> bool:
    return len({fact.about for fact in reading.facts if fact.about}) <= 1


def _told(part: Incoming, journal: Journal) -> Iterator[int]:
    entries = journal.tellings(part.source)
    return (entry.number for entry in entries if not isinstance(entry.fact, f.Retracted))


def _regardless_of_key(facts: Iterable[f.Fact]) -> list[f.Fact]:
    """The facts to compare with others told anew: those of a new application have another key."""
    return [replace(fact, about=None) for fact in facts]


def _worth(reading: Reading) -> tuple[bool, int]:
    """A reading that knows the company is worth more; of such the one that tells more; of equals the first."""
    named = any(isinstance(fact, f.Applied) and fact.company for fact in reading.facts)
    return named, len(reading.facts)
