"""parse_mode=MarkdownV2: marks to entities, refusing reserved characters that are not escaped."""

import re
from dataclasses import dataclass, field

from simulator.entities import entity, units
from simulator.happenings import JSON
from simulator.refusals import Malformed

MARKS = {
    "*": "bold", "_": "italic", "__": "underline", "~": "strikethrough", "||": "spoiler", "`": "code", "```": "pre",
}  # fmt: skip
TOKEN = re.compile(
    r"\\(?P<escaped>[\x01-\x7e])|(?P<mark>```|\|\||__|[*_~`])|(?P<link>\[)|\]\((?P<url>[^)\s]+)\)"
    r"|(?P<quote>(?<![^\n])>)|(?P<reserved>[\[\]()~>#+\-=|{}.!])|(?P<text>.)",
    re.DOTALL,
)


@dataclass
class _Reader:
    text: str = ""
    open: list[tuple[str, int]] = field(default_factory=list)
    entities: list[JSON] = field(default_factory=list)

    def read(self, source: str) -> None:
        for token in TOKEN.finditer(source):
            self._take(token)
        self._end_quote()
        if self.open:
            raise Malformed(f"can't parse entities: Can't find end of the entity starting with {self.open[-1][0]!r}")

    def _take(self, token: re.Match[str]) -> None:
        if token["escaped"]:
            self.text += token["escaped"]
        elif token["mark"] and (not self._in_code() or token["mark"] == self.open[-1][0]):
            self._toggle(token["mark"])
        elif self._in_code() or token["text"]:
            self._plain(token.group())
        elif token["link"] or token["quote"]:
            self.open.append((token.group(), units(self.text)))
        elif token["url"] and self.open and self.open[-1][0] == "[":
            self._close("text_link", url=token["url"])
        else:
            reserved = f"Character '{token.group()[0]}' is reserved and must be escaped with the preceding '\\'"
            raise Malformed(f"can't parse entities: {reserved}")

    def _plain(self, text: str) -> None:
        if text == "\n":
            self._end_quote()
        self.text += text

    def _toggle(self, mark: str) -> None:
        if self.open and self.open[-1][0] == mark:
            self._close(MARKS[mark])
        else:
            self.open.append((mark, units(self.text)))

    def _close(self, kind: str, **more: str) -> None:
        _, offset = self.open.pop()
        if units(self.text) > offset:
            self.entities.append(entity(kind, offset, units(self.text) - offset, **more))

    def _end_quote(self) -> None:
        if self.open and self.open[-1][0] == ">":
            self._close("blockquote")

    def _in_code(self) -> bool:
        return bool(self.open) and self.open[-1][0] in {"`", "```"}


def parse_markdown(source: str) -> tuple[str, list[JSON]]:
    """The plain text and its entities. Raises Malformed."""
    reader = _Reader()
    reader.read(source)
    return reader.text, reader.entities
