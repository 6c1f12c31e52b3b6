"""The key travels as HTTP Basic to the account's own server and nowhere else."""

import base64
import ssl
from collections.abc import Generator

import httpx

from carto_ext.errors import ConfigurationError
from carto_ext.settings import Settings


class KeyAuth(httpx.Auth):
    """Adds the key to requests whose scheme, host and port are those of the settings; without a key it adds nothing.

    A header and not a parameter, so that the key is in no URL, and in no log of one.
    """

    def __init__(self, settings: Settings) -> None:
        self._origin = _origin(httpx.URL(settings.base_url))
        self._header: str | None = None
        if settings.api_key is not None:
            pair = f"{settings.username}:{settings.api_key}".encode()
            self._header = f"Basic {base64.b64encode(pair).decode('ascii')}"

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        if self._header is not None and _origin(request.url) == self._origin:
            request.headers["Authorization"] = self._header
        yield request

    def __repr__(self) -> str:
        scheme, host, _ = self._origin
        return f"KeyAuth({scheme}://{host.decode('ascii')})"


def tls_context(settings: Settings) -> ssl.SSLContext | bool:
    """What httpx takes as `verify`: True for its own authorities, a context for a CA file, False for no check.

    Raises ConfigurationError if the CA file cannot be used.
    """
    if isinstance(settings.verify, bool):
        return settings.verify
    try:
        return ssl.create_default_context(cafile=settings.verify)
    except OSError as error:  # ssl.SSLError is one
        raise ConfigurationError(
            f"verify names {settings.verify!r}, which cannot be used: give a PEM file with the certificate "
            f"of the authority ({error.strerror or error})"
        ) from error


def _origin(url: httpx.URL) -> tuple[str, bytes, int | None]:
    # httpx has made both URLs comparable: lower case, IDNA, no default port.
    return url.scheme, url.raw_host, url.port
