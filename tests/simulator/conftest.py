"""The local Telegram with two client libraries nobody here wrote, and with bare HTTP."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from types import ModuleType
from typing import Any

import aiogram
import aiogram.exceptions
import aiogram.types
import httpx
import pytest
import telegram as ptb
import telegram.error
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from telegram.request import HTTPXRequest

from simulator import LocalTelegram
from simulator.checking import checked
from simulator.decoding import decoded
from simulator.happenings import JSON
from simulator.parameters import Upload
from simulator.people import LocalUser

NO_TLS: Any = {"verify": False, "trust_env": False}  # plain HTTP needs no certificates, and reading them takes its time


@dataclass
class Client:
    """A library's bot, its types and what it raises; the two happen to name nearly everything alike."""

    bot: Any
    types: ModuleType
    errors: dict[str, type[Exception]]

    def keyboard(self, *rows: dict[str, Any]) -> Any:
        """One button a row."""
        buttons = [[self.types.InlineKeyboardButton(**button)] for button in rows]
        return self.types.InlineKeyboardMarkup(inline_keyboard=buttons)

    def upload(self, content: bytes, name: str) -> Any:
        file_type = getattr(self.types, "BufferedInputFile", None) or self.types.InputFile
        return file_type(content, filename=name)

    async def download(self, file_id: str) -> bytes:
        file = await self.bot.get_file(file_id)
        if self.types is ptb:
            return bytes(await file.download_as_bytearray())
        return (await self.bot.download_file(file.file_path)).read()


PTB_ERRORS: dict[str, type[Exception]] = {
    "bad request": telegram.error.BadRequest,
    "forbidden": telegram.error.Forbidden,
    "flood": telegram.error.RetryAfter,
    "conflict": telegram.error.Conflict,
    "server": telegram.error.NetworkError,
    "gateway": telegram.error.NetworkError,
    "network": telegram.error.NetworkError,
    "unauthorized": telegram.error.InvalidToken,
}
AIOGRAM_ERRORS: dict[str, type[Exception]] = {
    "bad request": aiogram.exceptions.TelegramBadRequest,
    "forbidden": aiogram.exceptions.TelegramForbiddenError,
    "flood": aiogram.exceptions.TelegramRetryAfter,
    "conflict": aiogram.exceptions.TelegramConflictError,
    "server": aiogram.exceptions.TelegramServerError,
    "gateway": aiogram.exceptions.ClientDecodeError,
    "network": aiogram.exceptions.TelegramNetworkError,
    "unauthorized": aiogram.exceptions.TelegramUnauthorizedError,
}


def checked_and_decoded_alike(method: str, raw: JSON, uploads: dict[str, Upload]) -> JSON:
    """What the tests hold true of checked calls is so proven for a demo, which only decodes them."""
    parameters = checked(method, raw, uploads)
    assert decoded(method, raw, uploads) == parameters
    return parameters


@pytest.fixture
async def telegram() -> AsyncIterator[LocalTelegram]:
    async with LocalTelegram(checked_and_decoded_alike) as local:
        yield local


@pytest.fixture
def ana(telegram: LocalTelegram) -> LocalUser:
    return telegram.user("Ana")


@pytest.fixture(autouse=True)
def _retry_after_as_timedelta(monkeypatch: pytest.MonkeyPatch) -> None:
    """python-telegram-bot warns, and warnings are errors here, when it raises RetryAfter in the old type."""
    monkeypatch.setenv("PTB_TIMEDELTA", "true")


@pytest.fixture(params=["python-telegram-bot", "aiogram"])
async def client(request: pytest.FixtureRequest, telegram: LocalTelegram) -> AsyncIterator[Client]:
    if request.param == "aiogram":
        session = AiohttpSession(api=TelegramAPIServer.from_base(telegram.url))
        yield Client(aiogram.Bot(telegram.token, session=session), aiogram.types, AIOGRAM_ERRORS)
        await (await session.create_session()).close()  # session.close() would sleep
    else:
        urls = {"base_url": f"{telegram.url}/bot", "base_file_url": f"{telegram.url}/file/bot"}
        requests = {name: HTTPXRequest(httpx_kwargs=NO_TLS) for name in ("request", "get_updates_request")}
        async with ptb.Bot(telegram.token, **urls, **requests) as bot:
            yield Client(bot, ptb, PTB_ERRORS)


@pytest.fixture
async def http(telegram: LocalTelegram) -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient(base_url=telegram.url, **NO_TLS) as client:
        yield client


@pytest.fixture
def call(telegram: LocalTelegram, http: httpx.AsyncClient) -> Any:
    """A Bot API call as any client could make it: the decoded answer."""

    async def post(method: str, **parameters: Any) -> dict[str, Any]:
        return (await http.post(f"/bot{telegram.token}/{method}", json=parameters)).json()

    return post
