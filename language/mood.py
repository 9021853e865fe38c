"""Whether the words around a cue ask it, deny it, plan it, wish for it, or say that somebody else did it."""

from itertools import pairwise

from language.asides import is_asked, is_guessed, is_wished
from language.clauses import Clause
from language.cues import Match
from language.templates import has_word
from language.wordsets import word_set

_DENIALS = word_set("mood.denials")
_UNREAL = word_set("mood.unreal")
_BARELY = word_set("mood.barely")
_PLANS = word_set("mood.plans")
_OTHERS = word_set("mood.others")
_SELF = word_set("mood.self")
_OF_LATENESS = word_set("mood.of_lateness")
_OF_ANSWERS = word_set("mood.of_answers")
_LEADS = word_set("mood.leads")
_OUTSIDERS = word_set("mood.outsiders")
_ACTS = frozenset(["introduced", "followed_up", "replied", "thanked", "answered"])
_TALKING = frozenset(["spoke", "talked", "spoken", "chatted"])
GO_BETWEENS = frozenset(["hr", "recruiter", "agency", "recruiters", "reception", "receptionist", "secretary"])
_OWN_BOSSES = frozenset((whose, who) for whose in ("my", "current") for who in ("boss", "manager", "supervisor"))
_OF_POST = frozenset(["letter", "email", "mail", "message", "text", "news", "call", "answer", "reply", "note"])
_HAVING = frozenset(["have", "had"])
_THEM = _OTHERS | {"COMPANY", "PERSON"}
_NEAR = 4


def holds(match: Match, clause: Clause) -> bool:
    """Whether the cue is told as a fact."""
    before = clause.words[: match.first]
    if match.cue.mood == "any":
        return True
    if is_asked(match, clause) or is_wished(match, clause) or is_guessed(match, clause):
        return False
    if match.cue.mood == "told":
        return match.cue.means != "meeting" or before[-1:] != ["no"]
    if match.cue.mood == "plan":
        return not (_PLANS & set(before[-_NEAR:]) or clause.joint in ("if", "until"))
    taken = clause.words[match.first : match.last]
    if is_supposed(clause) or _is_unreal(before, taken, match):
        return False
    named = taken and taken[-1] in ("called", "named") and clause.words[match.last : match.last + 1]
    if match.cue.means == "replied" and named and named[0] in ("PERSON", "COMPANY"):
        return False
    if match.cue.means == "followed_up" and clause.all_words & _OF_LATENESS:
        return False
    if match.cue.means == "moved" and clause.all_words & _OF_ANSWERS:
        return False
    if match.cue.means in _ACTS and (clause.all_words & _OUTSIDERS or _is_own_boss(taken)):
        return False
    if match.cue.means == "held" and taken[0] in _TALKING and taken[-1] in GO_BETWEENS:
        return False
    if match.cue.means == "held" and taken[0] in ("came", "come") and set(before[-2:]) & _OF_POST:
        return False
    if match.cue.means == "followed_up" and taken[1:2] in (["me"], ["us"]):
        return False
    if match.cue.means == "accepted" and "another" in taken:
        return False
    return match.cue.actor != "user" or _is_own(before, taken)


def _is_own_boss(taken: list[str]) -> bool:
    """ "Emailed my boss that I am ill": the one the user has."""
    return any(pair in _OWN_BOSSES for pair in pairwise(taken))


def is_supposed(clause: Clause) -> bool:
    """Whether the clause says what may happen, not what did."""
    return clause.joint in ("if", "until", "before", "where", "unless", "whether")


def _is_unreal(before: list[str], taken: list[str], match: Match) -> bool:
    if set(before[-_NEAR:]) & (_DENIALS | _UNREAL) or before[-1:] in (["to"], ["can"], ["about"]):
        return True
    if set(before[-2:]) & _BARELY:
        return True
    return any(word in _DENIALS | _UNREAL and not _says(match, word) for word in taken)


def _says(match: Match, word: str) -> bool:
    """Whether the cue itself has the word ("did not get the job")."""
    return has_word(match.cue.template, word)


def _is_own(before: list[str], taken: list[str]) -> bool:
    """Whether the user did it: "I" stands before it, or nothing that could have done it instead."""
    before = [word for word in before if not word.endswith("ly")]
    if not before:
        return taken[0] not in _OTHERS
    if before[-1] in _HAVING:
        return not _THEM & set(before[-2:])
    return before[-1] in _LEADS or (bool(_SELF & set(before[-3:])) and not _OTHERS & set(before[-2:]))
