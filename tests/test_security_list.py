"""The list of threats is kept: every test that it names exists."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
THREATS = [
    line for line in (ROOT / "docs" / "security.md").read_text(encoding="utf-8").splitlines() if line.startswith("| ")
]
ROWS = [line for line in THREATS if not line.startswith(("| who could", "| what could"))]
SHOWN_BY_NO_TEST = "| a package turns out to be vulnerable |"


def functions_of(path: str) -> set[str]:
    file = ROOT / path
    tree = ast.parse(file.read_text(encoding="utf-8")) if file.exists() else ast.Module([], [])
    return {each.name for each in tree.body if isinstance(each, ast.FunctionDef | ast.AsyncFunctionDef)}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.split("|")[1].strip()[:40])
def test_every_threat_is_shown_to_be_met_by_tests_that_exist(row):
    named = re.findall(r"(tests/[\w/]+\.py)::(test_\w+)", row)
    assert named or row.startswith(SHOWN_BY_NO_TEST)
    assert [f"{path}::{name}" for path, name in named if name not in functions_of(path)] == []
    assert len(named) == row.count("tests/")
