"""The words of a text as they are written, for finding names among them."""

from collections.abc import Iterable
from dataclasses import dataclass

from language.marks import Mark
from language.tokens import Token


@dataclass(frozen=True, slots=True)
class Unit:
    """One written word: `plain` is in lower case and without a genitive, `taken` the kind of what was recognised."""

    text: str
    plain: str
    start: int
    end: int
    taken: str
    has_genitive: bool

    @property
    def is_taken(self) -> bool:
        return bool(self.taken)

    @property
    def is_capital(self) -> bool:
        """Whether it is written as names are; a script that has no capitals is used for little else here."""
        has_no_case = self.text[0].isalpha() and self.text[0].lower() == self.text[0].upper()
        return (
            has_no_case
            or self.text[0].isupper()
            or (self.text[0].isdigit() and any(char.isupper() for char in self.text))
        )

    @property
    def is_word(self) -> bool:
        return self.text[0].isalnum()


def units_of(text: str, tokens: Iterable[Token], taken: Iterable[Mark]) -> list[Unit]:
    """The written words in order. In a text all in capitals, capitals mean nothing, and are made small."""
    letters = [char for char in text if char.isalpha()]
    shouted = len(letters) > 8 and sum(char.isupper() for char in letters) > 0.8 * len(letters)
    places = sorted((mark.start, mark.end, mark.kind) for mark in taken)
    units: list[Unit] = []
    at = 0
    for start, end in dict.fromkeys((token.start, token.end) for token in tokens):
        while at < len(places) and places[at][1] <= start:
            at += 1
        kind = places[at][2] if at < len(places) and places[at][0] < end else ""
        units.append(_unit(text, start, end, kind, shouted))
    return units


def _unit(text: str, start: int, end: int, taken: str, shouted: bool) -> Unit:
    written = text[start:end].replace("’", "'")
    has_genitive = written.lower().endswith("'s") and len(written) > 3
    bare = written[:-2] if has_genitive else written
    shown = bare.lower() if shouted else bare
    return Unit(shown or written, (bare or written).lower(), start, start + len(bare or written), taken, has_genitive)
