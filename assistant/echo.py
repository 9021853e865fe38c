"""What was noted, said back: every fact in a few words with absolute dates, so that a misreading shows at a glance."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assistant.fact_words import contact_words, words_of
from assistant.reply import Line, Reply, Row, Value, joined, line, saying
from assistant.setting_words import setting_words
from rules import facts as f
from rules.application import Application
from rules.calendar import Calendar

MOST_WORDS = 6
"""Facts that are said one by one."""


@dataclass(frozen=True, slots=True)
class Wording:
    """The texts that say what became of facts: of one application, all of it, settings, people, our question."""

    facts: str
    name: str
    setting: str
    own: str
    question: str


TAKEN_BACK = Wording("taken-back", "taken-back-name", "taken-back-setting", "taken-back-own", "taken-back-question")
BACK_AGAIN = Wording("back-again", "back-again-name", "back-again-setting", "back-again-setting", "back-again-question")
REMOVED = Wording("removed", "removed-name", "taken-back-setting", "taken-back-own", "taken-back-question")


def company_of(application: Application) -> Value:
    """What the application is called: its company, else its role, else "your interview"."""
    if application.company:
        return application.company
    return line("this-job", role=application.role) if application.role else line("this-interview")


def echo(facts: Sequence[f.Fact], applications: Iterable[Application], calendar: Calendar) -> Reply:
    """What was just noted, application by application."""
    said = [_noted(app, [x for x in facts if x.about == app.key], calendar) for app in applications]
    own = own_words(facts, calendar)
    return joined(map(saying, said)) + saying(line("noted-setting", facts=Row(own)) if own else None)


def said_of(
    wording: Wording, facts: Sequence[f.Fact], applications: Iterable[Application], calendar: Calendar
) -> Reply:
    """What became of these facts, application by application; a long story by the name alone.

    The calendar says how the settings stand now.
    """
    lines = []
    for app in applications:
        told = [fact for fact in facts if fact.about == app.key]
        words = _of_application(app, told, calendar)
        if 0 < len(words) <= MOST_WORDS:
            lines.append(line(wording.facts, company=company_of(app), facts=Row(words)))
        elif words or any(isinstance(fact, f.Applied) for fact in told):
            lines.append(line(wording.name, company=company_of(app)))
    if own := own_words(facts, calendar):
        is_setting = any(isinstance(fact, f.SettingChanged) for fact in facts)
        lines.append(line(wording.setting if is_setting else wording.own, facts=Row(own)))
    if any(isinstance(fact, f.Asked) for fact in facts) and not lines:
        lines.append(line(wording.question))
    return joined(map(saying, lines))


def _noted(app: Application, facts: Sequence[f.Fact], calendar: Calendar) -> Line | None:
    corrections = [fact.fact for fact in facts if isinstance(fact, f.Amended)]
    words = _of_application(app, corrections or facts, calendar)
    company = company_of(app)
    if not facts:
        return None
    if corrections:
        if words:
            return line("corrected", company=company, facts=Row(words))
        role = app.role if app.company else None
        return line("corrected-role", company=company, role=role) if role else line("corrected-name", company=company)
    is_named = any(isinstance(fact, f.Applied) and fact.role for fact in facts) and bool(app.role and app.company)
    if not words:
        return (
            line("noted-new-role", company=company, role=app.role or "")
            if is_named
            else line("noted-new", company=company)
        )
    said = Row(words)
    return (
        line("noted-role", company=company, role=app.role or "", facts=said)
        if is_named
        else line("noted", company=company, facts=said)
    )


def _of_application(app: Application, facts: Iterable[f.Fact], calendar: Calendar) -> tuple[Line, ...]:
    return tuple(words for fact in facts for words in words_of(fact, app, calendar))


def own_words(facts: Iterable[f.Fact], calendar: Calendar) -> tuple[Line, ...]:
    """What concerns no application: settings as they stand, people of no known company."""
    mine = [fact for fact in facts if fact.about is None]
    settings = (fact.name for fact in mine if isinstance(fact, f.SettingChanged))
    people = (words for fact in mine if isinstance(fact, f.ContactMet) for words in contact_words(fact))
    kept = (line("fact-words-kept", days=fact.days) for fact in mine if isinstance(fact, f.WordsKept))
    return (*setting_words(settings, calendar.preferences), *kept, *people)
