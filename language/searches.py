"""Finding applications by a word: a name, a role, a person, or how it ended."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from language.wordsets import told_words
from rules.application import Application, End

_ENDS = {
    "rejected": (End.REJECTED,),
    "withdrawn": (End.WITHDRAWN, End.DECLINED),
    "accepted": (End.ACCEPTED,),
    "let_go": (End.LET_GO, End.DONE),
    "closed": tuple(End),
}
_FILLING = told_words("searches", "filling")
_STATES = frozenset.union(*(told_words("searches", name) for name in (*_ENDS, "open")))
_RULE = re.compile(r"\brules? (?:about|on|for|of|behind) (?P<words>[^.?!]{2,60})", re.IGNORECASE)
_SOUGHT = re.compile(
    r"(?:(?:please|ok|can you|could you) )*"
    r"(?:find|search for|search|look up|look for|where is|where's"
    r"|(?:show|list|see|open)(?: me)?|(?:which|what|who)(?: ones?| companies| applications| jobs)?)"
    r" (?P<words>[^?!.,\n]{2,60}?)(?: please)?[ .?!]*",
    re.IGNORECASE,
)


def rule_sought(text: str) -> str | None:
    """What a rule is looked for about: "the rule about thank-yous"."""
    found = _RULE.search(text)
    return found["words"].strip() if found else None


def sought(text: str, known: Sequence[Application]) -> str | None:
    """The words of "find the Berlin one" or "show me my rejected ones", as far as they fit what is known.

    A word that says how it ended is enough; any other has to be known of an application.
    """
    found = _SOUGHT.fullmatch(text.strip())
    wanted = told_words_in(found["words"]) if found else []
    if found is None or not wanted:
        return None
    is_of_states = _STATES.issuperset(wanted)
    fits = any(Search(found["words"]).finds(one) for one in known)
    return " ".join(wanted) if is_of_states or fits else None


@dataclass(frozen=True, slots=True)
class Search:
    """What is looked for, in the user's words."""

    words: str

    @property
    def is_of_names(self) -> bool:
        """Whether it looks for something known of one application, and not for all that ended in some way."""
        return _STATES.isdisjoint(told_words_in(self.words))

    def finds(self, application: Application) -> bool:
        """Whether every word that says something fits the application."""
        wanted = told_words_in(self.words)
        known = _known_words(application)
        return bool(wanted) and all(_fits(word, known, application) for word in wanted)


def told_words_in(text: str) -> list[str]:
    """The words of a text that say what is looked for."""
    words = re.sub(r"[^\w'@.+]+", " ", text.casefold()).split()
    return [word for word in (each.strip("'.") for each in words) if word and word not in _FILLING]


def _fits(word: str, known: str, application: Application) -> bool:
    """Whether it is the beginning of a word known of it, or says how it ended."""
    ends = [end for name, means in _ENDS.items() if word in told_words("searches", name) for end in means]
    if ends:
        return application.closing is not None and application.closing.end in ends
    if word in told_words("searches", "open"):
        return application.is_open
    return " " + word.removesuffix("'s") in known


def _known_words(application: Application) -> str:
    contacts = [
        part
        for contact in application.contacts
        for part in (contact.name, contact.part, contact.email, contact.phone, contact.skype)
        if part
    ]
    told = " ".join(part for part in (application.company, application.role, *contacts) if part)
    return " " + told.casefold().replace("-", " ").replace("(", " ").replace("@", " ")
