"""The command on an account of its own: in this process, or as the installed program."""

import io
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from carto_ext import Carto
from carto_ext.cli.program import run
from carto_sandbox import Account, Sandbox

KEY = "key-of-the-command-line-0123456789ab"
PROGRAM = Path(sys.executable).with_name("carto")


@dataclass(frozen=True)
class Said:
    """How a command ended."""

    code: int
    out: str
    err: str


Run = Callable[..., Said]


@pytest.fixture(scope="module")
def account(sandbox: Sandbox, request: pytest.FixtureRequest) -> Iterator[Account]:
    made = sandbox.create_account(f"cli{abs(hash(request.node.name)) % 10**8}", api_key=KEY)
    yield made
    sandbox.drop_account(made)


@pytest.fixture
def environment(account: Account, tmp_path: Path) -> dict[str, str]:
    """The environment of the command: this account, an empty configuration, and a keyring in a file."""
    ours = {name: value for name, value in os.environ.items() if not name.startswith(("CARTO_", "_CARTO", "COV_"))}
    return {
        **ours,
        "CARTO_BASE_URL": account.base_url,
        "CARTO_API_KEY": account.api_key,
        "CARTO_CONFIG": str(tmp_path / "config" / "config.toml"),
        "PYTHON_KEYRING_BACKEND": "tests.support.keyring.FileKeyring",
        "KEYRING_FILE": str(tmp_path / "keyring.json"),
        "PYTHONPATH": str(Path(__file__).resolve().parents[2]),
        "COLUMNS": "80",
        "TERM": "xterm",
    }


@pytest.fixture
def carto_run(environment: dict[str, str], monkeypatch: pytest.MonkeyPatch, capfdbinary: Any, tmp_path: Path) -> Run:
    """`carto_run("query", "SELECT 1")` in this process; `stdin` is what comes through a pipe."""
    for name in set(os.environ) - set(environment):
        monkeypatch.delenv(name)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.chdir(tmp_path)

    def call(*arguments: str, stdin: bytes = b"") -> Said:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
        capfdbinary.readouterr()
        code = run(arguments)
        out, err = capfdbinary.readouterr()
        return Said(code, out.decode(), err.decode())

    return call


@pytest.fixture
def start(environment: dict[str, str], tmp_path: Path) -> Callable[..., subprocess.Popen[bytes]]:
    """The installed program."""

    def begin(*arguments: str, **how: Any) -> subprocess.Popen[bytes]:
        pipes = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
        # A shell has what it runs in the background ignore Ctrl-C, and the tests' own children with it.
        how.setdefault("preexec_fn", partial(signal.signal, signal.SIGINT, signal.SIG_DFL))
        return subprocess.Popen([PROGRAM, *arguments], **{"env": environment, "cwd": tmp_path, **pipes, **how})

    return begin


@pytest.fixture
def carto(account: Account) -> Iterator[Carto]:
    with Carto(account.base_url, api_key=account.api_key) as client:
        yield client


@pytest.fixture(scope="session")
def airports() -> Path:
    return Path(str(files("vega_datasets").joinpath("_data", "airports.csv")))
