"""parse_mode=HTML: tags to entities, refusing what Telegram refuses, in its words."""

import html
import re
from dataclasses import dataclass, field

from simulator.entities import entity, units
from simulator.happenings import JSON
from simulator.refusals import Malformed

TAGS = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "ins": "underline",
    "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough", "tg-spoiler": "spoiler", "span": "spoiler",
    "code": "code", "pre": "pre", "blockquote": "blockquote", "a": "text_link", "tg-emoji": "custom_emoji",
}  # fmt: skip
TOKEN = re.compile(r"<(?P<slash>/?)(?P<tag>[^\s>/]*)(?P<attributes>[^>]*)>|(?P<open><)|(?P<text>[^<]+)")
ATTRIBUTE = re.compile(r"([\w-]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"']+)))?")
CHARACTER = re.compile(r"&(?:lt|gt|amp|quot|#\d+|#x[0-9a-fA-F]+);")


@dataclass
class _Open:
    tag: str
    attributes: dict[str, str]
    offset: int


@dataclass
class _Reader:
    source: str
    text: str = ""
    open: list[_Open] = field(default_factory=list)
    entities: list[JSON] = field(default_factory=list)

    def read(self) -> None:
        for token in TOKEN.finditer(self.source):
            if token["text"]:
                self.text += CHARACTER.sub(lambda match: html.unescape(match.group()), token["text"])
            elif token["open"]:
                raise _cannot_parse(f"Unclosed start tag at byte offset {self._byte(token.start())}")
            elif token["slash"]:
                self._end(token["tag"].lower(), token.start())
            else:
                self._start(token["tag"].lower(), _attributes(token["attributes"]), token.start())
        if self.open:
            raise _cannot_parse(f'Can\'t find end tag corresponding to start tag "{self.open[-1].tag}"')

    def _start(self, tag: str, attributes: dict[str, str], at: int) -> None:
        if tag not in TAGS:
            raise _cannot_parse(f'Unsupported start tag "{tag}" at byte offset {self._byte(at)}')
        if tag == "span" and attributes.get("class") != "tg-spoiler":
            raise _cannot_parse(f'Tag "span" must have class "tg-spoiler" at byte offset {self._byte(at)}')
        self.open.append(_Open(tag, attributes, units(self.text)))

    def _end(self, tag: str, at: int) -> None:
        if not self.open:
            raise _cannot_parse(f"Unexpected end tag at byte offset {self._byte(at)}")
        begun = self.open.pop()
        if tag and tag != begun.tag:
            where = f'at byte offset {self._byte(at)}, expected "</{begun.tag}>", found "</{tag}>"'
            raise _cannot_parse(f"Unmatched end tag {where}")
        length = units(self.text) - begun.offset
        if length and not self._names_language(begun):
            self.entities.append(entity(_kind(begun), begun.offset, length, **_details(begun)))

    def _names_language(self, code: _Open) -> bool:
        """<pre><code class="language-x"> is one entity: the class moves to the pre."""
        language = code.attributes.get("class", "").removeprefix("language-")
        if code.tag != "code" or not self.open or self.open[-1].tag != "pre" or not language:
            return False
        self.open[-1].attributes["language"] = language
        return True

    def _byte(self, position: int) -> int:
        return len(self.source[:position].encode())


def parse_html(source: str) -> tuple[str, list[JSON]]:
    """The plain text and its entities. Raises Malformed."""
    reader = _Reader(source)
    reader.read()
    return reader.text, reader.entities


def _attributes(source: str) -> dict[str, str]:
    return {m[1]: html.unescape(m[2] or m[3] or m[4] or "") for m in ATTRIBUTE.finditer(source)}


def _kind(begun: _Open) -> str:
    is_expandable = begun.tag == "blockquote" and "expandable" in begun.attributes
    return "expandable_blockquote" if is_expandable else TAGS[begun.tag]


def _details(begun: _Open) -> dict[str, str]:
    wanted = {"a": ("url", "href"), "pre": ("language", "language"), "tg-emoji": ("custom_emoji_id", "emoji-id")}
    name, attribute = wanted.get(begun.tag, ("", ""))
    return {name: begun.attributes[attribute]} if attribute in begun.attributes else {}


def _cannot_parse(why: str) -> Malformed:
    return Malformed(f"can't parse entities: {why}")
