"""httpx's failures become the errors of carto_ext.errors, here and nowhere else."""

import errno
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from math import inf
from time import monotonic

import httpx

from carto_client.redaction import readable, secrets_of, without_secrets
from carto_ext.errors import CartoTimeoutError, ConnectionFailedError, InvalidArgumentError, TransportError

_WHAT_TIMED_OUT = {
    httpx.ConnectTimeout: "no connection to {host} within {connect:.3g} s",
    httpx.ReadTimeout: "no byte from {host} for {read:.3g} s",
    httpx.WriteTimeout: "{host} took no byte for {write:.3g} s",
    httpx.PoolTimeout: "no free connection to {host} for {pool:.3g} s",
}

# Node.js refuses 8 KB of request line and headers; the key and what a proxy adds take their share.
_LONGEST_URL = 7_500

_ANOTHER_HOST = "put a name that stands in it into base_url"
# By OpenSSL's X509_V_ERR codes.
_CERTIFICATES = {
    10: "whoever runs the server must renew it",
    62: _ANOTHER_HOST,
    64: _ANOTHER_HOST,
}


@contextmanager
def sendable() -> Iterator[None]:
    """Raises InvalidArgumentError for arguments that no request can be made of."""
    try:
        yield
    except UnicodeEncodeError as error:
        wrong = ascii(error.object[error.start : error.start + 1])
        raise InvalidArgumentError(
            f"a text holds {wrong}, half of a surrogate pair, which UTF-8 does not have; nothing was sent. "
            "It comes from bytes that were decoded wrongly: read them with the right encoding"
        ) from None
    except httpx.InvalidURL as error:
        raise InvalidArgumentError(f"an argument makes no URL: {readable(str(error))}; nothing was sent") from None


def check_length(request: httpx.Request) -> None:
    """Servers close the connection at a longer URL, or answer 431 without a word."""
    size = len(request.url.raw_path)
    if size > _LONGEST_URL:
        raise InvalidArgumentError(
            f"this call has a URL of {size:,} bytes, and CARTO takes 8 KB with all headers; nothing was sent. "
            "A COPY FROM may leave out its list of columns; queries of any length go by POST (sql.query)"
        )


@contextmanager
def typed_faults(request: httpx.Request) -> Iterator[None]:
    """Messages name the host, never the URL: its query may hold a key or SQL."""
    try:
        with _cleaned(request):
            yield
    except httpx.TimeoutException as error:
        raise CartoTimeoutError(_why_too_late(request, error)) from _without_frames(error)
    except httpx.ConnectError as error:
        failed = ConnectionFailedError(_why_not_connected(request, error))
        failed.may_pass = not any(isinstance(cause, ssl.SSLCertVerificationError) for cause in causes(error))
        raise failed from _without_frames(error)
    except (httpx.TransportError, httpx.DecodingError) as error:
        raise TransportError(_why_broken(request, error)) from _without_frames(error)
    except OSError as error:
        if error.errno in (errno.EMFILE, errno.ENFILE):  # of what is loaded when it is first needed
            raise TransportError(f"{error}; close some of what is open, or raise the limit (ulimit -n)") from None
        raise


def _why_too_late(request: httpx.Request, error: httpx.TimeoutException) -> str:
    if monotonic() >= request.extensions.get("ends", inf):
        return "the answer was not complete at the deadline; if this is expected, raise the client's deadline"
    limits = {name: value or 0.0 for name, value in request.extensions.get("timeout", {}).items()}
    template = _WHAT_TIMED_OUT.get(type(error), "{host} took too long")
    message = template.format(host=str(error) or _host(request), **limits)  # a proxy, where that is too slow
    return f"{message}; if this is expected, raise the client's timeout"


@contextmanager
def _cleaned(request: httpx.Request) -> Iterator[None]:
    """The parser repeats a line it could not read, and the server may have repeated the key in it: tracebacks show
    the errors that an error was raised from."""
    try:
        yield
    except Exception as error:
        secrets = secrets_of(request)
        for cause in causes(error):
            cause.args = tuple(without_secrets(arg, secrets) if isinstance(arg, str) else arg for arg in cause.args)
        raise


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
    # With TLS 1.3 a server says so only when the client has begun to speak.
    asked = any(isinstance(cause, ssl.SSLError) and "CERTIFICATE_REQUIRED" in str(cause) for cause in causes(error))
    return f"{why}; the server asks for a certificate: pass cert='path/to/client.pem'" if asked else why


def causes(error: BaseException | None) -> Iterator[BaseException]:
    seen: set[int] = set()  # an error that is raised a second time may be among its own causes
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield error
        error = error.__cause__ or error.__context__


def _without_frames(error: Exception) -> Exception:
    """Theirs hold what was sent and what came: a traceback with local variables would show the key."""
    for one in causes(error):
        one.__traceback__ = None
    return error


def _words(request: httpx.Request, error: Exception) -> str:
    return readable(without_secrets(str(error), secrets_of(request)))
