"""`afterword demo` from its start to its end: the address, a port that is taken, who is let in, and a clean end."""

import signal
import socket
import subprocess
from contextlib import ExitStack, suppress
from typing import Any
from urllib.parse import urlsplit

import httpx
import pytest

from bot.demo import FIRST_PORT
from tests.real_page import PROGRAM, address, ended, started

QUICKLY: Any = {"trust_env": False, "verify": False, "timeout": 60}  # no proxy is asked, and no certificates are read


def test_a_taken_port_is_said_and_the_next_one_used_and_ctrl_c_ends_it_cleanly(tmp_path):
    with socket.socket() as other:
        with suppress(OSError):  # whoever else has it, it is taken
            other.bind(("127.0.0.1", FIRST_PORT))
            other.listen()
        running, said = started(tmp_path)
    assert f"Port {FIRST_PORT} is taken; trying the next one.\n" in said
    assert not address(said).endswith(f":{FIRST_PORT}/")
    with ExitStack() as pages:
        for _ in range(2):
            live = pages.enter_context(httpx.stream("GET", f"{address(said)}live", **QUICKLY))
            assert next(line for line in live.iter_lines() if line.startswith("data: "))
        status, rest = ended(running)
    assert status == 0
    assert rest.splitlines()[-1] == "Ctrl-C ends it."
    assert [path.suffix for path in (tmp_path / "data" / "demo").glob("*.db")] == [".db"]


def test_ctrl_c_as_soon_as_the_address_is_there_ends_it_as_cleanly(tmp_path):
    running, _ = started(tmp_path)
    status, rest = ended(running)
    assert (status, "Traceback" in rest) == (0, False)


def test_ctrl_c_while_it_starts_leaves_no_traceback(tmp_path):
    running = subprocess.Popen([PROGRAM, "demo"], cwd=tmp_path, text=True, stderr=subprocess.PIPE)
    assert running.stderr
    with running.stderr as said:
        assert said.readline() == "Starting a local Telegram and the bot.\n"
        running.send_signal(signal.SIGINT)
        assert said.read() == ""
    assert running.wait() == 130


def _place(said):
    server = urlsplit(address(said))
    return server.hostname, server.port


def test_pages_that_close_while_something_is_looked_up_leave_nothing_behind(tmp_path):
    running, said = started(tmp_path)
    for _ in range(40):
        with socket.create_connection(_place(said)) as page, socket.create_connection(_place(said)) as other:
            page.sendall(b"GET /live HTTP/1.1\r\nHost: localhost\r\n\r\n")
            page.recv(1)
            other.sendall(b"POST /stage/person HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\n{}")
    status, rest = ended(running)
    assert (status, rest.splitlines()[-1]) == (0, "Ctrl-C ends it.")


@pytest.mark.parametrize("path", ["", "live", "page/main.js", "control/bot", "stage/reset", "control/say"])
@pytest.mark.parametrize(
    "headers", [{"Host": "elsewhere.test"}, {"Origin": "https://elsewhere.test"}, {"Origin": "null"}], ids=str
)
def test_other_sites_and_other_names_are_kept_out(program, path, headers):
    method = "POST" if path in ("stage/reset", "control/say") else "GET"
    assert httpx.request(method, f"{program}{path}", headers=headers, **QUICKLY).status_code == 403


@pytest.mark.parametrize("name", ["localhost", "[::1]"])
def test_it_is_let_in_by_any_name_of_this_machine(program, name):
    port = program.rstrip("/").rpartition(":")[2]
    headers = {"Host": f"{name}:{port}", "Origin": f"http://{name}:{port}"}
    assert httpx.get(program, headers=headers, **QUICKLY).status_code == 200
    assert httpx.get(program, headers={**headers, "Origin": f"http://{name}"}, **QUICKLY).status_code == 403


def test_it_listens_on_this_machine_alone(program):
    assert program.startswith("http://127.0.0.1:")
    with socket.socket() as probe:
        outside = probe.connect_ex(("127.0.0.2", int(program.rstrip("/").rpartition(":")[2])))
    assert outside != 0


def test_nothing_on_the_page_comes_from_elsewhere(program):
    policy = httpx.get(program, **QUICKLY).headers["content-security-policy"]
    assert "default-src 'self'" in policy
