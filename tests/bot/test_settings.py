"""Settings that are right are taken as they are meant; of wrong ones each is told in a sentence, all at once."""

import os
import re
from pathlib import Path

import pytest

from bot.settings import Settings, SettingsUnusable

ROOT = Path(__file__).parents[2]
TOKEN = "123456789:AAE-the_secret_part"
SECRET = "a-secret_for_webhooks"


@pytest.fixture(autouse=True)
def _nothing_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in Settings.model_fields:
        for spelling in (name, name.upper()):
            monkeypatch.delenv(spelling, raising=False)


def load(monkeypatch: pytest.MonkeyPatch, **environment: str) -> Settings:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    return Settings.load(None)


def complaints(monkeypatch: pytest.MonkeyPatch, **environment: str) -> list[str]:
    with pytest.raises(SettingsUnusable) as caught:
        load(monkeypatch, **environment)
    return caught.value.sentences


def test_a_token_is_all_it_takes(monkeypatch):
    settings = load(monkeypatch, TELEGRAM_BOT_TOKEN=TOKEN)
    assert settings.telegram_bot_token.get_secret_value() == TOKEN
    assert settings.telegram_api_url == "https://api.telegram.org"
    assert settings.database_url == "sqlite+aiosqlite:///data/afterword.db"
    assert (settings.default_timezone, settings.tick_seconds, settings.allowed_users) == ("UTC", 5, None)
    assert (settings.log_level, settings.log_format, settings.metrics_port) == ("INFO", "console", None)


def test_each_can_be_set(monkeypatch):
    settings = load(
        monkeypatch,
        TELEGRAM_BOT_TOKEN=f" {TOKEN} ",
        TELEGRAM_API_URL="http://127.0.0.1:8081/",
        DATABASE_URL="postgresql+asyncpg://me@host/afterword",
        DEFAULT_TIMEZONE="Europe/Berlin",
        TICK_SECONDS="0.5",
        LOG_LEVEL="debug",
        LOG_FORMAT="JSON",
        METRICS_PORT="9100",
        ALLOWED_USERS="17, 23,",
    )
    assert settings.telegram_bot_token.get_secret_value() == TOKEN
    assert settings.telegram_api_url == "http://127.0.0.1:8081"
    assert (settings.default_timezone, settings.tick_seconds) == ("Europe/Berlin", 0.5)
    assert (settings.log_level, settings.log_format, settings.metrics_port) == ("DEBUG", "json", 9100)
    assert settings.allowed_users == {17, 23}


def test_what_is_empty_is_not_set(monkeypatch):
    settings = load(monkeypatch, TELEGRAM_BOT_TOKEN=TOKEN, ALLOWED_USERS="", METRICS_PORT="", TICK_SECONDS="")
    assert (settings.allowed_users, settings.metrics_port, settings.tick_seconds) == (None, None, 5)


def test_the_env_file_is_read_and_the_environment_overrides_it(monkeypatch, tmp_path):
    file = tmp_path / ".env"
    file.write_text(f"TELEGRAM_BOT_TOKEN={TOKEN}\nTICK_SECONDS=7\nDEFAULT_TIMEZONE=Asia/Tokyo\nSOMETHING_ELSE=1\n")
    monkeypatch.setenv("TICK_SECONDS", "9")
    settings = Settings.load(file)
    assert (settings.tick_seconds, settings.default_timezone) == (9, "Asia/Tokyo")


def test_all_that_is_wrong_is_told_at_once(monkeypatch):
    said = complaints(monkeypatch, TICK_SECONDS="often", DEFAULT_TIMEZONE="UTC+2")
    assert said == [
        "TELEGRAM_BOT_TOKEN is not set. Write the token that @BotFather gave you, like 123456789:AAE2x...; "
        "/newbot asks for a new one.",
        "DEFAULT_TIMEZONE is not a time zone known here. Write the name of a zone, like Europe/Berlin, or UTC.",
        "TICK_SECONDS is not such a number. Write a number of seconds from 0.1 to 60, like 5.",
    ]


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        ("TELEGRAM_BOT_TOKEN", "put your token here", "is not a token: it holds a space or a slash"),
        ("TELEGRAM_API_URL", "api.telegram.org", "is not an address that starts with https:// or http://"),
        ("DATABASE_URL", "postgresql://me@host/x", "change postgresql:// at its start to postgresql+asyncpg://"),
        ("DATABASE_URL", "postgres://me@host/x", "change postgres:// at its start to postgresql+asyncpg://"),
        ("DATABASE_URL", "sqlite:///x.db", "change sqlite:// at its start to sqlite+aiosqlite://"),
        ("DATABASE_URL", "mysql://host/x", "is neither an SQLite nor a PostgreSQL database"),
        ("TICK_SECONDS", "0", "from 0.1 to 60"),
        ("PORT", "70000", "from 1 to 65535"),
        ("LOG_LEVEL", "loud", "debug, info, warning or error"),
        ("LOG_FORMAT", "xml", "console or json"),
        ("METRICS_PORT", "on", "or leave it empty"),
        ("ALLOWED_USERS", "17,@dana", "holds something that is not a user id"),
        ("ALLOWED_USERS", "17;23", "holds something that is not a user id"),
        ("ALLOWED_USERS", "-17", "holds something that is not a user id"),
        ("ALLOWED_USERS", " , ", "names nobody, and is not empty"),
        ("WEBHOOK_URL", "bot.example.org/telegram", "is not an address of host and path"),
        ("WEBHOOK_URL", "https://bot.example.org/{path}?token=1", "is not an address of host and path"),
        ("WEBHOOK_URL", "https://me:hidden@bot.example.org", "is not an address of host and path"),
        ("WEBHOOK_URL", "http://bot.example.org/telegram", "does not start with https://"),
        ("WEBHOOK_SECRET", "secret!", "other characters than Telegram allows"),
        ("WEBHOOK_SECRET", "s" * 257, "too long"),
    ],
)
def test_what_is_wrong_is_told_with_what_to_write(monkeypatch, name, value, says):
    right = {"TELEGRAM_BOT_TOKEN": TOKEN, "WEBHOOK_SECRET": SECRET}
    [sentence] = complaints(monkeypatch, **{**right, name: value})
    assert sentence.startswith(f"{name} ")
    assert says in sentence


@pytest.mark.parametrize(
    ("url", "server"),
    [
        ("https://bot.example.org", "https://api.telegram.org"),
        ("https://bot.example.org:8443/telegram/bot-1", "https://api.telegram.org"),
        ("http://127.0.0.1:8080/telegram", "https://api.telegram.org"),
        ("http://localhost/telegram", "https://api.telegram.org"),
        ("http://bot.internal:8080/telegram", "http://telegram.internal:8081"),
    ],
)
def test_where_a_webhook_can_be(monkeypatch, url, server):
    environment = {"TELEGRAM_BOT_TOKEN": TOKEN, "WEBHOOK_SECRET": SECRET, "TELEGRAM_API_URL": server}
    assert load(monkeypatch, WEBHOOK_URL=url, **environment).webhook_url == url


def test_a_webhook_needs_a_secret(monkeypatch):
    said = complaints(monkeypatch, TELEGRAM_BOT_TOKEN=TOKEN, WEBHOOK_URL="https://bot.example.org/telegram")
    assert said == [
        "WEBHOOK_SECRET is not set, and WEBHOOK_URL is. Write up to 256 letters, digits, _ and - that nobody can guess."
    ]


def test_secrets_are_neither_shown_nor_quoted(monkeypatch):
    database = "postgresql+asyncpg://me:hidden@host/x"
    settings = load(monkeypatch, TELEGRAM_BOT_TOKEN=TOKEN, DATABASE_URL=database, WEBHOOK_SECRET=SECRET)
    assert TOKEN not in repr(settings) + str(settings)
    assert SECRET not in repr(settings) + str(settings)
    assert "hidden" not in repr(settings) + str(settings)
    said = complaints(monkeypatch, TELEGRAM_BOT_TOKEN="12:AAE /x", DATABASE_URL="postgresql://me:hidden@host/x")
    assert "AAE /" not in " ".join(said)
    assert "hidden" not in " ".join(said)


def test_the_example_names_every_setting_and_works_once_the_token_is_filled_in(monkeypatch, tmp_path):
    example = (ROOT / ".env.example").read_text()
    assert re.findall(r"^(\w+)=", example, re.MULTILINE) == [name.upper() for name in Settings.model_fields]
    assert all(os.environ.get(name.upper()) is None for name in Settings.model_fields)
    filled_in = tmp_path / ".env"
    filled_in.write_text(example.replace("TELEGRAM_BOT_TOKEN=", f"TELEGRAM_BOT_TOKEN={TOKEN}"))
    assert Settings.load(filled_in) == load(monkeypatch, TELEGRAM_BOT_TOKEN=TOKEN)
