"""Clients of the central application for one account."""

import importlib.resources
import itertools
import json
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from carto_sandbox import Account, Sandbox
from carto_sandbox.faults import FaultServer
from tests.sandbox.fault_client import NO_TLS

Upload = Callable[..., dict[str, Any]]

Alike = Callable[[Any, str], None]

DEADLINE_SECONDS = 30
SAMPLES = Path(__file__).parents[1] / "samples"

_numbers = itertools.count(1)


@pytest.fixture
def central(account: Account) -> Iterator[httpx.Client]:
    """Speaks with the master key as Basic, below the account's /api."""
    auth = (account.username, account.api_key)
    with httpx.Client(base_url=f"{account.base_url}/api/", auth=auth, timeout=DEADLINE_SECONDS) as client:
        yield client


@pytest.fixture
def anonymous(account: Account) -> Iterator[httpx.Client]:
    """Speaks without a key, below the account's /api."""
    with httpx.Client(base_url=f"{account.base_url}/api/", timeout=DEADLINE_SECONDS) as client:
        yield client


@pytest.fixture
def fault_client(fault_server: FaultServer) -> Iterator[httpx.Client]:
    """A client without retries, and without any knowledge of CARTO."""
    with httpx.Client(verify=NO_TLS, base_url=fault_server.base_url, timeout=10) as http:
        yield http


@pytest.fixture
def finish(central: httpx.Client) -> Upload:
    """Polls an import until it is over and returns its last object."""

    def wait(import_id: str) -> dict[str, Any]:
        deadline = time.monotonic() + DEADLINE_SECONDS
        while time.monotonic() < deadline:
            job: dict[str, Any] = central.get(f"v1/imports/{import_id}").json()
            if "success" in job:
                return job
            time.sleep(0.02)
        raise AssertionError(f"the import {import_id} did not end")

    return wait


@pytest.fixture
def upload(central: httpx.Client, finish: Upload) -> Upload:
    """Imports content under a file name, with the form fields given, and waits."""

    def send(content: bytes | str, name: str = "stations.csv", **fields: str) -> dict[str, Any]:
        data = content.encode() if isinstance(content, str) else content
        answer = central.post("v1/imports", files={"file": (name, data)}, data=fields)
        assert answer.status_code == 200, answer.text
        return finish(answer.json()["item_queue_id"])

    return send


@pytest.fixture
def rows(central: httpx.Client) -> Callable[[str], list[dict[str, Any]]]:
    """The rows of a query that has to succeed."""

    def read(text: str) -> list[dict[str, Any]]:
        answer = central.post("v2/sql", json={"q": text})
        assert answer.status_code == 200, answer.text
        found: list[dict[str, Any]] = answer.json()["rows"]
        return found

    return read


@pytest.fixture
def airports() -> Path:
    """3,376 airports of the United States, with latitude and longitude."""
    return Path(str(importlib.resources.files("vega_datasets") / "_data" / "airports.csv"))


@pytest.fixture
def alike() -> Alike:
    """`alike(body, "sync_get")`: the body and its members have the keys of that sample, no more and no fewer."""

    def compare(found: Any, sample: str) -> None:
        _compare(found, json.loads((SAMPLES / f"{sample}.json").read_text()), sample)

    return compare


def _compare(found: Any, expected: Any, path: str) -> None:
    """Where the sample has an empty object or list, or null, anything goes; so it does where the body has them."""
    if isinstance(found, dict) and isinstance(expected, dict):
        if found and expected and not path.endswith(".stats"):
            assert set(found) == set(expected), path
            for name in found:
                _compare(found[name], expected[name], f"{path}.{name}")
    elif isinstance(found, list) and isinstance(expected, list):
        for member in found[:1] if expected else []:
            _compare(member, expected[0], f"{path}[]")
    elif found is not None and expected is not None:
        assert type(found) is type(expected), path


@pytest.fixture
def until() -> Callable[..., Any]:
    """`until(read, accept)`: calls `read` until its answer is accepted, and returns all different answers in order."""

    def wait(read: Callable[[], Any], accept: Callable[[Any], bool]) -> list[Any]:
        seen: list[Any] = []
        deadline = time.monotonic() + DEADLINE_SECONDS
        while time.monotonic() < deadline:
            value = read()
            if not seen or seen[-1] != value:
                seen.append(value)
            if accept(value):
                return seen
            time.sleep(0.005)
        raise AssertionError(f"not accepted in time: {seen}")

    return wait


@pytest.fixture
def team(sandbox: Sandbox) -> Iterator[tuple[Account, Account]]:
    """The owner and another member of an organization of their own."""
    number = next(_numbers)
    owner, member = (sandbox.create_account(f"{who}{number}", organization=f"acme{number}") for who in ("ada", "grace"))
    yield owner, member
    for account in (member, owner):
        sandbox.drop_account(account)


@pytest.fixture
def as_owner(team: tuple[Account, Account]) -> Iterator[httpx.Client]:
    """Speaks with the master key of the organization's owner."""
    account = team[0]
    auth = (account.username, account.api_key)
    with httpx.Client(base_url=f"{account.base_url}/api/", auth=auth, timeout=DEADLINE_SECONDS) as client:
        yield client
