# Generated from spec/openapi.yaml by scripts/regenerate; do not edit.
"""Keys, tokens and passwords: finding them in requests, and hiding them in errors, logs and repr()."""

from __future__ import annotations

import re
from base64 import b64decode
from collections.abc import Collection, Iterator
from contextlib import suppress
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import quote

if TYPE_CHECKING:
    import httpx

Text = TypeVar("Text", str, bytes)

#: Parameters that open something; the Maps API takes tokens under two names.
_SECRET_PARAMETERS = frozenset({"api_key", "auth_token", "auth_token[]"})
# CARTO's keys have 40 characters. Replacing very short texts would only damage words.
_SHORTEST_SECRET = 6

# A name, what stands between it and its value (in URLs, JSON, headers and repr()), and the value: quoted, a list, bare.
_NAMED = re.compile(
    r"((?:api_?key|auth_tokens?(?:\[\]|%5B%5D)?|valid_tokens|authorization|token|password(?:_confirmation)?|secret)"
    r"(?:=|%3D|['\"]?\s*:\s*)(?:basic |bearer )?)"
    r"(?!None\b|UNSET\b|True\b|False\b|null\b)"
    r"('(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"|\[[^\]]*\]|[^\s&'\"\\,;)\]}<>]+)",
    re.IGNORECASE,
)


class Secret(str):
    """Text that is sent unchanged but not shown by repr(), so that tracebacks with local variables do not show it."""

    def __repr__(self) -> str:
        return "'***'"


def hide(value: Any) -> Any:
    """Return the value, with texts, also in lists, as Secret."""
    if isinstance(value, list):
        return [hide(item) for item in value]
    return Secret(value) if isinstance(value, str) else value


def secrets_of(request: httpx.Request) -> list[str]:
    """Return a request's keys and tokens: errors must not repeat them, even if the server does."""
    found = [value for name, value in request.url.params.multi_items() if name in _SECRET_PARAMETERS]
    _, _, credentials = request.headers.get("authorization", "").partition(" ")
    found.append(credentials)
    with suppress(ValueError):  # not base64, so not a key
        found.append(b64decode(credentials).decode("utf-8", "replace").partition(":")[2])
    return [form for value in found for form in {value, quote(value, safe="")}]


def without_secrets(value: Text, secrets: Collection[str]) -> Text:
    """Replace each of the secrets in a text or bytes by ***."""
    # The longest first: one secret may be the beginning of another.
    for secret in sorted(filter(lambda one: len(one) >= _SHORTEST_SECRET, secrets), key=len, reverse=True):
        value = value.replace(secret.encode(), b"***") if isinstance(value, bytes) else value.replace(secret, "***")
    return value


def causes(error: BaseException | None) -> Iterator[BaseException]:
    """Yield the error, and what it was raised from."""
    seen: set[int] = set()  # an error that is raised twice can be among its own causes
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield error
        error = error.__cause__ or error.__context__


def redact_causes(error: BaseException, secrets: Collection[str]) -> None:
    """Remove secrets from an error and its causes, which tracebacks show, and pickles of tblib hold.

    A parser quotes what it could not read, and the server can have repeated the key in it.
    """
    for one in causes(error):
        for name in ("doc", "object"):  # the body, in JSONDecodeError and in UnicodeDecodeError
            if hasattr(one, name):
                setattr(one, name, _redacted(getattr(one, name), secrets))
        one.args = tuple(_redacted(arg, secrets) for arg in one.args)


def _redacted(value: Any, secrets: Collection[str]) -> Any:
    if isinstance(value, str):
        return without_secrets(value, secrets)
    return without_secrets(value, secrets) if isinstance(value, bytes) else value


def mask_named(text: str) -> str:
    """Replace the values after names such as `api_key=` or `"token":` by ***."""
    return _NAMED.sub(r"\1***", text)


def readable(text: str) -> str:
    """Make a text safe for terminals: line breaks and tabs stay, other control characters become `�`.

    So do those that change the direction of writing, and halves of surrogate pairs, which cannot be printed.
    """
    if text.isprintable():
        return text
    return "".join(one if one.isprintable() or one in "\n\t " else "�" for one in text.replace("\r\n", "\n"))
