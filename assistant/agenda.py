"""What belongs into a calendar: the interviews ahead, the calls arranged, and when there is something to do."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from assistant.advise import QUESTIONS
from assistant.echo import company_of
from assistant.ports import Attachment
from assistant.reply import Line, Reply, Row, line, saying
from assistant.steps import step_line
from rules.application import Application, Contact, Interview
from rules.calendar import ONE_DAY
from rules.interviews import USUAL_LENGTH
from rules.plan import Plan, Step
from rules.rulebook import HOW_DID_IT_GO, PREPARE

# What is asked of the user hangs on the interview, and is no errand of its own.
NO_ERRANDS = (PREPARE, HOW_DID_IT_GO, *QUESTIONS)
LENGTH_OF_A_CALL = timedelta(minutes=30)
LENGTH_OF_AN_ERRAND = timedelta(minutes=15)


@dataclass(frozen=True, slots=True, kw_only=True)
class Date:
    """Something for the calendar; `key` stays the same when it moves. A start without an hour takes the whole day.

    `alarm` is counted from the start, negative before it. An errand leaves the user free, an appointment does not.
    """

    key: str
    summary: Line
    details: tuple[Line, ...]
    start: datetime | date
    end: datetime | date
    alarm: timedelta
    is_errand: bool = False
    is_cancelled: bool = False


def agenda(plan: Plan, now: datetime) -> tuple[Date, ...]:
    """Everything from now on, in the order of time; what was called off is in it, as such."""
    dates = [*_interviews(plan, now), *_calls(plan, now), *_errands(plan, now)]
    return tuple(sorted(dates, key=lambda each: (str(each.start), each.key)))


def calendar_reply(plan: Plan, now: datetime) -> Reply:
    """The file, with a line on what is in it."""
    dates = agenda(plan, now)
    appointments = sum(not each.is_errand and not each.is_cancelled for each in dates)
    errands = sum(each.is_errand for each in dates)
    if not dates:
        return saying(line("calendar-empty"))
    told = [line("calendar-interviews", count=appointments)] if appointments else []
    told += [line("calendar-errands", count=errands)] if errands else []
    told += [line("calendar-cancelled", count=off)] if (off := len(dates) - appointments - errands) else []
    words = saying(line("calendar-told", contents=Row(tuple(told)))) + saying(line("calendar-again"))
    return Reply(words.paragraphs, attaches=Attachment.CALENDAR)


def _interviews(plan: Plan, now: datetime) -> Iterator[Date]:
    for app in plan.applications:
        for interview in app.interviews:
            if interview.is_planned and not interview.is_held and interview.end > now:
                yield _interview(app, interview, plan)


def _interview(app: Application, interview: Interview, plan: Plan) -> Date:
    start = interview.start or plan.calendar.date_of(interview.end)
    whole_day = plan.calendar.preferences.morning
    company = company_of(app)
    return Date(
        key=f"{app.key}.i{interview.number}",
        summary=line("calendar-stage", company=company, stage=line(f"stage-{interview.stage}"))
        if interview.stage
        else line("calendar-interview", company=company),
        details=tuple(_details(app)),
        start=start,
        end=start + (USUAL_LENGTH if interview.start else ONE_DAY),
        alarm=-timedelta(minutes=plan.calendar.preferences.minutes_before_interview)
        if interview.start
        else timedelta(hours=whole_day.hour, minutes=whole_day.minute),
        is_cancelled=interview.is_cancelled or not app.is_open,
    )


def _calls(plan: Plan, now: datetime) -> Iterator[Date]:
    for app in plan.applications:
        if app.is_open and app.call and not app.call.is_settled and app.call.at > now:
            yield Date(
                key=f"{app.key}.{app.call.key}",
                summary=line("calendar-call", company=company_of(app)),
                details=tuple(_details(app)),
                start=app.call.at,
                end=app.call.at + LENGTH_OF_A_CALL,
                alarm=-LENGTH_OF_AN_ERRAND,
            )


def _errands(plan: Plan, now: datetime) -> Iterator[Date]:
    """When the assistant will speak of a step, as things stand."""
    for step in plan.steps:
        at = plan.next_ring_of(step, now) if step.closes > now and step.rule not in NO_ERRANDS else None
        if at is not None:
            yield _errand(step, at, plan)


def _errand(step: Step, at: datetime, plan: Plan) -> Date:
    return Date(
        key=step.key,
        summary=line("calendar-errand", company=company_of(step.application), words=line(f"state-{step.rule.id}")),
        details=(step_line(step, plan, at), *_details(step.application)),
        start=at,
        end=at + LENGTH_OF_AN_ERRAND,
        alarm=timedelta(),
        is_errand=True,
    )


def _details(app: Application) -> Iterator[Line]:
    if app.role:
        yield line("calendar-role", role=app.role)
    yield from (line("calendar-contact", contact=contact) for each in app.contacts if (contact := in_a_row(each)))


def in_a_row(contact: Contact) -> str:
    """Somebody with every way to reach them."""
    parts = (contact.name, contact.part, contact.phone, contact.email, contact.skype)
    return ", ".join(part for part in parts if part)
