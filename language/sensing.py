"""What each clause tells: by the cues in it, and by what the model of clauses finds likely."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from language.asides import is_asked, is_wished
from language.clauses import Clause
from language.cues import OUTRANKED, Cue, Match, find
from language.mood import holds, is_supposed
from language.weighing import EVENTS, HEDGED_EVENTS, Chances
from language.when import TimeSpan
from language.wordsets import word_set

_FILES = ("events", "promises")
_FEW_WORDS = 4
_MEETINGS = ("held", "planned")
_SENSED = word_set("sensing.events")
_OF_DENIAL = word_set("sensing.of_denial")
_HEDGES = word_set("mood.denials") | word_set("mood.unreal")


def tellings(parts: Sequence[Clause], likely: Sequence[Chances]) -> Iterator[tuple[Clause, Match]]:
    """Everything that the clauses of a text tell, each thing once in a clause.

    What the model alone finds takes the whole clause, and gives way to what a cue knows.
    """
    found = [_by_cue(clause, likely[clause.number]) for clause in parts]
    for clause in parts:
        found[clause.number].update((match.cue.means, match) for match in _sensed(clause, likely, found))
        yield from ((clause, match) for match in found[clause.number].values())


def _by_cue(clause: Clause, likely: Chances) -> dict[str, Match]:
    found: dict[str, Match] = {}
    for match in _matches(clause):
        means = match.cue.means
        if means not in found and EVENTS.allows(means, likely) and holds(match, clause):
            found[means] = match
    dropped = _outranked_by(found)
    return {means: match for means, match in found.items() if means not in dropped}


def _outranked_by(found: Iterable[str]) -> set[str]:
    return {weaker for means in found for weaker in OUTRANKED.get(means, ())}


def _matches(clause: Clause) -> Iterator[Match]:
    yield from (match for file in _FILES for match in find(file, clause.words))


def _sensed(clause: Clause, likely: Sequence[Chances], found: Sequence[Mapping[str, Match]]) -> list[Match]:
    """What is likely told here, likelier than in the clauses beside it, and not told there already."""
    if not any(word.islower() for word in clause.words):
        return []
    at = clause.number
    near = range(max(0, at - 1), min(at + 2, len(found)))
    bar = HEDGED_EVENTS if clause.all_words & _HEDGES or len(clause.words) < _FEW_WORDS else EVENTS
    matches = [
        Match(Cue(means, ""), 0, len(clause.words))
        for means, chance in likely[at].items()
        if means in _SENSED
        and (EVENTS if means in _OF_DENIAL else bar).adds(means, likely[at])
        and all(chance >= likely[n][means] for n in near)
        and not any(means in found[n] for n in near)
    ]
    denied = {match.cue.means for match in _matches(clause)} if matches else set()
    return [match for match in matches if match.cue.means not in denied and _can_be(match, clause, found[at])]


def _is_of_life(clause: Clause) -> bool:
    """Whether it tells of other things than work."""
    return any(match.cue.means == "life" for match in find("chatter", clause.words))


def _can_be(match: Match, clause: Clause, found: Mapping[str, Match]) -> bool:
    """Not what is merely supposed, nor what a cue speaks against; an interview only as its time allows, and
    not where it is merely mentioned."""
    means = match.cue.means
    if is_supposed(clause) or is_asked(match, clause) or is_wished(match, clause) or _is_of_life(clause):
        return False
    if means in _outranked_by(found) or _outranked_by([means]) & found.keys():
        return False
    if means not in _MEETINGS:
        return True
    times = [item.value for item in clause.of_kind("TIME") if isinstance(item.value, TimeSpan)]
    wrong = [time.is_ahead if means == "held" else time.is_past for time in times]
    is_mere = "meeting" in found and (bool(times) or "NO_TIME" in clause.all_words)
    return not (is_mere or any(wrong))
