# Made from tests/aio/test_client.py by scripts/unasync; do not edit.
"""Constructing, closing, the environment, and TLS against a server with a certificate of its own authority."""

import http.server
import ssl
import threading
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest
import trustme

from carto_ext.client import Carto
from carto_ext.errors import ConfigurationError, ConnectionFailedError, InsecureConnectionWarning
from carto_sandbox.accounts import Account

pytestmark = pytest.mark.anyio

ANSWER = b'{"rows":[{"one":1}],"time":0.001,"fields":{"one":{"type":"number","pgtype":"int4"}},"total_rows":1}'


class _Sql(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        self.send_response(200)
        self.send_header("Content-Type", "application/json; charset=utf-8")
        self.send_header("Content-Length", str(len(ANSWER)))
        self.end_headers()
        self.wfile.write(ANSWER)

    def log_message(self, format: str, *args: object) -> None:
        pass


class _QuietServer(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that does not trust us hangs up: nothing to print."""


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture
def https(authority: trustme.CA) -> Iterator[str]:
    """The base URL of a CARTO behind a certificate of that authority."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    with _QuietServer(("127.0.0.1", 0), _Sql) as server:
        server.socket = context.wrap_socket(server.socket, server_side=True)
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"https://127.0.0.1:{server.server_port}/user/me"
        server.shutdown()
        thread.join()


def test_tls_is_verified_by_default(https: str) -> None:
    with Carto(https, api_key="k") as carto:
        with pytest.raises(ConnectionFailedError, match=r"not trusted.*verify='path/to/ca\.pem'"):
            carto.sql.query("SELECT 1 AS one")


def test_a_private_authority_is_named_by_its_file(https: str, authority: trustme.CA, tmp_path: Path) -> None:
    authority.cert_pem.write_to_path(str(tmp_path / "ca.pem"))
    with Carto(https, api_key="k", verify=str(tmp_path / "ca.pem")) as carto:
        assert (carto.sql.query("SELECT 1 AS one")).rows == [{"one": 1}]


def test_verification_can_be_turned_off_and_warns(https: str) -> None:
    with pytest.warns(InsecureConnectionWarning, match="certificate"):
        careless = Carto(https, api_key="k", verify=False)
    with careless as carto:
        assert (carto.sql.query("SELECT 1 AS one")).rows == [{"one": 1}]


def test_the_environment_says_where_and_who(account: Account, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CARTO_BASE_URL", account.base_url)
    monkeypatch.setenv("CARTO_API_KEY", account.api_key)
    with Carto.from_env(timeout=5.0) as carto:
        assert (carto.sql.query("SELECT 1 AS one")).rows == [{"one": 1}]
        assert carto.settings.timeout == 5.0
    monkeypatch.delenv("CARTO_BASE_URL")
    with pytest.raises(ConfigurationError, match="CARTO_BASE_URL"):
        Carto.from_env()


def test_the_key_goes_to_the_configured_host_only(account: Account) -> None:
    with Carto("http://127.0.0.1:9/user/me", api_key="secret-key") as carto:
        request = carto._http.build_request("GET", account.base_url)
        assert carto._http.auth is not None
        assert [dict(sent.headers).get("authorization") for sent in carto._http.auth.auth_flow(request)] == [None]


def test_a_client_shows_no_key_and_closes_without_having_been_used() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        carto = Carto("https://me.carto.com", api_key="secret-key")
    assert "secret-key" not in repr(carto) + repr(carto.settings) + repr(vars(carto))
    carto.close()
