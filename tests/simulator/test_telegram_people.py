"""What a person can do in a chat, as the bot's updates show it and both libraries parse it."""

from datetime import UTC, datetime, timedelta

import pytest

from simulator import LocalTelegram
from simulator.checking import checked
from simulator.clock import MovableClock


async def news(client):
    return [update.message for update in await client.bot.get_updates()]


async def test_a_command_is_marked_as_one(client, ana):
    ana.say("/start hello")
    (message,) = await news(client)
    assert [(entity.type, entity.length) for entity in message.entities] == [("bot_command", 6)]
    assert (message.from_user.language_code, message.chat.type) == ("en", "private")


async def test_someone_known_stays_the_same_person(telegram):
    assert telegram.user("Ana", language="de").id == telegram.user("Ana").id != telegram.user("Ben").id


async def test_contacts_locations_stickers_and_voices(client, ana):
    ana.share_contact("+49 30 1234567", "Dana", "Berg")
    ana.share_contact("+49 30 7654321", "Ana", is_own=True)
    ana.share_location(52.52, 13.405)
    ana.send_sticker("👍")
    ana.send_voice(7)
    dana, own, place, sticker, voice = await news(client)
    assert (dana.contact.last_name, dana.contact.user_id, own.contact.user_id) == ("Berg", None, ana.id)
    assert place.location.latitude == pytest.approx(52.52)
    assert sticker.sticker.emoji == "👍"
    assert voice.voice.duration in (7, timedelta(seconds=7))


async def test_a_group_is_another_chat(client, telegram, ana):
    friends = telegram.group("Friends")
    ana.say("/now", chat=friends)
    (message,) = await news(client)
    assert (message.chat.type, message.chat.title, message.chat.id < 0) == ("group", "Friends", True)
    await client.bot.send_message(friends.id, "In private, please")
    assert ana.inbox == []
    assert [each.text for each in telegram.world.in_chat(friends.id)] == ["/now", "In private, please"]


async def test_an_edit_of_ones_own_words(client, ana):
    said = ana.say("Interview on Wednesday")
    ana.edit(said.message_id, "Interview on Thursday")
    told, mended = await client.bot.get_updates()
    assert (told.message.text, mended.edited_message.text) == ("Interview on Wednesday", "Interview on Thursday")
    with pytest.raises(LookupError, match="wrote no message 9"):
        ana.edit(9, "x")


async def test_the_latest_button_of_a_name_is_pressed(client, ana):
    for number in (1, 2):
        buttons = (
            {"text": "Done", "callback_data": f"done:{number}"},
            {"text": "Copy", "copy_text": client.types.CopyTextButton(text="x")},
        )
        await client.bot.send_message(ana.id, "Well?", reply_markup=client.keyboard(*buttons))
    assert ana.press("Done").query.data == "done:2"
    assert ana.press("done:1").query.message is ana.inbox[0]
    assert ana.press("Done", ana.inbox[0]).query.data == "done:1"
    for nothing_to_press in ("Later", "Copy"):
        with pytest.raises(LookupError, match=r"the last message has \['Done', 'Copy'\]"):
            ana.press(nothing_to_press)


async def test_waiting_ends_with_the_messages_or_says_what_is_missing(client, ana):
    await client.bot.send_message(ana.id, "one")
    await client.bot.send_message(ana.id, "two")
    assert [message.text for message in await ana.wait_for_messages(2)] == ["one", "two"]
    assert [message.text for message in await ana.wait_for_messages(1, after=1)] == ["two"]
    with pytest.raises(TimeoutError, match=r"Ana waited for 3 messages and has 2: \['one', 'two'\]"):
        await ana.wait_for_messages(3, timeout=0)


async def test_an_unanswered_press_times_out(client, ana):
    keyboard = client.keyboard({"text": "Done", "callback_data": "done"})
    await client.bot.send_message(ana.id, "Well?", reply_markup=keyboard)
    with pytest.raises(TimeoutError, match="did not answer the press on 'done'"):
        await ana.press("Done").answered(0)


async def test_messages_carry_the_moved_clock():
    moment = datetime(2026, 3, 3, 16, 10, tzinfo=UTC)
    clock = MovableClock(moment, frozen=True)
    async with LocalTelegram(checked, clock=clock) as telegram:
        ana = telegram.user("Ana")
        assert ana.say("Hello").date == moment
        clock.advance(timedelta(days=3))
        assert ana.say("Hello again").date == moment + timedelta(days=3)


async def test_a_busy_port_is_an_error_at_once(telegram):
    with pytest.raises(OSError, match="in use"):
        async with LocalTelegram(checked, port=int(telegram.url.rpartition(":")[2])):
            pass
