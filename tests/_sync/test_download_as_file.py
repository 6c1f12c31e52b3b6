# Made from tests/_async/test_download_as_file.py by scripts/unasync; do not edit.
"""A download is a file that is read once."""

import pytest

from carto_ext import InvalidArgumentError
from carto_ext._sync.client import Carto
from carto_sandbox.faults import Answer, FaultServer

pytestmark = pytest.mark.anyio
COPY_OUT = "COPY t TO STDOUT WITH (FORMAT csv)"
ROWS = b"".join(b"%d,town %d\n" % (number, number) for number in range(50_000))


@pytest.mark.parametrize("size", [1_000, 8_192, 300_000, -1])
def test_it_gives_as_many_bytes_as_are_asked_for(fault_server: FaultServer, size: int) -> None:
    fault_server.answers["sql_copyto_post"] = Answer(200, ROWS)
    with Carto(fault_server.base_url, api_key="k") as carto, carto.sql.copy_to(COPY_OUT) as file:
        got = [piece] if (piece := file.read(size)) else []
        while piece := file.read(size):
            got.append(piece)
    assert b"".join(got) == ROWS
    assert {len(piece) for piece in got[:-1]} <= {size}


def test_it_can_be_read_once(fault_server: FaultServer) -> None:
    fault_server.answers["sql_copyto_post"] = Answer(200, b"1\n")
    with Carto(fault_server.base_url, api_key="k") as carto:
        file = carto.sql.copy_to(COPY_OUT)
        assert [piece for piece in file] == [b"1\n"]
        with pytest.raises(InvalidArgumentError, match="read or closed before"):
            iter(file)
        assert file.read() == b""
        closed = carto.sql.copy_to(COPY_OUT)
        closed.close()
        with pytest.raises(InvalidArgumentError, match="read or closed before"):
            closed.read()
        assert (carto.sql.query("SELECT 1")).rows is not None
