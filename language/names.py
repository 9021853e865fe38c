"""The people and the companies that a text names, known ones first."""

from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher

from language.companies import company_end, is_surely_placed
from language.marks import Mark
from language.persons import after_title, is_surely_given, person_end, titled_end
from language.surroundings import Surroundings
from language.units import Unit

_NEAR = 0.84


class Names:
    """Finds names among the units of one text; `companies` and `people` are those the journal knows."""

    def __init__(self, units: Sequence[Unit], companies: Iterable[str], people: Iterable[str]) -> None:
        self._around = Surroundings(units)
        self._companies = [name.lower().removesuffix("'s").split() for name in companies]
        self._people = [name.lower().split() for name in people]

    def marks(self) -> list[Mark]:
        """Marks of kind PERSON and COMPANY, in order."""
        at = 0
        while at < len(self._around.units):
            at = self._step(at)
        return self._around.found

    def _step(self, at: int) -> int:
        unit = self._around.units[at]
        if unit.is_taken or not unit.is_word:
            return at + 1
        for kind, end, is_guess in self._ends(at):
            if end:
                first = after_title(self._around, at) if kind == "PERSON" else at
                self._around.found.append(self._mark(kind, first, end, is_guess))
                return end
        return at + 1

    def _mark(self, kind: str, first: int, end: int, is_guess: bool) -> Mark:
        """The name as written; a genitive at its end is a company's own where nothing follows that it could have."""
        units, text = self._around.units, self._around.text(first, end)
        is_own = kind == "COMPANY" and units[end - 1].has_genitive and not self._around.is_had(end)
        return Mark(kind, units[first].start, units[end - 1].end + 2 * is_own, text + "'s" * is_own, is_guess)

    def _ends(self, at: int) -> Iterator[tuple[str, int | None, bool]]:
        """Where a name of each kind that begins here ends, the surest kind first, and whether it is a mere guess."""
        around = self._around
        yield "COMPANY", self._known(self._companies, at), False
        yield "PERSON", self._known(self._people, at), False
        yield "COMPANY", around.well_known_end(at) or around.institution_end(at), False
        titled = titled_end(around, at)
        yield "PERSON", titled, titled is not None and not around.is_name(after_title(around, at))
        given = person_end(around, at)
        yield "PERSON", given, given is not None and not is_surely_given(around, at)
        firm = company_end(around, at)
        yield "COMPANY", firm, firm is not None and not is_surely_placed(around, at)

    def _known(self, names: Sequence[list[str]], at: int) -> int | None:
        return next((end for name in names if (end := self._known_end(at, name))), None)

    def _known_end(self, at: int, name: list[str]) -> int | None:
        """Where the known name, or its first word, ends; a word may be slightly misspelt."""
        units = self._around.units
        if not name or not self._is_alike(units[at], name[0]):
            return None
        end = at + 1
        for word in name[1:]:
            if end < len(units) and not units[end].is_taken and self._is_alike(units[end], word):
                end += 1
        is_longer = len(name) == 1 and self._around.plain(end) in self._around.words.firm_endings
        return end + is_longer

    def _is_alike(self, unit: Unit, word: str) -> bool:
        if unit.plain == word:
            return len(word) > 2 or unit.is_capital
        shorter, longer = sorted((len(word), len(unit.plain)))
        if unit.plain in self._around.words.common or shorter < 4 or longer - shorter > 2:
            return False
        return SequenceMatcher(None, unit.plain, word, autojunk=False).ratio() >= _NEAR
