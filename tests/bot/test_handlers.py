"""Every kind of update is read for what the user did; whatever is not for the bot, or not an update at all, is None."""

import json
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from assistant.ports import Arrival, Document, Form, Incoming, SharedContact
from bot.envelope import delivered, group_of, pressed_query
from bot.handlers import ATTACHMENTS, incoming

NOW = datetime(2026, 3, 4, 12, tzinfo=UTC)
SENT = datetime(2026, 3, 4, 9, 30, tzinfo=UTC)
KIM = {"id": 17, "is_bot": False, "first_name": "Kim"}
PRIVATE = {"id": 17, "type": "private", "first_name": "Kim"}
GROUP = {"id": -100, "type": "supergroup", "title": "Job hunt"}
BOT = {"id": 99, "is_bot": True, "first_name": "Afterword"}
FILE = {"file_id": "f", "file_unique_id": "u"}
HERE = {"latitude": 1.0, "longitude": 2.0}
SIZE = {"width": 9, "height": 9}

JSON = dict[str, Any]


def message(chat: JSON = PRIVATE, **content: object) -> JSON:
    return {"message_id": 5, "date": int(SENT.timestamp()), "chat": chat, "from": KIM, **content}


def press(data: str = "done:1", **content: object) -> JSON:
    shown = {"message_id": 8, "date": int(SENT.timestamp()), "chat": PRIVATE, "from": BOT, "text": "Ready?"}
    return {"id": "q1", "from": KIM, "chat_instance": "x", "message": shown, "data": data, **content}


def membership(old: str, new: str, chat: JSON = PRIVATE) -> JSON:
    until = {"until_date": 0}
    return {
        "chat": chat,
        "from": KIM,
        "date": int(SENT.timestamp()),
        "old_chat_member": {"status": old, "user": BOT, **until},
        "new_chat_member": {"status": new, "user": BOT, **until},
    }


def read(update: object, original: int | None = None) -> Incoming | None:
    return incoming(Arrival(3, json.dumps(update), original=original), NOW)


def did(form: Form, text: str, number: int | None = 5, at: datetime = SENT, original: int | None = None) -> Incoming:
    return Incoming(17, 3, form, text, at, number, original)


def test_a_message_is_its_text_when_it_was_written():
    assert read({"update_id": 1, "message": message(text="Just left Acme")}) == did(Form.TEXT, "Just left Acme")


def test_a_caption_is_what_the_user_said_of_the_picture():
    photo = [{**FILE, **SIZE}]
    update = {"update_id": 1, "message": message(photo=photo, caption="Dana's card")}
    assert read(update) == did(Form.TEXT, "Dana's card")


@pytest.mark.parametrize(
    ("sent", "text"),
    [
        ("/now", "/now"),
        ("/now@afterword_bot", "/now"),
        ("/skip@afterword_bot Acme", "/skip Acme"),
        ("write to dana/now@acme.example", "write to dana/now@acme.example"),
        ("half of a \ud83d smile", "half of a ? smile"),
    ],
)
def test_a_command_loses_the_name_of_the_bot_and_all_else_stays(sent, text):
    assert read({"update_id": 1, "message": message(text=sent)}) == did(Form.TEXT, text)


def test_an_edit_keeps_the_time_and_the_place_of_its_original():
    edited = message(text="Thursday", edit_date=int(NOW.timestamp()))
    assert read({"update_id": 1, "edited_message": edited}, original=2) == did(Form.EDIT, "Thursday", original=2)


@pytest.mark.parametrize(
    ("contact", "shared"),
    [
        (
            {"first_name": "Dana", "last_name": "Wu", "phone_number": "+15550100"},
            SharedContact("Dana Wu", "+15550100"),
        ),
        ({"first_name": "Dana", "phone_number": "15550100"}, SharedContact("Dana", "+15550100")),
        (
            {"first_name": "Dana", "phone_number": "030 5550100", "vcard": "BEGIN:VCARD"},
            SharedContact("Dana", "030 5550100", "BEGIN:VCARD"),
        ),
        ({"first_name": "Kim", "phone_number": "1", "user_id": 17}, SharedContact("Kim", "+1", is_own=True)),
    ],
)
def test_a_shared_contact_is_somebody_with_a_number_or_the_user(contact, shared):
    read_ = read({"update_id": 1, "message": message(contact=contact)})
    assert read_ == replace(did(Form.TEXT, ""), contact=shared)


@pytest.mark.parametrize(("name", "mime"), [("invite.ics", ""), ("a", "text/calendar"), ("Dana.VCF", "text/plain")])
def test_a_file_of_a_calendar_or_an_address_book_comes_with_what_was_written_below_it(name, mime):
    sent = {**FILE, "file_name": name, "mime_type": mime, "file_size": 9}
    read_ = read({"update_id": 1, "message": message(document=sent, caption="from Acme")})
    assert read_ == replace(did(Form.TEXT, "from Acme"), document=Document("f", name, mime, 9))


def test_any_other_file_is_an_attachment():
    sent = {**FILE, "file_name": "cv.pdf", "mime_type": "application/pdf"}
    assert read({"update_id": 1, "message": message(document=sent)}) == did(Form.ATTACHMENT, "document")


def test_a_press_is_its_data_now():
    assert read({"update_id": 1, "callback_query": press()}) == did(Form.PRESS, "done:1", 8, NOW)


def test_a_press_on_a_message_too_old_to_see_counts_too():
    hidden = {"message_id": 8, "date": 0, "chat": PRIVATE}
    assert read({"update_id": 1, "callback_query": press(message=hidden)}) == did(Form.PRESS, "done:1", 8, NOW)


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        ({"sticker": {**FILE, **SIZE, "type": "regular", "is_animated": False, "is_video": False}}, "sticker"),
        ({"voice": {**FILE, "duration": 3}}, "voice"),
        ({"photo": [{**FILE, **SIZE}]}, "photo"),
        ({"document": FILE}, "document"),
        ({"animation": {**FILE, **SIZE, "duration": 3}, "document": FILE}, "animation"),
        ({"location": HERE, "venue": {"location": HERE, "title": "Office", "address": "Street 1"}}, "venue"),
        ({"dice": {"emoji": "🎲", "value": 3}}, "dice"),
    ],
)
def test_an_attachment_is_its_kind(content, kind):
    assert read({"update_id": 1, "message": message(**content)}) == did(Form.ATTACHMENT, kind)
    assert kind in ATTACHMENTS


def test_blocking_and_coming_back():
    blocked = {"update_id": 1, "my_chat_member": membership("member", "kicked")}
    assert read(blocked) == did(Form.BLOCKED, "", None)
    returned = {"update_id": 1, "my_chat_member": membership("kicked", "member")}
    assert read(returned) == did(Form.RETURNED, "", None)


def test_in_a_group_only_commands_and_being_added_are_for_the_bot():
    command = message(GROUP, text="/now@afterword_bot")
    assert read({"update_id": 1, "message": command}) == did(Form.GROUP, "-100")
    added = membership("left", "administrator", GROUP)
    added["new_chat_member"] |= dict.fromkeys(ADMINISTRATOR_RIGHTS, False)
    assert read({"update_id": 1, "my_chat_member": added}) == did(Form.GROUP, "-100", None)
    for update in (
        {"message": message(GROUP, text="who got the job?")},
        {"edited_message": message(GROUP, text="/now")},
        {"callback_query": press(message=message(GROUP, text="Ready?"))},
        {"my_chat_member": membership("member", "left", GROUP)},
        {"my_chat_member": membership("left", "member", {"id": -7, "type": "channel", "title": "News"})},
    ):
        assert read({"update_id": 1, **update}) is None


ADMINISTRATOR_RIGHTS = (
    "can_be_edited", "is_anonymous", "can_manage_chat", "can_delete_messages", "can_manage_video_chats",
    "can_restrict_members", "can_promote_members", "can_change_info", "can_invite_users", "can_post_stories",
    "can_edit_stories", "can_delete_stories",
)  # fmt: skip


@pytest.mark.parametrize(
    "update",
    [
        {"update_id": 1},
        {"update_id": 1, "message": message()},
        {"update_id": 1, "message": message(pinned_message=message(text="old"))},
        {"update_id": 1, "edited_message": message(location={"latitude": 1.0, "longitude": 2.0})},
        {"update_id": 1, "message": {"text": "no date, no chat"}},
        {"update_id": 1, "callback_query": press(message=None)},
        {"update_id": 1, "callback_query": {**press(), "data": None, "game_short_name": "chess"}},
        {"update_id": 1, "channel_post": message(text="news")},
        {},
        [],
        None,
        "text",
    ],
)
def test_what_is_nothing_to_the_bot_or_malformed_is_none(update):
    assert read(update) is None


def test_what_is_not_even_json_is_none():
    assert incoming(Arrival(3, "{"), NOW) is None


values = some.recursive(
    some.none() | some.booleans() | some.integers() | some.text(max_size=5),
    lambda inner: some.lists(inner, max_size=3) | some.dictionaries(some.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)


@given(some.sampled_from(["message", "edited_message", "callback_query", "my_chat_member"]), some.data())
def test_nothing_that_strangers_send_raises(kind, data):
    whole = {"message": message(text="hi"), "edited_message": message(text="hi"), "callback_query": press()}
    content = {**whole.get(kind, membership("member", "kicked"))}
    content[data.draw(some.sampled_from(sorted(content)))] = data.draw(values)
    update = {"update_id": 1, kind: content}
    found = read(update)
    assert found is None or (isinstance(found.user, int) and isinstance(found.text, str))
    taken = delivered(update)
    assert taken is None or 0 < taken.user < 2**52
    assert taken is None or taken.message is None or 0 < taken.message < 2**52


@pytest.mark.parametrize("odd", [[2], {"a": 1}, 0.5], ids=str)
@pytest.mark.parametrize("part", ["file_name", "mime_type", "file_size"])
def test_a_file_of_an_odd_shape_is_nothing_to_us(part, odd):
    sent = {"file_id": "f", "file_unique_id": "u", "file_name": "a.ics", "mime_type": "text/calendar", "file_size": 9}
    assert read({"update_id": 1, "message": message(document=sent)}).document
    assert read({"update_id": 1, "message": message(document={**sent, part: odd})}) is None


def test_of_an_update_nothing_is_kept_that_nobody_needs():
    somebody = {"id": 4, "is_bot": False, "first_name": "Vera", "username": "vera", "language_code": "de"}
    private = {"id": 4, "type": "private", "first_name": "Vera", "username": "vera"}
    origin = {"type": "user", "date": 1, "sender_user": somebody}
    quoted = {"message_id": 3, "date": 1, "chat": private, "from": somebody, "text": "quoted words"}
    about = {"message_id": 5, "date": 2, "chat": private, "from": somebody}
    forwarded = {
        "update_id": 1,
        "message": {**about, "text": "hi", "forward_origin": origin, "reply_to_message": quoted},
    }
    pressed = {"id": "q", "from": somebody, "chat_instance": "c", "data": "1|undo|3|", "message": quoted}
    for update in (forwarded, {"update_id": 2, "callback_query": pressed}):
        kept = delivered(update).update
        assert not any(word in kept.lower() for word in ("vera", "quoted", "language"))
        assert incoming(Arrival(1, kept), NOW).user == 4
    assert incoming(Arrival(1, delivered(forwarded).update), NOW).is_forwarded


def test_the_envelope_tells_whose_update_it_is_and_what_it_is_about():
    written = {"update_id": 1, "message": message(text="hi")}
    edited = {"update_id": 1, "edited_message": message(text="hi")}
    pressed = {"update_id": 1, "callback_query": press()}
    blocked = {"update_id": 1, "my_chat_member": membership("member", "kicked")}
    post = {"update_id": 1, "channel_post": {"message_id": 5, "chat": {"id": -7, "type": "channel"}}}
    taken = [delivered(each) for each in (written, edited, pressed, blocked)]
    assert [(each.user, each.message, each.is_edit) for each in taken] == [
        (17, 5, False),
        (17, 5, True),
        (17, None, False),
        (17, None, False),
    ]
    assert delivered(post) is None
    assert [pressed_query(json.dumps(each)) for each in (pressed, written)] == ["q1", None]
    in_group = json.dumps({"update_id": 1, "message": message(GROUP, text="/now")})
    assert [group_of(each) for each in (in_group, json.dumps(pressed), None)] == [-100, None, None]


@pytest.mark.parametrize(
    "odd", [None, 5, "q", [], ["group"], {}, {"id": [4], "type": "group"}, {"type": "group"}], ids=str
)
def test_an_envelope_of_another_shape_names_no_press_and_no_group(odd):
    assert pressed_query(json.dumps({"update_id": 1, "callback_query": odd and [odd]})) is None
    assert group_of(json.dumps({"update_id": 1, "message": {"chat": odd}})) is None
    assert group_of(json.dumps({"update_id": 1, "message": odd})) is None


def test_where_the_user_is_is_a_place():
    found = read({"update_id": 1, "message": message(location={"latitude": -33.865143, "longitude": 151.2099})})
    assert (found.form, found.text) == (Form.PLACE, "-33.865143,151.209900")
