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


async def test_updates_are_posted_in_order_until_taken(client, telegram, ana, receiver):
    async with serving(receiver) as url:
        ana.say("one")
        assert await client.bot.set_webhook(url, secret_token="s3cret")
        ana.say("two")
        await telegram.until(lambda: not telegram.world.updates.pending)
        assert receiver.taken == [("one", "s3cret"), ("two", "s3cret")]
        info = await client.bot.get_webhook_info()
        assert (info.url, info.pending_update_count, "500" in info.last_error_message) == (url, 0, True)
        assert await client.bot.delete_webhook()
    assert (await client.bot.get_webhook_info()).url == ""


async def test_setting_it_can_drop_what_waits_and_so_can_taking_it_away(client, ana):
    ana.say("old")
    await client.bot.set_webhook("http://127.0.0.1:9/nobody", drop_pending_updates=True, allowed_updates=["message"])
    info = await client.bot.get_webhook_info()
    assert (info.pending_update_count, list(info.allowed_updates)) == (0, ["message"])
    ana.say("new")
    await client.bot.delete_webhook(drop_pending_updates=True)
    assert not await client.bot.get_updates()


async def test_an_empty_address_takes_it_away_too(call):
    await call("setWebhook", url="http://127.0.0.1:9/nobody")
    await call("setWebhook", url="")  # aiogram would leave an empty one out
    assert (await call("getUpdates"))["ok"]
