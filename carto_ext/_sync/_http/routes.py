# Made from carto_ext/_async/_http/routes.py by scripts/unasync; do not edit.
"""Connecting to a server, directly or through a proxy, with TLS."""

import ssl
from collections.abc import Callable
from ipaddress import ip_address

import httpx

from carto_ext._shared._http.http1 import Answer, request_head
from carto_ext._shared._http.proxies import Origin, proxy_authorization
from carto_ext._sync._http.connection import faults
from carto_ext._sync._http.network import Wire, connect

_SOCKS_REFUSALS = {2: "its rules forbid it", 3: "no way to the network", 4: "no way to the host", 5: "refused there"}


def dial(origin: Origin, proxy: httpx.Proxy | None, tls: Callable[[], ssl.SSLContext], until: float) -> Wire:
    """Connect. Raises httpx.ConnectTimeout or httpx.ConnectError, which name the proxy if it failed."""
    scheme, host, port = origin
    if proxy is None:
        with faults(httpx.ConnectTimeout, httpx.ConnectError):
            wire = connect(host, port, until)
    else:
        with faults(httpx.ConnectTimeout, httpx.ConnectError, f"the proxy {proxy.url} of the environment"):
            wire = _by_way_of(proxy, origin, until)
    if scheme == "http":
        return wire
    try:
        with faults(httpx.ConnectTimeout, httpx.ConnectError):
            wire.start_tls(tls(), host, until)
    except BaseException:
        wire.sock.close()
        raise
    return wire


def _by_way_of(proxy: httpx.Proxy, origin: Origin, until: float) -> Wire:
    ports = {"http": 80, "https": 443}
    wire = connect(proxy.url.host, proxy.url.port or ports.get(proxy.url.scheme, 1080), until)
    try:
        if proxy.url.scheme == "https":
            wire.start_tls(httpx.create_ssl_context(), proxy.url.host, until)
        if proxy.url.scheme.startswith("socks"):
            _ask_socks(wire, proxy, origin, until)
        elif origin[0] == "https":
            _ask_for_tunnel(wire, proxy, origin, until)
    except BaseException:
        wire.sock.close()
        raise
    return wire


def _ask_for_tunnel(wire: Wire, proxy: httpx.Proxy, origin: Origin, until: float) -> None:
    _, host, port = origin
    where = (f"[{host}]:{port}" if ":" in host else f"{host}:{port}").encode()
    headers = [(b"Host", where), *proxy_authorization(proxy)]
    wire.write(request_head(b"CONNECT", where, headers), lambda: until)
    answer = Answer(b"HEAD")  # the answer to CONNECT has no body either
    try:
        while not answer.status:
            answer.feed(wire.read(4096, until))
    except httpx.RemoteProtocolError as error:
        raise OSError(str(error)) from error
    if answer.status >= 300:
        raise OSError(f"it answered {answer.status} {answer.reason.decode('latin-1')[:100]}")


def _ask_socks(wire: Wire, proxy: httpx.Proxy, origin: Origin, until: float) -> None:
    """SOCKS 5, RFC 1928 and 1929. The proxy resolves the name."""

    def exchange(data: bytes, size: int) -> bytes:
        wire.write(data, lambda: until)
        came = b""
        while len(came) < size:
            if not (more := wire.read(size - len(came), until)):
                raise OSError("it hung up")
            came += more
        return came

    _, method = exchange(b"\5\2\0\2" if proxy.raw_auth else b"\5\1\0", 2)
    if method == 2 and proxy.raw_auth:
        name, password = proxy.raw_auth
        login = b"\1%c%b%c%b" % (len(name), name, len(password), password)
        if (exchange(login, 2))[1] != 0:
            raise OSError("it does not know this user or password")
    elif method != 0:
        raise OSError("it wants a login that it was not given" if method in (2, 255) else "it speaks no SOCKS 5")
    _, host, port = origin
    _, refusal, _, kind = exchange(b"\5\1\0" + _socks_address(host) + port.to_bytes(2), 4)
    if refusal:
        raise OSError(f"it does not connect to {host}: {_SOCKS_REFUSALS.get(refusal, f'its code {refusal}')}")
    size = {1: 4, 4: 16}.get(kind) or (exchange(b"", 1))[0]
    exchange(b"", size + 2)


def _socks_address(host: str) -> bytes:
    try:
        address = ip_address(host)
    except ValueError:
        return b"\3%c%b" % (len(host), host.encode("ascii"))
    return (b"\1" if address.version == 4 else b"\4") + address.packed
