"""Base URLs, keys, time limits and TLS: valid and invalid values, and secrets that no message shows."""

import copy
import pickle
import warnings
from pathlib import Path
from typing import Any

import pytest

from carto_ext.errors import ConfigurationError, InsecureConnectionWarning
from carto_ext.settings import Settings

KEY = "0123456789abcdef"


@pytest.mark.parametrize(
    ("given", "base_url", "username"),
    [
        ("https://me.carto.com", "https://me.carto.com", "me"),
        ("  https://me.carto.com/ \n", "https://me.carto.com", "me"),
        ("HTTPS://Me.Carto.com:443", "https://me.carto.com", "me"),
        ("https://me.maps.example.com:8443/", "https://me.maps.example.com:8443", "me"),
        ("https://acme.carto.com/u/ann", "https://acme.carto.com/u/ann", "ann"),
        ("https://acme.carto.com/u/ann/", "https://acme.carto.com/u/ann", "ann"),
        ("https://maps.example.com/user/ann-2", "https://maps.example.com/user/ann-2", "ann-2"),
        ("https://localhost:8080/user/ann", "https://localhost:8080/user/ann", "ann"),
        ("http://127.0.0.1:5000/user/ann", "http://127.0.0.1:5000/user/ann", "ann"),
        ("http://[::1]:5000/user/ann", "http://[::1]:5000/user/ann", "ann"),
        ("http://ann.localhost:80", "http://ann.localhost", "ann"),
    ],
)
def test_base_url_forms(given: str, base_url: str, username: str) -> None:
    settings = Settings.parse(given)
    assert (settings.base_url, settings.username) == (base_url, username)


@pytest.mark.parametrize(
    "given",
    [
        "",
        "   ",
        "carto.com",
        "localhost:8080/user/me",
        "ftp://me.carto.com",
        "https://",
        "https:///u/me",
        "https://carto.com",
        "https://www.carto.com",
        "https://localhost:8080",
        "https://10.0.0.1",
        "https://[::1]",
        "https://[::1",
        "https://me.carto.com:port",
        "https://me.carto.com:0",
        "https://me..carto.com",
        "https://mé.carto.com",
        "https://999.1.1.1/user/me",
        "https://me carto.com",
        "https://me.carto.com/dashboards",
        "https://me.carto.com/api",
        "https://me.carto.com/api/sql",
        "https://carto.com/api/v2/sql",
        "https://localhost:8080/api/v2/sql",
        "https://me.carto.com//api/v2/sql",
        "https://cdn.example.com/me/api/v1/map",
        "https://maps.example.com/user/",
        "https://maps.example.com/user/ann/api",
        "https://maps.example.com/user/..",
    ],
)
def test_other_base_urls_are_refused_with_the_accepted_forms(given: str) -> None:
    with pytest.raises(ConfigurationError) as caught:
        Settings.parse(given)
    assert "https://USER.carto.com" in str(caught.value)
    assert given.strip() in str(caught.value)


@pytest.mark.parametrize("scheme", ["https://", "http://", "", "//"])
@pytest.mark.parametrize(
    "page",
    [
        "/",
        "/api/v2/sql",
        "/api/v2/sql/",
        "/api/v2/sql?q=SELECT%20*%20FROM%20trees&format=GeoJSON&filename=trees",
        "/api/v2/sql?q=SELECT * FROM trees WHERE kind = 'key west'",
        "/api/v2/sql?format=csv&q=SELECT+count(*)+FROM+tokens",
        "/api/v1/map",
        "/api/v1/map/named/parks/all/{z}/{x}/{y}.png",
        "/api/v1/viz?types=table&per_page=5",
        "/tables/trees",
        "/tables/trees/public/map",
        "/viz/2b13c956-e7c1-11e2-806b-5404a6a683d5/public_map",
        "/builder/2b13c956-e7c1-11e2-806b-5404a6a683d5/embed",
        "/dashboard",
        "/dashboard/maps/",
        "/me",
    ],
)
@pytest.mark.parametrize(
    ("account", "username"),
    [("city.carto.com", "city"), ("acme.carto.com/u/ann", "ann"), ("m.example.org/user/ann", "ann")],
)
@pytest.mark.filterwarnings("ignore::carto_ext.errors.InsecureConnectionWarning")
def test_addresses_as_portals_publish_them(account: str, username: str, page: str, scheme: str) -> None:
    settings = Settings.parse(f" {scheme}{account}{page} ", api_key=KEY)
    expected = f"{scheme if scheme.startswith('http') else 'https://'}{account}"
    assert (settings.base_url, settings.username) == (expected, username)


@pytest.mark.parametrize(
    "given",
    [
        f"https://me:{KEY}@me.carto.com",
        f"https://me.carto.com/api/v2/sql?q=SELECT 1&api_key={KEY}",
        f"https://me.carto.com/api/v2/sql?q=SELECT 1&key={KEY}",
        f"https://me.carto.com/api/v2/sql?q={KEY}",
        f"https://me.carto.com/api/v2/sql?q=SELECT%201%26api_key%3D{KEY}",
        f"https://me.carto.com/api/v2/sql?{KEY}",
        f"https://me.carto.com/api/v2/sql#{KEY}",
        f"https://me.carto.com/tables/{KEY}",
        f"https://me.carto.com/api/v1/map/named/a?auth_token={KEY}",
        f"city.carto.com/api/v2/sql?q=SELECT 1&api_key={KEY}",
        f"{KEY}.{KEY}.{KEY}",
        f"https://me:a/{KEY}?@me.carto.com",
        f"me:{KEY}@me.carto.com",
        f"https://me.carto.com?api_key={KEY}",
        f"https://me.carto.com/#{KEY}",
        f"https://me.carto.com/{KEY}",
        KEY,
    ],
)
def test_a_refusal_shows_no_key(given: str) -> None:
    with pytest.raises(ConfigurationError) as caught:
        Settings.parse(given, api_key=KEY)
    assert KEY not in str(caught.value)


@pytest.mark.parametrize("host", ["me.carto.com", "128.0.0.1", "localhost.example.com"])
def test_plain_http_elsewhere_warns(host: str) -> None:
    with pytest.warns(InsecureConnectionWarning, match="http"):
        Settings.parse(f"http://{host}/user/me")


def test_verification_off_warns_once() -> None:
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        settings = Settings.parse("https://me.carto.com", verify=False)
    assert settings.verify is False
    assert [warning.category for warning in caught] == [InsecureConnectionWarning]


def test_ca_file(tmp_path: Path) -> None:
    path = tmp_path / "ca.pem"
    with pytest.raises(ConfigurationError, match=r"ca\.pem"):
        Settings.parse("https://me.carto.com", verify=path)
    path.touch()
    assert Settings.parse("https://me.carto.com", verify=path).verify == str(path)


@pytest.mark.parametrize("key", ["", "  ", "abc def", "abc\n", "abc\x00", "clé"])
def test_bad_keys_are_refused_unseen(key: str) -> None:
    with pytest.raises(ConfigurationError, match="api_key") as caught:
        Settings.parse("https://me.carto.com", api_key=key)
    assert not key.strip() or key.strip() not in str(caught.value)


@pytest.mark.parametrize("name", ["timeout", "connect_timeout"])
@pytest.mark.parametrize("seconds", [0, -1.0, float("inf"), float("nan")])
def test_time_limits_are_above_zero(name: str, seconds: float) -> None:
    options: dict[str, Any] = {name: seconds}
    with pytest.raises(ConfigurationError, match=f"^{name} "):
        Settings.parse("https://me.carto.com", **options)


def test_environment() -> None:
    environ = {"CARTO_BASE_URL": "https://me.carto.com/", "CARTO_API_KEY": KEY}
    assert Settings.from_env(environ) == Settings.parse("https://me.carto.com", api_key=KEY)
    assert Settings.from_env({"CARTO_BASE_URL": "https://me.carto.com"}).api_key is None
    other = Settings.from_env(environ, base_url="https://you.carto.com", api_key=None, timeout=5)
    assert (other.username, other.api_key, other.timeout) == ("you", None, 5)
    with pytest.raises(ConfigurationError, match="CARTO_BASE_URL is not set"):
        Settings.from_env({"CARTO_API_KEY": KEY})


def test_real_environment_is_read_at_the_call(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CARTO_BASE_URL", "https://late.carto.com")
    assert Settings.from_env().username == "late"


def test_the_key_is_in_neither_repr_nor_pickle(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = Settings.parse("https://me.carto.com", api_key=KEY, timeout=5)
    data = pickle.dumps(settings)
    assert KEY not in repr(settings)
    assert KEY.encode() not in data
    monkeypatch.setenv("CARTO_API_KEY", KEY)
    assert pickle.loads(data) == settings
    monkeypatch.delenv("CARTO_API_KEY")
    with pytest.raises(ConfigurationError, match="set CARTO_API_KEY"):
        pickle.loads(data)
    with pytest.raises(AttributeError):
        settings.api_key = None  # type: ignore[misc]


def test_what_is_anonymous_needs_no_key_to_be_read_and_gets_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CARTO_API_KEY", KEY)
    settings = Settings.parse("https://me.carto.com")
    assert pickle.loads(pickle.dumps(settings)) == settings


def test_copies_keep_the_key() -> None:
    settings = Settings.parse("https://me.carto.com", api_key=KEY)
    assert copy.copy(settings).api_key == copy.deepcopy(settings).api_key == KEY


@pytest.mark.parametrize(
    ("base_url", "origin"),
    [
        ("https://me.carto.com", ("https", "me.carto.com", 443)),
        ("http://[::1]:8080/user/me", ("http", "::1", 8080)),
        ("http://127.0.0.1/user/me", ("http", "127.0.0.1", 80)),
    ],
)
def test_origin(base_url: str, origin: tuple[str, str, int]) -> None:
    assert Settings.parse(base_url).origin == origin
