"""Cases of event loops: a request whose task is cancelled, or whose client is closed by another task."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from carto_ext._async.client import AsyncCarto
from carto_ext.errors import TransportError
from tests.early_server import CHUNK, Peer, Server

pytestmark = pytest.mark.anyio


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


def silent(peer: Peer) -> None:
    peer.head()
    peer.stall()


async def test_closing_the_client_wakes_a_waiting_call() -> None:
    with Server(silent) as server:
        carto = AsyncCarto(f"{server.url}user/me", timeout=60)
        call = asyncio.create_task(carto.sql.query("SELECT 1"))
        await asyncio.to_thread(server.asked.wait)
        await carto.aclose()
        with pytest.raises(TransportError):
            await call


async def test_cancelling_an_upload_leaves_neither_socket_nor_source_open() -> None:
    closed = asyncio.Event()

    async def endless() -> AsyncIterator[bytes]:
        try:
            while True:
                yield CHUNK
        finally:
            closed.set()

    with Server(silent) as server:
        async with AsyncCarto(f"{server.url}user/me", timeout=60) as carto:
            upload = asyncio.create_task(carto.imports.upload(endless(), name="endless.csv"))
            await asyncio.to_thread(server.asked.wait)
            upload.cancel()
            with pytest.raises(asyncio.CancelledError):
                await upload
    assert closed.is_set()
