"""Cutting and counting."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from carto_ext._shared.chunks import CHUNK_BYTES, Coalesce, Counter, SharedProgress

SIZES = st.lists(st.one_of(st.integers(0, 50), st.integers(CHUNK_BYTES - 5, CHUNK_BYTES + 5)), max_size=6)


def pieces_of(sizes: list[int]) -> list[bytes]:
    return [bytes([number % 256]) * size for number, size in enumerate(sizes)]


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


def test_what_is_sent_again_is_not_counted_twice() -> None:
    told: list[int] = []
    shared = SharedProgress(lambda done, total: told.append(done), 30)
    one, other = shared.of_one(), shared.of_one()
    one(10, 20)
    other(5, 10)
    one(20, 20)
    one(10, 20)  # from the beginning
    assert told == [10, 15, 25, 15]
