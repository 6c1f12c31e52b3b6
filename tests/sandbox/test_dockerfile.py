"""sandbox/Dockerfile without Docker: its commands run, its files are there, and a linter has no objection."""

import json
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import tomllib
from pathlib import Path

import httpx
import pytest

ROOT = Path(__file__).parents[2]
DOCKERFILE = ROOT / "sandbox" / "Dockerfile"
TEXT = DOCKERFILE.read_text().replace("\\\n", "")
DEADLINE_SECONDS = 60


def command(instruction: str) -> list[str]:
    """The last one of this instruction, for this Python."""
    found = re.findall(rf"^{instruction}.*?(\[.*\])$", TEXT, re.MULTILINE)
    words: list[str] = json.loads(found[-1])
    return [sys.executable if word == "python" else word for word in words]


def test_the_container_serves_and_says_that_it_is_well() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
    serve = [*command("ENTRYPOINT"), *command("CMD")]
    check = [word.replace(":8080/", f":{port}/") for word in command("HEALTHCHECK")]
    process = subprocess.Popen([port if word == "8080" else word for word in serve], stdout=subprocess.DEVNULL)
    try:
        deadline = time.monotonic() + DEADLINE_SECONDS
        while subprocess.run(check, capture_output=True, check=False).returncode:
            assert process.poll() is None
            assert time.monotonic() < deadline, "it does not get well"
            time.sleep(0.1)
        # Any address of this machine: 127.0.0.2 is none that it would listen on by itself.
        base_url = f"http://{'127.0.0.2' if sys.platform == 'linux' else '127.0.0.1'}:{port}/user/sandbox"
        parameters = {"q": "SELECT count(*) AS n FROM cities", "api_key": "sandbox"}
        answer = httpx.get(f"{base_url}/api/v2/sql", params=parameters)
        assert answer.json()["rows"][0]["n"] > 0
        process.send_signal(signal.SIGTERM)
        assert process.wait(DEADLINE_SECONDS) == 0
    finally:
        process.kill()
        process.wait()


def test_the_build_gets_all_that_the_wheel_is_made_of() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    needed = {*project["tool"]["hatch"]["build"]["targets"]["wheel"]["only-include"], project["project"]["readme"]}
    needed |= {*project["project"]["license-files"], "pyproject.toml", project["tool"]["hatch"]["version"]["path"]}
    sent = re.findall(r"^!(.+)$", DOCKERFILE.with_name("Dockerfile.dockerignore").read_text(), re.MULTILINE)
    assert {one for one in needed if not any(one == path or one.startswith(f"{path}/") for path in sent)} == set()
    assert [path for path in sent if not (ROOT / path).exists()] == []


def test_a_linter_has_no_objection() -> None:
    program = shutil.which("hadolint")
    if program is None:
        pytest.skip("hadolint is not installed")
    done = subprocess.run([program, DOCKERFILE], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
