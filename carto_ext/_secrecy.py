"""Keys and tokens in settings, URLs and log records; for texts see carto_client.redaction."""

from typing import overload

import httpx

from carto_client.redaction import Secret
from carto_ext.errors import ConfigurationError


@overload
def secret(value: str) -> Secret: ...
@overload
def secret(value: str | None) -> Secret | None: ...
def secret(value: str | None) -> Secret | None:
    """Make a text that repr() does not show, and so a traceback with local variables does not either."""
    if not isinstance(value, str | None):
        raise ConfigurationError(f"api_key or base_url is {type(value).__name__}: give a string")
    return None if value is None else Secret(value)


class PrivateURL(httpx.URL):
    """A URL whose query is sent but not shown, because httpx logs the URL of every request at INFO.

    The query can contain a key, a token, or the SQL.
    """

    def __str__(self) -> str:
        return super().__str__().partition("?")[0]

    def __repr__(self) -> str:
        return f"{type(self).__name__}({str(self)!r})"
