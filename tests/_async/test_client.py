"""Constructing, closing, and the environment."""

import warnings

import pytest

from carto_ext._async.client import AsyncCarto
from carto_ext.errors import ConfigurationError
from carto_sandbox.accounts.accounts import Account

pytestmark = pytest.mark.anyio


async def test_the_environment_says_where_and_who(account: Account, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CARTO_BASE_URL", account.base_url)
    monkeypatch.setenv("CARTO_API_KEY", account.api_key)
    async with AsyncCarto.from_env(timeout=5.0) as carto:
        assert (await carto.sql.query("SELECT 1 AS one")).rows == [{"one": 1}]
        assert carto.settings.timeout == 5.0
    monkeypatch.delenv("CARTO_BASE_URL")
    with pytest.raises(ConfigurationError, match="CARTO_BASE_URL"):
        AsyncCarto.from_env()


async def test_the_key_goes_to_the_configured_host_only(account: Account) -> None:
    async with AsyncCarto("http://127.0.0.1:9/user/me", api_key="secret-key") as carto:
        request = carto._http.build_request("GET", account.base_url)
        assert carto._http.auth is not None
        assert [dict(sent.headers).get("authorization") for sent in carto._http.auth.auth_flow(request)] == [None]


async def test_a_client_shows_no_key_and_closes_without_having_been_used() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        carto = AsyncCarto("https://me.carto.com", api_key="secret-key")
    assert "secret-key" not in repr(carto) + repr(carto.settings) + repr(vars(carto))
    await carto.aclose()
