"""Where a company's name stands at the head of an entry of a list."""

from language.surroundings import Surroundings
from language.wordsets import word_set

_BEGINS = frozenset(".!?\n,;:") | word_set("names.begins")
_SHOWS = word_set("names.shows")
_HAVING = frozenset(["had", "have", "did", "got"])
_GO_ON = frozenset([",", ";", ")", "but", "and", "then", "while", "also"])
_AND = frozenset(["and", "or", "nor", "&"])
_ENDS = frozenset([":", "-", "–", "—", "("])
_AFTER_A_TIME = frozenset(["", "\n", ",", ".", ";", "and", "("])
_BEFORE_A_TIME = frozenset(["", "\n", ":", ",", ";", "and"])


def heads_an_entry(around: Surroundings, at: int, end: int) -> bool:
    """ "Acme yesterday, Globex tomorrow", "1. Acme: ...", "had Acme today", "Mon 10am Acme, Tue 2pm Globex"."""
    before, after = around.plain(at - 1), around.plain(end)
    is_timed = around.kind(end) == "TIME" or after == "on"
    if before in _HAVING and is_timed:
        return True
    if around.kind(at - 1) == "TIME":
        return after in _AFTER_A_TIME and around.plain(_before_times(around, at)) in _BEFORE_A_TIME
    if around.has_found("COMPANY") and _goes_on(around, at, end, is_timed):
        return True
    if after in _AND and (at == 0 or before in _BEGINS or before == "neither"):
        second = end + 1
        return _is_new_name(around, second) and around.plain(around.firm_end(second)) in _SHOWS | {"both"}
    return around.begins_a_line(at) and (after in _ENDS or is_timed or after in _SHOWS)


def _goes_on(around: Surroundings, at: int, end: int, is_timed: bool) -> bool:
    """Whether it goes on a list in which a company was named already."""
    before, after = around.plain(at - 1), around.plain(end)
    if before == "," and after in _AND and around.has_just_found("COMPANY", at):
        return _is_new_name(around, end + 1)
    if before == ")" and around.plain(at - 2).isdigit():
        return True
    if before in (".", "!", "?"):
        return is_timed or after in _ENDS
    return before in _GO_ON and (is_timed or after in ("one", "not", "("))


def _is_new_name(around: Surroundings, at: int) -> bool:
    return around.is_name(at) and around.plain(at) not in around.words.given


def _before_times(around: Surroundings, at: int) -> int:
    """The last place before the time that stands before this one."""
    at -= 1
    while around.kind(at) == "TIME":
        at -= 1
    return at
