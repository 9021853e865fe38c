"""What a letter calls things, from the facts known; where only the user knows, a gap."""

from dataclasses import dataclass

from assistant.reply import InFull, Line, Value, line
from language.topics import to_them
from rules.application import Application, Contact, End, Interview
from rules.calendar import Calendar
from rules.facts import Channel, Register
from rules.plan import Plan


@dataclass(frozen=True, slots=True)
class Setting:
    """All that a letter's words depend on. `contact` is whom it is for; None where nobody is known."""

    application: Application
    contact: Contact | None
    plan: Plan
    register: Register

    @property
    def calendar(self) -> Calendar:
        return self.plan.calendar

    @property
    def interview(self) -> Interview | None:
        """The latest interview held."""
        return self.application.held[-1] if self.application.held else None

    @property
    def topic(self) -> Value | None:
        """What they talked about, in words that the reader of the letter can be told; None if it is not known."""
        topic = self.interview.topic if self.interview else None
        return to_them(topic, is_alone=len(self.application.contacts) < 2) if topic else None


def phrases(setting: Setting) -> dict[str, Value]:
    """Every value that a text of letters may ask for and that needs no choice between whole sentences."""
    app = setting.application
    return {
        "meeting": _of_known("letter-meeting", day=_day(setting.interview), role=app.role),
        "post": _of_known("letter-post", company=_written(app.company), role=app.role),
        "team": _of_known("letter-team", company=_written(app.company)),
        "topic": setting.topic or line("letter-gap-topic"),
        "interview": _of_known("letter-interview", day=_day(_called_off(app))),
        "call": _call(setting),
        "word": line("letter-word-call" if app.their_channel is Channel.PHONE else "letter-word-message"),
        "decision": line("letter-decision-decline" if app.offer else "letter-decision-withdraw"),
        "reason": line("letter-reason-other" if _has_another(setting) else "letter-gap-reason"),
        "new": line("letter-gap-new"),
        "days": line("letter-gap-days"),
        "times": line("letter-gap-times"),
        "number": line("letter-gap-number"),
        "me": signature(setting),
    }


def signature(setting: Setting) -> Value:
    """What the letter is signed with."""
    return setting.calendar.preferences.name or line("letter-gap-name")


def job(setting: Setting) -> Line:
    """What the subject says it is about."""
    app = setting.application
    known = {"role": app.role} if app.role else {"company": _written(app.company)}
    return _of_known("letter-job", **known)


def greeting(setting: Setting) -> Line:
    """ "Dear Dr. Chen," in a formal letter; "Hello Dana," in a friendly one, but a title stays a title."""
    register = setting.register.value
    name = _addressed(setting) or line(f"letter-somebody-{register}")
    return line(f"letter-greeting-{register}", name=name)


def hello(setting: Setting) -> Line:
    """The first words on the phone."""
    name, register = _addressed(setting), setting.register.value
    return line(f"letter-hello-{register}", name=name) if name else line(f"letter-hello-nobody-{register}")


def surname(name: str) -> str:
    """The last name with what belongs to it: "van der Berg"."""
    parts = name.split()
    small = next((n for n, part in enumerate(parts) if n < len(parts) - 1 and part.islower()), len(parts) - 1)
    return " ".join(parts[small:])


def _addressed(setting: Setting) -> str | None:
    contact = setting.contact
    name = _written(contact.name) if contact else None
    if contact is None or not name:
        return None
    if contact.title:
        return f"{contact.title} {surname(name)}"
    return name if setting.register is Register.FORMAL else name.split()[0]


def _written(name: str | None) -> str | None:
    """As it stands in a letter: what was typed in small letters throughout gets its capitals."""
    if name is None or not name.islower():
        return name
    return " ".join(word[:1].upper() + word[1:] for word in name.split(" "))


def _of_known(text: str, **facts: Value | None) -> Line:
    """The text for just those facts that are known: letter-post, letter-post-company, letter-post-company-role."""
    known = {name: value for name, value in facts.items() if value}
    return Line("-".join((text, *known)), known)


def _day(interview: Interview | None) -> InFull | None:
    return InFull(interview.at.date) if interview and interview.at else None


def _called_off(application: Application) -> Interview | None:
    return next((one for one in reversed(application.interviews) if one.is_cancelled), None)


def _call(setting: Setting) -> Line:
    call = setting.application.call
    return line("letter-call-at", at=InFull(call.at)) if call else line("letter-call-recently")


def _has_another(setting: Setting) -> bool:
    """Whether the user has accepted somebody else's offer."""
    others = (app for app in setting.plan.applications if app is not setting.application)
    return any(other.closing and other.closing.end is End.ACCEPTED for other in others)
