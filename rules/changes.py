"""What a changed detail tells: amendments of what was said before, so that nothing is known twice."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from rules import facts as f
from rules.application import Application, Contact
from rules.facts import Detail
from rules.journal import Entry, Journal
from rules.moments import Day, Moment, When

Value = str | When | f.Feeling | f.ContactMet | None
"""What is right now; None where there is nothing any more."""
TOLD_OF_INTERVIEW = f.InterviewPlanned | f.InterviewMoved | f.InterviewCancelled | f.InterviewHeld
OF_CONTACT = (Detail.NAME, Detail.PART, Detail.PHONE, Detail.EMAIL, Detail.SKYPE, Detail.LINKEDIN)
A_WHILE = timedelta(hours=1)
"""For how long the next message may be what somebody wanted to change a detail to."""


def open_change(journal: Journal, now: datetime) -> f.ChangeAsked | None:
    """The change that was asked for last, if nothing was told since and it is not long ago."""
    kept = (entry for entry in reversed(journal.entries) if entry.number not in journal.retracted)
    last = next((entry for entry in kept if not isinstance(entry.fact, f.Shown | f.Nudged | f.Retracted)), None)
    if last is None or not isinstance(last.fact, f.ChangeAsked) or now - last.told > A_WHILE:
        return None
    return last.fact


@dataclass(frozen=True)
class Changing:
    """An application whose details are changed, and the journal that tells of it."""

    journal: Journal
    application: Application

    def to(self, wish: f.ChangeAsked, value: Value) -> tuple[f.Fact, ...]:
        """The facts after which this is the value of that detail; none if it is already."""
        told = {entry.number: entry.fact for entry in self.journal.standing}
        changes = self._changes(wish, value)
        return tuple(fact for fact in changes if not isinstance(fact, f.Amended) or fact.fact != told[fact.entry])

    def without_interview(self, number: int) -> tuple[f.Fact, ...]:
        """An interview removed, with how it felt and what it was about."""
        told = [entry for entry in self._told if getattr(entry.fact, "interview", None) == number]
        alone = [each.number for each in self.application.interviews] == [number]
        beside = [entry for entry in self._those(f.Felt, f.TalkedAbout) if alone and entry not in told]
        return self._removed([*told, *beside])

    def without_contact(self, which: int) -> tuple[f.Fact, ...]:
        contact = self.contact(which)
        return self._removed(self._of(contact)) if contact else ()

    def forgotten(self) -> tuple[f.Fact, ...]:
        """The whole application removed."""
        return self._removed(self._told)

    def contact(self, which: int) -> Contact | None:
        """The contact of which that entry tells."""
        return next((contact for contact in self.application.contacts if which in contact.told), None)

    @property
    def _told(self) -> list[Entry]:
        return [entry for entry in self.journal.standing if entry.fact.about == self.application.key]

    def _those(self, *kinds: type[f.Fact]) -> list[Entry]:
        return [entry for entry in self._told if isinstance(entry.fact, kinds)]

    def _of(self, contact: Contact) -> list[Entry]:
        return [entry for entry in self._told if entry.number in contact.told]

    def _removed(self, entries: Sequence[Entry]) -> tuple[f.Fact, ...]:
        numbers = tuple(entry.number for entry in entries)
        return (f.Retracted(about=self.application.key, entries=numbers),) if numbers else ()

    def _instead(self, entry: Entry, **fields: object) -> f.Fact:
        fact = replace(entry.fact, **fields)  # type: ignore[arg-type]
        return f.Amended(about=self.application.key, entry=entry.number, fact=fact)

    def _changes(self, wish: f.ChangeAsked, value: Value) -> Iterator[f.Fact]:
        match wish.detail, value:
            case ((Detail.COMPANY | Detail.ROLE), str()):
                yield self._named(wish.detail, value)
            case Detail.INTERVIEW, Day() | Moment():
                yield from self._dated(wish.which, value)
            case Detail.FEELING, f.Feeling():
                yield self._felt(wish.which, value)
            case Detail.PROMISE, Day() | Moment() | None:
                yield self._promised(value)
            case Detail.DEADLINE, Day() | Moment():
                yield from (self._instead(entry, deadline=value) for entry in self._those(f.OfferMade)[-1:])
            case Detail.PERSON, f.ContactMet():
                yield replace(value, about=self.application.key)
            case detail, (str() | None) if detail in OF_CONTACT:
                yield from self._reached(wish, value)

    def _named(self, detail: Detail, name: str) -> f.Fact:
        told = [entry for entry in self._those(f.Applied) if getattr(entry.fact, detail.value)]
        if told:
            return self._instead(told[-1], **{detail.value: name})
        key = self.application.key
        return f.Applied(about=key, company=name) if detail is Detail.COMPANY else f.Applied(about=key, role=name)

    def _dated(self, number: int | None, at: When) -> Iterator[f.Fact]:
        """The time of an interview, put right where it was told: by the report, else by what fixed it."""
        told = [entry for entry in self._told if isinstance(entry.fact, TOLD_OF_INTERVIEW)]
        mine = [entry for entry in told if getattr(entry.fact, "interview", None) == number]
        helds = [entry for entry in mine if isinstance(entry.fact, f.InterviewHeld)]
        fixings = [entry for entry in mine if isinstance(entry.fact, f.InterviewPlanned | f.InterviewMoved)]
        dated = [entry for entry in helds if entry.fact.happened]
        if dated or not fixings:
            yield from (self._instead(entry, happened=at) for entry in (dated or helds)[-1:])
        else:
            yield self._instead(fixings[-1], at=at)

    def _felt(self, number: int | None, feeling: f.Feeling) -> f.Fact:
        last = self.application.held[-1].number if self.application.held else None
        own = (number, None) if number == last else (number,)
        told = [entry for entry in self._those(f.Felt) if getattr(entry.fact, "interview", None) in own]
        if told:
            return self._instead(told[-1], feeling=feeling, interview=number)
        return f.Felt(about=self.application.key, feeling=feeling, interview=number)

    def _promised(self, by: When | None) -> f.Fact:
        key, told = self.application.key, self._those(f.AnswerPromised, f.NoDatePromised)
        right = f.AnswerPromised(about=key, by=by) if by else f.NoDatePromised(about=key)
        turn = self.application.turn
        if not told or turn is None or not (turn.promise or turn.is_date_refused):
            return right
        return f.Amended(about=key, entry=told[-1].number, fact=replace(right, happened=told[-1].fact.happened))

    def _reached(self, wish: f.ChangeAsked, value: str | None) -> Iterator[f.Fact]:
        """A name goes for everything told of the contact, a way to reach them for what was told last."""
        contact = self.contact(wish.which) if wish.which else None
        mine = self._of(contact) if contact else []
        saying = [entry for entry in mine if getattr(entry.fact, wish.detail.value)]
        is_of_all = wish.detail is Detail.NAME or value is None
        told = (saying if is_of_all else saying[-1:]) or (mine[-1:] if value else [])
        yield from (self._instead(entry, **{wish.detail.value: value}) for entry in told)
