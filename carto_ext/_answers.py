"""What CARTO's many shapes of error bodies say (pure)."""

import html
import json
import re
from collections.abc import Collection, Iterator, Mapping
from typing import Any, Self
from urllib.parse import urlsplit

from carto_client.errors import SHORTEST_SECRET

# Longest piece of a body without structure that goes into a message.
_MAX_TEXT = 1000
# The Maps API draws some errors as a tile or an image; those bytes tell a reader nothing.
_BINARY = re.compile("[\x00-\x08\x0e-\x1f]")


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


class Hiding:
    """Replaces secrets by ***."""

    def __init__(self, secrets: Collection[str]) -> None:
        # The longest first: one secret may be the beginning of another. What is as short as a syllable is no key of
        # CARTO's (40 characters) and would only tear holes into words.
        found = (secret for secret in secrets if len(secret) >= SHORTEST_SECRET)
        self._secrets = sorted(found, key=len, reverse=True)

    def text(self, value: str) -> str:
        for secret in self._secrets:
            value = value.replace(secret, "***")
        return value

    def data(self, value: bytes) -> bytes:
        for secret in self._secrets:
            value = value.replace(secret.encode(), b"***")
        return value


def is_web_page(text: str, headers: Mapping[str, str]) -> bool:
    """CARTO calls many of its empty answers text/html; where there is nothing to read, nobody sent a page."""
    is_html = "html" in headers.get("content-type", "").lower()
    return bool(text.strip()) and (is_html or bool(re.match(r"<(!doctype|html)\b", text, re.I)))


def why_not_carto(status_code: int, headers: Mapping[str, str]) -> str:
    """A sentence for a web page or redirect; a redirect's target without its path and query, which may hold a key."""
    if status_code >= 500:
        return "A web page came back instead of CARTO's answer; if base_url is right, a proxy failed: try again later"
    if status_code < 400 and (target := urlsplit(headers.get("location", ""))).netloc:
        return f"The server sends the request on to {target.scheme}://{target.netloc.rpartition('@')[2]}"
    return "The server answered with a web page, so it does not know this path or is not CARTO"


def strip_html(text: str) -> str:
    """Plain text on one line: tags out, entities read."""
    plain = html.unescape(re.sub(r"</?[a-zA-Z][^>]*>", " ", text))
    return re.sub(r"\s+([.,;:!?)])", r"\1", " ".join(plain.split()))


def _texts(value: object) -> Iterator[str]:
    """The sentences in a text, a list of them, or fields with one or several each."""
    if isinstance(value, dict):
        for field, inner in value.items():
            yield from (text if field == "imports" else f"{field}: {text}" for text in _texts(inner))
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner)
    elif value is not None and str(value).strip():
        yield str(value).strip()


def _string(value: object) -> str:
    return value if isinstance(value, str) else ""
