"""Malformed calls are answered as Telegram does, and kept as violations for the end of a test."""

import pytest

from simulator.messages import ANSWERABLE_SECONDS

BUTTON = {"text": "Done", "callback_data": "done"}


def inline(*buttons):
    return {"inline_keyboard": [[button] for button in buttons]}


def said(**more):
    return "sendMessage", {"chat_id": 1001, "text": "Hello", **more}


MALFORMED = [
    (said(txt="x"), "sendMessage has no parameter txt"),
    (said(text=None), "message text is empty"),
    (said(text="  \n "), "message text is empty"),
    (said(chat_id=[1]), "wrong parameter chat_id"),
    (said(reply_markup="{not json"), "can't parse reply_markup JSON object"),
    (said(reply_markup=inline({**BUTTON, "colour": "red"})), "sendMessage has no parameter colour"),
    (said(parse_mode="Markdown"), "unsupported parse_mode"),
    (said(text="x" * 4097), "message is too long"),
    (said(text="👋" * 2049), "message is too long"),
    (said(text="a <n> b", parse_mode="HTML"), 'can\'t parse entities: Unsupported start tag "n" at byte offset 2'),
    (said(text="é<b>", parse_mode="HTML"), "can't parse entities: Can't find end tag corresponding to start tag \"b\""),
    (said(text="é</b>", parse_mode="HTML"), "can't parse entities: Unexpected end tag at byte offset 2"),
    (said(text="a < b", parse_mode="HTML"), 'Unsupported start tag ""|Unclosed start tag at byte offset 2'),
    (
        said(text="<b><i>x</b></i>", parse_mode="HTML"),
        'can\'t parse entities: Unmatched end tag at byte offset 7, expected "</i>", found "</b>"',
    ),
    (said(text="<span>x</span>", parse_mode="HTML"), 'must have class "tg-spoiler"'),
    (said(text="end.", parse_mode="MarkdownV2"), r"Character '\.' is reserved and must be escaped"),
    (said(text="*bold", parse_mode="MarkdownV2"), "Can't find end of the entity"),
    (said(reply_markup=inline({"text": "Done", "callback_data": "é" * 33})), "BUTTON_DATA_INVALID"),
    (said(reply_markup=inline({"text": "Copy", "copy_text": {"text": "x" * 257}})), "BUTTON_COPY_TEXT_INVALID"),
    (said(reply_markup=inline({"text": "Done"})), "Text buttons are unallowed in the inline keyboard"),
    (said(reply_markup=inline({"text": " ", "callback_data": "x"})), "button text must be non-empty"),
    (said(reply_markup=inline({**BUTTON, "url": "https://acme.test"})), "exactly one action"),
    (said(reply_markup=inline({"text": "Go", "url": "ftp://acme.test"})), "Unsupported URL protocol"),
    (said(reply_markup=inline(*[BUTTON] * 101)), "reply markup is too long"),
    (said(reply_markup={"inline_keyboard": [[BUTTON] * 9]}), "reply markup is too long"),
    (said(reply_markup=inline(*[{**BUTTON, "text": "x" * 120}] * 90)), "reply markup is too long"),
    (said(reply_markup={"keyboard": [[{"text": "x"}] * 13]}), "reply markup is too long"),
    (("sendChatAction", {"chat_id": 1001, "action": "dancing"}), "wrong parameter action"),
    (("answerCallbackQuery", {"callback_query_id": "1", "text": "x" * 201}), "MESSAGE_TOO_LONG"),
    (("editMessageText", {"text": "x"}), "message identifier is not specified"),
    (("deleteMessages", {"chat_id": 1001, "message_ids": []}), "message identifiers"),
    (("setMyCommands", {"commands": [{"command": "Now", "description": "x"}]}), "BOT_COMMAND_INVALID"),
    (("setMyCommands", {"commands": [{"command": "x" * 33, "description": "x"}]}), "BOT_COMMAND_INVALID"),
    (("setMyCommands", {"commands": [{"command": "now", "description": ""}]}), "BOT_COMMAND_DESCRIPTION_INVALID"),
    (("setMyCommands", {"commands": [{"command": "now", "description": "x"}] * 101}), "BOT_COMMANDS_TOO_MUCH"),
    (("setMyName", {"name": "x" * 65}), "bot name is too long"),
    (("setMyShortDescription", {"short_description": "x" * 121}), "bot short description is too long"),
    (("setWebhook", {"url": "ftp://acme.test"}), "bad webhook"),
    (("sendDocument", {"chat_id": 1001, "document": "attach://nothing"}), "nothing attached as nothing"),
]


@pytest.mark.parametrize(("request_", "words"), MALFORMED, ids=[words for _, words in MALFORMED])
async def test_a_malformed_call_is_answered_400_and_kept(call, telegram, ana, request_, words):
    method, parameters = request_
    answer = await call(method, **{name: value for name, value in parameters.items() if value is not None})
    assert (answer["ok"], answer["error_code"]) == (False, 400)
    assert answer["description"].startswith("Bad Request: ")
    with pytest.raises(ValueError, match=words):
        raise ValueError(answer["description"])
    assert [violation.method for violation in telegram.violations] == [method]
    assert ana.inbox == []


@pytest.mark.parametrize("method", ["sendGreetings", "banChatMember"])
async def test_a_method_that_is_not_offered_is_not_found(call, telegram, method):
    answer = await call(method)
    assert (answer["error_code"], f"does not offer {method}" in answer["description"]) == (404, True)
    assert len(telegram.violations) == 1


async def test_a_long_caption_is_refused(client, telegram, ana):
    with pytest.raises(client.errors["bad request"], match=r"(?i)message caption is too long"):
        await client.bot.send_document(ana.id, client.upload(b"x", "x.txt"), caption="x" * 1025)
    assert len(telegram.violations) == 1


async def test_what_just_fits_is_taken(call, telegram, ana):
    keyboard = {
        "inline_keyboard": [
            [{"text": "x", "callback_data": "x" * 64}] * 8,
            [{"text": "c", "copy_text": {"text": "x" * 256}}],
        ]
    }
    answer = await call(
        "sendMessage", chat_id=ana.id, text="<b>" + "x" * 4096 + "</b>", parse_mode="HTML", reply_markup=keyboard
    )
    assert answer["ok"]
    assert telegram.violations == []


async def test_the_same_text_again_is_not_modified_and_no_violation(call, telegram, ana):
    await call("sendMessage", chat_id=ana.id, text="Noted")
    answer = await call("editMessageText", chat_id=ana.id, message_id=1, text="Noted ")
    assert answer["description"].startswith("Bad Request: message is not modified: specified new message content")
    assert telegram.violations == []


async def test_a_press_cannot_be_answered_for_ever(call, telegram, ana):
    await call("sendMessage", chat_id=ana.id, text="Well?", reply_markup=inline(BUTTON))
    asked = telegram.world.monotonic()
    telegram.world.monotonic = lambda: asked
    press = ana.press("done")
    telegram.world.monotonic = lambda: asked + ANSWERABLE_SECONDS + 1
    answer = await call("answerCallbackQuery", callback_query_id=press.query.id)
    assert "query is too old and response timeout expired or query ID is invalid" in answer["description"]


@pytest.mark.parametrize(
    "request_",
    [
        {"params": {"chat_id": "1001", "text": "Hello"}},
        {"data": {"chat_id": "1001", "text": "Hello", "reply_markup": '{"inline_keyboard": []}'}},
        {"json": {"chat_id": 1001, "text": "Hello"}},
        {"files": {"chat_id": (None, b"1001"), "text": (None, b"Hello")}},
    ],
    ids=["query", "form", "json", "multipart"],
)
async def test_parameters_come_in_four_ways(http, telegram, ana, request_):
    answer = (await http.post(f"/bot{telegram.token}/SENDMESSAGE", **request_)).json()
    assert answer["result"]["chat"]["id"] == ana.id
    assert telegram.calls[0].method == "sendMessage"


@pytest.mark.parametrize("body", ["{", "[]"])
async def test_a_body_that_cannot_be_read_is_a_violation(http, telegram, body):
    headers = {"Content-Type": "application/json"}
    response = await http.post(f"/bot{telegram.token}/getMe", content=body, headers=headers)
    assert (response.status_code, len(telegram.violations)) == (400, 1)
