"""What a keyboard under a message may be: how many buttons, and what each may carry."""

import json
from typing import Any

from simulator.happenings import JSON
from simulator.refusals import Malformed

MOST_BUTTONS, MOST_IN_A_ROW, MOST_BYTES = 100, 8, 10_000
MOST_REPLY_BUTTONS, MOST_REPLY_BUTTONS_IN_A_ROW = 300, 12
INLINE_ACTIONS = {
    "url", "callback_data", "web_app", "login_url", "switch_inline_query", "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat", "copy_text", "callback_game", "pay",
}  # fmt: skip


def check_keyboard(markup: JSON | None) -> None:
    """Raises Malformed."""
    if not markup:
        return
    inline: list[list[JSON]] = markup.get("inline_keyboard", [])
    reply: list[list[Any]] = markup.get("keyboard", [])
    _check_size(inline, MOST_BUTTONS, MOST_IN_A_ROW)
    _check_size(reply, MOST_REPLY_BUTTONS, MOST_REPLY_BUTTONS_IN_A_ROW)
    if len(json.dumps(markup, ensure_ascii=False, default=str).encode()) > MOST_BYTES:
        raise Malformed("reply markup is too long")
    for row in inline:
        for button in row:
            _check_inline_button(button)


def _check_size(rows: list[list[Any]], most: int, most_in_a_row: int) -> None:
    if sum(map(len, rows)) > most or any(len(row) > most_in_a_row for row in rows):
        raise Malformed("reply markup is too long")


def _check_inline_button(button: JSON) -> None:
    if not button["text"].strip():
        raise Malformed("inline keyboard button text must be non-empty")
    actions = [name for name in INLINE_ACTIONS if button.get(name) not in (None, "")]
    if not actions:
        raise Malformed("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
    if len(actions) > 1:
        raise Malformed("can't parse inline keyboard button: exactly one action must be used")
    if len(button.get("callback_data", "").encode()) > 64:
        raise Malformed("BUTTON_DATA_INVALID")
    if "copy_text" in button and not 1 <= len(button["copy_text"]["text"]) <= 256:
        raise Malformed("BUTTON_COPY_TEXT_INVALID")
    if "url" in button and not button["url"].startswith(("http://", "https://", "tg://", "mailto:")):
        raise Malformed(f"inline keyboard button URL '{button['url']}' is invalid: Unsupported URL protocol")
