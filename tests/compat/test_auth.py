"""Clients: whom they speak for, what `send` returns, and where the key goes."""

import copy
import http.server
import io
import threading
from collections.abc import Iterator
from typing import Any

import pytest

from carto_ext import CartoError, InsecureConnectionWarning
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
    with pytest.warns(InsecureConnectionWarning, match="verify=False"):
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


@pytest.fixture
def echo() -> Iterator[tuple[str, list[tuple[str, dict[str, str]]]]]:
    """A server that keeps the path and headers of each request; /limited is a rate limit."""
    seen: list[tuple[str, dict[str, str]]] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            seen.append((self.path, {name.lower(): value for name, value in self.headers.items()}))
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
        server.shutdown()
        thread.join()


def test_the_key_is_in_no_url(echo: tuple[str, list[tuple[str, dict[str, str]]]]) -> None:
    base_url, seen = echo
    APIKeyAuthClient(base_url, KEY).send("api/v1/viz/?page=2", "get", params={"type": "table", "api_key": KEY})
    path, headers = seen[0]
    assert path == "/user/ana/api/v1/viz/?page=2&type=table"
    assert headers["authorization"].startswith("Basic ")
    assert headers["user-agent"] == _ClientIdentifier().get_user_agent()


def test_a_rate_limit_says_when_to_come_back(echo: tuple[str, list[tuple[str, dict[str, str]]]]) -> None:
    with pytest.raises(CartoRateLimitException) as caught:
        APIKeyAuthClient(echo[0], KEY).send("limited", "get")
    error = caught.value
    assert (error.retry_after, error.limit, error.remaining, error.reset) == (99, 3, 0, 99)
    assert isinstance(error, CartoException)


class FakeSession:
    """What a requests.Session is asked, and an answer in its words."""

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
    assert (call["method"], call["url"]) == ("POST", "https://ana.carto.com/api/v2/sql")
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
    assert session.calls[0]["url"] == "file://test.carto.com/headers"


def test_a_session_that_fails_is_a_carto_exception() -> None:
    class Broken(FakeSession):
        def request(self, method: str, url: str, **options: Any) -> "FakeSession":
            raise ConnectionResetError(url)

    with pytest.raises(CartoException, match="ConnectionResetError"):
        APIKeyAuthClient("https://ana.carto.com", KEY, None, Broken()).send(
            "api/v2/sql", "post", data={"q": "SELECT 1"}
        )
