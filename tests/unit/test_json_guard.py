"""A JSON download is checked for completeness and errors, wherever it is split into pieces."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from carto_ext._shared.json_guard import JsonGuard
from carto_ext.errors import DownloadError

RECORDINGS = Path(__file__).parents[1] / "cassettes" / "sql"

TEXTS = st.text(max_size=8) | st.sampled_from(
    ['"', "\\", '\\"', '"error":["x"]', '],"error":["x"]', "{[", "]}", "error"]
)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4),
    max_leaves=15,
)
ROWS = st.lists(st.dictionaries(TEXTS, VALUES, max_size=4), max_size=5)


def verdict(data: bytes, size: int) -> DownloadError | None:
    guard = JsonGuard()
    passed = [piece for start in range(0, len(data), size) for piece in guard.feed(data[start : start + size])]
    rest, error = guard.finish()
    assert b"".join(passed) + rest == data
    return error


@given(rows=ROWS, fields=VALUES, size=st.integers(1, 60), indent=st.sampled_from([None, 1]), ascii=st.booleans())
def test_rows_that_speak_of_errors_are_no_errors(
    rows: list[Any], fields: Any, size: int, indent: int | None, ascii: bool
) -> None:
    whole = {"rows": rows, "time": 0.1, "fields": fields, "total_rows": 1}
    assert verdict(json.dumps(whole, indent=indent, ensure_ascii=ascii).encode("utf-8", "surrogatepass"), size) is None


@given(rows=ROWS, messages=st.lists(TEXTS, min_size=1, max_size=3), notices=st.lists(TEXTS), size=st.integers(1, 60))
def test_an_error_is_found_whatever_comes_before_and_behind_it(
    rows: list[Any], messages: list[str], notices: list[str], size: int
) -> None:
    body = {"rows": rows, "total_rows": 1, "error": messages, "notices": notices}
    error = verdict(json.dumps(body).encode(), size)
    assert error is not None
    assert error.messages == tuple(messages)


@given(rows=ROWS, size=st.integers(1, 60), data=st.data())
def test_an_answer_that_just_ends_is_not_whole(rows: list[Any], size: int, data: st.DataObject) -> None:
    body = json.dumps({"type": "FeatureCollection", "features": rows}).encode()
    end = data.draw(st.integers(0, len(body) - 1))
    assert verdict(body[:end], size) is not None


@pytest.mark.parametrize("name", ["error_midstream", "error_text_over_64k", "error_then_64k_notices"])
@pytest.mark.parametrize("size", [1, 1000, 65_536, 10_000_000])
def test_recorded_answers(name: str, size: int) -> None:
    recording = yaml.safe_load((RECORDINGS / f"sql_{name}_200.yaml").read_text())
    bodies = [one["response"]["body"]["string"] for one in recording["interactions"]]
    body = next(body for body in bodies if '"rows"' in body).encode()
    error = verdict(body, size)
    assert error is not None
    assert list(error.messages) == json.loads(body)["error"]


@pytest.mark.parametrize(
    "body",
    [
        b'{"rows":[],"error":"a string is not what CARTO sends"}',
        b'{"rows":[{"total_rows":5,"error":[1]}],"total_rows":1}',
        b'{"type":"Topology","objects":{"0":{"error":["x"]}}}\n',
    ],
)
def test_other_answers_are_whole(body: bytes) -> None:
    assert verdict(body, 7) is None


@pytest.mark.parametrize("body", [b"", b"  ", b"[]", b'[{"a":1}]', b'"text"', b"null", b"<html>"])
def test_no_object_is_no_download(body: bytes) -> None:
    assert verdict(body, 7) is not None


def test_members_of_any_size_take_no_memory() -> None:
    """Rows, notices, one long text: what is kept is the outermost object, not its content."""
    guard = JsonGuard()
    row = b'{"a":"' + b"x" * 100_000 + b'","b":[1,2,{"c":3}]},'
    guard.feed(b'{"rows":[')
    for _ in range(100):
        guard.feed(row)
    guard.feed(b'{}],"error":["bad"],"notices":["')
    for _ in range(100):
        guard.feed(b"y" * 100_000)
    guard.feed(b'"]}')
    assert len(guard._outer) + len(guard._inner) < 2_000_000
    _, error = guard.finish()
    assert error is not None
    assert error.messages == ("bad",)
