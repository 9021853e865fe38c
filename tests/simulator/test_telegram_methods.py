"""Every method the local Telegram offers, called by both client libraries."""

from zoneinfo import ZoneInfo

import pytest

from simulator import LocalTelegram
from simulator.view import chat_view

UTC = ZoneInfo("UTC")


async def test_a_bot_knows_itself(client, telegram):
    me = await client.bot.get_me()
    assert (me.id, me.is_bot, me.username) == (int(telegram.token.split(":")[0]), True, "local_test_bot")


async def test_a_wrong_token_is_refused(client, telegram):
    telegram.token = "1:another"
    with pytest.raises(client.errors["unauthorized"]):
        await client.bot.get_me()


async def test_a_message_arrives_as_the_person_sees_it(client, ana):
    sent = await client.bot.send_message(
        ana.id,
        "<b>Dana</b> &amp; you 👋 <a href='https://acme.test'>Acme</a>",
        parse_mode="HTML",
        reply_markup=client.keyboard({"text": "Done", "callback_data": "done"}),
    )
    (seen,) = ana.inbox
    assert (seen.text, seen.message_id, seen.chat.id) == ("Dana & you 👋 Acme", sent.message_id, sent.chat.id)
    assert seen.html.startswith("<b>Dana</b> &amp; you")
    assert [[button.text for button in row] for row in seen.buttons] == [["Done"]]
    assert (sent.text, sent.chat.first_name, sent.from_user.is_bot) == ("Dana & you 👋 Acme", "Ana", True)
    assert [(e.type, e.offset, e.length) for e in sent.entities] == [("bold", 0, 4), ("text_link", 14, 4)]
    assert sent.reply_markup.inline_keyboard[0][0].callback_data == "done"


async def test_a_reply_names_the_message_it_answers(client, ana):
    said = ana.say("Hello")
    parameters = client.types.ReplyParameters(message_id=said.message_id)
    sent = await client.bot.send_message(ana.id, "Hi", reply_parameters=parameters)
    assert sent.reply_to_message.text == "Hello"
    ghost = client.types.ReplyParameters(message_id=99)
    with pytest.raises(client.errors["bad request"], match=r"(?i)message to be replied not found"):
        await client.bot.send_message(ana.id, "Hi", reply_parameters=ghost)


async def test_an_edit_keeps_what_was_said_before(client, ana):
    sent = await client.bot.send_message(ana.id, "One moment")
    edited = await client.bot.edit_message_text(text="Noted", chat_id=ana.id, message_id=sent.message_id)
    assert edited.text == "Noted"
    assert edited.edit_date
    (seen,) = ana.inbox
    assert (seen.text, seen.is_edited, [version.text for version in seen.history]) == ("Noted", True, ["One moment"])


async def test_an_edit_brings_its_own_buttons(client, ana):
    before, after = (
        client.keyboard({"text": "Later", "callback_data": "l"}),
        client.keyboard({"text": "Undo", "callback_data": "u"}),
    )
    sent = await client.bot.send_message(ana.id, "Well?", reply_markup=before)
    where = {"chat_id": ana.id, "message_id": sent.message_id}
    edited = await client.bot.edit_message_text(text="<b>Noted</b>", parse_mode="HTML", reply_markup=after, **where)
    assert [(entity.type, entity.length) for entity in edited.entities] == [("bold", 5)]
    assert [[button.text for button in row] for row in ana.inbox[0].buttons] == [["Undo"]]
    await client.bot.edit_message_reply_markup(reply_markup=before, **where)
    assert (ana.inbox[0].text, ana.inbox[0].buttons[0][0].text) == ("Noted", "Later")


async def test_a_button_copies_what_it_was_given(client, ana):
    copies = {"text": "Subject", "copy_text": client.types.CopyTextButton(text="Thank you, Dana")}
    sent = await client.bot.send_message(ana.id, "A letter", reply_markup=client.keyboard(copies))
    assert (
        sent.reply_markup.inline_keyboard[0][0].copy_text.text == ana.inbox[0].buttons[0][0].copies == "Thank you, Dana"
    )


async def test_a_reply_keyboard_asks_for_a_place_and_a_number_until_it_is_taken_away(client, telegram, ana):
    asked = [
        [client.types.KeyboardButton(text="Where I am", request_location=True)],
        [client.types.KeyboardButton(text="My number", request_contact=True), client.types.KeyboardButton(text="Skip")],
    ]
    keyboard = client.types.ReplyKeyboardMarkup(keyboard=asked, resize_keyboard=True)
    await client.bot.send_message(ana.id, "Where do you live?", reply_markup=keyboard)
    (place,), (number, skip) = chat_view(telegram.world, ana.person, UTC)["keyboard"]
    assert (place["request_location"], number["request_contact"], skip["text"]) == (True, True, "Skip")
    ana.share_location(48.2, 16.37)
    ana.share_contact("+43 1 5550100", "Ana", is_own=True)
    where, who = [update.message for update in await client.bot.get_updates()]
    assert (where.location.longitude, who.contact.user_id) == (pytest.approx(16.37), ana.id)
    await client.bot.send_message(ana.id, "Thanks", reply_markup=client.types.ReplyKeyboardRemove())
    assert chat_view(telegram.world, ana.person, UTC)["keyboard"] is None


async def test_buttons_can_be_taken_away_once(client, ana):
    keyboard = client.keyboard({"text": "Done", "callback_data": "done"})
    sent = await client.bot.send_message(ana.id, "Well?", reply_markup=keyboard)
    where = {"chat_id": ana.id, "message_id": sent.message_id}
    edited = await client.bot.edit_message_reply_markup(**where)
    assert edited.reply_markup is None
    assert ana.inbox[0].buttons == []
    with pytest.raises(client.errors["bad request"], match=r"(?i)message is not modified"):
        await client.bot.edit_message_reply_markup(**where)


@pytest.mark.parametrize("message_id", [1, 77])
async def test_only_own_messages_that_exist_are_edited(client, ana, message_id):
    ana.say("mine")
    with pytest.raises(client.errors["bad request"], match=r"(?i)message can't be edited|message to edit not found"):
        await client.bot.edit_message_text(text="yours", chat_id=ana.id, message_id=message_id)


async def test_deleted_messages_leave_the_inbox(client, ana):
    sent = [await client.bot.send_message(ana.id, text) for text in ("one", "two", "three")]
    assert await client.bot.delete_message(ana.id, sent[0].message_id)
    assert await client.bot.delete_messages(ana.id, [sent[1].message_id, 99])
    assert [message.text for message in ana.inbox] == ["three"]
    with pytest.raises(client.errors["bad request"], match=r"(?i)message to delete not found"):
        await client.bot.delete_message(ana.id, sent[0].message_id)


async def test_a_press_is_answered_once(client, ana):
    keyboard = client.keyboard(
        {"text": "Done", "callback_data": "done:1"}, {"text": "Later", "callback_data": "later:1"}
    )
    await client.bot.send_message(ana.id, "Sent it?", reply_markup=keyboard)
    press = ana.press("Later")
    (update,) = await client.bot.get_updates()
    query = update.callback_query
    assert (query.data, query.from_user.id, query.message.text) == ("later:1", ana.id, "Sent it?")
    assert await client.bot.answer_callback_query(query.id, text="Tomorrow, then")
    assert await press == "Tomorrow, then"
    with pytest.raises(client.errors["bad request"], match=r"(?i)query is too old"):
        await client.bot.answer_callback_query(query.id)


async def test_an_answer_can_be_an_alert(client, ana):
    await client.bot.send_message(
        ana.id, "Sent?", reply_markup=client.keyboard({"text": "Why?", "callback_data": "why"})
    )
    press = ana.press("Why?")
    await client.bot.answer_callback_query(press.query.id, text="Because.", show_alert=True)
    assert (press.answer["text"], press.answer["show_alert"]) == ("Because.", True)


async def test_a_typing_sign_is_seen(client, ana, telegram):
    assert await client.bot.send_chat_action(ana.id, "typing")
    assert telegram.world.happenings.entries[-1]["action"] == "typing"


async def test_a_document_travels_both_ways(client, ana, telegram):
    content = bytes(range(256)) + b"\r\n--boundary\r\n\n"
    sent = await client.bot.send_document(
        ana.id, client.upload(content, "diary.json"), caption="<i>Yours</i>", parse_mode="HTML"
    )
    assert (sent.document.file_name, sent.document.file_size, sent.caption) == ("diary.json", len(content), "Yours")
    assert telegram.file(sent.document.file_id) == content
    again = await client.bot.send_document(ana.id, sent.document.file_id)
    assert again.document.file_id == sent.document.file_id

    ana.send_document("offer.pdf", content, "application/pdf", caption="my offer")
    (update,) = await client.bot.get_updates()
    assert (update.message.document.mime_type, update.message.caption) == ("application/pdf", "my offer")
    assert await client.download(update.message.document.file_id) == content


async def test_a_file_keeps_its_name(client, ana, telegram):
    sent = await client.bot.send_document(ana.id, client.upload(b"x", "Bewerbung für Acme.txt"))
    assert sent.document.file_name == "Bewerbung für Acme.txt"


async def test_a_photo_travels_both_ways(client, ana):
    card = client.upload(b"pixels", "card.png")
    sent = await client.bot.send_photo(ana.id, card, caption="*Her card*", parse_mode="MarkdownV2")
    assert (sent.caption, [entity.type for entity in sent.caption_entities]) == ("Her card", ["bold"])
    assert await client.download(sent.photo[-1].file_id) == b"pixels"
    assert (await client.bot.send_photo(ana.id, sent.photo[-1].file_id)).caption is None
    ana.send_photo(b"her card", caption="Dana's")
    (update,) = await client.bot.get_updates()
    assert update.message.caption == "Dana's"
    assert await client.download(update.message.photo[-1].file_id) == b"her card"


async def test_a_file_nobody_sent_is_not_found(client):
    with pytest.raises(client.errors["bad request"], match=r"(?i)wrong file_id"):
        await client.bot.get_file("file-99")


async def test_commands_are_kept_by_scope_and_language(client):
    commands = [client.types.BotCommand(command="now", description="What should I do now?")]
    await client.bot.set_my_commands(commands)
    assert [command.command for command in await client.bot.get_my_commands()] == ["now"]
    assert not await client.bot.get_my_commands(language_code="de")
    assert not await client.bot.get_my_commands(scope=client.types.BotCommandScopeAllPrivateChats())
    await client.bot.delete_my_commands()
    assert not await client.bot.get_my_commands()


async def test_the_bot_introduces_itself(client):
    await client.bot.set_my_name(name="Afterword")
    await client.bot.set_my_description(description="Long")
    await client.bot.set_my_short_description(short_description="Short")
    await client.bot.set_chat_menu_button(menu_button=client.types.MenuButtonCommands())
    assert (await client.bot.get_me()).first_name == (await client.bot.get_my_name()).name == "Afterword"
    assert (await client.bot.get_my_description()).description == "Long"
    assert (await client.bot.get_my_short_description()).short_description == "Short"
    assert (await client.bot.get_chat_menu_button()).type == "commands"


async def test_a_chat_never_met_is_not_found(client):
    with pytest.raises(client.errors["bad request"], match=r"(?i)chat not found"):
        await client.bot.send_message(4711, "Hello?")


async def test_books_are_kept_of_every_call(client, ana, telegram: LocalTelegram):
    await client.bot.send_message(ana.id, "Hello")
    call = telegram.called("sendMessage")[0]
    assert (call.parameters["text"], call.status, call.answer["result"]["text"]) == ("Hello", 200, "Hello")
    assert telegram.api.sent == {ana.id: 1}
    assert telegram.violations == []
