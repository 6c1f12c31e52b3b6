"""A client of an account with real geometries."""

from collections.abc import Iterator

import pytest

from carto_ext import Carto
from carto_sandbox import Account, Sandbox


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture(scope="module")
def account(postgis_sandbox: Sandbox, request: pytest.FixtureRequest) -> Iterator[Account]:
    """One for a module: tables have names of their own."""
    made = postgis_sandbox.create_account(f"frames{abs(hash(request.node.name)) % 10**8}")
    yield made
    postgis_sandbox.drop_account(made)


@pytest.fixture(scope="module")
def carto(account: Account) -> Iterator[Carto]:
    with Carto(account.base_url, api_key=account.api_key) as client:
        yield client
