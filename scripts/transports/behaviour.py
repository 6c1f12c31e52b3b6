"""Requirements of a transport. Each function is a row of the table: it returns an observation, or raises on failure."""

import asyncio
import os
import pickle
import signal
import ssl
import tempfile
import threading
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import trustme

from transports.candidates import Candidate
from transports.servers import OK, proxy, read_head, refuses, serving, silent, well


def body(pieces: int = 60) -> Iterator[bytes]:
    for _ in range(pieces):
        yield b"x" * 1_000_000


async def abody(pieces: int = 60) -> AsyncIterator[bytes]:
    for piece in body(pieces):
        yield piece


@contextmanager
def certificates() -> Iterator[tuple[ssl.SSLContext, str, str]]:
    """A server's context that asks for a certificate, the file of the authority, and one of a client."""
    authority = trustme.CA()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("localhost", "127.0.0.1").configure_cert(context)
    authority.configure_trust(context)
    context.verify_mode = ssl.CERT_REQUIRED
    with tempfile.TemporaryDirectory() as folder:
        ca, cert = Path(folder) / "ca.pem", Path(folder) / "client.pem"
        authority.cert_pem.write_to_path(str(ca))
        authority.issue_cert("client@example.org").private_key_and_cert_chain_pem.write_to_path(str(cert))
        yield context, str(ca), str(cert)


def error_of(call: Callable[[], object]) -> Exception:
    try:
        call()
    except Exception as error:  # noqa: BLE001 - of whatever package
        return error
    raise AssertionError("an answer came")


def early_answer(candidate: Candidate) -> str:
    with serving(refuses) as port, candidate.client(timeout=4) as client:
        started = time.perf_counter()
        assert client.post(f"http://127.0.0.1:{port}/copyfrom", content=body()).status_code == 400
        return f"{(time.perf_counter() - started) * 1000:.0f} ms"


def early_answer_async(candidate: Candidate) -> str:
    async def run(port: int) -> str:
        async with candidate.aclient(timeout=4) as client:
            started = time.perf_counter()
            assert (await client.post(f"http://127.0.0.1:{port}/copyfrom", content=abody())).status_code == 400
            return f"{(time.perf_counter() - started) * 1000:.0f} ms"

    with serving(refuses) as port:
        return asyncio.run(run(port))


def early_answer_over_tls(candidate: Candidate) -> str:
    with (
        certificates() as (context, ca, cert),
        serving(refuses, context) as port,
        candidate.client(timeout=4, ca=ca, cert=cert) as client,
    ):
        assert client.post(f"https://localhost:{port}/copyfrom", content=body()).status_code == 400
    return "yes"


def call_after_a_refused_upload(candidate: Candidate) -> str:
    """3 MB: the system takes all of it, so that it looks sent."""
    with serving(refuses) as port, candidate.client(timeout=3) as client:
        for _ in range(3):
            assert client.post(f"http://127.0.0.1:{port}/copyfrom", content=body(3)).status_code == 400
            assert client.post(f"http://127.0.0.1:{port}/sql", data={"q": "SELECT 1"}).status_code == 200
    return "answered"


def ctrl_c_while_the_server_is_silent(candidate: Candidate) -> str:
    with serving(silent) as port, candidate.client(timeout=4) as client:
        client.get  # noqa: B018 - what is made lazily is made now
        pressed = time.perf_counter() + 0.7
        threading.Timer(0.7, os.kill, (os.getpid(), signal.SIGINT)).start()
        try:
            client.get(f"http://127.0.0.1:{port}/")
        except KeyboardInterrupt:
            late = time.perf_counter() - pressed
            assert late < 0.3, f"heard after {late:.1f} s"
            return f"heard after {late * 1000:.0f} ms"
        raise AssertionError("not heard")


def cancelling_a_task(candidate: Candidate) -> str:
    async def run(port: int) -> str:
        async with candidate.aclient() as client:
            started = time.perf_counter()
            try:
                async with asyncio.timeout(0.2):
                    await client.get(f"http://127.0.0.1:{port}/")
            except TimeoutError:
                late = time.perf_counter() - started - 0.2
                assert late < 0.3, f"{late:.1f} s late"
                return "at once"
        raise AssertionError("not cancelled")

    with serving(silent) as port:
        return asyncio.run(run(port))


def nothing_behind_an_answer_is_the_next_one(candidate: Candidate) -> str:
    said = b"HTTP/1.1 %b\r\n%b\r\n%b"
    heads = {
        b"200 OK": (b"Content-Length: 2\r\n", b"{}"),
        b"201 Created": (b"Transfer-Encoding: chunked\r\n", b"2\r\n{}\r\n0\r\n\r\n"),
        b"204 No Content": (b"", b""),
        b"400 Bad Request": (b"Content-Length: 2\r\n", b"{}"),
    }
    evil = b"HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nEVIL"
    for status, (headers, content) in heads.items():
        number = iter(range(100))

        def handle(sock: Any, status: bytes = status, headers: bytes = headers, content: bytes = content) -> None:
            while read_head(sock):
                if next(number) == 0:  # noqa: B023 - it is called while the loop is here
                    sock.sendall(said % (status, headers, content) + evil)
                else:
                    sock.sendall(OK)

        with serving(handle) as port, candidate.client() as client:
            got = [client.get(f"http://127.0.0.1:{port}/").text for _ in range(2)]
        assert "EVIL" not in got, f"after {status.decode()}: {got[1]}"
    return "never"


def idle_connections_go_before_the_server_closes_them(candidate: Candidate) -> str:
    """As Node does: Keep-Alive: timeout=2, and it is over after 2 s; a call 0.1 s earlier may be too late."""

    def handle(sock: Any) -> None:
        sock.settimeout(2.0)
        while read_head(sock):
            sock.sendall(OK.replace(b"\r\n\r\n", b"\r\nKeep-Alive: timeout=2\r\n\r\n"))
            connections.append(sock)

    connections: list[Any] = []
    with serving(handle) as port, candidate.client() as client:
        client.get(f"http://127.0.0.1:{port}/")
        time.sleep(1.9)
        client.get(f"http://127.0.0.1:{port}/")
    assert connections[0] is not connections[1], "used 0.1 s before its end"
    return "yes"


def through_a_proxy(variable: str, target: str, seen_of_it: Callable[[int], bytes]) -> Callable[[Candidate], str]:
    def row(candidate: Candidate) -> str:
        seen: list[bytes] = []
        with (
            certificates() as (context, ca, cert),
            serving(well, context if target == "https" else None) as port,
            serving(proxy(seen)) as by_way_of,
        ):
            kind = "socks5" if variable == "ALL_PROXY" else "http"
            os.environ[variable] = f"{kind}://127.0.0.1:{by_way_of}"
            with candidate.client(timeout=3, ca=ca, cert=cert) as client:
                for _ in range(2):
                    url = f"{target}://localhost:{port}/"
                    assert client.post(url, data={"q": "SELECT 1"}).status_code == 200
        assert seen[0] in (seen_of_it(port), b"socks 127.0.0.1"), seen
        return "yes"

    return row


forwarding_proxy = through_a_proxy(
    "HTTP_PROXY", "http", lambda port: f"POST http://localhost:{port}/ HTTP/1.1".encode()
)
tunnelling_proxy = through_a_proxy("HTTPS_PROXY", "https", lambda port: f"CONNECT localhost:{port} HTTP/1.1".encode())
socks_proxy = through_a_proxy("ALL_PROXY", "http", lambda port: b"socks localhost")


def networks_in_no_proxy(candidate: Candidate) -> str:
    os.environ.update(HTTP_PROXY="http://127.0.0.1:9", NO_PROXY="localhost,127.0.0.0/8,::1/128")
    with serving(well) as port, candidate.client(timeout=3) as client:
        assert client.get(f"http://127.0.0.1:{port}/").status_code == 200
    return "yes"


def a_dead_proxy_is_named(candidate: Candidate) -> str:
    os.environ["HTTP_PROXY"] = "http://127.0.0.1:9"
    with candidate.client(timeout=3) as client:
        error = error_of(lambda: client.get("http://me.example.com/"))
    assert "127.0.0.1:9" in str(error), str(error)
    return "yes"


def ca_files_and_client_certificates(candidate: Candidate) -> str:
    with certificates() as (context, ca, cert), serving(well, context) as port:
        with candidate.client(ca=ca, cert=cert) as client:
            assert client.get(f"https://localhost:{port}/").status_code == 200
        with candidate.client(ca=None) as client:
            error_of(lambda: client.get(f"https://localhost:{port}/"))
    return "yes"


def vcrpy_records_and_replays(candidate: Candidate) -> str:
    import vcr

    with tempfile.TemporaryDirectory() as folder:
        path = f"{folder}/tape.yaml"
        with serving(well) as port:
            url = f"http://127.0.0.1:{port}/"
            with vcr.use_cassette(path), candidate.client() as client:
                client.get(url)
            assert Path(path).exists(), "no call was recorded"
        with vcr.use_cassette(path, record_mode="none") as tape, candidate.client() as client:
            assert client.get(url).text == "{}"
            assert tape.all_played
    return "yes"


def errors_can_be_pickled(candidate: Candidate) -> str:
    with candidate.client() as client:
        error = error_of(lambda: client.get("http://127.0.0.1:9/"))
    assert str(pickle.loads(pickle.dumps(error))) == str(error)
    return "yes"


def a_forked_child_makes_calls(candidate: Candidate) -> str:
    """With a client of its own, after the parent has made some; and the parent's go on."""
    with serving(well) as port, candidate.client() as client:
        url = f"http://127.0.0.1:{port}/"
        client.get(url)
        if (child := os.fork()) == 0:
            signal.alarm(5)
            with candidate.client(timeout=3) as own:
                os._exit(0 if own.get(url).status_code == 200 else 1)
        _, code = os.waitpid(child, 0)
        assert code == 0, "the child hangs" if code == signal.SIGALRM else f"the child ends with {code}"
        assert client.get(url).status_code == 200
    return "yes"


def many_threads(candidate: Candidate) -> str:
    failures: list[BaseException] = []
    with serving(well) as port, candidate.client() as client:

        def work() -> None:
            try:
                for _ in range(50):
                    assert client.post(f"http://127.0.0.1:{port}/", data={"q": "SELECT 1"}).text == "{}"
            except BaseException as error:  # noqa: BLE001 - told below
                failures.append(error)

        threads = [threading.Thread(target=work) for _ in range(16)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert not failures, failures[0]
    return "yes"


def trio_runs_it(candidate: Candidate) -> str:
    import trio

    async def run(port: int) -> None:
        async with candidate.aclient() as client:
            assert (await client.get(f"http://127.0.0.1:{port}/")).status_code == 200

    with serving(well) as port:
        trio.run(run, port)
    return "yes"
