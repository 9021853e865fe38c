"""A letter asked for in a message: what for, on which channel, in which tone, to whom, and for which application."""

from collections.abc import Sequence
from dataclasses import dataclass

from language.clauses import Clause
from language.cues import find
from language.known import names_of, same_company
from language.reading import LetterWish
from language.stories import Story
from rules.application import Application
from rules.facts import Channel, Letter, Register

_ONE_MORE = (["a"], ["an"], ["the"], ["one"], ["my"])
_ASKING = frozenset(["wanted", "call_wanted", "reply_wanted", "tone"])


@dataclass(frozen=True, slots=True)
class Asked:
    """The letter wanted, the clauses that ask for it, and the application named in them."""

    wish: LetterWish
    clauses: tuple[Clause, ...]
    about: str | None


def letter_asked(story: Story, known: Sequence[Application]) -> Asked | None:
    """The letter that a message asks for; None if it asks for none, or for one that we do not write."""
    asking = [clause for clause in story.clauses if _ASKING & _means(clause)]
    if not asking:
        return None
    sentences = {clause.sentence for clause in asking}
    clauses = tuple(c for c in story.clauses if c.sentence in sentences and (c in asking or _belongs(c, asking)))
    means = frozenset[str]().union(*map(_means, clauses))
    if "other_letter" in means and not means & set(Letter) - {Letter.OFFER, Letter.FEEDBACK}:
        return None
    people = [str(item.value) for clause in clauses for item in clause.of_kind("PERSON")]
    about = _about(clauses, people, known)
    stranger = None if about else _stranger(clauses, known)
    is_same = not means & (_ASKING - {"tone"})
    first, further = _two(clauses) or (_letter(means), None)
    person = next(iter(people), None)
    wish = LetterWish(first, _channel(means), _register(means), person, stranger, is_same, further)
    return Asked(wish, clauses, about)


def _two(clauses: Sequence[Clause]) -> tuple[Letter, Letter] | None:
    """Two letters wanted in one breath: "a thank-you and a follow-up"."""
    words = [word for clause in clauses for word in (clause.joint, *clause.words) if word]
    for at in (place for place, word in enumerate(words) if word == "and"):
        rest = words[at + 2 :] if words[at + 1 : at + 2] in _ONE_MORE else words[at + 1 :]
        named = frozenset(match.cue.means for match in find("letters", rest) if match.first == 0)
        before = frozenset(match.cue.means for match in find("letters", words[:at]))
        first, second = _letter(before), _letter(named)
        if first and second and first is not second:
            return first, second
    return None


def _means(clause: Clause) -> frozenset[str]:
    return frozenset(match.cue.means for match in find("letters", clause.words))


def _belongs(clause: Clause, asking: Sequence[Clause]) -> bool:
    """ "... for a new date", "... because they never called": of the same sentence, and behind the wish."""
    return clause.number > asking[0].number and bool(_means(clause)) and not clause.of_kind("TIME")


def _letter(means: frozenset[str]) -> Letter | None:
    """What it is for: the more particular purpose first, since every letter may also thank or follow up."""
    order = (
        Letter.NEW_DATE,
        Letter.MISSED_CALL,
        Letter.WITHDRAWAL,
        Letter.FEEDBACK,
        Letter.OFFER,
        Letter.THANK_YOU,
        Letter.FOLLOW_UP,
        Letter.REPLY,
    )
    found = next((letter for letter in order if letter.value in means), None)
    return found or (Letter.REPLY if "reply_wanted" in means else None)


def _channel(means: frozenset[str]) -> Channel | None:
    if means & {"call_wanted", "by_phone"}:
        return Channel.PHONE
    return Channel.EMAIL if "by_email" in means else None


def _register(means: frozenset[str]) -> Register | None:
    if "too_formal" in means or ("friendly" in means and "too_friendly" not in means):
        return Register.FRIENDLY
    return Register.FORMAL if means & {"formal", "too_friendly"} else None


def _about(clauses: Sequence[Clause], people: Sequence[str], known: Sequence[Application]) -> str | None:
    """The one application of a company or a person named with the wish."""
    named = [str(item.value) for clause in clauses for item in clause.of_kind("COMPANY")]
    words = {word for clause in clauses for word in clause.all_words}
    meant = [app for app in known if app.company and (_is_named(app.company, named) or app.company.lower() in words)]
    meant = meant or [app for app in known if any(same_company(one, own) for one in people for own in names_of(app))]
    opened = [app for app in meant if app.is_open] or meant[-1:]
    return opened[0].key if len(opened) == 1 else None


def _stranger(clauses: Sequence[Clause], known: Sequence[Application]) -> str | None:
    """A company named with the wish that is none of those known."""
    named = (str(item.value) for clause in clauses for item in clause.of_kind("COMPANY"))
    return next((name for name in named if not any(_is_named(app.company or "", [name]) for app in known)), None)


def _is_named(company: str, named: Sequence[str]) -> bool:
    return any(same_company(name, company) for name in named)
