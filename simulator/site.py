"""The page in the browser: its files, and a stream of all that it shows."""

import json
from collections.abc import AsyncIterator
from pathlib import Path

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
        while not happenings.is_closed:
            known = len(happenings.entries)
            current = json.dumps(await self._stage.view(number))
            yield f"data: {current}\n\n" if current != shown else ": still here\n\n"
            shown = current
            await happenings.beyond(known, LOOK_AGAIN_SECONDS)


def _index(_: Request) -> Response:
    return FileResponse(FOLDER / "index.html", headers=NOTHING_FROM_ELSEWHERE)
