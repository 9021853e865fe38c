"""Where what came in a file belongs: facts of the application meant, or one question which it is."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from language.clues import Clues, candidates, house_of, is_agency, spelled
from language.known import label
from language.reading import Doubt, Reading
from language.received import Card, Invitation, Received
from language.rescheduling import Known, already, told_for_another_time, told_without
from language.rounds import stage_named
from rules.application import Application, is_same_person
from rules.facts import Applied, ContactMet, Fact, InterviewMoved, InterviewPlanned, Option
from rules.fold import applications
from rules.journal import Journal
from rules.moments import Moment, When
from rules.preferences import preferences

MOST_OFFERED = 6
ANOTHER = "option-another"
WHOSE_CONTACT, WHOSE_INTERVIEW, MOVED = QUESTIONS = ("doubt-whose-contact", "doubt-whose-interview", "doubt-moved")
AppliedIn = Callable[[str], Applied | None]
FactsFor = Callable[[str], tuple[Fact, ...]]


@dataclass(frozen=True)
class _Place:
    """The applications that come into question, and the company and the role of a new one, if it `is_new`."""

    among: Sequence[Application]
    company: str | None = None
    role: str | None = None
    is_new: bool = False


def reading_of(received: Received, journal: Journal, now: datetime, applied_in: AppliedIn) -> Reading:
    """What is to be noted of it. `applied_in` tells the company and the role that a text names."""
    desk = _Desk(journal, now, applied_in)
    for invitation in received.invitations:
        desk.take(invitation, received.words)
    desk.place_people(received.cards, received.words)
    return Reading(tuple(desk.facts), doubts=tuple(desk.doubts))


class _Desk:
    """The journal while one thing after the other is put where it belongs."""

    def __init__(self, journal: Journal, now: datetime, applied_in: AppliedIn) -> None:
        self._journal = journal
        self._now = now
        self._applied_in = applied_in
        self.facts: list[Fact] = []
        self.doubts: list[Doubt] = []

    def take(self, invitation: Invitation, words: str) -> None:
        known = already(invitation, self._when(invitation.at), self._journal)
        if known.is_found:
            self._note([*known.facts, *self._people_of(known, invitation)])
        elif not invitation.is_cancelled:
            place = self._place_of(invitation, f"{words} {invitation.title}")
            if len(place.among) == 1 and (doubt := self._moved_or_more(place.among[0], invitation)):
                self.doubts.append(doubt)
                return
            self._put(place, lambda about: self._planned(about, invitation), WHOSE_INTERVIEW)

    def place_people(self, cards: Sequence[Card], words: str) -> None:
        """Each card where it belongs; for all that may belong to several applications, one question."""
        unsure: dict[tuple[str, ...], list[Card]] = {}
        places: dict[tuple[str, ...], _Place] = {}
        for card in cards:
            place = self._place_of_card(card, words)
            if place.is_new or (len(place.among) == 1 and place.company is None):
                self._put(place, lambda about, card=card: self._met(about, [card]), WHOSE_CONTACT)  # type: ignore[misc]
                continue
            key = (*(one.key for one in place.among), place.company or "")
            unsure.setdefault(key, []).append(card)
            places[key] = place
        for key, group in unsure.items():
            self._put(places[key], lambda about, group=group: self._met(about, group), WHOSE_CONTACT)  # type: ignore[misc]

    def _put(self, place: _Place, facts: FactsFor, question: str) -> None:
        fresh = self._journal.new_application()
        new = (Applied(about=fresh, company=place.company, role=place.role), *facts(fresh))
        if place.is_new or not place.among:
            self._note(new)
        elif len(place.among) == 1 and place.company is None:
            self._note(facts(place.among[0].key))
        else:
            options = [Option(label=label(one), facts=facts(one.key)) for one in place.among[:MOST_OFFERED]]
            options.append(Option(label=place.company or ANOTHER, facts=new))
            self.doubts.append(Doubt(question, tuple(options)))

    def _note(self, facts: Iterable[Fact]) -> None:
        told = tuple(facts)
        self.facts += told
        self._journal = self._journal.noting(told, self._now)

    def _place_of(self, invitation: Invitation, words: str) -> _Place:
        """Known by a name or an address; else the company that the words name, else that of the sender's address."""
        known = applications(self._journal)
        senders = [card.email for card in invitation.people if card.email]
        names = tuple(card.name for card in invitation.people if card.name)
        if pointed := Clues(people=names, emails=tuple(senders), words=words).pointed(known):
            return _Place(pointed)
        house = next((house for each in senders if (house := house_of(each))), None)
        written = spelled(house, words) if house else None
        named = self._applied_in(words)
        company = _as_written(named.company if named else None, written, words)
        role = named.role if named and named.role and _is_set_off(named.role, words) else None
        return self._of_company(company, role, known) if company else self._of_nobody(known)

    def _place_of_card(self, card: Card, words: str) -> _Place:
        known = applications(self._journal)
        named = self._applied_in(words) if words and not card.company else None
        company = card.company or (named.company if named else None)
        companies = (company,) if company else ()
        clues = Clues(companies, (card.name,) if card.name else (), (card.email,) if card.email else (), words)
        if pointed := clues.pointed(known):
            return _Place(pointed)
        house = house_of(card.email) if card.email else None
        company = company or (spelled(house, words) if house else None)
        place = self._of_nobody(known)
        if company is None or is_agency(company):
            return place
        if len(place.among) == 1 and place.among[0].company is None:
            return place
        return _Place(place.among, company, is_new=not place.among)

    def _of_company(self, company: str, role: str | None, known: Sequence[Application]) -> _Place:
        """An application that has no company yet, if it is the only one; else a new one."""
        nameless = [one for one in known if one.is_open and one.company is None]
        if len(nameless) == 1:
            self._note([Applied(about=nameless[0].key, company=company, role=None if nameless[0].role else role)])
            return _Place(nameless)
        return _Place((), company, role, is_new=True)

    def _of_nobody(self, known: Sequence[Application]) -> _Place:
        among = candidates(known, self._now)
        return _Place(among, is_new=not among)

    def _moved_or_more(self, app: Application, invitation: Invitation) -> Doubt | None:
        """The question what it is, where the user told of an interview at another time."""
        fixed = told_for_another_time(app, self._journal, self._now)
        new, *people = self._planned(app.key, invitation)
        if fixed is None or not isinstance(new, InterviewPlanned) or new.interview == fixed.number:
            return None
        if fixed.stage and new.stage and fixed.stage is not new.stage:
            return None
        moved = InterviewMoved(
            about=app.key, interview=fixed.number, at=new.at, invitation=new.invitation, revision=new.revision
        )
        told = {"option-moved": (moved, *people), "option-one-more": (new, *people)}
        return Doubt(MOVED, tuple(Option(label=label, facts=facts) for label, facts in told.items()), app.key)

    def _planned(self, about: str, invitation: Invitation) -> tuple[Fact, ...]:
        at = self._when(invitation.at)
        app = self._known(about)
        told = told_without(at, app, self._journal) if app else None
        planned = InterviewPlanned(
            about=about,
            interview=told.number if told else self._journal.new_interview(about),
            at=at,
            stage=stage_named(invitation.title.lower()),
            invitation=invitation.uid,
            revision=invitation.revision,
        )
        return (planned, *self._met(about, invitation.people))

    def _people_of(self, known: Known, invitation: Invitation) -> tuple[Fact, ...]:
        return self._met(known.about, invitation.people) if known.about and not invitation.is_cancelled else ()

    def _met(self, about: str, cards: Iterable[Card]) -> tuple[Fact, ...]:
        """The people, without those of whom nothing is new."""
        app = self._known(about)
        return tuple(_contact(about, card) for card in cards if not (app and _is_known(card, app)))

    def _known(self, about: str) -> Application | None:
        return next((one for one in applications(self._journal) if one.key == about), None)

    def _when(self, at: When) -> When:
        """On the user's clock; where no zone is told, not even by the user, it is read in the first they will tell."""
        told = preferences(self._journal)
        if not isinstance(at, Moment):
            return at
        if at.zone is None:
            return Moment(at.date, at.time, told.zone if told.is_zone_told else None)
        local = at.instant(told.zone_info).astimezone(told.zone_info)
        return Moment(local.date(), local.time(), told.zone)


def _as_written(named: str | None, house: str | None, words: str) -> str | None:
    """The company of the sender's address as the words write it, in full if they name more of it."""
    if named and house and named.casefold().startswith(house.casefold()):
        return named
    return house if house and house in words else named or house


def _is_set_off(role: str, words: str) -> bool:
    """ "Acme - Data Analyst", "Acme (Data Analyst)", "Data Analyst interview", but not "Acme recruiter call"."""
    said = re.escape(role)
    return re.search(rf"[-–—/|(:]\s*{said}|{said} (?:interview|position|role)\b", words, re.IGNORECASE) is not None


def _contact(about: str, card: Card) -> ContactMet:
    """An agency stays with what its recruiter does: the application is one with the employer."""
    part = ", ".join(filter(None, (card.part, card.company))) if is_agency(card.company) else card.part
    return ContactMet(
        about=about, name=card.name, part=part or None, email=card.email, phone=card.phone, linkedin=card.linkedin
    )


def _is_known(card: Card, app: Application) -> bool:
    for contact in app.contacts:
        is_same = bool(card.name and contact.name) and is_same_person(card.name or "", contact.name or "")
        told = (card.email, card.phone, card.linkedin, card.part)
        if is_same and all(
            each in (None, contact.email, contact.phone, contact.linkedin, contact.part) for each in told
        ):
            return True
    return False


def read_of(reading: Reading) -> tuple[Fact, ...]:
    """What was read and nobody knows yet where it belongs."""
    doubts = (doubt for doubt in reading.doubts if doubt.question in QUESTIONS)
    asked = (doubt.options[-1 if doubt.question == MOVED else 0] for doubt in doubts)
    return tuple(fact for option in asked for fact in option.facts if not isinstance(fact, Applied))
