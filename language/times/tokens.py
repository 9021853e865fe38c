"""A message as a row of words, numbers and signs, each with its place in the text."""

import re
from dataclasses import dataclass

from language.times.words import CANONICAL, CANONICAL_WHERE_NAMES_STAND

_PIECE = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|[0-9]+|\S")
_TYPED = {"2moro", "2morrow", "2day", "2nite", "2night", "b4"}
_LONGEST_NUMBER = 4
_BEFORE_NAMES = frozenset({"at", "with", "for", "from"})
_STOPS = frozenset({".", "!", "?", ";"})
_SIGNS = {"–": "-", "—": "-", "‑": "-", "−": "-", "’": "'", "‘": "'", "´": "'", "`": "'"}


@dataclass(frozen=True, slots=True)
class Token:
    """`word` is the dictionary form ("weds" is "wednesday"), `typed` the lower-case letters as they stand."""

    word: str
    typed: str
    start: int
    end: int
    number: int | None
    is_capital: bool


class Words:
    """The tokens of a text. Asking beyond either end answers with nothing, so that the grammar needs no edges.

    `day_first` is the order in which the writer puts the numbers of a date.
    """

    def __init__(self, text: str, *, day_first: bool = True) -> None:
        self.text = text
        self.day_first = day_first
        self.tokens = _tokens(text)
        self.size = len(self.tokens)
        self._words = [t.word for t in self.tokens]
        self._breaks = [self._starts_anew(i) for i in range(self.size)]

    def at(self, i: int) -> str:
        return self._words[i] if 0 <= i < self.size else ""

    def typed(self, i: int) -> str:
        return self.tokens[i].typed if 0 <= i < self.size else ""

    def number(self, i: int) -> int | None:
        return self.tokens[i].number if 0 <= i < self.size else None

    def digits(self, i: int) -> int:
        """How many digits the number at `i` has: 0 where there is none."""
        return len(self.tokens[i].typed) if self.number(i) is not None else 0

    def is_capital(self, i: int) -> bool:
        return 0 <= i < self.size and self.tokens[i].is_capital

    def is_glued(self, i: int) -> bool:
        """Whether nothing stands between the token at `i` and the one before."""
        return 0 < i < self.size and self.tokens[i].start == self.tokens[i - 1].end

    def says(self, i: int, *phrase: str) -> bool:
        return all(self.at(i + k) == word for k, word in enumerate(phrase))

    def said_before(self, i: int) -> int:
        """How often the word at `i` was said before."""
        return self._words[:i].count(self.at(i))

    def is_break(self, i: int) -> bool:
        """Whether a sentence starts anew at `i`: an end, a line, or the edge of the text."""
        return self._breaks[i] if 0 <= i < self.size else True

    def _starts_anew(self, i: int) -> bool:
        if i == 0 or self._words[i - 1] in _STOPS:
            return True
        between = self.text[self.tokens[i - 1].end : self.tokens[i].start]
        return "\n" in between


def _tokens(text: str) -> list[Token]:
    tokens: list[Token] = []
    for match in _PIECE.finditer(text):
        is_named = bool(tokens) and tokens[-1].word in _BEFORE_NAMES and match[0][0].isupper()
        tokens.append(_token(match[0], match.start(), match.end(), is_named=is_named))
        if len(tokens) > 1:
            _join_typed_digit(tokens)
    return tokens


def _token(piece: str, start: int, end: int, *, is_named: bool) -> Token:
    """`is_named` says that it stands where names do, and is written as they are."""
    if piece[0] in "0123456789":
        number = int(piece) if len(piece) <= _LONGEST_NUMBER else None
        return Token(piece, piece, start, end, number, is_capital=False)
    typed = piece.lower().replace("’", "'")
    word = typed.removesuffix("'s") if len(typed) > 4 else typed
    word = _SIGNS.get(word, word)
    forms = CANONICAL_WHERE_NAMES_STAND if is_named else CANONICAL
    return Token(forms.get(word, word), typed, start, end, None, piece[0].isupper())


def _join_typed_digit(tokens: list[Token]) -> None:
    """ "2moro" is one word, though it starts with a digit."""
    first, second = tokens[-2], tokens[-1]
    joined = first.typed + second.typed
    if first.end == second.start and joined in _TYPED:
        tokens[-2:] = [Token(CANONICAL[joined], joined, first.start, second.end, None, is_capital=False)]
