"""Everything that can or cannot be sent."""

import asyncio
import gzip
import io
import os
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carto_ext._shared.chunks import CHUNK_BYTES
from carto_ext._shared.sources import (
    Source,
    SourceFailure,
    can_be_read_again,
    checked_piece,
    open_source,
    size_of_all,
)
from carto_ext.errors import InvalidArgumentError

SIZES = st.lists(st.one_of(st.integers(0, 50), st.integers(CHUNK_BYTES - 5, CHUNK_BYTES + 5)), max_size=6)


def pieces_of(sizes: list[int]) -> list[bytes]:
    return [bytes([number % 256]) * size for number, size in enumerate(sizes)]


def read_all(source: Source, size: int = CHUNK_BYTES) -> bytes:
    """As a transfer does it."""
    data = piece = checked_piece(source.take(size), source.what, first=True)
    while piece:
        piece = checked_piece(source.take(size), source.what)
        data += piece
    source.close()
    return data


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "cities.csv"
    path.write_bytes(b"name\nBern\n")
    return path


@pytest.mark.parametrize("convert", [Path, str])
def test_path(path: Path, convert: Callable[[Path], Any]) -> None:
    source = open_source(convert(path), what="source")
    assert (source.name, source.size) == ("cities.csv", 10)
    assert read_all(source, 3) == b"name\nBern\n"  # if it stayed open, its ResourceWarning would fail this test
    assert source.take(3) == b""


@pytest.mark.parametrize("convert", [bytes, bytearray, memoryview])
def test_data_in_memory(convert: Callable[[bytes], Any]) -> None:
    source = open_source(convert(b"abcdef"), what="source")
    assert (source.name, source.size) == (None, 6)
    assert [source.take(4), source.take(4), source.take(4)] == [b"abcd", b"ef", b""]
    source.close()


def test_file_is_sent_from_where_it_stands_and_stays_open(path: Path) -> None:
    with path.open("rb") as file:
        file.seek(5)
        source = open_source(file, what="source")
        assert (source.name, source.size) == ("cities.csv", 5)
        assert read_all(source) == b"Bern\n"
        assert not file.closed


def test_temporary_file_has_no_name() -> None:
    with tempfile.TemporaryFile() as file:
        file.write(b"abc")
        file.seek(0)
        source = open_source(file, what="source")
        assert (source.name, source.size) == (None, 3)


def test_decompressing_file_has_unknown_size_and_the_plain_name(tmp_path: Path) -> None:
    path = tmp_path / "cities.csv.gz"
    path.write_bytes(gzip.compress(b"name\n"))
    with gzip.open(path) as file:
        source = open_source(file, what="source")
        assert (source.name, source.size) == ("cities.csv", None)
        assert read_all(source) == b"name\n"


def test_pipe_has_unknown_size() -> None:
    read_end, write_end = os.pipe()
    with open(read_end, "rb") as reader, open(write_end, "wb") as writer:
        writer.write(b"abc")
        writer.close()
        source = open_source(reader, what="source")
        assert (source.name, source.size) == (None, None)
        assert read_all(source) == b"abc"


class OnlyRead:
    """The least that is a file object."""

    def __init__(self, result: Any) -> None:
        self.results = [result]

    def read(self, size: int, /) -> Any:
        return b"" if size == 0 or not self.results else self.results.pop()


def test_anything_with_read_will_do() -> None:
    source = open_source(OnlyRead(b"abc"), what="source")
    assert source.size is None
    assert read_all(source) == b"abc"


def test_generator_is_read_lazily_and_closed() -> None:
    events: list[str] = []

    def generate() -> Iterator[bytes]:
        events.append("begun")
        try:
            yield b""
            yield b"one"
            yield b"two"
        finally:
            events.append("closed")

    source = open_source(generate(), what="source")
    assert (source.name, source.size, events) == (None, None, [])
    assert source.take(9) == b"one"
    source.close()
    assert events == ["begun", "closed"]


@given(SIZES.filter(any))
def test_iterable_arrives_whole(sizes: list[int]) -> None:
    assert read_all(open_source(pieces_of(sizes), what="source")) == b"".join(pieces_of(sizes))


def test_an_error_of_the_source_is_carried() -> None:
    """In an envelope, past layers that would take an error of httpx, for one, for the connection's."""

    def fail() -> Iterator[bytes]:
        yield b"one"
        raise KeyError("mine")

    source = open_source(fail(), what="source")
    source.take(9)
    with pytest.raises(SourceFailure) as caught:
        source.take(9)
    assert isinstance(caught.value.error, KeyError)


@pytest.mark.parametrize(
    ("chunk", "message"), [("text", "str instead of bytes"), ("", "str"), (None, "None, so"), (5, "int")]
)
def test_iterable_of_no_bytes(chunk: Any, message: str) -> None:
    with pytest.raises(InvalidArgumentError, match=f"source yielded {message}"):
        read_all(open_source(iter([b"one", chunk]), what="source"))


@pytest.mark.parametrize("empty", [[], [b""], iter(()), OnlyRead(b"")])
def test_emptiness_seen_only_by_reading(empty: Any) -> None:
    with pytest.raises(InvalidArgumentError, match="no data"):
        read_all(open_source(empty, what="source"))


def test_file_object_that_gives_text_later() -> None:
    with pytest.raises(InvalidArgumentError, match="str instead of bytes"):
        read_all(open_source(OnlyRead("text"), what="source"))


def test_a_source_closed_while_it_is_read_is_released_by_the_reader() -> None:
    """Closing a generator that is running would be a ValueError, and a file would be closed under a read."""
    reading, may_go_on, ends = Event(), Event(), []

    def slow() -> Iterator[bytes]:
        try:
            reading.set()
            may_go_on.wait(20)
            yield b"one"
        finally:
            ends.append("closed")

    source = open_source(slow(), what="source")
    with ThreadPoolExecutor(1) as pool:
        piece = pool.submit(source.take, 9)
        reading.wait(20)
        source.close()
        assert ends == []
        may_go_on.set()
        assert piece.result() == b"one"
    assert ends == ["closed"]
    assert source.take(9) == b""


def test_a_wrapper_that_finds_read_when_asked(path: Path) -> None:
    """As tempfile's: its class has no `read`, and since Python 3.12 isinstance looks at classes only."""
    with tempfile.NamedTemporaryFile() as file:
        file.write(b"abc")
        file.seek(0)
        source = open_source(file, what="source")
        assert (source.name, source.size) == (Path(file.name).name, 3)
        assert read_all(source) == b"abc"


@pytest.mark.skipif(not Path("/proc/version").exists(), reason="only Linux has files of size 0 that hold data")
def test_a_file_that_says_it_is_empty_and_is_not() -> None:
    source = open_source("/proc/version", what="source")
    assert source.size is None
    assert read_all(source).startswith(b"Linux")


def closed_file(path: Path) -> Any:
    with path.open("rb") as file:
        return file


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda path: path.with_name("gone.csv"), r"'.*gone\.csv' cannot be read \(No such file"),
        (lambda path: str(path.parent), r"cannot be read \(Is a directory"),
        (lambda path: "a,b\n" * 500, "give data as bytes"),
        (lambda path: "a\0b", "cannot be read"),
        (lambda path: os.devnull, "is empty"),
        (lambda path: b"", "is empty"),
        (lambda path: memoryview(b""), "is empty"),
        (lambda path: io.BytesIO(), "nothing left to read"),
        (closed_file, "closed file"),
        (lambda path: io.StringIO("text"), "text file.*mode 'rb'"),
        (lambda path: 5, "is int: give a path"),
        (lambda path: None, "is NoneType: give a path"),
    ],
)
def test_bad_input_is_refused_at_once(path: Path, make: Callable[[Path], Any], message: str) -> None:
    with pytest.raises(InvalidArgumentError, match=f"^source.*{message}"):
        open_source(make(path), what="source")


@pytest.mark.parametrize(("mode", "message"), [("r", "text file"), ("ab", "mode 'rb'"), ("r+b", None)])
def test_file_modes(path: Path, mode: str, message: str | None) -> None:
    with open(path, mode) as file:
        if message is None:
            assert open_source(file, what="source").size == 10
        else:
            with pytest.raises(InvalidArgumentError, match=message):
                open_source(file, what="source")


def test_text_file_behind_a_wrapper() -> None:
    with tempfile.NamedTemporaryFile("w+") as file, pytest.raises(InvalidArgumentError, match="text file"):
        open_source(file, what="source")


def test_file_at_its_end(path: Path) -> None:
    with path.open("rb") as file:
        file.read()
        with pytest.raises(InvalidArgumentError, match=r"seek\(0\)"):
            open_source(file, what="source")


def test_empty_file_is_closed_again(path: Path) -> None:
    # If it stayed open, its ResourceWarning would fail this test.
    path.write_bytes(b"")
    with pytest.raises(InvalidArgumentError, match="is empty"):
        open_source(path, what="source")


def test_unreadable_file(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*args: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("builtins.open", refuse)  # file modes do not stop root
    with pytest.raises(InvalidArgumentError, match="Permission denied"):
        open_source(path, what="source")


def test_async_file_is_refused() -> None:
    class AsyncFile:
        async def read(self, size: int, /) -> bytes:
            await asyncio.sleep(0)
            return b""

    with pytest.raises(InvalidArgumentError, match="async file"):
        open_source(AsyncFile(), what="source")  # type: ignore[arg-type]


def test_sizes_are_added_up(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"12345")
    half_read = io.BytesIO(b"123")
    half_read.read(1)
    assert size_of_all([path, str(path), b"12", memoryview(b"1234"), half_read]) == 5 + 5 + 2 + 4 + 2


def test_what_cannot_be_read_adds_nothing_and_what_has_no_size_hides_it(tmp_path: Path) -> None:
    assert size_of_all([tmp_path / "none", b"12"]) == 2
    assert size_of_all([b"12", iter([b"1"])]) is None


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no named pipes")
def test_a_pipe_is_not_opened_to_know_its_size(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    assert size_of_all([pipe]) is None  # would wait for a writer otherwise
    assert not can_be_read_again(pipe)


def test_only_files_and_bytes_can_be_read_again(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"1")
    assert all(map(can_be_read_again, [path, str(path), b"1", bytearray(b"1"), memoryview(b"1")]))
    assert not any(map(can_be_read_again, [io.BytesIO(b"1"), iter([b"1"]), [b"1"]]))
