"""`afterword demo` from its start to its end: the address, a port that is taken, who is let in, and a clean end."""

import contextlib
import socket

import httpx
import pytest

from bot.demo import FIRST_PORT
from tests.real_page import address, ended, started


def test_a_taken_port_is_said_and_the_next_one_used_and_ctrl_c_ends_it_cleanly(tmp_path):
    with socket.socket() as other:
        with contextlib.suppress(OSError):  # whoever else has it, it is taken
            other.bind(("127.0.0.1", FIRST_PORT))
            other.listen()
        running, said = started(tmp_path)
    assert f"Port {FIRST_PORT} is taken; trying the next one.\n" in said
    assert not address(said).endswith(f":{FIRST_PORT}/")
    with httpx.stream("GET", f"{address(said)}live", trust_env=False, verify=False, timeout=60) as live:
        assert next(live.iter_lines()).startswith("data: ")
        status, rest = ended(running)
    assert status == 0
    assert rest.splitlines()[-1] == "Ctrl-C ends it."
    assert [path.suffix for path in (tmp_path / "data" / "demo").glob("*.db")] == [".db"]


@pytest.mark.parametrize("path", ["", "live", "page/main.js", "control/bot"])
@pytest.mark.parametrize(
    "headers", [{"Host": "elsewhere.test"}, {"Origin": "https://elsewhere.test"}, {"Origin": "null"}], ids=str
)
def test_other_sites_and_other_names_are_kept_out(program, path, headers):
    assert httpx.get(f"{program}{path}", headers=headers, trust_env=False, verify=False, timeout=60).status_code == 403


def test_it_listens_on_this_machine_alone(program):
    assert program.startswith("http://127.0.0.1:")
    with socket.socket() as probe:
        outside = probe.connect_ex(("127.0.0.2", int(program.rstrip("/").rpartition(":")[2])))
    assert outside != 0


def test_nothing_on_the_page_comes_from_elsewhere(program):
    policy = httpx.get(program, trust_env=False, verify=False, timeout=60).headers["content-security-policy"]
    assert "default-src 'self'" in policy
