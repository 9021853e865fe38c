"""The people at a company, folded from what was said of them piece by piece."""

from collections.abc import Iterable
from dataclasses import replace

from rules.application import Contact, is_same_person
from rules.facts import ContactMet


def contacts_of(met: Iterable[tuple[int, ContactMet]]) -> tuple[Contact, ...]:
    """The contacts of these numbered entries, in the order in which they were first named."""
    contacts: list[Contact] = []
    for number, fact in met:
        known = next((i for i, contact in enumerate(contacts) if _is_about(fact, contact, len(contacts))), None)
        if known is not None:
            contacts[known] = _with(contacts[known], fact, number)
        elif _is_a_wish_of_them_all(fact):
            contacts = [replace(contact, no_calls=True) for contact in contacts]
        else:
            contacts.append(_with(Contact(), fact, number))
    return tuple(contacts)


def _is_about(fact: ContactMet, contact: Contact, known: int) -> bool:
    """An address without a name belongs to the only contact."""
    return is_same_person(contact.name, fact.name) if fact.name and contact.name else known == 1


def _is_a_wish_of_them_all(fact: ContactMet) -> bool:
    """They asked not to be called, and nobody in particular said so."""
    return fact.no_calls and not (fact.name or fact.email or fact.phone or fact.skype)


def _with(contact: Contact, fact: ContactMet, number: int) -> Contact:
    names = [name for name in (contact.name, fact.name) if name]
    return Contact(
        name=max(names, key=len, default=None),
        title=fact.title or contact.title,
        part=fact.part or contact.part,
        email=fact.email or contact.email,
        phone=fact.phone or contact.phone,
        skype=fact.skype or contact.skype,
        linkedin=fact.linkedin or contact.linkedin,
        card=fact.card or contact.card,
        no_calls=fact.no_calls or contact.no_calls,
        told=(*contact.told, number),
    )
