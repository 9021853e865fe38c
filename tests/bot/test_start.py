"""A start that cannot succeed ends with sentences and exit code 2, without a stack trace and without the token."""

import asyncio
import os
import sys
from asyncio.subprocess import PIPE, STDOUT
from pathlib import Path

import httpx
import pytest

from bot.__main__ import main
from simulator import LocalTelegram

ROOT = Path(__file__).parents[2]


async def afterword(command: str, directory: Path, **settings: str) -> tuple[int | None, str]:
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), **settings}
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", command), cwd=directory, env=environment, stdout=PIPE, stderr=STDOUT
    )
    async with asyncio.timeout(60):
        said, _ = await process.communicate()
    assert b"Traceback" not in said
    return process.returncode, said.decode()


@pytest.mark.parametrize("command", ["run", "migrate"])
async def test_all_that_is_wrong_with_the_settings_is_told(tmp_path, command):
    code, said = await afterword(command, tmp_path, TICK_SECONDS="often")
    assert code == 2
    assert [line.split()[0] for line in said.splitlines()] == ["TELEGRAM_BOT_TOKEN", "TICK_SECONDS"]


async def test_a_database_that_cannot_be_opened(tmp_path):
    (tmp_path / "data").write_text("a file where a folder should be")
    code, said = await afterword("migrate", tmp_path, TELEGRAM_BOT_TOKEN="1:token")
    assert code == 2
    assert "The database cannot be opened" in said


async def test_the_doctor_tells_of_all_that_is_wrong(tmp_path, telegram: LocalTelegram):
    code, said = await afterword("doctor", tmp_path, TICK_SECONDS="often")
    assert code == 1
    assert [line.split()[:2] for line in said.splitlines()] == [
        ["WRONG", "TELEGRAM_BOT_TOKEN"],
        ["WRONG", "TICK_SECONDS"],
    ]
    settings = {"TELEGRAM_BOT_TOKEN": "1:secret", "TELEGRAM_API_URL": telegram.url}
    code, said = await afterword("doctor", tmp_path, DATABASE_URL="postgresql+asyncpg://a:b/c", **settings)
    assert code == 1
    wrong = [line for line in said.splitlines() if line.startswith("WRONG")]
    assert [line.split()[1:4] for line in wrong] == [["A", "database", "is"], ["Telegram", "does", "not"]]
    assert "secret" not in said


def test_what_nobody_expected_ends_it_without_a_word_of_the_error(monkeypatch, capsys):
    def breaks(_):
        raise httpx.ReadError("cut off at https://api.telegram.org/bot1:secret/getUpdates")

    monkeypatch.setattr("bot.__main__.rules", breaks)
    monkeypatch.setattr("sys.argv", ["afterword", "rules"])
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    with pytest.raises(httpx.ReadError) as ending:
        main()
    sys.excepthook(ending.type, ending.value, ending.tb)
    said = capsys.readouterr().err
    assert said.startswith("Something unexpected ended it: ReadError at test_start.py:")
    assert "secret" not in said


async def test_all_is_well(tmp_path, telegram: LocalTelegram):
    settings = {"TELEGRAM_BOT_TOKEN": telegram.token, "TELEGRAM_API_URL": telegram.url}
    code, said = await afterword("doctor", tmp_path, **settings)
    assert code == 0
    assert {line.split()[0] for line in said.splitlines()} == {"ok"}
    assert "Telegram knows this bot as @local_test_bot." in said
