"""What stands before a time and says which end of it counts: "by", "before", "in", "within", "for the past"."""

from enum import Enum, auto

from language.times.tokens import Words
from language.times.words import CLOSERS, RELATIVE_DAYS, UNITS, WEEKDAYS


class Lead(Enum):
    NONE = auto()
    ON = auto()
    FOR = auto()
    BY = auto()
    BEFORE = auto()
    AFTER = auto()
    SINCE = auto()
    FROM = auto()
    IN = auto()
    SAID = auto()
    AGO = auto()
    BEHIND = auto()
    LAST = auto()
    LENGTH = auto()


_SOFT = frozenset({
    "around", "about", "roughly", "approximately", "approx", "maybe", "probably", "possibly", "like", "say",
    "another", "max", "only", "just", "over", "under", "almost", "nearly", "exactly", "sometime", "hopefully",
    "least", "most", "up", "the", "as", "early", "late", "this,", "~", "circa", "some",
})  # fmt: skip
_LEADS = {
    "by": Lead.BY, "until": Lead.BY, "before": Lead.BEFORE, "after": Lead.AFTER, "since": Lead.SINCE, "on": Lead.ON,
    "for": Lead.FOR, "to": Lead.FOR, "in": Lead.ON, "at": Lead.ON, "from": Lead.FROM, "within": Lead.BY,
    "over": Lead.ON, "during": Lead.ON, "post": Lead.AFTER, "between": Lead.ON, "due": Lead.BY,
}  # fmt: skip
_SAYING = frozenset({
    "said", "say", "says", "told", "take", "takes", "taking", "expect", "allow", "another", "mentioned", "promised",
    "estimate", "estimated", "quoted", "reckon", "reckons", "needs", "need", "be", "give", "gave", "giving",
    "timeline", "timeframe", "turnaround", "wait", "timescale",
})  # fmt: skip
_COUNTED = frozenset({
    "notice", "contract", "trial", "course", "experience", "internship", "placement", "holiday", "vacation", "old",
    "long", "break", "sprint", "sprints", "program", "programme", "commute", "probation", "a", "per", "each", "job",
    "role", "position", "gig", "shift", "shifts", "training",
})  # fmt: skip
_SILENCE = frozenset({"haven't", "hasn't", "havent", "hasnt", "not", "nothing"})
_ANSWERING = frozenset({"decide", "respond", "answer", "reply", "accept", "sign", "consider", "think"})
_ANSWERS = frozenset({"decision", "answer", "reply", "response", "verdict", "result", "results", "outcome"})
_FURTHEST_SOFT = 4


def lead_before(words: Words, i: int) -> tuple[Lead, int]:
    """The preposition before the token at `i`, and the token at which the phrase then begins."""
    at = i - 1
    while at >= max(0, i - _FURTHEST_SOFT) and words.at(at) in _SOFT and not words.is_break(at + 1):
        at -= 1
    if words.is_break(at + 1):
        return Lead.NONE, _start(words, i)
    word = words.at(at)
    if word == "than" and words.at(at - 1) in {"later", "more", "longer"}:
        return Lead.BY, at - 2 if words.at(at - 2) in {"no", "not"} else at - 1
    if (word in {"to", "by"} and words.says(at - 1, "prior")) or words.says(at, "ahead", "of"):
        return Lead.BEFORE, at - 1
    if word == "before" and words.says(at - 2, "on", "or"):
        return Lead.BY, at - 2
    if word == "after" and words.says(at - 2, "on", "or"):
        return Lead.AFTER, at - 2
    is_particle = word == "in" and (words.at(i) in RELATIVE_DAYS or words.at(i) in WEEKDAYS)
    lead = Lead.NONE if is_particle else _LEADS.get(word, Lead.NONE)
    return (lead, at) if lead is not Lead.NONE else (lead, _start(words, i))


def _start(words: Words, i: int) -> int:
    return i - 1 if words.at(i - 1) == "the" else i


def amount_lead(words: Words, i: int, end: int) -> tuple[Lead, int]:
    """What an amount of time at `i` is: ahead ("in", "within", "they said"), behind ("it's been"), or only a length."""
    if words.at(end) in {"ago", "back"}:
        return Lead.AGO, _start(words, i)
    at, is_next, is_last = _before_amount(words, i)
    if _is_length(words, i, end):
        return Lead.LENGTH, i
    word = words.at(at)
    if is_last:
        is_told = word in {"in", "over", "for", "within", "during"}
        return (Lead.LAST, at) if is_told else (Lead.LENGTH, i)
    if (
        word in {"within", "inside", "under"}
        or words.says(at - 1, "inside", "of")
        or words.says(at - 2, "in", "less", "than")
    ):
        return Lead.BY, at - (2 if word == "than" else 0)
    if word == "in":
        return (Lead.BEHIND, at) if _is_silence(words, at) else (Lead.IN, at)
    if is_next:
        return Lead.IN, at if word in {"over", "for", "during"} else at + 1
    return _plain(words, i, at, end)


def _plain(words: Words, i: int, at: int, end: int) -> tuple[Lead, int]:
    if _is_behind(words, i, at, end):
        return Lead.BEHIND, at + 1
    near = {words.at(k) for k in range(max(0, at - 2), at + 1)}
    unit = UNITS.get(words.at(end - 1))
    is_short = unit == "minute" or (unit == "hour" and (words.number(i) or 0) < 24)
    is_whole_text = at < 0 and (end == words.size or (end == words.size - 1 and words.at(end) in ".!?"))
    is_answer = near & _SAYING and not is_short and not words.is_break(at + 1)
    is_quoted = words.at(at) in {"'", '"', "‘", "“"} and words.at(at - 1) in _SAYING
    is_told = words.at(end + 1) in _SAYING and words.at(end) in {"they", "he", "she", "it", "was", "i"}
    is_for_answer = words.at(end) in {"for", "until", "till"} and any(words.at(end + k) in _ANSWERS for k in (1, 2))
    is_followed = (
        is_told
        or is_for_answer
        or (words.at(end) == "to" and words.at(end + 1) in _ANSWERING)
        or words.at(end) in {"max", "tops"}
    )
    return (Lead.SAID, at + 1) if is_answer or is_quoted or is_followed or is_whole_text else (Lead.LENGTH, i)


def _before_amount(words: Words, i: int) -> tuple[int, bool, bool]:
    at, is_next, is_last = i - 1, False, False
    soft = _SOFT | {"next", "coming", "following", "last", "past", "to", "than", "more", "a", "first", "these"}
    while at >= max(0, i - _FURTHEST_SOFT - 1) and words.at(at) in soft and not words.is_break(at + 1):
        word = words.at(at)
        if (word == "to" and words.at(at - 1) != "up") or (word == "than" and words.at(at - 1) == "less"):
            break
        is_next |= word in {"next", "coming", "following"}
        is_last |= word in {"last", "past"}
        at -= 1
    return at, is_next, is_last


def _is_length(words: Words, i: int, end: int) -> bool:
    """ "Two weeks' notice", "5 years of experience", "a 3 month contract", "3 days a week"."""
    after = words.at(end)
    is_possessive = words.typed(end - 1).endswith("'s") or after == "'"
    if words.at(end - 1) in {"year", "years", "yrs"}:
        return True
    is_of = after == "of" and words.at(end + 1) not in {"silence", "nothing", "my", "the", "our", "radio"}
    is_minute = words.at(i) in {"a", "one"} and words.at(end - 1) in {"minute", "min"}
    is_time = is_possessive and words.at(end + (after == "'")) == "time"
    return after in _COUNTED or is_of or is_minute or (is_possessive and not is_time)


def _is_silence(words: Words, at: int) -> bool:
    """ "Haven't heard in two weeks" looks back."""
    for k in range(at - 1, max(-1, at - 7), -1):
        if words.is_break(k + 1):
            return False
        if words.at(k) in _SILENCE:
            return words.at(k + 1) not in {"be", "going"}
    return False


def _is_behind(words: Words, i: int, at: int, end: int) -> bool:
    """ "It's been two weeks", "waiting for ten days", "two weeks and nothing"."""
    word, before = words.at(at), words.at(at - 1)
    is_for = word == "for" and before in {"waiting", "waited", "silence", "nothing"}
    has_been = is_for or word in {"been", "waited", "waiting"}
    is_going = words.at(end) == "now" or words.says(end, "and", "nothing") or words.says(end, "of", "silence")
    is_since = words.at(end) == "since" or words.says(end, "and", "no") or words.says(end, "without")
    return (has_been and words.at(end) in CLOSERS | {"", ".", ",", "!", "?", ")"}) or is_going or is_since


def at_the_latest(words: Words, end: int, lead: Lead) -> tuple[int, Lead]:
    """ "... at the latest", "... latest"."""
    if words.says(end, "at", "the", "latest"):
        return end + 3, Lead.BY
    return (end + 1, Lead.BY) if words.at(end) == "latest" else (end, lead)
