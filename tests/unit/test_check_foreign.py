"""scripts/check_foreign has Ajv read the spec: it notices what does not fit, and says why it cannot run."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CANNOT_RUN = 3


def run(*arguments: str, path: str | None = None) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, **({} if path is None else {"PATH": path})}
    command = [sys.executable, "scripts/check_foreign", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, env=environment)


def run_or_skip(*arguments: str) -> subprocess.CompletedProcess[str]:
    done = run(*arguments)
    if done.returncode == CANNOT_RUN:
        pytest.skip(done.stdout.strip())
    return done


def test_an_answer_that_does_not_fit_is_named(tmp_path: Path) -> None:
    text = (ROOT / "spec" / "openapi.yaml").read_text()
    broken = tmp_path / "openapi.yaml"
    broken.write_text(text.replace("required: [rows, time, fields, total_rows]", "required: [rows, nothing]"))
    done = run_or_skip("--spec", str(broken))
    assert done.returncode == 1
    line = "tests/cassettes/sql/sql_select_json.yaml exchange 1: must have required property 'nothing'"
    assert line in done.stdout.splitlines()


def test_without_node_it_says_so(tmp_path: Path) -> None:
    assert shutil.which("npx", path=str(tmp_path)) is None
    done = run(path=str(tmp_path))
    assert (done.returncode, done.stdout) == (CANNOT_RUN, "npx is not installed (it comes with Node.js)\n")
