"""Files to write: every byte, once, in order, whatever the pieces and however much the file takes."""

import io
import os
import stat
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carto_ext._shared import targets
from carto_ext._shared.targets import open_target
from carto_ext.errors import InvalidArgumentError

PIECES = st.lists(st.lists(st.binary(max_size=30), max_size=15), max_size=5)
ROWS = b"".join(b"%07d\n" % number for number in range(200_000))


class Reluctant(io.RawIOBase):
    """A raw file takes as many bytes as it likes, or says None: none now."""

    def __init__(self, takes: int) -> None:
        self.takes, self.got = takes, b""

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        taken = bytes(data[: self.takes])
        self.got += taken
        return len(taken)


@given(pieces=PIECES)
def test_all_pieces_are_written_in_order(tmp_path_factory: pytest.TempPathFactory, pieces: list[list[bytes]]) -> None:
    path = tmp_path_factory.mktemp("target") / "file"
    opened = open_target(path)
    for block in pieces:
        opened.write(block)
    assert not path.exists()
    opened.commit()
    assert path.read_bytes() == b"".join(piece for block in pieces for piece in block)
    assert [entry.name for entry in path.parent.iterdir()] == ["file"]


@given(pieces=PIECES, takes=st.integers(1, 40))
def test_a_raw_file_that_takes_less_gets_the_rest(pieces: list[list[bytes]], takes: int) -> None:
    file = Reluctant(takes)
    opened = open_target(file)  # type: ignore[arg-type]
    for block in pieces:
        opened.write(block)
    opened.commit()
    assert file.got == b"".join(piece for block in pieces for piece in block)


@pytest.mark.parametrize("buffering", [0, 8192])
def test_a_pipe_that_is_full_is_waited_for(buffering: int) -> None:
    reader, writer = os.pipe()
    os.set_blocking(writer, False)
    got: list[bytes] = []

    def drain() -> None:
        with open(reader, "rb") as file:
            got.extend(iter(lambda: file.read(65536), b""))

    thread = threading.Thread(target=drain)
    with os.fdopen(writer, "wb", buffering=buffering) as file:
        thread.start()
        opened = open_target(file)
        opened.write([ROWS[:70_000], ROWS[70_000:]])
        opened.commit()
    thread.join()
    assert b"".join(got) == ROWS


def test_a_disk_that_fails_is_an_error_at_the_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(fd: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    opened = open_target(tmp_path / "file")
    opened.write([b"x" * 100])
    with pytest.raises(OSError, match="No space left"):
        opened.commit()
    opened.abort(keep=False)
    assert not list(tmp_path.iterdir())


def test_a_file_of_the_callers_gets_joined_pieces() -> None:
    file = io.BytesIO()
    opened = open_target(file)
    opened.write([b"a", b"", b"bc"])
    opened.commit()
    assert file.getvalue() == b"abc"


def replace(path: Path, data: bytes = b"new") -> None:
    opened = open_target(path)
    opened.write([data])
    opened.commit()


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o444, 0o755])
def test_a_file_that_is_replaced_keeps_its_mode(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"old")
    path.chmod(mode)
    replace(path)
    assert path.read_bytes() == b"new"
    assert stat.S_IMODE(path.stat().st_mode) == mode


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root may give files away")
def test_a_file_that_is_replaced_keeps_its_owner(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"old")
    os.chown(path, 12345, 54321)
    replace(path)
    assert (path.stat().st_uid, path.stat().st_gid) == (12345, 54321)


@pytest.mark.parametrize("exists", [True, False])
def test_a_link_is_followed(tmp_path: Path, exists: bool) -> None:
    (tmp_path / "there").mkdir()
    real, link = tmp_path / "there" / "real", tmp_path / "link"
    if exists:
        real.write_bytes(b"old")
    link.symlink_to(Path("there") / "real")
    replace(link)
    assert link.is_symlink()
    assert real.read_bytes() == b"new"
    assert not [entry for entry in real.parent.iterdir() if entry != real]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no named pipes")
def test_a_fifo_is_written_to(tmp_path: Path) -> None:
    fifo = tmp_path / "fifo"
    os.mkfifo(fifo)
    got: list[bytes] = []
    thread = threading.Thread(target=lambda: got.append(fifo.read_bytes()))
    thread.start()
    replace(fifo, ROWS)
    thread.join()
    assert got == [ROWS]
    assert fifo.is_fifo()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no named pipes")
def test_a_fifo_without_a_reader_is_named_and_waited_for_only_so_long(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fifo = tmp_path / "fifo"
    os.mkfifo(fifo)
    monkeypatch.setattr(targets, "_READER_SECONDS", 0.05)
    with pytest.raises(InvalidArgumentError, match="is a FIFO that no process reads; start its reader first"):
        open_target(fifo)


@pytest.mark.skipif(not Path("/dev/null").is_char_device(), reason="this system has no /dev/null")
def test_a_device_stays_a_device() -> None:
    replace(Path("/dev/null"))
    assert Path("/dev/null").is_char_device()


@pytest.mark.skipif(not Path("/dev/fd").exists(), reason="this system has no /dev/fd")
def test_an_open_file_by_its_descriptor_is_not_replaced(tmp_path: Path) -> None:
    with (tmp_path / "out").open("wb") as file:
        file.write(b"head\n")
        file.flush()
        replace(Path(f"/dev/fd/{file.fileno()}"))
    assert (tmp_path / "out").read_bytes() == b"head\nnew"


def test_a_name_as_long_as_the_disk_takes(tmp_path: Path) -> None:
    path = tmp_path / ("ü" * 125 + "n" * 5)
    replace(path)
    assert path.read_bytes() == b"new"
    opened = open_target(path)
    opened.write([b"half"])
    kept = opened.abort(keep=True)
    assert kept is not None
    assert kept.read_bytes() == b"half"
    assert path.read_bytes() == b"new"


def text_file(folder: Path) -> Any:
    with (folder / "text").open("w") as file:
        return file


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda folder: folder, "is a folder"),
        (lambda folder: f"{folder}/new/", "is a folder"),
        (lambda folder: folder / "none" / "file", "No such file"),
        (lambda folder: "a\0b", "cannot be written"),
        (lambda folder: "", "pass the path"),
        (lambda folder: b"bytes", "not bytes"),
        (lambda folder: 3, "not int"),
        (lambda folder: io.StringIO(), "text file"),
        (text_file, "text file"),
        (lambda folder: folder / ("n" * 300), "cannot be written"),
    ],
)
def test_targets_that_cannot_be_written(tmp_path: Path, make: Callable[[Path], Any], message: str) -> None:
    with pytest.raises(InvalidArgumentError, match=message):
        open_target(make(tmp_path))
    assert [entry.name for entry in tmp_path.iterdir()] in ([], ["text"])
