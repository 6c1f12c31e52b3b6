"""Errors after a 200, in whatever pieces they arrive."""

import io
import pickle
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carto_ext._shared.tails import BINARY_COPY, BINARY_TRAILER, HELD_BYTES, Kind, guard_for
from carto_ext.errors import DownloadError

ERROR = b'{"error":["division by zero"],"hint":"look at \\"v\\""}'


def guard(kind: Kind, data: bytes, size: int = 7) -> tuple[bytes, DownloadError | None]:
    """All that comes out of a guard that is fed in pieces, and the error at the end."""
    tail = guard_for(kind)
    out = [piece for start in range(0, len(data), size) for piece in tail.feed(data[start : start + size])]
    rest, error = tail.finish()
    return b"".join(out) + rest, error


@pytest.mark.parametrize(
    "rows", [b"1,a\n2,b\n", b'1,"a\n{""error"":[""b""]}"\n', b"", b'{"error":["a row"]}\n', b"x" * 200_000 + b"\n"]
)
def test_good_copies_pass_whole(rows: bytes) -> None:
    assert guard("copy", rows, 1000) == (rows, None)


def test_an_error_after_the_last_row_is_cut_off_and_told() -> None:
    rows, error = guard("copy", b"1,a\n2,b\n" + ERROR)
    assert rows == b"1,a\n2,b\n"
    assert error is not None
    assert (error.messages, error.hint) == (("division by zero",), 'look at "v"')
    assert "division by zero" in str(error)


def test_half_a_row_is_an_error_too() -> None:
    assert isinstance(guard("copy", b"1,a\n2,")[1], DownloadError)


def test_binary_copies_end_in_their_trailer() -> None:
    rows = BINARY_COPY + bytes(8) + b"\x00\x01\x00\x00\x00\x04\x00\x00\x00\x0a"
    assert guard("copy", rows + BINARY_TRAILER) == (rows + BINARY_TRAILER, None)
    cut, error = guard("copy", rows + ERROR)
    assert cut == rows
    assert error is not None
    assert error.messages == ("division by zero",)
    assert isinstance(guard("copy", rows)[1], DownloadError)


@given(
    st.lists(st.binary(max_size=50).map(lambda row: row.replace(b"\n", b"") + b"\n"), max_size=30), st.integers(1, 90)
)
def test_no_byte_of_a_good_copy_is_lost_or_changed(rows: list[bytes], size: int) -> None:
    data = b"".join(rows)
    if not data.startswith(BINARY_COPY[:7]):
        assert guard("copy", data, size) == (data, None)


@given(st.integers(1, 3 * HELD_BYTES), st.integers(1, HELD_BYTES))
def test_the_error_is_found_wherever_the_pieces_part(length: int, size: int) -> None:
    rows = b"x" * length + b"\n"
    out, error = guard("copy", rows + ERROR, size)
    assert out == rows
    assert error is not None


def test_the_error_can_be_pickled() -> None:
    error = guard("copy", b"1\n" + ERROR)[1]
    again = pickle.loads(pickle.dumps(error))
    assert (str(again), again.messages, again.hint) == (str(error), ("division by zero",), 'look at "v"')


@pytest.mark.parametrize("comment", [b"", b"made by CARTO"])
def test_archives_end_in_their_directory(comment: bytes) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("places.shp", "x" * 1000)
        archive.comment = comment
    whole = packed.getvalue()
    assert guard("zip", whole) == (whole, None)
    for broken in (whole[:-1], whole[: len(whole) // 2], whole + ERROR, b""):
        assert isinstance(guard("zip", broken)[1], DownloadError)
