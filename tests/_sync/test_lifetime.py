# Made from tests/_async/test_lifetime.py by scripts/unasync; do not edit.
"""The lifetime of a client: sharing, closing, and no leaks."""

import copy
import gc
import os
import pickle
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from carto_ext._sync.client import Carto
from carto_ext.errors import (
    CartoError,
    CartoTimeoutError,
    ConfigurationError,
    JobCancelledError,
    JobTimeoutError,
    RateLimitError,
    ServerError,
)
from carto_ext.retries import RetryPolicy
from carto_ext.settings import Settings
from carto_sandbox.faults import Delay, FaultServer, JobState, Point, Reset, Stall, Status, Truncated
from tests._sync.concurrency import AT_ONCE, together

pytestmark = pytest.mark.anyio

ONCE = RetryPolicy(attempts=1)
CLOSED = "this client is closed: make a new one"
Call = Callable[[Carto], object]


def _stream(carto: Carto) -> None:
    for _ in carto.sql.copy_to("COPY t TO STDOUT"):
        pass


VERBS: dict[str, Call] = {
    "query": lambda carto: carto.sql.query("SELECT 1"),
    "query by GET": lambda carto: carto.sql.query("SELECT 1", cacheable=True),
    "copy_from": lambda carto: carto.sql.copy_from("COPY t FROM STDIN", b"1\n"),
    "copy_to": _stream,
    "upload": lambda carto: carto.imports.upload(b"a\n1\n", name="a.csv"),
    "batch": lambda carto: carto.batch.begin("SELECT 1"),
    "viz": lambda carto: carto.viz.list(),
}


def test_a_context_manager_closes(fault_server: FaultServer) -> None:
    with Carto(fault_server.base_url, api_key="k") as carto:
        carto.sql.query("SELECT 1")
        assert not carto._http.is_closed
    assert carto._http.is_closed


def test_a_context_manager_closes_after_an_error(fault_server: FaultServer) -> None:
    fault_server.play(default=Status(500))
    carto = Carto(fault_server.base_url, api_key="k")
    with pytest.raises(ServerError):
        with carto:
            carto.sql.query("SELECT 1")
    assert carto._http.is_closed


@pytest.mark.parametrize("used", [True, False])
def test_closing_twice_is_no_error(fault_server: FaultServer, used: bool) -> None:
    carto = Carto(fault_server.base_url, api_key="k")
    if used:
        carto.sql.query("SELECT 1")
    carto.close()
    carto.close()


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("used", [True, False])
def test_use_after_closing_says_so(fault_server: FaultServer, verb: str, used: bool) -> None:
    carto = Carto(fault_server.base_url, api_key="k")
    if used:
        VERBS[verb](carto)
    seen = len(fault_server.requests)
    carto.close()
    with pytest.raises(ConfigurationError, match=CLOSED):
        VERBS[verb](carto)
    assert len(fault_server.requests) == seen


def test_views_share_the_connections_and_change_nothing(fault_server: FaultServer) -> None:
    with Carto(fault_server.base_url, api_key="k", retries=ONCE) as carto:
        before = copy.copy(carto.settings)
        view = carto.with_options(timeout=0.2, deadline=7, retries=RetryPolicy(attempts=2))
        for number in range(5):
            (carto, view)[number % 2].sql.query("SELECT 1")
        assert fault_server.connections == 1
        assert carto.settings == before
        assert (view.settings.timeout, view.settings.deadline, view.settings.retries.attempts) == (0.2, 7, 2)
        assert view.settings.api_key == "k"
        fault_server.play(Delay(1))
        carto.sql.query("SELECT 1")
        fault_server.play(default=Stall(Point.REQUEST_END))
        with pytest.raises(CartoTimeoutError, match=r"for 0\.2 s"):
            view.sql.query("SELECT 1")


def test_closing_a_view_closes_nothing_and_closing_the_client_all(fault_server: FaultServer) -> None:
    carto = Carto(fault_server.base_url, api_key="k")
    with carto.with_options(timeout=5) as view:
        view.sql.query("SELECT 1")
    carto.sql.query("SELECT 1")
    other = view.with_options(timeout=6)
    other.close()
    carto.sql.query("SELECT 1")
    assert fault_server.connections == 1
    carto.close()
    for closed in (view, other):
        with pytest.raises(ConfigurationError, match=CLOSED):
            closed.sql.query("SELECT 1")


def test_many_share_a_client_from_its_first_use_on(fault_server: FaultServer) -> None:
    carto = Carto(fault_server.base_url, api_key="k")
    clients = set()

    def call(number: int) -> int:
        for verb in VERBS.values():
            verb(carto)
        clients.add(id(carto._http))
        result = carto.with_options(timeout=30 + number).sql.query("SELECT 1")
        return len(result.rows)

    assert len(set(together(call))) == 1
    carto.close()
    assert len(clients) == 1
    assert len(fault_server.requests) == AT_ONCE * (len(VERBS) + 1)


FORK = """
import os, sys
from carto_ext import Carto, ConfigurationError

carto = Carto(sys.argv[1], api_key="k")
carto.sql.query("SELECT 1")
child = os.fork()
if child == 0:
    code = 1
    try:
        carto.sql.query("SELECT 1")
    except ConfigurationError as error:
        with Carto.from_settings(carto.settings) as own:
            own.sql.query("SELECT 1")
        sys.stdout.write(str(error))
        sys.stdout.flush()
        code = 0
    os._exit(code)
_, status = os.waitpid(child, 0)
carto.sql.query("SELECT 1")
carto.close()
sys.exit(os.waitstatus_to_exitcode(status))
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system does not fork")
def test_a_forked_child_is_told_to_make_its_own_client(fault_server: FaultServer) -> None:
    command = [sys.executable, "-W", "error", "-c", FORK, fault_server.base_url]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert "before a fork" in done.stdout
    assert "from_settings(carto.settings)" in done.stdout
    assert len(fault_server.requests) == 3
    assert fault_server.connections == 2


def test_a_client_travels_through_pickle(fault_server: FaultServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CARTO_API_KEY", "another")
    policy = RetryPolicy(attempts=2, unsafe=True)
    with Carto(fault_server.base_url, api_key="k", timeout=3, retries=policy) as carto:
        carto.sql.query("SELECT 1")
        data = pickle.dumps(carto)
    with pickle.loads(data) as other:
        other.sql.query("SELECT 1")
    assert other.settings.timeout == 3
    assert other.settings.retries == policy
    assert other.settings.base_url == carto.settings.base_url
    assert fault_server.requests[0].headers["authorization"] != fault_server.requests[1].headers["authorization"]


def test_a_copy_is_a_client_of_its_own(fault_server: FaultServer) -> None:
    with Carto(fault_server.base_url, api_key="k") as carto, copy.deepcopy(carto) as other:
        carto.sql.query("SELECT 1")
        other.sql.query("SELECT 1")
    assert fault_server.connections == 2
    assert isinstance(other.settings, Settings)
    assert other.settings == carto.settings


def _descriptors() -> set[str]:
    gc.collect()
    return {f"{name} {os.readlink(path)}" for name in os.listdir("/proc/self/fd") if (path := _link(name))}


def _link(name: str) -> str | None:
    path = f"/proc/self/fd/{name}"
    return path if os.path.islink(path) else None


FAULTS = {
    "none": None,
    "500": Status(500),
    "reset": Reset(Point.REQUEST_END),
    "half an answer": Truncated(),
    "silence": Stall(Point.ANSWER_BODY),
}


@pytest.mark.skipif(not os.path.isdir("/proc/self/fd"), reason="only Linux lists its open files there")
@pytest.mark.parametrize("fault", FAULTS)
def test_fifty_calls_leave_nothing_open(fault_server: FaultServer, tmp_path: Path, fault: str) -> None:
    source = tmp_path / "source.csv"
    source.write_bytes(b"a\n1\n")
    with Carto(fault_server.base_url, api_key="k") as warm:
        warm.sql.query("SELECT 1")
    fault_server.play(default=FAULTS[fault])
    before = len(_descriptors())
    with Carto(fault_server.base_url, api_key="k", retries=ONCE, timeout=0.05) as carto:
        calls = [
            *VERBS.values(),
            lambda carto: carto.sql.copy_from("COPY t FROM STDIN", source),
            lambda carto: carto.sql.copy_to("COPY t TO STDOUT", tmp_path / "target.csv"),
            lambda carto: carto.imports.upload(source),
        ]
        for call in calls * 5:
            try:
                call(carto)
            except CartoError:
                assert fault != "none"
        assert len(fault_server.requests) >= 50
    after = _descriptors()
    # The server closes its side when it has seen ours close.
    for _ in range(100):
        if len(after) <= before:
            break
        after = _descriptors()
    assert len(after) <= before, after
    assert sorted(path.name for path in tmp_path.iterdir()) in (["source.csv"], ["source.csv", "target.csv"])


NOTE = "The job continues at CARTO; wait again with carto.batch.job('{id}')"


def test_a_wait_that_times_out_leaves_the_job(fault_server: FaultServer) -> None:
    fault_server.play(default=JobState("running"), on="batch_read")
    with Carto(fault_server.base_url, api_key="k") as carto:
        job = carto.batch.begin("SELECT 1")
        with pytest.raises(JobTimeoutError, match=rf"continues.*carto\.batch\.job\('{job.id}'\)"):
            job.wait(timeout=0.15)
        assert "batch_cancel" not in [request.operation_id for request in fault_server.requests]
        fault_server.play(default=JobState("done"), on="batch_read")
        assert (carto.batch.job(job.id).wait(timeout=30)).status == "done"


@pytest.mark.parametrize("kind", [KeyboardInterrupt, RuntimeError])
def test_a_wait_that_is_interrupted_leaves_the_job_and_says_so(
    fault_server: FaultServer, monkeypatch: pytest.MonkeyPatch, kind: type[BaseException]
) -> None:
    def interrupt(seconds: float) -> None:
        raise kind

    monkeypatch.setattr("carto_ext._sync.poller.sleep", interrupt)
    fault_server.play(default=JobState("running"), on="batch_read")
    with Carto(fault_server.base_url, api_key="k") as carto:
        job = carto.batch.begin("SELECT 1")
        with pytest.raises(kind) as caught:
            job.wait(timeout=30)
    assert caught.value.__notes__ == [NOTE.format(id=job.id)]
    assert [request.operation_id for request in fault_server.requests] == ["batch_create", "batch_read"]


def test_a_wait_that_fails_leaves_the_job_and_says_so(fault_server: FaultServer) -> None:
    fault_server.play(JobState("running"), default=Status(500), on="batch_read")
    with Carto(fault_server.base_url, api_key="k") as carto:
        job = carto.batch.begin("SELECT 1")
        with pytest.raises(ServerError) as caught:
            job.wait(timeout=30)
    assert caught.value.__notes__ == [NOTE.format(id=job.id)]


def test_an_unknown_state_counts_as_running(fault_server: FaultServer) -> None:
    fault_server.play(JobState("dreaming"), JobState("dreaming"), JobState("done"), on="batch_read")
    with Carto(fault_server.base_url, api_key="k") as carto:
        states = [state.status for state in carto.batch.job("17").states(timeout=30)]
    assert states == ["dreaming", "done"]


def test_cancel_ends_the_job(fault_server: FaultServer) -> None:
    fault_server.play(default=JobState("cancelled"), on="batch_read")
    with Carto(fault_server.base_url, api_key="k") as carto:
        job = carto.batch.begin("SELECT 1")
        job.cancel()
        with pytest.raises(JobCancelledError, match=job.id):
            job.wait(timeout=30)
    assert "batch_cancel" in [request.operation_id for request in fault_server.requests]


def test_a_rate_limit_in_a_wait_is_waited_for(fault_server: FaultServer) -> None:
    limit = Status(429, b'{"error":["limit"],"context":"limit","detail":"rate-limit"}', {"Retry-After": "0"})
    fault_server.play(limit, JobState("running"), limit, limit, JobState("done"), on="batch_read")
    with Carto(fault_server.base_url, api_key="k") as carto:
        assert (carto.batch.job("17").wait(timeout=30)).status == "done"
    fault_server.play(default=limit, on="batch_read")
    with Carto(fault_server.base_url, api_key="k", retries=ONCE) as carto:
        with pytest.raises(RateLimitError):
            carto.batch.job("17").wait(timeout=30)
