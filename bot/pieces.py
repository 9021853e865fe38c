"""Texts cut to what Telegram takes, and Telegram's HTML as plain text."""

import re
from html import unescape

LIMIT, CAPTION_LIMIT = 4096, 1024
"""Of a message, and of the words below a file, in UTF-16 units, as Telegram counts."""

BREAKS = ("\n\n", "\n", " ")
TAG = re.compile(r"<(/?)(\w+)[^<>]*>")
HALF = re.compile(r"(?:<[^<>]*|&[#\w]*)$")
"""A tag, or a character's name, whose end is missing."""


def pieces(text: str, limit: int = LIMIT) -> list[str]:
    """The text in parts of at most `limit` UTF-16 units, cut between paragraphs, else lines, else words.

    What is to be copied as a whole is cut only if it fits no message. Markup that a cut leaves open ends with that part
    and begins anew in the next.
    """
    found: list[str] = []
    text = text.strip()
    while units(text) > limit:
        cut = _cut(text.encode("utf-16-le")[: 2 * limit].decode("utf-16-le", errors="ignore"))
        part, rest = text[:cut].rstrip(), text[cut:].lstrip()
        opened = _left_open(part)
        found.append(part + "".join(f"</{tag[2]}>" for tag in reversed(opened)))
        text = "".join(tag[0] for tag in opened) + rest
    return [part for part in (*found, text) if plain(part).strip()]


def _cut(head: str) -> int:
    """Where to cut what fits; never within a tag or the name of a character, nor before anything is said."""
    whole = head[: _end_of_whole(head)]
    breaks = (at for part in (whole, head) for at in map(part.rfind, BREAKS) if at > 0 and plain(part[:at]).strip())
    cut = next(breaks, len(head))
    half = HALF.search(head, 0, cut)
    return half.start() or cut if half else cut


def _left_open(part: str) -> list[re.Match[str]]:
    """The opening tags that nothing in the part closes."""
    opened: list[re.Match[str]] = []
    for tag in TAG.finditer(part):
        if not tag[1]:
            opened.append(tag)
        elif opened:
            opened.pop()
    return opened


def _end_of_whole(head: str) -> int:
    """Where a block begins that the head would cut; its end if it cuts none."""
    begins = head.rfind("<pre>")
    return begins if begins > head.rfind("</pre>") else len(head)


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def plain(html: str) -> str:
    """The words without the markup."""
    return unescape(re.sub(r"<[^>]+>", "", html))
