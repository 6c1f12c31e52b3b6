"""A client of a fresh account, for each test."""

import logging
from collections.abc import AsyncIterator
from importlib.resources import files
from pathlib import Path

import pytest

from carto_ext._async.client import AsyncCarto
from carto_sandbox.accounts.accounts import Account


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture(autouse=True)
def everything_logged(caplog: pytest.LogCaptureFixture) -> None:
    """At DEBUG: tests/conftest.py looks for keys in it."""
    caplog.set_level(logging.DEBUG)


@pytest.fixture
async def aio_carto(account: Account) -> AsyncIterator[AsyncCarto]:
    async with AsyncCarto(account.base_url, api_key=account.api_key) as client:
        yield client


@pytest.fixture(scope="session")
def airports() -> Path:
    """3,376 airports with iata, name, city, state, country, latitude, longitude."""
    return Path(str(files("vega_datasets").joinpath("_data", "airports.csv")))
