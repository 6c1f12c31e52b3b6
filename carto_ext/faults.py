"""httpx's failures become the errors of carto_ext.errors, here and nowhere else."""

import ssl
from collections.abc import Iterator
from contextlib import contextmanager

import httpx

from carto_ext.errors import CartoTimeoutError, ConnectionFailedError, TransportError

_WHAT_TIMED_OUT = {
    httpx.ConnectTimeout: "no connection to {host} within {connect:g} s",
    httpx.ReadTimeout: "no byte from {host} for {read:g} s",
    httpx.WriteTimeout: "{host} took no byte for {write:g} s",
    httpx.PoolTimeout: "no free connection to {host} for {pool:g} s",
}


@contextmanager
def typed_faults(request: httpx.Request) -> Iterator[None]:
    """Messages name the host, never the URL: its query may hold a key or SQL."""
    try:
        yield
    except httpx.TimeoutException as error:
        limits = {name: value or 0.0 for name, value in request.extensions.get("timeout", {}).items()}
        template = _WHAT_TIMED_OUT.get(type(error), "{host} took too long")
        message = template.format(host=_host(request), **limits)
        raise CartoTimeoutError(f"{message}; give the client a larger timeout if that is to be expected") from error
    except httpx.ConnectError as error:
        raise ConnectionFailedError(_why_not_connected(request, error)) from error
    except httpx.TransportError as error:
        raise TransportError(
            f"the connection to {_host(request)} broke: {str(error) or type(error).__name__}"
        ) from error


def _host(request: httpx.Request) -> str:
    return request.url.netloc.decode("ascii")


def _why_not_connected(request: httpx.Request, error: httpx.ConnectError) -> str:
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ssl.SSLCertVerificationError):
            return (
                f"the certificate of {_host(request)} is not trusted: {cause.verify_message}; "
                "pass verify='path/to/ca.pem' for a private authority"
            )
        cause = cause.__cause__ or cause.__context__
    return f"cannot connect to {_host(request)}: {error}; check base_url and the network"
