"""Updates posted to a webhook, with its secret, again and again until they are taken."""

import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from simulator.webhook import SECRET_HEADER


class Receiver:
    """A webhook that refuses the first update it gets, so many times."""

    def __init__(self, refusals: int) -> None:
        self.refusals = refusals
        self.taken: list[tuple[str, str | None]] = []

    async def receive(self, request: Request) -> Response:
        if self.refusals:
            self.refusals -= 1
            return Response(status_code=500)
        self.taken.append(((await request.json())["message"]["text"], request.headers.get(SECRET_HEADER)))
        return Response()


@asynccontextmanager
async def serving(receiver: Receiver) -> AsyncIterator[str]:
    app = Starlette(routes=[Route("/hook", receiver.receive, methods=["POST"])])
    config = uvicorn.Config(app, http="h11", ws="none", lifespan="off", log_config=None)
    config.load()
    server = uvicorn.Server(config)
    server.lifespan = config.lifespan_class(config)
    listener = socket.create_server(("127.0.0.1", 0))
    await server.startup([listener])
    yield f"http://127.0.0.1:{listener.getsockname()[1]}/hook"
    await server.shutdown([listener])


@pytest.fixture
async def receiver() -> Receiver:
    return Receiver(refusals=1)


async def test_updates_are_posted_in_order_until_taken(call, telegram, ana, receiver):
    async with serving(receiver) as url:
        ana.say("one")
        assert (await call("setWebhook", url=url, secret_token="s3cret"))["ok"]
        ana.say("two")
        await telegram.until(lambda: not telegram.world.updates.pending)
        assert receiver.taken == [("one", "s3cret"), ("two", "s3cret")]
        info = (await call("getWebhookInfo"))["result"]
        assert (info["pending_update_count"], "500" in info["last_error_message"]) == (0, True)
        assert (await call("deleteWebhook"))["ok"]


async def test_setting_it_can_drop_what_waits(call, ana):
    ana.say("old")
    await call("setWebhook", url="http://127.0.0.1:9/nobody", drop_pending_updates=True, allowed_updates=["message"])
    info = (await call("getWebhookInfo"))["result"]
    assert (info["pending_update_count"], info["allowed_updates"]) == (0, ["message"])
    await call("setWebhook", url="")
    assert (await call("getUpdates"))["ok"]
