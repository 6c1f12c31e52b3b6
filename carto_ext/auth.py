"""The key travels to the account's own server and nowhere else: as HTTP Basic wherever that is understood."""

import base64
import re
import ssl
from collections.abc import Generator

import httpx

from carto_ext.errors import ConfigurationError
from carto_ext.settings import Settings

# Resources that look at the parameter `api_key` only: they answer 403 or 500 to a key sent as Basic.
_BY_PARAMETER = re.compile(r"/api/v4/(kuviz|app|datasets)(/|$)")


class _KeyedURL(httpx.URL):
    """Has the key where it is sent, not where it is printed: httpx logs the URL of every request."""

    def __str__(self) -> str:
        return str(httpx.URL(self).copy_remove_param("api_key"))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({str(self)!r})"


class KeyAuth(httpx.Auth):
    """Adds the key to requests whose scheme, host and port are those of the settings; without a key it adds nothing.

    A header and not a parameter, so that the key is in no URL, and in no log of one. Only kuviz, apps and datasets get
    it as the parameter `api_key`, since they know no other way; proxies and servers may log that.
    """

    def __init__(self, settings: Settings) -> None:
        base = httpx.URL(settings.base_url)
        self._origin = _origin(base)
        self._prefix = base.path.rstrip("/")
        self._key = settings.api_key
        self._header: str | None = None
        if settings.api_key is not None:
            pair = f"{settings.username}:{settings.api_key}".encode()
            self._header = f"Basic {base64.b64encode(pair).decode('ascii')}"

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        if self._header is not None and _origin(request.url) == self._origin:
            if _BY_PARAMETER.match(request.url.path.removeprefix(self._prefix)):
                request.url = _KeyedURL(request.url.copy_set_param("api_key", self._key))
            else:
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
