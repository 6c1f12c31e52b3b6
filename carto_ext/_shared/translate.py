"""httpx's failures become the errors of carto_ext.errors, here and nowhere else."""

import errno
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from math import inf
from time import monotonic

import httpx

from carto_ext._answers import Hiding
from carto_ext._secrecy import secrets_of
from carto_ext.errors import CartoTimeoutError, ConnectionFailedError, TransportError

_WHAT_TIMED_OUT = {
    httpx.ConnectTimeout: "no connection to {host} within {connect:g} s",
    httpx.ReadTimeout: "no byte from {host} for {read:g} s",
    httpx.WriteTimeout: "{host} took no byte for {write:g} s",
    httpx.PoolTimeout: "no free connection to {host} for {pool:g} s",
}

_ANOTHER_HOST = "put a name that stands in it into base_url"
# By OpenSSL's X509_V_ERR codes.
_CERTIFICATES = {
    10: "whoever runs the server must renew it",
    62: _ANOTHER_HOST,
    64: _ANOTHER_HOST,
}


@contextmanager
def typed_faults(request: httpx.Request) -> Iterator[None]:
    """Messages name the host, never the URL: its query may hold a key or SQL."""
    try:
        yield
    except httpx.TimeoutException as error:
        raise CartoTimeoutError(_why_too_late(request, error)) from _without_frames(error)
    except httpx.ConnectError as error:
        failed = ConnectionFailedError(_why_not_connected(request, error))
        failed.may_pass = not any(isinstance(cause, ssl.SSLCertVerificationError) for cause in _causes(error))
        raise failed from _without_frames(error)
    except (httpx.TransportError, httpx.DecodingError) as error:
        raise TransportError(_why_broken(request, error)) from _without_frames(error)
    except OSError as error:
        if error.errno in (errno.EMFILE, errno.ENFILE):  # of what is loaded when it is first needed
            raise TransportError(f"{error}; close some of what is open, or raise the limit (ulimit -n)") from None
        raise


def _why_too_late(request: httpx.Request, error: httpx.TimeoutException) -> str:
    if monotonic() >= request.extensions.get("ends", inf):
        return "the answer was not complete at the deadline; give the client a larger one if that is to be expected"
    limits = {name: value or 0.0 for name, value in request.extensions.get("timeout", {}).items()}
    template = _WHAT_TIMED_OUT.get(type(error), "{host} took too long")
    message = template.format(host=str(error) or _host(request), **limits)  # a proxy, where that is too slow
    return f"{message}; give the client a larger timeout if that is to be expected"


def _host(request: httpx.Request) -> str:
    return request.url.netloc.decode("ascii")


def _why_not_connected(request: httpx.Request, error: httpx.ConnectError) -> str:
    for cause in _causes(error):
        if isinstance(cause, ssl.SSLCertVerificationError):
            advice = _CERTIFICATES.get(cause.verify_code, "pass verify='path/to/ca.pem' for a private authority")
            message = cause.verify_message.rstrip(".")
            return f"the certificate of {_host(request)} is not trusted: {message}; {advice}"
    return f"cannot connect to {_host(request)}: {_told(request, error)}; check base_url and the network"


def _why_broken(request: httpx.Request, error: Exception) -> str:
    why = f"the connection to {_host(request)} broke: {_told(request, error) or type(error).__name__}"
    # With TLS 1.3 a server says so only when the client has begun to speak.
    asked = any(isinstance(cause, ssl.SSLError) and "CERTIFICATE_REQUIRED" in str(cause) for cause in _causes(error))
    return f"{why}; the server asks for a certificate: pass cert='path/to/client.pem'" if asked else why


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__


def _without_frames(error: Exception) -> Exception:
    """Theirs hold what was sent and what came: a traceback with local variables would show the key."""
    for one in _causes(error):
        one.__traceback__ = None
    return error


def _told(request: httpx.Request, error: Exception) -> str:
    """What h11 could not read it repeats, and the server may have repeated the key."""
    return Hiding(secrets_of(request)).text(str(error))
