"""Texts cut to what Telegram takes, and Telegram's HTML as plain text."""

import re
from html import unescape

LIMIT, CAPTION_LIMIT = 4096, 1024
"""Of a message, and of the words below a file, in UTF-16 units, as Telegram counts."""

BREAKS = ("\n\n", "\n", " ")


def pieces(text: str, limit: int = LIMIT) -> list[str]:
    """The text in parts of at most `limit` UTF-16 units, cut between paragraphs, else lines, else words.

    What is to be copied as a whole is cut only if it fits no message.
    """
    found: list[str] = []
    text = text.strip()
    while units(text) > limit:
        head = text.encode("utf-16-le")[: 2 * limit].decode("utf-16-le", errors="ignore")
        whole = head[: _end_of_whole(head)]
        cut = next((at for part in (whole, head) for at in map(part.rfind, BREAKS) if at > 0), len(head))
        found.append(text[:cut].rstrip())
        text = text[cut:].lstrip()
    return [*found, text] if text else found


def _end_of_whole(head: str) -> int:
    """Where a block begins that the head would cut; its end if it cuts none."""
    begins = head.rfind("<pre>")
    return begins if begins > head.rfind("</pre>") else len(head)


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def plain(html: str) -> str:
    """The words without the markup."""
    return unescape(re.sub(r"<[^>]+>", "", html))
