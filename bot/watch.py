"""The port for those who watch over the program: does it live, is it ready, what has it done."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import NoReturn

from prometheus_client import CONTENT_TYPE_LATEST
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from bot.health import Health
from bot.metrics import Metrics
from bot.web import listening

ALL_IS_WELL = "ok"


async def watch(health: Health, metrics: Metrics, host: str, port: int) -> NoReturn:
    """Until cancelled; no other process can have the same port. Raises CannotStart."""

    async def figures(_: Request) -> Response:
        return Response(await metrics.page(), media_type=CONTENT_TYPE_LATEST)

    routes = [
        Route("/healthz", _answering(health.alive)),
        Route("/readyz", _answering(health.ready)),
        Route("/metrics", figures),
    ]
    async with listening(Starlette(routes=routes), host, port, "HOST and METRICS_PORT", is_shared=False):
        while True:
            await asyncio.Event().wait()


def _answering(troubles: Callable[[], Awaitable[list[str]]]) -> Callable[[Request], Awaitable[Response]]:
    """200, or 503 with what is wrong."""

    async def answer(_: Request) -> Response:
        told = await troubles()
        return PlainTextResponse("\n".join(told or [ALL_IS_WELL]) + "\n", 503 if told else 200)

    return answer
