"""The installed program on the command line: JSON lines in and out, the rulebook, a conversation in the terminal."""

import json
import subprocess
from pathlib import Path
from typing import Any

PROGRAM = Path(__file__).parents[1] / ".venv" / "bin" / "afterword"


def afterword(command: str, typed: str = "", folder: Path | None = None) -> str:
    done = subprocess.run([PROGRAM, command], input=typed, capture_output=True, text=True, timeout=60, cwd=folder)
    assert done.stderr == ""
    assert done.returncode == 0
    return done.stdout


def answers(command: str, *items: dict[str, Any]) -> list[dict[str, Any]]:
    lines = afterword(command, "\n".join(map(json.dumps, items)) + "\n\n").splitlines()
    return [json.loads(line) for line in lines]


def test_explain_tells_what_is_understood_and_what_is_advised():
    first, second = answers(
        "explain",
        {
            "id": "one",
            "now": "2026-03-05T17:00",
            "tz": "Europe/Berlin",
            "messages": [
                "interview at Acme today with Dana Reed, dana@acme.example, went great",
                "they decide by Friday",
            ],
        },
        {"id": 2, "now": "2026-03-05T17:00:00+01:00", "tz": "Europe/Berlin", "messages": ["what's the weather like?"]},
    )
    acme = first["applications"][0]
    assert acme["company"] == "Acme"
    assert acme["feeling"] == "great"
    assert acme["interview_at"] == "2026-03-05"
    assert acme["answer_promised_by"] == "2026-03-06"
    assert acme["people"] == [{"name": "Dana Reed", "email": "dana@acme.example", "phone": None, "skype": None}]
    assert {"kind": "interview_held", "on": "2026-03-05"} in acme["events"]
    assert first["advice"] | {"about": "Acme", "action": "send_thank_you", "channel": "email"} == first["advice"]
    assert "Fri 6 Mar" in first["reply"]
    assert second["off_topic"] is True
    assert second["applications"] == []


def test_dates_reads_times_in_a_text():
    (line,) = answers("dates", {"id": 7, "now": "2026-03-05T17:00", "text": "they will call me next Tuesday at 3pm"})
    assert line["id"] == 7
    assert [(date["start"], date["end"]) for date in line["dates"]] == [("2026-03-10T15:00:00", None)]


def test_rules_prints_the_rulebook():
    assert afterword("rules").startswith("<!-- Printed from rules/rulebook.py.")


def test_a_conversation_in_the_terminal(tmp_path: Path):
    typed = [
        "interview at Acme just finished, felt great. Dana Reed, dana@acme.example",
        ":2",
        ":next",
        ":time",
        ":quit",
    ]
    said = afterword("chat", "\n".join(typed) + "\n", tmp_path)
    assert "Noted for Acme" in said
    assert "thank-you sent" in said
    assert "ask politely where things stand" in said
    assert list(tmp_path.iterdir()) == []


def test_a_line_that_cannot_be_used_is_told_and_the_others_are_answered():
    lines = ['{"id": 1}', "nonsense", '{"id": 2, "now": "2026-03-05T17:00", "text": "tomorrow"}']
    done = subprocess.run([PROGRAM, "dates"], input="\n".join(lines), capture_output=True, text=True, timeout=60)
    assert done.returncode == 2
    assert [line.split()[:2] for line in done.stderr.splitlines()] == [["Line", "1"], ["Line", "2"]]
    assert [json.loads(line)["id"] for line in done.stdout.splitlines()] == [2]
