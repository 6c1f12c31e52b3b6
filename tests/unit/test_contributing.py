"""The files and scripts that CONTRIBUTING.md and the workflows name exist."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))


def steps_of(path: Path) -> list[dict[str, Any]]:
    document = yaml.safe_load(path.read_text())
    return [step for job in document["jobs"].values() for step in job["steps"]]


def test_every_path_that_is_named_exists() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text()
    named = set(re.findall(r"(?:carto_ext|generated|sandbox|scripts|spec|tests|\.github)/[\w./*{},-]*\w", text))
    paths = {
        path.replace(f"{{{group}}}", one)
        for path in named
        for group in re.findall(r"\{([\w,]+)\}", path) or [""]
        for one in group.split(",")
    }
    assert len(paths) > 15
    assert [path for path in sorted(paths) if not list(ROOT.glob(path))] == []


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_a_workflow_only_calls_scripts(path: Path) -> None:
    commands = [step["run"].split()[0] for step in steps_of(path) if "run" in step]
    assert commands
    assert [command for command in commands if not (ROOT / command).is_file()] == []


def test_the_workflows_know_the_pythons_that_scripts_pythons_knows() -> None:
    minors = re.findall(r'"(3\.\d+)"', re.search(r"MINORS = .*", (ROOT / "scripts/pythons").read_text())[0])  # type: ignore[index]
    jobs = yaml.safe_load((ROOT / ".github/workflows/test.yml").read_text())["jobs"]
    assert jobs["python"]["strategy"]["matrix"]["python"] == [*minors, "lowest"]
    setup = next(step["with"] for step in jobs["test"]["steps"] if "python-version" in step.get("with", {}))
    assert sorted(setup["python-version"].split()) == minors
    assert f'requires-python = ">={minors[0]}"' in (ROOT / "pyproject.toml").read_text()


def test_the_tests_that_run_everywhere_are_there() -> None:
    subset = re.findall(r'"(tests/[^"]+)"', (ROOT / "scripts/pythons").read_text())
    assert len(subset) > 10
    assert [path for path in subset if not (ROOT / path).exists()] == []
