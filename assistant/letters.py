"""Letters said: the words to copy with subject and address, or why not yet; and the letters kept for their day."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from assistant.echo import company_of
from assistant.letter_phrases import Setting
from assistant.letter_press import changes_in_place, letter_press, wish_of
from assistant.letter_recipients import channel_for, other_channel, recipients
from assistant.letter_rules import LETTERS
from assistant.letter_texts import Words, name_of, words_of_letter
from assistant.letter_times import Timing, timing
from assistant.ports import MOST_COPIED
from assistant.press import Press, Verb
from assistant.reply import NOTHING, Choice, Line, Reply, Row, joined, line, saying
from assistant.steps import CANNOT_BE_DONE
from language.reading import LetterWish
from rules.application import Application, Contact
from rules.facts import Channel, Letter, LetterAsked, Nudged, Register, Shown
from rules.journal import Journal
from rules.plan import Plan

MOST_AT_ONCE = 3
_SEVERAL = 2


@dataclass(frozen=True, slots=True)
class Sheet:
    """One letter: to whom, by which channel, in which words."""

    contact: Contact | None
    channel: Channel
    words: Words

    @property
    def address(self) -> str | None:
        return self.contact.address(self.channel) if self.contact else None


def letter_reply(letter: Letter, wish: LetterWish, application: Application, plan: Plan, now: datetime) -> Reply:
    """The letter, if it is its time; otherwise the reason, and when it comes."""
    found = timing(letter, application, plan, now)
    return found.reason + _ready(found, wish, application, plan) if found.is_ready else found.reason


def letters_kept(named: Sequence[str], journal: Journal, plan: Plan, now: datetime) -> Reply:
    """The letters asked for too early whose steps are named here and open by now."""
    steps = [step for step in plan.open(now) if step.key in named and step.rule.id in LETTERS]
    asked = {(step.application.key, LETTERS[step.rule.id]): step.application for step in steps}
    wanted = {(fact.about, fact.letter): fact for fact in unbrought(journal)}
    kept = [
        (application, letter_reply(letter, LetterWish(letter, wanted[key, letter].channel), application, plan, now))
        for (key, letter), application in asked.items()
        if (key, letter) in wanted and letter_key(key, letter) not in named
    ]
    told = kept if len(kept) < _SEVERAL else [(app, _of_company(reply, app)) for app, reply in kept]
    return joined(saying(line("letter-kept-for-you")) + reply for _, reply in told)


def _of_company(reply: Reply, application: Application) -> Reply:
    """The same with the company on every button, since others have a letter beside it."""
    rows = tuple(
        tuple(replace(c, label=line("button-for", button=c.label, company=company_of(application))) for c in row)
        for row in reply.buttons
    )
    return replace(reply, buttons=rows)


def beside(reply: Reply, letters: Reply) -> Reply:
    """The letters below what is said already: no button twice, and none for another tone, which would take the place of
    the whole message, where the step's own button brings the letter in a message of its own."""
    there = {choice.press for row in reply.buttons for choice in row if choice.press}
    has_own = any(press.verb is Verb.LETTER for press in there)
    rows = (
        tuple(choice for choice in row if choice.press not in there and not (has_own and _changes(choice)))
        for row in letters.buttons
    )
    return reply + replace(letters, buttons=tuple(row for row in rows if row))


def unbrought(journal: Journal) -> Iterable[LetterAsked]:
    """The letters that were asked for and not brought since."""
    brought = {key: e.number for e in journal.entries if isinstance(e.fact, Shown | Nudged) for key in e.fact.steps}
    for entry in journal.standing:
        fact = entry.fact
        if not isinstance(fact, LetterAsked) or fact.about is None or fact.letter is None:
            continue
        if brought.get(letter_key(fact.about, fact.letter), 0) < entry.number:
            yield fact


def letter_key(about: str, letter: Letter) -> str:
    """How a reply that brought this letter is noted."""
    return f"letter:{about}.{letter}"


def _ready(found: Timing, wish: LetterWish, application: Application, plan: Plan) -> Reply:
    register = wish.register or plan.calendar.preferences.register
    people = recipients(found, wish, application)
    sheets = [_sheet(person, found, wish, application, plan, register) for person in people[:MOST_AT_ONCE]]
    told = joined(_told(sheet, found.letter, application, plan, register) for sheet in sheets)
    ask = _ask_topic(found.letter, application, plan, is_again=bool(wish.register or wish.channel))
    rows = (*_copies(sheets), *_others(found, people[MOST_AT_ONCE:], application))
    rows += (_ways(found, wish, sheets[0], application, register), *_done(found))
    named = (*((found.step.key,) if found.step else ()), letter_key(application.key, found.letter))
    hint = saying(line("letter-fill-in"), line("letter-ask-topic") if ask else None)
    return replace(told + hint, buttons=rows, named=(*named, *ask))


def _changes(choice: Choice) -> bool:
    wish = wish_of(choice.press, None) if choice.press and choice.press.verb is Verb.LETTER else None
    return wish is not None and changes_in_place(wish)


def _sheet(
    person: Contact | None, found: Timing, wish: LetterWish, app: Application, plan: Plan, register: Register
) -> Sheet:
    channel = channel_for(person, found, wish, app)
    setting = Setting(app, person, plan, register)
    return Sheet(person, channel, words_of_letter(found.letter, channel, setting))


def _told(sheet: Sheet, letter: Letter, app: Application, plan: Plan, register: Register) -> Reply:
    kind = line(f"letter-name-{name_of(letter, Setting(app, sheet.contact, plan, register))}")
    name = sheet.contact.called if sheet.contact else None
    company = company_of(app)
    heading = (
        line("letter-heading", company=company, letter=kind, name=name)
        if name
        else line("letter-heading-nobody", company=company, letter=kind)
    )
    words = sheet.words
    is_number = sheet.channel is Channel.PHONE
    to = line("letter-number" if is_number else "letter-to", address=sheet.address) if sheet.address else None
    head = [to] if to else []
    head += [line("letter-subject", subject=words.subject)] if words.subject else []
    told = saying(heading) + saying(line("letter-head", lines=Row(tuple(head), is_list=True)) if head else None)
    for number, text in enumerate(words.texts):
        told += saying(words.headings[number]) if words.headings else NOTHING
        told += saying(text)
    return told


def _copies(sheets: Sequence[Sheet]) -> Iterable[tuple[Choice, ...]]:
    """What one tap copies beside the letter. Addresses carry the name where there are several."""
    subject = sheets[0].words.subject
    several = len(sheets) > 1
    choices = [Choice(line("button-copy-subject"), copies=subject)] if subject else []
    choices += [
        Choice(_copy_label(sheet, several=several), copies=line("option-name", name=sheet.address))
        for sheet in sheets
        if sheet.address and len(sheet.address) <= MOST_COPIED
    ]
    return [tuple(choices[i : i + 2]) for i in range(0, len(choices), 2)]


def _copy_label(sheet: Sheet, *, several: bool) -> Line:
    name = sheet.contact.called if sheet.contact else None
    if several and name:
        return line("button-copy-of", name=name)
    return line("button-copy-number" if sheet.channel is Channel.PHONE else "button-copy-address")


def _others(found: Timing, people: Sequence[Contact | None], app: Application) -> Iterable[tuple[Choice, ...]]:
    """The interviewers for whom there was no room."""
    for person in people:
        if person is not None and person.name:
            press = letter_press(app, LetterWish(found.letter, name=person.name))
            yield (Choice(line("button-letter-for", name=person.name), press),)


def _ways(found: Timing, wish: LetterWish, sheet: Sheet, app: Application, register: Register) -> tuple[Choice, ...]:
    """The same letter in the other tone, or by the other channel."""
    is_formal = register is Register.FORMAL
    other = Register.FRIENDLY if is_formal else Register.FORMAL
    label = line("button-friendly") if is_formal else line("button-formal")
    same = replace(wish, letter=found.letter, register=other)
    tones = (Choice(label, letter_press(app, same)),)
    channel = other_channel(sheet.channel, found.letter, app)
    if channel is None:
        return tones
    way = line("button-as-call") if channel is Channel.PHONE else line("button-as-email")
    return (*tones, Choice(way, letter_press(app, replace(same, channel=channel, register=register))))


def _done(found: Timing) -> Iterable[tuple[Choice, ...]]:
    """Sent: settles the step that the letter belongs to."""
    if found.step is not None and found.step.rule not in CANNOT_BE_DONE:
        yield (Choice(line("button-done"), Press(Verb.DONE, found.step.key)),)


def _ask_topic(letter: Letter, app: Application, plan: Plan, *, is_again: bool) -> tuple[str, ...]:
    """The key under which it is noted that we asked what they talked about; empty if it is known or was asked."""
    if letter is not Letter.THANK_YOU or not app.held or app.held[-1].topic:
        return ()
    key = f"topic:{app.key}.i{app.held[-1].number}"
    return () if key in plan.said and not is_again else (key,)
