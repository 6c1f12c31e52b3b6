"""Parsing of error bodies, which have many shapes at CARTO (pure)."""

import html
import json
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from email.utils import parsedate_to_datetime
from typing import Any, Self
from urllib.parse import urlsplit

from carto_client.redaction import readable

# Longest part of an unstructured body that goes into a message.
_MAX_TEXT = 1000
# The Maps API draws some errors as a tile or an image; such bytes do not belong in a message.
_BINARY = re.compile("[\x00-\x08\x0e-\x1f]")
# Real messages are not nested deeper, and each level costs a frame.
_DEEPEST = 20


class ErrorBody:
    """The messages of an error body, with their details. Texts are empty if the body has none."""

    def __init__(self, messages: tuple[str, ...], said: Mapping[str, Any] | None = None) -> None:
        said = said or {}
        maps = said.get("errors_with_context")  # of the Maps API; each has type, message and sometimes subtype
        first = maps[0] if isinstance(maps, list) and maps and isinstance(maps[0], dict) else {}
        errors = said.get("errors")
        self.messages = messages
        self.detail = _string(said.get("detail") or said.get("errors_cause") or first.get("subtype"))
        self.hint = _string(said.get("hint"))
        self.context = _string(said.get("context") or first.get("type"))
        self.is_imports = isinstance(errors, dict) and "imports" in errors

    @classmethod
    def read(cls, text: str) -> Self:
        """Parse any body: an object with one of the known keys, a list, plain text labelled as JSON, or no text."""
        try:
            said = json.loads(text)
        except (ValueError, RecursionError):
            return cls(() if _BINARY.search(text) else tuple(_texts(text[:_MAX_TEXT])))
        if not isinstance(said, dict):
            return cls(tuple(_texts(said)))
        for key in ("error", "errors", "text", "description", "message"):
            if messages := tuple(_texts(said.get(key))):
                return cls(messages, said)
        # {} and {"errors": null} have no message. An object of unknown shape is shown as it is.
        return cls((text[:_MAX_TEXT],) if said.keys() - {"errors"} else (), said)


def is_web_page(text: str, headers: Mapping[str, str]) -> bool:
    """Return True for a web page. An empty body is not one, although CARTO labels many empty answers text/html."""
    labelled = "html" in headers.get("content-type", "").lower()
    return bool(text) and (labelled or bool(re.match(r"<(!doctype|html)\b", text, re.I)))


def retry_after(headers: Mapping[str, str]) -> float | None:
    """Return the seconds to wait before the same request, from Retry-After or CARTO's own header."""
    for name in ("retry-after", "carto-rate-limit-reset"):
        value = headers.get(name, "").strip()
        if re.fullmatch(r"[0-9]{1,9}(\.[0-9]{1,9})?", value):
            return float(value)
    with suppress(ValueError):  # the other form is a date, to be compared with the server's own clock
        at, now = (parsedate_to_datetime(headers.get(name, "")) for name in ("retry-after", "date"))
        return max((at - now).total_seconds(), 0.0)
    return None


def why_not_carto(status_code: int, headers: Mapping[str, str]) -> str:
    """Return the message for a web page or redirect. A redirect's path and query are left out: they can hold a key."""
    if status_code >= 500:
        return "The answer was a web page, not CARTO's; if base_url is right, a proxy failed: try again later"
    if status_code < 400 and (target := _host_of(headers.get("location", ""))):
        return f"The server redirects the request to {target}"
    return "The server answered with a web page, so it does not know this path or is not CARTO"


def _host_of(url: str) -> str:
    try:
        parts = urlsplit(url)
    except ValueError:  # not a valid URL
        return ""
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}" if parts.netloc else ""


def strip_html(text: str) -> str:
    """Return plain text on one line, without tags and with entities decoded."""
    plain = html.unescape(re.sub(r"</?[a-zA-Z][^>]*>", " ", text))
    return re.sub(r"\s+([.,;:!?)])", r"\1", " ".join(plain.split()))


def _texts(value: object, depth: int = 0) -> Iterator[str]:
    """Yield the messages in a text, in a list of texts, or in fields with one or several each."""
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
