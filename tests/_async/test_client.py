"""Constructing, closing, and the environment."""

import copy
import pickle
import pydoc
import warnings
from importlib.metadata import version
from typing import Any

import pytest

import carto_ext
from carto_ext._async.client import AsyncCarto
from carto_ext._async.lists import AsyncKuviz, AsyncUsers
from carto_ext._async.maps import AsyncMaps
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


class Surveyor(AsyncCarto):
    """A user's subclass with state of its own."""

    def __init__(self, *args: Any, team: str = "geo", **options: Any) -> None:
        super().__init__(*args, **options)
        self.team = team


async def test_a_subclass_keeps_its_state(account: Account, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CARTO_BASE_URL", account.base_url)
    monkeypatch.setenv("CARTO_API_KEY", account.api_key)
    assert Surveyor.from_env().team == "geo"
    assert Surveyor.from_env(team="sea", timeout=5).team == "sea"  # type: ignore[call-arg]
    assert Surveyor.from_settings(AsyncCarto.from_env(timeout=7).settings).settings.timeout == 7
    async with Surveyor(account.base_url, api_key=account.api_key, team="air") as carto:
        await carto.sql.query("SELECT 1")
        view = carto.with_options(timeout=5)
        assert (view.team, view.settings.timeout, carto.settings.timeout) == ("air", 5, 120)
        assert view.sql is not carto.sql
        assert (await view.sql.query("SELECT 1 AS one")).rows == [{"one": 1}]
        async with pickle.loads(pickle.dumps(carto)) as other:
            assert (type(other), other.team) == (Surveyor, "air")
            assert (await other.sql.query("SELECT 1 AS one")).rows == [{"one": 1}]
        twin = copy.copy(carto)
        assert (twin.team, twin.settings) == ("air", carto.settings)
        await twin.aclose()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ({"timeout": None}, "timeout is None"),
        ({"timeout": "5"}, "timeout is '5'"),
        ({"connect_timeout": True}, "connect_timeout is True"),
        ({"deadline": [1]}, "deadline is"),
        ({"retries": 3}, "retries is 3: give a RetryPolicy"),
        ({"verify": None}, "verify is None"),
        ({"cert": 5}, "cert is 5"),
        ({"api_key": 5}, "api_key"),
        ({"base_url": None}, "base_url"),
        ({"base_url": 5}, "base_url"),
    ],
)
def test_arguments_of_another_type_are_told(arguments: dict[str, Any], told: str) -> None:
    with pytest.raises(ConfigurationError, match=told):
        AsyncCarto(**{"base_url": "https://me.carto.com"} | arguments)
    if {*arguments} & {"timeout", "retries"}:
        with pytest.raises(ConfigurationError, match=told):
            AsyncCarto("https://me.carto.com").with_options(**arguments)


def test_help_tells_the_groups_and_their_methods() -> None:
    told = pydoc.render_doc(AsyncCarto, renderer=pydoc.plaintext)
    for line in ("batch", "Methods: ", "iterate_members", "copy_from", "list_columns"):
        assert line in told
    assert "cached_property object" not in told


def test_methods_have_their_own_names() -> None:
    for name in ("iterate_members", "iterate_groups", "iterate_group_members", "iterate_grantables"):
        method = getattr(AsyncUsers, name)
        assert (method.__name__, method.__qualname__) == (name, f"AsyncUsers.{name}")
        assert method.__module__ == AsyncUsers.__module__
    assert AsyncMaps.tile_url.__name__ == "tile_url"
    assert AsyncKuviz.delete.__qualname__ == "AsyncKuviz.delete"


def test_the_package_tells_its_version() -> None:
    assert carto_ext.__version__ == version("carto-client")
