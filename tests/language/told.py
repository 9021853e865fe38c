"""The annotation of the reading material: what a line says is told, and what a reading tells, as comparable sets."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from language.reading import Asks, Chatter, Reading, Topic
from language.sentences import SentenceReader
from rules import facts
from rules.facts import Fact
from rules.journal import Journal
from rules.moments import Moment, When

NOW = datetime(2026, 3, 4, 15, 0, tzinfo=UTC)
MATERIAL = Path(__file__).parent / "material"
KINDS = {
    facts.InterviewHeld: "held",
    facts.Thanked: "thanked",
    facts.FollowedUp: "followed",
    facts.TheyReplied: "replied",
    facts.Rejected: "rejected",
    facts.OfferMade: "offer",
    facts.Withdrew: "withdrew",
}
OWN = frozenset(
    ["co", "role", "who", "mail", "phone", "feel", "by", "deadline", "plan", "next", "card", "q", *KINDS.values()]
)
Told = frozenset[tuple[str, str]]


@dataclass(frozen=True)
class Line:
    """A message and what it tells. `is_known_failure` marks what is not understood yet: the list has to shrink."""

    text: str
    told: Told
    is_known_failure: bool


def lines(file: str) -> list[Line]:
    written = (MATERIAL / file).read_text(encoding="utf-8").splitlines()
    return [_line(one) for one in written if one and not one.startswith("#")]


def _line(written: str) -> Line:
    text, _, told = written.partition(" |")
    return Line(text.removeprefix("?"), frozenset(_told(told)), written.startswith("?"))


def _told(written: str) -> Iterator[tuple[str, str]]:
    key, words = "", ""
    for word in [*written.replace(" + ", " ").split(), "end="]:
        name, is_key, value = word.partition("=")
        if not (is_key and name in OWN | {"end"}):
            words += f" {word}"
            continue
        yield from ((key, one.lower() if key != "held" else one[:5]) for one in words.split(",") if key)
        key, words = name, value
    if "off" in written.split():
        yield "off", ""


def told_by(text: str) -> Told:
    reading = SentenceReader().read(text, Journal(default_zone="Europe/London"), NOW)
    journal = Journal().noting(reading.facts, NOW)
    return frozenset([pair for entry in journal.standing for pair in _of(entry.fact)] + list(_besides(reading)))


def _of(fact: Fact) -> Iterator[tuple[str, str]]:
    match fact:
        case facts.Applied(company=company, role=role):
            yield from ((key, value.lower()) for key, value in (("co", company), ("role", role)) if value)
        case facts.ContactMet(name=name, email=email, phone=phone, card=card):
            yield from ((key, value.lower()) for key, value in (("who", name), ("mail", email)) if value)
            yield from [("phone", "".join(filter(str.isdigit, phone)))] if phone else []
            yield from [("card", "-")] if card else []
        case facts.Felt(feeling=feeling):
            yield "feel", feeling
        case facts.AnswerPromised(by=when) | facts.CallArranged(at=when):
            yield "by", _day(when)
        case facts.InterviewPlanned(at=at) | facts.InterviewMoved(at=at):
            yield "plan", _day(at) + (f"t{at.time:%H:%M}" if isinstance(at, Moment) else "")
        case facts.NextRound():
            yield "next", "-"
        case facts.FollowedUp(times=times) if times > 1:
            yield "followed", f"x{times}"
        case facts.OfferAnswered(accepted=False):
            yield "withdrew", "-"
        case _ if type(fact) in KINDS:
            yield KINDS[type(fact)], _day(fact.happened)
    if isinstance(fact, facts.OfferMade) and fact.deadline:
        yield "deadline", _day(fact.deadline)


def _besides(reading: Reading) -> Iterator[tuple[str, str]]:
    if reading.request and reading.request.asks in (Asks.NOW, Asks.ETIQUETTE, Asks.OTHER):
        is_other = reading.request.asks is Asks.OTHER or reading.request.topic is Topic.SILENCE
        yield "q", "other" if is_other else "now"
    if reading.chatter is Chatter.OFF_TOPIC:
        yield "off", ""
    yield from (("followed", "-") for doubt in reading.doubts if doubt.question == "doubt-when-followed-up")


def _day(when: When | None) -> str:
    return f"{when.date:%m-%d}" if when else "-"


def at_least(told: Told) -> Told:
    """Without what follows from the rest: an interview was held if it is told how it felt."""
    return (
        frozenset(pair for pair in told if pair != ("held", "-"))
        if {"feel", "thanked"} & {k for k, _ in told}
        else told
    )
