"""Everything that can be told or done: the closed vocabulary of the journal, as frozen values.

`about` is the key of the application a fact concerns ("a1"), None where it concerns the user. `happened` is when it
happened as far as it was said; None means that it was not said, and the telling stands for it.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from rules.moments import Moment, When

ZONE_QUESTION = "zone"
"""The key under which a reply that told by which clock it goes is noted as shown."""
COMFORT = "silence"
"""The key under which it is noted as shown that silence is normal; nothing is asked by that."""
WHEN_BACK = "when:"
"""What the key begins with under which the question is noted as shown when a step shall come back."""
SETTING = "setting:"
"""What the key begins with under which the question for a setting is noted as shown."""


DELETION = "delete"
"""The key under which the question whether to delete everything is noted as shown."""


class Feeling(StrEnum):
    """How the interview felt, in the user's words."""

    GREAT = "great"
    GOOD = "good"
    UNSURE = "unsure"
    BAD = "bad"


class Stage(StrEnum):
    """Which round an interview is, only where it was said."""

    PHONE_SCREEN = "phone_screen"
    FIRST = "first"
    SECOND = "second"
    TECHNICAL = "technical"
    ONSITE = "onsite"
    FINAL = "final"


class Channel(StrEnum):
    """A way to reach somebody. There is no member for going there in person (F9)."""

    PHONE = "phone"
    EMAIL = "email"
    SKYPE = "skype"


class Verdict(StrEnum):
    """What the gut said (F6)."""

    WRITE = "write"
    WAIT = "wait"
    LET_GO = "let_go"


class Detail(StrEnum):
    """One thing known of an application that can be changed; those of a contact go by the names of its fields."""

    COMPANY = "company"
    ROLE = "role"
    INTERVIEW = "interview"
    FEELING = "feeling"
    PROMISE = "promise"
    DEADLINE = "deadline"
    PERSON = "person"
    NAME = "name"
    PART = "part"
    PHONE = "phone"
    EMAIL = "email"
    SKYPE = "skype"
    LINKEDIN = "linkedin"


class Letter(StrEnum):
    """What a letter is for. A follow-up is the first of a turn, or the second if they were asked before."""

    THANK_YOU = "thank_you"
    FOLLOW_UP = "follow_up"
    REPLY = "reply"
    FEEDBACK = "feedback"
    OFFER = "offer"
    WITHDRAWAL = "withdrawal"
    MISSED_CALL = "missed_call"
    NEW_DATE = "new_date"


class Register(StrEnum):
    """The tone of letters."""

    FORMAL = "formal"
    FRIENDLY = "friendly"


class Ending(StrEnum):
    """Why the user closed an application."""

    LET_GO = "let_go"
    DONE = "done"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """Something told or done."""

    about: str | None = None
    happened: When | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Applied(Fact):
    """There is an application: with this company, for this role. Told again, it fills in what was missing."""

    company: str | None = None
    role: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class InterviewPlanned(Fact):
    """An interview is fixed. `interview` numbers the interviews of an application from 1.

    `invitation` names the calendar's invitation that told of it, `revision` which of its versions.
    """

    interview: int
    at: When
    stage: Stage | None = None
    invitation: str | None = None
    revision: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class InterviewMoved(Fact):
    """The interview is now at another time; `invitation` is the first that was sent of it, or `revision` says so."""

    interview: int
    at: When
    invitation: str | None = None
    revision: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class InterviewCancelled(Fact):
    """They called the interview off, and named no new date."""

    interview: int


@dataclass(frozen=True, slots=True, kw_only=True)
class InterviewHeld(Fact):
    """The interview took place. `happened` is its start as far as said, `ended` its end if that was said."""

    interview: int
    ended: Moment | None = None
    stage: Stage | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CallArranged(Fact):
    """They will call at this time."""

    at: When


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactMet(Fact):
    """Somebody at the company, or a way to reach them. Facts of the same name add up to one contact."""

    name: str | None = None
    title: str | None = None
    part: str | None = None
    email: str | None = None
    phone: str | None = None
    skype: str | None = None
    linkedin: str | None = None
    card: bool = False
    no_calls: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Felt(Fact):
    """How an interview felt; without a number, the latest one."""

    feeling: Feeling
    interview: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkedAbout(Fact):
    """What an interview was about, in the user's words; without a number, the latest one."""

    topic: str
    interview: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerPromised(Fact):
    """They said when an answer comes; `by` is the last day or moment of the window they named."""

    by: When


@dataclass(frozen=True, slots=True, kw_only=True)
class NoDatePromised(Fact):
    """They did not say when an answer comes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Thanked(Fact):
    """The thank-you went out: to these people, or to everybody if none is named."""

    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowedUp(Fact):
    """The user asked where things stand, once or (`times`) more often."""

    channel: Channel | None = None
    times: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class TheyReplied(Fact):
    """Something came from them that is neither a yes, a no, nor a next round."""

    channel: Channel | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered(Fact):
    """The user answered what came from them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NextRound(Fact):
    """They invite the user to a next round, without a date so far."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferMade(Fact):
    """They made an offer; `deadline` is when the user has to answer."""

    deadline: When | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferAnswered(Fact):
    """The user accepted or declined the offer."""

    accepted: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejected(Fact):
    """They said no."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrew(Fact):
    """The user is no longer a candidate, by their own choice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GutSaid(Fact):
    """The user's answer to the gut question; `on` is the day to write on, where one was chosen."""

    verdict: Verdict
    on: When | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped(Fact):
    """The user does not want this step; `step` is its key."""

    step: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Closed(Fact):
    """The user closed the application."""

    ending: Ending = Ending.LET_GO


@dataclass(frozen=True, slots=True, kw_only=True)
class Reopened(Fact):
    """The user took the application up again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterAsked(Fact):
    """The user wants this letter, or whichever is next; where it is too early it is kept for its step."""

    letter: Letter | None = None
    channel: Channel | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Snoozed(Fact):
    """The user wants to hear of this step at another moment of their choice."""

    step: str
    until: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Muted(Fact):
    """The user wants to be written to no more about this application; its steps stay advice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unmuted(Fact):
    """The user wants to be written to about it again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Amended(Fact):
    """An earlier entry of the journal was wrong: `fact` stands in its place."""

    entry: int
    fact: Fact


@dataclass(frozen=True, slots=True, kw_only=True)
class Retracted(Fact):
    """These earlier entries of the journal are taken back. One that is about an application removes something of it."""

    entries: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown(Fact):
    """A reply named these steps, so that a ring within the hour need not repeat them."""

    steps: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Nudged(Fact):
    """A nudge said these steps."""

    steps: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One answer to a question of ours, with what it would mean."""

    label: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked(Fact):
    """A doubt was put to the user: the text's id in the catalogue, and what each answer would mean."""

    question: str
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeAsked(Fact):
    """The user wants to change this detail, and the next message may say what is right.

    `which` is the number of the interview in question, or of an entry that told of the contact.
    """

    detail: Detail
    which: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Unreachable(Fact):
    """The user blocked the bot or is gone: no more nudges until they write."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WordsKept(Fact):
    """The user chose for how many days their messages are kept word for word; what was noted stays."""

    days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingChanged(Fact):
    """The user changed a parameter; the names are the fields of `rules.preferences.Preferences`.

    `place` is the place by which a time zone was named.
    """

    name: str
    value: str
    place: str | None = None
