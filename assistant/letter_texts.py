"""The words of one letter: which texts of the catalogue it is made of, for its purpose, its tone and its channel."""

from dataclasses import dataclass

from assistant.letter_phrases import Setting, greeting, hello, job, phrases, signature
from assistant.reply import InFull, Line, Value, line
from assistant.steps import last_moment
from rules.facts import Channel, Feeling, Letter

OPENINGS, WISHES = 3, 4
"""How many there are. They have no common divisor: so many people times so many get letters of their own."""
QUESTIONS = {
    Letter.THANK_YOU: "letter-question-reply",
    Letter.REPLY: "letter-question-reply",
    Letter.OFFER: "letter-question-offer",
    Letter.FEEDBACK: "letter-question-feedback",
    Letter.MISSED_CALL: "letter-question-date",
    Letter.NEW_DATE: "letter-question-date",
    Letter.WITHDRAWAL: "letter-question-withdrawal",
}


@dataclass(frozen=True, slots=True)
class Words:
    """A letter's words, ready for the catalogue: the texts to copy, each under a heading if there are two."""

    texts: tuple[Line, ...]
    subject: Line | None = None
    headings: tuple[Line, ...] = ()


def words_of_letter(letter: Letter, channel: Channel, setting: Setting) -> Words:
    """The letter, or on the phone what to say and what to leave on a voicemail."""
    if channel is Channel.PHONE:
        return _spoken(letter, setting)
    register = setting.register.value
    by_mail = channel is Channel.EMAIL
    closing = f"letter-closing-{register}" if by_mail else "letter-closing-skype"
    page = line(
        "letter-page",
        greeting=greeting(setting),
        body=_body(letter, setting),
        closing=Line(closing, {"signature": signature(setting)}),
    )
    subject = Line(f"letter-subject-{name_of(letter, setting)}", {"job": job(setting)})
    return Words((page,), subject if by_mail else None)


def name_of(letter: Letter, setting: Setting) -> str:
    """What the letter is: the second follow-up of a turn is another one than the first."""
    turn = setting.application.turn
    is_second = letter is Letter.FOLLOW_UP and turn is not None and bool(turn.follow_ups)
    return "second" if is_second else letter.value


def _body(letter: Letter, setting: Setting) -> Line:
    values, register = phrases(setting), setting.register.value
    if letter is Letter.THANK_YOU:
        return _thanks(setting, values)
    sentences = _sentences(letter, setting, values)
    return Line(f"letter-{name_of(letter, setting)}-{register}", values | sentences)


def _thanks(setting: Setting, values: dict[str, Value]) -> Line:
    """Another opening and another wish for each of the people of an application; after an interview that felt bad none
    that speaks of interest."""
    people, register = setting.application.contacts, setting.register.value
    number = people.index(setting.contact) if setting.contact in people else 0
    opening = "sober" if setting.application.feeling is Feeling.BAD else "opening"
    return line(
        "letter-thanks",
        opening=Line(f"letter-thanks-{opening}-{number % OPENINGS + 1}-{register}", values),
        wish=Line(f"letter-thanks-wish-{number % WISHES + 1}-{register}", values),
    )


def _sentences(letter: Letter, setting: Setting, values: dict[str, Value]) -> dict[str, Value]:
    """The sentences of a letter that depend on what is known."""
    app = setting.application
    match letter:
        case Letter.FOLLOW_UP:
            return _of_follow_up(setting, values)
        case Letter.REPLY:
            is_call = app.their_channel is Channel.PHONE
            return {"answer": line("letter-gap-said" if is_call else "letter-gap-answer")}
        case Letter.OFFER:
            until = app.offer.deadline if app.offer else None
            if until is None:
                return {"time": _toned("letter-time", setting, values)}
            told: Value = InFull(last_moment(until, setting.calendar))
            return {"time": _toned("letter-time-deadline", setting, values | {"deadline": told})}
        case Letter.WITHDRAWAL:
            made = "offer" if app.offer else "considering"
            return {"thanks": _toned(f"letter-thanks-{made}", setting, values)}
    return {}


def _of_follow_up(setting: Setting, values: dict[str, Value]) -> dict[str, Value]:
    turn = setting.application.turn
    asked = turn.follow_ups[-1] if turn and turn.follow_ups else None
    promise = turn.promise if turn else None
    day: dict[str, Value] = {"asked-day": InFull(setting.calendar.date_of(asked.at))} if asked else {}
    until: dict[str, Value] = {"promised": InFull(promise.until)} if promise else {}
    before = "letter-asked-day" if asked and asked.is_dated else "letter-asked"
    return {
        "asked": _toned(before, setting, values | day),
        "patience": _toned("letter-patience-promised" if promise else "letter-patience", setting, until),
        "interest": _toned("letter-interest-topic" if setting.topic else "letter-interest", setting, values),
    }


def _toned(text: str, setting: Setting, values: dict[str, Value]) -> Line:
    return Line(f"{text}-{setting.register.value}", values)


def _spoken(letter: Letter, setting: Setting) -> Words:
    values = phrases(setting)
    matter = Line(f"letter-matter-{name_of(letter, setting)}", values)
    question = line(QUESTIONS.get(letter, "letter-question"))
    said = values | {"hello": hello(setting), "matter": matter, "question": question}
    texts = (_toned("letter-script", setting, said), _toned("letter-message", setting, said))
    return Words(texts, headings=(line("letter-call"), line("letter-voicemail")))
