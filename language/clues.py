"""What names and addresses say of a company, and which of the applications known they point to."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from language.known import same_company
from language.wordsets import told_words
from rules.application import Application, is_same_person

RECENTLY = timedelta(minutes=10)
_SHARED = told_words("cards", "shared_domains")
_SECOND_LEVELS = told_words("cards", "second_levels")
_AGENCIES = told_words("cards", "agencies")
_WORD = re.compile(r"[^\W_]+(?:[&'’.-][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Clues:
    """What something says of where it belongs: companies and people named, addresses, words written with it."""

    companies: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    words: str = ""

    def pointed(self, known: Sequence[Application]) -> list[Application]:
        """The applications that they point to: by the company, else by somebody known there."""
        return [one for one in known if self._names_company(one)] or [one for one in known if self._names_person(one)]

    def _names_company(self, one: Application) -> bool:
        name = one.company
        if name is None:
            return False
        is_written = re.search(rf"(?<!\w){re.escape(name.casefold())}(?!\w)", self.words.casefold()) is not None
        houses = (house for each in self.emails if (house := house_of(each)))
        return (
            is_written
            or any(same_company(each, name) for each in self.companies)
            or any(is_house(house, name) for house in houses)
        )

    def _names_person(self, one: Application) -> bool:
        full = [name for name in self.people if " " in name]
        known = [contact.name for contact in one.contacts if contact.name]
        is_named = any(is_same_person(name, other) for name in full for other in known if " " in other)
        return is_named or any(contact.email in self.emails for contact in one.contacts if contact.email)


def house_of(email: str) -> str | None:
    """The name in a company's domain: "acme" of dana@mail.acme.co.uk; None where anybody may have an address."""
    labels = email.rpartition("@")[2].lower().split(".")[:-1]
    while len(labels) > 1 and labels[-1] in _SECOND_LEVELS:
        labels.pop()
    return labels[-1] if labels and labels[-1] not in _SHARED else None


def is_house(house: str, company: str) -> bool:
    """Whether a domain's name is a company's: "acme" or "acme-robotics" of Acme Robotics GmbH."""
    words = [word.casefold() for word in _WORD.findall(company)]
    runs = {"".join(words[:end]) for end in range(1, len(words) + 1)}
    return house.replace("-", "") in {re.sub(r"\W", "", run) for run in runs}


def spelled(house: str, words: str) -> str:
    """The company of a domain as it is written beside it, else with a capital."""
    return next((word for word in _WORD.findall(words) if is_house(house, word)), house.title())


def is_agency(company: str | None) -> bool:
    """Whether its name says that it finds people for others."""
    return bool(set((company or "").casefold().split()) & _AGENCIES)


def candidates(known: Iterable[Application], now: datetime) -> list[Application]:
    """What something without a name may be about: the application told of a moment ago, else any that is open."""
    opened = [one for one in known if one.is_open]
    latest = max(opened, key=lambda one: one.last_told, default=None)
    return [latest] if latest and now - latest.last_told <= RECENTLY else opened
