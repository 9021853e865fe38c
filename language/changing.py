"""What a message says is right now, after the user wanted to change a detail; nothing if it is about something else."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from language.contacts import Reach
from language.known import same_company
from language.reading import Asks, Chatter, Reading, Request
from language.when import TimeSpan, read_times
from language.wordsets import word_set
from rules import facts as f
from rules.application import Application
from rules.changes import Changing, Value, open_change
from rules.facts import Detail, Feeling
from rules.journal import Journal
from rules.moments import Moment, When

_LEAD = re.compile(
    r"(?:(?:no|actually|sorry|oh|ok|okay)[, ]+)*"
    r"(?:(?:it|s?he|the (?:company|firm|role|job|position|title|name)|(?:his|her|their|my|the) (?:name|role|job|title))"
    r"(?:'s|’s| is| was) |its (?=called|named))?(?:(?:called|named) )?",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"(?:as )?(?:an?|the) ", re.IGNORECASE)
_NUMBER = re.compile(r"\+?[\d\s()/.-]{4,30}")
_HANDLE = re.compile(r"[a-zA-Z][\w.,:-]{2,40}")
_MOST_WORDS_OF_A_NAME, _LONGEST_NAME = 6, 60
_MOST_WORDS_BESIDE_A_TIME = 5
_OF_NAMES = (f.Applied, f.ContactMet)
_OF_TIMES = (
    f.InterviewPlanned, f.InterviewMoved, f.InterviewHeld, f.AnswerPromised, f.CallArranged, f.OfferMade, f.Amended,
)  # fmt: skip
_ASKING = word_set("questions.asking")
_NO_TALK = (None, Chatter.UNREADABLE, Chatter.OFF_TOPIC, Chatter.CHAT, Chatter.FOREIGN)


@dataclass(frozen=True, slots=True)
class Said:
    """A message that may be a value, written at `now`: `meant` is what it tells on its own merits."""

    text: str
    now: datetime
    zone: str | None
    reaches: Sequence[Reach]
    feeling: Feeling | None
    meant: Callable[[], Reading]


def change_said(said: Said, journal: Journal, known: Sequence[Application]) -> Reading | None:
    """The change that a message makes, if one was asked for and it says what is right; None if it changes nothing."""
    wish = open_change(journal, said.now)
    application = next((one for one in known if wish and one.key == wish.about), None)
    if wish is None or application is None:
        return None
    value = _value(wish, application, said)
    facts = Changing(journal, application).to(wish, value) if value is not None else ()
    return Reading(facts=facts) if facts else None


def _value(wish: f.ChangeAsked, application: Application, said: Said) -> Value:
    """The value of the detail that was asked for; None if the message is none."""
    match wish.detail:
        case Detail.FEELING:
            return said.feeling
        case Detail.INTERVIEW:
            return _interview_time(wish, application, said)
        case Detail.PROMISE | Detail.DEADLINE:
            span = _time(said, "they answer by")
            return span.last if span else None
        case Detail.PERSON:
            return _person(said)
        case Detail.COMPANY:
            return _name(said, of=application)
        case Detail.NAME:
            return _name(said)
        case Detail.ROLE | Detail.PART:
            name = _name(said)
            return name[article.end() :] if name and (article := _ARTICLE.match(name)) else name
    return _address(wish.detail, said)


def _interview_time(wish: f.ChangeAsked, application: Application, said: Said) -> When | None:
    """The day and hour said; an hour alone is meant for the day that is known."""
    interview = next((each for each in application.interviews if each.number == wish.which), None)
    if interview is None or not (span := _time(said, "it was on" if interview.is_held else "it is on")):
        return None
    if span.is_hour and isinstance(span.first, Moment) and interview.at:
        return Moment(interview.at.date, span.first.time, span.first.zone)
    return span.first


def bare_name(said: Said) -> str | None:
    """The message as a name, if it is nothing else."""
    return _name(said)


def bare_time(said: Said) -> TimeSpan | None:
    """The one time of a message that says when an interview is."""
    return _time(said, "interview")


def _time(said: Said, lead: str) -> TimeSpan | None:
    """The one time of a message that says little else."""
    text = f"{lead} {said.text}"
    spans = read_times(text, said.now.replace(tzinfo=None), zone=said.zone)
    if not spans or said.text.rstrip().endswith("?"):
        return None
    beside = text[: spans[-1].start].removeprefix(lead).split() + text[spans[-1].end :].split()
    is_brief = len(beside) <= _MOST_WORDS_BESIDE_A_TIME
    return spans[-1] if is_brief and _is_only(said.meant(), _OF_TIMES) else None


def _name(said: Said, of: Application | None = None) -> str | None:
    """The words as a name, without what leads to it; of a company, perhaps its full name."""
    text = said.text.strip(" .!\"'“”")
    name = text[_LEAD.match(text).end() :].strip(" .!\"'“”")  # type: ignore[union-attr]
    is_name = 0 < len(name) <= _LONGEST_NAME and len(name.split()) <= _MOST_WORDS_OF_A_NAME and "\n" not in name
    if not is_name or name.endswith("?"):
        return None
    meant = said.meant()
    return name if _is_only(meant, _OF_NAMES) or (of and _is_name_of(of, name, meant)) else None


def _is_name_of(application: Application, name: str, meant: Reading) -> bool:
    """Whether it is the name alone, written in full: on its own merits, that asks how things stand there."""
    is_asked = set(name.lower().split()) & _ASKING
    is_same = application.company is not None and same_company(name, application.company)
    how_it_stands = Reading(request=Request(Asks.NOW, application.key), about=application.key)
    return is_same and not is_asked and meant == how_it_stands


def _person(said: Said) -> f.ContactMet | None:
    met = next((fact for fact in _told(said.meant()) if isinstance(fact, f.ContactMet)), None)
    if met or not (name := _name(said)):
        return met
    return f.ContactMet(name=name)


def _address(detail: Detail, said: Said) -> str | None:
    found = next((reach.value for reach in said.reaches if reach.kind == detail.value), None)
    whole = said.text.strip(" .!")
    shape = {Detail.PHONE: _NUMBER, Detail.SKYPE: _HANDLE}.get(detail)
    is_bare = shape is not None and shape.fullmatch(whole) and _is_only(said.meant(), _OF_NAMES)
    return found or (whole if is_bare else None)


def _is_only(meant: Reading, kinds: tuple[type[f.Fact], ...]) -> bool:
    """Whether a message tells and asks nothing but what such a value may look like."""
    asks = meant.request is not None and not (meant.request.asks is Asks.NOW and meant.facts)
    is_quiet = not asks and meant.chatter in _NO_TALK and not meant.unusable
    return is_quiet and all(isinstance(fact, kinds) for fact in _told(meant))


def _told(meant: Reading) -> Iterator[f.Fact]:
    yield from meant.facts
    yield from (fact for doubt in meant.doubts for option in doubt.options for fact in option.facts)
