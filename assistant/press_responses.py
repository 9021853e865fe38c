"""What to answer to a pressed button: in place of the message it was below, or as a short toast."""

from dataclasses import replace
from datetime import datetime

from assistant.acknowledge import acknowledged, undo_button
from assistant.advise import step_reply, worth_saying
from assistant.card_presses import card_press_response, is_of_cards
from assistant.hearing import Hearing
from assistant.history import after_undo
from assistant.letter_asking import is_of_letters, letters_said, press_for_letter
from assistant.press import Press, Verb
from assistant.pressing import snooze_choices, snooze_moments
from assistant.reply import NOTHING, Choice, Line, Reply, line, saying
from assistant.settings import SETTING_VERBS, setting_response
from assistant.steps import answer_buttons, labelled, step_line
from assistant.timeline_words import DARK, picture_reply
from assistant.undoing import undone
from assistant.why import why
from rules.facts import WHEN_BACK, Nudged, Shown
from rules.journal import Journal
from rules.plan import Plan, Step
from rules.rulebook import CHECK_IN_UNKNOWN, HOW_DID_IT_GO


def press_response(hearing: Hearing) -> Reply:
    """The answer to a press. One that was dealt with before, or that comes too late, is answered politely."""
    press = hearing.understood.press
    if press is None:
        return Reply(toast=line("old-button"))
    if is_of_cards(press):
        return card_press_response(press, hearing)
    if press.verb is Verb.OVERVIEW:
        return picture_reply(hearing.plan, hearing.now, is_dark=press.choice == DARK)
    if press.verb in SETTING_VERBS:
        return setting_response(press, hearing)
    if press.verb in (Verb.WHY, Verb.LATER, Verb.WHEN):
        step = hearing.plan.find(press.on)
        if step is None:
            return Reply(toast=line("already-settled"))
        return why(step, hearing.plan, hearing.now) if press.verb is Verb.WHY else _when_later(press, step, hearing)
    if press.verb is Verb.LETTER:
        return press_for_letter(hearing)
    if not hearing.facts:
        return _nothing_to_do(press, hearing)
    if press.verb is Verb.SNOOZE:
        return _snoozed(press, hearing)
    if press.verb is Verb.UNDO:
        taken_back = undone(hearing.before, hearing.plan, hearing.now)
        reply = taken_back + _beside(press, hearing, taken_back)
        return replace(reply + Reply(buttons=(after_undo(int(press.on)),)), in_place=True)
    return _acknowledged(press, hearing)


def _acknowledged(press: Press, hearing: Hearing) -> Reply:
    told = [fact for fact in hearing.told if not is_of_letters(fact)]
    reply = acknowledged(told, hearing.plan, hearing.now, earlier=hearing.earlier) + letters_said(hearing)
    return _in_place(reply + _beside(press, hearing, reply), hearing)


def _snoozed(press: Press, hearing: Hearing) -> Reply:
    """The step with the moment at which it comes back."""
    step = hearing.plan.find(press.on)
    reply = step_reply(step, hearing.plan, hearing.now) if step else NOTHING
    return _in_place(reply + _beside(press, hearing, reply), hearing)


def _in_place(reply: Reply, hearing: Hearing) -> Reply:
    return replace(reply + Reply(buttons=(undo_button(hearing.incoming.source),)), in_place=True)


def _beside(press: Press, hearing: Hearing, reply: Reply) -> Reply:
    """What else the pressed message said and is still open: the answer takes its place and must not lose it."""
    pressed = _pressed_key(press, hearing.before)
    said = set(_said_with(press, pressed, hearing.journal)) - {pressed, *reply.named}
    left = [step for step in hearing.plan.open(hearing.now) if step.key in said]
    touched = {fact.about for fact in (*hearing.told, *hearing.taken_back)}
    mine = touched or {_application_of(pressed, hearing.before)}
    beside = NOTHING
    for step in sorted(worth_saying(tuple(left)), key=lambda step: step.application.key not in mine):
        is_other = step.application.key not in mine
        beside += _still_open(step, hearing, is_other=is_other, is_alone=not (reply + beside).buttons)
    return beside


def _still_open(step: Step, hearing: Hearing, *, is_other: bool, is_alone: bool) -> Reply:
    """A step beside the one pressed; of its buttons only what cannot be taken for a button of that one."""
    if is_other or is_alone:
        return step_reply(step, hearing.plan, hearing.now, named=is_other, among_others=is_other)
    words = step_reply(step, hearing.plan, hearing.now, named=False, buttons=False)
    answers = answer_buttons(step)
    return words + Reply(buttons=(tuple(answers),) if answers else ())


def _said_with(press: Press, pressed: str, journal: Journal) -> tuple[str, ...]:
    """The keys of the steps that the pressed message named: one that an arrival told, or the latest with that step."""
    notes = [(entry, entry.fact) for entry in reversed(journal.entries)]
    if press.verb is Verb.UNDO:
        return next((n.steps for e, n in notes if isinstance(n, Shown) and str(e.source) == press.on), ())
    return next((n.steps for _, n in notes if isinstance(n, Shown | Nudged) and pressed in n.steps), ())


def _pressed_key(press: Press, plan: Plan) -> str:
    """The key of the step whose button it was; of a feeling the step that asked for it."""
    if press.verb is not Verb.FEEL:
        return press.on
    asking = (step for step in plan.steps if step.rule in (HOW_DID_IT_GO, CHECK_IN_UNKNOWN))
    return next((step.key for step in asking if press.on.startswith(f"{step.application.key}.")), press.on)


def _application_of(key: str, plan: Plan) -> str | None:
    step = plan.find(key)
    return step.application.key if step else None


def _nothing_to_do(press: Press, hearing: Hearing) -> Reply:
    step = hearing.plan.find(press.on)
    if press.verb is Verb.SNOOZE and step is not None:
        return Reply(toast=_comes_back(press, step, hearing))
    return Reply(toast=line("already-taken-back" if press.verb is Verb.UNDO else "already-settled"))


def _comes_back(press: Press, step: Step, hearing: Hearing) -> Line:
    """When a step comes back that was put off before; or that it cannot be put off until then."""
    chosen = next((ring.at for ring in step.rings if ring.is_chosen and ring.at > hearing.now), None)
    if chosen is not None:
        return line("remind", when=chosen)
    is_over = snooze_moments(hearing.plan.calendar, hearing.now).get(press.choice, hearing.now) <= hearing.now
    return line("later-passed") if is_over else line("later-too-late", closes=step.closes)


def _when_later(press: Press, step: Step, hearing: Hearing) -> Reply:
    if press.verb is Verb.WHEN:
        return _another_day(step, hearing)
    if not snooze_choices(step, hearing.plan.calendar, hearing.now):
        return Reply(toast=line("later-too-late", closes=step.closes))
    reply = choices_of_moments(step, hearing.plan, hearing.now)
    return replace(reply + _beside(Press(Verb.LATER, step.key), hearing, reply), in_place=True)


def _another_day(step: Step, hearing: Hearing) -> Reply:
    """Asks for the day; what is written next is read as an answer."""
    words = labelled(step, step_line(step, hearing.plan, hearing.now))
    asks = line("later-name-day-before", closes=step.closes) if step.rule.closes else line("later-name-day")
    reply = saying(words) + saying(asks)
    beside = _beside(Press(Verb.LATER, step.key), hearing, reply)
    return replace(reply + beside, in_place=True, named=(f"{WHEN_BACK}{step.key}",))


def choices_of_moments(step: Step, plan: Plan, now: datetime) -> Reply:
    """The step with the moments at which it may come back as buttons."""
    words = labelled(step, step_line(step, plan, now))
    names = snooze_choices(step, plan.calendar, now)
    buttons = [Choice(line(f"button-{name}"), Press(Verb.SNOOZE, step.key, name)) for name in names]
    if names:
        buttons.append(Choice(line("button-another-day"), Press(Verb.WHEN, step.key)))
    rows = tuple(tuple(buttons[i : i + 2]) for i in range(0, len(buttons), 2))
    asks = saying(line("later-when")) if names else NOTHING
    return replace(saying(words) + asks, buttons=rows, named=(f"{WHEN_BACK}{step.key}",) if names else ())
