"""Event loops of the caller's: the same calls on asyncio, uvloop and trio, and what he may do to them meanwhile."""

import asyncio
import gc
import io
import random
import time
import warnings
from collections.abc import Awaitable, Callable, Iterator
from contextlib import asynccontextmanager
from itertools import pairwise
from pathlib import Path
from typing import Any

import anyio
import trio
from anyio.lowlevel import checkpoint

from carto_ext import AsyncCarto, CartoError, RetryPolicy
from carto_sandbox.faults import EarlyAnswer, FaultServer, Point, SlowBody, Stall, Status
from tests.support.caller import Row, told

LOOPS: dict[str, tuple[str, dict[str, Any]]] = {
    "asyncio": ("asyncio", {}),
    "uvloop": ("asyncio", {"use_uvloop": True}),
    "trio": ("trio", {}),
}
Act = Callable[[AsyncCarto, FaultServer, Path], Awaitable[object]]
REFUSAL = EarlyAnswer(Status(400, b'{"error":["bad row"]}'), after=100_000)
PIECE = b"1234567\n" * 4096
NOISE = random.Random(1).randbytes(len(PIECE))


@asynccontextmanager
async def within(seconds: float) -> Any:
    """The loop's own way to end what takes too long: with asyncio that is no scope of anyio's."""
    if _is_trio():
        with trio.fail_after(seconds):
            yield
    else:
        async with asyncio.timeout(seconds):
            yield


def _is_trio() -> bool:
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return True
    return False


async def query(carto: AsyncCarto, server: FaultServer, folder: Path) -> None:
    await carto.sql.query("SELECT 1")


async def refused(carto: AsyncCarto, server: FaultServer, folder: Path) -> None:
    server.play(REFUSAL)
    await carto.sql.copy_from("COPY t FROM STDIN", (PIECE for _ in range(1000)), compress=False)


async def refused_packed(carto: AsyncCarto, server: FaultServer, folder: Path) -> None:
    server.play(REFUSAL)
    await carto.sql.copy_from("COPY t FROM STDIN", (NOISE for _ in range(1000)))


async def left(carto: AsyncCarto, server: FaultServer, folder: Path) -> None:
    server.play(SlowBody(chunk=100_000, pause=0.2))
    async with await carto.sql.copy_to("COPY t TO STDOUT") as pieces:
        async for _ in pieces:
            break


async def late_answer(carto: AsyncCarto, server: FaultServer, folder: Path) -> None:
    server.play(Stall(Point.REQUEST_END))
    async with within(0.2):
        await carto.sql.query("SELECT 1")


async def late_download(carto: AsyncCarto, server: FaultServer, folder: Path) -> None:
    server.play(Stall(Point.ANSWER_BODY))
    async with within(0.2):
        await carto.sql.copy_to("COPY t TO STDOUT", folder / "out.csv")


async def late_upload(carto: AsyncCarto, server: FaultServer, folder: Path) -> None:
    server.play(Stall(Point.REQUEST_HEAD))
    async with within(0.2):
        await carto.imports.upload((PIECE for _ in range(10_000)), name="a.csv")


async def slow_generator(carto: AsyncCarto, server: FaultServer, folder: Path) -> None:
    def pieces() -> Iterator[bytes]:
        while True:
            yield PIECE
            time.sleep(0.3)

    async with within(0.2):
        await carto.sql.copy_from("COPY t FROM STDIN", pieces())


async def slow_target(carto: AsyncCarto, server: FaultServer, folder: Path) -> None:
    """The loop goes on while the file takes its time, also while the call is ended."""

    class Slow(io.RawIOBase):
        def writable(self) -> bool:
            return True

        def write(self, data: Any, /) -> int:
            time.sleep(3)
            return len(data)

    beats: list[float] = []

    async def beat() -> None:
        while True:
            beats.append(time.monotonic())
            await anyio.sleep(0.01)

    failure: Exception | None = None
    async with anyio.create_task_group() as group:
        group.start_soon(beat)
        try:
            async with within(0.2):
                await carto.sql.copy_to("COPY t TO STDOUT", Slow())
        except (TimeoutError, trio.TooSlowError) as error:
            failure = error
        group.cancel_scope.cancel()
    assert max(after - before for before, after in pairwise(beats)) < 2, "the loop stood still"
    if failure is not None:
        raise failure


async def cancelled(carto: AsyncCarto, server: FaultServer, folder: Path) -> None:
    """Many at once, at any moment."""

    async def one(number: int) -> None:
        with anyio.move_on_after(number / 2000):
            await carto.sql.query("SELECT 1")

    async with anyio.create_task_group() as group:
        for number in range(60):
            group.start_soon(one, number)


async def closed_under_it(carto: AsyncCarto, server: FaultServer, folder: Path) -> None:
    server.play(Stall(Point.REQUEST_END))
    other = AsyncCarto(server.base_url, api_key="k", retries=RetryPolicy(attempts=1))

    async def close_soon() -> None:
        await anyio.sleep(0.2)
        await other.aclose()

    async with anyio.create_task_group() as group:
        group.start_soon(close_soon)
        try:
            await other.sql.query("SELECT 1")
        except CartoError as error:
            failure = error
    raise failure


def row(name: str, act: Act, outcome: str, note: str = "") -> tuple[Row, Act]:
    return Row(name, dict.fromkeys(LOOPS, outcome), note=note), act


CASES = {
    one.name: (one, act)
    for one, act in [
        row("a call", query, "ok"),
        row("an upload that CARTO refuses meanwhile", refused, "InvalidRequestError"),
        row("the same, gzipped on its way", refused_packed, "InvalidRequestError"),
        row("a download left in the middle", left, "ok"),
        row("timed out while waiting for an answer", late_answer, "TimeoutError", "Python's; trio: TooSlowError"),
        row("timed out while a path is written", late_download, "TimeoutError", "no file is left behind"),
        row("timed out while sending", late_upload, "TimeoutError"),
        row("timed out while a generator takes its time", slow_generator, "TimeoutError", "once it has given"),
        row("timed out while a file takes its time", slow_target, "TimeoutError", "the loop goes on meanwhile"),
        row("60 calls cancelled at any moment", cancelled, "ok"),
        row("closed by another task", closed_under_it, "TransportError"),
    ]
}


async def _meet(name: str, server: FaultServer, folder: Path) -> str:
    cell = told(None)
    harm = []
    async with AsyncCarto(server.base_url, api_key="k", timeout=10, retries=RetryPolicy(attempts=1)) as carto:
        try:
            await CASES[name][1](carto, server, folder)
        except Exception as failure:  # noqa: BLE001 - whatever it is, it is what the caller sees
            cell = "TimeoutError" if isinstance(failure, trio.TooSlowError) else told(failure)
        server.play()
        if (await carto.sql.query("SELECT 1")).rows is None:
            harm.append("the next call fails")
    gc.collect()
    await checkpoint()
    return ", ".join([cell, *harm])


def outcome_of(server: FaultServer, name: str, loop: str, folder: Path) -> str:
    """The cell, and what went wrong besides: what the loop warns of, too."""
    server.reset()
    backend, options = LOOPS[loop]
    gc.collect()
    with warnings.catch_warnings(record=True) as warned:
        warnings.simplefilter("always")
        cell = anyio.run(_meet, name, server, folder, backend=backend, backend_options=options)
        gc.collect()
    harm = [f"warns: {one.message}" for one in warned]
    harm += ["something is left behind"] * any(folder.iterdir())
    return ", ".join([cell, *harm])
