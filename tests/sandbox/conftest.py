"""Clients of the central application for one account."""

import importlib.resources
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from carto_sandbox import Account

Upload = Callable[..., dict[str, Any]]

DEADLINE_SECONDS = 30


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
