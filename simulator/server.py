"""The local Telegram as a server on 127.0.0.1: the Bot API for the bot, everything else for the test at hand."""

import asyncio
import socket
from collections.abc import Callable
from types import TracebackType
from typing import Self

import uvicorn
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import ClientDisconnect, Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Mount, Route
from starlette.types import Receive, Scope, Send

from simulator.api import Answer, BotApi, Call, Violation
from simulator.backstage import Backstage
from simulator.clock import MovableClock
from simulator.control import Control
from simulator.conversation import Chat
from simulator.decoding import Check
from simulator.faults import Faults
from simulator.guard import OnlyFromThisMachine
from simulator.parameters import received
from simulator.people import LocalUser
from simulator.refusals import Malformed, Refused
from simulator.site import Site
from simulator.stage import Stage
from simulator.telegram import World
from simulator.webhook import deliver_for_ever

DEFAULT_TOKEN = "700000001:a-token-for-this-machine-only-000000"
GRACE_SECONDS = 0.5


class LocalTelegram:
    """`async with LocalTelegram(checked) as telegram:` listens on a free port until the block ends.

    With `decoded` in place of `checked` it starts at once, and trusts its bot.
    """

    def __init__(
        self, check: Check, port: int = 0, clock: MovableClock | None = None, token: str = DEFAULT_TOKEN
    ) -> None:
        self.token = token
        self.clock = clock or MovableClock()
        self.world = World(self.clock.now, bot_id=int(token.partition(":")[0]))
        self.faults = Faults(lambda: self.world.monotonic())
        self.api = BotApi(self.world, self.faults, check)
        self._stage = Stage(self.world, self.clock, self.reset)
        self._port = port
        self._tasks = asyncio.TaskGroup()

    @property
    def url(self) -> str:
        """What the bot calls its Bot API server; it adds /bot<token>/<method>."""
        return f"http://127.0.0.1:{self._port}"

    @property
    def port(self) -> int:
        return self._port

    @property
    def calls(self) -> list[Call]:
        return self.api.calls

    @property
    def violations(self) -> list[Violation]:
        return self.api.violations

    def set_stage(self, backstage: Backstage) -> None:
        """Let the page, which is at `url`, show what only the bot's program knows."""
        self._stage.backstage = backstage

    async def fall_silent(self) -> None:
        """Nobody is told anything any more, what is shown stands still, and whatever was asked is answered."""
        self.world.happenings.close()
        await self._unanswered()

    def user(self, name: str, language: str = "en") -> LocalUser:
        """The same person each time the name is used."""
        return LocalUser(self.world, self.world.person(name, language))

    def group(self, title: str) -> Chat:
        return self.world.group(title)

    def called(self, method: str) -> list[Call]:
        return [call for call in self.calls if call.method == method]

    async def until(self, holds: Callable[[], object], seconds: float = 5) -> None:
        """Wait until something is so; looked at whenever anything happens here. Raises TimeoutError."""
        if not await self.world.happenings.until(lambda: bool(holds()), seconds):
            raise TimeoutError(f"it was not so within {seconds} s")

    def file(self, file_id: str) -> bytes:
        return self.world.files[file_id].content

    def reset(self) -> None:
        """Forget people, conversations, faults and books, as if just started."""
        self.world.reset()
        self.faults.clear()
        self.api.forget()

    async def __aenter__(self) -> Self:
        listener = _listener(self._port)
        self._port = listener.getsockname()[1]
        config = uvicorn.Config(self._app(), http="h11", ws="none", lifespan="off", log_config=None, access_log=False)
        config.load()
        self._server = uvicorn.Server(config)
        self._server.lifespan = config.lifespan_class(config)
        await self._server.startup([listener])
        await self._tasks.__aenter__()
        self._delivery = self._tasks.create_task(deliver_for_ever(self.world))
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.fall_silent()
        self._delivery.cancel()
        try:
            await self._tasks.__aexit__(None, None, None)
        finally:
            await self._hang_up()

    async def _hang_up(self) -> None:
        """Quicker than uvicorn's own end, which sleeps between its looks: requests finish, connections close."""
        for server in self._server.servers:
            server.close()
        state = self._server.server_state
        for connection in list(state.connections):
            connection.shutdown()
        for late in await self._unanswered():
            late.cancel()
        for connection in list(state.connections):
            connection.transport.abort()
        await asyncio.gather(*(server.wait_closed() for server in self._server.servers))
        await asyncio.sleep(0)

    async def _unanswered(self) -> set["asyncio.Task[None]"]:
        """The requests that are still under way when all have had time to end."""
        tasks = self._server.server_state.tasks
        return (await asyncio.wait(tasks, timeout=GRACE_SECONDS))[1] if tasks else set()

    def _app(self) -> Starlette:
        control = Control(self.world, self.clock, self.faults, self.api, self.reset)
        return Starlette(
            routes=[
                Mount("/control", control.app()),
                Route("/file/bot{token}/{path:path}", self._download),
                Route("/bot{token}/{method}", self._call, methods=["GET", "POST"]),
                *Site(self._stage).routes(),
            ],
            middleware=[Middleware(OnlyFromThisMachine)],
        )

    async def _call(self, request: Request) -> Response:
        if request.path_params["token"] != self.token:
            return _as_response(Answer(401, Refused(401, "Unauthorized").as_json()))
        method = request.path_params["method"]
        try:
            parameters, uploads = await received(request)
        except Malformed as refusal:
            return _as_response(self.api.refuse(method, refusal))
        except ClientDisconnect:
            return Response()  # the bot ended amid its own words, and nobody hears this
        answer = await self.api.answer(method, parameters, uploads)
        return _CutConnection(self._server) if answer.is_cut else _as_response(answer)

    async def _download(self, request: Request) -> Response:
        files = {file.path: file for file in self.world.files.values()}
        file = files.get(request.path_params["path"])
        if request.path_params["token"] != self.token or file is None:
            return _as_response(Answer(404, Refused(404, "Not Found").as_json()))
        return Response(file.content, media_type="application/octet-stream")


class _CutConnection(Response):
    """No answer at all: the socket is closed under the client."""

    def __init__(self, server: uvicorn.Server) -> None:
        super().__init__()
        self._server = server

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        for connection in list(self._server.server_state.connections):
            if getattr(connection, "client", None) == scope["client"]:
                connection.transport.abort()
        while (await receive())["type"] != "http.disconnect":
            pass


def _listener(port: int) -> socket.socket:
    """Named as TCP, or asyncio leaves Nagle's algorithm on and every answer takes 40 ms."""
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind(("127.0.0.1", port))
    except OSError:
        listener.close()
        raise
    return listener


def _as_response(answer: Answer) -> Response:
    if isinstance(answer.body, str):
        return HTMLResponse(answer.body, answer.status)
    return JSONResponse(answer.body, answer.status)
