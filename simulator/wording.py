"""A text parameter, its parse_mode and entities, to the wording Telegram keeps."""

from typing import Any

from simulator.conversation import Wording
from simulator.entities import trimmed, units, with_found
from simulator.happenings import JSON
from simulator.html_text import parse_html
from simulator.markdown_text import parse_markdown
from simulator.refusals import Malformed

LONGEST_TEXT, LONGEST_CAPTION = 4096, 1024


def message_text(parameters: JSON) -> Wording:
    """Raises Malformed when nothing or too much is left after the markup is taken out."""
    wording = _worded(parameters["text"], parameters.get("parse_mode"), parameters.get("entities"))
    if not wording.text:
        raise Malformed("message text is empty")
    if units(wording.text) > LONGEST_TEXT:
        raise Malformed("message is too long")
    return wording


def caption(parameters: JSON) -> Wording:
    """Raises Malformed when it is too long."""
    wording = _worded(parameters.get("caption", ""), parameters.get("parse_mode"), parameters.get("caption_entities"))
    if units(wording.text) > LONGEST_CAPTION:
        raise Malformed("message caption is too long")
    return wording


def as_typed(text: str) -> Wording:
    """What a person wrote."""
    kept, _ = trimmed(text, [])
    return Wording(kept, with_found(kept, []))


def _worded(source: str, parse_mode: str | None, given: list[dict[str, Any]] | None) -> Wording:
    text, entities = _parsed(source, parse_mode)
    kept, moved = trimmed(text, entities if parse_mode else given or [])
    written = source.strip() if (parse_mode or "").lower() == "html" else ""
    return Wording(kept, with_found(kept, moved), written)


def _parsed(source: str, parse_mode: str | None) -> tuple[str, list[JSON]]:
    match (parse_mode or "").lower():
        case "":
            return source, []
        case "html":
            return parse_html(source)
        case "markdownv2":
            return parse_markdown(source)
    raise Malformed("unsupported parse_mode")
