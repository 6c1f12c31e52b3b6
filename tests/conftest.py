"""What belongs to every test: the sandbox, an account of one's own, and what scripts/check said."""

import itertools
import os
from collections.abc import Callable, Iterator
from typing import Any

import httpx
import pytest

from carto_sandbox import Account, Sandbox

Query = Callable[..., httpx.Response]

_numbers = itertools.count(1)


@pytest.fixture(scope="session")
def sandbox() -> Iterator[Sandbox]:
    """One for all tests; it has no account until a test asks for one."""
    with Sandbox(username=None) as running:
        yield running


@pytest.fixture
def account(sandbox: Sandbox) -> Iterator[Account]:
    """A fresh account with a database of its own, gone after the test."""
    account = sandbox.create_account(f"user{next(_numbers)}")
    yield account
    sandbox.drop_account(account)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Repeat what scripts/check said (scripts/test hands it over): a skipped check must be seen beside the result."""
    if checks := os.environ.get("CHECK_SUMMARY"):
        terminalreporter.write_line(checks)


@pytest.fixture
def api(account: Account) -> Iterator[httpx.Client]:
    """Speaks with the master key, below the account's /api/v2."""
    with httpx.Client(base_url=f"{account.base_url}/api/v2", params={"api_key": account.api_key}, timeout=30) as client:
        yield client


@pytest.fixture
def query(api: httpx.Client) -> Query:
    """`query("SELECT 1", page=0)`: POST with a form."""

    def post(text: str, **parameters: Any) -> httpx.Response:
        return api.post("/sql", data={"q": text, **parameters})

    return post
