# Made from tests/_async/test_packed.py by scripts/unasync; do not edit.
"""Downloads that come gzipped, as a proxy before CARTO sends them: whole, or told that they are not."""

import gzip
import zlib
from pathlib import Path

import pytest

from carto_ext._sync.client import Carto
from carto_ext.errors import DownloadError, InvalidRequestError, TransportError
from carto_ext.retries import RetryPolicy
from tests.support.crowd import Answer, Crowd

pytestmark = pytest.mark.anyio

ROWS = b"".join(b"%d\trow %d\n" % (number, number * number) for number in range(200_000))
COPY = "COPY t TO STDOUT"
PACKED = {"Content-Encoding": "gzip"}
JSON = {**PACKED, "Content-Type": "application/json"}


def gives(content: bytes, **headers: str) -> Crowd:
    return Crowd(lambda asked: Answer(content, headers={**PACKED, **headers}))


def read(carto: Carto) -> bytes:
    with carto.sql.copy_to(COPY) as pieces:
        return b"".join([piece for piece in pieces])


@pytest.mark.parametrize("name", ["gzip", "GZip", "x-gzip"])
def test_a_packed_download_is_unpacked(tmp_path: Path, name: str) -> None:
    with Crowd(lambda asked: Answer(gzip.compress(ROWS), headers={"Content-Encoding": name})) as server:
        with Carto(server.base_url, api_key="k") as carto:
            assert read(carto) == ROWS
            result = carto.sql.copy_to(COPY, tmp_path / "rows")
            assert result.bytes_received == len(ROWS)
    assert (tmp_path / "rows").read_bytes() == ROWS


@pytest.mark.parametrize("encoding", ["gzip, gzip", "deflate", "br"])
def test_what_was_not_asked_for_is_not_unpacked(encoding: str) -> None:
    """One encoding inside another takes gigabytes in one step, and no limit of ours would see it."""
    packed = Answer(gzip.compress(gzip.compress(bytes(1_000_000))), headers={"Content-Encoding": encoding})
    answers = [packed, Answer(packed.body, status=400, headers=packed.headers), packed]
    with Crowd(
        lambda asked: answers.pop() if answers else Answer({"rows": [], "time": 0.1, "fields": {}, "total_rows": 0})
    ) as server:
        with Carto(server.base_url, api_key="k", retries=RetryPolicy(attempts=1)) as carto:
            with pytest.raises(TransportError, match="was not asked for"):
                carto.sql.copy_to(COPY)
            for _ in range(2):
                with pytest.raises(TransportError, match="was not asked for"):
                    carto.sql.query("SELECT 1")
            assert (carto.sql.query("SELECT 1")).rows == []
    assert server.asked[0].headers["Accept-Encoding"] == "gzip"


def test_answers_and_errors_are_unpacked_a_piece_at_a_time() -> None:
    """100 MB of blanks, of which an error keeps what its reader can use."""
    bomb = gzip.compress(b'{"error":["' + b" " * 100_000_000 + b'"]}')
    rows = gzip.compress(b'{"rows":[{"a":1}],"time":0.1,"fields":{},"total_rows":1}')
    answers = [Answer(rows, headers=JSON), Answer(bomb, status=400, headers=JSON)]
    with Crowd(lambda asked: answers.pop()) as server:
        with Carto(server.base_url, api_key="k") as carto:
            with pytest.raises(InvalidRequestError) as caught:
                carto.sql.query("SELECT 1")
            assert len(caught.value.content) <= 2 * 1024 * 1024
            assert (carto.sql.query("SELECT 1")).rows == [{"a": 1}]


def test_several_members_are_one_download() -> None:
    with gives(gzip.compress(ROWS[:1000]) + gzip.compress(ROWS[1000:])) as server:
        with Carto(server.base_url, api_key="k") as carto:
            assert read(carto) == ROWS


def test_a_download_without_its_end_leaves_no_file(tmp_path: Path) -> None:
    cut = gzip.compress(b"1\n" * 1_000_000)[:-8]  # all rows are there, only the checksum is not
    with gives(cut) as server:
        with Carto(server.base_url, api_key="k") as carto:
            with pytest.raises(TransportError, match="is truncated"):
                carto.sql.copy_to(COPY, tmp_path / "rows")
    assert not list(tmp_path.iterdir())


def test_a_damaged_download_keeps_what_came_before(tmp_path: Path) -> None:
    damaged = bytearray(gzip.compress(ROWS))
    damaged[-600_000:-590_000] = bytes(10_000)
    with gives(bytes(damaged)) as server:
        with Carto(server.base_url, api_key="k") as carto:
            with pytest.raises(TransportError) as caught:
                carto.sql.copy_to(COPY, tmp_path / "rows", keep_partial=True)
    kept = (tmp_path / "rows.part").read_bytes()
    assert 0 < len(kept) < len(ROWS)
    assert f"The {len(kept):,} bytes received are kept" in caught.value.__notes__[0]


@pytest.mark.parametrize("came", [100, 100_000, 700_000])
def test_a_connection_that_breaks_keeps_every_row_that_came(tmp_path: Path, came: int) -> None:
    half = gzip.compress(ROWS)[:came]
    rows = zlib.decompressobj(31).decompress(half)
    with gives(half, **{"Content-Length": "5000000"}) as server:
        server.hangs_up = True
        with Carto(server.base_url, api_key="k") as carto:
            with pytest.raises(TransportError, match="broke"):
                carto.sql.copy_to(COPY, tmp_path / "rows", keep_partial=True)
    kept = tmp_path / "rows.part"
    assert kept.read_bytes() == rows[: rows.rfind(b"\n") + 1]


def test_an_error_after_the_rows_is_found_in_what_was_packed() -> None:
    with gives(gzip.compress(ROWS + b'{"error":["division by zero"]}')) as server:
        with Carto(server.base_url, api_key="k") as carto:
            with pytest.raises(DownloadError, match="division by zero"):
                read(carto)


def test_progress_counts_what_was_unpacked() -> None:
    told: list[tuple[int, int | None]] = []
    with gives(gzip.compress(ROWS)) as server:
        with Carto(server.base_url, api_key="k") as carto:
            pieces = carto.sql.copy_to(COPY, progress=lambda *now: told.append(now))
            for _ in pieces:
                pass
    assert told[-1] == (len(ROWS), None)


def test_who_stops_early_leaves_no_thread() -> None:
    with gives(gzip.compress(ROWS * 5)) as server:
        with Carto(server.base_url, api_key="k") as carto:
            with carto.sql.copy_to(COPY) as pieces:
                for piece in pieces:
                    assert ROWS.startswith(piece)
                    break
            assert read(carto) == ROWS * 5
