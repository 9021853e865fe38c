"""Answers HTTP requests on a port, which several processes may share, and ends without cutting anybody off."""

import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import uvicorn
from starlette.types import ASGIApp

from bot.lifetime import CannotStart

GRACE_SECONDS = 5


@asynccontextmanager
async def listening(
    app: ASGIApp, host: str, port: int, settings: str = "HOST and PORT", *, is_shared: bool = True
) -> AsyncIterator[None]:
    """`app` answers there until the block ends; then the requests in hand are finished.

    Raises CannotStart, which names the `settings` that say where.
    """
    try:
        listener = _listener(host, port, is_shared=is_shared)
    except OSError as error:
        raise CannotStart(f"Nothing can listen at {host}:{port} ({error.strerror}). See {settings}.") from None
    config = uvicorn.Config(
        app,
        http="h11",
        ws="none",
        lifespan="off",
        log_config=None,
        access_log=False,
        proxy_headers=False,
        server_header=False,
        date_header=False,
        timeout_graceful_shutdown=GRACE_SECONDS,
    )
    config.load()
    server = uvicorn.Server(config)
    server.lifespan = config.lifespan_class(config)
    await server.startup([listener])
    try:
        yield
    finally:
        await server.shutdown([listener])


def _listener(host: str, port: int, *, is_shared: bool) -> socket.socket:
    """The system spreads connections over all processes that share a port."""
    family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    listener = socket.socket(family, kind, protocol)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, is_shared)
        listener.bind(address)
    except OSError:
        listener.close()
        raise
    return listener
