"""The pages name what there is: tags, errors, numbers."""

import re
import subprocess
import sys
from pathlib import Path

import carto_ext
from carto_client.api import Group, Groups

ROOT = Path(__file__).resolve().parents[2]


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def test_numbers_are_those_of_check_truth() -> None:
    told = subprocess.run(
        [sys.executable, "scripts/check_truth", "--summary"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout
    found = re.search(r"^(\d+) operations, (\d+) models, (\d+) exchanges .*, 0 mismatches$", told, re.MULTILINE)
    assert found, told
    operations, models, exchanges = found.groups()
    text = " ".join(read("README.md").split())
    assert f"has {operations} operations and {models} models, and agrees with all of {exchanges} recorded" in text


def test_all_tags_are_named() -> None:
    named = re.search(r"The tags are ([^.]*)\.", " ".join(read("docs/calls.md").split()))
    assert named
    groups = [name for name, value in vars(Groups).items() if isinstance(value, Group)]
    assert named[1].split(", ") == sorted(groups)


def test_all_errors_are_in_the_table() -> None:
    lines = read("docs/errors.md").splitlines()
    rows = "".join(line.split("|")[1] for line in lines if line.startswith("| `") and "Error` " in line)
    # Only their subclasses are raised.
    bases = {"CartoError", "ResponseError", "ApiError", "JobError"}
    errors = {name for name in carto_ext.__all__ if name.endswith("Error")}
    assert set(re.findall(r"`(\w+)`", rows)) == errors - bases
