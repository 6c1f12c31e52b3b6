"""Clients: whom they speak for, what `send` returns, and where the key goes."""

import copy
import http.server
import io
import ssl
import threading
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import trustme

from carto_ext import CartoError, CartoTimeoutError, InsecureConnectionWarning
from carto_ext.compat.auth import (
    APIKeyAuthClient,
    AuthAPIClient,
    NoAuthClient,
    NonVerifiedAPIKeyAuthClient,
    _ClientIdentifier,
)
from carto_ext.compat.exceptions import CartoException, CartoRateLimitException
from carto_ext.compat.sql import SQLClient
from carto_sandbox import Account
from carto_sandbox.faults import FaultServer, load_answers

Echo = tuple[str, list[tuple[str, dict[str, str]]]]
KEY = "0123456789abcdef0123456789abcdef01234567"


@pytest.mark.parametrize(
    ("base_url", "username", "clean"),
    [
        ("https://ana.carto.com", "ana", "https://ana.carto.com"),
        ("https://ana.carto.com/some/more/", "ana", "https://ana.carto.com"),
        ("https://www.ana.carto.com", "ana", "https://ana.carto.com"),
        ("https://maps.example/user/ana", "ana", "https://maps.example/user/ana"),
        ("https://www.maps.example/user/ana/x/y", "ana", "https://www.maps.example/user/ana"),
        ("https://acme.carto.com/u/ana/", "ana", "https://acme.carto.com/u/ana"),
    ],
)
def test_the_user_is_read_from_the_base_url(base_url: str, username: str, clean: str) -> None:
    client = APIKeyAuthClient(base_url, KEY, organization="acme")
    assert (client.username, client.organization, client.api_key) == (username, "acme", KEY)
    assert client.base_url == f"{base_url.rstrip('/')}/"
    assert client.carto.settings.base_url == clean


def test_a_base_url_without_a_user_is_refused() -> None:
    with pytest.raises(CartoException, match="names no user"):
        APIKeyAuthClient("https://wrongurl", KEY)


def test_the_client_tells_what_it_is() -> None:
    assert APIKeyAuthClient("https://ana.carto.com", KEY).user_agent == _ClientIdentifier().get_user_agent()
    assert _ClientIdentifier().get_user_agent("mine").startswith("mine/")
    assert (
        APIKeyAuthClient("https://ana.carto.com", KEY, user_agent="mine/1").carto._http.headers["User-Agent"]
        == "mine/1"
    )


def test_send_returns_any_answer_as_requests_did(client: APIKeyAuthClient) -> None:
    answer = client.send("api/v2/sql", "GET", params={"q": "SELECT 1 AS one", "api_key": client.api_key, "dp": None})
    assert (answer.status_code, answer.ok, answer.reason, bool(answer)) == (200, True, "OK", True)
    assert answer.json()["rows"] == [{"one": 1}]
    assert answer.headers["content-type"] == "application/json; charset=utf-8"
    assert "".join(answer.iter_content(5, decode_unicode=True)) == answer.text == answer.content.decode()
    assert list(answer.iter_lines()) == [answer.content]
    assert client.api_key not in answer.url
    answer.raise_for_status()
    refused = client.send("/api/v2/sql", "post", data={"q": "SELECT nothing"})
    assert (refused.status_code, refused.ok) == (400, False)
    assert refused.json()["error"] == ['column "nothing" does not exist']
    with pytest.raises(CartoException, match="nothing"):
        refused.raise_for_status()


@pytest.mark.parametrize(
    "body",
    [
        {"data": {"q": "SELECT 2 AS n"}},
        {"data": [("q", "SELECT 2 AS n")]},
        {"data": "q=SELECT+2+AS+n", "headers": {"Content-Type": "application/x-www-form-urlencoded"}},
        {"json": {"q": "SELECT 2 AS n", "api_key": None}, "data": None},
        {"params": {"q": "SELECT 2 AS n"}, "timeout": (5, 30), "verify": True, "allow_redirects": True},
        {"data": {"q": "SELECT 2 AS n"}, "stream": True},
    ],
)
def test_bodies_and_options_of_requests(client: APIKeyAuthClient, body: dict[str, Any]) -> None:
    with client.send("api/v2/sql", "POST", **body) as answer:
        assert answer.json()["rows"] == [{"n": 2}]


def test_files_go_as_a_form_or_as_the_body(client: APIKeyAuthClient) -> None:
    rows = io.StringIO("1\n2\n")
    SQLClient(client).send("CREATE TABLE numbers (n int)")
    answer = client.send("api/v2/sql/copyfrom", "POST", params={"q": "COPY numbers FROM STDIN"}, data=rows)
    assert answer.json()["total_rows"] == 2
    answer = client.send("api/v1/imports/", "POST", files={"file": ("some.csv", b"a,b\n1,2\n")})
    assert answer.json()["success"] is True


def test_what_cannot_be_sent_is_named(client: APIKeyAuthClient) -> None:
    with pytest.raises(CartoException, match="proxies"):
        client.send("api/v2/sql", "GET", proxies={"https": "http://127.0.0.1:1"})


def test_without_a_key(account: Account) -> None:
    nobody = NoAuthClient(account.base_url)
    assert not hasattr(nobody, "api_key")
    assert SQLClient(nobody).send("SELECT 1 AS one")["rows"] == [{"one": 1}]
    with pytest.raises(CartoException):
        SQLClient(nobody).send("CREATE TABLE t (n int)")


def test_a_key_is_valid_if_it_may_list_itself(account: Account) -> None:
    assert AuthAPIClient(account.base_url, account.api_key).is_valid_api_key()
    assert AuthAPIClient(account.base_url, "default_public").is_valid_api_key()
    assert not AuthAPIClient(account.base_url, KEY).is_valid_api_key()


def test_a_client_that_does_not_verify_warns() -> None:
    with pytest.warns(InsecureConnectionWarning, match="verify is False"):
        client = NonVerifiedAPIKeyAuthClient("https://ana.carto.example", KEY)
    assert client.carto.settings.verify is False


def test_no_answer_is_a_carto_exception() -> None:
    client = APIKeyAuthClient("http://127.0.0.1:1/user/ana", KEY)
    with pytest.raises(CartoException, match="cannot connect") as caught:
        client.send("api/v2/sql", "POST", data={"q": "SELECT 1"})
    assert isinstance(caught.value.args[0], CartoError)
    assert isinstance(caught.value, CartoError)


def test_clients_can_be_copied(client: APIKeyAuthClient) -> None:
    assert client.send("api/v3/me", "get").ok
    copied = copy.deepcopy(client)
    assert copied.carto is not client.carto
    assert SQLClient(copied).send("SELECT 3 AS n")["rows"] == [{"n": 3}]


def test_the_client_id_goes_with_each_request(echo: Echo) -> None:
    """As carto-python's own test has it: with the parameters, or in a JSON body that is posted or put."""
    base_url, seen = echo
    client = APIKeyAuthClient(base_url, KEY, client_id="mine-1")
    method, args = client.prepare_send("POST")
    assert (method, args["params"]) == ("post", {"api_key": KEY, "client": "mine-1"})
    assert args["headers"] == {"User-Agent": client.user_agent}
    given = {"q": "SELECT 1"}
    for http_method, place in (("put", "json"), ("post", "json"), ("get", "params")):
        _, args = client.prepare_send(http_method, json=given)
        assert args[place]["client"] == "mine-1"
        assert ("params" in args) is (http_method == "get")
    assert given == {"q": "SELECT 1"}
    client.send("api/v1/viz", "get", params={"type": "table"})
    assert seen[-1][0] == "/user/ana/api/v1/viz?type=table&client=mine-1"
    AuthAPIClient(base_url, KEY).send("api/v3/api_keys", "get")
    assert seen[-1][0] == "/user/ana/api/v3/api_keys"


@pytest.mark.parametrize("timeout", [0.2, (5, 0.2), [None, 0.2]])
def test_a_timeout_of_one_call_is_kept(echo: Echo, timeout: Any) -> None:
    base_url, seen = echo
    client = APIKeyAuthClient(base_url, KEY)
    with pytest.raises(CartoException, match=r"no byte .*for 0\.2 s") as caught:
        client.send("silent", "get", timeout=timeout)
    assert isinstance(caught.value.args[0], CartoTimeoutError)
    assert [path.partition("?")[0] for path, _ in seen] == ["/user/ana/silent"]  # tried once
    assert client.send("api/v1/viz", "get", timeout=30).ok
    assert client.carto.settings.timeout == 120


def test_a_name_that_no_server_has_is_looked_up_once(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("INFO", "carto_ext")
    with pytest.raises(CartoException, match="cannot connect"):
        APIKeyAuthClient("https://ana.carto.invalid", KEY).send("api/v2/sql", "GET", params={"q": "SELECT 1"})
    assert "again in" not in caplog.text


@pytest.mark.parametrize("variable", ["REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE"])
def test_authorities_of_requests_are_trusted(variable: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("SSL_CERT_FILE", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE"):
        monkeypatch.delenv(name, raising=False)
    authority = trustme.CA()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    authority.cert_pem.write_to_path(tmp_path / "ca.pem")
    with FaultServer(load_answers(), ssl_context=context) as server:
        with pytest.raises(CartoException, match="not trusted"):
            SQLClient(APIKeyAuthClient(server.base_url, KEY)).send("SELECT 1")
        monkeypatch.setenv(variable, str(tmp_path / "ca.pem"))
        assert SQLClient(APIKeyAuthClient(server.base_url, KEY)).send("SELECT 1")["rows"]
        with pytest.warns(InsecureConnectionWarning):
            assert SQLClient(NonVerifiedAPIKeyAuthClient(server.base_url, KEY)).send("SELECT 1")["rows"]
        monkeypatch.setenv(variable, str(tmp_path / "gone.pem"))
        with pytest.raises(CartoException, match=r"gone\.pem"):
            APIKeyAuthClient(server.base_url, KEY)


def test_an_answer_has_what_programs_read_of_requests(client: APIKeyAuthClient) -> None:
    answer = client.send("api/v2/sql", "GET", params={"q": "SELECT 'ö' AS a, 1 AS b", "format": "csv"})
    assert repr(answer) == "<Response [200]>"
    assert b"".join(answer) == answer.content == "a,b\r\nö,1\r\n".encode()
    assert list(answer.iter_lines(decode_unicode=True)) == ["a,b", "ö,1"]
    for size in (1, 2, 3, 100):
        assert list(answer.iter_lines(size)) == [b"a,b", "ö,1".encode()]
        assert "".join(answer.iter_content(size, decode_unicode=True)) == answer.text
    assert list(answer.iter_lines(delimiter=b"\r\n")) == [b"a,b", "ö,1".encode(), b""]
    assert answer.raw.read(3, decode_content=True) == b"a,b"
    assert (answer.encoding, answer.apparent_encoding, answer.history, answer.links) == ("utf-8", "utf-8", (), {})
    assert (answer.is_redirect, answer.is_permanent_redirect, len(answer.cookies)) == (False, False, 0)
    assert (answer.request.method, answer.url.startswith(client.base_url), answer.elapsed >= timedelta()) == (
        "GET",
        True,
        True,
    )
    assert answer.headers["CONTENT-TYPE"].startswith("text/csv")
    assert "key" not in answer.url
    refused = client.send("api/v2/sql", "GET", params={"q": "SELECT nope"})
    assert refused.url.startswith(client.base_url)


@pytest.fixture
def echo() -> Iterator[Echo]:
    """A server that keeps the path and headers of each request; /limited is a rate limit."""
    seen: list[tuple[str, dict[str, str]]] = []
    waiting = threading.Event()

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            seen.append((self.path, {name.lower(): value for name, value in self.headers.items()}))
            if "silent" in self.path:
                waiting.wait(30)
                return
            limited = "limited" in self.path
            self.send_response(429 if limited else 200)
            if limited:
                for name, value in (("Limit", "3"), ("Remaining", "0"), ("Reset", "99")):
                    self.send_header(f"Carto-Rate-Limit-{name}", value)
                self.send_header("Retry-After", "99")
            self.send_header("Content-Length", "2")
            self.end_headers()
            self.wfile.write(b"{}")

        def log_message(self, format: str, *args: object) -> None:
            """Said nothing: the output belongs to the tests."""

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/user/ana", seen
        waiting.set()
        server.shutdown()
        thread.join()


def test_the_key_is_in_no_url(echo: Echo) -> None:
    base_url, seen = echo
    APIKeyAuthClient(base_url, KEY).send("api/v1/viz/?page=2", "get", params={"type": "table", "api_key": KEY})
    path, headers = seen[0]
    assert path == f"/user/ana/api/v1/viz/?page=2&type=table&client={_ClientIdentifier().get_client_identifier()}"
    assert headers["authorization"].startswith("Basic ")
    assert headers["user-agent"] == _ClientIdentifier().get_user_agent()


def test_a_rate_limit_says_when_to_come_back(echo: Echo) -> None:
    with pytest.raises(CartoRateLimitException) as caught:
        APIKeyAuthClient(echo[0], KEY).send("limited", "get")
    error = caught.value
    assert (error.retry_after, error.limit, error.remaining, error.reset) == (99, 3, 0, 99)
    assert isinstance(error, CartoException)


class FakeSession:
    """A fake requests.Session: records requests and returns an answer."""

    def __init__(self, body: bytes = b'{"rows": []}', status_code: int = 200) -> None:
        self.calls: list[dict[str, Any]] = []
        self.headers = {"Content-Type": "application/json", "Content-Encoding": "gzip"}
        self.body, self.status_code, self.closed = body, status_code, False

    def request(self, method: str, url: str, **options: Any) -> "FakeSession":
        body = options["data"]
        sent = body if body is None or isinstance(body, bytes) else b"".join(body)
        self.calls.append({"method": method, "url": url, "body": sent, **options})
        return self

    def iter_content(self, size: int) -> Iterator[bytes]:
        yield self.body

    def close(self) -> None:
        self.closed = True


def test_a_session_is_the_network() -> None:
    session = FakeSession()
    client = APIKeyAuthClient("https://ana.carto.com/", KEY, None, session)
    assert SQLClient(client).send("SELECT 1") == {"rows": []}
    call = session.calls[0]
    assert (call["method"], call["url"]) == ("POST", f"https://ana.carto.com/api/v2/sql?client={client.client_id}")
    assert call["body"] == b"q=SELECT+1"
    assert call["headers"]["user-agent"] == client.user_agent
    assert session.closed
    client.send("api/v1/viz", "get")
    assert session.calls[1]["body"] is None
    client.send("api/v2/sql/copyfrom", "post", data=io.BytesIO(b"1\n2\n"))
    assert session.calls[2]["body"] == b"1\n2\n"


def test_a_session_may_have_adapters_of_its_own() -> None:
    session = FakeSession()
    APIKeyAuthClient("file://test.carto.com", KEY, None, session).send("headers", "post")
    assert session.calls[0]["url"].partition("?")[0] == "file://test.carto.com/headers"


def test_a_session_that_fails_is_a_carto_exception() -> None:
    class Broken(FakeSession):
        def request(self, method: str, url: str, **options: Any) -> "FakeSession":
            raise ConnectionResetError(url)

    with pytest.raises(CartoException, match="ConnectionResetError"):
        APIKeyAuthClient("https://ana.carto.com", KEY, None, Broken()).send(
            "api/v2/sql", "post", data={"q": "SELECT 1"}
        )
