"""Connections that break, answers that come early, and TLS."""

import contextlib
import gc
import os
import socket
import ssl
from collections.abc import Iterator

import httpx
import pytest
import trustme

from carto_sandbox.faults import (
    Answer,
    Answers,
    Break,
    Close,
    EarlyAnswer,
    Fault,
    FaultServer,
    Point,
    Reset,
    Stall,
    Truncated,
)
from tests.sandbox.fault_client import (
    COPY_FROM,
    COPY_TO,
    QUERY,
    REFUSAL,
    ask,
    assert_all_let_go,
    collect,
    connect,
    read_pieces,
    wait_for_record,
)

SEEN_BEFORE_BREAK = {
    Point.ACCEPT: b"",
    Point.REQUEST_HEAD: b"",
    Point.REQUEST_END: b"",
    Point.STATUS_LINE: b"HTTP/1.1 200 OK\r\n",
    Point.ANSWER_HEAD: b"octet-str",
    Point.ANSWER_BODY: b"\r\n\r\na\r\nid,name\n1,\r\n",
    Point.ANSWER_END: b"0\r\n\r\n",
}


@pytest.mark.parametrize(("point", "seen"), SEEN_BEFORE_BREAK.items())
def test_close_sends_a_fin_at_each_point(fault_server: FaultServer, point: Point, seen: bytes) -> None:
    fault_server.play(Close(point))
    with connect(fault_server, ask(COPY_TO)) as sock:
        assert b"".join(read_pieces(sock)).endswith(seen)
    assert len(fault_server.requests) == (point is not Point.ACCEPT)


@pytest.mark.parametrize(("point", "seen"), SEEN_BEFORE_BREAK.items())
def test_reset_sends_an_rst_at_each_point(fault_server: FaultServer, point: Point, seen: bytes) -> None:
    fault_server.play(Reset(point))
    received = bytearray()
    with pytest.raises((ConnectionResetError, BrokenPipeError)), connect(fault_server, ask(COPY_TO)) as sock:
        collect(read_pieces(sock), received)
    assert received.endswith(seen)


@pytest.mark.parametrize(("point", "seen"), SEEN_BEFORE_BREAK.items())
def test_stall_is_silent_after_each_point(fault_server: FaultServer, point: Point, seen: bytes) -> None:
    fault_server.play(Stall(point))
    received = bytearray()
    with connect(fault_server, ask(COPY_TO)) as sock:
        sock.settimeout(0.3)
        with pytest.raises(TimeoutError):
            collect(read_pieces(sock), received)
    assert received.endswith(seen)
    assert_all_let_go(fault_server)


@pytest.mark.parametrize(
    ("fault", "errors"),
    [
        (Reset(Point.REQUEST_BODY, after=1000), (httpx.WriteError, httpx.ReadError, httpx.RemoteProtocolError)),
        (Close(Point.REQUEST_BODY, after=1000), (httpx.RemoteProtocolError,)),
        (Stall(Point.REQUEST_BODY, after=1000), (httpx.WriteTimeout,)),
        (Stall(Point.REQUEST_HEAD), (httpx.WriteTimeout,)),
    ],
)
def test_breaks_in_the_middle_of_an_upload(
    fault_server: FaultServer, fault_client: httpx.Client, fault: Fault, errors: tuple[type[Exception], ...]
) -> None:
    fault_server.play(fault)
    with pytest.raises(errors):
        fault_client.post(COPY_FROM, content=(b"x" * 65536 for _ in range(320)), timeout=httpx.Timeout(2, write=0.2))
    (request,) = fault_server.requests
    assert request.body_bytes == (0 if fault == Stall(Point.REQUEST_HEAD) else 1000)
    assert not request.complete


def test_breaks_at_bytes_of_a_large_answer(fault_server: FaultServer, fault_client: httpx.Client) -> None:
    fault_server.answers["sql_copyto"] = Answer(body=b"0123456789", framing="chunked").enlarged(5_000_000)
    fault_server.play(Close(Point.ANSWER_BODY, after=1_000_003))
    received = bytearray()
    with pytest.raises(httpx.RemoteProtocolError), fault_client.stream("GET", COPY_TO) as answer:
        collect(answer.iter_raw(), received)
    assert len(received) == 1_000_003


def send_large(sock: socket.socket, size: int) -> int:
    """Send until the other side accepts no more, and return the number of bytes."""
    head = b"POST /user/me/api/v2/sql/copyfrom HTTP/1.1\r\nHost: x\r\nContent-Length: %d\r\n\r\n" % size
    sock.sendall(head)
    sock.settimeout(0.5)
    sent = 0
    with contextlib.suppress(TimeoutError, ConnectionError):
        while sent < size:
            sent += sock.send(b"x" * min(65536, size - sent))
    return sent


def test_early_answer_and_then_nobody_reads(fault_server: FaultServer) -> None:
    fault_server.play(EarlyAnswer(REFUSAL, after=100_000, then="stop reading"))
    with connect(fault_server) as sock:
        assert send_large(sock, 20_000_000) < 20_000_000
        assert sock.recv(65536).startswith(b"HTTP/1.1 400 Bad Request")
    (request,) = fault_server.requests
    assert (request.body_bytes, request.complete) == (100_000, False)


def test_early_answer_and_then_the_end(fault_server: FaultServer) -> None:
    fault_server.play(EarlyAnswer(REFUSAL, after=100_000, then="close"))
    with connect(fault_server) as sock:
        assert send_large(sock, 20_000_000) < 20_000_000
    assert wait_for_record(fault_server, "answered")
    assert not fault_server.requests[0].complete


def test_early_answer_and_the_rest_is_drained(fault_server: FaultServer) -> None:
    fault_server.play(EarlyAnswer(REFUSAL, then="drain"))
    with connect(fault_server) as sock:
        assert send_large(sock, 5_000_000) == 5_000_000
        assert sock.recv(65536).startswith(b"HTTP/1.1 400 Bad Request")
        sock.sendall(ask(QUERY))
        assert sock.recv(65536).startswith(b"HTTP/1.1 200 OK")
    assert fault_server.requests[0].complete


def test_early_answer_arrives_while_the_client_still_has_to_send(fault_server: FaultServer) -> None:
    fault_server.play(EarlyAnswer(REFUSAL, after=4))
    with connect(fault_server, b"POST /user/me/api/v2/sql/copyfrom HTTP/1.1\r\nContent-Length: 99\r\n\r\nhalf") as sock:
        assert sock.recv(65536).startswith(b"HTTP/1.1 400")


# TLS


@pytest.fixture
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture
def tls_server(answers: Answers, authority: trustme.CA) -> Iterator[FaultServer]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("localhost").configure_cert(context)
    with FaultServer(answers, ssl_context=context, host="localhost") as running:
        yield running
    gc.collect()


@pytest.fixture
def trusting(authority: trustme.CA) -> ssl.SSLContext:
    context = ssl.create_default_context()
    authority.configure_trust(context)
    return context


def test_tls_with_the_right_authority(tls_server: FaultServer, trusting: ssl.SSLContext) -> None:
    with httpx.Client(base_url=tls_server.base_url, verify=trusting) as client:
        assert client.get(QUERY).status_code == 200
        tls_server.play(Truncated("length"))
        with pytest.raises(httpx.RemoteProtocolError):
            client.get(COPY_TO)


def test_tls_refused_by_the_client(tls_server: FaultServer) -> None:
    with httpx.Client(base_url=tls_server.base_url) as client, pytest.raises(httpx.ConnectError, match="CERTIFICATE"):
        client.get(QUERY)
    assert_all_let_go(tls_server)
    assert (tls_server.failed_handshakes, tls_server.requests) == (1, [])


# The error of a reset through Python's ssl depends on OpenSSL's state. The check below shows that it is a reset.
BROKEN = (httpx.ReadError, httpx.RemoteProtocolError)


@pytest.mark.parametrize(
    ("fault", "error"),
    [
        (Reset(Point.ACCEPT), httpx.ConnectError),
        (Close(Point.ACCEPT), httpx.ConnectError),
        (Stall(Point.ACCEPT), httpx.ConnectTimeout),
        (Reset(Point.REQUEST_END), BROKEN),
        (Reset(Point.ANSWER_BODY), BROKEN),
        (Close(Point.ANSWER_BODY), httpx.RemoteProtocolError),
        (Stall(Point.ANSWER_BODY), httpx.ReadTimeout),
    ],
)
def test_breaks_under_tls(
    tls_server: FaultServer,
    trusting: ssl.SSLContext,
    fault: Fault,
    error: type[Exception] | tuple[type[Exception], ...],
) -> None:
    tls_server.play(fault)
    with httpx.Client(base_url=tls_server.base_url, verify=trusting, timeout=0.3) as client, pytest.raises(error):
        client.get(COPY_TO)


@pytest.mark.parametrize("fault", [Reset(Point.REQUEST_END), Close(Point.REQUEST_END)])
def test_what_tcp_shows_beneath_tls(tls_server: FaultServer, trusting: ssl.SSLContext, fault: Break) -> None:
    tls_server.play(fault)
    with trusting.wrap_socket(connect(tls_server), server_hostname="localhost") as sock:
        sock.sendall(ask(QUERY))
        with socket.socket(fileno=os.dup(sock.fileno())) as beneath:
            beneath.settimeout(10)
            if isinstance(fault, Reset):
                with pytest.raises(ConnectionResetError):
                    collect(read_pieces(beneath), bytearray())
            else:
                collect(read_pieces(beneath), bytearray())
