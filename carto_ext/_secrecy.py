"""What must not be seen: keys and tokens, wherever Python shows a value, a URL or a log record."""

import logging
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import overload

import httpx

from carto_client.errors import Secret
from carto_client.errors import secrets_of as secrets_of
from carto_ext.errors import ConfigurationError

_ON_THE_WAY: ContextVar[Sequence[str]] = ContextVar("secrets of the request on its way", default=())
_IN_TEXT = re.compile(r"((?:api_key|auth_token(?:\[\]|%5B%5D)?)(?:=|%3D))[^&\s'\"\\,;)<>]+", re.IGNORECASE)


@overload
def secret(value: str) -> Secret: ...
@overload
def secret(value: str | None) -> Secret | None: ...
def secret(value: str | None) -> Secret | None:
    """Text that repr() does not show, so that no traceback with local variables does."""
    if not isinstance(value, str | None):
        raise ConfigurationError(f"api_key and base_url are text, not {type(value).__name__}")
    return None if value is None else Secret(value)


class PrivateURL(httpx.URL):
    """Has its query where it is sent, not where it is shown: httpx logs the URL of every request at INFO.

    The query may hold a key, a token, or the SQL.
    """

    def __str__(self) -> str:
        return super().__str__().partition("?")[0]

    def __repr__(self) -> str:
        return f"{type(self).__name__}({str(self)!r})"


class _HideParameters(logging.Filter):
    def filter(self, record: logging.LogRecord) -> bool:
        text = str(record.msg)
        for value in _ON_THE_WAY.get():
            text = text.replace(value, "***")
        record.msg = _IN_TEXT.sub(r"\1***", text)
        return True


@contextmanager
def hidden_in_logs(secrets: Sequence[str]) -> Iterator[None]:
    """While a request is on its way, what it carries is replaced in httpcore's log records."""
    token = _ON_THE_WAY.set(secrets)
    try:
        yield
    finally:
        _ON_THE_WAY.reset(token)


def keep_logs_clean() -> None:
    """At DEBUG httpcore logs the headers of every answer; a redirect, for one, repeats the URL it was asked for."""
    for name in ("connection", "http11", "proxy"):
        logger = logging.getLogger(f"httpcore.{name}")
        if not any(isinstance(one, _HideParameters) for one in logger.filters):
            logger.addFilter(_HideParameters())
