"""Cutting and counting, and everything that can or cannot be sent."""

import asyncio
import gzip
import io
import os
import tempfile
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carto_ext._shared.streams import CHUNK_BYTES, Coalesce, Counter, Source, open_source
from carto_ext.errors import InvalidArgumentError

SIZES = st.lists(st.one_of(st.integers(0, 50), st.integers(CHUNK_BYTES - 5, CHUNK_BYTES + 5)), max_size=6)


def pieces_of(sizes: list[int]) -> list[bytes]:
    return [bytes([number % 256]) * size for number, size in enumerate(sizes)]


def read_all(source: Source, size: int = CHUNK_BYTES) -> bytes:
    data = b""
    while piece := source.read(size):
        data += piece
    source.close()
    return data


@given(SIZES)
def test_coalesce_keeps_order_and_joins(sizes: list[int]) -> None:
    coalesce = Coalesce()
    fed = pieces_of(sizes)
    out = [chunk for piece in fed for chunk in coalesce.feed(piece)]
    rest = coalesce.finish()
    assert b"".join([*out, rest]) == b"".join(fed)
    assert len(rest) < CHUNK_BYTES
    assert all(out)
    # A small chunk leaves only because a big one follows it.
    lengths = [len(chunk) for chunk in out] + [0]
    assert all(max(pair) >= CHUNK_BYTES for pair in pairwise(lengths))
    assert coalesce.finish() == b""


def test_coalesce_passes_big_chunks_uncopied() -> None:
    big = bytes(CHUNK_BYTES)
    coalesce = Coalesce()
    assert coalesce.feed(b"small") == []
    held, passed = coalesce.feed(big)
    assert held == b"small"
    assert passed is big


def test_counter_tells_sums() -> None:
    told: list[tuple[int, int | None]] = []
    counter = Counter(lambda done, total: told.append((done, total)), total=9)
    counter.add(4)
    counter.add(5)
    assert told == [(4, 9), (9, 9)]
    assert counter.done == 9
    Counter(None, total=None).add(1)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "cities.csv"
    path.write_bytes(b"name\nBern\n")
    return path


@pytest.mark.parametrize("convert", [Path, str])
def test_path(path: Path, convert: Callable[[Path], Any]) -> None:
    source = open_source(convert(path), what="source")
    assert (source.name, source.size, source.owned) == ("cities.csv", 10, True)
    assert read_all(source, 3) == b"name\nBern\n"
    assert isinstance(source.reader, io.BufferedReader)
    assert source.reader.closed


@pytest.mark.parametrize("convert", [bytes, bytearray, memoryview])
def test_data_in_memory(convert: Callable[[bytes], Any]) -> None:
    source = open_source(convert(b"abcdef"), what="source")
    assert (source.name, source.size) == (None, 6)
    assert [source.read(4), source.read(4), source.read(4)] == [b"abcd", b"ef", b""]
    source.close()


def test_file_is_sent_from_where_it_stands_and_stays_open(path: Path) -> None:
    with path.open("rb") as file:
        file.seek(5)
        source = open_source(file, what="source")
        assert (source.name, source.size, source.owned) == ("cities.csv", 5, False)
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
    assert source.read() == b"one"
    source.close()
    assert events == ["begun", "closed"]


@given(SIZES.filter(any))
def test_iterable_arrives_whole(sizes: list[int]) -> None:
    assert read_all(open_source(pieces_of(sizes), what="source")) == b"".join(pieces_of(sizes))


def test_exception_of_a_generator_goes_through() -> None:
    def fail() -> Iterator[bytes]:
        yield b"one"
        raise KeyError("mine")

    source = open_source(fail(), what="source")
    source.read()
    with pytest.raises(KeyError, match="mine"):
        source.read()


@pytest.mark.parametrize("chunk", ["text", "", None, 5])
def test_iterable_of_no_bytes(chunk: Any) -> None:
    source = open_source(iter([b"one", chunk]), what="source")
    assert source.read() == b"one"
    with pytest.raises(InvalidArgumentError, match=f"{type(chunk).__name__}, not bytes"):
        source.read()


@pytest.mark.parametrize("empty", [[], [b""], iter(()), OnlyRead(b"")])
def test_emptiness_seen_only_by_reading(empty: Any) -> None:
    with pytest.raises(InvalidArgumentError, match="no data"):
        open_source(empty, what="source").read()


def test_file_object_that_gives_text_later() -> None:
    with pytest.raises(InvalidArgumentError, match="str, not bytes"):
        open_source(OnlyRead("text"), what="source").read()


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
