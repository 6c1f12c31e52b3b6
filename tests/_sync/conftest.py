# Made from tests/_async/conftest.py by scripts/unasync; do not edit.
"""A client of a fresh account, for each test."""

import logging
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest

from carto_ext._sync.client import Carto
from carto_sandbox.accounts.accounts import Account


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture(autouse=True)
def everything_logged(caplog: pytest.LogCaptureFixture) -> None:
    """At DEBUG: tests/conftest.py looks for keys in it."""
    caplog.set_level(logging.DEBUG)


@pytest.fixture
def carto(account: Account) -> Iterator[Carto]:
    with Carto(account.base_url, api_key=account.api_key) as client:
        yield client


@pytest.fixture(scope="session")
def airports() -> Path:
    """3,376 airports with iata, name, city, state, country, latitude, longitude."""
    return Path(str(files("vega_datasets").joinpath("_data", "airports.csv")))
