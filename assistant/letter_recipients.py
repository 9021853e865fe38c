"""Whom a letter is for, and by which channel it goes, from the contacts on file."""

from collections.abc import Sequence

from assistant.letter_times import Timing
from language.reading import LetterWish
from rules.application import Application, Contact, is_same_person
from rules.facts import Channel, Letter

IN_WRITING = (Channel.EMAIL, Channel.SKYPE, Channel.PHONE)
SPOKEN_TOO = (Letter.FOLLOW_UP, Letter.MISSED_CALL, Letter.NEW_DATE)
"""What one may as well call for, where a number is known."""


def recipients(timing: Timing, wish: LetterWish, application: Application) -> Sequence[Contact | None]:
    """Everybody who is to get one: each interviewer a thank-you, else the one to reach."""
    contacts = application.contacts
    if wish.name:
        named = [one for one in contacts if one.name and is_same_person(one.name, wish.name)]
        return named[:1] or [Contact(name=wish.name)]
    if timing.letter is Letter.THANK_YOU and application.held:
        unthanked = application.unthanked(application.held[-1].end)
        return unthanked or contacts[:1] or [None]
    return [_to_reach(timing, wish, application)]


def channel_for(contact: Contact | None, timing: Timing, wish: LetterWish, application: Application) -> Channel:
    """The channel wished for; else the one that the step advises; else in writing, where there is an address."""
    if wish.channel:
        return wish.channel
    reach = timing.step.reach if timing.step else None
    if reach and contact == reach.contact:
        return reach.channel
    if contact is None or any(one.email for one in application.contacts):
        return Channel.EMAIL
    return next((channel for channel in IN_WRITING if contact.address(channel)), Channel.EMAIL)


def other_channel(channel: Channel, letter: Letter, application: Application) -> Channel | None:
    """The channel that is one tap away: writing instead of calling, or the other way round."""
    if channel is Channel.PHONE:
        return Channel.EMAIL
    can_call = any(contact.address(Channel.PHONE) for contact in application.contacts)
    return Channel.PHONE if can_call and letter in SPOKEN_TOO else None


def _to_reach(timing: Timing, wish: LetterWish, application: Application) -> Contact | None:
    contacts = application.contacts
    if wish.channel:
        with_address = [one for one in contacts if one.address(wish.channel)]
        if with_address:
            return with_address[0]
    if timing.step and timing.step.reach:
        return timing.step.reach.contact
    reachable = [one for channel in IN_WRITING for one in contacts if one.address(channel)]
    return next(iter((*reachable, *contacts)), None)
