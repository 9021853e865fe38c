"""Lists of companies, each with its time: "Acme on Monday (great), Globex yesterday (meh)"."""

from collections.abc import Iterator, Sequence

from language.clauses import Clause
from language.feelings import feelings_of
from language.marks import Item
from language.when import TimeSpan
from language.wordsets import word_set
from rules.moments import Moment

_BESIDE = word_set("entries.beside")
_OF_INTERVIEWS = word_set("entries.of_interviews")
_OF_ANSWERS = word_set("entries.of_answers")


def entries(parts: Sequence[Clause], busy: set[int]) -> Iterator[tuple[Clause, Item]]:
    """The companies that stand with nothing but a time, where the text tells of interviews.

    `busy` are the numbers of the clauses in which something happens.
    """
    words = {word for clause in parts for word in clause.all_words}
    if words & _OF_ANSWERS:
        return
    several = len({str(item.value).lower() for clause in parts for item in clause.of_kind("COMPANY")}) > 1
    is_told = several and (bool(words & _OF_INTERVIEWS) or any(feelings_of(clause) for clause in parts))
    for clause in parts:
        companies = clause.of_kind("COMPANY")
        times = _times(clause, parts)
        is_free = clause.number not in busy and not clause.asks
        if not (companies and times and is_free and _is_bare(clause)):
            continue
        is_all = len(parts) == 1 and len(clause.items) == len(companies) + len(times) and times[0].is_ahead
        if is_told or is_all or all(isinstance(time.first, Moment) for time in times):
            yield from ((clause, company) for company in companies)


def own_time(clause: Clause, company: Item) -> TimeSpan | None:
    """Where a clause has a time for each of its companies: the one that is this company's."""
    companies = clause.of_kind("COMPANY")
    times = [item.value for item in clause.of_kind("TIME") if isinstance(item.value, TimeSpan)]
    if len(companies) != len(times) or len(times) < 2 or company not in companies:
        return None
    return times[companies.index(company)]


def _is_bare(clause: Clause) -> bool:
    rest = [word for word in clause.words if word not in _BESIDE]
    return bool(clause.words) and not rest


def _times(clause: Clause, parts: Sequence[Clause]) -> list[TimeSpan]:
    """The times in it, or in the clause after it ("Acme: Monday") or before it ("Monday - Acme") if that is all."""
    own = _spans(clause)
    beside = [
        part
        for part in parts[max(0, clause.number - 1) : clause.number + 2]
        if part.sentence == clause.sentence and not part.words
    ]
    return own or [span for part in beside for span in _spans(part)]


def _spans(clause: Clause) -> list[TimeSpan]:
    return [item.value for item in clause.of_kind("TIME") if isinstance(item.value, TimeSpan)]
