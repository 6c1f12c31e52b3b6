"""How large many files are together, and which of them can be sent a second time."""

import io
import os
from pathlib import Path

import pytest

from carto_ext._shared.sources import SharedProgress, can_be_read_again, size_of_all


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


def test_what_is_sent_again_is_not_counted_twice() -> None:
    told: list[int] = []
    shared = SharedProgress(lambda done, total: told.append(done), 30)
    one, other = shared.of_one(), shared.of_one()
    one(10, 20)
    other(5, 10)
    one(20, 20)
    one(10, 20)  # from the beginning
    assert told == [10, 15, 25, 15]
