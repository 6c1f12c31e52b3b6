"""The way to CARTO a step at a time, for `carto doctor`: a call tells its first failure only."""

import ssl
from datetime import UTC, datetime
from typing import Any

import anyio
import httpx
from anyio.streams.tls import TLSAttribute

from carto_ext._shared._http.proxies import Proxies
from carto_ext._shared.auth import tls_context
from carto_ext.errors import ConnectionFailedError
from carto_ext.settings import Settings, _is_address, _is_loopback

_DAYS_BEFORE_RENEWAL = 14


def proxy(settings: Settings) -> str | None:
    """The address of the proxy for this account, without its password; None if there is none."""
    found = Proxies().to(settings.origin)
    return None if found is None else f"{found.url.scheme}://{found.url.netloc.decode()}"


def name_lookup(settings: Settings) -> str:
    """The addresses of the host; raises ConnectionFailedError if it has none."""
    _, host, port = settings.origin
    if _is_address(host):
        return f"{host} is an address"
    try:
        found = anyio.run(anyio.getaddrinfo, host, port)
    except OSError as error:
        raise ConnectionFailedError(f"the name {host} has no address: {error.strerror or error}") from None
    addresses = list(dict.fromkeys(str(address[0]) for *_, address in found))
    shown = ", ".join(addresses[:2]) + (", …" if len(addresses) > 2 else "")
    return f"{host} is {shown}"


def secure_connection(settings: Settings) -> tuple[bool, str]:
    """True if all is well, and what the server showed; raises ConnectionFailedError if there is no connection."""
    scheme, host, port = settings.origin
    try:
        certificate, protocol = anyio.run(_connect, settings)
    except ssl.SSLCertVerificationError as error:
        raise ConnectionFailedError(
            f"the certificate of {host} is not trusted: {error.verify_message}; for a private authority give its file: "
            "carto login --ca-file"
        ) from None
    except (OSError, TimeoutError, anyio.EndOfStream, anyio.BrokenResourceError) as error:
        raise ConnectionFailedError(f"no connection to {host}:{port}: {_reason(error)}") from None
    if scheme == "http":
        if _is_loopback(host):
            return True, f"plain http, within this machine ({host}:{port})"
        return False, f"plain http to {host}:{port}: the key and the data can be read on the way"
    if not certificate:
        return False, f"{protocol}; the certificate is not checked"
    ends = datetime.fromtimestamp(ssl.cert_time_to_seconds(certificate["notAfter"]), UTC)
    days = (ends - datetime.now(UTC)).days
    detail = f"{protocol}, certificate of {_issuer(certificate)}, until {ends:%Y-%m-%d}"
    return (False, f"{detail}: {days} days left") if days < _DAYS_BEFORE_RENEWAL else (True, detail)


async def _connect(settings: Settings) -> tuple[dict[str, Any], str]:
    scheme, host, port = settings.origin
    with anyio.fail_after(settings.connect_timeout):
        if scheme == "http":
            async with await anyio.connect_tcp(host, port):
                return {}, ""
        context = tls_context(settings)
        if isinstance(context, bool):
            context = httpx.create_ssl_context(verify=context)
        async with await anyio.connect_tcp(host, port, tls_hostname=host, ssl_context=context) as stream:
            certificate = stream.extra(TLSAttribute.peer_certificate)
            return dict(certificate or {}), str(stream.extra(TLSAttribute.tls_version))


def _reason(error: BaseException) -> str:
    """anyio sums up several addresses; what one of them said is more use."""
    while isinstance(error.__cause__ or error, BaseExceptionGroup) or error.__cause__ is not None:
        error = error.__cause__ or error
        if isinstance(error, BaseExceptionGroup):
            error = error.exceptions[0]
    if isinstance(error, TimeoutError):
        return "no answer in time"
    return getattr(error, "strerror", None) or str(error) or type(error).__name__


def _issuer(certificate: dict[str, Any]) -> str:
    names = {name: value for part in certificate.get("issuer", ()) for name, value in part}
    return str(names.get("organizationName") or names.get("commonName") or "an unnamed authority")
