"""Words out: replies as Telegram messages and buttons, and failures sorted into never again and try again."""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import timedelta

from telegram import Bot, InlineKeyboardMarkup, InputFile, LinkPreviewOptions
from telegram.constants import ParseMode
from telegram.error import BadRequest, ChatMigrated, Forbidden, InvalidToken, RetryAfter, TelegramError

from assistant.ports import NO_TIME, Arrival, Clock, Document, File, Incoming, Outgoing, Refused, TryLater, Unreachable
from bot.budget import Budget
from bot.envelope import group_of, pressed_query
from bot.handlers import incoming
from bot.keyboards import Keyboard, inline, keyboard_below
from bot.pieces import CAPTION_LIMIT, LIMIT, pieces, plain

SEND_SECONDS = 30
TOAST_LENGTH = 200
LONGEST_BACKOFF = timedelta(minutes=1)

NOBODY_THERE = ("chat not found", "user not found", "peer_id_invalid")
CANNOT_EDIT = ("message is not modified", "message to edit not found", "message can't be edited", "message_id_invalid")
NO_PREVIEW = LinkPreviewOptions(is_disabled=True)

Write = Callable[[str, ParseMode | None], Awaitable[object]]


class TelegramMessenger:
    """The Messenger port over the Bot API.

    A failure after which it is unknown whether the message arrived (a read that timed out, a connection cut) is
    reported as TryLater like a failure to connect: a message may come twice, but none is lost.
    """

    def __init__(
        self, bot: Bot, clock: Clock, budget: Budget, pause: Callable[[float], Awaitable[None]] = asyncio.sleep
    ) -> None:
        self._bot = bot
        self._clock = clock
        self._budget = budget
        self._pause = pause
        self._failures = 0

    def opened(self, arrival: Arrival) -> Incoming | None:
        return incoming(arrival, self._clock.now())

    async def fetch(self, document: Document, most_bytes: int) -> bytes:
        try:
            async with asyncio.timeout(SEND_SECONDS):
                file = await self._bot.get_file(document.file)
                if (file.file_size or 0) > most_bytes:
                    raise Refused("too big")
                return bytes(await file.download_as_bytearray())
        except (TelegramError, TimeoutError) as error:
            verdict = self._verdict(error)
            raise Refused("gone") if isinstance(verdict, Unreachable) else verdict from error

    async def send(
        self, user: int, message: Outgoing, answering: str | None = None, file: File | None = None
    ) -> timedelta:
        """A command from a group is answered in the group, where nothing makes the user unreachable."""
        group = group_of(answering)
        try:
            async with asyncio.timeout(SEND_SECONDS):
                await self._answer(pressed_query(answering), message.toast)
                await self._deliver(group or user, message, file, is_reply=answering is not None)
        except (TelegramError, TimeoutError) as error:
            verdict = self._verdict(error)
            raise Refused if group and isinstance(verdict, Unreachable) else verdict from error
        self._failures = 0
        return self._budget.rest if message.text else NO_TIME

    async def _answer(self, query: str | None, toast: str | None) -> None:
        """Stop the button's spinner, before anything else can go wrong. A query that is too old needs no answer."""
        if query is not None:
            with contextlib.suppress(BadRequest):
                await self._bot.answer_callback_query(query, toast[:TOAST_LENGTH] if toast else None)

    async def _deliver(self, chat: int, message: Outgoing, file: File | None, *, is_reply: bool) -> None:
        """In as many parts as it takes; the last of them goes with the file."""
        parts = _parts(message, CAPTION_LIMIT if file else LIMIT)
        for number, part in enumerate(parts, start=1):
            async with self._budget.slot(is_reply=is_reply):
                await self._put(chat, part, file if number == len(parts) else None)
            if number < len(parts):
                await self._pause(self._budget.rest.total_seconds())

    async def _put(self, chat: int, part: Outgoing, file: File | None) -> None:
        if file:
            await self._post_file(chat, part.text, file, inline(part))
        elif part.edits is None or not await self._edit(chat, part.text, part.edits, inline(part)):
            await self._post(chat, part.text, keyboard_below(part))

    async def _edit(self, chat: int, text: str, number: int, keyboard: InlineKeyboardMarkup | None) -> bool:
        """Whether the message now says this; False if it cannot be edited any more."""

        async def write(words: str, mode: ParseMode | None) -> object:
            return await self._bot.edit_message_text(
                words, chat, number, parse_mode=mode, link_preview_options=NO_PREVIEW, reply_markup=keyboard
            )

        try:
            await _in_html_or_plain(write, text)
        except BadRequest as error:
            if not _says(error, CANNOT_EDIT):
                raise
            return _says(error, CANNOT_EDIT[:1])
        return True

    async def _post(self, chat: int, text: str, keyboard: Keyboard) -> None:
        async def write(words: str, mode: ParseMode | None) -> object:
            return await self._bot.send_message(
                chat, words, parse_mode=mode, link_preview_options=NO_PREVIEW, reply_markup=keyboard
            )

        await _in_html_or_plain(write, text)

    async def _post_file(self, chat: int, text: str, file: File, keyboard: Keyboard) -> None:
        async def write(words: str, mode: ParseMode | None) -> object:
            sent = InputFile(file.content, file.name)
            if file.is_picture:
                return await self._bot.send_photo(chat, sent, words, parse_mode=mode, reply_markup=keyboard)
            return await self._bot.send_document(chat, sent, words, parse_mode=mode, reply_markup=keyboard)

        await _in_html_or_plain(write, text)

    def _verdict(self, error: Exception) -> Exception:
        """What the failure means to whoever sends. BadRequest and TimedOut are kinds of NetworkError: order matters."""
        match error:
            case Forbidden():
                return Unreachable("blocked")
            case RetryAfter():
                return TryLater(_delay(error))
            case BadRequest() if _says(error, NOBODY_THERE):
                return Unreachable("nobody there")
            case BadRequest() | ChatMigrated():
                return Refused(type(error).__name__)
            case InvalidToken():
                return error
            case _:
                return TryLater(self._backoff())

    def _backoff(self) -> timedelta:
        self._failures += 1
        return min(timedelta(seconds=2 ** min(self._failures, 6)), LONGEST_BACKOFF)


def _parts(message: Outgoing, limit: int) -> list[Outgoing]:
    """What Telegram takes at a time: the first part takes another message's place, the last one has the buttons."""
    parts = [Outgoing(text) for text in pieces(message.text, limit)]
    if parts:
        parts[0] = replace(parts[0], edits=message.edits)
        parts[-1] = replace(parts[-1], buttons=message.buttons, place_button=message.place_button)
    return parts


async def _in_html_or_plain(write: Write, text: str) -> None:
    try:
        await write(text, ParseMode.HTML)
    except BadRequest as error:
        if _says(error, NOBODY_THERE + CANNOT_EDIT):
            raise
        await write(plain(text), None)


def _says(error: BadRequest, phrases: tuple[str, ...]) -> bool:
    return any(phrase in str(error).lower() for phrase in phrases)


def _delay(error: RetryAfter) -> timedelta:
    after = error.retry_after
    return after if isinstance(after, timedelta) else timedelta(seconds=after)
