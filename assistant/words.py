"""A reply becomes an outgoing message: the catalogue's words, and buttons with their data."""

import re
from datetime import datetime
from itertools import accumulate

from assistant.ports import MOST_COPIED, Button, Outgoing
from assistant.reply import Choice, InFull, Line, Reply, Row, Value, saying
from language.speech import Speech, Words, joined_up
from language.speech import Value as Spoken
from rules.preferences import Preferences

COPIED = re.compile(r"<(pre|code)>.*?</\1>", re.DOTALL)
"""What one tap copies, and what goes elsewhere as it is."""
BETWEEN, BELOW = " · ", "\n"
MOST_BUTTONS = 100
"""That Telegram takes below one message."""


def in_words(reply: Reply, now: datetime, preferences: Preferences, pressed: int | None = None) -> Outgoing:
    """The reply in the user's language and zone; `pressed` is the message whose button asked for it."""
    speech = Speech(now.astimezone(preferences.zone_info), preferences.heard_in_info, preferences.language)
    paragraphs = (" ".join(_said(line, speech) for line in paragraph) for paragraph in reply.paragraphs)
    return Outgoing(
        text=COPIED.sub(lambda block: joined_up(block[0]), "\n\n".join(paragraphs)),
        buttons=tuple(tuple(_button(choice, speech) for choice in row) for row in _that_fit(reply.buttons)),
        edits=pressed if reply.in_place else None,
        toast=plain(_said(reply.toast, speech)) if reply.toast else None,
        attaches=reply.attaches,
        place_button=plain(_said(reply.place_button, speech)) if reply.place_button else None,
    )


def _button(choice: Choice, speech: Speech) -> Button:
    return Button(
        label=plain(_said(choice.label, speech)),
        press=choice.press.data if choice.press else "",
        copies=plain(_said(choice.copies, speech))[:MOST_COPIED] if choice.copies else None,
    )


def in_plain_words(said: Line, now: datetime, preferences: Preferences) -> str:
    """One line without markup, for what is no message: a file, a page."""
    return plain(in_words(saying(said), now, preferences).text)


def _said(line: Line, speech: Speech) -> Words:
    return speech.say(line.text, {name: _spoken(value, speech) for name, value in line.values.items()})


def _spoken(value: Value, speech: Speech) -> Spoken:
    if isinstance(value, Line):
        return _said(value, speech)
    if isinstance(value, Row):
        return Words((BELOW if value.is_list else BETWEEN).join(_said(line, speech) for line in value.lines))
    if isinstance(value, tuple):
        return tuple(_said(each, speech) if isinstance(each, Line) else each for each in value)
    if isinstance(value, InFull):
        return speech.moment_in_full(value.at) if isinstance(value.at, datetime) else speech.day_in_full(value.at)
    return value


def _that_fit(rows: tuple[tuple[Choice, ...], ...]) -> tuple[tuple[Choice, ...], ...]:
    """The rows that Telegram takes: the last one, with Undo, and as many of the others as there is room for."""
    room = MOST_BUTTONS - sum(map(len, rows[-1:]))
    fitting = [row for row, used in zip(rows[:-1], accumulate(map(len, rows)), strict=False) if used <= room]
    return (*fitting, *rows[-1:])


def plain(words: str) -> str:
    """Words for a place that shows no markup."""
    for tag in ("<b>", "</b>", "<i>", "</i>", "<code>", "</code>", "<pre>", "</pre>"):
        words = words.replace(tag, "")
    return joined_up(words).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
