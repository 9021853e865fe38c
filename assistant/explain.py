"""What the assistant makes of a new user's messages, as plain values: for contributors and for checks from outside."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo

from assistant.advise import BESIDE
from assistant.hear import Heard, hear
from assistant.ports import Form, Incoming, Reader
from assistant.words import plain
from language.reading import Asks, Chatter, Reading, Topic
from rules import facts as f
from rules.application import Application
from rules.calendar import Calendar
from rules.journal import Entry, Journal
from rules.moments import Day, Moment, When
from rules.plan import Plan, Step, make_plan
from rules.rule import Action
from rules.rulebook import WAIT

EVENTS: dict[type[f.Fact], str] = {
    f.InterviewHeld: "interview_held",
    f.InterviewPlanned: "interview_scheduled",
    f.Thanked: "thank_you_sent",
    f.FollowedUp: "follow_up_sent",
    f.TheyReplied: "reply_received",
    f.Rejected: "rejected",
    f.OfferMade: "offer_received",
    f.NextRound: "next_round_invited",
    f.Withdrew: "withdrew",
}
ABOUT_ACTING = (Topic.FOLLOW_UP, Topic.CALL_OR_WRITE, Topic.THANK_YOU, Topic.IN_PERSON, Topic.MOVE_ON)


def explain(item: Mapping[str, Any], reader: Reader) -> dict[str, Any]:
    """What is understood of `{"id", "now", "tz", "messages"}` and what is advised; `now` is a local ISO time."""
    zone = ZoneInfo(item["tz"])
    said = datetime.fromisoformat(item["now"])
    now = (said if said.tzinfo else said.replace(tzinfo=zone)).astimezone(UTC)
    heard = _conversation(item["messages"], Journal(default_zone=zone.key), now, reader)
    journal, readings = heard[-1].journal, [each.reading for each in heard]
    plan = make_plan(journal)
    replies = [each.reply.text for each in heard if each.reply]
    return {
        "id": item["id"],
        "applications": [_application(app, journal, plan.calendar) for app in _needy_first(plan, now)],
        "question": _question(readings),
        "off_topic": bool(readings) and not plan.applications and readings[-1].chatter is Chatter.OFF_TOPIC,
        "advice": _advice(plan, now),
        "reply": plain(replies[-1]) if replies else "",
    }


def _conversation(messages: Sequence[str], journal: Journal, now: datetime, reader: Reader) -> list[Heard]:
    heard = [Heard(journal, Reading(), None)]
    said = [Incoming(0, number, Form.TEXT, text, now) for number, text in enumerate(messages, start=1)]
    for number, incoming in enumerate(said):
        heard.append(hear(replace(incoming, before=partial(tuple, said[:number])), heard[-1].journal, now, reader))
    return heard


def _needy_first(plan: Plan, now: datetime) -> list[Application]:
    advice = plan.at(now)
    steps = [*advice.now, *([advice.next] if advice.next else [])]
    order = list(dict.fromkeys(step.application.key for step in steps))
    rank = {key: place for place, key in enumerate(order)}
    return sorted(plan.applications, key=lambda app: rank.get(app.key, len(rank)))


def _application(app: Application, journal: Journal, calendar: Calendar) -> dict[str, Any]:
    entries = [entry for entry in journal.standing if entry.fact.about == app.key]
    latest = (*app.held[-1:], *app.ahead[:1])[-1:]
    deadlines = [e.fact.deadline for e in entries if isinstance(e.fact, f.OfferMade) and e.fact.deadline]
    return {
        "company": app.company,
        "role": app.role,
        "stage": latest[0].stage if latest else None,
        "people": [{"name": c.name, "email": c.email, "phone": c.phone, "skype": c.skype} for c in app.contacts],
        "interview_at": _iso(latest[0].at) if latest else None,
        "feeling": app.feeling,
        "answer_promised_by": app.turn.promise.until.isoformat() if app.turn and app.turn.promise else None,
        "offer_deadline": _iso(deadlines[-1]) if deadlines else None,
        "events": list(_events(entries, app, calendar)),
    }


def _events(entries: Sequence[Entry], app: Application, calendar: Calendar) -> Iterator[dict[str, str | None]]:
    days = {interview.number: interview.at for interview in app.interviews}
    for entry in entries:
        fact = entry.fact
        is_declined = isinstance(fact, f.OfferAnswered) and not fact.accepted
        if kind := "withdrew" if is_declined else EVENTS.get(type(fact)):
            when = days[fact.interview] if isinstance(fact, f.InterviewHeld | f.InterviewPlanned) else fact.happened
            yield {"kind": kind, "on": calendar.day(when).isoformat() if when else None}
        if isinstance(fact, f.ContactMet) and fact.card:
            yield {"kind": "card_received", "on": None}


def _question(readings: Sequence[Reading]) -> str | None:
    requests = [reading.request for reading in readings if reading.request]
    if any(r.asks in (Asks.NOW, Asks.WHY, Asks.WHY_WAIT, Asks.LETTER) or r.topic in ABOUT_ACTING for r in requests):
        return "what_now"
    return "other" if any(r.asks in (Asks.ETIQUETTE, Asks.OTHER) for r in requests) else None


def _advice(plan: Plan, now: datetime) -> dict[str, Any]:
    advice = plan.at(now)
    doing = [step for step in advice.now if step.rule not in BESIDE]
    if doing:
        return _advised(doing[0], doing[0].action)
    if any(app.offer and app.offer.is_accepted for app in plan.applications):
        accepted = next(app for app in plan.applications if app.offer and app.offer.is_accepted)
        return _nothing(Action.CELEBRATE) | {"about": accepted.company}
    if not any(app.is_open for app in plan.applications):
        ended = bool(plan.applications)
        return _nothing(Action.LET_GO if ended else Action.NONE)
    until = plan.calendar.local(advice.next.opens).isoformat() if advice.next else None
    about = advice.next.application.company if advice.next else None
    return _nothing(Action.WAIT) | {"about": about, "rule": WAIT.id, "until": until}


def _advised(step: Step, action: Action) -> dict[str, Any]:
    # Nobody's address is known yet: it will be a letter, and letters go by e-mail.
    by_mail = f.Channel.EMAIL if action in (Action.SEND_THANK_YOU, Action.FOLLOW_UP) else None
    channel = step.reach.channel if step.reach else by_mail
    return {
        "action": action,
        "channel": channel,
        "about": step.application.company,
        "rule": step.rule.id,
        "until": None,
    }


def _nothing(action: Action) -> dict[str, Any]:
    return {"action": action, "channel": None, "about": None, "rule": None, "until": None}


def _iso(when: When | None) -> str | None:
    if isinstance(when, Moment):
        return f"{when.date.isoformat()}T{when.time:%H:%M}"
    return when.date.isoformat() if isinstance(when, Day) else None
