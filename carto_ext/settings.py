"""The client's settings (address, key, timeouts), read and checked once, before the first request."""

import ipaddress
import math
import os
import re
import warnings
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any, Self, TypedDict, Unpack, cast
from urllib.parse import SplitResult, parse_qsl, unquote, unquote_plus, urlsplit

from carto_ext._secrecy import secret
from carto_ext.errors import ConfigurationError, InsecureConnectionWarning
from carto_ext.retries import RetryPolicy

# Seconds without a byte. CARTO stores a big upload before it answers, and many queries compute that long in silence.
DEFAULT_TIMEOUT = 120.0
# A reachable server accepts at once; this leaves room for two lost packets.
DEFAULT_CONNECT_TIMEOUT = 10.0
# Seconds for a call with all its retries and the waits between them. Transfers have no deadline: they end when they
# stall.
DEFAULT_DEADLINE = 600.0

_FORMS = "https://USER.carto.com, https://ORGANIZATION.carto.com/u/USER, https://HOST/user/USER or https://USER.HOST"
_PORTS = {"http": 80, "https": 443}
# International names in their xn-- form, as in certificates.
_HOST = re.compile(r"(?:[a-z0-9_-]+\.)*(?![0-9]+$)[a-z0-9_-]+")
# An account's own path. After it may come the path of an API or a page, since people copy addresses from browsers.
_PATH = re.compile(
    r"(?P<account>/(?:u|user)/(?P<user>[A-Za-z0-9][A-Za-z0-9._-]*))?"
    r"(?:/api/v[0-9][^?#]*|/(?:dashboard|tables|datasets|viz|maps|builder|kuviz|app)(?:/[^?#]*)?|/me)?"
)
# Query parameters that such an address can have: none of them carries a secret.
_ASKED = re.compile(
    "q|format|filename|skipfields|dp|rows_per_page|page|per_page|order_by|sort_order|order|order_direction|types?|tags|"
    "bounds|layer|config|callback|cache_policy"
)
_MAY_BE_SECRET = re.compile(r"(?:key|token|secret|password|signature)\w*\s*[=:]", re.IGNORECASE)
# An address without https:// must look like a host name, and not like a key.
_HOST_FIRST = re.compile(r"(?://)?(?:[a-z0-9_-]+\.){2,}[a-z]{2,24}(?::[0-9]+)?(?:/.*)?", re.IGNORECASE | re.DOTALL)


class Limits(TypedDict, total=False):
    """The settings that can differ from call to call, see `with_options`.

    Attributes:
        timeout: Longest silence in seconds.
        connect_timeout: Longest time to open a connection, in seconds.
        deadline: Longest time for a whole call with all its retries, in seconds.
        retries: Rules for trying again.
    """

    timeout: float
    connect_timeout: float
    deadline: float
    retries: RetryPolicy


class Overrides(Limits, total=False):
    """All arguments of a client, see `from_env`.

    Attributes:
        base_url: Address of the account.
        api_key: The API key, None for anonymous use.
        verify: True, False, or the path of a CA file.
        cert: Path of a client certificate with its key.
        timeout: As in `Limits`.
        connect_timeout: As in `Limits`.
        deadline: As in `Limits`.
        retries: As in `Limits`.
    """

    base_url: str
    api_key: str | None
    verify: bool | str
    cert: str | None


@dataclass(frozen=True)
class Settings:
    """The settings of a client.

    Make them with `parse` or `from_env`, which check them. Neither repr() nor a pickle contains the key: loading a
    pickle takes the key from CARTO_API_KEY, and raises ConfigurationError if that variable is not set.

    Attributes:
        base_url: Address of the account, without a trailing slash.
        username: Name of the account, read from `base_url`.
        api_key: The API key; None for the anonymous user, who can read public data.
        verify: True (the usual authorities), False, or the path of a PEM file with the only authorities to trust.
        cert: Path of a PEM file with the client's certificate and its key, for servers that require one.
        timeout: Longest silence while reading or writing, in seconds.
        connect_timeout: Longest time to open a connection, in seconds.
        deadline: Longest time for a whole call with all its retries, in seconds. Does not apply to streamed transfers.
        retries: Rules for trying again.
    """

    base_url: str
    username: str
    api_key: str | None = field(default=None, repr=False)
    verify: bool | str = True
    timeout: float = DEFAULT_TIMEOUT
    connect_timeout: float = DEFAULT_CONNECT_TIMEOUT
    deadline: float = DEFAULT_DEADLINE
    cert: str | None = None
    retries: RetryPolicy = field(default_factory=RetryPolicy)

    @classmethod
    def parse(
        cls,
        base_url: str,
        *,
        api_key: str | None = None,
        verify: bool | str | os.PathLike[str] = True,
        timeout: float = DEFAULT_TIMEOUT,
        connect_timeout: float = DEFAULT_CONNECT_TIMEOUT,
        deadline: float = DEFAULT_DEADLINE,
        cert: str | os.PathLike[str] | None = None,
        retries: RetryPolicy | None = None,
    ) -> Self:
        """Check the arguments and find the account's name.

        Args:
            base_url: Address of the account, in any form that CARTO uses; also a page's or API's address.
            api_key: The API key, None for anonymous use.
            verify: True, False, or the path of a CA file.
            timeout: Longest silence in seconds.
            connect_timeout: Longest time to open a connection, in seconds.
            deadline: Longest time for a whole call with all its retries, in seconds.
            cert: Path of a client certificate with its key.
            retries: Rules for trying again; None for the defaults.

        Returns:
            The settings.

        Raises:
            ConfigurationError: An argument is invalid; the message names it and shows no key.

        Warns:
            InsecureConnectionWarning: `base_url` is plain http to another machine, or `verify` is False.
        """
        base_url, api_key = secret(base_url), secret(api_key)
        for name, text in (("base_url", base_url), ("api_key", "" if api_key is None else api_key)):
            if not isinstance(text, str):
                raise ConfigurationError(f"{name} is {type(text).__name__}: give a string")
        refusal = ""
        try:
            _check_key(api_key)
            parts, username = _split(base_url, api_key)
        except ConfigurationError as error:
            refusal = str(error)
        if refusal:  # raised again here: the frames of the first error hold parts of the arguments
            raise ConfigurationError(refusal)
        host = parts.hostname or ""
        if parts.scheme == "http" and not _is_loopback(host):
            _warn(f"base_url uses http to {host}: others can read the key and the data on the way; use https")
        if verify is False:
            _warn(f"verify is False: the certificate of {host} is not checked; give the path of its CA file instead")
        if not isinstance(verify, bool):
            verify = _existing_file("verify", "CA file", verify)
        if cert is not None:
            cert = _existing_file("cert", "certificate", cert)
        tried = RetryPolicy() if retries is None else retries
        return cls(_join(parts), username, api_key, verify, timeout, connect_timeout, deadline, cert, tried)

    def __post_init__(self) -> None:
        for name in ("timeout", "connect_timeout", "deadline"):
            seconds = getattr(self, name)
            is_number = isinstance(seconds, int | float) and not isinstance(seconds, bool)
            if not (is_number and math.isfinite(seconds) and seconds > 0):
                raise ConfigurationError(f"{name} is {seconds!r}: give a number of seconds greater than 0")
        if not isinstance(self.retries, RetryPolicy):
            raise ConfigurationError(f"retries is {self.retries!r}: give a RetryPolicy")

    def __reduce__(self) -> tuple[Any, ...]:
        values = {one.name: getattr(self, one.name) for one in fields(self) if one.name != "api_key"}
        return _read_pickle, (type(self), values, self.api_key is not None)

    def __copy__(self) -> Self:
        return self  # immutable, and a copy by __reduce__ would lack the key

    def __deepcopy__(self, memo: object) -> Self:
        return self

    @classmethod
    def from_env(cls, environ: Mapping[str, str] = os.environ, **overrides: Unpack[Overrides]) -> Self:
        """Make settings from the environment variables CARTO_BASE_URL and CARTO_API_KEY.

        Args:
            environ: The variables. Defaults to those of the process.
            **overrides: Arguments of `parse`. They win over the environment.

        Returns:
            The settings; anonymous if CARTO_API_KEY is not set.

        Raises:
            ConfigurationError: CARTO_BASE_URL is not set, or a value is invalid.
        """
        overrides = with_environment(overrides, environ)
        del environ
        return cls.parse(**overrides)

    def arguments(self) -> Overrides:
        """Return the arguments for a client's constructor that give these settings."""
        given = {name: getattr(self, name) for name in Overrides.__annotations__}
        return cast(Overrides, given | {"api_key": secret(self.api_key)})

    @property
    def origin(self) -> tuple[str, str, int]:
        """Scheme, host and port of the account. The key is only ever sent there."""
        parts = urlsplit(self.base_url)
        return parts.scheme, parts.hostname or "", parts.port or _PORTS[parts.scheme]


def with_environment(overrides: Overrides, environ: Mapping[str, str] = os.environ) -> Overrides:
    """Return the arguments of a client, completed from the environment."""
    base_url = secret(overrides.get("base_url", environ.get("CARTO_BASE_URL", "").strip() or None))
    api_key = secret(overrides.get("api_key", environ.get("CARTO_API_KEY")))
    # From here on, a traceback with local variables shows neither of them.
    del environ
    overrides = {**overrides, "api_key": api_key}
    if base_url is None:
        raise ConfigurationError(f"CARTO_BASE_URL is not set: set it to {_FORMS}")
    return {**overrides, "base_url": base_url}


def _read_pickle(cls: type[Settings], values: dict[str, Any], had_key: bool) -> Settings:
    key = secret(os.environ.get("CARTO_API_KEY")) if had_key else None
    if had_key and not key:
        raise ConfigurationError(
            "CARTO_API_KEY is not set, and a pickle of Settings or of a client does not contain the key: set "
            "CARTO_API_KEY in the process that loads it"
        )
    return cls(api_key=key, **values)


def _existing_file(argument: str, what: str, path: str | os.PathLike[str]) -> str:
    if not isinstance(path, str | os.PathLike):
        raise ConfigurationError(f"{argument} is {path!r}: give the path of a {what}")
    if not os.path.isfile(path):
        raise ConfigurationError(f"{argument} is {os.fspath(path)!r}, which does not exist: give the path of a {what}")
    return os.fspath(path)


def _split(base_url: str, api_key: str | None) -> tuple[SplitResult, str]:
    def refusal(why: str) -> ConfigurationError:
        return ConfigurationError(f"base_url {_shown(base_url, api_key)} {why}; give {_FORMS}")

    text = base_url.strip()
    if _HOST_FIRST.fullmatch(text.partition("?")[0]):
        text = f"https://{text.removeprefix('//')}"
    try:
        parts = urlsplit(text)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        raise refusal("is not a URL") from None
    if parts.scheme not in _PORTS:
        raise refusal("does not begin with https://")
    if "@" in parts.netloc:
        raise refusal("contains a user name or password; give the key as api_key")
    path = _PATH.fullmatch(parts.path.rstrip("/"))
    if "#" in text or ("?" in text and not (path and _is_harmless(parts.query, api_key))):
        raise refusal("has a query or fragment; give the key as api_key")
    if port == 0 or not (_is_address(host) or _HOST.fullmatch(host)) or re.search(r"\s", parts.netloc + parts.path):
        raise refusal("has no valid host")
    if path is None or (api_key is not None and api_key in unquote(parts.path)):
        raise refusal("has a path that names no user")
    if not (user := path["user"] or _user_of(host)):
        raise refusal("names no user")
    return parts._replace(path=path["account"] or "", query=""), user


def _is_harmless(query: str, api_key: str | None) -> bool:
    """Return True if it cannot contain a secret, like `q=SELECT …&format=geojson`, with which portals publish data."""
    text = unquote(unquote_plus(query))
    names = [name for name, _ in parse_qsl(query, keep_blank_values=True)]
    known = bool(names) and all(_ASKED.fullmatch(name) for name in names)
    return known and not (api_key and api_key in text) and not _MAY_BE_SECRET.search(text)


def _user_of(host: str) -> str | None:
    """Return the first label if a domain follows it: None for carto.com itself, USER for USER.localhost."""
    user, _, domain = host.partition(".")
    whole = "." in domain or domain == "localhost"
    return user if whole and user != "www" and not _is_address(host) else None


def _join(parts: SplitResult) -> str:
    host = f"[{parts.hostname}]" if ":" in (parts.hostname or "") else parts.hostname
    port = "" if parts.port in (None, _PORTS[parts.scheme]) else f":{parts.port}"
    return f"{parts.scheme}://{host}{port}{parts.path}"


def _shown(base_url: str, api_key: str | None) -> str:
    """Return the address without anything that could be a secret."""
    text = base_url.strip()
    if text and "." not in text and "/" not in text:
        return "(not shown, it could be a key)"
    if "@" in text:
        scheme, separator, _ = text.partition("://")
        return repr(f"{scheme}://***" if separator else "***")
    text = re.sub(r"[?#].*", "?***", text, flags=re.DOTALL)
    return repr(text.replace(api_key, "***") if api_key else text)


def _check_key(api_key: str | None) -> None:
    if api_key is None:
        return
    if not api_key.strip():
        raise ConfigurationError("api_key is blank: leave it out (or unset CARTO_API_KEY) for anonymous use")
    if not re.fullmatch(r"[!-~]+", api_key):
        raise ConfigurationError("api_key contains spaces, line breaks or characters outside ASCII: copy it again")


def _is_address(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def _is_loopback(host: str) -> bool:
    if _is_address(host):
        return ipaddress.ip_address(host).is_loopback
    return host == "localhost" or host.endswith(".localhost")


def _warn(message: str) -> None:
    # Three frames up from here: parse, the client's constructor, its caller.
    warnings.warn(message, InsecureConnectionWarning, stacklevel=4)
