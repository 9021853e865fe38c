"""The methods that write in chats: send, edit, delete, answer a press, files."""

from typing import Any

from simulator.conversation import Chat, Message, Wording
from simulator.happenings import JSON
from simulator.parameters import Upload
from simulator.refusals import BadRequest, Forbidden, Malformed
from simulator.telegram import World
from simulator.wording import caption, message_text

ANSWERABLE_SECONDS = 60.0  # of real time: Telegram names no figure; clients stop waiting after about this long
LARGEST_DOWNLOAD = 20_000_000
NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)
ACTIONS = {
    "typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice", "upload_document",
    "choose_sticker", "find_location", "record_video_note", "upload_video_note",
}  # fmt: skip


def send_message(world: World, p: JSON) -> JSON:
    return _post(world, p, message_text(p))


def send_document(world: World, p: JSON) -> JSON:
    wording, file_id = caption(p), _file(world, p["document"])
    return _post(world, p, wording, {"document": world.files[file_id].as_document()})


def send_photo(world: World, p: JSON) -> JSON:
    wording, file_id = caption(p), _file(world, p["photo"])
    return _post(world, p, wording, {"photo": world.files[file_id].as_photo()})


def edit_message_text(world: World, p: JSON) -> JSON:
    return _edit(world, _editable(world, p), message_text(p), _inline(p.get("reply_markup")))


def edit_message_reply_markup(world: World, p: JSON) -> JSON:
    message = _editable(world, p)
    return _edit(world, message, message.wording, _inline(p.get("reply_markup")))


def delete_message(world: World, p: JSON) -> bool:
    message = world.message(_chat(world, p["chat_id"]).id, p["message_id"])
    if message is None:
        raise BadRequest("message to delete not found")
    world.delete(message)
    return True


def delete_messages(world: World, p: JSON) -> bool:
    """Those not found are skipped."""
    chat = _chat(world, p["chat_id"])
    if not 1 <= len(p["message_ids"]) <= 100:
        raise Malformed("message identifiers must be between 1 and 100")
    for message_id in p["message_ids"]:
        if message := world.message(chat.id, message_id):
            world.delete(message)
    return True


def answer_callback_query(world: World, p: JSON) -> bool:
    if len(p.get("text", "")) > 200:
        raise Malformed("MESSAGE_TOO_LONG")
    query = world.queries.get(p["callback_query_id"])
    if query is None or query.answer is not None or world.monotonic() - query.asked_at > ANSWERABLE_SECONDS:
        raise BadRequest("query is too old and response timeout expired or query ID is invalid")
    query.answer = {"text": p.get("text", ""), "show_alert": p.get("show_alert", False), "url": p.get("url")}
    world.happenings.record("answered", query_id=query.id, chat_id=query.message.chat.id, **query.answer)
    return True


def send_chat_action(world: World, p: JSON) -> bool:
    chat = _chat(world, p["chat_id"])
    if p["action"] not in ACTIONS:
        raise Malformed("wrong parameter action in request")
    world.act(chat, p["action"])
    return True


def get_file(world: World, p: JSON) -> JSON:
    file = world.files.get(p["file_id"])
    if file is None:
        raise BadRequest("wrong file_id or the file is temporarily unavailable")
    if len(file.content) > LARGEST_DOWNLOAD:
        raise BadRequest("file is too big")
    return {**file.as_json(), "file_path": file.path}


def _chat(world: World, chat_id: int | str) -> Chat:
    """Raises BadRequest for a chat never met, Forbidden for someone who blocked the bot."""
    chat = world.chats.get(chat_id) if isinstance(chat_id, int) else None
    if chat is None:
        raise BadRequest("chat not found")
    person = world.people.get(chat.id)
    if person is not None and person.has_blocked_the_bot:
        raise Forbidden("bot was blocked by the user")
    return chat


def _post(world: World, p: JSON, wording: Wording, content: JSON | None = None) -> JSON:
    chat = _chat(world, p["chat_id"])
    answers = _answered_message(world, chat, p.get("reply_parameters"))
    markup = p.get("reply_markup")
    return world.post(chat, world.bot, wording, content=content, markup=markup, reply_to=answers).as_json()


def _answered_message(world: World, chat: Chat, reply: JSON | None) -> Message | None:
    if reply is None:
        return None
    message = world.message(chat.id, reply["message_id"])
    if message is None and not reply.get("allow_sending_without_reply"):
        raise BadRequest("message to be replied not found")
    return message


def _editable(world: World, p: JSON) -> Message:
    if "chat_id" not in p or "message_id" not in p:
        raise Malformed("message identifier is not specified")
    message = world.message(_chat(world, p["chat_id"]).id, p["message_id"])
    if message is None:
        raise BadRequest("message to edit not found")
    if not message.is_from_bot:
        raise BadRequest("message can't be edited")
    return message


def _edit(world: World, message: Message, wording: Wording, markup: JSON | None) -> JSON:
    same_words = (wording.text, wording.entities) == (message.wording.text, message.wording.entities)
    if same_words and markup == _inline(message.markup):
        raise BadRequest(NOT_MODIFIED)
    world.edit(message, wording, markup)
    return message.as_json()


def _inline(markup: JSON | None) -> JSON | None:
    """Only inline keyboards live on after sending, and an empty one is none."""
    return markup if markup and markup.get("inline_keyboard") else None


def _file(world: World, given: Any) -> str:
    """The id of a file just uploaded, or known from before."""
    if isinstance(given, Upload):
        return world.keep_file(given.name, given.mime, given.content).file_id
    if given not in world.files:
        raise BadRequest("wrong file identifier/HTTP URL specified")
    return str(given)
