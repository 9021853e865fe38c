"""What somebody does at the company, where it is said beside the name: "the hiring manager is Dana"."""

from collections.abc import Sequence

from language.clauses import Clause
from language.marks import Item
from language.wordsets import told_words

_JOBS = told_words("cards", "jobs")
_BEFORE_JOBS = told_words("cards", "before_jobs")
_IS = frozenset(["is", "was", ":"])
_DETERMINERS = frozenset(["the", "a", "an", "my", "their", "our", "your"])
_APPOSITIONS = (",", "(")


def part_of(person: Item, clauses: Sequence[Clause]) -> str | None:
    """ "hiring manager", of "hiring manager Dana", "Dana is the hiring manager" and "Dana, the hiring manager"."""
    at = next((number for number, clause in enumerate(clauses) if person in clause.items), None)
    if at is None:
        return None
    words = [item.word for item in clauses[at].items]
    place = clauses[at].items.index(person)
    if before := _job_at_end(words[:place]):
        return before
    rest = words[place + 1 :]
    if rest and rest[0] in _IS:
        return _job_at_start(rest[1:])
    after = clauses[at + 1] if at + 1 < len(clauses) and not rest else None
    if after is None or after.joint not in _APPOSITIONS:
        return None
    said = [item.word for item in after.items]
    job = _job_at_start(said)
    return job if job and len(_without_determiner(said)) == len(job.split()) else None


def _job_at_end(words: Sequence[str]) -> str | None:
    while words and words[-1] in _IS:
        words = words[:-1]
    if not words or words[-1] not in _JOBS:
        return None
    start = len(words) - 1
    while start and words[start - 1] in _BEFORE_JOBS:
        start -= 1
    return " ".join(words[start:])


def _job_at_start(words: Sequence[str]) -> str | None:
    said = _without_determiner(words)
    end = next((number for number, word in enumerate(said) if word not in _BEFORE_JOBS), len(said))
    return " ".join(said[: end + 1]) if end < len(said) and said[end] in _JOBS else None


def _without_determiner(words: Sequence[str]) -> Sequence[str]:
    return words[1:] if words and words[0] in _DETERMINERS else words
