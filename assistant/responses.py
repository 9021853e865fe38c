"""What to answer to a message, by what kind of message it was."""

from dataclasses import replace
from datetime import datetime

from assistant.acknowledge import acknowledged, acknowledged_part, undo_button
from assistant.advise import advice_now
from assistant.answers import answer, small_talk
from assistant.echo import echo
from assistant.fact_words import words_of
from assistant.hearing import Hearing
from assistant.history import after_undo
from assistant.letter_asking import is_of_letters, letters_said
from assistant.letters import beside, letters_kept
from assistant.ports import Form
from assistant.press import Press, Verb
from assistant.press_responses import press_response
from assistant.questions import open_questions, question_reply, question_to_ask, was_asked
from assistant.reasons import comforted
from assistant.reply import NOTHING, Choice, Line, Reply, Row, line, saying
from assistant.setting_choices import is_so_already
from assistant.setting_words import setting_words
from assistant.short_cuts import SHORT_CUTS, nothing_changed, put_off
from assistant.undoing import undone
from assistant.wishes import WISHES, wished
from assistant.yours import without_deletion, yours_response
from language.clock_names import place_of
from language.fragments import is_short
from language.placing import read_of
from language.reading import Asks, Chatter
from rules.facts import ZONE_QUESTION, Asked, ChangeAsked, Retracted, SettingChanged, TalkedAbout
from rules.journal import Entry
from rules.preferences import preferences

SILENT = (Form.BLOCKED, Form.RETURNED)
MOST_WORDS_OF_A_PART, MOST_WORDS_OF_A_BEGINNING = 5, 2
SENT = {
    **dict.fromkeys(("voice", "video_note", "audio"), "attachment-recording"),
    **dict.fromkeys(("photo", "video", "animation", "story", "paid_media"), "attachment-picture"),
    **dict.fromkeys(("sticker", "dice", "game"), "attachment-sticker"),
    **dict.fromkeys(("poll", "checklist"), "attachment-poll"),
}
"""What to say to what was sent instead of words, where there is more to say than that."""


def response(hearing: Hearing) -> Reply:
    """The one reply to a message."""
    reply = comforted(without_deletion(_answered(hearing), hearing.earlier), hearing.plan, hearing.now)
    return beside(reply, letters_kept(reply.named, hearing.journal, hearing.plan, hearing.now))


def _answered(hearing: Hearing) -> Reply:
    form = hearing.understood.form
    if form is Form.PLACE and not hearing.facts:
        return saying(line("place-unknown"))
    if form in SILENT:
        return NOTHING
    if form is Form.ATTACHMENT:
        return saying(line(SENT.get(hearing.incoming.text, "attachment")))
    if form is Form.GROUP:
        return _in_group(hearing)
    if hearing.understood.trouble:
        return saying(line(f"file-{hearing.understood.trouble}"))
    if (yours := yours_response(hearing)) is not None:
        return yours
    if form is Form.PRESS:
        return _with_zone_note(_with_next_question(press_response(hearing), hearing), hearing)
    if hearing.understood.unknown_command:
        return saying(line("unknown-command", command=hearing.understood.unknown_command))
    return _with_zone_note(_with_question(_to_text(hearing), hearing), hearing)


def _in_group(hearing: Hearing) -> Reply:
    """One line in each group, to whoever brings the bot there and to whoever tries it."""
    key = f"group {hearing.incoming.text}"
    return NOTHING if key in hearing.plan.said else Reply(saying(line("group")).paragraphs, named=(key,))


def _to_text(hearing: Hearing) -> Reply:
    request = hearing.understood.reading.request
    if request and request.asks is Asks.UNDO:
        return _undone(hearing)
    if request and request.asks is Asks.CANCEL:
        dropped = any(isinstance(fact, Asked | ChangeAsked) for fact in hearing.taken_back)
        return saying(line("question-dropped" if dropped else "no-question"))
    if request and (request.asks is Asks.LATER or (request.asks is Asks.SKIP and not hearing.told)):
        return put_off(request, hearing) + _undo(hearing)
    if request and request.asks in WISHES:
        return wished(request, hearing)
    if request and request.asks in (Asks.MUTE, Asks.UNMUTE) and not hearing.told:
        return nothing_changed(request, hearing)
    letters = letters_said(hearing)
    reply = _beginning(hearing) + _noted(hearing, has_letter=bool(letters.paragraphs))
    reply = beside(reply, letters) + _undo(hearing)
    is_answered = request is not None and request.asks in (*SHORT_CUTS, Asks.LETTER)
    is_told = any(hearing.plan.find(key) for key in reply.named)
    if request and not is_answered and not (request.asks is Asks.NOW and is_told):
        reply += answer(request, hearing.plan, hearing.now)
    return reply + _small_talk(hearing, is_answered=bool(reply.paragraphs))


def _beginning(hearing: Hearing) -> Reply:
    """What comes before everything else: that an edit was read, and what could not be used."""
    unusable = hearing.understood.reading.unusable
    edited = line("edited") if hearing.understood.retracts else None
    refused = (line(each.text, words=each.words) for each in hearing.understood.reading.refused)
    unread = (line("unusable", words=words) for words in unusable)
    return saying(edited, *unread, *refused, _so_already(hearing), _read(hearing))


def _so_already(hearing: Hearing) -> Line | None:
    """What was wanted of the settings and is so anyway."""
    before = preferences(hearing.earlier)
    told = (fact for fact in hearing.understood.reading.facts if isinstance(fact, SettingChanged))
    same = tuple(setting_words((fact.name for fact in told if is_so_already(fact, before)), before))
    return line("setting-so-already", facts=Row(same)) if same else None


def _read(hearing: Hearing) -> Line | None:
    """What a file or a card says, where it is asked which application that is for."""
    asked = [(fact, app) for fact in read_of(hearing.understood.reading) for app in hearing.plan.applications[:1]]
    told = tuple(words for fact, app in asked for words in words_of(fact, app, hearing.plan.calendar))
    return line("file-read", facts=Row(told)) if told else None


def _noted(hearing: Hearing, *, has_letter: bool) -> Reply:
    facts = [fact for fact in hearing.told if not isinstance(fact, Asked) and not is_of_letters(fact)]
    in_pain = hearing.understood.reading.in_pain
    if not facts:
        return saying(line("sorry-pain")) + _comfort(hearing) if in_pain else NOTHING
    if has_letter and all(isinstance(fact, TalkedAbout) for fact in facts):
        return echo(facts, hearing.plan.applications, hearing.plan.calendar)
    if any(isinstance(fact, ChangeAsked) for fact in facts):
        return echo(facts, hearing.plan.applications, hearing.plan.calendar) + saying(line("add-when"))
    is_part = is_short(hearing.incoming.text, MOST_WORDS_OF_A_PART) and hearing.understood.form is Form.TEXT
    is_due = bool(hearing.plan.due(hearing.now))
    if is_part and not in_pain and not is_due and (short := acknowledged_part(facts, hearing.plan)):
        return short
    return acknowledged(facts, hearing.plan, hearing.now, earlier=hearing.earlier, in_pain=in_pain)


def _comfort(hearing: Hearing) -> Reply:
    """After the kind word what there is to do, unless that is asked for and told anyway."""
    return NOTHING if hearing.understood.reading.request else advice_now(hearing.plan, hearing.now, hearing.talked_of)


def _undo(hearing: Hearing) -> Reply:
    is_noted = any(not isinstance(fact, Asked) for fact in hearing.told)
    return Reply(buttons=(undo_button(hearing.incoming.source),)) if is_noted else NOTHING


def _undone(hearing: Hearing) -> Reply:
    if hearing.undone is None:
        return saying(line("nothing-to-undo"))
    return undone(hearing.before, hearing.plan, hearing.now) + Reply(buttons=(after_undo(hearing.undone),))


def _small_talk(hearing: Hearing, *, is_answered: bool) -> Reply:
    reading = hearing.understood.reading
    if reading.chatter in (None, Chatter.OFF_TOPIC) and not is_answered and _is_beginning(hearing):
        return saying(line("go-on"))
    if reading.chatter is not None and not is_answered:
        return small_talk(reading.chatter, hearing.plan, hearing.now, hearing.talked_of)
    asks_or_doubts = reading.request is not None or reading.doubts
    return NOTHING if is_answered or asks_or_doubts else saying(line("not-understood"))


def _is_beginning(hearing: Hearing) -> bool:
    """Whether more may follow: "just finished", "so"."""
    reading = hearing.understood.reading
    return not (reading.request or reading.doubts) and is_short(hearing.incoming.text, MOST_WORDS_OF_A_BEGINNING)


def _with_question(reply: Reply, hearing: Hearing) -> Reply:
    """The reply and the question that is open: a new one, or one that was taken up again, at once; an old one later."""
    again = _taken_up_again(hearing)
    entry = again or question_to_ask(hearing.journal)
    if entry is None:
        return reply
    is_new = again is not None or hearing.incoming.source == entry.source
    return reply + question_reply(entry) if is_new or not reply.buttons else reply


def _with_next_question(reply: Reply, hearing: Hearing) -> Reply:
    """After the answer to one question the next one that was not yet put; after taking an answer back its question."""
    if again := _taken_up_again(hearing):
        return reply + question_reply(again)
    press, entry = hearing.understood.press, question_to_ask(hearing.journal)
    is_answer = press is not None and press.verb is Verb.ANSWER and bool(hearing.facts)
    is_next = is_answer and entry is not None and not was_asked(hearing.journal, entry)
    return reply + question_reply(entry) if entry and is_next else reply


def _taken_up_again(hearing: Hearing) -> Entry | None:
    """The question whose answer was just taken back."""
    back = {number for fact in hearing.taken_back if isinstance(fact, Retracted) for number in fact.entries}
    return next((entry for entry in open_questions(hearing.journal) if entry.number in back), None)


def _with_zone_note(reply: Reply, hearing: Hearing) -> Reply:
    """Once, with the first time that is promised: by which clock, as long as nobody has told."""
    settings = hearing.plan.calendar.preferences
    if settings.is_zone_told or ZONE_QUESTION in hearing.plan.said or not _tells_time(reply):
        return reply
    ask = (Choice(line("button-place"), Press(Verb.PLACE, "zone")),)
    ends_with_undo = [
        choice.press and choice.press.verb for choice in (reply.buttons[-1] if reply.buttons else ())
    ] == [Verb.UNDO]
    rows = (*reply.buttons[:-1], reply.buttons[-1] + ask) if ends_with_undo else (*reply.buttons, ask)
    told = Reply(((line("zone-unknown", zone=place_of(settings.zone)),),), named=(ZONE_QUESTION,))
    return replace(reply + told, buttons=rows)


def _tells_time(reply: Reply) -> bool:
    return any(_has_moment(each) for part in reply.paragraphs for each in part)


def _has_moment(said: Line) -> bool:
    values = said.values.values()
    return any(_has_moment(value) if isinstance(value, Line) else isinstance(value, datetime) for value in values)
