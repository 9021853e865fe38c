"""Pages of one message: what is on one of them, and the buttons that turn it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from assistant.press import Press
from assistant.reply import Choice, line

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """One page of many things; `number` counts pages from 0."""

    items: tuple[T, ...]
    number: int
    of: int

    def turning(self, press: Callable[[int], Press]) -> tuple[Choice, ...]:
        """The buttons to the page before and the page after, as far as there are any."""
        back = [Choice(line("button-previous"), press(self.number - 1))] if self.number else []
        on = [Choice(line("button-next"), press(self.number + 1))] if self.number + 1 < self.of else []
        return (*back, *on)


def page_of(items: Sequence[T], number: int, size: int) -> Page[T]:
    """That page, or the last one where there are fewer."""
    pages = max(1, -(-len(items) // size))
    at = min(max(number, 0), pages - 1)
    return Page(tuple(items[at * size : (at + 1) * size]), at, pages)


def rows_of(choices: Sequence[Choice], width: int) -> tuple[tuple[Choice, ...], ...]:
    """The choices in rows of that many."""
    return tuple(tuple(choices[at : at + width]) for at in range(0, len(choices), width))
