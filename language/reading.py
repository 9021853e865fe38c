"""What a message can mean: facts, at most one request, and doubts. Values only; nothing here decides."""

from dataclasses import dataclass
from enum import StrEnum

from rules.facts import Channel, Detail, Fact, Letter, Option, Register, SettingChanged
from rules.moments import When


class Topic(StrEnum):
    """What a question about etiquette is about; the rulebook has an answer for each."""

    IN_PERSON = "in_person"
    CALL_OR_WRITE = "call_or_write"
    THANK_YOU = "thank_you"
    BUSINESS_CARD = "business_card"
    FOLLOW_UP = "follow_up"
    SILENCE = "silence"
    MOVE_ON = "move_on"


class Asks(StrEnum):
    """What the user wants to hear."""

    NOW = "now"
    LIST = "list"
    UNDO = "undo"
    RULES = "rules"
    HELP = "help"
    START = "start"
    CANCEL = "cancel"
    STOP = "stop"
    LATER = "later"
    SKIP = "skip"
    MUTE = "mute"
    UNMUTE = "unmute"
    SETTINGS = "settings"
    WHY = "why"
    WHY_WAIT = "why_wait"
    ADD = "add"
    EDIT = "edit"
    FORGET = "forget"
    HISTORY = "history"
    REDO = "redo"
    LETTER = "letter"
    OVERVIEW = "overview"
    OVERVIEW_DARK = "overview_dark"
    CALENDAR = "calendar"
    PRIVACY = "privacy"
    EXPORT = "export"
    DELETE = "delete"
    BE_FORGOTTEN = "be_forgotten"
    STAY = "stay"
    KEEP = "keep"
    ETIQUETTE = "etiquette"
    OTHER = "other"


class Chatter(StrEnum):
    """A message that tells no fact and asks for nothing we know."""

    GREETING = "greeting"
    THANKS = "thanks"
    RUDE = "rude"
    OFF_TOPIC = "off_topic"
    UNREADABLE = "unreadable"
    SILENCE_REPORTED = "silence_reported"
    NOT_DONE = "not_done"
    WILLING = "willing"
    SAID_WHEN = "said_when"
    UNDECIDED = "undecided"
    NERVOUS = "nervous"
    CHEER = "cheer"
    ARRANGED = "arranged"
    CHAT = "chat"
    FOREIGN = "foreign"


@dataclass(frozen=True, slots=True)
class LetterWish:
    """A letter that is wanted, as far as it was said: what for, by which channel, in which tone, to whom.

    `company` is one that was named with it and that the journal does not know. `is_same` asks for the letter shown last
    in other words: "friendlier", "as an email". `further` is a second one wanted in the same breath.
    """

    letter: Letter | None = None
    channel: Channel | None = None
    register: Register | None = None
    name: str | None = None
    company: str | None = None
    is_same: bool = False
    further: Letter | None = None


@dataclass(frozen=True, slots=True)
class Request:
    """The one thing asked for.

    `about` is the application meant, where one was named; `when` a reminder's moment; `days` how long to keep words.
    `words` are the user's for what is looked for; `detail` is what is to be changed, `name` who is to be forgotten.
    `is_bare` where a day alone asks for it, said of what was advised.
    """

    asks: Asks
    about: str | None = None
    topic: Topic | None = None
    when: When | None = None
    words: str | None = None
    detail: Detail | None = None
    name: str | None = None
    letter: LetterWish | None = None
    days: int | None = None
    is_bare: bool = False


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something that only the user can decide: a text id of the catalogue and the answers on offer.

    `about` is the application in question, where there is one.
    """

    question: str
    options: tuple[Option, ...]
    about: str | None = None


@dataclass(frozen=True, slots=True)
class Refusal:
    """A setting that could not be used as it was said: the text id that says why, and the user's words."""

    text: str
    words: str


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody wants of the settings: to be noted, to be decided first, or not to be had."""

    facts: tuple[SettingChanged, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    refused: tuple[Refusal, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to a question of ours: the number of the entry that asked it, and which of its options, by place."""

    entry: int
    options: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """What a message was understood to mean.

    `facts` are ready to be noted in this order. `unusable` are the user's words for times that cannot be ("Feb 30").
    `refused` are settings that could not be used. `in_pain` asks for a kind word first. `about` is the application that
    talk without facts names.
    """

    facts: tuple[Fact, ...] = ()
    request: Request | None = None
    doubts: tuple[Doubt, ...] = ()
    chatter: Chatter | None = None
    unusable: tuple[str, ...] = ()
    in_pain: bool = False
    answer: Answer | None = None
    refused: tuple[Refusal, ...] = ()
    about: str | None = None
