"""What is sent to and fro: made from counters, so that it is the same in every run and in every process."""

import json
import zlib
from functools import cache
from pathlib import Path
from typing import Any

MB = 1_000_000
TOTAL_VIZ = 2000


@cache
def csv_block() -> bytes:
    """1 MB of whole lines that compress about as real CSV does: a counter, coordinates, a word."""
    lines = (b"%d,%.6f,%.6f,place %x\n" % (i, i * 7 % 180 - 90, i * 11.3 % 360 - 180, i * i) for i in range(40_000))
    text = b"".join(lines)
    whole = text[: text.rindex(b"\n", 0, MB)]
    return whole.ljust(MB - 1, b".") + b"\n"


def write_csv(path: Path, megabytes: int) -> None:
    with path.open("wb") as file:
        for _ in range(megabytes):
            file.write(csv_block())


@cache
def gzip_answer(megabytes: int) -> list[tuple[bytes, int]]:
    """A gzip member of that many blocks, as parts and how often each is sent: nothing is compressed while measuring."""
    compressor = zlib.compressobj(6, zlib.DEFLATED, -zlib.MAX_WBITS)
    # After a full flush each block stands for itself, and may be repeated.
    block = compressor.compress(csv_block()) + compressor.flush(zlib.Z_FULL_FLUSH)
    checksum = 0
    for _ in range(megabytes):
        checksum = zlib.crc32(csv_block(), checksum)
    end = compressor.flush() + checksum.to_bytes(4, "little") + (megabytes * MB % 2**32).to_bytes(4, "little")
    return [(b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff", 1), (block, megabytes), (end, 1)]


@cache
def sql_body(rows: int) -> bytes:
    """An answer of the SQL API with that many rows."""
    made = [
        {
            "cartodb_id": number,
            "name": f"place {number:x}",
            "latitude": number * 7 % 180 - 90 + 0.123456,
            "longitude": number * 11.3 % 360 - 180,
            "population": None if number % 7 == 0 else number * 31,
            "is_capital": number % 50 == 0,
            "updated_at": "2026-01-01T00:00:00Z",
        }
        for number in range(rows)
    ]
    fields = {name: {"type": "string"} for name in made[0]}
    return json.dumps({"rows": made, "time": 0.001, "fields": fields, "total_rows": rows}).encode()


@cache
def _sample(name: str) -> dict[str, object]:
    found: dict[str, object] = json.loads((Path(__file__).parents[2] / "tests/samples" / name).read_text())
    return found


def viz(kind: str, number: int) -> dict[str, object]:
    """A visualization, as CARTO lists "maps" (2 KB) or "datasets" (6 KB)."""
    listed: Any = _sample(f"viz_list_{kind}.json")["visualizations"]
    return {**listed[0], "id": f"{number:08d}-0000-0000-0000-000000000000"}


@cache
def viz_page(kind: str, page: int, per_page: int) -> bytes:
    """One page of 2,000 visualizations."""
    numbers = range((page - 1) * per_page, min(page * per_page, TOTAL_VIZ))
    return json.dumps({"visualizations": [viz(kind, n) for n in numbers], "total_entries": TOTAL_VIZ}).encode()


@cache
def import_done() -> bytes:
    return json.dumps(_sample("import_get_complete.json")).encode()
