"""What is written to a file: every byte, once, in order, whatever the pieces and however much the disk takes."""

import io
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carto_ext import targets
from carto_ext._shared.targets import open_target
from carto_ext.errors import InvalidArgumentError

PIECES = st.lists(st.lists(st.binary(max_size=30), max_size=15), max_size=5)


@given(pieces=PIECES, gathers=st.booleans())
def test_all_pieces_are_written_in_order(
    tmp_path_factory: pytest.TempPathFactory, pieces: list[list[bytes]], gathers: bool
) -> None:
    path = tmp_path_factory.mktemp("target") / "file"
    whole = b"".join(piece for block in pieces for piece in block)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(targets, "_GATHERED", range(2, 10) if gathers else range(0))
        opened = open_target(path)
        for block in pieces:
            opened.write(block)
        assert not path.exists()
        opened.commit()
    assert path.read_bytes() == whole
    assert [entry.name for entry in path.parent.iterdir()] == ["file"]


@pytest.mark.skipif(not hasattr(os, "writev"), reason="Windows cannot write several pieces at once")
@given(taken=st.integers(0, 60))
def test_what_the_system_did_not_take_is_written_too(tmp_path_factory: pytest.TempPathFactory, taken: int) -> None:
    path = tmp_path_factory.mktemp("target") / "file"
    pieces = [b"%05d\n" % number for number in range(10)]
    real = os.writev
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "writev", lambda fd, some: real(fd, [b"".join(some)[:taken]]))
        opened = open_target(path)
        opened.write(pieces)
        opened.commit()
    assert path.read_bytes() == b"".join(pieces)


def test_a_large_file_goes_to_the_disk_while_it_comes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    synced: list[int] = []
    real = os.fsync
    monkeypatch.setattr(os, "fsync", lambda fd: (synced.append(os.fstat(fd).st_size), real(fd))[1])
    monkeypatch.setattr(targets, "_UNSYNCED_BYTES", 1000)
    opened = open_target(tmp_path / "file")
    for _ in range(20):
        opened.write([b"x" * 600])
        if opened._syncing is not None:  # type: ignore[union-attr]
            opened._syncing.join()  # type: ignore[union-attr]
    opened.commit()
    assert synced[0] < synced[-1] == 12_000
    assert len(synced) == 11


def test_a_disk_that_fails_is_an_error_at_the_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(fd: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    monkeypatch.setattr(targets, "_UNSYNCED_BYTES", 10)
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


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InvalidArgumentError, match="is a folder"):
        open_target(tmp_path)
