"""What holds for every test: none is timed, since a busy machine is no mistake; databases of both kinds are real."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from tempfile import gettempdir

import pytest
from hypothesis import settings

from tests.databases import postgresql_database, postgresql_server

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


@pytest.fixture(scope="session")
def postgresql(testrun_uid: str) -> Iterator[str]:
    """The URL of a server that all processes of this test run share, started by the first test that asks for it."""
    with postgresql_server(Path(gettempdir()) / f"afterword-{testrun_uid}") as url:
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
async def url(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[str]:
    """The URL of an empty database that nobody else uses."""
    if request.param == "sqlite":
        yield f"sqlite+aiosqlite:///{tmp_path}/afterword.db"
        return
    async with postgresql_database(request.getfixturevalue("postgresql")) as created:
        yield created
