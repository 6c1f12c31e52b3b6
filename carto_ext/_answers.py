"""What CARTO's many shapes of error bodies say (pure)."""

import html
import json
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from email.utils import parsedate_to_datetime
from typing import Any, Self
from urllib.parse import urlsplit

from carto_client.redaction import readable

# Longest piece of a body without structure that goes into a message.
_MAX_TEXT = 1000
# The Maps API draws some errors as a tile or an image; those bytes tell a reader nothing.
_BINARY = re.compile("[\x00-\x08\x0e-\x1f]")
# Deeper texts than this are nobody's sentences, and each level costs a frame.
_DEEPEST = 20


class ErrorBody:
    """The sentences for people, and what goes with them; texts are empty where the body has none."""

    def __init__(self, messages: tuple[str, ...], said: Mapping[str, Any] | None = None) -> None:
        said = said or {}
        maps = said.get("errors_with_context")  # the Maps API's; each has type, message and perhaps subtype
        first = maps[0] if isinstance(maps, list) and maps and isinstance(maps[0], dict) else {}
        errors = said.get("errors")
        self.messages = messages
        self.detail = _string(said.get("detail") or said.get("errors_cause") or first.get("subtype"))
        self.hint = _string(said.get("hint"))
        self.context = _string(said.get("context") or first.get("type"))
        self.is_imports = isinstance(errors, dict) and "imports" in errors

    @classmethod
    def read(cls, text: str) -> Self:
        """Any body: an object with one of the known keys, a list, bare words under a JSON type, or nothing."""
        try:
            said = json.loads(text)
        except (ValueError, RecursionError):
            return cls(() if _BINARY.search(text) else tuple(_texts(text[:_MAX_TEXT])))
        if not isinstance(said, dict):
            return cls(tuple(_texts(said)))
        for key in ("error", "errors", "text", "description", "message"):
            if messages := tuple(_texts(said.get(key))):
                return cls(messages, said)
        # {} and {"errors": null} say nothing; another object says it in a way that nobody has seen yet.
        return cls((text[:_MAX_TEXT],) if said.keys() - {"errors"} else (), said)


def is_web_page(text: str, headers: Mapping[str, str]) -> bool:
    """By its text; an empty body is none, though CARTO labels many empty answers text/html."""
    labelled = "html" in headers.get("content-type", "").lower()
    return bool(text) and (labelled or bool(re.match(r"<(!doctype|html)\b", text, re.I)))


def retry_after(headers: Mapping[str, str]) -> float | None:
    """Seconds until the server takes the same request again, by Retry-After or by CARTO's own header."""
    for name in ("retry-after", "carto-rate-limit-reset"):
        value = headers.get(name, "").strip()
        if re.fullmatch(r"[0-9]{1,9}(\.[0-9]{1,9})?", value):
            return float(value)
    with suppress(ValueError):  # the other form is a date, which only the server's own clock makes a time
        at, now = (parsedate_to_datetime(headers.get(name, "")) for name in ("retry-after", "date"))
        return max((at - now).total_seconds(), 0.0)
    return None


def why_not_carto(status_code: int, headers: Mapping[str, str]) -> str:
    """A sentence for a web page or redirect; a redirect's target without its path and query, which may hold a key."""
    if status_code >= 500:
        return "A web page came back instead of CARTO's answer; if base_url is right, a proxy failed: try again later"
    if status_code < 400 and (target := _host_of(headers.get("location", ""))):
        return f"The server sends the request on to {target}"
    return "The server answered with a web page, so it does not know this path or is not CARTO"


def _host_of(url: str) -> str:
    try:
        parts = urlsplit(url)
    except ValueError:  # an address that nobody can read
        return ""
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}" if parts.netloc else ""


def strip_html(text: str) -> str:
    """Plain text on one line: tags out, entities read."""
    plain = html.unescape(re.sub(r"</?[a-zA-Z][^>]*>", " ", text))
    return re.sub(r"\s+([.,;:!?)])", r"\1", " ".join(plain.split()))


def _texts(value: object, depth: int = 0) -> Iterator[str]:
    """The sentences in a text, a list of them, or fields with one or several each."""
    if depth > _DEEPEST:
        return
    if isinstance(value, dict):
        for field, inner in value.items():
            yield from (text if field == "imports" else f"{field}: {text}" for text in _texts(inner, depth + 1))
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner, depth + 1)
    elif value is not None and (text := readable(str(value)).strip()):
        yield text


def _string(value: object) -> str:
    return readable(value) if isinstance(value, str) else ""
