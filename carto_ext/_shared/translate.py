"""Translation of httpx's errors into those of carto_ext.errors. No other module does this."""

import errno
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from math import inf
from time import monotonic

import httpx

from carto_client.redaction import causes, readable, redact_causes, secrets_of, without_secrets
from carto_ext.errors import CartoTimeoutError, ConnectionFailedError, InvalidArgumentError, TransportError

_WHAT_TIMED_OUT = {
    httpx.ConnectTimeout: "no connection to {host} within {connect:.3g} s",
    httpx.ReadTimeout: "no byte from {host} for {read:.3g} s",
    httpx.WriteTimeout: "{host} took no byte for {write:.3g} s",
    httpx.PoolTimeout: "no free connection to {host} for {pool:.3g} s",
}

# Node.js refuses 8 KB of request line and headers; the key and a proxy's headers need some of it.
_LONGEST_URL = 7_500

_ANOTHER_HOST = "use a host name from the certificate in base_url"
# By OpenSSL's X509_V_ERR codes.
_CERTIFICATES = {
    10: "the server's operator must renew it",
    62: _ANOTHER_HOST,
    64: _ANOTHER_HOST,
}


@contextmanager
def sendable() -> Iterator[None]:
    """Raise InvalidArgumentError for arguments that cannot be sent."""
    try:
        yield
    except UnicodeEncodeError as error:
        wrong = ascii(error.object[error.start : error.start + 1])
        raise InvalidArgumentError(
            f"a text contains {wrong}, half of a surrogate pair, which UTF-8 cannot encode; nothing was sent. "
            "It comes from bytes that were decoded wrongly: read them with the right encoding"
        ) from None
    except httpx.InvalidURL as error:
        raise InvalidArgumentError(
            f"an argument cannot be part of a URL: {readable(str(error))}; nothing was sent"
        ) from None


def check_length(request: httpx.Request) -> None:
    """Refuse a URL at which the server would close the connection, or answer 431 without a message."""
    size = len(request.url.raw_path)
    if size > _LONGEST_URL:
        raise InvalidArgumentError(
            f"this call has a URL of {size:,} bytes, but CARTO accepts only 8 KB with all headers; nothing was sent. "
            "For a COPY FROM, leave out the list of columns; for a query, use sql.query, which sends it by POST"
        )


@contextmanager
def typed_faults(request: httpx.Request) -> Iterator[None]:
    """Translate errors. Messages name the host but never the URL, whose query can contain a key or SQL."""
    try:
        try:
            yield
        except Exception as error:
            redact_causes(error, secrets_of(request))
            raise
    except httpx.TimeoutException as error:
        raise CartoTimeoutError(_why_too_late(request, error)) from _without_frames(error)
    except httpx.ConnectError as error:
        failed = ConnectionFailedError(_why_not_connected(request, error))
        failed.may_pass = not any(isinstance(cause, ssl.SSLCertVerificationError) for cause in causes(error))
        raise failed from _without_frames(error)
    except (httpx.TransportError, httpx.DecodingError) as error:
        raise TransportError(_why_broken(request, error)) from _without_frames(error)
    except OSError as error:
        if error.errno in (errno.EMFILE, errno.ENFILE):  # from loading certificates on first use
            raise TransportError(f"{error}; close some files, or raise the limit (ulimit -n)") from None
        raise


def _why_too_late(request: httpx.Request, error: httpx.TimeoutException) -> str:
    if monotonic() >= request.extensions.get("ends", inf):
        return "the answer was not complete at the deadline; if this is expected, raise the client's deadline"
    limits = {name: value or 0.0 for name, value in request.extensions.get("timeout", {}).items()}
    template = _WHAT_TIMED_OUT.get(type(error), "{host} took too long")
    message = template.format(host=str(error) or _host(request), **limits)  # the proxy, if that one is too slow
    return f"{message}; if this is expected, raise the client's timeout"


def _host(request: httpx.Request) -> str:
    return request.url.netloc.decode("ascii")


def _why_not_connected(request: httpx.Request, error: httpx.ConnectError) -> str:
    for cause in causes(error):
        if isinstance(cause, ssl.SSLCertVerificationError):
            advice = _CERTIFICATES.get(cause.verify_code, "pass verify='path/to/ca.pem' for a private authority")
            message = cause.verify_message.rstrip(".")
            return f"the certificate of {_host(request)} is not trusted: {message}; {advice}"
    return f"cannot connect to {_host(request)}: {_words(request, error)}; check base_url and the network"


def _why_broken(request: httpx.Request, error: Exception) -> str:
    why = f"the connection to {_host(request)} broke: {_words(request, error) or type(error).__name__}"
    # With TLS 1.3, a server says so only after the client has started to send.
    asked = any(isinstance(cause, ssl.SSLError) and "CERTIFICATE_REQUIRED" in str(cause) for cause in causes(error))
    return f"{why}; the server asks for a certificate: pass cert='path/to/client.pem'" if asked else why


def _without_frames(error: Exception) -> Exception:
    """Drop the frames, which hold sent and received data: a traceback with local variables would show the key."""
    for one in causes(error):
        one.__traceback__ = None
    return error


def _words(request: httpx.Request, error: Exception) -> str:
    return readable(without_secrets(str(error), secrets_of(request)))
