"""A fact in a few words, said back with absolute dates."""

from assistant.reply import Line, line
from rules import facts as f
from rules.application import Application
from rules.calendar import Calendar
from rules.facts import Verdict
from rules.moments import Day, Moment, When

PLAIN: dict[type[f.Fact], str] = {
    f.InterviewCancelled: "fact-cancelled",
    f.NoDatePromised: "fact-no-date",
    f.TheyReplied: "fact-they-replied",
    f.Answered: "fact-answered",
    f.Rejected: "fact-rejected",
    f.Withdrew: "fact-withdrew",
    f.Closed: "fact-closed",
    f.Reopened: "fact-reopened",
    f.Muted: "fact-muted",
    f.Unmuted: "fact-unmuted",
}


def words_of(fact: f.Fact, application: Application, calendar: Calendar) -> tuple[Line, ...]:
    """The fact in words; none for one that shows elsewhere, as a company does in the heading."""
    if isinstance(fact, f.ContactMet):
        return contact_words(fact)
    if isinstance(fact, f.InterviewHeld):
        return (_held(fact, application, calendar),)
    if isinstance(fact, f.NextRound):
        return (line("fact-next-round" if application.held else "fact-invited"),)
    told = _from_them(fact) or _from_the_user(fact, calendar)
    plain = PLAIN.get(type(fact))
    return (told,) if told else (line(plain),) if plain else ()


def _from_them(fact: f.Fact) -> Line | None:
    match fact:
        case f.InterviewPlanned(at=at, stage=None):
            return line("fact-planned", when=at)
        case f.InterviewPlanned(at=at, stage=stage):
            return line("fact-planned-stage", stage=line(f"stage-{stage}"), when=at)
        case f.InterviewMoved(at=at):
            return line("fact-moved" if isinstance(at, Moment) else "fact-moved-day", when=at)
        case f.CallArranged(at=at):
            return line("fact-call", when=at)
        case f.AnswerPromised(by=by):
            return line("fact-promise", by=by)
        case f.OfferMade(deadline=deadline):
            return line("fact-offer-deadline", by=deadline) if deadline else line("fact-offer")
        case f.TheyReplied(channel=f.Channel.PHONE):
            return line("fact-they-called")
    return None


def _from_the_user(fact: f.Fact, calendar: Calendar) -> Line | None:
    match fact:
        case f.Felt(feeling=feeling):
            return line("fact-felt", feeling=feeling.value)
        case f.TalkedAbout(topic=topic):
            return line("fact-topic", topic=topic)
        case f.LetterAsked():
            return line("fact-letter")
        case f.Thanked(names=names):
            return line("fact-thanked-names", names=names) if names else line("fact-thanked")
        case f.FollowedUp(times=times, happened=happened) if happened is not None:
            return line("fact-followed-up-day", times=times, day=Day(calendar.day(happened)))
        case f.FollowedUp(times=times):
            return line("fact-followed-up", times=times)
        case f.GutSaid(verdict=verdict, on=on):
            return _gut(verdict, on)
        case f.Snoozed(until=until):
            return line("fact-snoozed", until=until)
        case f.Skipped(step=step):
            return line("fact-skipped", rule=step.partition(":")[0])
        case f.OfferAnswered(accepted=accepted):
            return line("fact-accepted" if accepted else "fact-declined")
    return None


def _held(fact: f.InterviewHeld, application: Application, calendar: Calendar) -> Line:
    held = next((i for i in application.interviews if i.number == fact.interview), None)
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


def contact_words(fact: f.ContactMet) -> tuple[Line, ...]:
    title = " ".join(part for part in (fact.title, fact.name) if part)
    parts = [part for part in (title, fact.part, fact.phone, fact.email, fact.skype, fact.linkedin) if part]
    told = [line("fact-contact", contact=", ".join(parts))] if parts else []
    told += [line("fact-card")] if fact.card else []
    return (*told, *([line("fact-no-calls")] if fact.no_calls else []))
