# Made from tests/_async/test_early_carto.py by scripts/unasync; do not edit.
"""Early answers as users meet them: CARTO's own words instead of a timeout, through proxies too."""

import random
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from carto_ext._sync.client import Carto
from carto_ext.errors import InvalidRequestError
from carto_sandbox.faults import EarlyAnswer, FaultServer, Status
from tests.early_server import AUTHORITY, CHUNK, Peer, Server, refuse

pytestmark = pytest.mark.anyio

# As long on the way when it is compressed.
NOISE = random.Random(4).randbytes(len(CHUNK))
TEXT = 'invalid input syntax for type integer: "x"'
REFUSAL = EarlyAnswer(Status(400, b'{"error":["invalid input syntax for type integer: \\"x\\""]}'), after=100_000)


@pytest.fixture
def authority(tmp_path: Path) -> str:
    path = tmp_path / "ca.pem"
    AUTHORITY.cert_pem.write_to_path(str(path))
    return str(path)


def pieces() -> Iterator[bytes]:
    for _ in range(200):
        yield NOISE


@pytest.mark.parametrize("compress", [True, False])
def test_copy_from_gives_the_servers_own_reason(fault_server: FaultServer, compress: bool) -> None:
    fault_server.play(REFUSAL)
    with Carto(fault_server.base_url, api_key="not-a-real-key", timeout=20) as carto:
        with pytest.raises(InvalidRequestError) as caught:
            carto.sql.copy_from("COPY places FROM STDIN", pieces(), compress=compress)
    assert caught.value.messages == (TEXT,)
    (request,) = fault_server.requests
    assert not request.complete


def test_an_upload_gives_the_servers_own_reason(fault_server: FaultServer) -> None:
    fault_server.play(REFUSAL)
    with Carto(fault_server.base_url, api_key="not-a-real-key", timeout=20) as carto:
        with pytest.raises(InvalidRequestError) as caught:
            carto.imports.upload(pieces(), name="places.csv")
    assert caught.value.messages == (TEXT,)
    (request,) = fault_server.requests
    assert not request.complete


def test_the_next_call_has_a_connection_that_is_whole(fault_server: FaultServer) -> None:
    fault_server.play(REFUSAL)
    with Carto(fault_server.base_url, api_key="not-a-real-key", timeout=20) as carto:
        with pytest.raises(InvalidRequestError):
            carto.sql.copy_from("COPY places FROM STDIN", pieces(), compress=False)
        assert (carto.sql.query("SELECT 1")).rows
    assert fault_server.connections == 2


def tunnel(peer: Peer) -> None:
    """Everything through to whom CONNECT names."""
    host, _, port = peer.head().split()[1].decode().partition(":")
    with socket.create_connection((host, int(port))) as onward:
        peer.say(b"HTTP/1.1 200 OK\r\n\r\n")
        pairs = ((peer.connection, onward), (onward, peer.connection))
        threads = [threading.Thread(target=pump, args=pair) for pair in pairs]
        for thread in threads:
            thread.start()
        peer.stall()
        for side in (onward, peer.connection):
            side.shutdown(socket.SHUT_RDWR)
        for thread in threads:
            thread.join()


def pump(source: socket.socket, target: socket.socket) -> None:
    try:
        while data := source.recv(65536):
            target.sendall(data)
    except OSError:
        return


@pytest.mark.parametrize("tls", [False, True], ids=["forward", "tunnel"])
def test_proxies_of_the_environment_are_watched_too(tls: bool, monkeypatch: pytest.MonkeyPatch, authority: str) -> None:
    with Server(refuse, tls) as origin, Server(tunnel if tls else refuse) as proxy:
        monkeypatch.setenv("https_proxy" if tls else "http_proxy", proxy.url)
        monkeypatch.setenv("no_proxy", "example.org")
        base_url = f"{origin.url}user/me"
        with Carto(base_url, api_key="not-a-real-key", verify=authority, timeout=20) as carto:
            with pytest.raises(InvalidRequestError, match="bad row"):
                carto.sql.copy_from("COPY places FROM STDIN", pieces(), compress=False)
    assert len(proxy.heads) == 1
    assert "not-a-real-key" not in str(proxy.heads)
