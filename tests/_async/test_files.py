"""A download is there complete or not at all; what the library opened it closes, what it was given stays open."""

import gc
import io
import os
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from typing import BinaryIO

import httpx
import pytest

from carto_ext._async.client import AsyncCarto
from carto_ext._async.concurrency import sleep
from carto_ext.errors import CartoError, DownloadError, InvalidArgumentError, TransportError
from carto_ext.retries import RetryPolicy
from carto_sandbox.faults import (
    Answer,
    EarlyAnswer,
    Fault,
    FaultServer,
    HiddenError,
    Point,
    Reset,
    Stall,
    Status,
    Truncated,
)

pytestmark = pytest.mark.anyio

ROWS = b"1\tone\n" * 50_000
COPY_OUT = "COPY t TO STDOUT"
ONCE = RetryPolicy(attempts=1)

BREAKS: dict[str, Fault] = {
    "refused": Status(400, b'{"error":["no such table"]}'),
    "reset before the answer": Reset(Point.REQUEST_END),
    "reset in the answer": Reset(Point.ANSWER_BODY),
    "cut, Content-Length": Truncated("length"),
    "cut, chunked": Truncated("chunked"),
    "cut in a row, until close": Truncated("close", sent=200_003),
    "silence": Stall(Point.ANSWER_BODY),
    "error after rows": HiddenError(),
}
PARTIAL = {name for name in BREAKS if name not in ("refused", "reset before the answer")}


@pytest.fixture
def cut_server(fault_server: FaultServer) -> FaultServer:
    fault_server.answers["sql_copyto_post"] = Answer(200, ROWS[:60], {}, repeat=5_000)
    return fault_server


def _client(server: FaultServer) -> AsyncCarto:
    return AsyncCarto(server.base_url, api_key="k", timeout=0.3, retries=ONCE)


@pytest.mark.parametrize("fault", BREAKS)
@pytest.mark.parametrize("existed", [True, False])
async def test_a_cut_download_leaves_what_was_there(
    cut_server: FaultServer, tmp_path: Path, fault: str, existed: bool
) -> None:
    target = tmp_path / "rows.tsv"
    if existed:
        target.write_bytes(b"old")
    cut_server.play(default=BREAKS[fault])
    async with _client(cut_server) as carto:
        with pytest.raises(CartoError):
            await carto.sql.copy_to(COPY_OUT, target)
    assert [path.name for path in tmp_path.iterdir()] == ["rows.tsv"] * existed
    assert not existed or target.read_bytes() == b"old"


@pytest.mark.parametrize("fault", BREAKS)
async def test_what_came_is_kept_on_demand(cut_server: FaultServer, tmp_path: Path, fault: str) -> None:
    target = tmp_path / "rows.tsv"
    target.write_bytes(b"old")
    cut_server.play(default=BREAKS[fault])
    async with _client(cut_server) as carto:
        with pytest.raises(CartoError) as caught:
            await carto.sql.copy_to(COPY_OUT, target, keep_partial=True)
    assert target.read_bytes() == b"old"
    kept = tmp_path / "rows.tsv.part"
    assert kept.exists() == (fault in PARTIAL)
    if fault in PARTIAL:
        data = kept.read_bytes()
        assert ROWS.startswith(data)
        assert caught.value.__notes__ == [f"The {len(data):,} bytes received are kept in {kept}."]
    assert {path.name for path in tmp_path.iterdir()} <= {"rows.tsv", "rows.tsv.part"}


async def test_an_error_after_the_rows_leaves_only_whole_rows(cut_server: FaultServer, tmp_path: Path) -> None:
    cut_server.play(default=HiddenError("division by zero"))
    async with _client(cut_server) as carto:
        with pytest.raises(DownloadError, match="division by zero"):
            await carto.sql.copy_to(COPY_OUT, tmp_path / "rows.tsv", keep_partial=True)
        buffer = io.BytesIO()
        with pytest.raises(DownloadError, match="division by zero"):
            await carto.sql.copy_to(COPY_OUT, buffer)
    assert (tmp_path / "rows.tsv.part").read_bytes() == buffer.getvalue() == ROWS[:60] * 5_000


async def test_a_good_download_replaces_a_part_and_the_old_file(cut_server: FaultServer, tmp_path: Path) -> None:
    target = tmp_path / "rows.tsv"
    target.write_bytes(b"old")
    async with _client(cut_server) as carto:
        await carto.sql.copy_to(COPY_OUT, target, keep_partial=True)
    assert target.read_bytes() == ROWS[:60] * 5_000
    assert [path.name for path in tmp_path.iterdir()] == ["rows.tsv"]


async def test_data_is_on_disk_before_it_gets_its_name(
    cut_server: FaultServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps: list[str] = []
    fsync, replace = os.fsync, Path.replace

    def note_fsync(descriptor: int) -> None:
        steps.append(f"fsync {os.fstat(descriptor).st_size}")
        fsync(descriptor)

    def note_replace(path: Path, target: Path) -> Path:
        steps.append(f"replace {target.name}")
        return replace(path, target)

    monkeypatch.setattr(os, "fsync", note_fsync)
    monkeypatch.setattr(Path, "replace", note_replace)
    async with _client(cut_server) as carto:
        await carto.sql.copy_to(COPY_OUT, tmp_path / "rows.tsv")
    assert steps == ["fsync 300000", "replace rows.tsv"]


async def test_a_full_disk_leaves_nothing(
    cut_server: FaultServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", refuse)
    async with _client(cut_server) as carto:
        with pytest.raises(OSError, match="No space left"):
            await carto.sql.copy_to(COPY_OUT, tmp_path / "rows.tsv")
    assert list(tmp_path.iterdir()) == []


async def test_a_failing_progress_ends_the_download_cleanly(cut_server: FaultServer, tmp_path: Path) -> None:
    def fail(done: int, total: int | None) -> None:
        raise ArithmeticError(done)

    async with _client(cut_server) as carto:
        with pytest.raises(ArithmeticError):
            await carto.sql.copy_to(COPY_OUT, tmp_path / "rows.tsv", progress=fail)
        await carto.sql.copy_to(COPY_OUT, tmp_path / "rows.tsv")
    assert [path.name for path in tmp_path.iterdir()] == ["rows.tsv"]


@pytest.mark.parametrize("fault", [None, *BREAKS])
async def test_a_file_given_as_target_stays_open(cut_server: FaultServer, tmp_path: Path, fault: str | None) -> None:
    cut_server.play(default=fault and BREAKS[fault])
    with (tmp_path / "rows.tsv").open("wb") as file:
        async with _client(cut_server) as carto:
            try:
                await carto.sql.copy_to(COPY_OUT, file)
            except CartoError:
                assert fault is not None
        assert not file.closed
        file.write(b"more")


Send = Callable[[AsyncCarto, object], Awaitable[object]]
SENDS: dict[str, Send] = {
    "copy_from": lambda carto, source: carto.sql.copy_from("COPY t FROM STDIN", source),  # type: ignore[arg-type]
    "copy_from, plain": lambda carto, source: carto.sql.copy_from(
        "COPY t FROM STDIN",
        source,  # type: ignore[arg-type]
        compress=False,
    ),
    "upload": lambda carto, source: carto.imports.upload(source, name="a.csv"),  # type: ignore[arg-type]
}
UPLOAD_BREAKS: dict[str, Fault | None] = {
    "none": None,
    "refused": Status(400, b'{"error":["bad row"]}'),
    "refused early": EarlyAnswer(Status(400, b'{"error":["bad row"]}'), after=100),
    "reset": Reset(Point.REQUEST_BODY),
    "silence": Stall(Point.REQUEST_END),
}


@pytest.mark.parametrize("fault", UPLOAD_BREAKS)
@pytest.mark.parametrize("send", SENDS)
async def test_sources_are_closed_if_they_are_ours(
    fault_server: FaultServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, send: str, fault: str
) -> None:
    path = tmp_path / "rows.csv"
    path.write_bytes(ROWS)
    opened: list[BinaryIO] = []
    ended: list[bool] = []

    def remember(*arguments: object) -> BinaryIO:
        opened.append(io.open(*arguments))  # type: ignore[call-overload]  # noqa: SIM115, UP020 - the client closes it
        return opened[-1]

    def pieces() -> Iterator[bytes]:
        try:
            for start in range(0, len(ROWS), 1000):
                yield ROWS[start : start + 1000]
        finally:
            ended.append(True)

    monkeypatch.setattr("carto_ext._shared.sources.open", remember, raising=False)
    given = io.BytesIO(ROWS)
    async with _client(fault_server) as carto:
        for source in (path, pieces(), given):
            fault_server.play(default=UPLOAD_BREAKS[fault])
            try:
                await SENDS[send](carto, source)
            except CartoError:
                assert fault != "none"
    assert [file.closed for file in opened] == [True]
    assert ended == [True]
    assert not given.closed


@pytest.mark.parametrize("send", SENDS)
async def test_a_source_that_fails_ends_the_upload_and_is_closed(fault_server: FaultServer, send: str) -> None:
    ended: list[bool] = []

    def pieces() -> Iterator[bytes]:
        try:
            yield ROWS
            raise ArithmeticError("the source broke")
        finally:
            ended.append(True)

    async with _client(fault_server) as carto:
        with pytest.raises(ArithmeticError, match="the source broke"):
            await SENDS[send](carto, pieces())
        assert ended == [True]
        await SENDS[send](carto, b"1\n")
    assert [request.complete for request in fault_server.requests] in ([True], [False, True])


class Grows(io.BytesIO):
    """A file to which its owner writes meanwhile."""

    def read(self, size: int | None = -1, /) -> bytes:
        if size:
            at = self.tell()
            self.seek(0, io.SEEK_END)
            self.write(b"more\n" * 100_000)
            self.seek(at)
        return super().read(size)


class Shrinks(io.BytesIO):
    def read(self, size: int | None = -1, /) -> bytes:
        if size:
            self.truncate(self.tell() + 1000)
        return super().read(size)


@pytest.mark.parametrize("make", [Grows, Shrinks])
@pytest.mark.parametrize("send", ["copy_from", "upload"])
async def test_a_file_that_changes_its_size_is_to_blame(
    fault_server: FaultServer, make: Callable[[bytes], io.BytesIO], send: str
) -> None:
    async with AsyncCarto(fault_server.base_url, api_key="k") as carto:
        sending: dict[str, Callable[[io.BytesIO], Awaitable[object]]] = {
            "copy_from": lambda file: carto.sql.copy_from("COPY t FROM STDIN", file, compress=False),
            "upload": lambda file: carto.imports.upload(file, name="t.csv"),
        }
        with pytest.raises(InvalidArgumentError, match="changed its size"):
            await sending[send](make(b"row\n" * 100_000))
        assert (await carto.sql.query("SELECT 1")).rows is not None


@pytest.mark.parametrize(
    "error", [httpx.ReadTimeout("theirs"), httpx.ConnectError("theirs"), TimeoutError(), OSError(5)]
)
@pytest.mark.parametrize("compress", [True, False])
async def test_an_error_of_the_source_is_raised_as_it_is(
    fault_server: FaultServer, error: Exception, compress: bool
) -> None:
    """A source that is itself a download: when that breaks, CARTO's connection is not to blame."""

    def pieces() -> Iterator[bytes]:
        yield b"row\n" * 100_000
        raise error

    async with AsyncCarto(fault_server.base_url, api_key="k") as carto:
        with pytest.raises(type(error)) as caught:
            await carto.sql.copy_from("COPY t FROM STDIN", pieces(), compress=compress)
        assert caught.value is error
        assert (await carto.sql.query("SELECT 1")).rows is not None


async def test_nothing_is_asked_for_what_cannot_be_written(fault_server: FaultServer, tmp_path: Path) -> None:
    async with _client(fault_server) as carto:
        for target in (tmp_path, tmp_path / "no" / "such" / "folder.csv"):
            with pytest.raises(InvalidArgumentError):
                await carto.sql.copy_to(COPY_OUT, target)
    assert fault_server.connections == 0


async def test_an_export_that_is_cut_leaves_nothing(fault_server: FaultServer, tmp_path: Path) -> None:
    for operation in ("sql_download", "exports_download"):
        fault_server.play(default=Truncated(), on=operation)
    async with _client(fault_server) as carto:
        with pytest.raises(TransportError):
            await carto.sql.export("SELECT 1", tmp_path / "a.geojson", format="geojson")
        with pytest.raises(TransportError):
            await carto.exports.job("17").save(tmp_path / "map.carto")
    assert list(tmp_path.iterdir()) == []


async def _leave_open(carto: AsyncCarto) -> None:
    async for piece in await carto.sql.copy_to(COPY_OUT):
        assert piece
        break
    await sleep(0.05)  # an event loop closes generators in its own time
    gc.collect()


async def test_a_download_that_is_dropped_lets_its_connection_go(cut_server: FaultServer) -> None:
    async with _client(cut_server) as carto:
        with pytest.warns(ResourceWarning, match="left open"):
            await _leave_open(carto)
        assert (await carto.sql.query("SELECT 1")).rows is not None
