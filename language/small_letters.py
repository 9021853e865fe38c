"""Companies at the head of a report though in small letters: "acme was great, globex so so yesterday"."""

from collections.abc import Iterator

from language.surroundings import Surroundings
from language.wordsets import word_set

_BEGINS = frozenset(["", "\n", ",", ";", ".", "!", "and", "but", "then", "while", "also", "had"])
_ADDS = frozenset(["and", "also", "then"])
_LINKS = frozenset(["is", "was", "on", "felt", "went"])
_FELT = word_set("small_letters.felt")
_LINKED_FELT = _FELT | word_set("small_letters.softened")
_OPENERS = _BEGINS | word_set("small_letters.openers") | word_set("names.sighs")
_ITS_OWN = word_set("names.staff") | {"one", "team", "guys", "people"}
_WENT = word_set("small_letters.went")
_HELPING = word_set("small_letters.helping")
_ACTS = word_set("small_letters.acts")
_ACTS_HELPED = word_set("small_letters.acts_helped")
_DID = word_set("small_letters.did")
_ROUNDS = word_set("small_letters.rounds")
_MEETINGS = frozenset(["interview", "interviews", "interviewed", "onsite", "screening"])
_ENDS = frozenset(["", ",", ".", ";", "and", "\n"])
_OF_VERBS = ("ed", "ing", "ly")
_ANDS = frozenset(["and", "n", "&"])
_COMES = frozenset(["get", "got", "gets", "come", "came", "getting"])
_MEANT = frozenset(["meant", "mean"])
_WAS = frozenset(["was", "is", "no", "sorry", "wrong", "at", "it's", "its"])
_SHORTEST = 3


def heads_a_report(around: Surroundings, at: int) -> bool:
    """Whether an unknown word begins a report, as another one does in the text; a single one needs a company or an
    interview beside it, and a day, since much may be great."""
    if not _is_head(around, at):
        return False
    if _is_one_more(around, at):
        return True
    is_beside = around.has_found("COMPANY") or any(unit.plain in _MEETINGS for unit in around.units)
    return (is_beside and _is_timed(around, at + 1)) or len({around.plain(place) for place in _heads(around)}) > 1


def is_reported_first(around: Surroundings, at: int) -> bool:
    """ "So acme went great", "acme hasn't replied", "bombed acme": whose report it is, though in small letters."""
    if not _is_fresh(around, at):
        return False
    before, after = around.plain(at - 1), at + 1 + (around.plain(at + 1) in _ITS_OWN)
    is_timed = around.kind(after) == "TIME"
    if before in _DID:
        return is_timed or around.plain(after) in _ENDS
    if _is_of_several(around, at):
        return True
    is_behind = before in _ROUNDS or before == "have" or _is_next_in_the_day(around, at)
    is_first = before in _OPENERS or (before in _FELT and around.plain(after) == "went")
    if not (is_behind or is_first or (before == "the" and after > at + 1)):
        return False
    is_felt = around.plain(after) in _WENT and (around.plain(after) == "went" or not around.has_found("COMPANY"))
    if is_felt and _LINKED_FELT & {around.plain(after + 1), around.plain(after + 2)}:
        return True
    is_told = _is_act(around, after) or (around.kind(at - 1) == "TIME" and is_behind and around.plain(after) in _ENDS)
    return is_timed or is_told if is_behind else is_told or _is_all_there_is(around, at)


def is_put_right(around: Surroundings, at: int) -> bool:
    """ "It was globex not acme", "i meant globex": the right name, though in small letters."""
    before, after = around.plain(at - 1), around.plain(at + 1)
    if not _is_fresh(around, at):
        return False
    if before in _MEANT:
        return after in _ENDS or after == "not"
    denied = at + 2
    is_pair = after == "not" and denied < len(around.units) and _is_fresh(around, denied)
    return is_pair and (at == 0 or before in _WAS) and around.plain(denied + 1) in _ENDS


def _is_next_in_the_day(around: Surroundings, at: int) -> bool:
    """ "Tomorrow 10am acme, 2pm globex"."""
    first = at
    while around.kind(first - 1) == "TIME":
        first -= 1
    return first < at and (first == 0 or (around.plain(first - 1) in _ENDS and around.has_found("COMPANY")))


def _is_of_several(around: Surroundings, at: int) -> bool:
    """ "Two interviews today acme and globex"."""
    first = at - (around.plain(at - 1) in (",", ":"))
    while around.kind(first - 1) == "TIME":
        first -= 1
    return around.plain(first - 1) == "interviews" and around.plain(at + 1) in _ANDS and _is_fresh(around, at + 2)


def _is_act(around: Surroundings, at: int) -> bool:
    """Whether something is done: "replied", "still hasnt replied", "didnt call"."""
    first = at
    while around.plain(at) in _HELPING:
        at += 1
    if around.plain(at) in _COMES and around.plain(at + 1) == "back":
        return True
    return around.plain(at) in (_ACTS if at == first else _ACTS | _ACTS_HELPED)


def _is_all_there_is(around: Surroundings, at: int) -> bool:
    """ "Acme tomorrow 3pm", "acme today so so", and nothing else: one does not tell of the dentist here."""
    if at != (around.plain(0) in ("had", "got")):
        return False
    rest = {around.kind(place) or around.plain(place) for place in range(at + 1, len(around.units))}
    return bool(rest & {"TIME", *_FELT}) and rest <= {"TIME", *_LINKS, *_LINKED_FELT}


def _is_one_more(around: Surroundings, at: int) -> bool:
    """ "And globex tues 3pm", and nothing else."""
    rest = range(at + 1, len(around.units))
    return at == 1 and around.plain(0) in _ADDS and all(around.kind(place) == "TIME" for place in rest)


def _heads(around: Surroundings) -> Iterator[int]:
    return (place for place in range(len(around.units)) if _is_head(around, place))


def _is_timed(around: Surroundings, at: int) -> bool:
    """Whether a day stands in the same breath."""
    while at < len(around.units) and around.plain(at) not in _BEGINS:
        if around.kind(at) == "TIME":
            return True
        at += 1
    return False


def _is_head(around: Surroundings, at: int) -> bool:
    return around.plain(at - 1) in _BEGINS and _is_fresh(around, at) and _is_told(around, at + 1)


def _is_fresh(around: Surroundings, at: int) -> bool:
    """A word that no list has, and no form of a verb."""
    unit, words = around.units[at], around.words
    if not unit.text.isalpha() or len(unit.text) < _SHORTEST or unit.plain.endswith(_OF_VERBS):
        return False
    lists = (words.common, words.given, words.given_words, words.no_firms, words.levels, words.departments)
    return not any(unit.plain in listed for listed in lists) and around.is_free(at)


def _is_told(around: Surroundings, at: int) -> bool:
    """Whether a day or a feeling follows, after "is" or "went" or at once; nothing need follow on "just had acme"."""
    if around.plain(at - 2) == "had" and around.plain(at) in _ENDS:
        return True
    if around.plain(at) in _LINKS:
        return around.kind(at + 1) == "TIME" or around.plain(at + 1) in _LINKED_FELT
    return around.kind(at) == "TIME" or around.plain(at) in _FELT
