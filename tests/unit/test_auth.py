"""The key goes to one origin; verification is httpx's own, a CA file's, or off."""

import base64
import ssl
from pathlib import Path

import httpx
import pytest
import trustme

from carto_ext.auth import KeyAuth, tls_context
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


def test_anonymous_sends_nothing() -> None:
    assert authorization(KeyAuth(Settings.parse("https://me.carto.com")), "https://me.carto.com/") is None


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
