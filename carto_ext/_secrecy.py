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
