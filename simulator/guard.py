"""Keeps other sites' pages away: only this machine's own names as Host, and only this very server as Origin."""

from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Receive, Scope, Send

OWN_NAMES = {"127.0.0.1", "localhost", "::1"}


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
    return _name(address) in OWN_NAMES and headers.get("origin") in (None, f"http://{address}")


def _name(address: str) -> str | None:
    try:
        return urlsplit(f"//{address}").hostname
    except ValueError:  # brackets around what is no address
        return None
