"""The settings, from the environment or `.env`; what is wrong with them is said in sentences, all at once."""

import re
from pathlib import Path
from typing import Annotated, Any, Literal, Self
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import Field, SecretStr, ValidationError, ValidationInfo, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

TELEGRAM = "https://api.telegram.org"
THIS_MACHINE = ("127.0.0.1", "localhost")


class SettingsUnusable(Exception):
    """The program cannot start with these settings; `sentences` say which, what is wrong and what to write instead."""

    def __init__(self, sentences: list[str]) -> None:
        super().__init__("\n".join(sentences))
        self.sentences = sentences


class Settings(BaseSettings):
    """All that can be set. A field's description is what to write, and completes a sentence of complaint."""

    model_config = SettingsConfigDict(
        env_file=".env", env_ignore_empty=True, extra="ignore", frozen=True, str_strip_whitespace=True
    )

    telegram_bot_token: SecretStr = Field(
        description="Write the token that @BotFather gave you, like 123456789:AAE2x...; /newbot asks for a new one."
    )
    telegram_api_url: str = Field(
        TELEGRAM, description="Write where the Bot API server is, like https://api.telegram.org."
    )
    database_url: str = Field(
        "sqlite+aiosqlite:///data/afterword.db",
        description="Write sqlite+aiosqlite:///data/afterword.db or postgresql+asyncpg://user:password@host/name.",
        repr=False,
    )
    default_timezone: str = Field("UTC", description="Write the name of a zone, like Europe/Berlin, or UTC.")
    tick_seconds: float = Field(5.0, ge=0.1, le=60, description="Write a number of seconds from 0.1 to 60, like 5.")
    sends_per_second: int = Field(
        30, ge=0, le=1000, description="Write a number from 0 (no limit) to 1000, like the 30 that Telegram allows."
    )
    webhook_url: str | None = Field(
        None,
        description="Write where Telegram reaches this bot, like https://bot.example.org/telegram, or leave it empty.",
    )
    webhook_secret: SecretStr | None = Field(
        None, validate_default=True, description="Write up to 256 letters, digits, _ and - that nobody can guess."
    )
    host: str = Field("127.0.0.1", description="Write the address to listen on, like 127.0.0.1.")
    port: int = Field(8080, ge=1, le=65535, description="Write a port from 1 to 65535, like 8080.")
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field(
        "INFO", description="Write debug, info, warning or error."
    )
    log_format: Literal["console", "json"] = Field("console", description="Write console or json.")
    metrics_port: int | None = Field(
        None, ge=1, le=65535, description="Write a port from 1 to 65535, like 9100, or leave it empty."
    )
    allowed_users: Annotated[frozenset[int] | None, NoDecode] = Field(
        None, description="Write Telegram user ids with commas between them, like 1234567,7654321, or leave it empty."
    )

    @classmethod
    def load(cls, env_file: Path | None = Path(".env")) -> Self:
        """From the environment, then `env_file`, then the defaults. Raises SettingsUnusable."""
        try:
            return cls(_env_file=env_file)
        except ValidationError as error:
            raise SettingsUnusable([_sentence(problem) for problem in error.errors()]) from None

    @field_validator("telegram_bot_token")
    @classmethod
    def _has_the_form_of_a_token(cls, token: SecretStr) -> SecretStr:
        if re.search(r"[\s/?#]", token.get_secret_value().strip()):
            raise ValueError("is not a token: it holds a space or a slash")
        return SecretStr(token.get_secret_value().strip())

    @field_validator("telegram_api_url")
    @classmethod
    def _is_an_address(cls, url: str) -> str:
        if not re.match(r"https?://[^\s/]+", url):
            raise ValueError("is not an address that starts with https:// or http://")
        return url.rstrip("/")

    @field_validator("database_url")
    @classmethod
    def _names_its_driver(cls, url: str) -> str:
        if url.startswith(("sqlite+aiosqlite://", "postgresql+asyncpg://")):
            return url
        for bare, full in (
            ("postgresql://", "postgresql+asyncpg://"),
            ("postgres://", "postgresql+asyncpg://"),
            ("sqlite://", "sqlite+aiosqlite://"),
        ):
            if url.startswith(bare):
                raise ValueError(f"does not name the driver: change {bare} at its start to {full}")
        raise ValueError("is neither an SQLite nor a PostgreSQL database")

    @field_validator("default_timezone")
    @classmethod
    def _is_a_zone(cls, name: str) -> str:
        try:
            ZoneInfo(name)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            raise ValueError("is not a time zone known here") from None
        return name

    @field_validator("log_level", mode="before")
    @classmethod
    def _in_capitals(cls, level: object) -> object:
        return level.strip().upper() if isinstance(level, str) else level

    @field_validator("log_format", mode="before")
    @classmethod
    def _in_small_letters(cls, form: object) -> object:
        return form.strip().lower() if isinstance(form, str) else form

    @field_validator("webhook_url")
    @classmethod
    def _is_where_telegram_goes(cls, url: str | None, others: ValidationInfo) -> str | None:
        if url is None:
            return None
        address = re.fullmatch(r"https?://([\w.-]+|\[[\da-f:]+\])(:\d+)?(/[\w.~/-]*)?", url, re.ASCII | re.IGNORECASE)
        if address is None:
            raise ValueError("is not an address of host and path that starts with https://")
        is_at_home = address[1] in THIS_MACHINE or others.data.get("telegram_api_url") != TELEGRAM
        if not (url.startswith("https://") or is_at_home):
            raise ValueError("does not start with https://, and only a Bot API server of one's own does without")
        return url

    @field_validator("webhook_secret")
    @classmethod
    def _is_a_secret(cls, secret: SecretStr | None, others: ValidationInfo) -> SecretStr | None:
        if secret is None and others.data.get("webhook_url") is not None:
            raise ValueError("is not set, and WEBHOOK_URL is")
        if secret is not None and not re.fullmatch(r"[A-Za-z0-9_-]{1,256}", secret.get_secret_value()):
            raise ValueError("is too long or holds other characters than Telegram allows")
        return secret

    @field_validator("allowed_users", mode="before")
    @classmethod
    def _is_a_list_of_numbers(cls, users: object) -> object:
        if not isinstance(users, str):
            return users
        ids = [part.strip() for part in users.split(",") if part.strip()]
        if not all(re.fullmatch(r"[0-9]{1,16}", part) for part in ids):
            raise ValueError("holds something that is not a user id")
        if not ids:
            raise ValueError("names nobody, and is not empty")
        return frozenset(map(int, ids))


def _sentence(problem: Any) -> str:
    field = str(problem["loc"][0])
    return f"{field.upper()} {_what_is_wrong(problem)}. {Settings.model_fields[field].description}"


def _what_is_wrong(problem: Any) -> str:
    """Never quotes the value: it may be a token or hold a password."""
    if problem["type"] == "missing":
        return "is not set"
    if problem["type"] == "value_error":
        return str(problem["ctx"]["error"])
    return "is not one of the words it can be" if problem["type"] == "literal_error" else "is not such a number"
