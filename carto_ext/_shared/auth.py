"""Authentication: the key is sent only to the account's own server, as HTTP Basic wherever the server supports it."""

import base64
import re
import ssl
from collections.abc import Generator, Iterator
from contextlib import contextmanager

import httpx

from carto_ext._secrecy import PrivateURL, secret
from carto_ext.errors import ConfigurationError
from carto_ext.settings import Settings

# Resources that read only the parameter `api_key`: they answer 403 or 500 to a key sent as Basic.
_BY_PARAMETER = re.compile(r"/api/v4/(kuviz|app|datasets)(/|$)")


class KeyAuth(httpx.Auth):
    """Adds the key, if there is one, to requests whose scheme, host and port are those of the settings.

    The key is a header and not a parameter, so that URLs and their logs do not contain it. Only kuviz, apps and
    datasets get it as the parameter `api_key`, because they support nothing else; proxies and servers can log that.
    """

    def __init__(self, settings: Settings) -> None:
        base = httpx.URL(settings.base_url)
        self._origin = _origin(base)
        self._prefix = base.path.rstrip("/")
        self._key = settings.api_key
        self._header: str | None = None
        if settings.api_key is not None:
            pair = f"{settings.username}:{settings.api_key}".encode()
            self._header = secret(f"Basic {base64.b64encode(pair).decode('ascii')}")

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        self.add_to(request)
        yield request

    def add_to(self, request: httpx.Request) -> None:
        if self._header is not None and _origin(request.url) == self._origin:
            if _BY_PARAMETER.match(request.url.path.removeprefix(self._prefix)):
                request.url = PrivateURL(request.url.copy_set_param("api_key", self._key))
            else:
                request.headers["Authorization"] = self._header

    def __repr__(self) -> str:
        scheme, host, _ = self._origin
        return f"KeyAuth({scheme}://{host.decode('ascii')})"


def tls_context(settings: Settings) -> ssl.SSLContext | bool:
    """Return httpx's `verify`: True for its own authorities, a context for files, False for no check.

    Raises ConfigurationError if a file cannot be used.
    """
    if settings.cert is None and isinstance(settings.verify, bool):
        return settings.verify
    context = _trusting(settings.verify)
    if settings.cert is not None:
        with _usable("cert", settings.cert, "the client's certificate and its key"):
            context.load_cert_chain(settings.cert)
    return context


def _trusting(verify: bool | str) -> ssl.SSLContext:
    if isinstance(verify, str):
        with _usable("verify", verify, "the certificate of the authority"):
            return ssl.create_default_context(cafile=verify)
    return httpx.create_ssl_context(verify=verify)


@contextmanager
def _usable(argument: str, path: str, content: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:  # ssl.SSLError is one
        reason = error.strerror or error
        raise ConfigurationError(
            f"{argument} is {path!r}, which cannot be used ({reason}): give a PEM file with {content}"
        ) from error


def _origin(url: httpx.URL) -> tuple[str, bytes, int | None]:
    # httpx has normalized both URLs: lower case, IDNA, no default port.
    return url.scheme, url.raw_host, url.port
