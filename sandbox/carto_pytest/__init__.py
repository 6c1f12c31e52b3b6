"""pytest fixtures: `carto_sandbox`, which runs as long as the tests, and `carto`, a client for it.

pytest loads this module in every project that has the distribution installed, so a fixture imports what it needs.
"""

import itertools
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from carto_ext import Carto
    from carto_sandbox import Sandbox

_numbers = itertools.count(1)


@pytest.fixture(scope="session")
def carto_sandbox() -> Iterator["Sandbox"]:
    """A running sandbox, shared by all tests of the session.

    CARTO_BASE_URL and CARTO_API_KEY name its first account.

    Yields:
        The `Sandbox`.
    """
    from carto_sandbox import Sandbox

    with Sandbox() as running, pytest.MonkeyPatch.context() as environment:
        environment.setenv("CARTO_BASE_URL", running.base_url)
        environment.setenv("CARTO_API_KEY", running.api_key)
        yield running


@pytest.fixture
def carto(carto_sandbox: "Sandbox", monkeypatch: pytest.MonkeyPatch) -> Iterator["Carto"]:
    """A client for an account with an empty database of its own, which is dropped after the test.

    During the test, CARTO_BASE_URL and CARTO_API_KEY name that account, for the programs under test.

    Yields:
        The `Carto` client.

    Example:
        def test_copy(carto):
            carto.sql.query("CREATE TABLE t (x int)")
    """
    from carto_ext import Carto

    account = carto_sandbox.create_account(f"test{next(_numbers)}")
    monkeypatch.setenv("CARTO_BASE_URL", account.base_url)
    monkeypatch.setenv("CARTO_API_KEY", account.api_key)
    with Carto(account.base_url, api_key=account.api_key) as client:
        yield client
    carto_sandbox.drop_account(account)
