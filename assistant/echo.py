"""What was noted, said back: every fact in a few words with absolute dates, so that a misreading shows at a glance."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from assistant.reply import Line, Reply, Row, Value, joined, line, saying
from rules import facts as f
from rules.application import Application
from rules.calendar import Calendar
from rules.facts import Verdict
from rules.moments import Day, When


def company_of(application: Application) -> Value:
    """What the application is called: its company, else its role, else "your interview"."""
    if application.company:
        return application.company
    return line("this-job", role=application.role) if application.role else line("this-interview")


def echo(facts: Sequence[f.Fact], applications: Iterable[Application], calendar: Calendar, told: datetime) -> Reply:
    """What was just noted, application by application. `told` is the instant of telling."""
    said = [_noted(app, [x for x in facts if x.about == app.key], calendar, told) for app in applications]
    own = tuple(words for fact in facts if fact.about is None for words in _setting(fact))
    return joined(map(saying, said)) + saying(line("noted-setting", facts=Row(own)) if own else None)


def taken_back(
    facts: Sequence[f.Fact], applications: Iterable[Application], calendar: Calendar, told: datetime
) -> Reply:
    """What was just taken back. The applications are those of before."""
    lines = []
    for app in applications:
        words = _of_application(app, [x for x in facts if x.about == app.key], calendar, told)
        if words:
            lines.append(line("taken-back", company=company_of(app), facts=Row(words)))
    own = tuple(words for fact in facts if fact.about is None for words in _setting(fact))
    if own:
        lines.append(line("taken-back-setting", facts=Row(own)))
    if any(isinstance(fact, f.Asked) for fact in facts) and not lines:
        lines.append(line("taken-back-question"))
    return joined(map(saying, lines))


def _noted(app: Application, facts: Sequence[f.Fact], calendar: Calendar, told: datetime) -> Line | None:
    corrections = [fact.fact for fact in facts if isinstance(fact, f.Amended)]
    words = _of_application(app, corrections or facts, calendar, told)
    company = company_of(app)
    if not facts:
        return None
    if corrections:
        return line("corrected", company=company, facts=Row(words or (line("fact-name"),)))
    is_named = any(isinstance(fact, f.Applied) and fact.role for fact in facts) and bool(app.role and app.company)
    if not words:
        return (
            line("noted-new-role", company=company, role=app.role or "")
            if is_named
            else line("noted-new", company=company)
        )
    if is_named:
        return line("noted-role", company=company, role=app.role or "", facts=Row(words))
    return line("noted", company=company, facts=Row(words))


def _of_application(app: Application, facts: Iterable[f.Fact], calendar: Calendar, told: datetime) -> tuple[Line, ...]:
    return tuple(words for fact in facts for words in _words(fact, app, calendar, told))


def _words(fact: f.Fact, app: Application, calendar: Calendar, told: datetime) -> tuple[Line, ...]:
    day = _day(fact.happened, calendar, told)
    match fact:
        case f.InterviewHeld():
            return (_held(fact, app, calendar),)
        case f.InterviewPlanned(at=at, stage=stage):
            planned = line("fact-planned-stage", stage=line(f"stage-{stage}"), when=at) if stage else None
            return (planned or line("fact-planned", when=at),)
        case f.InterviewMoved(at=at):
            return (line("fact-moved", when=at),)
        case f.CallArranged(at=at):
            return (line("fact-call", when=at),)
        case f.ContactMet():
            return _contact(fact)
        case f.Felt(feeling=feeling):
            return (line("fact-felt", feeling=feeling.value),)
        case f.AnswerPromised(by=by):
            return (line("fact-promise", by=by),)
        case f.Thanked(names=names):
            return (line("fact-thanked-names", names=names) if names else line("fact-thanked"),)
        case f.FollowedUp(times=times):
            dated = fact.happened is not None or times == 1
            return (
                line("fact-followed-up-day", times=times, day=day) if dated else line("fact-followed-up", times=times),
            )
        case f.OfferMade(deadline=deadline):
            return (line("fact-offer-deadline", by=deadline) if deadline else line("fact-offer"),)
        case f.GutSaid(verdict=verdict, on=on):
            return (_gut(verdict, on),)
        case f.Snoozed(until=until):
            return (line("fact-snoozed", until=until),)
        case f.Skipped(step=step):
            return (line("fact-skipped", rule=step.partition(":")[0]),)
        case f.TheyReplied(channel=f.Channel.PHONE):
            return (line("fact-they-called"),)
        case f.OfferAnswered(accepted=accepted):
            return (line("fact-accepted" if accepted else "fact-declined"),)
    simple = SIMPLE.get(type(fact))
    return (line(simple),) if simple else ()


SIMPLE: dict[type[f.Fact], str] = {
    f.InterviewCancelled: "fact-cancelled",
    f.NoDatePromised: "fact-no-date",
    f.TheyReplied: "fact-they-replied",
    f.Answered: "fact-answered",
    f.NextRound: "fact-next-round",
    f.Rejected: "fact-rejected",
    f.Withdrew: "fact-withdrew",
    f.Closed: "fact-closed",
    f.Reopened: "fact-reopened",
}


def _day(happened: When | None, calendar: Calendar, told: datetime) -> Day:
    return Day(calendar.day(happened) if happened else calendar.date_of(told))


def _held(fact: f.InterviewHeld, app: Application, calendar: Calendar) -> Line:
    held = next((i for i in app.interviews if i.number == fact.interview), None)
    if held is None or held.at is None:
        return line("fact-held-undated")
    if held.stage:
        return line("fact-held-stage", stage=line(f"stage-{held.stage}"), day=Day(calendar.day(held.at)))
    return line("fact-held", day=Day(calendar.day(held.at)))


def _gut(verdict: Verdict, on: When | None) -> Line:
    if verdict is Verdict.LET_GO:
        return line("fact-gut-let-go")
    name = "write" if verdict is Verdict.WRITE else "wait"
    return line(f"fact-gut-{name}-on", day=on) if on else line(f"fact-gut-{name}")


def _contact(fact: f.ContactMet) -> tuple[Line, ...]:
    title = " ".join(part for part in (fact.title, fact.name) if part)
    parts = [part for part in (title, fact.phone, fact.email, fact.skype, fact.linkedin) if part]
    told = [line("fact-contact", contact=", ".join(parts))] if parts else []
    told += [line("fact-card")] if fact.card else []
    return (*told, *([line("fact-no-calls")] if fact.no_calls else []))


def _setting(fact: f.Fact) -> tuple[Line, ...]:
    if isinstance(fact, f.SettingChanged):
        if fact.name == "zone":
            return (line("fact-zone", zone=fact.value),)
        return (line("fact-setting", name=fact.name.replace("_", " "), value=fact.value),)
    return _contact(fact) if isinstance(fact, f.ContactMet) else ()
