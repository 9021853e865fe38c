"""Applications with every combination of known and missing facts that a letter may use."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cache
from itertools import product

from assistant.letter_phrases import Setting
from assistant.letter_texts import words_of_letter
from assistant.reply import Line, saying
from assistant.words import in_words, plain
from rules import facts as f
from rules.facts import Channel, Letter, Register
from rules.journal import Journal
from rules.moments import Day, Moment
from rules.plan import Plan, make_plan

TOLD = datetime(2026, 3, 5, 16, 0, tzinfo=UTC)
THURSDAY = Day(date(2026, 3, 5))
NEXT_FRIDAY = Day(date(2026, 3, 13))
PEOPLE = (
    {},
    {"name": "Dana Reed"},
    {"name": "Chen", "title": "Dr."},
    {"name": "Jan van der Berg", "title": "Prof."},
    {"name": "דנה לוי"},
)
COMPANIES = (None, "AT&T", "Müller <Sons>")
ROLES = (None, "junior analyst", "senior director of international logistics & operations")
TOPICS = (None, "their new <b>warehouse</b> and my thesis on R&D")


@dataclass(frozen=True, eq=False)
class Case:
    """What is known. `more` is whatever else the kind of letter can use: a bad feeling, a promise, a deadline,
    the day of a call."""

    person: dict
    company: str | None
    role: str | None
    topic: str | None
    is_dated: bool
    more: bool

    def setting(self, letter: Letter, register: Register) -> Setting:
        plan = self._plan(letter)
        application = plan.applications[0]
        return Setting(application, next(iter(application.contacts), None), plan, register)

    @cache  # noqa: B019 - the cases are a few hundred, and live as long as the tests
    def _plan(self, letter: Letter) -> Plan:
        facts = [
            f.Applied(about="a1", company=self.company, role=self.role),
            f.InterviewHeld(about="a1", interview=1, happened=THURSDAY if self.is_dated else None),
            *([f.ContactMet(about="a1", **self.person)] if self.person else []),
            *([f.TalkedAbout(about="a1", interview=1, topic=self.topic)] if self.topic else []),
            *self._of(letter),
        ]
        return make_plan(Journal().noting(facts, TOLD, 1))

    def _of(self, letter: Letter) -> list[f.Fact]:
        match letter:
            case Letter.FOLLOW_UP if self.more:
                return [f.AnswerPromised(about="a1", by=NEXT_FRIDAY)]
            case Letter.THANK_YOU if self.more:
                return [f.Felt(about="a1", feeling=f.Feeling.BAD, interview=1)]
            case Letter.REPLY:
                return [f.TheyReplied(about="a1", channel=Channel.PHONE if self.more else Channel.EMAIL)]
            case Letter.OFFER:
                return [f.OfferMade(about="a1", deadline=NEXT_FRIDAY if self.more else None)]
            case Letter.WITHDRAWAL if self.more:
                return [f.OfferMade(about="a1"), *ANOTHER_ACCEPTED]
            case Letter.MISSED_CALL if self.more:
                return [f.CallArranged(about="a1", at=Moment(THURSDAY.date, TOLD.time()))]
            case Letter.NEW_DATE:
                planned = NEXT_FRIDAY if self.more else THURSDAY
                return [
                    f.InterviewPlanned(about="a1", interview=2, at=planned),
                    f.InterviewCancelled(about="a1", interview=2),
                ]
        return []


ANOTHER_ACCEPTED = (
    f.Applied(about="a2", company="Globex"),
    f.OfferMade(about="a2"),
    f.OfferAnswered(about="a2", accepted=True),
)


def second(setting: Setting, *, is_dated: bool) -> Setting:
    """The same when they were asked before, on a day that is known or not."""
    asked = f.FollowedUp(about="a1", happened=NEXT_FRIDAY if is_dated else None, times=1 if is_dated else 2)
    journal = Journal().noting([*_told(setting), asked], TOLD + timedelta(days=9), 2)
    plan = make_plan(journal)
    return Setting(plan.applications[0], setting.contact, plan, setting.register)


def _told(setting: Setting) -> list[f.Fact]:
    app, held = setting.application, setting.application.held[0]
    topic = [f.TalkedAbout(about="a1", interview=1, topic=held.topic)] if held.topic else []
    return [
        f.Applied(about="a1", company=app.company, role=app.role),
        f.InterviewHeld(about="a1", interview=1, happened=held.at),
        *topic,
    ]


@cache
def cases() -> tuple[Case, ...]:
    return tuple(_cases())


def _cases() -> Iterator[Case]:
    for person, company, role, topic, is_dated, more in product(
        PEOPLE, COMPANIES, ROLES, TOPICS, (True, False), (True, False)
    ):
        yield Case(person, company, role, topic, is_dated, more)


def said(text: Line, setting: Setting) -> str:
    """The text as it stands in a message."""
    return in_words(saying(text), TOLD, setting.calendar.preferences).text


def copied(text: Line, setting: Setting) -> str:
    """The text as it is copied."""
    return plain(said(text, setting))


def texts(letter: Letter, channel: Channel, setting: Setting) -> list[Line]:
    return list(words_of_letter(letter, channel, setting).texts)
