"""Whom to reach and how: the number if it is known, else their own channel, e-mail, Skype. Never in person (F4, F9)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rules.application import Application, Contact
from rules.facts import Channel
from rules.rule import Action, Rule, Urgency

IN_WRITING_FIRST = (Urgency.SECOND, Urgency.CONFIRMED_CALL)


@dataclass(frozen=True, slots=True)
class Reach:
    """A contact, the channel to use, and the number, address or handle."""

    contact: Contact
    channel: Channel
    address: str


def reach(rule: Rule, application: Application, unthanked: Sequence[Contact] = ()) -> Reach | None:
    """How a step of this rule reaches out; None where it does not, or where nobody can be reached yet.

    A thank-you is a letter by e-mail to somebody who is not thanked yet, or to whoever is known if nobody has a name.
    """
    usual = (Channel.PHONE, application.their_channel, Channel.EMAIL, Channel.SKYPE)
    if rule.action is Action.SEND_THANK_YOU:
        return next(_reachable(unthanked or application.contacts, [Channel.EMAIL]), None)
    if rule.action is not Action.FOLLOW_UP:
        return None
    order = (Channel.EMAIL, *usual) if rule.urgency in IN_WRITING_FIRST else usual
    return next(_reachable(application.contacts, [channel for channel in order if channel]), None)


def _reachable(contacts: Sequence[Contact], channels: Sequence[Channel]) -> Iterator[Reach]:
    for channel in channels:
        for contact in contacts:
            if address := contact.address(channel):
                yield Reach(contact, channel, address)
