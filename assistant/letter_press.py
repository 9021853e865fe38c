"""The buttons that bring a letter: what is wished for, within the 64 bytes that a button can carry."""

from assistant.press import Press, Verb
from language.reading import LetterWish
from rules.application import Application
from rules.facts import Channel, Letter, Register

PART = "."


def letter_press(application: Application | None, wish: LetterWish) -> Press:
    """The press that asks for this letter. Somebody is meant by their number among the contacts."""
    names = [contact.name for contact in application.contacts] if application else []
    person = str(names.index(wish.name)) if wish.name in names else ""
    parts = (wish.letter or "", wish.channel or "", wish.register or "", person)
    return Press(Verb.LETTER, application.key if application else "", PART.join(parts))


def changes_in_place(wish: LetterWish) -> bool:
    """Whether it is the letter below which the button stands, in other words."""
    return wish.register is not None or wish.channel is not None


def wish_of(press: Press, application: Application | None) -> LetterWish | None:
    """What the press asks for; None if it is not one of ours."""
    parts = press.choice.split(PART)
    if len(parts) != 4:
        return None
    letter, channel, register, person = parts
    try:
        wish = LetterWish(
            Letter(letter) if letter else None,
            Channel(channel) if channel else None,
            Register(register) if register else None,
        )
    except ValueError:
        return None
    contacts = application.contacts if application else ()
    is_known = person.isdecimal() and int(person) < len(contacts)
    return LetterWish(wish.letter, wish.channel, wish.register, contacts[int(person)].name if is_known else None)
