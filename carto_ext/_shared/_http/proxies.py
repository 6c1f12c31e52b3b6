"""Proxies from the environment, as curl and requests read them: httpx does not support networks in NO_PROXY."""

import base64
import re
from collections.abc import Iterator
from contextlib import suppress
from ipaddress import IPv4Network, IPv6Network, ip_address, ip_network
from typing import TypeAlias
from urllib.request import getproxies

import httpx

from carto_ext.errors import ConfigurationError

Origin: TypeAlias = tuple[str, str, int]  # scheme, host, port


class Proxies:
    """HTTP_PROXY, HTTPS_PROXY, ALL_PROXY and NO_PROXY as they are now. A proxy's URL can contain a password."""

    def __init__(self) -> None:
        told = getproxies()
        try:
            self._proxies = {scheme: _read(told[scheme]) for scheme in ("http", "https", "all") if told.get(scheme)}
        except (ValueError, httpx.InvalidURL):
            raise ConfigurationError(
                "HTTP_PROXY, HTTPS_PROXY or ALL_PROXY is not a valid proxy URL: "
                "give http://HOST:PORT, or list the host of base_url in NO_PROXY"
            ) from None
        self._exceptions = re.split(r"[\s,]+", told.get("no", "").lower())

    def to(self, origin: Origin) -> httpx.Proxy | None:
        """Return the proxy for a server, None to connect directly."""
        scheme, host, port = origin
        proxy = self._proxies.get(scheme) or self._proxies.get("all")
        return None if proxy is None or any(_covers(one, host, port) for one in self._exceptions) else proxy


def _read(url: str) -> httpx.Proxy:
    proxy = httpx.Proxy(url if "://" in url else f"http://{url}")
    if not proxy.url.host:
        raise ValueError("no host")
    return proxy


def _covers(exception: str, host: str, port: int) -> bool:
    """Check a host (its subdomains included), an address, a network (10.0.0.0/8, ::1/128), each with or without a port,
    or *."""
    names = [name for name, its_port in _readings(exception) if its_port in (None, port)]
    try:
        address = ip_address(host)
    except ValueError:
        domains = [name.removeprefix("*").removeprefix(".").rstrip(".") for name in names]
        covered = any(one and f".{host.lower().rstrip('.')}".endswith(f".{one}") for one in domains)
    else:
        covered = any(address in network for network in _networks(names))
    return covered or exception == "*"


def _networks(names: list[str]) -> Iterator[IPv4Network | IPv6Network]:
    for name in names:
        with suppress(ValueError):
            yield ip_network(name.strip("[]"), strict=False)


def _readings(exception: str) -> Iterator[tuple[str, int | None]]:
    yield exception, None
    name, colon, port = exception.rpartition(":")
    if colon and port.isdecimal():
        yield name, int(port)


def proxy_authorization(proxy: httpx.Proxy) -> list[tuple[bytes, bytes]]:
    if proxy.raw_auth is None:
        return []
    return [(b"Proxy-Authorization", b"Basic " + base64.b64encode(b":".join(proxy.raw_auth)))]
