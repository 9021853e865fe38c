"""`python -m simulator --port N`: the local Telegram by itself, until Ctrl-C."""

import argparse
import asyncio
import signal

from simulator.checking import checked
from simulator.server import DEFAULT_TOKEN, LocalTelegram


async def serve(port: int, token: str) -> None:
    """Prints the address once it listens."""
    stopped = asyncio.Event()
    for each in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(each, stopped.set)
    async with LocalTelegram(checked, port, token=token) as telegram:
        print(f"{telegram.url} for this machine only; the bot's token is {token}", flush=True)  # noqa: T201 - a program
        await stopped.wait()


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m simulator", description=__doc__)
    parser.add_argument("--port", type=int, default=0, help="0, the default, takes a free one")
    parser.add_argument("--token", default=DEFAULT_TOKEN)
    arguments = parser.parse_args()
    try:
        asyncio.run(serve(arguments.port, arguments.token))
    except OSError as error:
        raise SystemExit(f"Cannot listen on port {arguments.port}: {error.strerror}") from error


if __name__ == "__main__":
    main()
