"""Keys and tokens in settings, URLs and log records; for texts see carto_client.redaction."""

import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import overload

import httpx

from carto_client.redaction import Secret, mask_named, without_secrets
from carto_ext.errors import ConfigurationError

_ON_THE_WAY: ContextVar[Sequence[str]] = ContextVar("secrets of the request on its way", default=())


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
        record.msg = mask_named(without_secrets(str(record.msg), _ON_THE_WAY.get()))
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
