"""Calls that are forgotten, interrupted, closed by others or forked do not affect later calls."""

import gc
import os
import pickle
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from typing import Any

import pytest
import trustme

from carto_ext._async._http.pool import AsyncPool
from carto_ext._async.client import AsyncCarto
from carto_ext._async.concurrency import sleep
from carto_ext.errors import CartoError, ConfigurationError, ConnectionFailedError, TransportError
from carto_ext.retries import RetryPolicy
from tests._async.concurrency import together
from tests.support.hostile import Hostile, answer, read_request, serve_well

pytestmark = pytest.mark.anyio

ONCE = RetryPolicy(attempts=1)
LONG = b"1234567\n" * 100_000


def serve_long(sock: socket.socket, number: int) -> None:
    while head := read_request(sock):
        if b"/copyto" in head:
            sock.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % len(LONG) + LONG)
        else:
            sock.sendall(answer())


def serve_rows_in_chunks(sock: socket.socket, number: int) -> None:
    """As CARTO does. Half of the time goes to what the parser calls for each of them, so that signals arrive there."""
    head, body = answer().split(b"\r\n\r\n")
    spaces = b"1\r\n \r\n" * 2000
    lines = b"\r\n".join(line for line in head.split(b"\r\n") if not line.startswith(b"Content-Length"))
    whole = b"%b\r\nTransfer-Encoding: chunked\r\n\r\n%b%x\r\n%b\r\n0\r\n\r\n" % (lines, spaces, len(body), body)
    while read_request(sock):
        sock.sendall(whole)


@pytest.fixture
def server() -> Iterator[Hostile]:
    with Hostile(serve_long) as running:
        yield running


def client(server: Hostile) -> AsyncCarto:
    return AsyncCarto(server.base_url, api_key="k" * 40, retries=ONCE, timeout=20)


def pool_of(carto: AsyncCarto) -> AsyncPool:
    pool: AsyncPool = carto._http._transport._pool  # type: ignore[attr-defined, assignment]
    return pool


async def _read_a_little(carto: AsyncCarto) -> None:
    async for _ in await carto.sql.copy_to("COPY t TO STDOUT"):
        break
    for _ in range(200):  # an event loop closes generators in its own time
        gc.collect()
        if not pool_of(carto).busy:
            break
        await sleep(0.01)


@pytest.fixture
def quick_collection() -> None:
    """Leave out what all tests have loaded: otherwise each collection looks at a million objects."""
    gc.collect()
    gc.freeze()


@pytest.mark.usefixtures("quick_collection")
async def test_downloads_that_are_left_open_warn_and_give_back_what_they_hold(server: Hostile) -> None:
    async with client(server) as carto:
        for _ in range(110):  # there are 100 slots
            with pytest.warns(ResourceWarning, match="left open"):
                await _read_a_little(carto)
        assert not pool_of(carto).busy
        assert (await carto.sql.query("SELECT 1")).rows == [{"who": "right"}]


async def test_a_download_read_to_its_end_needs_no_closing(server: Hostile) -> None:
    async with client(server) as carto:
        for _ in range(3):
            assert b"".join([piece async for piece in await carto.sql.copy_to("COPY t TO STDOUT")]) == LONG
        gc.collect()
    assert server.connections == 1


async def test_closing_while_calls_are_on_their_way_is_an_error_of_this_package(server: Hostile) -> None:
    for number in range(20):
        carto = client(server)
        await carto.sql.query("SELECT 1")

        async def work(
            task: int, carto: AsyncCarto = carto, pause: float = number / 4000
        ) -> type[BaseException] | None:
            if task == 0:
                await sleep(pause)
                return await carto.aclose()
            try:
                while True:
                    await carto.sql.query("SELECT 1")
            except CartoError as error:
                return type(error)

        assert set((await together(work))[1:]) <= {ConfigurationError, TransportError}


@pytest.mark.skipif(not hasattr(os, "fork"), reason="only Unix forks")
async def test_a_child_that_closes_leaves_the_parents_call_alone() -> None:
    asked, may_answer = threading.Event(), threading.Event()

    def behave(sock: socket.socket, number: int) -> None:
        while read_request(sock):
            asked.set()
            may_answer.wait(20)
            sock.sendall(answer())

    def fork_and_close() -> None:
        asked.wait(20)
        if (child := os.fork()) == 0:
            close_in_child(carto)
        os.waitpid(child, 0)
        may_answer.set()

    with Hostile(behave) as server:
        carto = client(server)
        forking = threading.Thread(target=fork_and_close)
        forking.start()
        assert (await carto.sql.query("SELECT 1")).rows == [{"who": "right"}]
        forking.join()
        assert (await carto.sql.query("SELECT 1")).rows == [{"who": "right"}]
        await carto.aclose()
    assert server.connections == 1


def close_in_child(carto: AsyncCarto) -> None:
    """As a child does that ends its copy of the client, whichever its colour is."""
    closing: Any = carto._http._transport.aclose()
    try:
        if closing is not None:
            closing.send(None)
    except StopIteration:
        pass
    finally:
        os._exit(0)


PROGRAM = """
import os, signal, sys, threading
from random import Random
from carto_ext import Carto, CartoError, RetryPolicy

became_errors = []

def interrupted(call, seconds):
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        call()
    except KeyboardInterrupt:
        pass
    except CartoError as error:
        became_errors.append(repr(error))
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)

def interrupt(*_):
    raise KeyboardInterrupt

signal.signal(signal.SIGALRM, interrupt)
dice = Random(1)
with Carto(sys.argv[1], api_key="k", timeout=20, retries=RetryPolicy(attempts=1)) as carto:
    carto.sql.query("SELECT 1")
    for _ in range(1500):
        try:
            interrupted(lambda: carto.sql.query("SELECT 1"), 1e-6 + dice.random() * 0.002)
        except KeyboardInterrupt:
            pass
    signal.setitimer(signal.ITIMER_REAL, 0)
    pool = carto._http._transport._pool
    print(len(pool.slots._taken), len(pool.busy), became_errors, carto.sql.query("SELECT 1").rows)
"""


def run_program(code: str, *arguments: str) -> str:
    """In a process of its own, where signals and limits do no harm."""
    command = [sys.executable, "-c", code, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, timeout=100)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="Windows interrupts nobody after a time")
def test_interrupts_take_no_slots_and_no_connections() -> None:
    with Hostile(serve_rows_in_chunks) as server:
        assert run_program(PROGRAM, server.base_url) == "0 0 [] [{'who': 'right'}]\n"


FEW = """
import os, resource, sys
from carto_ext import Carto, CartoError, RetryPolicy

resource.setrlimit(resource.RLIMIT_NOFILE, (64, 64))
with Carto(sys.argv[1], api_key="k") as carto:
    carto.sql.query("SELECT 1")  # all is loaded
with Carto(sys.argv[1], api_key="k", retries=RetryPolicy(attempts=1)) as carto:
    held = []
    try:
        while True:
            held.append(open(os.devnull))
    except OSError:
        pass
    try:
        carto.sql.query("SELECT 1")
    except CartoError as error:
        print(type(error).__name__, "Too many open files" in str(error))
    for file in held:
        file.close()
    print(carto.sql.query("SELECT 1").rows)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
def test_too_many_open_files_is_an_error_of_this_package() -> None:
    with Hostile(serve_well) as server:
        told, rows = run_program(FEW, server.base_url).splitlines()
    assert told in ("TransportError True", "ConnectionFailedError True")
    assert rows == "[{'who': 'right'}]"


async def test_an_untrusted_certificate_is_tried_once(monkeypatch: pytest.MonkeyPatch) -> None:
    import ssl

    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    trustme.CA().issue_cert("127.0.0.1").configure_cert(context)
    with Hostile(serve_well, context) as server:
        async with AsyncCarto(server.base_url, api_key="k") as carto:
            with pytest.raises(ConnectionFailedError, match="is not trusted") as caught:
                await carto.sql.query("SELECT 1")
    assert server.connections == 1
    assert not caught.value.may_pass
    assert not pickle.loads(pickle.dumps(caught.value)).may_pass
