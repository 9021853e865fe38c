"""An invitation to something that is known: the same again, moved, or called off."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from language.known import has_begun
from language.received import Invitation
from rules.application import Application, Interview
from rules.facts import Fact, InterviewCancelled, InterviewMoved, InterviewPlanned
from rules.fold import applications
from rules.journal import Journal
from rules.moments import Day, Moment, When
from rules.preferences import preferences


@dataclass(frozen=True, slots=True)
class Known:
    """What an invitation tells of an interview already known; no facts if it tells nothing new."""

    about: str | None = None
    facts: tuple[Fact, ...] = ()

    @property
    def is_found(self) -> bool:
        return self.about is not None


NOT_KNOWN = Known()


def already(invitation: Invitation, at: When, journal: Journal) -> Known:
    """The interview that came with the same invitation; `at` is its time by the user's clock."""
    for entry in journal.standing:
        fact = entry.fact
        if isinstance(fact, InterviewPlanned | InterviewMoved) and fact.invitation == invitation.uid and fact.about:
            return _again(invitation, at, fact.about, fact.interview, journal)
    return NOT_KNOWN


def _again(invitation: Invitation, at: When, about: str, number: int, journal: Journal) -> Known:
    interview = _interview(about, number, journal)
    if interview is None or interview.is_held or invitation.revision < _revision(about, number, journal):
        return Known(about)
    if invitation.is_cancelled:
        return Known(about, () if interview.is_cancelled else (InterviewCancelled(about=about, interview=number),))
    if not interview.is_cancelled and interview.at is not None and is_same_time(interview.at, at, journal):
        return Known(about)
    return Known(about, (InterviewMoved(about=about, interview=number, at=at, revision=invitation.revision),))


def told_without(at: When, app: Application, journal: Journal) -> Interview | None:
    """The interview ahead that the user told of before its invitation came: on the same day, at no other hour."""
    for interview in app.ahead:
        if interview.at is not None and _may_be_same(interview.at, at, journal):
            return interview
    return None


def told_for_another_time(app: Application, journal: Journal, now: datetime) -> Interview | None:
    """The one interview ahead, told of by the user alone; one with an invitation is not moved by another one's."""
    ahead = [interview for interview in app.ahead if interview.at is not None and not has_begun(interview, now)]
    if len(ahead) != 1 or _is_invited(app.key, ahead[0].number, journal):
        return None
    return ahead[0]


def _is_invited(about: str, number: int, journal: Journal) -> bool:
    fixings = (e.fact for e in journal.standing if isinstance(e.fact, InterviewPlanned | InterviewMoved))
    return any(fact.about == about and fact.interview == number and fact.invitation for fact in fixings)


def is_same_time(one: When, other: When, journal: Journal) -> bool:
    return _key(one, journal) == _key(other, journal)


def _may_be_same(told: When, at: When, journal: Journal) -> bool:
    is_vague = isinstance(told, Day) or isinstance(at, Day)
    return told.date == at.date if is_vague else is_same_time(told, at, journal)


def _key(when: When, journal: Journal) -> object:
    zone: ZoneInfo = preferences(journal).heard_in_info
    return when.instant(zone) if isinstance(when, Moment) else when


def _interview(about: str, number: int, journal: Journal) -> Interview | None:
    mine = (app for app in applications(journal) if app.key == about)
    return next((each for app in mine for each in app.interviews if each.number == number), None)


def _revision(about: str, number: int, journal: Journal) -> int:
    fixings = (e.fact for e in journal.standing if isinstance(e.fact, InterviewPlanned | InterviewMoved))
    mine = [fact.revision or 0 for fact in fixings if fact.about == about and fact.interview == number]
    return max(mine, default=0)
