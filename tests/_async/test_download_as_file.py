"""A download is a file that is read once."""

import pytest

from carto_ext import InvalidArgumentError
from carto_ext._async.client import AsyncCarto
from carto_sandbox.faults import Answer, FaultServer

pytestmark = pytest.mark.anyio
COPY_OUT = "COPY t TO STDOUT WITH (FORMAT csv)"
ROWS = b"".join(b"%d,town %d\n" % (number, number) for number in range(50_000))


@pytest.mark.parametrize("size", [1_000, 8_192, 300_000, -1])
async def test_it_gives_as_many_bytes_as_are_asked_for(fault_server: FaultServer, size: int) -> None:
    fault_server.answers["sql_copyto_post"] = Answer(200, ROWS)
    async with AsyncCarto(fault_server.base_url, api_key="k") as carto, await carto.sql.copy_to(COPY_OUT) as file:
        got = [piece] if (piece := await file.read(size)) else []
        while piece := await file.read(size):
            got.append(piece)
    assert b"".join(got) == ROWS
    assert {len(piece) for piece in got[:-1]} <= {size}


async def test_it_can_be_read_once(fault_server: FaultServer) -> None:
    fault_server.answers["sql_copyto_post"] = Answer(200, b"1\n")
    async with AsyncCarto(fault_server.base_url, api_key="k") as carto:
        file = await carto.sql.copy_to(COPY_OUT)
        assert [piece async for piece in file] == [b"1\n"]
        with pytest.raises(InvalidArgumentError, match="read or closed before"):
            aiter(file)
        assert await file.read() == b""
        closed = await carto.sql.copy_to(COPY_OUT)
        await closed.aclose()
        with pytest.raises(InvalidArgumentError, match="read or closed before"):
            await closed.read()
        assert (await carto.sql.query("SELECT 1")).rows is not None
