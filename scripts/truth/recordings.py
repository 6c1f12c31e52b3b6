"""Recorded exchanges in VCR's YAML format."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from email.message import Message
from email.parser import BytesParser
from email.policy import HTTP
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import parse_qsl, unquote, urlsplit

import yaml

# Parts that make no difference to CARTO: the account in the path, and the version in the SQL API's paths.
ACCOUNT = re.compile(r"^/(?:user|u)/[^/]+(?=/|$)")
SQL_VERSION = re.compile(r"^/api/[^/]+/(?=sql(?:/|$))")


class Answer(NamedTuple):
    status: int
    headers: dict[str, str]  # lower-case names
    body: bytes

    @property
    def content_type(self) -> str:
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()


class Exchange(NamedTuple):
    where: str
    method: str
    path: str  # percent-encoded, without the account
    query: list[tuple[str, str]]
    headers: dict[str, str]  # lower-case names
    body: bytes
    answer: Answer

    @property
    def content_type(self) -> str:
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()

    @property
    def request_line(self) -> str:
        """Without the query, which may hold a key."""
        return f"{self.method} {unquote(self.path)}"


class RecordingError(Exception):
    """The file is not a recording in VCR's format; the text says what is wrong with it."""


def find_recordings(folder: Path) -> list[Path]:
    return sorted([*folder.rglob("*.yaml"), *folder.rglob("*.yml")])


def read_recording(path: Path, name: str) -> Iterator[Exchange]:
    """The exchanges of one file, which calls itself `name` in them."""
    try:
        document = yaml.load(path.read_text(encoding="utf-8"), getattr(yaml, "CSafeLoader", yaml.SafeLoader))
        for number, recorded in enumerate(document["interactions"], 1):
            yield make_exchange(f"{name} exchange {number}", recorded)
    except (yaml.YAMLError, AttributeError, KeyError, TypeError, ValueError) as error:
        problem = " ".join(f"{type(error).__name__}: {error}".split())
        raise RecordingError(f"not a recording in VCR's YAML format ({problem})") from error


def make_exchange(where: str, recorded: dict[str, Any]) -> Exchange:
    request, response = recorded["request"], recorded["response"]
    uri = urlsplit(request["uri"])
    return Exchange(
        where,
        request["method"].upper(),
        SQL_VERSION.sub("/api/v2/", ACCOUNT.sub("", uri.path)),
        parse_qsl(uri.query, keep_blank_values=True),
        first_values(request["headers"]),
        to_bytes(request["body"]),
        Answer(response["status"]["code"], first_values(response["headers"]), to_bytes(response["body"].get("string"))),
    )


def first_values(headers: dict[str, Any] | None) -> dict[str, str]:
    pairs = ((name.lower(), value) for name, value in (headers or {}).items())
    return {name: value if isinstance(value, str) else ", ".join(map(str, value)) for name, value in pairs}


def to_bytes(body: str | bytes | None) -> bytes:
    return body.encode() if isinstance(body, str) else body or b""


def read_body(content_type: str, header: str, body: bytes) -> Any:
    """A request's body as a value: form fields are texts, or lists of texts where a name comes several times."""
    if content_type == "application/json":
        return json.loads(body)
    if content_type == "application/x-www-form-urlencoded":
        return gather(parse_qsl(body.decode(), keep_blank_values=True))
    if content_type == "multipart/form-data":
        message = BytesParser(policy=HTTP).parsebytes(b"Content-Type: " + header.encode() + b"\r\n\r\n" + body)
        parts = [part for part in message.walk() if not part.is_multipart()]
        return gather((str(part.get_param("name", header="content-disposition")), text_of(part)) for part in parts)
    return body


def text_of(part: Message) -> str:
    payload = part.get_payload(decode=True)
    return payload.decode("utf-8", "replace") if isinstance(payload, bytes) else ""


def gather(pairs: Any) -> dict[str, Any]:
    found: dict[str, list[str]] = {}
    for name, value in pairs:
        found.setdefault(name, []).append(value)
    return {name: values[0] if len(values) == 1 else values for name, values in found.items()}
