"""Waiting for sockets in an event loop, asyncio's or trio's; the synchronous side is written by hand as well."""

import os
import socket
from selectors import EVENT_READ

import anyio
from anyio.lowlevel import checkpoint as checkpoint

from carto_ext._sync._http.sockets import has_news as has_news

# How long an answer may wait to be seen while the socket takes nothing. Waiting for both directions at once would cost
# a task group for every full buffer of an upload.
_GLANCE = 0.05


async def ready(sock: socket.socket, event: int, watching: bool, seconds: float | None) -> bool:
    """Wait until the socket can do `event`, or, if `watching`, until there is something to read; False: neither."""
    wait = anyio.wait_readable if event == EVENT_READ else anyio.wait_writable
    with anyio.move_on_after(seconds):
        while True:
            with anyio.move_on_after(_GLANCE if watching else None):
                await wait(sock)
                return True
            if has_news(sock):
                return True
    return False


async def connect(host: str, port: int, seconds: float | None, local_address: str | None) -> socket.socket:
    """Try one address after the other, each for its share of the time; raises OSError, TimeoutError is one."""
    addresses = await anyio.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    failure: OSError = OSError(f"no address for {host}")
    for family, kind, protocol, _, address in addresses:
        sock = socket.socket(family, kind, protocol)
        try:
            sock.setblocking(False)
            if local_address is not None:
                sock.bind((local_address, 0))
            with anyio.fail_after(None if seconds is None else seconds / len(addresses)):
                try:
                    sock.connect(address)
                except BlockingIOError:
                    await anyio.wait_writable(sock)
            if code := sock.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR):
                raise OSError(code, os.strerror(code))
            return sock
        except OSError as error:
            sock.close()
            failure = error
        except BaseException:
            sock.close()
            raise
    raise failure
