"""Every limit in every phase: a call with a silence of 1 s and a deadline of 2 s ends in time, sync and async."""

import asyncio
import socket
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import suppress
from typing import Any

from transports.candidates import Candidate
from transports.servers import OK, Handler, drips, drips_tls, read_head, reads_slowly, serving, silent, well

DEADLINE = 2.0
LATEST = 3.2
CHUNKED = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"


def ends_in_time(handler: Handler, scheme: str = "http", **request: Any) -> Callable[[Candidate], str]:
    def row(candidate: Candidate) -> str:
        with serving(handler) as port:
            url = f"{scheme}://127.0.0.1:{port}/"
            return both(candidate, url, request)

    return row


def both(candidate: Candidate, url: str, request: dict[str, Any]) -> str:
    options = {"timeout": 1.0, "connect": 1.0}
    method = "POST" if request else "GET"

    async def run() -> None:
        async with candidate.aclient(**options) as client:
            content = request.get("content")
            body = {"content": as_async(content())} if content else {}
            await client.request(method, url, extensions={"ends": end()}, **body)

    def call() -> None:
        with candidate.client(**options) as client:
            content = request.get("content")
            body = {"content": content()} if content else {}
            client.request(method, url, extensions={"ends": end()}, **body)

    return f"{took(call)}, async {took(lambda: asyncio.run(run()))}"


def end() -> float:
    return time.monotonic() + DEADLINE


def took(call: Callable[[], object]) -> str:
    started = time.perf_counter()
    try:
        call()
    except Exception:  # noqa: BLE001 - how it ends is not the question
        late = time.perf_counter() - started
        assert late < LATEST, f"only after {late:.1f} s"
        return f"{late:.1f} s"
    raise AssertionError("an answer came")


async def as_async(pieces: Iterator[bytes]) -> AsyncIterator[bytes]:
    for piece in pieces:
        yield piece
        await asyncio.sleep(0)


def stalled() -> Iterator[bytes]:
    for _ in range(100):
        yield b"x" * 1_000_000


silent_server = ends_in_time(silent)
dripping_handshake = ends_in_time(drips_tls, "https")
dripping_head = ends_in_time(drips(b"HTTP/1.1 200 OK\r\nX: ", b"a"))
endless_1xx = ends_in_time(drips(b"", b"HTTP/1.1 102 Processing\r\n\r\n"))
endless_1xx_at_full_speed = ends_in_time(drips(b"", b"HTTP/1.1 102 Processing\r\n\r\n" * 100, 0.0))
dripping_body = ends_in_time(drips(OK.replace(b"Length: 2", b"Length: 9999"), b"a"))
dripping_chunk_extension = ends_in_time(drips(CHUNKED + b"2;", b"a"))
dripping_trailers = ends_in_time(drips(CHUNKED + b"2\r\n{}\r\n0\r\nX: ", b"a"))
dripping_error_body = ends_in_time(drips(OK.replace(b"200 OK", b"500 No").replace(b"Length: 2", b"Length: 9999"), b"a"))
upload_that_stalls = ends_in_time(lambda sock: (read_head(sock), time.sleep(60)), content=stalled)  # type: ignore[arg-type, return-value]


def upload_that_moves(candidate: Candidate) -> str:
    """It may take longer than a silence: 5 s, in pauses of 0.3."""
    data = b"x" * 12_000_000
    with serving(reads_slowly) as port, candidate.client(timeout=1.0) as client:
        headers = {"Content-Length": str(len(data))}
        pieces = (data[start : start + 500_000] for start in range(0, len(data), 500_000))
        assert client.post(f"http://127.0.0.1:{port}/", content=pieces, headers=headers).status_code == 200
    return "goes on"


def slow_names(candidate: Candidate) -> str:
    """A resolver that takes 6 s. Only Python's can be made slow here; one in Rust is not asked through it."""
    if not candidate.resolves_by_python:
        return "not asked: resolves by itself"
    real = socket.getaddrinfo

    def slow(*arguments: Any, **options: Any) -> Any:
        if "me.example.com" in str(arguments[0]):
            time.sleep(6)
        return real(*arguments, **options)

    socket.getaddrinfo = slow

    async def run() -> float:
        async with candidate.aclient(timeout=1.0, connect=1.0) as client:
            started = time.perf_counter()
            with suppress(Exception):
                await client.get("http://me.example.com:9/")
            return time.perf_counter() - started

    with candidate.client(timeout=1.0, connect=1.0) as client:
        seconds = took(lambda: client.get("http://me.example.com:9/"))
    late = asyncio.run(run())
    assert late < LATEST, f"async only after {late:.1f} s"
    return f"{seconds}, async {late:.1f} s"


def several_addresses(candidate: Candidate) -> str:
    """Two that swallow packets, then one that answers: RFC 8305 tries the next after a quarter of a second."""
    if not candidate.resolves_by_python:
        return "not asked: resolves by itself"
    with serving(well) as port:
        holes = [black_hole(host, port) for host in ("127.0.0.2", "127.0.0.3")]
        real = socket.getaddrinfo

        def three(host: Any, *arguments: Any, **options: Any) -> Any:
            if "me.example.com" not in str(host):
                return real(host, *arguments, **options)
            return [
                (socket.AF_INET, socket.SOCK_STREAM, 6, "", (one, port))
                for one in ("127.0.0.2", "127.0.0.3", "127.0.0.1")
            ]

        socket.getaddrinfo = three
        started = time.perf_counter()
        with candidate.client(connect=3.0) as client:
            assert client.get(f"http://me.example.com:{port}/").status_code == 200
        seconds = time.perf_counter() - started
        del holes
        assert seconds < 2, f"only after {seconds:.1f} s"
        return f"{seconds:.1f} s"


def black_hole(host: str, port: int) -> list[socket.socket]:
    """A listener whose queue is full."""
    listener = socket.create_server((host, port), backlog=0)
    kept = [listener]
    for _ in range(3):
        client = socket.socket()
        client.setblocking(False)
        client.connect_ex((host, port))
        kept.append(client)
    time.sleep(0.2)
    return kept
