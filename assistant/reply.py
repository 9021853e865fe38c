"""What to say, as text ids and values, never words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from assistant.ports import Attachment
from assistant.press import Press
from rules.moments import Day, Moment


@dataclass(frozen=True, slots=True)
class Line:
    """A text of the catalogue with its values; a value may itself be a text."""

    text: str
    values: Mapping[str, "Value"] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Row:
    """Texts told one after the other, with points between them, or below each other if it is a list."""

    lines: tuple[Line, ...]
    is_list: bool = False


@dataclass(frozen=True, slots=True)
class InFull:
    """A day written out, as in a letter; a moment with its hour."""

    at: date | datetime


Value = str | int | date | datetime | Day | Moment | tuple[str, ...] | tuple[Line, ...] | Line | Row | InFull


@dataclass(frozen=True, slots=True)
class Choice:
    """A button: its label, and what pressing it means, or the words that it copies."""

    label: Line
    press: Press | None = None
    copies: Line | None = None


@dataclass(frozen=True, slots=True)
class Reply:
    """Paragraphs of lines, rows of buttons, and the keys of what was named, so that no ring repeats it.

    `in_place` puts the words in the place of the message whose button was pressed. A `toast` is the short answer to a
    press; with a toast alone nothing else is said. `attaches` is a file that goes with the words. `place_button` asks
    the user to send where they are.
    """

    paragraphs: tuple[tuple[Line, ...], ...] = ()
    buttons: tuple[tuple[Choice, ...], ...] = ()
    named: tuple[str, ...] = ()
    in_place: bool = False
    toast: Line | None = None
    attaches: Attachment | None = None
    place_button: Line | None = None

    def __add__(self, other: "Reply") -> "Reply":
        """One reply after the other."""
        return replace(
            self,
            paragraphs=self.paragraphs + other.paragraphs,
            buttons=self.buttons + other.buttons,
            named=self.named + tuple(key for key in other.named if key not in self.named),
            toast=self.toast or other.toast,
            attaches=self.attaches or other.attaches,
        )


NOTHING = Reply()


def line(text: str, **values: Value) -> Line:
    return Line(text, values)


def saying(*lines: Line | None) -> Reply:
    """One paragraph of these lines, without those that are None."""
    told = tuple(each for each in lines if each is not None)
    return Reply(paragraphs=(told,)) if told else NOTHING


def joined(replies: Iterable[Reply]) -> Reply:
    return sum(replies, NOTHING)
