"""Two answers to one request, compared: each difference is a short text, the same in every run."""

import csv
import io
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any

from tests.support.pictures import is_picture, measure_difference

# How the bytes travel is a matter of the two servers and of the connection.
_TRAVEL = {"connection", "content-length", "date", "keep-alive", "transfer-encoding"}
# These are there or not; what they say is the time, a random number, or a name of that one server.
_PRESENT = {
    "carto-cache-buster",
    "carto-map-id",
    "carto-template-hash",
    "carto-user-id",
    "last-modified",
    "x-layergroup-id",
    "x-request-id",
    "x-served-by-host",
}
_IN_HEADERS = {
    "cache-control": ((r"max-age=\d+", "max-age=N"),),
    "content-disposition": ((r'date="[^"]*"', "DATE"),),
    # The database's name, and in the second its hash.
    "x-cache-channel": ((r"^[^:]+", "DATABASE"),),
    "surrogate-key": ((r"t:\S+", "t:HASH"),),
}
_BODIES = {
    "sql": (
        (rb'"(time|elapsed)":[\d.]+', rb'"\1":0'),
        (rb'("job_id":"|/job/)[0-9a-f-]{36}', rb"\1ID"),
        (rb"unknown\(\d{5,}\)", b"unknown(OID)"),  # types made there have the number that came next
        (rb'"((?:created|updated|started|ended)_at)":"[^"]+Z"', rb'"\1":"TIME"'),
    ),
    "maps": (
        (rb"127\.0\.0\.1:\d+", b"HOST"),
        (rb"[0-9a-f]{32}(:\d+)?", b"ID"),
        (rb"@[0-9a-f]{8}@", b"@HASH@"),
        (rb'"((?:last_updated|updated_at))":"[^"]+Z"', rb'"\1":"TIME"'),
        (rb'"estimatedFeatureCount":\d+', rb'"estimatedFeatureCount":0'),  # the planner's guess
        (rb'"tableID":\d+', rb'"tableID":0'),
    ),
}
# Two renderers' edges of one marker are not the same bytes.
_MOST_DIFFERENT_PIXELS = 0.05
_ABSENT = object()


@dataclass(frozen=True)
class Headers:
    """How headers compare: not at all, by being there, or by their values, in which some texts are replaced."""

    left_out: set[str]
    present: set[str]
    replaced: Mapping[str, tuple[tuple[str, str], ...]]

    def find_differences(self, recorded: Mapping[str, str], actual: Mapping[str, str]) -> Iterator[str]:
        for name in sorted({*recorded, *actual} - self.left_out):
            if self._normalize(name, recorded.get(name)) != self._normalize(name, actual.get(name)):
                yield f"header {name}"

    def _normalize(self, name: str, value: str | None) -> str | None:
        if value is None:
            return None
        if name in self.present:
            return "there"
        for pattern, replacement in self.replaced.get(name, ()):
            value = re.sub(pattern, replacement, value)
        return value


_HEADERS = Headers(_TRAVEL, _PRESENT, _IN_HEADERS)


@dataclass(frozen=True)
class Answer:
    status: int
    headers: Mapping[str, str]
    """By lower-case name."""
    body: bytes

    @property
    def content_type(self) -> str:
        return self.headers.get("content-type", "")


def find_differences(api: str, recorded: Answer, actual: Answer) -> set[str]:
    """`api` is sql or maps. Another status hides the rest, which then is about something else."""
    if recorded.status != actual.status:
        return {f"status {actual.status}, not {recorded.status}"}
    return {*_HEADERS.find_differences(recorded.headers, actual.headers), *_compare_bodies(api, recorded, actual)}


def _compare_bodies(api: str, recorded: Answer, actual: Answer) -> Iterator[str]:
    theirs, ours = _normalize_body(api, recorded), _normalize_body(api, actual)
    if theirs == ours or (is_picture(theirs) and _look_alike(theirs, ours)):
        return
    if recorded.content_type.startswith("text/csv"):
        yield from _compare_columns(theirs.decode(), ours.decode())
        return
    try:
        found, wanted = (_order_cells(json.loads(body)) for body in (ours, theirs))
        if found == wanted and "x__uint8" in theirs.decode():
            return
        places = {*_compare_values(wanted, found, "")}
    except ValueError:
        yield "body"
        return
    # The same values in another order or spelling count as well: node's JSON is what clients get.
    yield from (f"body {place or '/'}" for place in places or {"spelling"})


def _order_cells(body: Any) -> Any:
    """The cells of a torque tile, and the moments in each, come in any order."""
    if not isinstance(body, list) or not all(isinstance(cell, dict) and "x__uint8" in cell for cell in body):
        return body
    for cell in body:
        cell["moments"] = sorted(zip(cell.pop("dates__uint16"), cell.pop("vals__uint8"), strict=True))
    return sorted(body, key=lambda cell: (cell["x__uint8"], cell["y__uint8"]))


def _look_alike(theirs: bytes, ours: bytes) -> bool:
    return is_picture(ours) and measure_difference(theirs, ours) <= _MOST_DIFFERENT_PIXELS


def _compare_columns(theirs: str, ours: str) -> Iterator[str]:
    """Columns of CSV whose name or any of whose values differ, by CARTO's name."""
    columns = [[*zip_longest(*csv.reader(io.StringIO(text, newline="")))] for text in (theirs, ours)]
    named = [f"body column {(a or b)[0]}" for a, b in zip_longest(*columns) if a != b]
    yield from named or ["body spelling"]


def _normalize_body(api: str, answer: Answer) -> bytes:
    if not answer.content_type.startswith(("application/json", "text/javascript", "text/html")):
        return answer.body
    text = answer.body
    for pattern, replacement in _BODIES[api]:
        text = re.sub(pattern, replacement, text)
    return text


def _compare_values(theirs: Any, ours: Any, place: str) -> Iterator[str]:
    """JSON pointers of what differs, with * for the index in a list."""
    if isinstance(theirs, dict) and isinstance(ours, dict):
        for name in theirs.keys() | ours.keys():
            yield from _compare_values(theirs.get(name, _ABSENT), ours.get(name, _ABSENT), f"{place}/{name}")
    elif isinstance(theirs, list) and isinstance(ours, list):
        for their_item, our_item in zip_longest(theirs, ours, fillvalue=_ABSENT):
            yield from _compare_values(their_item, our_item, f"{place}/*")
    elif theirs != ours or type(theirs) is not type(ours):
        yield place
