"""gzip in blocks that threads make, and taken apart in steps that fit into memory; with ISA-L and without."""

import gzip
import random
import zlib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from random import randbytes
from typing import Any

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from isal import isal_zlib

from carto_ext._shared.chunks import CHUNK_BYTES
from carto_ext._shared.compression import Gunzip, GzipBlocks

BOTH = pytest.mark.parametrize("library", [zlib, isal_zlib], ids=["zlib", "isal"])
PIECES = st.lists(st.binary(max_size=50) | st.integers(1, 120_000).map(lambda size: b"row;" * size), max_size=6)


def packed(pieces: list[bytes], library: Any) -> bytes:
    """Made in two threads, as it is sent."""
    blocks = GzipBlocks(library)
    with ThreadPoolExecutor(2) as pool:
        jobs = [pool.submit(blocks.add(piece)) for piece in pieces]
        return b"".join(job.result() for job in jobs) + blocks.finish()


def unpacked(pieces: list[bytes], library: Any) -> bytes:
    gunzip = Gunzip(library)
    made = []
    for piece in pieces:
        gunzip.feed(piece)
        while gunzip.is_behind:
            made.append(gunzip.step())
    gunzip.finish()
    return b"".join(made)


@BOTH
@given(pieces=PIECES)
def test_blocks_are_one_whole_member(library: Any, pieces: list[bytes]) -> None:
    reader = zlib.decompressobj(31)
    assert reader.decompress(packed(pieces, library)) == b"".join(pieces)
    assert reader.eof
    assert not reader.unused_data


@BOTH
def test_each_block_can_be_read_when_it_has_come(library: Any) -> None:
    blocks = GzipBlocks(library)
    reader = zlib.decompressobj(31)
    for piece in (b"1,2\n", b"3,4\n" * 100_000, b"5,6\n"):
        assert reader.decompress(blocks.add(piece)()) == piece


@BOTH
def test_blocks_are_no_longer_than_zlib_in_one_piece(library: Any) -> None:
    """CSV of numbers and words, which do not repeat in the same order."""
    chance = random.Random(3)
    rows = (b"%d,%.6f,place %x\n" % (row, chance.random() * 180, chance.getrandbits(24)) for row in range(100_000))
    data = b"".join(rows)
    chunks = [data[start : start + CHUNK_BYTES] for start in range(0, len(data), CHUNK_BYTES)]
    whole = zlib.compressobj(1, zlib.DEFLATED, 31)
    assert len(packed(chunks, library)) <= len(whole.compress(data) + whole.flush()) * 1.001


@BOTH
@given(pieces=PIECES, size=st.integers(1, 5000), members=st.integers(0, 3))
def test_what_was_packed_anywhere_is_unpacked(library: Any, pieces: list[bytes], size: int, members: int) -> None:
    data = b"".join(gzip.compress(b"".join(pieces)) for _ in range(members))
    came = [data[start : start + size] for start in range(0, len(data), size)]
    assert unpacked(came, library) == b"".join(pieces) * members


@BOTH
def test_steps_fit_into_memory_whatever_was_packed(library: Any) -> None:
    """Noise, then zeros: a step that grew with the data before it would fill the memory."""
    data = gzip.compress(randbytes(3_000_000) + bytes(200_000_000), 9)
    gunzip = Gunzip(library)
    total = most = 0
    for start in range(0, len(data), 256 * 1024):
        gunzip.feed(data[start : start + 256 * 1024])
        while gunzip.is_behind:
            made = len(gunzip.step())
            total, most = total + made, max(most, made)
    gunzip.finish()
    assert total == 203_000_000
    assert most <= 1024 * 1024


@BOTH
def test_zeros_between_and_after_members_are_padding(library: Any) -> None:
    padded = gzip.compress(b"one\n") + bytes(300) + gzip.compress(b"two\n") + bytes(512)
    assert unpacked([padded[:40], padded[40:]], library) == b"one\ntwo\n"


@BOTH
@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"name,n\na,1\n", "is damaged"),
        (gzip.compress(b"1\n")[:-5] + b"\0\0\0\0\0", "is damaged"),
        (gzip.compress(b"1\n" * 1000)[:-1], "is truncated"),
        (gzip.compress(b"1\n" * 1000)[:20], "is truncated"),
        (gzip.compress(b"1\n") + b"more", "is damaged|is truncated"),
    ],
    ids=["plain", "checksum", "without its last byte", "without its second half", "something after it"],
)
def test_what_is_not_whole_is_an_error(library: Any, data: bytes, message: str) -> None:
    with pytest.raises(httpx.DecodingError, match=message):
        unpacked([data], library)


def test_an_empty_answer_is_no_error() -> None:
    assert unpacked([], zlib) == b""


@BOTH
def test_real_data_comes_back(library: Any, tmp_path: Path) -> None:
    data = Path(__file__).read_bytes() * 300
    chunks = [data[start : start + CHUNK_BYTES] for start in range(0, len(data), CHUNK_BYTES)]
    assert unpacked([packed(chunks, library)], library) == data
