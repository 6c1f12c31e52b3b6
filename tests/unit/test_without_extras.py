"""The extra `speed` changes nothing but time: the same calls, in an interpreter that has it and in one that has not."""

import gzip
import json
import subprocess
import sys
from typing import Any

import pytest

from tests.support.crowd import Answer, Asked, Crowd

PROGRAM = """
import json, sys
sys.modules.update(dict.fromkeys(sys.argv[2:]))  # an import of these fails from now on
import asyncio
from carto_ext import AsyncCarto, Carto, CartoError

DATA = b"".join(b"%d,row %d\\n" % (n, n * n) for n in range(60_000))
told = []

async def once():
    async with AsyncCarto(sys.argv[1], api_key="k") as carto:
        return [(await carto.sql.copy_from("COPY t FROM STDIN", DATA)).total_rows, (await carto.sql.query("1")).rows]

with Carto(sys.argv[1], api_key="k") as carto:
    told.append(carto.sql.copy_from("COPY t FROM STDIN", DATA).total_rows)
    told.append(carto.sql.query("SELECT 1").rows)
    with carto.sql.copy_to("COPY t TO STDOUT") as pieces:
        told.append(b"".join(pieces) == DATA)
    try:
        carto.sql.query("SELECT rubbish")
    except CartoError as error:
        told.append([type(error).__name__, str(error)])
told += asyncio.run(once())
told.append(sorted({"isal", "msgspec"} & {name for name, module in sys.modules.items() if module}))
print(json.dumps(told))
"""
DATA = b"".join(b"%d,row %d\n" % (n, n * n) for n in range(60_000))
ROWS = [{"big": 12345678901234567890123, "half": 0.1, "odd": "\ud800", "none": None}]


class Keeper:
    """Unpacks what it is sent, and packs what it gives."""

    def __init__(self) -> None:
        self.sizes: list[int] = []

    def __call__(self, asked: Asked) -> Answer:
        if asked.path.endswith("/copyfrom"):
            assert gzip.decompress(asked.body) == DATA
            self.sizes.append(asked.size)
            return Answer({"time": 0.1, "total_rows": 60_000})
        if asked.path.endswith("/copyto"):
            return Answer(gzip.compress(DATA), headers={"Content-Encoding": "gzip"})
        if b"rubbish" in asked.body:
            return Answer(b'{"rows": [1,]', headers={"Content-Type": "application/json"})
        return Answer({"rows": ROWS, "time": 0.1, "fields": {}, "total_rows": 1})


def told(*missing: str) -> tuple[Any, list[int]]:
    keeper = Keeper()
    with Crowd(keeper) as server:
        command = [sys.executable, "-W", "error", "-c", PROGRAM, server.base_url, *missing]
        done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    return json.loads(done.stdout), keeper.sizes


def test_nothing_changes_but_the_libraries_in_use() -> None:
    with_all, packed_with = told()
    without, packed_without = told("isal", "msgspec")
    assert (with_all.pop(), without.pop()) == (["isal", "msgspec"], [])
    assert with_all == without
    assert with_all[:3] == [60_000, ROWS, True]
    assert with_all[3][0] == "UnexpectedResponseError"
    assert max(packed_with) < min(packed_without) < len(DATA)


@pytest.mark.parametrize("missing", ["isal", "msgspec"])
def test_each_may_be_missing(missing: str) -> None:
    answers, _ = told(missing)
    assert answers.pop() == [name for name in ("isal", "msgspec") if name != missing]
    assert answers[:3] == [60_000, ROWS, True]
