"""A letter asked for, by words or by a button: of which application, what is noted of it, and what is answered."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from functools import reduce

from assistant.hearing import Hearing
from assistant.letter_press import changes_in_place, wish_of
from assistant.letter_recipients import SPOKEN_TOO
from assistant.letter_times import next_letter, timing
from assistant.letters import beside, letter_key, letter_reply, unbrought
from assistant.press import Verb
from assistant.questions import open_questions, question_reply
from assistant.reply import NOTHING, Reply, joined, line, saying
from assistant.understanding import Understood
from language.known import label
from language.reading import Asks, LetterWish
from rules.application import Application
from rules.facts import (
    Asked,
    Channel,
    Fact,
    Letter,
    LetterAsked,
    Nudged,
    Option,
    Register,
    SettingChanged,
    Shown,
    TalkedAbout,
)
from rules.journal import Journal
from rules.plan import Plan

WHICH = "doubt-which-letter"
MOST_OPTIONS = 8
_LATELY = timedelta(hours=1)


def letter_facts(understood: Understood, journal: Journal, plan: Plan, now: datetime) -> tuple[Fact, ...]:
    """What asking for a letter adds to the journal that has all else this message told: the tone, a letter to be kept
    for its day, or the question of which application it is for."""
    found = _wish(understood, journal, plan)
    if found is None:
        return ()
    wish, about = found
    tone = _tone(wish, plan)
    is_known = _is_for_something(wish, about) and (about or not wish.company)
    apps = _meant(wish, about, journal, plan, now) if is_known else []
    if len(apps) > 1:
        return (*tone, Asked(question=WHICH, options=tuple(_option(app, wish, plan, now) for app in apps)))
    kept = (fact for app in apps for each in _each(wish) for fact in _kept(app, each, journal, plan, now))
    return (*tone, *kept)


def letters_said(hearing: Hearing) -> Reply:
    """The letters that a message asked for, or why not yet; those that an answer of the user chose; and the one shown
    last again, once the user has told what they talked about."""
    found = _wish(hearing.understood, hearing.journal, hearing.plan)
    if found is not None and not _asks_which(hearing):
        wish, about = found
        if wish.company and about is None:
            return saying(line("letter-unknown", company=wish.company))
        if not _is_for_something(wish, about):
            tone = line("fact-register", register=hearing.plan.calendar.preferences.register.value)
            return saying(line("noted-setting", facts=tone))
        apps = _meant(wish, about, hearing.journal, hearing.plan, hearing.now)
        told = _together(_letter(app, each, hearing) for app in apps for each in _each(wish))
        return told if apps else saying(line("nothing-known"))
    chosen = [fact for fact in hearing.told if isinstance(fact, LetterAsked)] if found is None else []
    return _together(_chosen(fact, hearing) for fact in chosen) + _again(hearing)


def press_for_letter(hearing: Hearing) -> Reply:
    """The answer to a button: the letter below the message, or in its place if it is the same one in other words."""
    reply = letters_said(hearing)
    if _asks_which(hearing):
        return question_reply(open_questions(hearing.journal)[-1])
    press = hearing.understood.press
    wish = wish_of(press, None) if press else None
    if not reply.paragraphs:
        return Reply(toast=line("old-button"))
    return replace(reply, in_place=wish is not None and changes_in_place(wish))


def is_of_letters(fact: Fact) -> bool:
    """Whether the letters themselves say it back."""
    return isinstance(fact, LetterAsked) or (isinstance(fact, SettingChanged) and fact.name == "register")


def _wish(understood: Understood, journal: Journal, plan: Plan) -> tuple[LetterWish, str | None] | None:
    request, press = understood.reading.request, understood.press
    if request is not None and request.asks is Asks.LETTER:
        return _completed(request.letter or LetterWish(), request.about, understood, journal)
    if press is None or press.verb is not Verb.LETTER:
        return None
    application = next((app for app in plan.applications if app.key == press.on), None)
    wish = wish_of(press, application)
    return (wish, press.on or None) if wish else None


def _together(letters: Iterable[Reply]) -> Reply:
    return reduce(beside, letters, NOTHING)


def _each(wish: LetterWish) -> tuple[LetterWish, ...]:
    """The letters wanted, one by one."""
    return (wish, replace(wish, letter=wish.further)) if wish.further else (wish,)


def _completed(
    wish: LetterWish, about: str | None, understood: Understood, journal: Journal
) -> tuple[LetterWish, str | None]:
    """ "Make it friendlier" means the letter that was shown last; else the application that the message tells of."""
    if wish.is_same and about is None and (shown := _shown_last(journal)):
        return replace(wish, letter=shown[1]), shown[0]
    told = {fact.about for fact in understood.reading.facts if fact.about}
    return wish, about or (told.pop() if len(told) == 1 else None)


def _shown_last(journal: Journal) -> tuple[str, Letter] | None:
    """The application and the kind of the letter that was shown last."""
    for entry in reversed(journal.entries):
        for key in entry.fact.steps if isinstance(entry.fact, Shown) else ():
            kind, _, thing = key.partition(":")
            if kind == "letter":
                about, _, letter = thing.partition(".")
                return about, Letter(letter)
    return None


def _is_for_something(wish: LetterWish, about: str | None) -> bool:
    """A mere wish for another tone, with no letter at hand, is for the letters to come."""
    return not wish.is_same or wish.letter is not None or about is not None


def _meant(wish: LetterWish, about: str | None, journal: Journal, plan: Plan, now: datetime) -> Sequence[Application]:
    """The applications that the letter may be for: those whose letter is due before those that have none now, and of
    several the one that the last reply or nudge gave advice on."""
    if about is not None:
        return [app for app in plan.applications if app.key == about]
    group = next((group for group in _groups(wish, plan, now) if group), [])
    advised = [app for app in group if app.key in _advised(journal, now)]
    meant = advised if len(advised) == 1 else group
    return sorted(meant, key=lambda app: app.last_told)[-MOST_OPTIONS:]


def _advised(journal: Journal, now: datetime) -> frozenset[str]:
    """The applications that the last reply or nudge gave advice on, not long ago and without showing a letter."""
    notes = [(entry.told, entry.fact.steps) for entry in journal.standing if isinstance(entry.fact, Shown | Nudged)]
    told, steps = notes[-1] if notes else (now, ())
    is_letter = any(key.startswith("letter:") for key in steps)
    keys = () if is_letter or now - told > _LATELY else steps
    return frozenset(key.partition(":")[2].partition(".")[0] for key in keys)


def _groups(wish: LetterWish, plan: Plan, now: datetime) -> Iterator[list[Application]]:
    timings = [(app, timing(_letter_for(app, wish, plan, now), app, plan, now)) for app in plan.applications]
    yield [app for app, found in timings if found.is_ready and found.step]
    yield [app for app, found in timings if found.is_ready and app.is_open]
    yield [app for app, found in timings if found.is_kept]
    yield sorted((app for app in plan.applications if app.is_open), key=lambda app: app.last_told)[-1:]
    yield [app for app, found in timings if found.is_ready]
    yield list(plan.applications)


def _kept(app: Application, wish: LetterWish, journal: Journal, plan: Plan, now: datetime) -> Iterator[LetterAsked]:
    """That the letter is wanted, if it is too early for it and this was not said before."""
    found = timing(_letter_for(app, wish, plan, now), app, plan, now)
    is_known = any((fact.about, fact.letter) == (app.key, found.letter) for fact in unbrought(journal))
    if found.is_kept and not is_known:
        yield LetterAsked(about=app.key, letter=found.letter, channel=wish.channel)


def _letter_for(app: Application, wish: LetterWish, plan: Plan, now: datetime) -> Letter:
    """What it is for: as said, else what comes next. What one says on the phone is a follow-up, hardly thanks."""
    coming = wish.letter or next_letter(app, plan, now)
    is_spoken = wish.letter is None and wish.channel is Channel.PHONE and coming not in SPOKEN_TOO
    return Letter.FOLLOW_UP if is_spoken and app.is_open else coming


def _option(app: Application, wish: LetterWish, plan: Plan, now: datetime) -> Option:
    letter = _letter_for(app, wish, plan, now)
    letters = (letter, wish.further) if wish.further else (letter,)
    asked = tuple(LetterAsked(about=app.key, letter=each, channel=wish.channel) for each in letters)
    return Option(label=label(app), facts=asked)


def _tone(wish: LetterWish, plan: Plan) -> tuple[SettingChanged, ...]:
    is_new = wish.register is not None and wish.register is not plan.calendar.preferences.register
    return (SettingChanged(name="register", value=Register(wish.register)),) if is_new and wish.register else ()


def _letter(app: Application, wish: LetterWish, hearing: Hearing) -> Reply:
    letter = _letter_for(app, wish, hearing.plan, hearing.now)
    return letter_reply(letter, wish, app, hearing.plan, hearing.now)


def _chosen(fact: LetterAsked, hearing: Hearing) -> Reply:
    app = next((app for app in hearing.plan.applications if app.key == fact.about), None)
    return _letter(app, LetterWish(fact.letter, fact.channel), hearing) if app else NOTHING


def _again(hearing: Hearing) -> Reply:
    """The thank-you once more, with what the user has just told of the talk."""
    notes = [entry.fact for entry in hearing.journal.entries if isinstance(entry.fact, Shown)]
    shown = notes[-1].steps if notes else ()
    topics = [fact.about for fact in hearing.told if isinstance(fact, TalkedAbout) and fact.about]
    keys = {letter_key(about, Letter.THANK_YOU): about for about in topics}
    apps = [app for app in hearing.plan.applications if app.key in {keys[key] for key in keys if key in shown}]
    return joined(_letter(app, LetterWish(Letter.THANK_YOU), hearing) for app in apps)


def _asks_which(hearing: Hearing) -> bool:
    return any(isinstance(fact, Asked) and fact.question == WHICH for fact in hearing.told)
