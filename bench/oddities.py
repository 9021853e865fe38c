"""What an update should not hold, and a forged or a future one may: odd words, odd numbers, odd shapes, as drawn."""

import json
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

JSON = dict[str, Any]
Spot = tuple[Any, Any]

STORIES = Path(__file__).parents[1] / "tests" / "stories"
STRANGE_WORDS = (
    "", " ", "\x00", "\ud800", "\udfff tail", "\u202eemca\u202c", "\u2066Acme\u2069", "\u200b\u200d\ufeff",
    "e\u0301" * 40,
    "👩‍👩‍👧‍👦🏳️‍🌈", "عميد الشركة", "חברת אקמי", "社 株式会社", "ﷺ" * 30, "<b>Acme",
    "</b></pre><a href='x'>", "&lt;&amp;&#0;",
    "{ $company }", "{ -brand }", "*_`[](", "%s %d {0} {}", "'; DROP TABLE users; --", "=cmd|'/c calc'!A1",
    "../../etc/passwd",
    "http://127.0.0.1/\r\nX: y", "Feb 30", "99:99", "in 99999999999999999999 days", "on 1/1/0000", "year 10000",
    "Acme " * 900, "a" * 4096, "\n" * 500, "1" * 400, "@" * 300, "İstanbul ı ß ﬃ", "\u0085\u2028\u2029", "+" * 60,
)  # fmt: skip
STRANGE_NUMBERS = (
    0, -1, 1, 2**31 - 1, 2**31, 2**52 - 1, 2**52, 2**53 + 1, 2**63 - 1, 2**63, 2**64, -(2**63), 10**30, 0.5, -0.0,
    1e308, 253402300799, 253402300800, -62135596801, float("nan"), float("inf"),
)  # fmt: skip
STRANGE_SHAPES: tuple[Any, ...] = (None, True, False, [], {}, [[]], [None], {"id": None}, {"": ""}, [1, "2", {}])
SENTENCES = (
    "interview at {} just finished with {}, felt great",
    "interview at {} tomorrow at 14:00, {}",
    "{} made me an offer, I have to answer by {}",
    "my time zone is {}. {}",
    "{} said no. {}",
    "remind me {} about {}",
    "/list {}{}",
    "thanked {}, {}@acme.example",
)
SOMEBODY = {"id": 42, "is_bot": False, "first_name": "Somebody"}
QUOTED = {"message_id": 5, "date": 1, "chat": {"id": 42, "type": "private"}, "from": SOMEBODY, "text": "\u202equoted"}
GRAFTS: tuple[JSON, ...] = (
    {"forward_origin": {"type": "user", "date": 0, "sender_user": SOMEBODY}},
    {"forward_origin": {"type": "hidden_user", "date": 2**40, "sender_user_name": "\ud800"}},
    {"forward_origin": {"type": "never heard of"}},
    {"reply_to_message": {**QUOTED, "reply_to_message": {**QUOTED, "reply_to_message": QUOTED}}},
    {"external_reply": {"origin": {"type": "channel"}}, "quote": {"text": "\udc00", "position": -1}},
    {"entities": [{"type": "bold", "offset": -5, "length": 10**9}, {"type": "new", "offset": 0}]},
    {"text": "interview at Ac\ud800me tomorrow at 10 with Dana \udfffReed"},
    {"text": "\ud83d/list \udc00"},
    {"text": None, "caption": "interview at Acme tomorrow at 10", "photo": []},
    {"text": None, "poll": {"id": "1", "question": "?", "options": []}},
    {"text": None, "dice": {"emoji": "🎲", "value": 7}},
    {"text": None, "venue": {"location": {"latitude": 95, "longitude": 500}, "title": "t", "address": "a"}},
    {"text": None, "location": {"latitude": 1e9, "longitude": float("nan")}},
    {"text": None, "contact": {"phone_number": "", "first_name": "\u202e<b>"}},
    {"text": None, "contact": {"phone_number": "1" * 500, "first_name": "a" * 5000, "vcard": "BEGIN:VCARD\n" * 200}},
    {"text": None, "document": {"file_id": "never seen", "file_unique_id": "u", "file_name": "a.ics"}},
    {"text": None, "document": {"file_id": "x" * 9000, "file_unique_id": "u", "file_name": "b.vcf", "file_size": -1}},
    {"text": None, "checklist": {"title": "t", "tasks": []}},
    {"text": None, "new_chat_members": [SOMEBODY], "migrate_to_chat_id": -5},
    {"chat": {"id": -100500, "type": "channel", "title": "c"}},
    {"chat": {"id": -7, "type": "supergroup", "title": "g", "is_forum": True}, "message_thread_id": 3},
    {"from": {"id": 136817688, "is_bot": True, "first_name": "Channel"}, "sender_chat": {"id": -1, "type": "channel"}},
    {"via_bot": SOMEBODY, "edit_date": -1, "media_group_id": "1", "has_protected_content": True},
    {"inline_message_id": "only", "message": None, "game_short_name": "g"},
    {"message": {"chat": {"id": 42, "type": "private"}, "message_id": 1, "date": 0}},
)
KINDS = (
    "channel_post", "edited_channel_post", "business_message", "inline_query", "chosen_inline_result", "poll",
    "poll_answer",
    "chat_member", "chat_join_request", "message_reaction", "pre_checkout_query", "never_heard_of", "message",
    "edited_message", "callback_query", "my_chat_member",
)  # fmt: skip


@cache
def lines_of_stories() -> list[str]:
    """What the people of all stories write."""
    told = (line for path in sorted(STORIES.glob("*.md")) for line in path.read_text(encoding="utf-8").splitlines())
    said = (line.removeprefix("> ").replace(" ⏎ ", "\n") for line in told if line.startswith("> "))
    return sorted({line for line in said if not line.startswith(("[", "("))})


ANY_CHARACTERS = st.text(st.characters(codec=None), max_size=60)
STRANGE = st.sampled_from(STRANGE_WORDS) | ANY_CHARACTERS
WORDS = st.one_of(
    st.sampled_from(lines_of_stories()),
    st.sampled_from(lines_of_stories()),
    st.builds(str.format, st.sampled_from(SENTENCES), STRANGE, STRANGE),
    st.builds("{} {}".format, st.sampled_from(lines_of_stories()), STRANGE),
    STRANGE,
)
VALUES: st.SearchStrategy[Any] = st.one_of(
    st.sampled_from(STRANGE_NUMBERS), st.sampled_from(STRANGE_SHAPES), STRANGE, st.sampled_from(GRAFTS)
)


@dataclass(frozen=True)
class Wrong:
    """Something wrong with an update: at which of its spots, what is done there, and with what."""

    how: str
    where: int
    value: Any

    def done_to(self, update: JSON) -> None:
        spots = list(_spots(update))
        if not spots:
            return
        holder, key = spots[self.where % len(spots)]
        match self.how:
            case "lacks":
                del holder[key]
            case "holds":
                holder[key] = deepcopy(self.value)
            case "wraps":
                holder[key] = [holder[key]] * 2
            case "renamed":
                kind = next((name for name in update if name != "update_id"), "message")
                update[KINDS[self.where % len(KINDS)]] = update.pop(kind, deepcopy(self.value))
            case "grafted":
                content = next((part for part in update.values() if isinstance(part, dict)), update)
                content |= json.loads(json.dumps(GRAFTS[self.where % len(GRAFTS)]))


def _spots(part: Any) -> Iterator[Spot]:
    """Every place in it that holds something, with whatever holds it."""
    inside = part.items() if isinstance(part, dict) else enumerate(part) if isinstance(part, list) else ()
    for key, value in list(inside):
        yield part, key
        yield from _spots(value)


HOW = st.sampled_from(("lacks", "holds", "holds", "holds", "wraps", "renamed", "grafted", "grafted"))
WRONGS = st.builds(Wrong, HOW, st.integers(0, 200), VALUES)
