"""The key goes to one origin, by header or parameter; verification is httpx's own, a CA file's, or off."""

import base64
import ssl
from pathlib import Path

import httpx
import pytest
import trustme

from carto_ext._shared.auth import KeyAuth, tls_context
from carto_ext.errors import ConfigurationError
from carto_ext.settings import Settings

KEY = "0123456789abcdef"


def authorization(auth: KeyAuth, url: str) -> str | None:
    request = next(auth.auth_flow(httpx.Request("GET", url)))
    value: str | None = request.headers.get("authorization")
    return value


@pytest.mark.parametrize(
    "url", ["https://me.carto.com/api/v2/sql", "https://ME.carto.com:443/", "https://me.carto.com/u/x"]
)
def test_key_goes_to_the_account(url: str) -> None:
    auth = KeyAuth(Settings.parse("https://me.carto.com", api_key=KEY))
    scheme, _, value = (authorization(auth, url) or "").partition(" ")
    assert (scheme, base64.b64decode(value)) == ("Basic", f"me:{KEY}".encode())


@pytest.mark.parametrize(
    "url",
    [
        "http://me.carto.com/",
        "https://me.carto.com:8443/",
        "https://you.carto.com/",
        "https://me.carto.com.example.com/",
        "https://s3.example.com/me.carto.com",
    ],
)
def test_key_goes_nowhere_else(url: str) -> None:
    assert authorization(KeyAuth(Settings.parse("https://me.carto.com", api_key=KEY)), url) is None


BASES = ["https://me.carto.com", "https://acme.carto.com/u/me", "https://carto.example.com/user/me"]


@pytest.mark.parametrize("base", BASES)
@pytest.mark.parametrize(
    "path", ["/api/v4/kuviz", "/api/v4/kuviz/1", "/api/v4/app/", "/api/v4/app/1", "/api/v4/datasets"]
)
def test_key_is_a_parameter_where_basic_is_not_understood(base: str, path: str) -> None:
    auth = KeyAuth(Settings.parse(base, api_key="a&b"))
    request = next(auth.auth_flow(httpx.Request("GET", f"{base}{path}", params={"page": 2, "api_key": "other"})))
    assert request.url.raw_path.decode() == f"{httpx.URL(base + path).path}?page=2&api_key=a%26b"
    assert "authorization" not in request.headers


@pytest.mark.parametrize("params", [{}, {"page": 2}])
def test_key_in_a_url_is_not_printed(caplog: pytest.LogCaptureFixture, params: dict[str, int]) -> None:
    url = "https://me.carto.com/api/v4/kuviz"
    sent: list[httpx.Request] = []

    def refuse(request: httpx.Request) -> httpx.Response:
        sent.append(request)
        return httpx.Response(403)

    auth = KeyAuth(Settings.parse("https://me.carto.com", api_key=KEY))
    with caplog.at_level("DEBUG"), httpx.Client(auth=auth, transport=httpx.MockTransport(refuse)) as client:
        response = client.get(url, params=params)
    assert f"api_key={KEY}".encode() in sent[0].url.raw_path
    assert url in caplog.text
    with pytest.raises(httpx.HTTPStatusError) as caught:
        response.raise_for_status()
    assert KEY not in caplog.text + str(caught.value) + repr(response.url) + str(response.url)


@pytest.mark.parametrize("base", BASES)
@pytest.mark.parametrize(
    "path", ["/api/v4/me", "/api/v4/connections", "/api/v4/apples", "/api/v1/viz/api/v4/app", "/api/v3/kuviz"]
)
def test_key_is_in_no_other_url(base: str, path: str) -> None:
    request = next(KeyAuth(Settings.parse(base, api_key=KEY)).auth_flow(httpx.Request("GET", base + path)))
    assert str(request.url) == base + path
    assert request.headers["authorization"].startswith("Basic ")


@pytest.mark.parametrize("url", ["http://me.carto.com/api/v4/kuviz", "https://other.example.com/api/v4/app/1"])
def test_parameter_goes_nowhere_else(url: str) -> None:
    request = next(KeyAuth(Settings.parse("https://me.carto.com", api_key=KEY)).auth_flow(httpx.Request("GET", url)))
    assert str(request.url) == url
    assert "authorization" not in request.headers


def test_anonymous_sends_nothing() -> None:
    auth = KeyAuth(Settings.parse("https://me.carto.com"))
    assert authorization(auth, "https://me.carto.com/") is None
    url = "https://me.carto.com/api/v4/kuviz"
    assert str(next(auth.auth_flow(httpx.Request("GET", url))).url) == url


def test_repr_names_the_origin_only() -> None:
    assert repr(KeyAuth(Settings.parse("https://me.carto.com", api_key=KEY))) == "KeyAuth(https://me.carto.com)"


def test_default_verification_is_left_to_httpx() -> None:
    assert tls_context(Settings.parse("https://me.carto.com")) is True


def test_verification_off() -> None:
    assert tls_context(Settings("https://me.carto.com", "me", verify=False)) is False


def test_ca_file_is_the_only_authority(tmp_path: Path) -> None:
    path = tmp_path / "ca.pem"
    trustme.CA().cert_pem.write_to_path(str(path))
    context = tls_context(Settings.parse("https://me.carto.com", verify=str(path)))
    assert isinstance(context, ssl.SSLContext)
    assert context.verify_mode is ssl.CERT_REQUIRED
    assert context.check_hostname
    assert len(context.get_ca_certs()) == 1


@pytest.mark.parametrize("content", ["", "no certificate", "-----BEGIN CERTIFICATE-----\nAAAA\n"])
def test_unusable_ca_file(tmp_path: Path, content: str) -> None:
    path = tmp_path / "ca.pem"
    path.write_text(content)
    with pytest.raises(ConfigurationError, match=r"ca\.pem.* PEM file"):
        tls_context(Settings.parse("https://me.carto.com", verify=str(path)))
