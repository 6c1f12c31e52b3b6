"""Run the examples of one language on an account of the sandbox."""

from __future__ import annotations

import json
import re
import shutil
import sys
import time
from abc import ABC, abstractmethod
from base64 import b64encode
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

from airports import find_airports

from carto_sandbox import Account
from toolchains.samples import read_samples
from toolchains.tools import CACHE, ROOT, SPEC, Failed, Missing, find_program, npm_environment, run

T = TypeVar("T")
EXAMPLES = ROOT / "examples"
WORKFLOWS = ROOT / "spec" / "workflows.arazzo.yaml"
REDOCLY = "@redocly/cli@2.77.0"


def timed(work: Callable[[], T]) -> tuple[T, float]:
    started = time.monotonic()
    return work(), time.monotonic() - started


def environment_of(account: Account) -> dict[str, str]:
    """The input of every example."""
    return {"CARTO_BASE_URL": account.base_url, "CARTO_USER": account.username, "CARTO_API_KEY": account.api_key}


class Language(ABC):
    """`calls` is the program of which the samples of the API reference are taken."""

    name: str
    calls: str

    def __init__(self) -> None:
        self.folder = CACHE / "languages" / self.name

    @abstractmethod
    def prepare(self) -> None:
        """Find the tools; `Missing` where one is not to be had."""

    @abstractmethod
    def attempt(self, accounts: Sequence[Account], fresh: bool) -> str:
        """Run all there is, on fresh accounts; gives the figures, or `Failed`."""

    def samples(self) -> dict[str, str]:
        return read_samples(EXAMPLES / self.name / self.calls)

    def copy_example(self) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)
        shutil.copytree(EXAMPLES / self.name, self.folder)

    def run_calls(self, account: Account, command: Sequence[str | Path]) -> str:
        """One call of each operation of which there is a sample; any that CARTO refuses ends the program."""
        shutil.copy(find_airports(), self.folder)
        _, seconds = timed(lambda: run(command, self.folder, environment_of(account)))
        return f"{len(self.samples())} calls in {seconds:.1f} s"


class Python(Language):
    name, calls = "python", "calls.py"

    def prepare(self) -> None:
        """It is here."""

    def attempt(self, accounts: Sequence[Account], fresh: bool) -> str:
        self.copy_example()
        return self.run_calls(accounts[0], [sys.executable, self.calls])


class Curl(Language):
    name, calls = "curl", "calls.sh"

    def prepare(self) -> None:
        version = re.search(r"curl (\d+)\.(\d+)", run([find_program("curl", "curl"), "--version"]))
        if version is None or (int(version[1]), int(version[2])) < (7, 87):
            raise Missing("curl is older than 7.87, which has --json and --url-query")

    def attempt(self, accounts: Sequence[Account], fresh: bool) -> str:
        self.copy_example()
        return self.run_calls(accounts[0], ["bash", self.calls])


class Arazzo(Language):
    """The workflows beside the description, by Redocly's `respect`."""

    name = "arazzo"

    def prepare(self) -> None:
        self.npx = find_program("npx")

    def attempt(self, accounts: Sequence[Account], fresh: bool) -> str:
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)
        for path in (WORKFLOWS, SPEC, find_airports()):
            shutil.copy(path, self.folder)
        # Respect takes the bytes of a COPY for an empty object, which is not of the schema.
        copying = "copy_in_copy_out"
        executed = [
            *self.respect(accounts[0], "--skip", copying),
            *self.respect(accounts[0], "--workflow", copying, "--severity", "SCHEMA_CHECK=off"),
        ]
        steps = [step for workflow in executed for step in workflow["executedSteps"]]
        checks = sum(len(step["checks"]) for step in steps)
        return f"{len(executed)} workflows, {len(steps)} steps, {checks} checks; {REDOCLY}"

    def samples(self) -> dict[str, str]:
        return {}

    def respect(self, account: Account, *options: str) -> list[dict[str, list[dict[str, Any]]]]:
        """The workflows that were run, as Respect reports them."""
        key = b64encode(f"{account.username}:{account.api_key}".encode()).decode()
        inputs = json.dumps({"authorization": f"Basic {key}"})
        report = self.folder / "report.json"
        given = ["-S", f"carto={account.base_url}", "-i", inputs, "--json-output", str(report), *options]
        quiet = {"REDOCLY_TELEMETRY": "off", "REDOCLY_SUPPRESS_UPDATE_NOTICE": "true"}
        try:
            run(
                [self.npx, "--yes", REDOCLY, "respect", WORKFLOWS.name, *given],
                self.folder,
                {**npm_environment(), **quiet},
            )
        except Failed as error:
            if "npm error" in str(error):
                raise Missing(f"npm could not install {REDOCLY}") from None
            raise
        (result,) = json.loads(report.read_text(encoding="utf-8"))["files"].values()
        return list(result["executedWorkflows"])
