"""Additional addresses of operations that the spec describes at one, each named in a description."""

from __future__ import annotations

import re
from typing import NamedTuple

_ANY_METHOD = re.compile(r"/api/v2/sql/?")


class Address(NamedTuple):
    pattern: re.Pattern[str]
    replacement: str
    why: str


ADDRESSES = (
    Address(re.compile(r"^/api/v2(?=/maps/)"), "/api/v1", "maps and their layers are under /api/v2/ as well"),
    Address(
        re.compile(r"^/api/v1(?=/organization/[^/]+/users/[^/]+)"), "/api/v2", "members are under /api/v1/ as well"
    ),
    Address(re.compile(r"^/api/v1/organization/([^/]+)/users$"), r"/api/v2/organization/\1/users", "POST only"),
    Address(re.compile(r"(?<=/api/v1/map/)([^/]+)/[^/]+/widget/"), r"\1/dataview/", "the older address of a dataview"),
    Address(re.compile(r"(?<=^/api/v[1-4]/)(.+)\.json$"), r"\1", "the central application takes .json at the end"),
    Address(re.compile(r"^/api/[^/]+(?=/(?:version|health|jobs-wip)/?$)"), "/api/v1", "no version is looked at"),
)


def other_method(method: str, path: str, *, has_body: bool) -> str:
    """The SQL API answers queries by any method: with a body as by POST, without as by GET."""
    if method in ("PUT", "PATCH", "DELETE") and _ANY_METHOD.fullmatch(path):
        return "POST" if has_body else "GET"
    return method


def other_paths(path: str) -> list[tuple[str, str]]:
    """The described paths that this one may stand for, each with the reason."""
    found = [(address.pattern.sub(address.replacement, path), address.why) for address in ADDRESSES]
    return [(other, why) for other, why in found if other != path]
