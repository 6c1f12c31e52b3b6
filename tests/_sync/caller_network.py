# Made from tests/_async/caller_network.py by scripts/unasync; do not edit.
"""Problems between a caller and CARTO: names, addresses, proxies, and answers without end."""

import os
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from unittest.mock import patch
from urllib.parse import urlsplit

import trustme

from carto_ext._sync.client import Carto
from carto_ext.retries import RetryPolicy
from carto_sandbox.faults import FaultServer
from tests.support.caller import Row, told
from tests.support.raw import serving
from tests.support.socks import serve_socks

HOST = "me.localhost"  # of this machine, as far as the client is concerned
ANSWER = b'{"rows":[],"time":0.1,"fields":{},"total_rows":0}'
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
AUTHORITY = trustme.CA()
Call = Callable[[Carto], object]
CALLS: dict[str, Call] = {
    "sql.query": lambda carto: carto.sql.query("SELECT 1"),
    "sql.copy_from": lambda carto: carto.sql.copy_from("COPY t FROM STDIN", b"1\n" * 1000),
    "sql.copy_to": lambda carto: _read(carto),
}


def _read(carto: Carto) -> None:
    with carto.sql.copy_to("COPY t TO STDOUT") as pieces:
        for _ in pieces:
            pass


@dataclass
class Network:
    """How the client is to be made, and what its error has to name."""

    base_url: str
    options: dict[str, Any] = field(default_factory=dict)
    names: str = ""


Make = Callable[[FaultServer, ExitStack, Path], Network]


def port_of(server: FaultServer) -> int:
    return urlsplit(server.base_url).port or 0


def resolving(stack: ExitStack, resolve: Callable[[], list[tuple[str, int]]]) -> None:
    """The resolver is the one thing here that cannot be had: this one knows HOST."""
    real = socket.getaddrinfo

    def getaddrinfo(host: Any, port: Any, *more: Any, **options: Any) -> Any:
        if host not in (HOST, HOST.encode()):
            return real(host, port, *more, **options)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", address) for address in resolve()]

    stack.enter_context(patch.object(socket, "getaddrinfo", getaddrinfo))


def no_name(server: FaultServer, stack: ExitStack, folder: Path) -> Network:
    def unknown() -> Any:
        raise socket.gaierror(-2, "Name or service not known")

    resolving(stack, unknown)
    return Network(f"https://{HOST}", names=HOST)


def no_resolver(server: FaultServer, stack: ExitStack, folder: Path) -> Network:
    over = threading.Event()
    stack.callback(over.set)

    def silent() -> Any:
        over.wait()
        raise socket.gaierror(-3, "Temporary failure in name resolution")

    resolving(stack, silent)
    return Network(f"https://{HOST}", {"connect_timeout": 0.2}, HOST)


@contextmanager
def black_hole(host: str = "127.0.0.1", port: int = 0) -> Iterator[int]:
    """An address whose queue is full: what asks to connect gets no answer, as behind a firewall."""
    with ExitStack() as kept:
        listener = kept.enter_context(socket.socket())
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((host, port))
        listener.listen(0)
        for _ in range(4):
            waiting = kept.enter_context(socket.socket())
            waiting.setblocking(False)
            with suppress(BlockingIOError):
                waiting.connect(listener.getsockname())
        time.sleep(0.05)
        yield listener.getsockname()[1]


def refused(server: FaultServer, stack: ExitStack, folder: Path) -> Network:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    return Network(f"http://127.0.0.1:{port}/user/me", names=f"127.0.0.1:{port}")


def vanishing(server: FaultServer, stack: ExitStack, folder: Path) -> Network:
    port = stack.enter_context(black_hole())
    return Network(f"http://127.0.0.1:{port}/user/me", {"connect_timeout": 0.2}, f"127.0.0.1:{port}")


def some_dead(server: FaultServer, stack: ExitStack, folder: Path) -> Network:
    port = port_of(server)
    dead = ["127.0.0.2", "127.0.0.3"]
    for host in dead:
        stack.enter_context(black_hole(host, port))
    resolving(stack, lambda: [(host, port) for host in (*dead, "127.0.0.1")])
    return Network(f"http://{HOST}:{port}/user/me", {"connect_timeout": 4})


def all_dead(server: FaultServer, stack: ExitStack, folder: Path) -> Network:
    """So many that one after the other, each with all of the time, they would take minutes."""
    port = stack.enter_context(black_hole())
    resolving(stack, lambda: [("127.0.0.1", port)] * 200)
    return Network(f"http://{HOST}:{port}/user/me", {"connect_timeout": 0.3}, HOST)


def dripping(first: bytes, drop: bytes) -> Make:
    """After the request these bytes, and then the same ones again and again, for ever."""

    def answer(sock: socket.socket) -> None:
        sock.recv(65536)
        sock.sendall(first)
        while True:
            sock.sendall(drop)
            time.sleep(0.01)

    def make(server: FaultServer, stack: ExitStack, folder: Path) -> Network:
        where = stack.enter_context(serving(answer))
        return Network(f"http://{where}/user/me", {"deadline": 0.4})

    return make


def dripping_tls(server: FaultServer, stack: ExitStack, folder: Path) -> Network:
    """Its first flight comes byte by byte, and takes longer than any limit."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    AUTHORITY.issue_cert("127.0.0.1").configure_cert(context)

    def shake(sock: socket.socket) -> None:
        incoming, outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
        tls = context.wrap_bio(incoming, outgoing, server_side=True)
        incoming.write(sock.recv(65536))
        with suppress(ssl.SSLWantReadError):
            tls.do_handshake()
        for byte in outgoing.read():
            sock.sendall(bytes([byte]))
            time.sleep(0.1)

    where = stack.enter_context(serving(shake))
    ca = folder / "ca.pem"
    AUTHORITY.cert_pem.write_to_path(str(ca))
    return Network(f"https://{where}/user/me", {"verify": str(ca), "connect_timeout": 0.3}, where)


def environment(stack: ExitStack, **variables: str) -> None:
    cleared = {name: value for name, value in os.environ.items() if not name.lower().endswith("_proxy")}
    stack.enter_context(patch.dict(os.environ, {**cleared, **variables}, clear=True))


def dead_proxy(kind: str) -> Make:
    def make(server: FaultServer, stack: ExitStack, folder: Path) -> Network:
        with socket.create_server(("127.0.0.1", 0)) as listener:
            where = f"127.0.0.1:{listener.getsockname()[1]}"
        environment(stack, ALL_PROXY=f"{kind}://{where}")
        return Network(f"https://{HOST}", names=where)

    return make


def silent_proxy(kind: str) -> Make:
    def make(server: FaultServer, stack: ExitStack, folder: Path) -> Network:
        over = threading.Event()
        where = stack.enter_context(serving(lambda sock: over.wait()))
        stack.callback(over.set)
        environment(stack, ALL_PROXY=f"{kind}://{where}")
        return Network(f"https://{HOST}", {"timeout": 0.3, "connect_timeout": 0.3})

    return make


def socks(server: FaultServer, stack: ExitStack, folder: Path) -> Network:
    where = stack.enter_context(serving(lambda sock: serve_socks(sock, ("127.0.0.1", port_of(server)))))
    environment(stack, ALL_PROXY=f"socks5h://{where}")
    return Network(server.base_url)


def network_without_proxy(server: FaultServer, stack: ExitStack, folder: Path) -> Network:
    """As Docker Desktop sets it by itself."""
    environment(stack, HTTP_PROXY="http://127.0.0.1:9", NO_PROXY="localhost,127.0.0.0/8,::1/128")
    return Network(server.base_url)


def row(name: str, make: Make, outcome: str, note: str = "", only: tuple[str, ...] = tuple(CALLS)) -> tuple[Row, Make]:
    return Row(name, dict.fromkeys(only, outcome), note=note), make


NO_CONNECTION, LATE = "ConnectionFailedError", "CartoTimeoutError"
QUERY = ("sql.query",)
CHUNKED = HEAD + b"Transfer-Encoding: chunked\r\n\r\n"
CASES = {
    one.name: (one, make)
    for one, make in [
        row("the host name is unknown", no_name, NO_CONNECTION),
        row("the resolver is silent", no_resolver, LATE, "at `connect_timeout`"),
        row("the port is closed", refused, NO_CONNECTION),
        row("packets are lost", vanishing, LATE, "at `connect_timeout`"),
        row("the first addresses of several are dead", some_dead, "ok"),
        row("all of many addresses are dead", all_dead, LATE, "at `connect_timeout`, for all together"),
        row("the TLS handshake drips", dripping_tls, LATE, "at `connect_timeout`"),
        row("the head drips", dripping(HEAD + b"X: ", b"a"), LATE, "at `deadline`", QUERY),
        row(
            "interim answers (1xx) for ever",
            dripping(b"", b"HTTP/1.1 102 Processing\r\n\r\n"),
            LATE,
            "at `deadline`",
            QUERY,
        ),
        row("the body drips", dripping(HEAD + b"Content-Length: 99999\r\n\r\n", b" "), LATE, "at `deadline`", QUERY),
        row("a chunk's length drips", dripping(CHUNKED + b"2;x=", b"a"), LATE, "at `deadline`", QUERY),
        row("trailers for ever", dripping(CHUNKED + b"2\r\n{}\r\n0\r\n", b"X: a\r\n"), LATE, "at `deadline`", QUERY),
        row("the proxy is dead", dead_proxy("http"), NO_CONNECTION, "the proxy is named"),
        row("the proxy is silent", silent_proxy("http"), LATE),
        row("a SOCKS proxy", socks, "ok", "needs `socksio`"),
        row("the SOCKS proxy is dead", dead_proxy("socks5"), NO_CONNECTION, "the proxy is named"),
        row("the SOCKS proxy is silent", silent_proxy("socks5"), LATE),
        row("NO_PROXY has networks in it", network_without_proxy, "ok", "they are respected"),
    ]
}


def outcome_of(server: FaultServer, name: str, call: str, folder: Path) -> str:
    """The cell, and what went wrong besides."""
    server.reset()
    error: Exception | None = None
    with ExitStack() as stack:
        network = CASES[name][1](server, stack, folder)
        try:
            with Carto(network.base_url, api_key="k", retries=RetryPolicy(attempts=1), **network.options) as carto:
                CALLS[call](carto)
        except Exception as failure:  # noqa: BLE001 - the caller sees any exception
            error = failure
    unnamed = error is not None and network.names not in str(error)
    return told(error) + (f", without naming {network.names}: {error}" if unnamed else "")
