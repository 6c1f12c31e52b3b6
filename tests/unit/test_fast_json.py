"""With msgspec the same values come, and the same errors, as from the standard library."""

import json
import math
from typing import Any

import httpx
import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from carto_client import types
from carto_client.types import read_json

NUMBERS = st.integers() | st.floats() | st.integers(-(10**40), 10**40)
TEXTS = st.text() | st.text(st.characters(categories=["Cs", "Cc", "L"]))
VALUES = st.recursive(
    st.none() | st.booleans() | NUMBERS | TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4),
    max_leaves=12,
)
ODD = [
    b"",
    b" 1 ",
    b"1 2",
    b"[1,]",
    b"NaN",
    b"[-Infinity, 1e400]",
    b'{"a": 1, "a": 2}',
    b'"\\ud800"',
    b'"\xed\xa0\x80"',
    b'"\xff"',
    b'"\x01"',
    b"\xef\xbb\xbf[1]",
    "[1]".encode("utf-16"),
    b"-0",
    b"-0.0",
    b"18446744073709551616",
    b"123456789012345678901234567890.5",
    b"5e-324",
    b"<html>",
    b"[" * 100_000,
]


def outcome(read: Any, data: bytes) -> tuple[str, str]:
    """The value, or the type of the error, in a form in which NaN equals itself and -0.0 is not 0."""
    try:
        return "value", repr(read(httpx.Response(200, content=data)))
    except (ValueError, RecursionError) as error:
        return "error", type(error).__name__


def by_the_library(response: httpx.Response) -> Any:
    return response.json()


@given(VALUES, st.booleans())
def test_every_value_is_the_same(value: Any, plain: bool) -> None:
    data = json.dumps(value, ensure_ascii=plain).encode("utf-8", "surrogatepass")
    assert outcome(read_json, data) == outcome(by_the_library, data)


@given(st.binary(max_size=40))
def test_every_error_is_the_same(data: bytes) -> None:
    assert outcome(read_json, data) == outcome(by_the_library, data)


@pytest.mark.parametrize("data", ODD, ids=[repr(data[:30]) for data in ODD])
def test_odd_bodies_are_read_alike(data: bytes) -> None:
    assert outcome(read_json, data) == outcome(by_the_library, data)


def test_it_is_msgspec_that_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where it is installed; its word does not stand where the library would say something else."""
    assert types._fast_reader() is msgspec.json.decode
    with pytest.raises(msgspec.DecodeError):
        msgspec.json.decode(b"NaN")
    assert math.isnan(read_json(httpx.Response(200, content=b"NaN")))
