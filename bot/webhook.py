"""Updates in by webhook: Telegram brings each, and hears 200 once it is committed."""

import asyncio
import hmac
import json
from collections.abc import Awaitable, Callable
from itertools import count
from typing import NoReturn
from urllib.parse import urlsplit

import structlog
from starlette.applications import Starlette
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route
from telegram import Bot
from telegram.error import BadRequest, EndPointNotFound, InvalidToken, RetryAfter, TelegramError

from assistant.ports import OutOfReach
from bot.connection import ALLOWED_UPDATES, TokenRefused, backoff, seconds_asked
from bot.envelope import JSON, is_update
from bot.lifetime import CannotStart
from bot.reception import Reception
from bot.web import listening

log = structlog.get_logger()

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"
LONGEST_BODY = 1_000_000
DELIVERIES_AT_ONCE = 40
TRY_AGAIN_SECONDS = 2


class Webhook:
    """Tells Telegram where to bring updates, and keeps each before it says that it has it.

    Telegram repeats what is not answered with 2xx, for a day, and meanwhile keeps back what else that chat sends. So
    whatever it may ever send is answered with 200, kept or not; 400 is for what cannot come from Telegram.
    """

    def __init__(
        self,
        bot: Bot,
        reception: Reception,
        url: str,
        secret: str,
        host: str,
        port: int,
        pause: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._bot = bot
        self._reception = reception
        self._url = url
        self._secret = secret
        self._host = host
        self._port = port
        self._pause = pause

    async def run(self) -> NoReturn:
        """Until cancelled; the webhook stays set. Raises CannotStart and TokenRefused."""
        route = Route(urlsplit(self._url).path or "/", self._receive, methods=["POST"])
        async with listening(Starlette(routes=[route]), self._host, self._port):
            await self._announce()
            while True:
                await asyncio.Event().wait()

    async def _announce(self) -> None:
        """Until Telegram knows where to bring updates."""
        for failures in count(1):
            try:
                await self._set_webhook()
            except RetryAfter as error:
                await self._wait(max(backoff(failures), seconds_asked(error)), error)
            except TelegramError as error:
                await self._wait(backoff(failures), error)
            else:
                return

    async def _set_webhook(self) -> None:
        try:
            await self._bot.set_webhook(
                self._url,
                allowed_updates=ALLOWED_UPDATES,
                secret_token=self._secret,
                max_connections=DELIVERIES_AT_ONCE,
            )
        except (InvalidToken, EndPointNotFound):
            raise TokenRefused from None  # the library's message quotes the token
        except BadRequest as error:
            raise CannotStart(f"Telegram does not take the webhook ({error.message}). See WEBHOOK_URL.") from None

    async def _wait(self, seconds: float, error: TelegramError) -> None:
        log.warning("webhook_not_set_yet", reason=type(error).__name__, seconds=seconds)
        await self._pause(seconds)

    async def _receive(self, request: Request) -> Response:
        if not hmac.compare_digest(request.headers.get(SECRET_HEADER, "").encode(), self._secret.encode()):
            return Response(status_code=401)
        try:
            body = await _body(request)
        except ClientDisconnect:
            return Response(status_code=400)
        return Response(status_code=413) if body is None else await self._keep(body)

    async def _keep(self, body: bytes) -> Response:
        update = _update(body)
        if update is None:
            log.warning("no_update", length=len(body))
            return Response(status_code=400)
        try:
            await self._reception.keep([update])
        except OutOfReach as error:
            log.warning("update_not_kept", reason=str(error))
        except Exception as error:
            log.error("update_not_kept", exc_info=error)
        else:
            return Response()
        return Response(status_code=503, headers={"Retry-After": str(TRY_AGAIN_SECONDS)})


async def _body(request: Request) -> bytes | None:
    """None if it is too long, whatever length it claimed. Raises ClientDisconnect."""
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > LONGEST_BODY:
            return None
    return bytes(body)


def _update(body: bytes) -> JSON | None:
    try:
        update = json.loads(body)
    except (ValueError, RecursionError):
        return None
    return update if is_update(update) else None
