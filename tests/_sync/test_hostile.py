# Made from tests/_async/test_hostile.py by scripts/unasync; do not edit.
"""Servers that drip, talk without end, or say more than they were asked: limits hold, and the next call is well."""

import socket
import ssl
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
import trustme

from carto_ext._sync.client import Carto
from carto_ext._sync.concurrency import sleep
from carto_ext.errors import (
    ApiError,
    CartoError,
    CartoTimeoutError,
    InvalidRequestError,
    JobTimeoutError,
    NotCartoError,
    RateLimitError,
    TransportError,
)
from carto_ext.retries import RetryPolicy
from tests.support.hostile import (
    Hostile,
    answer,
    drip,
    first_call_meets,
    flood,
    read_head,
    read_request,
    serve_well,
    stall,
)

pytestmark = pytest.mark.anyio

ONCE = RetryPolicy(attempts=1)
OK = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
INTERIM = b"HTTP/1.1 102 Processing\r\n\r\n"
CHUNKED = OK + b"Transfer-Encoding: chunked\r\n\r\n"
ENDLESS = OK + b"Content-Length: 99999999\r\n\r\n"
FAILED = b"HTTP/1.1 500 No\r\nContent-Type: application/json\r\nContent-Length: 99999\r\n\r\n"
# Each goes on as long as the test: a limit that is not kept ends in the test's own timeout.
DRIPS = {
    "head": drip(OK + b"X: ", b"a"),
    "headers": drip(OK, b"X: a\r\n"),
    "1xx": drip(b"", INTERIM),
    "1xx, half": drip(b"HTTP/1.1 102 ", b"a"),
    "body": drip(ENDLESS, b" "),
    "chunk extension": drip(CHUNKED + b"2;", b"a"),
    "trailer": drip(CHUNKED + b"2\r\n{}\r\n0\r\nX: ", b"a"),
    "trailers": drip(CHUNKED + b"2\r\n{}\r\n0\r\n", b"X: a\r\n"),
    "error": drip(FAILED, b" "),
}
FLOODS = {
    "head": flood(OK + b"X: ", b"a"),
    "1xx": flood(b"", INTERIM),
    "chunk extension": flood(CHUNKED + b"2;", b"a"),
    "trailers": flood(CHUNKED + b"2\r\n{}\r\n0\r\n", b"X: a\r\n"),
}


def client(server: Hostile, **limits: float) -> Carto:
    return Carto(server.base_url, api_key="k" * 40, retries=ONCE, **limits)


def right(carto: Carto) -> bool:
    return (carto.sql.query("SELECT 1")).rows == [{"who": "right"}]


def pieces(count: int, pause: float) -> Iterator[bytes]:
    for _ in range(count):
        yield b"1" * 99_999 + b"\n"
        sleep(pause)


# -- limits ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("phase", DRIPS)
def test_the_deadline_ends_what_drips(phase: str) -> None:
    with first_call_meets(DRIPS[phase]) as server:
        with client(server, deadline=0.3) as carto:
            with pytest.raises(CartoTimeoutError, match="deadline"):
                carto.sql.query("SELECT 1")
            assert right(carto.with_options(deadline=60))


@pytest.mark.parametrize("phase", ["head", "headers", "1xx, half", "chunk extension", "trailer"])
def test_a_transfer_has_no_deadline_and_ends_without_progress(phase: str) -> None:
    """Bytes outside the body do not count as progress."""
    with first_call_meets(DRIPS[phase]) as server:
        with client(server, timeout=0.3) as carto:
            with pytest.raises(CartoTimeoutError, match=r"no byte .* for 0\.3 s"):
                for _ in carto.sql.copy_to("COPY t TO STDOUT"):
                    pass
            assert right(carto.with_options(timeout=60))


@pytest.mark.parametrize("phase", ["1xx", "error"])
def test_an_upload_has_no_deadline_and_its_answer_ends(phase: str) -> None:
    with first_call_meets(DRIPS[phase]) as server:
        with client(server, timeout=0.3, deadline=0.3) as carto:
            with pytest.raises(TransportError):
                carto.sql.copy_from("COPY t FROM STDIN", b"1\n", compress=False)
            assert right(carto.with_options(timeout=60, deadline=60))


@pytest.mark.parametrize("phase", FLOODS)
def test_what_surrounds_a_body_has_an_end(phase: str) -> None:
    with first_call_meets(FLOODS[phase]) as server:
        with client(server) as carto:
            with pytest.raises(TransportError, match="without end"):
                carto.sql.query("SELECT 1")
            assert right(carto)


def test_waiting_for_a_job_ends_while_an_answer_drips(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("carto_ext._sync.poller.LEAST_SECONDS", 0.1)
    with first_call_meets(DRIPS["head"]) as server:
        with client(server) as carto:
            with pytest.raises(JobTimeoutError):
                carto.batch.job("17").wait(timeout=0.3)
            assert right(carto)


@pytest.mark.parametrize("limit", ["connect_timeout", "deadline"])
def test_a_tls_handshake_that_drips_ends(tmp_path: Path, limit: str) -> None:
    authority = trustme.CA()
    authority.cert_pem.write_to_path(str(tmp_path / "ca.pem"))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(context)

    def behave(sock: socket.socket, number: int) -> None:
        if number > 1:
            with context.wrap_socket(sock, server_side=True) as secure:
                serve_well(secure, number)
            return
        incoming, outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
        secret = context.wrap_bio(incoming, outgoing, server_side=True)
        incoming.write(sock.recv(65536))
        with pytest.raises(ssl.SSLWantReadError):
            secret.do_handshake()
        for byte in outgoing.read():
            if not server.over.wait(0.02):
                sock.sendall(bytes([byte]))

    with Hostile(behave) as server:
        url = server.base_url.replace("http:", "https:")
        with Carto(url, api_key="k", verify=tmp_path / "ca.pem", retries=ONCE) as carto:
            with pytest.raises(CartoTimeoutError):
                carto.with_options(**{limit: 0.3}).sql.query("SELECT 1")  # type: ignore[arg-type]
            assert right(carto)


# -- what a connection is used for afterwards --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("status", "size"),
    [
        (b"200 OK", 30),
        *((status, size) for status in (b"302 Found", b"400 No", b"413 No", b"500 No") for size in (1, 30)),
    ],
)
def test_a_request_that_was_not_read_to_its_end_ends_its_connection(status: bytes, size: int) -> None:
    """Everything fits into the system's buffers, so it looks sent even if the server does not read."""

    def behave(sock: socket.socket, number: int) -> None:
        while b"/copyfrom" not in read_head(sock):
            sock.sendall(answer())
        sock.sendall(answer(b"early", status))
        server.over.wait(20)

    with Hostile(behave) as server:
        with client(server, timeout=20) as carto:
            for _ in range(2):
                # An early success does not stop the request.
                pause = 0.02 if status.startswith(b"200") else 0.0
                with suppress(ApiError):
                    carto.sql.copy_from("COPY t FROM STDIN", pieces(size, pause), compress=False)
                assert right(carto)


def test_a_small_request_that_is_refused_ends_its_connection() -> None:
    def behave(sock: socket.socket, number: int) -> None:
        read_head(sock)
        sock.sendall(answer(b"x", b"400 Bad Request" if number == 1 else b"200 OK"))
        stall(sock, server.over)

    with Hostile(behave) as server:
        with client(server) as carto:
            with pytest.raises(InvalidRequestError):
                carto.sql.query("SELECT nothing")
            carto.sql.query("SELECT 1")
    assert server.connections == 2


SURPLUS = {
    "length": answer(b"right"),
    "chunked": CHUNKED + b"%x\r\n%b\r\n0\r\n\r\n",
    "no content": b"HTTP/1.1 204 No Content\r\n\r\n",
    "not modified": b"HTTP/1.1 304 Not Modified\r\nContent-Length: 10\r\n\r\n",
    "refused": answer(b"right", b"400 Bad Request"),
}


@pytest.mark.parametrize("surplus", [answer(b"EVIL"), b"\r\n\r\n\r\n", b"junk", b"HTTP/1.1 2"])
@pytest.mark.parametrize("kind", SURPLUS)
def test_bytes_behind_an_answer_are_nobodys(kind: str, surplus: bytes) -> None:
    body = answer(b"right").partition(b"\r\n\r\n")[2]
    said = SURPLUS[kind] % (len(body), body) if kind == "chunked" else SURPLUS[kind]

    def behave(sock: socket.socket, number: int) -> None:
        first = number == 1
        while read_request(sock):
            sock.sendall(said + surplus if first else answer(b"right"))
            first = False

    with Hostile(behave) as server:
        with client(server) as carto:
            with suppress(CartoError):  # a body where none belongs
                carto.viz.delete("17")
            for _ in range(2):
                assert right(carto)


@pytest.mark.parametrize(
    ("told", "connections"), [(b"timeout=5", 1), (b"timeout=1", 2), (b"max=9, timeout=1", 2), (b"timeout=0", 2)]
)
def test_an_idle_connection_goes_a_second_before_the_server_closes_it(told: bytes, connections: int) -> None:
    def behave(sock: socket.socket, number: int) -> None:
        while read_request(sock):
            sock.sendall(answer(headers=b"Keep-Alive: %b\r\n" % told))

    with Hostile(behave) as server:
        with client(server) as carto:
            assert right(carto)
            assert right(carto)
    assert server.connections == connections


# -- odd answers -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("location", [b"http://[", b"https://[::1/", b"//[x"])
def test_a_location_that_is_no_url_is_not_carto(location: bytes) -> None:
    moved = b"HTTP/1.1 302 Found\r\nLocation: %b\r\nContent-Length: 0\r\n\r\n" % location
    with first_call_meets(lambda sock, over: sock.sendall(moved)) as server:
        with client(server) as carto:
            with pytest.raises(NotCartoError):
                carto.sql.query("SELECT 1")
            assert right(carto)


def test_a_server_that_says_at_once_is_not_hammered(monkeypatch: pytest.MonkeyPatch) -> None:
    waits: list[float] = []

    def note(seconds: float) -> None:
        waits.append(seconds)

    monkeypatch.setattr("carto_ext._sync.concurrency.sleep", note)

    def behave(sock: socket.socket, number: int) -> None:
        while read_request(sock):
            sock.sendall(answer(b"x", b"429 Too Many Requests", b"Retry-After: 0\r\n"))

    with Hostile(behave) as server:
        with Carto(server.base_url, api_key="k") as carto:
            with pytest.raises(RateLimitError):
                carto.sql.query("SELECT 1")
    assert len(waits) == 3
    assert all(wait >= 0.25 for wait in waits)


def test_one_call_has_as_many_tries_as_its_policy_says(monkeypatch: pytest.MonkeyPatch) -> None:
    def at_once(seconds: float) -> None:
        assert seconds >= 0

    monkeypatch.setattr("carto_ext._sync.concurrency.sleep", at_once)
    asked: list[bytes] = []

    def behave(sock: socket.socket, number: int) -> None:
        while head := read_request(sock):
            asked.append(head)
            sock.sendall(answer(b"x", b"503 Busy"))

    with Hostile(behave) as server:
        with client(server) as carto:
            patient = carto.with_options(retries=RetryPolicy(attempts=30, first_delay=0.001))
            with pytest.raises(ApiError) as caught:
                patient.viz.list()
            assert len(asked) == 30
            assert not getattr(caught.value, "__notes__", [])
            with pytest.raises(ApiError) as caught:
                patient.viz.list()
            assert "not tried again" in caught.value.__notes__[0]
