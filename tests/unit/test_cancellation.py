"""Differences between the clients: tasks are cancelled, threads are interrupted."""

import asyncio
import io
import subprocess
import sys
import traceback
from collections.abc import Awaitable, Callable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from threading import Event
from time import sleep
from typing import Any

import anyio
import pytest

from carto_ext import AsyncCarto, Carto
from carto_ext._shared.targets import PathTarget
from carto_sandbox.faults import Answer, FaultServer, JobState, Point, SlowBody, Stall

pytestmark = pytest.mark.anyio
NOTE = "The job continues at CARTO; wait again with carto.batch.job('17')"


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


async def cancelled(call: Awaitable[object], ready: Callable[[], object]) -> BaseException:
    """Cancels a call once it has come to a point; gives the error it ended with."""
    task = asyncio.ensure_future(call)
    while not ready():  # noqa: ASYNC110 - the server is in another thread
        await asyncio.sleep(0.005)
    task.cancel()
    with pytest.raises(asyncio.CancelledError) as caught:
        await task
    return caught.value


async def test_a_cancelled_wait_leaves_the_job_and_says_so(fault_server: FaultServer) -> None:
    fault_server.play(default=JobState("running"), on="batch_read")
    async with AsyncCarto(fault_server.base_url, api_key="k") as carto:
        error = await cancelled(carto.batch.job("17").wait(timeout=60), lambda: len(fault_server.requests) > 1)
        assert error.__notes__ == [NOTE]
        assert {request.operation_id for request in fault_server.requests} == {"batch_read"}
        fault_server.play(default=JobState("done"), on="batch_read")
        assert (await carto.batch.job("17").wait(timeout=60)).status == "done"


async def test_a_timeout_of_asyncio_leaves_the_job_too(fault_server: FaultServer) -> None:
    fault_server.play(default=JobState("running"), on="batch_read")
    async with AsyncCarto(fault_server.base_url, api_key="k") as carto:
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(carto.batch.job("17").wait(timeout=60), 0.3)
    assert {request.operation_id for request in fault_server.requests} == {"batch_read"}


@pytest.mark.parametrize("keep_partial", [True, False])
async def test_a_cancelled_download_leaves_nothing_but_what_is_wanted(
    fault_server: FaultServer, tmp_path: Path, keep_partial: bool
) -> None:
    fault_server.answers["sql_copyto_post"] = Answer(200, b"1\tone\n" * 100_000)
    fault_server.play(default=SlowBody(chunk=50_000, pause=0.05))
    target = tmp_path / "rows.tsv"
    target.write_bytes(b"old")
    came: list[int] = []
    async with AsyncCarto(fault_server.base_url, api_key="k") as carto:
        call = carto.sql.copy_to(
            "COPY t TO STDOUT", target, progress=lambda done, _: came.append(done), keep_partial=keep_partial
        )
        await cancelled(call, lambda: len(came) > 2)
        fault_server.play()
        assert (await carto.sql.query("SELECT 1")).rows is not None
    assert target.read_bytes() == b"old"
    names = {path.name for path in tmp_path.iterdir()}  # noqa: ASYNC240 - a test may wait for its own disk
    assert names == {"rows.tsv"} | ({"rows.tsv.part"} if keep_partial else set())


async def test_what_came_while_a_write_was_waited_for_is_kept(
    fault_server: FaultServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first block is being written and the second waits for it when the task is cancelled."""
    rows = b"1\tone\n" * 700_000
    begun, may_go_on = Event(), Event()
    write = PathTarget.write

    def slow_write(target: PathTarget, pieces: Sequence[bytes]) -> None:
        begun.set()
        may_go_on.wait(20)
        write(target, pieces)

    monkeypatch.setattr(PathTarget, "write", slow_write)
    fault_server.answers["sql_copyto_post"] = Answer(200, rows)
    target = tmp_path / "rows.tsv"
    async with AsyncCarto(fault_server.base_url, api_key="k") as carto:
        task = asyncio.ensure_future(carto.sql.copy_to("COPY t TO STDOUT", target, keep_partial=True))
        while not begun.is_set():  # noqa: ASYNC110 - set by another thread
            await asyncio.sleep(0.005)
        await asyncio.sleep(0.3)  # the second block has come by now
        task.cancel()
        may_go_on.set()
        with pytest.raises(asyncio.CancelledError) as caught:
            await task
    kept = (tmp_path / "rows.tsv.part").read_bytes()
    assert len(kept) >= 2 * 1024 * 1024
    assert rows.startswith(kept)
    assert caught.value.__notes__[-1].startswith(f"The {len(kept):,} bytes received are kept")


async def test_nothing_is_written_after_a_gap(
    fault_server: FaultServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A disk that refuses one block and takes the next: what is kept ends before the one that is missing."""
    rows = b"1\tone\n" * 700_000
    calls: list[int] = []
    write = PathTarget.write

    def write_but_for_the_second(target: PathTarget, pieces: Sequence[bytes]) -> None:
        calls.append(len(calls))
        if len(calls) == 2:
            raise OSError(28, "No space left on device")
        write(target, pieces)

    monkeypatch.setattr(PathTarget, "write", write_but_for_the_second)
    fault_server.answers["sql_copyto_post"] = Answer(200, rows)
    async with AsyncCarto(fault_server.base_url, api_key="k") as carto:
        with pytest.raises(OSError, match="No space left") as caught:
            await carto.sql.copy_to("COPY t TO STDOUT", tmp_path / "rows.tsv", keep_partial=True)
    with Carto(fault_server.base_url, api_key="k") as plain:
        calls.clear()
        with pytest.raises(OSError, match="No space left"):
            plain.sql.copy_to("COPY t TO STDOUT", tmp_path / "sync.tsv", keep_partial=True)
    for name in ("rows.tsv.part", "sync.tsv.part"):
        kept = (tmp_path / name).read_bytes()
        assert 0 < len(kept) < 2 * 1024 * 1024
        assert rows.startswith(kept)
    assert f"{(tmp_path / 'rows.tsv.part').stat().st_size:,} bytes" in caught.value.__notes__[-1]


async def test_a_cancelled_upload_closes_its_source(fault_server: FaultServer) -> None:
    ended: list[bool] = []

    def pieces() -> Iterator[bytes]:
        try:
            while True:
                yield b"x" * 100_000
        finally:
            ended.append(True)

    fault_server.play(Stall(Point.REQUEST_HEAD))
    async with AsyncCarto(fault_server.base_url, api_key="k") as carto:
        await cancelled(carto.sql.copy_from("COPY t FROM STDIN", pieces()), lambda: fault_server.requests)
        assert ended == [True]
        assert (await carto.sql.query("SELECT 1")).rows is not None


@pytest.mark.parametrize("how", ["wait_for", "timeout", "group", "anyio"])
@pytest.mark.parametrize("verb", ["copy_from", "upload"])
async def test_a_cancelled_upload_of_a_slow_generator_says_only_that(
    fault_server: FaultServer, how: str, verb: str
) -> None:
    """The generator is running in a thread when its task is cancelled, and does not run afterwards."""
    ended: list[str] = []

    def slow() -> Iterator[bytes]:
        try:
            while True:
                yield b"row\n"
                sleep(0.2)
        finally:
            ended.append("closed")

    async with AsyncCarto(fault_server.base_url, api_key="k") as carto:

        async def call() -> None:
            if verb == "copy_from":
                await carto.sql.copy_from("COPY t FROM STDIN", slow())
            else:
                await carto.imports.upload(slow(), name="t.csv")

        with pytest.raises((TimeoutError, ExceptionGroup)) as caught:
            await CANCELLED[how](call)
        assert "generator already executing" not in "".join(traceback.format_exception(caught.value))
        assert ended == ["closed"]
        assert (await carto.sql.query("SELECT 1")).rows is not None


async def _in_group(call: Callable[[], Awaitable[None]]) -> None:
    async def fail() -> None:
        await asyncio.sleep(0.3)
        raise TimeoutError

    async with asyncio.TaskGroup() as group:
        group.create_task(call())  # type: ignore[arg-type]
        group.create_task(fail())


async def _in_timeout(call: Callable[[], Awaitable[None]]) -> None:
    async with asyncio.timeout(0.3):
        await call()


async def _in_scope(call: Callable[[], Awaitable[None]]) -> None:
    with anyio.fail_after(0.3):
        await call()


CANCELLED: dict[str, Callable[[Callable[[], Awaitable[None]]], Awaitable[None]]] = {
    "wait_for": lambda call: asyncio.wait_for(call(), 0.3),
    "timeout": _in_timeout,
    "group": _in_group,
    "anyio": _in_scope,
}


async def test_a_task_cancelled_while_a_path_is_opened_leaves_nothing(
    fault_server: FaultServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Opening takes a while on a network share, and goes on in its thread."""
    opened: list[Path] = []
    real = Path.open

    def slow_open(path: Path, *args: Any, **options: Any) -> Any:
        sleep(0.3)
        opened.append(path)
        return real(path, *args, **options)

    monkeypatch.setattr(Path, "open", slow_open)
    async with AsyncCarto(fault_server.base_url, api_key="k") as carto:
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(carto.sql.copy_to("COPY t TO STDOUT", tmp_path / "rows"), 0.1)
        assert len(opened) == 1
        assert list(tmp_path.iterdir()) == []  # noqa: ASYNC240 - a test may wait for its own disk
        assert (await carto.sql.query("SELECT 1")).rows is not None
    assert not fault_server.requests[:-1]


async def test_the_loop_goes_on_while_a_cancelled_download_writes(fault_server: FaultServer) -> None:
    """A slow file object is waited for, but not by the event loop."""

    class Slow(io.BytesIO):
        def write(self, data: Any, /) -> int:
            sleep(0.6)
            return super().write(data)

    fault_server.answers["sql_copyto_post"] = Answer(200, b"1\tone\n" * 700_000)
    turns: list[float] = []

    async def tick() -> None:
        while True:
            turns.append(asyncio.get_running_loop().time())
            await asyncio.sleep(0.01)

    async with AsyncCarto(fault_server.base_url, api_key="k") as carto:
        ticking = asyncio.ensure_future(tick())
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(carto.sql.copy_to("COPY t TO STDOUT", Slow()), 0.3)
        ticking.cancel()
    assert max(later - before for before, later in pairwise(turns)) < 0.4


async def test_fifty_cancelled_calls_leave_no_task_and_no_connection(fault_server: FaultServer) -> None:
    fault_server.play(default=Stall(Point.REQUEST_END))
    before = asyncio.all_tasks()
    async with AsyncCarto(fault_server.base_url, api_key="k") as carto:
        for number in range(50):
            await cancelled(carto.viz.list(), lambda number=number: len(fault_server.requests) > number)
        pool: Any = carto._http._transport._pool  # type: ignore[attr-defined]
        assert not pool.idle
        assert not pool.busy
    assert asyncio.all_tasks() == before


INTERRUPTED = """
import os, signal, sys, threading
from carto_ext import Carto

signal.signal(signal.SIGINT, signal.default_int_handler)  # shells let what runs in the background ignore it
with Carto(sys.argv[1], api_key="k") as carto:
    job = carto.batch.job("17")
    states = job.states(timeout=60)
    next(states)
    threading.Timer(0.3, os.kill, (os.getpid(), signal.SIGINT)).start()
    try:
        job.wait(timeout=60)
    except KeyboardInterrupt as error:
        print(*error.__notes__)
"""


def test_ctrl_c_leaves_the_job_and_says_so(fault_server: FaultServer) -> None:
    fault_server.play(default=JobState("running"), on="batch_read")
    command = [sys.executable, "-W", "error", "-c", INTERRUPTED, fault_server.base_url]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stderr, done.stdout.strip()) == (0, "", NOTE)
    assert {request.operation_id for request in fault_server.requests} == {"batch_read"}
