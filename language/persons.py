"""The people that a text names."""

from language.surroundings import Surroundings
from language.wordsets import word_set

_AT = frozenset(["at", "@", "joining", "join"])
_WITH = word_set("names.with")
_BESIDE = frozenset(["with", "w", "w/", "met", "named", "saw"])
_WEAK = frozenset(["to", "is", "was"])
_NAMES_A_PERSON = word_set("names.names_a_person")
_STAFF = word_set("names.staff")
_TALKED = frozenset(["spoke", "talked", "spoken", "talking", "speaking", "talk"])
_PLACES = word_set("names.places")
_DETERMINERS = word_set("roles.determiners")
_OF = frozenset(["at", "from", "of"])
_LOOKS = word_set("names.looks")
_SOMEBODY = _STAFF | word_set("names.somebody")
_OWNED = word_set("names.owned")
_REACHES = frozenset(["PHONE", "EMAIL", "SKYPE", "LINKEDIN"])
_OF_COMPANIES = word_set("names.of_companies")
_SALUTES = frozenset(["dear", "hi", "hello", "hey"])
_MOST_NAMES = 4


def person_end(around: Surroundings, at: int) -> int | None:
    """Where a person's name that begins here ends; None if none does."""
    unit, before, words = around.units[at], around.plain(at - 1), around.words
    is_firm = before in words.firm_endings and before not in ("group", "company", "partners")
    if is_firm or around.plain(at + 1) in _OF_COMPANIES or introduces_oneself(around, at):
        return None
    if before in _AT and around.plain(at - 2) not in _LOOKS and around.firm_end(at) > at + 1:
        return None
    if _is_introduced(around, at) or _is_with_a_number(around, at):
        return _surname(around, at)
    if (unit.has_genitive and unit.plain not in words.given) or (
        before in ("called", "named") and around.names_a_firm(at - 2)
    ):
        return None
    if unit.plain in words.given and not (before in _AT and not unit.is_capital):
        return None if around.begins_a_firm(at) else _surname(around, at)
    if unit.plain in words.given_words and (is_told := _is_given_word(around, at)) is not None:
        return _surname(around, at) if is_told else None
    is_cued = around.is_name(at) and not around.begins_a_firm(at) and unit.plain not in words.no_firms
    if is_cued and (_is_cued(around, at) or _is_beside_a_company(around, at)):
        return _surname(around, at)
    return None


def is_surely_given(around: Surroundings, at: int) -> bool:
    """Whether it is a given name and no other word ("Jean-Luc"), or close to what makes a person of it."""
    first, is_double, _ = around.units[at].plain.partition("-")
    is_given = first in around.words.given or (is_double and first in around.words.given_words)
    is_of = around.plain(at + 1) in ("from", "at") or around.follows("COMPANY", at)
    end = _surname(around, at)
    is_somebody = around.plain(end + (around.plain(end) == ",")) in ("she", "he", "who")
    return bool(is_given) or is_of or is_somebody or _is_introduced(around, at)


def _is_introduced(around: Surroundings, at: int) -> bool:
    """ "A guy called Zed", "her name is Zed", "HR is Zed", "the manager, Zed, ..."."""
    unit, before, earlier = around.units[at], around.plain(at - 1), around.plain(at - 2)
    is_listed = unit.plain in around.words.common or unit.plain in around.words.no_firms
    if is_listed or not around.is_free(at) or not unit.text[0].isalpha():
        return False
    if before in ("called", "named"):
        whose = around.plain(at - 3) if earlier in ("is", "was") else earlier
        return whose in _SOMEBODY
    if before in ("is", "was", ":") and earlier == "name":
        return not around.names_a_firm(at - 3)
    if not unit.is_capital:
        return False
    is_there = earlier == "there" and around.plain(at - 3) in _STAFF
    if before in ("is", "was") and (is_there or (around.plain(at - 4) in _STAFF and around.plain(at - 3) in _OF)):
        return True
    if earlier not in _STAFF:
        return False
    return before in ("is", "was", ":") or (before == "," and not around.plain(_surname(around, at)).isalpha())


def _is_with_a_number(around: Surroundings, at: int) -> bool:
    """ "Zed's number is ...", and a name with nothing but a number, as a shared contact arrives."""
    if not around.is_name(at):
        return False
    if around.units[at].has_genitive:
        return around.plain(at + 1) in _OWNED and around.has_found("COMPANY")
    end = _surname(around, at)
    if around.plain(end) not in (",", ":", "-") or around.kind(end + 1) not in _REACHES:
        return False
    is_all = at == 0 and all(around.kind(place) in _REACHES for place in range(end + 1, len(around.units)))
    is_line = around.plain(at - 1) in ("", "\n") and not around.begins_a_firm(at)
    return (is_line and end > at + 1) or (is_all and around.plain(end - 1) not in around.words.firm_endings)


def is_saluted(around: Surroundings, at: int) -> bool:
    """ "Dear Alex Quill," at the head of a text that somebody wrote to the user."""
    first = at
    while first > max(0, at - _MOST_NAMES) and around.plain(first) not in _SALUTES:
        first -= 1
    is_head = around.plain(first) in _SALUTES and around.plain(first - 1) in ("", "\n")
    end = at + 1
    while around.is_name(end):
        end += 1
    return is_head and first < at and around.plain(end) in (",", "\n", "!", ":")


def introduces_oneself(around: Surroundings, at: int) -> bool:
    """ "I am Pavel", "my name is Pavel", "Pavel here", and who is greeted in a letter to oneself."""
    before, earlier = around.plain(at - 1), around.plain(at - 2)
    if around.plain(at + 1) == "here" and before in ("", "\n", ".", "hi", "hello", "hey", ","):
        return True
    is_named = before == "is" and earlier == "name" and around.plain(at - 3) == "my"
    return is_saluted(around, at) or (before == "am" and earlier == "i") or before == "i'm" or is_named


def titled_end(around: Surroundings, at: int) -> int | None:
    """Where a title and the name after it end ("Ms. Okafor"); None if there is none."""
    start = after_title(around, at)
    is_job = around.plain(at) in around.words.jobs and not around.units[at].is_capital
    if start == at or is_job or start >= len(around.units) or not around.is_free(start):
        return None
    return None if is_saluted(around, start) else _surname(around, start)


def after_title(around: Surroundings, at: int) -> int:
    """Where the name begins: after a title and its full stop."""
    if around.plain(at) not in around.words.titles or around.plain(at) in around.words.given_words:
        return at
    return at + 1 + (around.plain(at + 1) == ".")


def _is_given_word(around: Surroundings, at: int) -> bool | None:
    """Whether a name that is a word ("Grace", "will from ...") is one here; None if nothing speaks for it."""
    before, after = around.plain(at - 1), around.plain(at + 1)
    if not around.units[at].is_capital and after not in ("from", "at") and before not in _BESIDE:
        return None
    if not around.units[at].is_capital and before in _DETERMINERS:
        return False
    if before in ("is", "was") and around.units[at].plain in around.words.no_firms:
        return False
    is_told = before in _WITH or after in ("from", "at", "was") or (at > 0 and around.is_name(at + 1))
    return is_told and before not in _AT


def _is_cued(around: Surroundings, at: int) -> bool:
    """Whether the words before an unknown name say that it is a person's."""
    before, earlier, has_surname = around.plain(at - 1), around.plain(at - 2), around.is_name(at + 1)
    if before == "for" and earlier in ("ask", "asked"):
        return True
    if before in _STAFF or (before in (",", ":") and earlier in _STAFF and has_surname):
        return True
    if any(unit.text.isupper() and len(unit.text) > 1 for unit in around.units[at : _surname(around, at)]):
        return False
    if before in _WITH and (before not in _WEAK or has_surname):
        is_told = before in _NAMES_A_PERSON or has_surname or around.follows("PERSON", at)
        is_own = has_surname and around.plain(at + 1) not in around.words.common
        return is_told and (earlier not in _OF_COMPANIES or is_own)
    return around.follows("PERSON", at) and (before in ("&", "and") or (before == "," and has_surname))


def _is_beside_a_company(around: Surroundings, at: int) -> bool:
    """ "With Zed at Acme", and "at Acme yesterday with Zed": the company is named already, so this is a person."""
    before, end = around.plain(at - 1), _surname(around, at)
    is_talk = before == "to" and around.plain(at - 2) in _TALKED
    if (before not in ("with", "w/", "by") and not is_talk) or around.units[at].text.isupper():
        return False
    if around.plain(end) in ("at", "from"):
        is_place = around.plain(end + 1) in around.words.no_firms or around.plain(end + 2) in _PLACES
        return end == at + 1 and around.is_name(end + 1) and not is_place
    last = around.found[-1] if around.found else None
    back = at - 2
    while around.kind(back) == "TIME":
        back -= 1
    is_at_one = last is not None and last.kind == "COMPANY" and around.units[back].end in (last.end, last.end - 2)
    return is_at_one and not is_talk and around.kind(end) != "TIME"


def _surname(around: Surroundings, at: int) -> int:
    """Where a person's name that begins here ends: up to two further names."""
    end = at + 1
    while end < min(at + 3, len(around.units)) and not around.units[end - 1].has_genitive:
        unit = around.units[end]
        if unit.is_taken or unit.plain in around.words.firm_endings or not _goes_on(around, at, end):
            break
        end += 1
    return end


def _goes_on(around: Surroundings, at: int, end: int) -> bool:
    if around.units[at].is_capital:
        unit = around.units[end]
        return around.is_name(end) or (unit.is_capital and not unit.is_taken and unit.plain in _PLACES)
    unit = around.units[end]
    return unit.text[0].isalpha() and around.is_free(end) and unit.plain not in around.words.common
