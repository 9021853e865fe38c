"""An application told step by step, for those who prefer it: the company, then when the interview is or was."""

from collections.abc import Callable, Sequence

from language.changing import Said, bare_name, bare_time
from language.known import same_company
from language.reading import Asks, Reading, Request
from language.wordsets import word_set
from rules import facts as f
from rules.application import Application
from rules.changes import open_change
from rules.facts import Detail
from rules.journal import Journal

_NO = word_set("adding.no")
_GLUE = word_set("adding.glue")
_OF_INTERVIEWS = f.InterviewPlanned | f.InterviewHeld


def added(said: Said, journal: Journal, known: Sequence[Application], read: Callable[[str], Reading]) -> Reading | None:
    """The next step of an application that is being added; None if the message is no such step.

    `read` reads a text on its own merits.
    """
    wish = open_change(journal, said.now)
    if wish is None or wish.about is None:
        return None
    application = next((one for one in known if one.key == wish.about), None)
    is_company_asked = application is None and wish.detail is Detail.COMPANY
    if is_company_asked and _is_no(said.text):
        return Reading(request=Request(Asks.CANCEL))
    if is_company_asked:
        return _company(said, wish.about, known)
    is_undated = application is not None and not application.interviews and wish.detail is Detail.INTERVIEW
    return _interview(said, application, read) if application and is_undated else None


def _is_no(text: str) -> bool:
    """ "Nah, forget it": there is nothing to add."""
    words = set(text.lower().replace(",", " ").rstrip(".!").split())
    return bool(words & _NO) and words <= _NO | _GLUE


def _company(said: Said, about: str, known: Sequence[Application]) -> Reading | None:
    name = bare_name(said)
    if name is None or any(one.company and same_company(name, one.company) for one in known):
        return None
    when = f.ChangeAsked(about=about, detail=Detail.INTERVIEW)
    return Reading(facts=(f.Applied(about=about, company=name), when))


def _interview(said: Said, application: Application, read: Callable[[str], Reading]) -> Reading | None:
    if bare_time(said) is None:
        return None
    told = read(f"interview at {application.company} {said.text}").facts
    is_step = bool(told) and all(isinstance(fact, _OF_INTERVIEWS) and fact.about == application.key for fact in told)
    return Reading(facts=told) if is_step else None
