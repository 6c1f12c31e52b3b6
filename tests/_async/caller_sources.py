"""Problems with a caller's data while it is sent."""

import gzip
import io
import os
import tempfile
import threading
import time
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx

from carto_ext._async.client import AsyncCarto
from carto_ext.retries import RetryPolicy
from carto_sandbox.faults import FaultServer
from tests.support.caller import Own, Row, told

ROW = b"%07d\n"
# Longer than one read, so that events can happen in the middle.
DATA = b"".join(ROW % number for number in range(400_000))
SHORT = DATA[:60_000]
Call = Callable[..., Awaitable[object]]

CALLS: dict[str, Call] = {
    "sql.copy_from": lambda carto, source, **more: carto.sql.copy_from("COPY t FROM STDIN", source, **more),
    "sql.copy_from, plain": lambda carto, source, **more: carto.sql.copy_from(
        "COPY t FROM STDIN", source, compress=False, **more
    ),
    "imports.upload": lambda carto, source, **more: carto.imports.upload(source, name="in.csv", **more),
}


@dataclass
class Given:
    """The source to pass, the data that must arrive, and other arguments of the call."""

    source: Any
    data: bytes = SHORT
    progress: Callable[[int, int | None], object] | None = None
    opened: Any = None


class OfReads(io.RawIOBase):
    """A raw file that gives what a function makes of each read."""

    def __init__(self, give: Callable[[int], Any]) -> None:
        self._give = give

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1, /) -> Any:
        return self._give(size) if size else b""


class Delegating:
    """A file object that only delegates, as progress bars and logs use it."""

    def __init__(self, inner: Any) -> None:
        self._inner = inner

    def __getattr__(self, name: str) -> Any:
        return getattr(self._inner, name)


def few_bytes(folder: Path, own: Own) -> Given:
    data = io.BytesIO(SHORT)
    return Given(OfReads(lambda size: data.read(min(size, 997))))


def slow(folder: Path, own: Own) -> Given:
    data = io.BytesIO(SHORT)

    def give(size: int) -> bytes:
        time.sleep(0.1)
        return data.read(10_000)

    return Given(OfReads(give))


def failing(folder: Path, own: Own, error: Exception) -> Given:
    pieces = [SHORT]

    def give(size: int) -> bytes:
        if not pieces:
            raise own.raising(error)
        return pieces.pop()

    return Given(OfReads(give))


def generator(folder: Path, own: Own) -> Given:
    def pieces() -> Iterator[bytes]:
        yield SHORT
        raise own.raising(KeyError("column"))

    return Given(pieces())


def text_later(folder: Path, own: Own) -> Given:
    pieces: list[Any] = ["text", SHORT]
    return Given(OfReads(lambda size: pieces.pop()))


def opened(folder: Path, data: bytes = DATA) -> tuple[Path, Any]:
    path = folder / "in.csv"
    path.write_bytes(data)
    return path, path.open("rb")


def closed(folder: Path, own: Own) -> Given:
    _, file = opened(folder)
    file.close()
    return Given(file)


def closed_meanwhile(folder: Path, own: Own) -> Given:
    _, file = opened(folder)
    return Given(file, progress=lambda done, total: file.close(), opened=file)


def changing(folder: Path, own: Own, change: Callable[[Path], object]) -> Given:
    path = folder / "in.csv"
    path.write_bytes(DATA)
    return Given(path, progress=lambda done, total: change(path))


def grow(path: Path) -> None:
    with path.open("ab") as file:
        file.write(DATA)


def path_of(folder: Path, own: Own, make: Callable[[Path], object]) -> Given:
    path = folder / "in.csv"
    make(path)
    return Given(path)


def pipe(folder: Path, own: Own) -> Given:
    path = folder / "fifo"
    os.mkfifo(path)
    threading.Thread(target=path.write_bytes, args=[SHORT]).start()
    return Given(path)


def temporary(folder: Path, own: Own, make: Callable[[], Any]) -> Given:
    file = make()
    file.write(SHORT)
    file.seek(0)
    return Given(file, opened=file)


def wrapped(folder: Path, own: Own) -> Given:
    _, file = opened(folder, SHORT)
    return Given(Delegating(file), opened=file)


def row(name: str, make: Callable[[Path, Own], Given], outcome: str, note: str = "") -> tuple[Row, Any]:
    return Row(name, dict.fromkeys(CALLS, outcome), note=note), make


REFUSED = "InvalidArgumentError"
CASES = {
    one.name: (one, make)
    for one, make in [
        row("yields a few bytes at a time", few_bytes, "ok"),
        row("is slow", slow, "ok", "no limit: only a silent server is a timeout"),
        row("raises", lambda *a: failing(*a, OSError(5, "Input/output error")), "your OSError"),
        row(
            "raises an error of httpx, being a download itself",
            lambda *a: failing(*a, httpx.ReadError("the other server has gone")),
            "your ReadError",
            "not mistaken for a failure of CARTO's connection",
        ),
        row("is a generator that raises", generator, "your KeyError"),
        row("yields text", text_later, REFUSED),
        row("is a text file", lambda *a: Given(io.StringIO("1\n")), REFUSED, "no request is sent"),
        row("yields no data yet (non-blocking)", lambda *a: Given(OfReads(lambda size: None)), REFUSED),
        row("is empty", lambda *a: path_of(*a, lambda path: path.write_bytes(b"")), REFUSED, "no request is sent"),
        row("is closed", closed, REFUSED, "no request is sent"),
        row("is closed while it is sent", closed_meanwhile, "ValueError", "Python's own"),
        row("grows while it is sent", lambda *a: changing(*a, grow), REFUSED, "no data is stored"),
        row(
            "shrinks while it is sent",
            lambda *a: changing(*a, lambda path: os.truncate(path, 1_500_000)),
            REFUSED,
            "no data is stored",
        ),
        row("does not exist", lambda *a: path_of(*a, lambda path: None), REFUSED, "no request is sent"),
        row("is a folder", lambda *a: path_of(*a, Path.mkdir), REFUSED, "no request is sent"),
        row("is a FIFO", pipe, "ok"),
        row("is a NamedTemporaryFile", lambda *a: temporary(*a, tempfile.NamedTemporaryFile), "ok"),
        row("is a SpooledTemporaryFile", lambda *a: temporary(*a, tempfile.SpooledTemporaryFile), "ok"),
        row("is a wrapper of a file", wrapped, "ok"),
    ]
}


async def outcome_of(server: FaultServer, name: str, call: str, folder: Path) -> str:
    """The cell, and what went wrong besides."""
    own = Own()
    given = CASES[name][1](folder, own)
    server.reset()
    error: Exception | None = None
    try:
        async with AsyncCarto(
            server.base_url, api_key="k", timeout=10, deadline=0.4, retries=RetryPolicy(attempts=1)
        ) as carto:
            try:
                await CALLS[call](carto, given.source, progress=given.progress)
            except Exception as failure:  # noqa: BLE001 - the caller sees any exception
                error = failure
            sent = server.requests[0] if server.requests else None
            harm = []
            if error is None and (sent is None or not _arrived(sent.body_start, given.data)):
                harm.append("not all was sent")
            if error is not None and sent is not None and sent.complete and sent.answered:
                harm.append("half of it was taken for the whole")
            if given.opened is not None and error is None and given.opened.closed:
                harm.append("the caller's file is closed")
            again = await carto.with_options(deadline=10).sql.query("SELECT 1")
            if again.rows is None:
                harm.append("the next call fails")
    finally:
        if given.opened is not None:
            given.opened.close()
    return ", ".join([told(error, own), *harm])


def _arrived(body: bytes, data: bytes) -> bool:
    body = gzip.decompress(body) if body[:2] == b"\x1f\x8b" else body
    return data in body
