"""The page in the browser: its files, and a stream of all that it shows."""

import json
from collections.abc import AsyncIterator
from pathlib import Path

from anyio import CancelScope
from starlette.requests import Request
from starlette.responses import FileResponse, Response, StreamingResponse
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from simulator.stage import Stage

FOLDER = Path(__file__).parent / "page"
NOTHING_FROM_ELSEWHERE = {
    "Content-Security-Policy": "default-src 'self'; img-src 'self' data:; frame-ancestors 'none'; base-uri 'none'",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-cache",
}
LOOK_AGAIN_SECONDS = 1
COME_BACK = "retry: 1000\n\n"
STILL_HERE = "event: alive\ndata:\n\n"


class Site:
    def __init__(self, stage: Stage) -> None:
        self._stage = stage

    def routes(self) -> list[BaseRoute]:
        return [
            Route("/", _index),
            Route("/live", self._live),
            Mount("/stage", routes=self._stage.routes()),
            Mount("/page", StaticFiles(directory=FOLDER)),
        ]

    def _live(self, request: Request) -> Response:
        """What `user` sees, whole, whenever it changes, as server-sent events."""
        wanted = request.query_params.get("user", "")
        stream = self._stream(int(wanted) if wanted.isdecimal() else 0)
        return StreamingResponse(stream, media_type="text/event-stream", headers={"Cache-Control": "no-store"})

    async def _stream(self, number: int) -> AsyncIterator[str]:
        happenings, shown = self._stage.world.happenings, ""
        yield COME_BACK
        while not happenings.is_closed:
            known = len(happenings.entries)
            with CancelScope(shield=True):  # a page that closes cuts off no query of the program's
                current = json.dumps(await self._stage.view(number))
            yield f"data: {current}\n\n" if current != shown else STILL_HERE
            shown = current
            await happenings.beyond(known, LOOK_AGAIN_SECONDS)


def _index(_: Request) -> Response:
    return FileResponse(FOLDER / "index.html", headers=NOTHING_FROM_ELSEWHERE)
