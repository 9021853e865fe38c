"""What is the user's own: told what is kept of them, taken along, kept for a shorter time, deleted altogether."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.hearing import Hearing
from assistant.ports import Attachment, Form
from assistant.press import Press, Verb
from assistant.reply import NOTHING, Choice, Line, Reply, line, saying
from assistant.understanding import Understood
from language.reading import Asks, Request
from language.yours import is_deletion_asked
from rules.facts import DELETION, Fact, WordsKept
from rules.journal import Journal
from rules.keeping import MOST_DAYS, days_kept

CHOICES = (0, 7, 30, 365)
NOT_DELETED = "not-deleted"
_OF_PRESS = {
    "export": Asks.EXPORT,
    "delete": Asks.DELETE,
    "forget": Asks.BE_FORGOTTEN,
    "stay": Asks.STAY,
    "keep": Asks.KEEP,
}
YOURS = (Asks.PRIVACY, *_OF_PRESS.values())


def yours_asked(understood: Understood) -> Request | None:
    """What was asked in words, by a command or by a button."""
    press = understood.press
    if press is not None and press.verb is Verb.YOURS and press.on in _OF_PRESS:
        is_number = press.choice.isdecimal() and int(press.choice) <= MOST_DAYS
        return Request(_OF_PRESS[press.on], days=int(press.choice) if is_number else None)
    request = understood.reading.request
    return request if request and request.asks in (*YOURS, Asks.CANCEL) else None


def facts_of_yours(understood: Understood, journal: Journal) -> Sequence[Fact]:
    """That the words are to be kept for another time than so far."""
    request = yours_asked(understood)
    is_new = request is not None and request.days is not None and request.days != days_kept(journal)
    return (WordsKept(days=request.days),) if is_new and request and request.days is not None else ()


def is_parting(understood: Understood, journal: Journal) -> bool:
    """Whether the user is to be forgotten: they have confirmed it, or left before anything was noted of them."""
    request = yours_asked(understood)
    if understood.form is Form.BLOCKED:
        return not journal.entries
    return request is not None and request.asks is Asks.BE_FORGOTTEN


def yours_response(hearing: Hearing) -> Reply | None:
    """The answer, if this is what was asked for."""
    request = yours_asked(hearing.understood)
    if request is None or (request.asks is Asks.CANCEL and not is_deletion_asked(hearing.earlier)):
        return None
    reply = yours_answer(request, days_kept(hearing.journal))
    was_pressed = hearing.understood.press is not None and request.asks is not Asks.EXPORT
    return replace(reply, in_place=was_pressed)


def without_deletion(reply: Reply, earlier: Journal) -> Reply:
    """The reply; but for taking a copy first, anything said after asking whether to delete everything ends that."""
    goes_on = reply == NOTHING or reply.attaches is Attachment.EXPORT
    is_over = is_deletion_asked(earlier) and not reply.named and not goes_on
    return replace(reply, named=(NOT_DELETED,)) if is_over else reply


def yours_answer(request: Request, days: int) -> Reply:
    """The answer where the user's words are kept for that many days."""
    match request.asks:
        case Asks.EXPORT:
            return Reply(saying(line("export-told")).paragraphs, attaches=Attachment.EXPORT)
        case Asks.DELETE:
            ways = (_choice("delete-sure", "forget"), _choice("keep-all", "stay"))
            return Reply((*saying(line("delete-asked")).paragraphs,), (ways,), named=(DELETION,))
        case Asks.BE_FORGOTTEN:
            return saying(line("all-deleted"))
        case Asks.STAY | Asks.CANCEL:
            return Reply(saying(line("nothing-deleted")).paragraphs, named=(NOT_DELETED,))
        case Asks.KEEP:
            return Reply(saying(_kept(days)).paragraphs, _choices(days))
    return _told(days)


def _told(days: int) -> Reply:
    parts = ("privacy-what", "privacy-where", "privacy-who")
    told = [*(saying(line(part)).paragraphs[0] for part in parts), (_kept(days),), (line("privacy-yours"),)]
    ways = (_choice("take-along", "export"), _choice("delete-all", "delete"))
    return Reply(tuple(told), (*_choices(days), ways))


def _kept(days: int) -> Line:
    return line("words-kept", days=days) if days else line("words-not-kept")


def _choices(days: int) -> tuple[tuple[Choice, ...], ...]:
    """The other times for which the words may be kept."""
    others = tuple(choice for choice in CHOICES if choice != days)
    return (tuple(Choice(line("button-words-kept", days=each), _press("keep", str(each))) for each in others),)


def _choice(name: str, on: str) -> Choice:
    return Choice(line(f"button-{name}"), _press(on))


def _press(on: str, choice: str = "") -> Press:
    return Press(Verb.YOURS, on, choice)
