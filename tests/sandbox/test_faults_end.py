"""The server ends fast and leaves nothing behind, whatever it was told to do."""

import contextlib
import gc
import os
import socket
import threading
import time

import httpx
import pytest

from carto_sandbox.faults import (
    CATALOGUE,
    Answers,
    FaultServer,
    JobState,
    Point,
    Stall,
    Status,
)
from tests.sandbox.fault_client import (
    COPY_FROM,
    NO_TLS,
    QUERY,
    SHORT,
    ask,
    connect,
    wait_for_record,
)


def count_descriptors() -> int:
    return len(os.listdir("/proc/self/fd"))


@pytest.mark.parametrize("name", CATALOGUE)
def test_any_fault_can_be_stopped_and_leaks_nothing(answers: Answers, name: str) -> None:
    gc.collect()
    before, threads = count_descriptors(), threading.active_count()
    with FaultServer(answers, CATALOGUE[name]) as running:
        with (
            httpx.Client(verify=NO_TLS, base_url=running.base_url, timeout=SHORT) as client,
            contextlib.suppress(httpx.HTTPError),
        ):
            client.post(COPY_FROM, content=(b"x" * 1000 for _ in range(5)))
        # One client more that is still there when the server stops.
        running.play(CATALOGUE[name])
        waiting = socket.socket()
        with contextlib.suppress(ConnectionError):
            waiting.connect(("127.0.0.1", int(running.url.rpartition(":")[2])))
            waiting.sendall(ask(QUERY))
    waiting.close()
    gc.collect()
    assert count_descriptors() == before
    assert threading.active_count() == threads


def test_reset_lets_waiting_clients_go(fault_server: FaultServer) -> None:
    fault_server.play(Stall(Point.REQUEST_END))
    with connect(fault_server, ask(QUERY)) as sock:
        assert wait_for_record(fault_server, "fault")
        fault_server.reset()
        with contextlib.suppress(ConnectionResetError):
            assert sock.recv(100) == b""
    assert fault_server.requests == []


def ask_and_leave(server: FaultServer) -> None:
    """As a client does that has waited long enough."""
    with connect(server, ask(QUERY)):
        pass


def test_what_was_sent_before_reset_is_of_the_round_before(fault_server: FaultServer) -> None:
    """On a busy machine the server comes to read it when the next round has begun."""
    loop = fault_server._loop
    assert loop is not None
    request = ask(QUERY)
    with connect(fault_server, request[:20]) as half:
        for _ in range(500):
            if fault_server.open_connections:
                break
            time.sleep(0.01)
        loop.call_soon_threadsafe(time.sleep, 0.2)  # meanwhile it accepts and reads nothing
        ask_and_leave(fault_server)
        fault_server.reset()
        fault_server.play(Status(503), default=Status(500))
        half.sendall(request[20:])
        assert half.recv(100).startswith(b"HTTP/1.1 200")
        assert fault_server.requests == []
        with connect(fault_server, request) as whole:
            assert whole.recv(100).startswith(b"HTTP/1.1 503")
    assert len(fault_server.requests) == 1


def test_a_connection_that_is_kept_goes_on_in_the_next_round(fault_server: FaultServer) -> None:
    with httpx.Client(verify=NO_TLS, base_url=fault_server.base_url) as client:
        for _ in range(20):
            fault_server.reset()
            assert client.get(QUERY).status_code == 200
            assert len(fault_server.requests) == 1
    assert fault_server.connections == 1


def test_a_script_that_makes_no_sense_is_reported_at_the_end(answers: Answers) -> None:
    running = FaultServer(answers, JobState("done"))
    running.start()
    with httpx.Client(verify=NO_TLS, base_url=running.base_url) as client, pytest.raises(httpx.RemoteProtocolError):
        client.get(QUERY)
    with pytest.raises(ValueError, match="has no state of a job"):
        running.stop()


def test_many_threads_at_once(fault_server: FaultServer) -> None:
    fault_server.play(*[Status(503), None] * 100)
    statuses: list[int] = []

    def ask_often() -> None:
        with httpx.Client(verify=NO_TLS, base_url=fault_server.base_url) as client:
            statuses.extend(client.get(QUERY).status_code for _ in range(10))

    threads = [threading.Thread(target=ask_often) for _ in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(statuses) == [200] * 100 + [503] * 100
    assert fault_server.faults_left == 0
