"""Keeps other sites' pages away: only this machine's own names as Host, and only this very server as Origin."""

from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Receive, Scope, Send

OWN_NAMES = {"127.0.0.1", "localhost"}


class OnlyFromThisMachine:
    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or _is_own(Headers(scope=scope)):
            await self._app(scope, receive, send)
        else:
            refusal = JSONResponse({"error": "only from this machine: check Host and Origin"}, 403)
            await refusal(scope, receive, send)


def _is_own(headers: Headers) -> bool:
    address = headers.get("host", "")
    origin = headers.get("origin")
    return urlsplit(f"//{address}").hostname in OWN_NAMES and origin in (None, f"http://{address}")
