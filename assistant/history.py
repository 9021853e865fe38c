"""The last things that the user told, each with a button that takes it back or brings it back."""

from collections.abc import Iterator
from dataclasses import replace

from assistant.echo import company_of, own_words
from assistant.fact_words import words_of
from assistant.pages import rows_of
from assistant.press import Press, Verb
from assistant.reply import Choice, Line, Reply, Row, line, saying
from assistant.tellings import Told, last_told
from assistant.undoing import difference
from rules.calendar import Calendar
from rules.facts import Fact
from rules.fold import applications
from rules.journal import Journal
from rules.plan import Plan
from rules.preferences import preferences

LISTED = "list"
"""The choice of a press whose answer is the list again."""
MOST_WORDS = 4
IN_A_ROW = 5


def after_undo(source: int) -> tuple[Choice, ...]:
    """The row below an undo: it brings that telling back, or shows what else there is to take back."""
    redo = Choice(line("button-redo"), Press(Verb.REDO, str(source)))
    return (redo, Choice(line("button-history"), Press(Verb.HISTORY, "")))


def history(plan: Plan) -> Reply:
    """The last things told, said back, with a button each."""
    told = last_told(plan.journal)
    if not told:
        return saying(line("history-none"))
    lines = tuple(_line(number, each, plan) for number, each in enumerate(told, start=1))
    buttons = [_button(number, each) for number, each in enumerate(told, start=1)]
    reply = saying(line("history", steps=Row(lines, is_list=True)))
    return Reply(reply.paragraphs, rows_of(buttons, IN_A_ROW))


def _button(number: int, told: Told) -> Choice:
    text, verb = ("button-undo-number", Verb.UNDO) if told.is_standing else ("button-redo-number", Verb.REDO)
    return Choice(line(text, number=number), Press(verb, str(told.source), LISTED))


def _line(number: int, told: Told, plan: Plan) -> Line:
    """One of them: when it was told, and what it changed at the time."""
    words = Row(tuple(_words(told, plan)) or (line("history-question"),))
    text = "history-line" if told.is_standing else "history-line-undone"
    return line(text, number=number, when=told.entries[0].told, facts=words)


def _words(told: Told, plan: Plan) -> Iterator[Line]:
    """What the arrival changed when it came: what it told, or else what it removed."""
    earlier = tuple(entry for entry in plan.journal.entries if entry.number < told.entries[0].number)
    before = replace(plan.journal, entries=earlier)
    after = replace(plan.journal, entries=earlier + told.entries)
    change = difference(before, after)
    if change.back:
        yield from _of_facts("history-about", "history-name", change.back, after, plan)
    else:
        yield from _of_facts("history-removed", "history-removed-name", change.gone, before, plan)


def _of_facts(text: str, name: str, facts: tuple[Fact, ...], journal: Journal, plan: Plan) -> Iterator[Line]:
    for app in applications(journal):
        mine = [fact for fact in facts if fact.about == app.key]
        words = [words for fact in mine for words in words_of(fact, app, plan.calendar)][:MOST_WORDS]
        if mine:
            company = company_of(app)
            yield line(text, company=company, facts=Row(tuple(words))) if words else line(name, company=company)
    yield from own_words(facts, Calendar(preferences(journal)))
