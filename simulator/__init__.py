"""A local Telegram: a Bot API server on this machine, for tests, for the terminal and for trying things out."""

from simulator.server import LocalTelegram

__all__ = ["LocalTelegram"]
