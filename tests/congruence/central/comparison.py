"""Answers of the central application compared: ids by where they were first seen, times by how they are written."""

import json
import re
from collections.abc import Iterator
from itertools import zip_longest
from typing import Any

from tests.congruence.comparison import Answer, Headers

# Framing of the bytes, and CARTO's web server.
_TRAVEL = {"connection", "content-length", "date", "keep-alive", "server", "transfer-encoding", "x-runtime"}
# These are there or not: they are random, or a hash.
_PRESENT = {"etag", "surrogate-key", "x-request-id"}
_IN_HEADERS = {
    "set-cookie": ((r"=[^;]+", "=VALUE"), (r"expires=[^;]+", "expires=TIME")),
    "location": ((r"^https?://[^/]+", "HOST"),),
    "x-cache-channel": ((r"^[^:]+", "DATABASE"),),
}
_HEADERS = Headers(_TRAVEL, _PRESENT, _IN_HEADERS)
_HOST = re.compile(r"https?://(?:127\.0\.0\.1|[\w.]*localhost(?:\.lan)?)(?::\d+)?")
_IN_TEXTS = (
    (re.compile(r"\b20\d\d-\d\d-\d\d(?=[T ]\d\d[:.])"), "DATE"),
    (re.compile(r"(?<=DATE[T ])\d\d:\d\d:\d\d"), "TIME"),
    (re.compile(r"(?<=TIME\.)\d{3}(?=Z|\+00:00)"), "mmm"),
    (re.compile(r"\(on \d{4}-\d\d-\d\d at \d\d\.\d\d\.\d\d\)"), "(on DATE at TIME)"),
    (re.compile(r"(?<=uploads/)[0-9a-f]{20}(?=/)"), "TOKEN"),
    (re.compile(r"avatar_[a-z]+_[a-z]+\.png"), "AVATAR"),
    (re.compile(r'(?<=role "c)arto_[0-9a-f]{8}_\d+_db(?=_g_)'), "DATABASE"),
    (re.compile(r'(?<=role ")[0-9a-f]{32}(?=_g_)'), "cDATABASE"),
)
_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_SECRETS = {"token", "api_key", "auth_tokens"}
# Advice for people, which the sandbox gives in its own words.
_PROSE = {"what_about", "error_message", "http_response_code_message"}
# Bytes of one server's tables, and the hash of one server's data.
_MEASURED = {
    "size", "table_size", "db_size_in_bytes", "db_size_in_megabytes", "remaining_byte_quota", "checksum", "modified_at",
}  # fmt: skip
# Other objects and actions of the account that are not in its recording.
_COUNTED = {
    "table_count", "public_visualization_count", "all_visualization_count", "owned_visualization_count",
    "visualization_count", "public_privacy_map_count", "link_privacy_map_count", "password_privacy_map_count",
    "private_privacy_map_count", "failed_import_count", "success_import_count", "import_count",
    "last_visualization_created_at", "unassigned_quota", "available_quota_for_user", "user_count",
}  # fmt: skip
_KEPT_CHARACTERS = 60_000
_PAGE = "[static page"
_ABSENT = object()

Names = dict[str, str]
"""What the sandbox has in the place of an id, a key or a token of the recording."""


def learn(names: Names, recorded: Answer, actual: Answer) -> None:
    """Ids at the same places of two answers are the same thing, unless they are known as others."""
    try:
        _learn(names, _parse(recorded), _parse(actual), "")
    except ValueError:
        return


def _learn(names: Names, theirs: Any, ours: Any, name: str) -> None:
    if isinstance(theirs, dict) and isinstance(ours, dict):
        for key in theirs.keys() & ours.keys():
            _learn(names, theirs[key], ours[key], key)
    elif isinstance(theirs, list) and isinstance(ours, list):
        theirs, ours = _sort(theirs), _sort(ours)
        for one, other in zip(theirs, ours, strict=False):
            _learn(names, one, other, name)
    elif isinstance(theirs, str) and isinstance(ours, str):
        if name in _SECRETS:
            names[theirs] = ours
            return
        for one, other in zip(_UUID.findall(theirs), _UUID.findall(ours), strict=False):
            if other not in names.values():
                names.setdefault(one, other)
        for one, other in zip(
            re.findall(r"uploads/(\w{20})/", theirs), re.findall(r"uploads/(\w{20})/", ours), strict=False
        ):
            names[one] = other


def rename(names: Names, text: str) -> str:
    for recorded, actual in names.items():
        text = text.replace(recorded, actual)
    return text


def find_differences(names: Names, recorded: Answer, actual: Answer) -> set[str]:
    if recorded.status != actual.status:
        return {f"status {actual.status}, not {recorded.status}"}
    return {*_HEADERS.find_differences(recorded.headers, actual.headers), *_compare_bodies(names, recorded, actual)}


def _compare_bodies(names: Names, recorded: Answer, actual: Answer) -> Iterator[str]:
    try:
        theirs, ours = _parse(recorded), _parse(actual)
    except ValueError:
        if _normalize("", rename(names, recorded.body.decode())) != _normalize("", actual.body.decode()):
            yield "body"
        return
    if len(recorded.body.decode()) == _KEPT_CHARACTERS and isinstance(theirs, list):
        ours = ours["visualizations"][: len(theirs)]
    yield from (f"body {place or '/'}" for place in {*_compare_values(names, theirs, ours, "", "")})


def _parse(answer: Answer) -> Any:
    """JSON, also in a callback; of a body that was cut the visualizations that are whole."""
    text = answer.body.decode()
    if _PAGE in text or (text.startswith("<!DOCTYPE html>") and "<title>404 Error — CARTO</title>" in text):
        return "CARTO's page for 404"
    text = re.sub(r"^/\*\*/cb\((.*)\)$", r"\1", text, flags=re.DOTALL)
    if len(text) == _KEPT_CHARACTERS:
        return [*_read_whole(text.partition("[")[2])]
    return json.loads(text)


def _read_whole(text: str) -> Iterator[Any]:
    decoder = json.JSONDecoder()
    position = 0
    while True:
        try:
            value, position = decoder.raw_decode(text, position)
        except ValueError:
            return
        yield value
        position += 1  # the comma


def _compare_values(names: Names, theirs: Any, ours: Any, place: str, name: str) -> Iterator[str]:
    """JSON pointers of what differs, with * for the index in a list."""
    if isinstance(theirs, dict) and isinstance(ours, dict):
        theirs, ours = _undate(theirs), _undate(ours)
        for key in theirs.keys() | ours.keys():
            yield from _compare_values(names, theirs.get(key, _ABSENT), ours.get(key, _ABSENT), f"{place}/{key}", key)
    elif isinstance(theirs, list) and isinstance(ours, list):
        theirs, ours = _sort(theirs), _sort(ours)
        for their_item, our_item in zip_longest(theirs, ours, fillvalue=_ABSENT):
            yield from _compare_values(names, their_item, our_item, f"{place}/*", name)
    else:
        if isinstance(theirs, str):
            theirs = rename(names, theirs)
        theirs, ours = _normalize(name, theirs), _normalize(name, ours)
        if theirs != ours or type(theirs) is not type(ours):
            yield place


def _sort(values: list[Any]) -> list[Any]:
    """Visualizations and tags by name: CARTO takes those of the page, and lists them as they lie on its disk."""
    if all(isinstance(value, dict) and {"name", "privacy", "created_at"} <= value.keys() for value in values):
        return sorted(values, key=lambda value: (value["name"], value["created_at"]))
    if all(isinstance(value, dict) and "tag" in value for value in values):
        return sorted(values, key=lambda value: str(value["tag"]))
    return values


def _undate(value: dict[str, Any]) -> dict[str, Any]:
    """Counts by day, on the days on which it was asked, are counts by the number of the day."""
    if value and all(_DATE.fullmatch(key) for key in value):
        return {f"day {n}": count for n, count in enumerate(value.values())}
    return value


def _normalize(name: str, value: Any) -> Any:
    if name in _MEASURED | _COUNTED and value is not _ABSENT:
        return "measured"
    if name in ("tiler_domain", "tiler_port"):
        return "there"
    if name == "account_host":
        value = f"http://{value}"
    if name in _SECRETS | _PROSE and isinstance(value, str):
        return "there"
    if name.endswith("billing_period") and isinstance(value, str):
        return _DATE.sub("DATE", value)
    if not isinstance(value, str):
        return value
    value = _HOST.sub("HOST", value)
    for pattern, replacement in _IN_TEXTS:
        value = pattern.sub(replacement, value)
    return value
