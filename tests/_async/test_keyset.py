"""Every row of a query, page after page: none lost, none twice, or an error that says why not."""

from typing import Any

import pytest

from carto_ext._async.client import AsyncCarto
from carto_ext.errors import CartoError, DownloadError, InvalidArgumentError, InvalidRequestError

pytestmark = pytest.mark.anyio


async def collected(carto: AsyncCarto, query: str, **options: Any) -> list[Any]:
    return [row async for row in carto.sql.iterate(query, **options)]


async def pages(carto: AsyncCarto, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The statements that are sent from here on."""
    sent: list[str] = []
    query = carto.sql.query

    async def counted(q: str) -> Any:
        sent.append(q)
        return await query(q)

    monkeypatch.setattr(carto.sql, "query", counted)
    return sent


@pytest.mark.parametrize("page_size", [1, 2, 3, 9, 10, 11, 10_000])
async def test_each_row_comes_once(aio_carto: AsyncCarto, page_size: int) -> None:
    query = "SELECT n AS cartodb_id, n * n AS square FROM generate_series(10, 1, -1) AS n;  "
    rows = await collected(aio_carto, query, page_size=page_size)
    assert rows == [{"cartodb_id": n, "square": n * n} for n in range(1, 11)]


async def test_pages_are_fetched_as_they_are_used(aio_carto: AsyncCarto, monkeypatch: pytest.MonkeyPatch) -> None:
    sent = await pages(aio_carto, monkeypatch)
    rows = aio_carto.sql.iterate("SELECT n FROM generate_series(1, 10) AS n", by="n", page_size=3)
    assert sent == []
    seen = []
    async for row in rows:
        seen.append((row["n"], len(sent)))
    assert seen == [(n, (n - 1) // 3 + 1) for n in range(1, 11)]
    assert len(sent) == 4
    assert await collected(aio_carto, "SELECT 1 AS n WHERE false", by="n") == []


KEYS = {
    "texts": "repeat('x', n % 5) || n || '''; \\ö'",
    "negative numbers": "n - 20",
    "long integers": "9007199254740990 + n",  # more than a JSON number can tell apart
    "microseconds": "timestamp '2024-02-29 10:00:00' + n * interval '1 microsecond'",  # which JSON leaves out
    "with a time zone": "timestamptz '2024-02-29 10:00:00+05' + n * interval '1 ms'",
    "decimals": "(n / 7.0)::numeric(20, 15)",
    "floats": "n / 7.0::float8",
    "short floats": "(n / 7.0)::float4",
    "UUIDs": "md5(n::text)::uuid",
    "dates": "date '2024-02-29' - n",
}


@pytest.mark.parametrize("kind", KEYS)
async def test_keys_of_every_type(aio_carto: AsyncCarto, kind: str) -> None:
    query = f'SELECT n, {KEYS[kind]} AS "the ""key""" FROM generate_series(1, 40) AS n -- all of them'
    rows = await collected(aio_carto, query, by='the "key"', page_size=7)
    assert sorted(row["n"] for row in rows) == list(range(1, 41))
    assert list(rows[0]) == ["n", 'the "key"']


@pytest.mark.parametrize("page_size", [1, 2, 3, 4, 5, 100])
@pytest.mark.parametrize(
    ("keys", "told"),
    [
        ("(1), (2), (3), (3), (4), (5)", "not unique"),
        ("(1), (1), (2), (3), (4), (5)", "not unique"),
        ("(1), (2), (3), (4), (5), (5)", "not unique"),
        ("(1.0), (2), (2.00), (3), (4)", "not unique"),
        ("('-0'::float8), ('0'::float8)", "not unique"),
        ("(1), (2), (3), (NULL), (4)", "NULL"),
        ("(NULL), (NULL)", "NULL"),
    ],
)
async def test_a_key_that_tells_no_rows_apart_is_refused(
    aio_carto: AsyncCarto, keys: str, told: str, page_size: int
) -> None:
    seen: list[str] = []

    async def read() -> None:
        async for row in aio_carto.sql.iterate(f"SELECT k FROM (VALUES {keys}) AS v (k)", by="k", page_size=page_size):
            seen.append(str(row["k"]))

    with pytest.raises(InvalidArgumentError, match=rf"by='k' is .*{told}.*cartodb_id"):
        await read()
    assert len(seen) == len(set(seen))
    assert told != "NULL" or not seen


async def test_a_key_that_is_not_there_is_refused(aio_carto: AsyncCarto) -> None:
    for by in ("cartodb_id", "No Such Column", 'a"b'):
        with pytest.raises(InvalidArgumentError, match="not a column of the query's result"):
            await collected(aio_carto, "SELECT 1 AS n", by=by)
    with pytest.raises(InvalidRequestError, match='column "nope" does not exist'):
        await collected(aio_carto, "SELECT nope AS n", by="n")
    for statement in ("DELETE FROM nothing", "SELECT 1 AS n; SELECT 2 AS n"):
        with pytest.raises(CartoError):
            await collected(aio_carto, statement, by="n")


@pytest.mark.parametrize(
    ("query", "options"),
    [
        ("", {}),
        (" ; ", {}),
        (None, {}),
        ("SELECT 1", {"by": ""}),
        ("SELECT 1", {"by": None}),
        ("SELECT 1", {"page_size": 0}),
        ("SELECT 1", {"page_size": 1.5}),
        ("SELECT 1", {"page_size": True}),
    ],
)
async def test_wrong_arguments_are_refused_at_once(aio_carto: AsyncCarto, query: Any, options: Any) -> None:
    with pytest.raises(InvalidArgumentError):
        aio_carto.sql.iterate(query, **options)


async def test_rows_that_come_and_go_meanwhile(aio_carto: AsyncCarto) -> None:
    await aio_carto.sql.query("CREATE TABLE numbers (n int PRIMARY KEY)")
    await aio_carto.sql.query("INSERT INTO numbers SELECT 2 * n FROM generate_series(1, 6) AS n")
    seen = []
    async for row in aio_carto.sql.iterate("SELECT n FROM numbers", by="n", page_size=2):
        seen.append(row["n"])
        if row["n"] == 4:
            await aio_carto.sql.query("INSERT INTO numbers VALUES (1), (5)")
            await aio_carto.sql.query("DELETE FROM numbers WHERE n = 8")
    assert seen == [2, 4, 5, 6, 10, 12]

    async def delete_and_go_on() -> None:
        async for row in aio_carto.sql.iterate("SELECT n FROM numbers", by="n", page_size=2):
            await aio_carto.sql.query(f"DELETE FROM numbers WHERE n = {row['n']}")

    with pytest.raises(DownloadError, match="n = 2 has disappeared"):
        await delete_and_go_on()
