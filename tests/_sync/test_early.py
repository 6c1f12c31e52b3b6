# Made from tests/_async/test_early.py by scripts/unasync; do not edit.
"""Answers before the request is completely sent: the client reads them at once and stops writing."""

import hashlib
import socket
import time
from collections.abc import Iterator
from dataclasses import dataclass

import httpx
import pytest

from carto_ext._shared._http.proxies import Proxies
from carto_ext._sync._http.pool import Transport
from carto_ext._sync.concurrency import sleep
from tests.early_server import CHUNK, REASON, REFUSAL, Peer, Server, client_context, refuse

BIG = 57_000_000

pytestmark = pytest.mark.anyio

plain_and_tls = pytest.mark.parametrize("tls", [False, True], ids=["plain", "tls"])


@dataclass
class Outcome:
    status: int = 0
    text: str = ""
    error: Exception | None = None


def pieces(size: int) -> Iterator[bytes]:
    for start in range(0, size, len(CHUNK)):
        yield CHUNK[: size - start]


def upload(url: str, *, size: int = BIG, write: float = 20.0, again: int = 1, length: bool = True) -> list[Outcome]:
    headers = {"Content-Length": str(size)} if length else {}
    outcomes = []
    transport = Transport(client_context(), Proxies())
    with httpx.Client(transport=transport, timeout=httpx.Timeout(20.0, write=write)) as client:
        for _ in range(again):
            outcomes.append(outcome := Outcome())
            try:
                answer = client.post(url, content=pieces(size), headers=headers)
                outcome.status, outcome.text = answer.status_code, answer.text
            except httpx.HTTPError as error:
                outcome.error = error
    return outcomes


@plain_and_tls
@pytest.mark.parametrize("length", [True, False], ids=["length", "chunked"])
def test_a_refusal_is_read_though_the_server_reads_no_more(tls: bool, length: bool) -> None:
    with Server(refuse, tls) as server:
        for outcome in upload(server.url, again=2, length=length):
            assert (outcome.status, outcome.text) == (400, REASON)
    assert len(server.heads) == 2
    assert len(server.threads) == 3, "a connection cut short is not used again"


@plain_and_tls
def test_a_refusal_before_a_reset_is_read(tls: bool) -> None:
    def refuse(peer: Peer) -> None:
        peer.head()
        peer.take(100_000)
        peer.say(REFUSAL)
        peer.reset()

    with Server(refuse, tls) as server:
        outcomes = upload(server.url, again=20)
    assert [(outcome.status, type(outcome.error)) for outcome in outcomes] == [(400, type(None))] * 20


@plain_and_tls
def test_everything_arrives_in_order(tls: bool) -> None:
    digests: list[str] = []

    def count(peer: Peer) -> None:
        peer.head()
        body = hashlib.sha256(peer.body)
        done = len(peer.body)
        while done < 20_000_001:
            more = peer.connection.recv(100_000)
            body.update(more)
            done += len(more)
        digests.append(body.hexdigest())
        peer.say(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok")

    with Server(count, tls) as server:
        data = bytes(range(251)) * (20_000_001 // 251 + 1)
        data = data[:20_000_001]
        with httpx.Client(transport=Transport(client_context(), Proxies())) as client:
            assert (client.post(server.url, content=data)).text == "ok"
    assert digests == [hashlib.sha256(data).hexdigest()]


@plain_and_tls
@pytest.mark.parametrize(
    "first",
    [b"", b"HTTP/1.1 100 Continue\r\n\r\n", b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n", b"HTTP/1.1 1"],
    ids=["tickets", "100", "103", "half"],
)
def test_what_is_no_refusal_stops_nothing(tls: bool, first: bytes) -> None:
    taken: list[int] = []

    def read_on(peer: Peer) -> None:
        peer.head()
        peer.say(first)
        time.sleep(0.05)
        taken.append(peer.take(3_000_000))
        peer.say(
            (b"02 Processing\r\n\r\n" if first.endswith(b" 1") else b"")
            + b"HTTP/1.1 201 Created\r\nContent-Length: 0\r\n\r\n"
        )
        peer.head()
        taken.append(peer.take(3_000_000))
        peer.say(b"HTTP/1.1 201 Created\r\nContent-Length: 0\r\n\r\n")

    with Server(read_on, tls) as server:
        outcomes = upload(server.url, size=3_000_000, again=2)
    assert [(outcome.status, outcome.error) for outcome in outcomes] == [(201, None)] * 2
    assert taken == [3_000_000] * 2
    assert len(server.threads) == 2, "the connection was used twice"


@plain_and_tls
def test_an_early_success_stops_nothing(tls: bool) -> None:
    taken: list[int] = []

    def answer_then_read(peer: Peer) -> None:
        peer.head()
        peer.say(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n")
        time.sleep(0.1)
        taken.append(peer.take(10_000_000))
        peer.say(b"ok")

    with Server(answer_then_read, tls) as server:
        (outcome,) = upload(server.url, size=10_000_000)
    assert (outcome.text, taken) == ("ok", [10_000_000])


@plain_and_tls
def test_a_server_that_takes_nothing_times_out(tls: bool) -> None:
    def stall(peer: Peer) -> None:
        peer.head()
        peer.stall()

    with Server(stall, tls) as server:
        (outcome,) = upload(server.url, write=0.5)
    assert isinstance(outcome.error, httpx.WriteTimeout)


def test_a_slow_server_that_takes_something_does_not() -> None:
    def sip(peer: Peer) -> None:
        peer.connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 65536)
        peer.head()
        for part in range(1, 11):
            peer.body = bytes(peer.take(part * 800_000))
            time.sleep(0.1)
        peer.take(8_000_000)
        peer.say(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")

    with Server(sip) as server:
        (outcome,) = upload(server.url, size=8_000_000, write=0.6)
    assert (outcome.status, outcome.error) == (200, None)


@plain_and_tls
def test_a_refusal_of_the_head_is_read(tls: bool) -> None:
    def refuse(peer: Peer) -> None:
        peer.head()
        peer.say(b"HTTP/1.1 401 Unauthorized\r\nContent-Length: 4\r\nConnection: close\r\n\r\nnope")
        peer.stall()

    with Server(refuse, tls) as server:
        (outcome,) = upload(server.url)
    assert (outcome.status, outcome.text) == (401, "nope")


@plain_and_tls
def test_an_answer_cut_off_is_a_protocol_error(tls: bool) -> None:
    def vanish(peer: Peer) -> None:
        peer.head()
        peer.take(100_000)
        peer.say(b"HTTP/1.1 40")
        peer.connection.shutdown(socket.SHUT_WR)
        peer.stall()

    with Server(vanish, tls) as server:
        (outcome,) = upload(server.url)
    assert isinstance(outcome.error, httpx.RemoteProtocolError)


def test_a_refusal_seen_before_the_last_chunk_spoils_the_connection() -> None:
    """The end of a chunked body was never sent, though h11 believes it was."""

    def refuse(peer: Peer) -> None:
        while peer.head():
            peer.take(3)
            peer.say(b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n")
            time.sleep(0.3)

    def piece() -> Iterator[bytes]:
        yield b"abc"
        sleep(0.2)

    with Server(refuse) as server:
        with httpx.Client(transport=Transport(True, Proxies())) as client:
            assert [(client.post(server.url, content=piece())).status_code for _ in range(2)] == [400, 400]
    assert len(server.threads) == 3
    assert all(head.startswith(b"POST ") for head in server.heads)
