"""Whatever we run on is listed with its licence, may be used as we use it, and is pinned to what was looked at."""

import re
from pathlib import Path

import pytest

from docs.licences import CONDITIONAL, LIST, PERMISSIVE, as_markdown, licence, names, packages

ROOT = Path(__file__).parents[1]


def test_the_list_is_of_what_is_installed():
    """If it is not: make licences"""
    assert LIST.read_text(encoding="utf-8") == as_markdown()


def test_every_licence_goes_with_ours():
    judged = {*PERMISSIVE, *CONDITIONAL}
    assert {package: licence(package) for package in packages() if not judged.issuperset(names(licence(package)))} == {}


def test_no_condition_is_told_that_nobody_makes():
    assert set(CONDITIONAL) <= {name for package in packages() for name in names(licence(package))}


@pytest.mark.parametrize("path", ["requirements.lock", "deploy/requirements.lock"])
def test_every_package_is_pinned_by_its_hash(path):
    lock = (ROOT / path).read_text(encoding="utf-8").replace("\\\n", " ")
    pins = [line for line in lock.splitlines() if line]
    assert all(re.match(r"[\w.-]+==\S+ .*--hash=sha256:[0-9a-f]{64}", pin) for pin in pins)
    assert packages() <= {re.split("==", pin)[0] for pin in pins}
    assert "://" not in lock
