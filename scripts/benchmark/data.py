"""Sample data, made from counters, so that it is the same in every run and in every process."""

import json
import random
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
    """A gzip member of that many blocks, as parts with repeat counts, so that measuring involves no compression."""
    compressor = zlib.compressobj(6, zlib.DEFLATED, -zlib.MAX_WBITS)
    # After a full flush each block stands for itself, and may be repeated.
    block = compressor.compress(csv_block()) + compressor.flush(zlib.Z_FULL_FLUSH)
    checksum = 0
    for _ in range(megabytes):
        checksum = zlib.crc32(csv_block(), checksum)
    end = compressor.flush() + checksum.to_bytes(4, "little") + (megabytes * MB % 2**32).to_bytes(4, "little")
    return [(b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff", 1), (block, megabytes), (end, 1)]


@cache
def sql_answer(rows: int) -> tuple[bytes, ...]:
    """An answer of the SQL API with that many rows, cut as CARTO cuts it: each row is a piece, of 74 bytes or so."""
    made = [
        b'%b{"cartodb_id":%d,"name":"place %x","lat":%.4f,"lon":%.4f,"pop":%b}'
        % (
            b"," if n else b"",
            n,
            n,
            n * 7 % 180 - 89.8765,
            n * 11.3 % 360 - 180,
            b"%d" % (n * 31) if n % 7 else b"null",
        )
        for n in range(rows)
    ]
    fields = {name: {"type": "number"} for name in ("cartodb_id", "name", "lat", "lon", "pop")}
    end = {"time": 0.001, "fields": fields, "total_rows": rows}
    return b'{"rows":[', *made, b"]," + json.dumps(end).encode()[1:]


@cache
def copy_pieces(data: bytes) -> tuple[bytes, ...]:
    """Cut as CARTO's COPY TO was recorded: 4 to 8 KB, and one in eleven is 56 KB."""
    pieces, start, dice = [], 0, random.Random(1)
    while start < len(data):
        size = 57_000 if dice.random() < 0.09 else dice.randint(4_000, 8_000)
        pieces.append(data[start : start + size])
        start += size
    return tuple(pieces)


@cache
def chunked(pieces: tuple[bytes, ...]) -> bytes:
    """Each piece an HTTP chunk."""
    return b"".join(b"%x\r\n%b\r\n" % (len(piece), piece) for piece in pieces)


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
