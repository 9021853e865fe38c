"""What others run it with is in line with the program: versions, commands, settings, ports, ends."""

import json
import re
import tomllib
from configparser import ConfigParser
from typing import Any

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet

from bot.__main__ import _parser
from bot.settings import Settings
from tests.polite_end import ENDS_WITHIN_SECONDS
from tests.test_documents import ROOT

DEPLOY = ROOT / "deploy"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
PACKAGES = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["hatch"]["build"]["targets"]["wheel"][
    "packages"
]
DOCKERFILE = (DEPLOY / "Dockerfile").read_text()
COMPOSE = yaml.safe_load((DEPLOY / "compose.yaml").read_text())
WORKFLOW = yaml.safe_load((ROOT / ".github" / "workflows" / "test.yml").read_text())
SETTINGS = {name.upper() for name in Settings.model_fields}
NOT_RUN_THERE = {"simulator"}


def locked(path: str) -> dict[str, list[str]]:
    """The lines of each package, by its name."""
    entries = re.split(r"^(?=\S)", (ROOT / path).read_text(), flags=re.MULTILINE)
    found: dict[str, list[str]] = {}
    for entry in filter(None, entries):
        found.setdefault(entry.partition("==")[0], []).append(entry)
    return found


def is_a_command(words: list[str]) -> bool:
    return callable(_parser().parse_args(words).command)


def test_the_image_has_a_python_that_is_tested() -> None:
    versions = re.findall(r"^FROM python:(\d+\.\d+)-slim", DOCKERFILE, re.MULTILINE)
    assert len(versions) == 2
    assert len(set(versions)) == 1
    tested = WORKFLOW["jobs"]["test"]["strategy"]["matrix"]["python"]
    assert versions[0] in tested
    assert all(version in SpecifierSet(PROJECT["requires-python"]) for version in tested)


def test_the_image_has_all_packages_and_only_what_they_need() -> None:
    copied = {there: here for here, there in re.findall(r"^COPY (\S+) (/app\S*)$", DOCKERFILE, re.MULTILINE)}
    assert copied == {f"/app/{package}": package for package in PACKAGES if package not in NOT_RUN_THERE}
    let_in = set(re.findall(r"^!(\S+)$", (DEPLOY / "Dockerfile.dockerignore").read_text(), re.MULTILINE))
    assert let_in == {*copied.values(), "deploy/requirements.lock"}
    assert "--require-hashes -r /requirements.lock" in DOCKERFILE


def test_the_lock_of_the_image_is_part_of_the_other() -> None:
    whole, part = locked("requirements.lock"), locked("deploy/requirements.lock")
    assert {name: whole[name] for name in part} == part
    needed = {Requirement(each).name.replace(".", "-") for each in PROJECT["dependencies"]}
    assert needed <= set(part)
    for_work = {Requirement(each).name for each in PROJECT["optional-dependencies"]["dev"]}
    assert not for_work & set(part)


def test_the_image_runs_as_nobody_special_and_says_whether_it_lives() -> None:
    [environment] = re.findall(r"^ENV (PATH=\S+ PYTHONPATH.*)$", DOCKERFILE, re.MULTILINE)
    settings = dict(pair.split("=", 1) for pair in environment.split())
    assert {"HOST", "METRICS_PORT", "LOG_FORMAT"} <= set(settings) & SETTINGS
    assert f"EXPOSE {settings['METRICS_PORT']}\n" in DOCKERFILE
    assert re.search(r"^USER \d+:\d+$", DOCKERFILE, re.MULTILINE)
    [probe] = re.findall(r"CMD (\[\"python\", \"-c\".*\])", DOCKERFILE)
    assert "/healthz" in json.loads(probe)[2]
    assert is_a_command(json.loads(re.findall(r"^CMD (.*)$", DOCKERFILE, re.MULTILINE)[-1]))


@pytest.mark.parametrize("name", ["migrate", "worker"])
def test_a_service_has_settings_that_exist_and_a_command(name: str) -> None:
    service: dict[str, Any] = COMPOSE["services"][name]
    assert is_a_command(service["command"])
    assert (DEPLOY / service["build"]["context"] / service["build"]["dockerfile"]).samefile(DEPLOY / "Dockerfile")
    assert set(service["environment"]) <= SETTINGS
    assert service["environment"]["DATABASE_URL"].startswith("postgresql+asyncpg://afterword:")
    assert service["environment"]["DATABASE_URL"].endswith("@database/afterword")


def test_two_workers_start_on_tables_that_are_there_and_may_finish() -> None:
    worker = COMPOSE["services"]["worker"]
    assert worker["deploy"]["replicas"] == 2
    assert worker["depends_on"] == {"migrate": {"condition": "service_completed_successfully"}}
    assert COMPOSE["services"]["migrate"]["depends_on"] == {"database": {"condition": "service_healthy"}}
    assert int(worker["stop_grace_period"].removesuffix("s")) > ENDS_WITHIN_SECONDS
    assert worker["init"], "a first process without a handler for SIGTERM does not hear it while it starts"


def test_the_unit_runs_the_program_and_lets_it_finish() -> None:
    unit = ConfigParser(strict=False, interpolation=None)
    unit.optionxform = str  # type: ignore[assignment, method-assign]
    unit.read(DEPLOY / "afterword.service")
    service = unit["Service"]
    program, *words = service["ExecStart"].split()
    assert program.rpartition("/")[2] in PROJECT["scripts"]
    assert is_a_command(words)
    assert service["Restart"] == "on-failure"
    assert int(service["TimeoutStopSec"]) > ENDS_WITHIN_SECONDS
    assert service["ProtectSystem"] == "strict"
    assert service["WorkingDirectory"] == f"/var/lib/{service['StateDirectory']}"


def test_the_forge_does_what_ci_does() -> None:
    job = WORKFLOW["jobs"]["test"]
    assert job["strategy"]["matrix"]["python"] == ["3.11", "3.12", "3.13"]
    *used, last = job["steps"]
    assert all(re.fullmatch(r"actions/[\w-]+@v\d+", step["uses"]) for step in used)
    assert used[-1]["with"]["cache-dependency-path"] == "requirements.lock"
    assert (ROOT / last["run"]).stat().st_mode & 0o100
