"""To be reminded later, no more, or again, said in words: of one application, or of what was advised last."""

from collections.abc import Sequence
from datetime import time, timedelta

from language.ahead_of import moment_before
from language.cues import find
from language.marks import Item
from language.reading import Asks, Request
from language.when import TimeSpan
from language.wordsets import word_set
from rules.application import Application
from rules.calendar import EVENING
from rules.moments import Day, Moment, When

_SOFT = word_set("pending.soft")
_ASKS = {"later": Asks.LATER, "ahead": Asks.LATER, "put_off": Asks.LATER, "mute": Asks.MUTE, "unmute": Asks.UNMUTE}
_DENYING = frozenset(["not", "never", "stop"])
_LIMITS = ("before", "until", "till")
_LONGEST = 14
_HOURS = {"noon": time(12), "afternoon": time(15), "evening": EVENING, "night": EVENING}


def delay_in(items: Sequence[Item], known: Sequence[Application], *, awaits_promise: bool) -> Request | None:
    """What the whole message asks for. Where an answer's day was asked for, "not before Monday" tells that."""
    words = words_of(items, known)
    means = {match.cue.means for match in find("delays", words)} if len(words) <= _LONGEST else set()
    means -= {"put_off"} if awaits_promise and "TODAY" not in words else set()
    asks = next((_ASKS[each] for each in ("unmute", "mute", "ahead", "later", "put_off") if each in means), None)
    if asks is None:
        return None
    named = [key for item in items for key in _named(item, known)]
    if asks is Asks.LATER and "ahead" in means:
        about, at = moment_before(" ".join(map(_said, items)), named[0] if named else None, known)
        return Request(asks, about=about, when=at)
    if not named and "NONE" in words:
        return Request(Asks.LIST)
    times = [item.value for item in items if isinstance(item.value, TimeSpan)]
    when = hour_meant(times[-1]) if times else None
    if when and "TODAY" in words and _DENYING & set(words):
        when = Day(when.date + timedelta(days=1))
    return Request(asks, about=named[0] if named else None, when=when)


def hour_meant(time: TimeSpan) -> When:
    """The moment to be reminded at: in the evening for "tonight", a mere day where no hour was said."""
    at = time.first
    hour = _HOURS.get(time.part or "")
    return Moment(at.date, hour) if hour and isinstance(at, Day) else at


def words_of(items: Sequence[Item], known: Sequence[Application]) -> list[str]:
    """The words, with a known company as ONE and any other as NONE."""
    words = [_word(item, known) for item in items if item.word[0].isalnum() and item.word not in _SOFT]
    return [word for n, word in enumerate(words) if word != "ONE" or words[n - 1 : n] != ["ONE"]]


def _said(item: Item) -> str:
    return item.value.text.lower() if isinstance(item.value, TimeSpan) else item.word


def _word(item: Item, known: Sequence[Application]) -> str:
    if _named(item, known):
        return "ONE"
    if isinstance(item.value, TimeSpan) and item.value.text.lower().startswith(_LIMITS):
        return "UNTIL"
    if isinstance(item.value, TimeSpan) and item.value.text.lower() == "today":
        return "TODAY"
    return "NONE" if item.word == "COMPANY" else item.word


def _named(item: Item, known: Sequence[Application]) -> list[str]:
    """The applications whose company the item names, or a word of it that is long enough to tell."""
    said = (str(item.value) if item.word == "COMPANY" else item.word).casefold()
    companies = [(one.key, one.company.casefold()) for one in known if one.company]
    return [key for key, company in companies if said == company or (item.word == "COMPANY" and said in company)]
