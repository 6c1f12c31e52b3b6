# Made from tests/_async/test_keyset.py by scripts/unasync; do not edit.
"""Every row of a query, page after page: none lost, none twice, or an error that says why not."""

from typing import Any

import pytest

from carto_ext._sync.client import Carto
from carto_ext.errors import CartoError, DownloadError, InvalidArgumentError, InvalidRequestError

pytestmark = pytest.mark.anyio


def collected(carto: Carto, query: str, **options: Any) -> list[Any]:
    return [row for row in carto.sql.iterate(query, **options)]


def pages(carto: Carto, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The statements that are sent from here on."""
    sent: list[str] = []
    query = carto.sql.query

    def counted(q: str) -> Any:
        sent.append(q)
        return query(q)

    monkeypatch.setattr(carto.sql, "query", counted)
    return sent


@pytest.mark.parametrize("page_size", [1, 2, 3, 9, 10, 11, 10_000])
def test_each_row_comes_once(carto: Carto, page_size: int) -> None:
    query = "SELECT n AS cartodb_id, n * n AS square FROM generate_series(10, 1, -1) AS n;  "
    rows = collected(carto, query, page_size=page_size)
    assert rows == [{"cartodb_id": n, "square": n * n} for n in range(1, 11)]


def test_pages_are_fetched_as_they_are_used(carto: Carto, monkeypatch: pytest.MonkeyPatch) -> None:
    sent = pages(carto, monkeypatch)
    rows = carto.sql.iterate("SELECT n FROM generate_series(1, 10) AS n", by="n", page_size=3)
    assert sent == []
    seen = []
    for row in rows:
        seen.append((row["n"], len(sent)))
    assert seen == [(n, (n - 1) // 3 + 1) for n in range(1, 11)]
    assert len(sent) == 4
    assert collected(carto, "SELECT 1 AS n WHERE false", by="n") == []


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
def test_keys_of_every_type(carto: Carto, kind: str) -> None:
    query = f'SELECT n, {KEYS[kind]} AS "the ""key""" FROM generate_series(1, 40) AS n -- all of them'
    rows = collected(carto, query, by='the "key"', page_size=7)
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
def test_a_key_that_tells_no_rows_apart_is_refused(carto: Carto, keys: str, told: str, page_size: int) -> None:
    seen: list[str] = []

    def read() -> None:
        for row in carto.sql.iterate(f"SELECT k FROM (VALUES {keys}) AS v (k)", by="k", page_size=page_size):
            seen.append(str(row["k"]))

    with pytest.raises(InvalidArgumentError, match=rf"by='k' is .*{told}.*cartodb_id"):
        read()
    assert len(seen) == len(set(seen))
    assert told != "NULL" or not seen


def test_a_key_that_is_not_there_is_refused(carto: Carto) -> None:
    for by in ("cartodb_id", "No Such Column", 'a"b'):
        with pytest.raises(InvalidArgumentError, match="not a column of the query's result"):
            collected(carto, "SELECT 1 AS n", by=by)
    with pytest.raises(InvalidRequestError, match='column "nope" does not exist'):
        collected(carto, "SELECT nope AS n", by="n")
    for statement in ("DELETE FROM nothing", "SELECT 1 AS n; SELECT 2 AS n"):
        with pytest.raises(CartoError):
            collected(carto, statement, by="n")


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
def test_wrong_arguments_are_refused_at_once(carto: Carto, query: Any, options: Any) -> None:
    with pytest.raises(InvalidArgumentError):
        carto.sql.iterate(query, **options)


def test_rows_that_come_and_go_meanwhile(carto: Carto) -> None:
    carto.sql.query("CREATE TABLE numbers (n int PRIMARY KEY)")
    carto.sql.query("INSERT INTO numbers SELECT 2 * n FROM generate_series(1, 6) AS n")
    seen = []
    for row in carto.sql.iterate("SELECT n FROM numbers", by="n", page_size=2):
        seen.append(row["n"])
        if row["n"] == 4:
            carto.sql.query("INSERT INTO numbers VALUES (1), (5)")
            carto.sql.query("DELETE FROM numbers WHERE n = 8")
    assert seen == [2, 4, 5, 6, 10, 12]

    def delete_and_go_on() -> None:
        for row in carto.sql.iterate("SELECT n FROM numbers", by="n", page_size=2):
            carto.sql.query(f"DELETE FROM numbers WHERE n = {row['n']}")

    with pytest.raises(DownloadError, match="n = 2 has disappeared"):
        delete_and_go_on()
