"""What was told, acknowledged: a kind word, the echo of what was noted, what follows from it, what is left to ask."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from assistant.advise import advice_after, is_news, step_reply
from assistant.echo import company_of, echo
from assistant.moved import what_moved
from assistant.press import Press, Verb
from assistant.reply import NOTHING, Choice, Line, Reply, joined, line, saying
from assistant.steps import feeling_buttons
from assistant.together import together
from language.clock_names import offset_of
from rules import facts as f
from rules.application import Application, End
from rules.fold import applications
from rules.journal import Journal
from rules.plan import Plan, make_plan
from rules.rulebook import CHECK_IN_UNKNOWN, HOW_DID_IT_GO

# Facts that ask for a word before anything else.
KIND_WORDS: dict[type[f.Fact], str] = {
    f.Rejected: "sorry-rejected",
    f.OfferMade: "glad-offer",
    f.Closed: "let-go-kindly",
}


def acknowledged(
    facts: Sequence[f.Fact], plan: Plan, now: datetime, *, earlier: Journal, in_pain: bool = False
) -> Reply:
    """Everything a reply to newly told facts says. `earlier` is the journal without them."""
    touched = [app for app in plan.applications if app.key in {fact.about for fact in facts}]
    reply = saying(*_kind_words(facts, touched, earlier, in_pain=in_pain))
    reply += echo(facts, touched, plan.calendar) + settings_changed(facts, earlier, plan, now)
    several = len(touched) > 1
    hushed = {fact.about for fact in facts if isinstance(fact, f.Muted)}
    if hushed:
        return reply + saying(line("muted-how"))
    reply += joined(together(_follows(facts, app, plan, now, among_others=several) for app in touched))
    if touched and not any(app.is_open for app in touched):
        reply += _others(plan, now)
    return reply + joined(_ask_feeling(app, plan, now) for app in touched[:1])


def acknowledged_part(facts: Sequence[f.Fact], plan: Plan) -> Reply | None:
    """The short answer to a part of a report; None if more was told, or the feeling is known."""
    touched = [app for app in plan.applications if app.key in {fact.about for fact in facts}]
    is_part = len(touched) == 1 and all(isinstance(fact, f.Applied | f.InterviewHeld | f.ContactMet) for fact in facts)
    unfelt = touched[0].held[-1:] if is_part and touched[0].is_open and touched[0].feeling is None else ()
    if not unfelt:
        return None
    buttons = (feeling_buttons(touched[0].key, unfelt[0].number),)
    return echo(facts, touched, plan.calendar) + Reply(((line("ask-feeling"),),), buttons)


def undo_button(arrival: int) -> tuple[Choice, ...]:
    return (Choice(line("button-undo"), Press(Verb.UNDO, str(arrival))),)


def _kind_words(
    facts: Sequence[f.Fact], touched: Sequence[Application], earlier: Journal, *, in_pain: bool
) -> list[Line]:
    words = [line(text) for kind, text in KIND_WORDS.items() if any(isinstance(fact, kind) for fact in facts)]
    invited = {fact.about for fact in facts if isinstance(fact, f.NextRound)}
    words += [line("glad-next-round" if app.held else "glad-invited") for app in touched if app.key in invited][:1]
    answers = [fact for fact in facts if isinstance(fact, f.OfferAnswered)]
    words += [line("glad-accepted" if fact.accepted else "declined-kindly") for fact in answers]
    closed_before = {app.key for app in applications(earlier) if not app.is_open}
    reopened = [app for app in touched if app.is_open and app.key in closed_before]
    words += [line("glad-reopened", company=company_of(app)) for app in reopened]
    return words or ([line("sorry-pain")] if in_pain else [])


def settings_changed(facts: Sequence[f.Fact], earlier: Journal, plan: Plan, now: datetime) -> Reply:
    """What follows from new settings: which clock it is by now, and what moved."""
    settings = {fact.name for fact in facts if isinstance(fact, f.SettingChanged)}
    if not settings:
        return NOTHING
    moved = what_moved(make_plan(earlier), plan, now)
    if "zone" not in settings:
        return moved
    is_fixed = offset_of(plan.calendar.preferences.zone) is not None
    told = saying(line("zone-now", now=now), line("zone-fixed-note") if is_fixed else None)
    return told + moved


def _follows(facts: Sequence[f.Fact], app: Application, plan: Plan, now: datetime, *, among_others: bool) -> Reply:
    """What there is to do next; the hour of the only interview ahead is left to the echo, if it was just told."""
    told = [fact.fact if isinstance(fact, f.Amended) else fact for fact in facts if fact.about == app.key]
    is_told = any(isinstance(fact, f.InterviewPlanned | f.InterviewMoved) for fact in told)
    dated = not is_told or len(app.ahead) > 1
    asks = not _is_unfelt(app)
    return advice_after(plan, now, app, among_others=among_others, dated=dated, asks=asks) + _still_muted(app)


def _still_muted(application: Application) -> Reply:
    """News of an application that the user wants to hear no more of: that it stays so, and how to change that."""
    if not application.is_muted or not application.is_open:
        return NOTHING
    button = Choice(line("button-unmute"), Press(Verb.UNMUTE, application.key))
    return replace(saying(line("muted")), buttons=((button,),))


def _others(plan: Plan, now: datetime) -> Reply:
    """After an application has ended: what is most urgent for another one, unless a job has been found."""
    is_accepted = any(app.closing and app.closing.end is End.ACCEPTED for app in plan.applications)
    others = [s for s in plan.open(now) if s.application.is_open and not is_accepted and is_news(s, plan)]
    return joined(step_reply(step, plan, now, among_others=True) for step in others[:1])


def _ask_feeling(application: Application, plan: Plan, now: datetime) -> Reply:
    """How did it feel? Asked as long as it is not known, unless a step of the reply asks the same."""
    if not _is_unfelt(application):
        return NOTHING
    asked = {HOW_DID_IT_GO, CHECK_IN_UNKNOWN} & {step.rule for step in plan.of(application, now).now}
    if asked:
        return NOTHING
    return Reply(((line("ask-feeling"),),), (feeling_buttons(application.key, application.held[-1].number),))


def _is_unfelt(application: Application) -> bool:
    """Whether it is to be told how the last interview felt: that comes before every other question."""
    return application.is_open and bool(application.held) and application.held[-1].feeling is None
