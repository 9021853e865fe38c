"""The marked corpus: messages as people write them, one clause a line, each line with what it tells.

    back from [c:Tidewater Logistics] just now <held>
    and honestly it couldn't have gone better <great>
    do i write to them today <ask>

The lines of a message, joined by spaces, are the message; an empty line ends it. Names stand in brackets: `c` a
company, `r` the role interviewed for, `p` a person. What a line tells stands in angle brackets at its end; most tell
nothing.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from language.marks import Mark

CORPUS = Path(__file__).parent / "corpus"
_NAME = re.compile(r"\[([crp]):([^\]]*)\]")
_KINDS = {"c": "COMPANY", "r": "ROLE", "p": "PERSON"}
_LABELS = re.compile(r"\s*<([a-z_ ]*)>\s*$")


@dataclass(frozen=True, slots=True)
class Line:
    """A part of a message: its first and last character (exclusive), and what it tells."""

    start: int
    end: int
    tells: frozenset[str]


@dataclass(frozen=True, slots=True)
class MarkedMessage:
    text: str
    lines: tuple[Line, ...]
    names: tuple[Mark, ...]


def marked_messages(folder: Path = CORPUS, files: str = "*.txt") -> Iterator[MarkedMessage]:
    """Every message of the corpus, in the order of its files."""
    for path in sorted(folder.glob(files)):
        for block in re.split(r"\n\s*\n", path.read_text(encoding="utf-8").strip()):
            yield marked_message(block)


def marked_message(block: str) -> MarkedMessage:
    text, lines, names = "", [], []
    for written in filter(str.strip, block.splitlines()):
        labels = _LABELS.search(written)
        line = (written[: labels.start()] if labels else written).strip()
        start = len(text) + bool(text)
        text = f"{text} " if text else ""
        at = 0
        for name in _NAME.finditer(line):
            text += line[at : name.start()]
            names.append(Mark(_KINDS[name[1]], len(text), len(text) + len(name[2]), name[2]))
            text, at = text + name[2], name.end()
        text += line[at:]
        lines.append(Line(start, len(text), frozenset(labels[1].split() if labels else ())))
    return MarkedMessage(text, tuple(lines), tuple(names))
