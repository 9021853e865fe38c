"""How an interview felt, from the words for it."""

from collections.abc import Iterable, Sequence
from itertools import pairwise, zip_longest

from language.clauses import Clause
from language.cues import Match, find
from language.mood import GO_BETWEENS, is_supposed
from language.repairs import weekday_alone
from language.stories import times_in
from language.weighing import Bar, Chances
from language.wordsets import word_set
from rules.facts import Feeling

_FEARS = word_set("asides.fears")
_HOPES = word_set("feelings.hopes")
_OF_OTHER_THINGS = word_set("feelings.of_other_things")
_DID = frozenset(["ok", "okay", "alright", "well", "good", "great", "fine"])
"""After "did", how it went and no question."""
_ASKING = frozenset(["did", "is", "how", "do", "does", "should"])
_FEW_WORDS = 4
_OF_TODAY = ("today", "this ", "tonight")
_SEEMS = frozenset(["was", "is", "were", "are", "seemed", "sounded"])
_NAMING = word_set("feelings.naming")
_OPENERS = word_set("feelings.openers")
_RATINGS = word_set("feelings.ratings")
_DETERMINERS = word_set("feelings.determiners")
_OF_INTERVIEWS = word_set("feelings.of_interviews")


def feeling_in(clauses: Iterable[Clause], likely: Sequence[Chances], bar: Bar) -> Feeling | None:
    """The feeling that these clauses tell. Mixed words mean unsure; words about the people count only alone."""
    told = list(clauses)
    found: list[tuple[Feeling, bool]] = []
    for before, clause in zip([None, *told], told, strict=False):
        if not (_opens(clause, told) or _looks_ahead(clause, before)):
            found += _weighed(clause, likely[clause.number], bar)
    strong = [feeling for feeling, is_weak in found if not is_weak]
    return _one(strong) or _one([feeling for feeling, _ in found])


def _weighed(clause: Clause, chances: Chances, bar: Bar) -> list[tuple[Feeling, bool]]:
    """What the cues of a clause tell and the model allows, or else, weakly, the feeling that the model finds in it."""
    if not tells_of(clause):
        return []
    known = feelings_of(clause)
    stands = [(one, is_weak) for one, is_weak in known if bar.allows(one.value, chances) or _is_bare(clause)]
    if stands or is_supposed(clause) or clause.all_words & _FEARS:
        return stands
    likeliest = max(Feeling, key=lambda feeling: chances.get(feeling.value, 0))
    return [(likeliest, True)] if bar.adds(likeliest.value, chances) else []


def _is_bare(clause: Clause) -> bool:
    """ "Acme so so yesterday", "was great": what it was like, and no more words about it."""
    words = [word for word in clause.tones if word != "TIME"]
    rest = _without_naming(words)
    return len(rest) < len(words) and len(rest) < _FEW_WORDS and bool(_found(rest))


def _looks_ahead(clause: Clause, before: Clause | None) -> bool:
    """ "Interview at Acme tomorrow, great": what it will be is not known yet."""
    is_alone = not times_in(clause) and len(clause.tones) == 1 and before is not None
    times = times_in(before if is_alone and before else clause)
    if not times or not times[-1].is_ahead or times[-1].text.lower().startswith(_OF_TODAY):
        return False
    return weekday_alone(times[-1]) is None and (is_alone or _is_bare(clause))


def _without_naming(words: Sequence[str]) -> Sequence[str]:
    """The words behind those that only name an interview: "so so" of "had the interview at Acme so so"."""
    return words[next((n for n, word in enumerate(words) if word not in _NAMING), len(words)) :]


def _opens(clause: Clause, told: Sequence[Clause]) -> bool:
    """ "OK so ..." is no feeling."""
    return (
        clause.number == 0
        and len(clause.items) == 1
        and clause.words[:1] != []
        and clause.words[0] in _OPENERS
        and len(told) > 1
        and told[1].sentence == clause.sentence
    )


def tells_of(clause: Clause) -> bool:
    """Whether the clause can be about the user's interview: not if it is of the weather, or of somebody else's."""
    words = clause.words
    if "else" in words and {"somebody", "someone"} & clause.all_words:
        return False
    if words[:1] != [] and words[0] in _OF_OTHER_THINGS:
        return False
    return not (len(words) > 2 and words[0] in _DETERMINERS and words[1] not in _OF_INTERVIEWS and words[1].islower())


def is_of_a_go_between(clause: Clause) -> bool:
    """ "The recruiter was so rude": how somebody is who arranges interviews, which need not have been one."""
    return any(who in GO_BETWEENS and is_so in _SEEMS for who, is_so in pairwise(clause.words))


def feelings_of(clause: Clause) -> list[tuple[Feeling, bool]]:
    """The feelings of one clause, and whether each is weak."""
    words = clause.tones
    if clause.asks and len(words) < 4 and words[:1] != ["went"]:
        return []
    is_asked = words[:1] != [] and words[0] in _ASKING and words[1:2] != ["not"]
    is_asked = is_asked and not (words[0] == "did" and _DID & set(words[1:2]))
    if is_asked or (clause.asks and words[:1] == ["was"]):
        return []
    taken: dict[Feeling, bool] = {}
    matches = [match for match in _found(words) if not _is_hoped(words[max(0, match.first - 3) : match.first])]
    for match in matches:
        covered = any(
            other is not match
            and other.first <= match.first
            and match.last <= other.last
            and (other.last - other.first) > (match.last - match.first)
            for other in matches
        )
        denied = match.cue.means in ("great", "good") and set(words[max(0, match.first - 3) : match.first]) & {
            "not",
            "never",
            "no",
            "neither",
        }
        other = match.last < len(words) and words[match.last] in _OF_OTHER_THINGS
        if not covered and not denied and not other:
            feeling = Feeling(match.cue.means)
            taken[feeling] = match.cue.weak and taken.get(feeling, True)
    return list(taken.items())


def _found(words: Sequence[str]) -> list[Match]:
    """The cues in these words; else behind those that only name an interview, as if these were not there."""
    return find("feelings", words) or find("feelings", _without_naming(words))


def _is_hoped(before: Sequence[str]) -> bool:
    """ "I hope it went well" tells nothing, "I would say it went well" does."""
    return any(word in _HOPES and after not in _RATINGS for word, after in zip_longest(before, before[1:]))


def _one(found: list[Feeling]) -> Feeling | None:
    kinds = set(found)
    if not kinds:
        return None
    if len(kinds) == 1:
        return found[0]
    if Feeling.BAD in kinds:
        return Feeling.BAD if kinds == {Feeling.BAD} or found.count(Feeling.BAD) > 2 else Feeling.UNSURE
    if Feeling.UNSURE in kinds:
        return Feeling.UNSURE
    return Feeling.GREAT
