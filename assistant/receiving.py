"""What came beside words: a file fetched and read, a shared contact, a pasted signature."""

from dataclasses import replace
from functools import partial

from assistant.effort import Effort
from assistant.ports import Document, Incoming, Messenger, Refused, SharedContact
from language.received import Card, Received, Trouble, received
from language.signatures import signature
from rules.calendar import country_of
from rules.journal import Journal
from rules.preferences import preferences

MOST_BYTES = 5_000_000


async def with_file(incoming: Incoming, messenger: Messenger, effort: Effort) -> Incoming:
    """The message with what its file holds, read beside the event loop. Raises TryLater."""
    document = incoming.document
    if document is None:
        return incoming
    return replace(incoming, received=await _read(document, messenger, effort))


def without_file(incoming: Incoming) -> Incoming:
    """The message when its file could not be fetched, however often it was tried."""
    return replace(incoming, received=Received(trouble=Trouble.NOT_FETCHED))


async def _read(document: Document, messenger: Messenger, effort: Effort) -> Received:
    if document.size > MOST_BYTES:
        return Received(trouble=Trouble.TOO_BIG)
    try:
        content = await messenger.fetch(document, MOST_BYTES)
    except Refused:
        return Received(trouble=Trouble.NOT_FETCHED)
    return await effort.spent(partial(received, document.name, document.mime, content), is_long=True)


def received_with(incoming: Incoming, journal: Journal) -> Received | None:
    """What the message brings beside its words, if it brings anything."""
    if incoming.received is not None:
        return replace(incoming.received, words=incoming.text)
    if incoming.contact is not None:
        return _shared(incoming.contact)
    told = preferences(journal)
    signed = signature(incoming.text, told.country or country_of(told.zone))
    return Received(cards=(signed,)) if signed else None


def _shared(contact: SharedContact) -> Received:
    """The name and the number as they were shared, and what the card in it says besides."""
    if contact.is_own:
        return Received(trouble=Trouble.OWN_CONTACT)
    card = Card(name=contact.name or None, phone=contact.phone)
    if contact.card:
        besides = received("contact.vcf", "text/vcard", contact.card.encode()).cards
        card = replace(besides[0], name=card.name or besides[0].name, phone=card.phone) if besides else card
    return Received(cards=(card,))
