# Made from tests/_async/test_routes.py by scripts/unasync; do not edit.
"""Connecting to a server: names, several addresses, proxies of the environment. Errors name the part that failed."""

import os
import select
import socket
import ssl
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import trustme

from carto_ext._sync.client import Carto
from carto_ext.errors import CartoTimeoutError, ConnectionFailedError, InvalidRequestError
from carto_ext.retries import RetryPolicy
from tests.support.hostile import Hostile, answer, first_call_meets, read_head, read_request, serve_well, stall

pytestmark = pytest.mark.anyio

ONCE = RetryPolicy(attempts=1)
RIGHT = [{"who": "right"}]


@pytest.fixture(autouse=True)
def no_proxies(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.lower().endswith("_proxy")]:
        monkeypatch.delenv(name)


@pytest.fixture
def server() -> Iterator[Hostile]:
    with Hostile(serve_well) as running:
        yield running


# -- names and addresses -----------------------------------------------------------------------------------------------


def resolve_as(monkeypatch: pytest.MonkeyPatch, *addresses: str, wait: threading.Event | None = None) -> None:
    """me.example.com has these addresses, but resolving waits for the event."""
    real = socket.getaddrinfo

    def fake(host: Any, port: Any, *arguments: Any, **options: Any) -> Any:
        if host not in ("me.example.com", b"me.example.com"):
            return real(host, port, *arguments, **options)
        if wait is not None:
            wait.wait(20)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (one, int(port))) for one in addresses]

    monkeypatch.setattr(socket, "getaddrinfo", fake)


@pytest.mark.filterwarnings("ignore::carto_ext.errors.InsecureConnectionWarning")
@pytest.mark.parametrize("limit", ["connect_timeout", "deadline"])
def test_a_resolver_that_is_silent_is_not_waited_for(
    server: Hostile, monkeypatch: pytest.MonkeyPatch, limit: str
) -> None:
    answers = threading.Event()
    resolve_as(monkeypatch, "127.0.0.1", wait=answers)
    with Carto(f"http://me.example.com:{server.port}/user/me", api_key="k", retries=ONCE) as carto:
        with pytest.raises(CartoTimeoutError):
            carto.with_options(**{limit: 0.2}).sql.query("SELECT 1")  # type: ignore[arg-type]
        answers.set()
        assert (carto.sql.query("SELECT 1")).rows == RIGHT


def black_hole(host: str, port: int) -> list[socket.socket]:
    """It takes connections no further than into a queue, which is full."""
    kept = [socket.create_server((host, port), backlog=0)]
    for _ in range(3):
        client = socket.socket()
        client.setblocking(False)
        client.connect_ex((host, port))
        kept.append(client)
    return kept


@pytest.mark.filterwarnings("ignore::carto_ext.errors.InsecureConnectionWarning")
def test_an_address_that_is_silent_is_not_waited_for(server: Hostile, monkeypatch: pytest.MonkeyPatch) -> None:
    holes = [sock for host in ("127.0.0.2", "127.0.0.3") for sock in black_hole(host, server.port)]
    resolve_as(monkeypatch, "127.0.0.2", "127.0.0.3", "127.0.0.1")
    with Carto(f"http://me.example.com:{server.port}/user/me", api_key="k", retries=ONCE) as carto:
        assert (carto.with_options(connect_timeout=2).sql.query("SELECT 1")).rows == RIGHT
    for sock in holes:
        sock.close()


@pytest.mark.filterwarnings("ignore::carto_ext.errors.InsecureConnectionWarning")
def test_all_addresses_together_have_the_time_for_one(server: Hostile, monkeypatch: pytest.MonkeyPatch) -> None:
    """One limit for each of 40 addresses would take longer than this test may."""
    holes = black_hole("127.0.0.2", server.port)
    resolve_as(monkeypatch, *["127.0.0.2"] * 40)
    with Carto(f"http://me.example.com:{server.port}/user/me", api_key="k", retries=ONCE) as carto:
        with pytest.raises(CartoTimeoutError):
            carto.with_options(connect_timeout=0.6).sql.query("SELECT 1")
    for sock in holes:
        sock.close()


@pytest.mark.filterwarnings("ignore::carto_ext.errors.InsecureConnectionWarning")
def test_an_address_that_refuses_is_passed_over(server: Hostile, monkeypatch: pytest.MonkeyPatch) -> None:
    resolve_as(monkeypatch, "127.0.0.9", "127.0.0.1")
    with Carto(f"http://me.example.com:{server.port}/user/me", api_key="k", retries=ONCE) as carto:
        assert (carto.sql.query("SELECT 1")).rows == RIGHT


def test_a_refusal_says_why() -> None:
    with Carto("http://127.0.0.1:9/user/me", api_key="k", retries=ONCE) as carto:
        with pytest.raises(ConnectionFailedError, match="Connection refused"):
            carto.sql.query("SELECT 1")


# -- SOCKS -------------------------------------------------------------------------------------------------------------


def socks(onward: int, asked: list[bytes], login: bytes = b"", code: int = 0) -> Hostile:
    """A proxy that knows one way to log in, and leads to a port of this machine whatever it is asked for."""

    def behave(sock: socket.socket, number: int) -> None:
        methods = sock.recv(2)[1]
        assert (2 if login else 0) in sock.recv(methods)
        sock.sendall(b"\5\2" if login else b"\5\0")
        if login:
            known = sock.recv(100) == login
            sock.sendall(b"\1" + (b"\0" if known else b"\1"))
            if not known:
                return
        asked.append(sock.recv(300))
        sock.sendall(b"\5%c\0\1\x7f\0\0\1\0\x50" % code)
        if code == 0:
            with socket.create_connection(("127.0.0.1", onward)) as other:
                while head := read_head(sock):
                    other.sendall(head)
                    sock.sendall(other.recv(65536))

    return Hostile(behave)


@pytest.mark.parametrize("scheme", ["socks5", "socks5h"])
@pytest.mark.parametrize("login", [b"", b"\1\2me\6secret"], ids=["open", "login"])
@pytest.mark.filterwarnings("ignore::carto_ext.errors.InsecureConnectionWarning")
def test_a_socks_proxy_leads_on(server: Hostile, monkeypatch: pytest.MonkeyPatch, login: bytes, scheme: str) -> None:
    asked: list[bytes] = []
    with socks(server.port, asked, login) as proxy:
        monkeypatch.setenv("ALL_PROXY", f"{scheme}://{'me:secret@' if login else ''}127.0.0.1:{proxy.port}")
        with Carto("http://me.example.com", api_key="k", retries=ONCE) as carto:
            for _ in range(2):
                assert (carto.sql.query("SELECT 1")).rows == RIGHT
        assert asked == [b"\5\1\0\3\x0eme.example.com\0\x50"]
        assert proxy.connections == 1


@pytest.mark.filterwarnings("ignore::carto_ext.errors.InsecureConnectionWarning")
@pytest.mark.parametrize(
    ("login", "code", "said"),
    [(b"other", 0, "does not know"), (b"", 2, "rules forbid"), (b"", 99, "code 99")],
)
def test_a_socks_proxy_that_refuses_is_named(
    monkeypatch: pytest.MonkeyPatch, login: bytes, code: int, said: str
) -> None:
    with socks(1, [], login, code) as proxy:
        monkeypatch.setenv("ALL_PROXY", f"socks5://me:secret@127.0.0.1:{proxy.port}")
        with Carto("http://me.example.com", api_key="k", retries=ONCE) as carto:
            with pytest.raises(ConnectionFailedError, match=rf"socks5://127\.0\.0\.1:{proxy.port}.*{said}") as caught:
                carto.sql.query("SELECT 1")
            assert "secret" not in str(caught.value)


@pytest.mark.filterwarnings("ignore::carto_ext.errors.InsecureConnectionWarning")
@pytest.mark.parametrize("scheme", ["http", "socks5"])
def test_a_proxy_that_is_silent_is_named(monkeypatch: pytest.MonkeyPatch, scheme: str) -> None:
    with Hostile(lambda sock, number: stall(sock, proxy.over)) as proxy:
        monkeypatch.setenv("HTTPS_PROXY", f"{scheme}://127.0.0.1:{proxy.port}")
        with Carto("https://me.example.com", api_key="k", retries=ONCE, connect_timeout=0.3) as carto:
            with pytest.raises(CartoTimeoutError, match=rf"the proxy {scheme}://127\.0\.0\.1:{proxy.port} .*0\.3 s"):
                carto.sql.query("SELECT 1")


# -- HTTP proxies ------------------------------------------------------------------------------------------------------


@pytest.mark.filterwarnings("ignore::carto_ext.errors.InsecureConnectionWarning")
@pytest.mark.parametrize("scheme", ["http", "https"])
@pytest.mark.parametrize("kind", ["http", "socks5"])
def test_a_dead_proxy_is_named(monkeypatch: pytest.MonkeyPatch, scheme: str, kind: str) -> None:
    monkeypatch.setenv(f"{scheme.upper()}_PROXY", f"{kind}://127.0.0.1:9")
    with Carto(f"{scheme}://me.example.com", api_key="k", retries=ONCE) as carto:
        with pytest.raises(ConnectionFailedError, match=rf"the proxy {kind}://127\.0\.0\.1:9 of the environment"):
            carto.sql.query("SELECT 1")


def test_a_proxy_that_asks_for_a_login_is_told_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    refusal = b"HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n"
    with first_call_meets(lambda sock, over: sock.sendall(refusal)) as proxy:
        monkeypatch.setenv("HTTPS_PROXY", f"http://127.0.0.1:{proxy.port}")
        with Carto("https://me.example.com", api_key="k", retries=ONCE) as carto:
            with pytest.raises(ConnectionFailedError, match="answered 407 Proxy Authentication Required"):
                carto.sql.query("SELECT 1")


@pytest.mark.filterwarnings("ignore::carto_ext.errors.InsecureConnectionWarning")
def test_a_login_goes_to_the_proxy_and_shows_nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    heads: list[bytes] = []

    def behave(sock: socket.socket, number: int) -> None:
        heads.append(read_head(sock))
        sock.sendall(answer(b"x", b"400 Bad Request"))

    with Hostile(behave) as proxy:
        monkeypatch.setenv("HTTP_PROXY", f"http://me:secret@127.0.0.1:{proxy.port}")
        with Carto("http://me.example.com", api_key="k", retries=ONCE) as carto:
            with pytest.raises(InvalidRequestError) as caught:
                carto.sql.query("SELECT 1")
    assert b"Proxy-Authorization: Basic bWU6c2VjcmV0\r\n" in heads[0]
    assert heads[0].startswith(b"POST http://me.example.com/api/v2/sql HTTP/1.1\r\n")
    assert "secret" not in repr(caught.value)


@pytest.mark.parametrize(
    "exceptions",
    [
        "localhost,127.0.0.0/8,::1/128",
        "127.0.0.1",
        "example.org 127.0.0.1",
        "127.0.0.1:{port}",
        "10.0.0.0/8, 127.0.0.1/32",
        "*",
        "[::1], 127.0.0.0/8",
        "::/0,300.1.2.3/99,/,:,127.0.0.1",
    ],
)
def test_no_proxy_goes_straight(server: Hostile, monkeypatch: pytest.MonkeyPatch, exceptions: str) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("NO_PROXY", exceptions.format(port=server.port))
    with Carto(server.base_url, api_key="k", retries=ONCE) as carto:
        assert (carto.sql.query("SELECT 1")).rows == RIGHT


@pytest.mark.parametrize("exceptions", ["::1/128", "10.0.0.0/8", "127.0.0.1:1", "0.0.1", "localhost", ""])
def test_no_proxy_covers_nothing_else(server: Hostile, monkeypatch: pytest.MonkeyPatch, exceptions: str) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("NO_PROXY", exceptions)
    with Carto(server.base_url, api_key="k", retries=ONCE) as carto:
        with pytest.raises(ConnectionFailedError, match="the proxy"):
            carto.sql.query("SELECT 1")


def test_networks_in_no_proxy_do_no_harm_without_a_proxy(server: Hostile, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_PROXY", "localhost,127.0.0.0/8,::1/128")
    with Carto(server.base_url, api_key="k", retries=ONCE) as carto:
        assert (carto.sql.query("SELECT 1")).rows == RIGHT


def test_an_https_proxy_tunnels_https(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """TLS in TLS, with a body of some size in both directions."""
    authority = trustme.CA()
    authority.cert_pem.write_to_path(str(tmp_path / "ca.pem"))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1", "localhost").configure_cert(context)
    rows = b"1234567\n" * 200_000

    def serve(sock: socket.socket, number: int) -> None:
        while head := read_request(sock):
            is_copy = b"/copyto" in head
            sock.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % len(rows) + rows if is_copy else answer())

    def tunnel(sock: socket.socket, number: int) -> None:
        where = read_head(sock).split()[1].decode()
        with socket.create_connection(("localhost", int(where.rpartition(":")[2]))) as onward:
            sock.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n")
            pipes = {sock: onward, onward: sock}
            while True:
                pending = isinstance(sock, ssl.SSLSocket) and sock.pending()
                for source in [sock] if pending else select.select(list(pipes), [], [])[0]:
                    if not (data := source.recv(65536)):
                        return
                    pipes[source].sendall(data)

    with Hostile(serve, context) as server, Hostile(tunnel, context) as proxy:
        monkeypatch.setenv("HTTPS_PROXY", f"https://localhost:{proxy.port}")
        monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "ca.pem"))
        url = f"https://localhost:{server.port}/user/me"
        with Carto(url, api_key="k", retries=ONCE) as carto:
            assert (carto.sql.query("SELECT 1")).rows == RIGHT
            assert b"".join([piece for piece in carto.sql.copy_to("COPY t TO STDOUT")]) == rows
            data = b"1" * 3_000_000 + b"\n"
            carto.sql.copy_from("COPY t FROM STDIN", data, compress=False)
            assert (carto.sql.query("SELECT 1")).rows == RIGHT
