"""Waiting for sockets in an event loop, asyncio's or trio's. The sync version is also written by hand."""

import socket
from collections.abc import Sequence
from selectors import EVENT_READ
from typing import Any

import anyio
from anyio.lowlevel import checkpoint as checkpoint

from carto_ext._shared._http.readiness import has_news

# Longest delay, in seconds, until an early answer is noticed while the socket's buffer is full. Waiting for both
# directions at the same time would cost a task group for every full buffer of an upload.
_GLANCE = 0.05


class _Slot:
    """Keep it as long as the slot is needed."""

    def __init__(self, free: anyio.Semaphore) -> None:
        self._free = free

    def __del__(self) -> None:
        self._free.release()


class Slots:
    """Limits the number of simultaneous calls; others wait. A slot is free again when its object is dropped."""

    def __init__(self, count: int) -> None:
        self._free = anyio.Semaphore(count)

    async def acquire(self, seconds: float | None) -> _Slot | None:
        """Wait for a free slot. Returns None if there is none in that time."""
        try:
            self._free.acquire_nowait()
        except anyio.WouldBlock:
            with anyio.move_on_after(seconds):
                await self._free.acquire()
                return _Slot(self._free)
            return None
        return _Slot(self._free)

    def tell_of_free_one(self) -> None:
        """Do nothing: the semaphore wakes the next call."""


async def ready(sock: socket.socket, event: int, watching: bool, seconds: float | None) -> bool:
    """Wait until the socket can do `event` or, if `watching`, has something to read. Returns False after the time."""
    wait = anyio.wait_readable if event == EVENT_READ else anyio.wait_writable
    with anyio.move_on_after(seconds):
        while watching:
            with anyio.move_on_after(_GLANCE):
                await wait(sock)
                return True
            if has_news(sock):
                return True
        await wait(sock)
        return True
    return False


async def first_connected(socks: Sequence[socket.socket], seconds: float | None) -> socket.socket | None:
    """Return the first of the connecting sockets that has finished, successfully or not."""
    done: list[socket.socket] = []

    async def wait(sock: socket.socket) -> None:
        await anyio.wait_writable(sock)
        done.append(sock)
        group.cancel_scope.cancel()

    with anyio.move_on_after(seconds):
        async with anyio.create_task_group() as group:
            for sock in socks:
                group.start_soon(wait, sock)
    return done[0] if done else None


async def resolve(host: str, port: int, seconds: float | None) -> list[Any]:
    with anyio.fail_after(seconds):
        return list(await anyio.getaddrinfo(host, port, type=socket.SOCK_STREAM))
