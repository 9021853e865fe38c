"""Text as Telegram keeps it: plain, with entities counted in UTF-16 units, trimmed, links and commands found."""

import re
from collections.abc import Iterator

from simulator.happenings import JSON

FOUND_IN_TEXT = {
    "url": re.compile(r"\b(?:https?://|www\.)[^\s<>\"]+[^\s<>\".,;:!?)]", re.IGNORECASE),
    "email": re.compile(r"\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+\b"),
    "mention": re.compile(r"(?<![\w@.])@[A-Za-z]\w{3,31}\b"),
    "bot_command": re.compile(r"(?<![\w/<>])/[A-Za-z0-9_]{1,64}(?:@\w{4,32})?\b"),
}
NEVER_SEARCHED = {"code", "pre", "text_link"}


def units(text: str) -> int:
    """Length in UTF-16 code units, as Telegram counts offsets."""
    return len(text.encode("utf-16-le")) // 2


def entity(kind: str, offset: int, length: int, **more: str) -> JSON:
    return {"type": kind, "offset": offset, "length": length, **more}


def trimmed(text: str, entities: list[JSON]) -> tuple[str, list[JSON]]:
    """Without white space at both ends, as Telegram stores it; entities move along."""
    lead = units(text) - units(text.lstrip())
    kept = text.strip()
    return kept, list(_moved(entities, lead, units(kept)))


def with_found(text: str, entities: list[JSON]) -> tuple[JSON, ...]:
    """The entities given and those Telegram finds by itself: links, addresses, mentions, commands."""
    result = list(entities)
    for kind, pattern in FOUND_IN_TEXT.items():
        for match in pattern.finditer(text):
            found = entity(kind, units(text[: match.start()]), units(match.group()))
            if not any(_stands_against(known, found) for known in result):
                result.append(found)
    return tuple(sorted(result, key=lambda e: (e["offset"], -e["length"])))


def _moved(entities: list[JSON], lead: int, total: int) -> Iterator[JSON]:
    for each in entities:
        start = max(each["offset"] - lead, 0)
        end = min(each["offset"] + each["length"] - lead, total)
        if end > start:
            yield {**each, "offset": start, "length": end - start}


def _stands_against(known: JSON, found: JSON) -> bool:
    apart = known["offset"] + known["length"] <= found["offset"] or found["offset"] + found["length"] <= known["offset"]
    return not apart and (known["type"] in NEVER_SEARCHED or known["type"] in FOUND_IN_TEXT)
