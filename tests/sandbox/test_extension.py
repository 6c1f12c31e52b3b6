"""The functions of CARTO's `cartodb` extension, without PostGIS and (where there is one) with it."""

from collections.abc import Callable, Iterator
from typing import Any

import httpx
import pytest

from carto_sandbox import Account

Ask = Callable[..., list[dict[str, Any]]]


@pytest.fixture(params=["account", pytest.param("postgis_account", marks=pytest.mark.postgis)])
def any_account(request: pytest.FixtureRequest) -> Account:
    account: Account = request.getfixturevalue(request.param)
    return account


@pytest.fixture
def ask(any_account: Account) -> Iterator[Ask]:
    """Rows of a query that has to succeed, asked with the master key or another."""
    with httpx.Client(base_url=any_account.base_url, timeout=30) as client:

        def read(query: str, key: str = any_account.api_key) -> list[dict[str, Any]]:
            answer = client.post("/api/v2/sql", data={"q": query, "api_key": key})
            assert answer.status_code == 200, answer.text
            rows: list[dict[str, Any]] = answer.json()["rows"]
            return rows

        yield read


def column(rows: list[dict[str, Any]]) -> list[Any]:
    """The values of the only column."""
    return [value for row in rows for value in row.values()]


def test_cartodbfy(ask: Ask) -> None:
    ask("CREATE TABLE plain (name text); INSERT INTO plain VALUES ('a'), ('b')")
    assert ask("SELECT CDB_CartodbfyTable('public', 'plain')") == [{"cdb_cartodbfytable": "plain"}]
    assert column(ask("SELECT CDB_ColumnNames('plain')")) == ["name", "cartodb_id", "the_geom", "the_geom_webmercator"]
    ask("INSERT INTO plain (name) VALUES ('c')")
    assert column(ask("SELECT cartodb_id FROM plain ORDER BY 1")) == [1, 2, 3]
    ask("SELECT CDB_CartodbfyTable('plain')")
    assert column(ask("SELECT count(*) FROM pg_trigger WHERE tgrelid = 'plain'::regclass AND tgname = 'track_updates'"))
    assert column(ask("SELECT cartodb_id FROM plain ORDER BY 1")) == [1, 2, 3]


def test_cartodbfy_moves_to_the_schema(ask: Ask) -> None:
    ask("CREATE SCHEMA other; CREATE TABLE other.moved (a int)")
    ask("SELECT CDB_CartodbfyTable('other.moved')")
    assert column(ask("SELECT relnamespace::regnamespace::text FROM pg_class WHERE relname = 'moved'")) == ["public"]


@pytest.mark.parametrize(
    ("columns", "values", "ids"),
    [
        ("cartodb_id int", "(5), (9)", [5, 9, 10]),
        ("cartodb_id bigint UNIQUE", "(5), (9)", [5, 9, 10]),
        ("cartodb_id serial PRIMARY KEY", "(5), (9)", [5, 9, 10]),
        ("cartodb_id int", "(5), (5)", [1, 2, 3]),
        ("cartodb_id int", "(5), (NULL)", [1, 2, 3]),
        ("cartodb_id text", "('x'), ('y')", [1, 2, 3]),
    ],
)
def test_a_cartodb_id_that_is_there(ask: Ask, columns: str, values: str, ids: list[int]) -> None:
    ask(f"CREATE TABLE t ({columns}); INSERT INTO t VALUES {values}; ALTER TABLE t ADD v int")
    ask("SELECT CDB_CartodbfyTable('t')")
    ask("INSERT INTO t (v) VALUES (1)")
    assert column(ask("SELECT cartodb_id FROM t ORDER BY 1")) == ids


def test_another_primary_key_stays(ask: Ask) -> None:
    ask("CREATE TABLE t (code text PRIMARY KEY); INSERT INTO t VALUES ('x'); SELECT CDB_CartodbfyTable('t')")
    key = "SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE conrelid = 't'::regclass AND contype IN ('p', 'u')"
    assert sorted(column(ask(key))) == ["PRIMARY KEY (code)", "UNIQUE (cartodb_id)"]


@pytest.mark.parametrize(
    "change",
    [
        "INSERT INTO t (v) VALUES (2)",
        "UPDATE t SET v = 3",
        "DELETE FROM t",
        "TRUNCATE t",
        "SELECT CDB_TableMetadataTouch('t')",
        "SELECT CDB_TableMetadataTouch('t'::regclass)",
    ],
)
def test_table_metadata_follows_changes(ask: Ask, change: str) -> None:
    ask("CREATE TABLE t (v int); SELECT CDB_CartodbfyTable('t'); INSERT INTO t (v) VALUES (1)")
    read = "SELECT (extract(epoch FROM updated_at) * 1000000)::bigint FROM CDB_TableMetadata"
    [before] = column(ask(read))
    ask(change)
    [after] = column(ask(read))
    assert after > before
    assert column(ask("SELECT tabname FROM CDB_TableMetadata_Text")) == ["public.t"]


def test_table_metadata_forgets_dropped_tables(ask: Ask) -> None:
    ask("CREATE TABLE t (v int); SELECT CDB_CartodbfyTable('t')")
    ask("ALTER TABLE t DROP COLUMN v")
    assert column(ask("SELECT count(*) FROM CDB_TableMetadata")) == [1]
    ask("DROP TABLE t")
    assert column(ask("SELECT count(*) FROM CDB_TableMetadata")) == [0]


def test_others_may_write_but_not_touch(ask: Ask, any_account: Account) -> None:
    ask("CREATE TABLE t (v int); CREATE TABLE mine (v int); SELECT CDB_CartodbfyTable('t'), CDB_CartodbfyTable('mine')")
    tables = [{"schema": "public", "name": "t", "permissions": ["select", "insert"]}]
    grants = [{"type": "apis", "apis": ["sql"]}, {"type": "database", "tables": tables}]
    key = any_account.create_key("writer", grants).token
    ask("INSERT INTO t (v) VALUES (1)", key)
    ask("SELECT CDB_TableMetadataTouch('t')", key)
    for query in ("SELECT CDB_TableMetadataTouch('mine')", "DELETE FROM CDB_TableMetadata"):
        refused = httpx.post(f"{any_account.base_url}/api/v2/sql", data={"q": query, "api_key": key})
        assert refused.status_code == 403
        assert refused.json()["error"][0].startswith("permission denied")
    assert column(ask("SELECT CDB_UserTables()", key)) == ["t"]


def test_user_tables(ask: Ask) -> None:
    ask("CREATE TABLE open (v int); CREATE TABLE closed (v int); GRANT SELECT ON open TO publicuser")
    assert sorted(column(ask("SELECT CDB_UserTables()"))) == ["closed", "open"]
    assert column(ask("SELECT CDB_UserTables('public')")) == ["open"]
    assert column(ask("SELECT CDB_UserTables('private')")) == ["closed"]


def test_user_data_size(ask: Ask) -> None:
    assert column(ask("SELECT CDB_UserDataSize()")) == [0]
    ask("CREATE TABLE t AS SELECT generate_series(1, 10000) AS v")
    [half] = column(ask("SELECT pg_total_relation_size('t') / 2"))
    assert column(ask("SELECT CDB_UserDataSize()")) == column(ask("SELECT CDB_UserDataSize('public')")) == [half]


def test_columns(ask: Ask) -> None:
    ask("CREATE TABLE t (a int, gone int, b text, c timestamptz, d double precision); ALTER TABLE t DROP COLUMN gone")
    assert column(ask("SELECT CDB_ColumnNames('t')")) == ["a", "b", "c", "d"]
    types = [column(ask(f"SELECT CDB_ColumnType('t', '{name}')"))[0] for name in ("a", "b", "c", "d", "gone")]
    assert types == ["integer", "text", "timestamp with time zone", "double precision", None]


STATEMENTS = r"""SELECT 1; SELECT 'a;''b', E'\';', ";" -- ;
; /* ; */ SELECT $$;$$, $a$;$$;$a$, 6 / 2 - 1, '$' ;;  """


def test_query_statements(ask: Ask) -> None:
    quoted = STATEMENTS.replace("'", "''")
    assert column(ask(f"SELECT CDB_QueryStatements('{quoted}')")) == [
        "SELECT 1",
        r"""SELECT 'a;''b', E'\';', ";" -- ;""",
        "/* ; */ SELECT $$;$$, $a$;$$;$a$, 6 / 2 - 1, '$'",
    ]
    assert ask("SELECT CDB_QueryStatements('')") == []
    assert column(ask("SELECT CDB_QueryStatements('SELECT ''open; 1')")) == ["SELECT 'open; 1"]


@pytest.mark.parametrize(
    ("query", "tables"),
    [
        ("SELECT 1", []),
        ("SELECT * FROM a JOIN b USING (v)", ["public.a", "public.b"]),
        ("WITH x AS (SELECT * FROM b) SELECT * FROM x, a WHERE a.v IN (SELECT v FROM b)", ["public.a", "public.b"]),
        ("SELECT * FROM a; DROP TABLE b; INSERT INTO b VALUES (1)", ["public.a", "public.b"]),
        ('SELECT * FROM "Odd; name"', ['public."Odd; name"']),
        ("CREATE TABLE c (v int)", []),
    ],
)
def test_query_tables(ask: Ask, query: str, tables: list[str]) -> None:
    ask('CREATE TABLE a (v int); CREATE TABLE b (v int); CREATE TABLE "Odd; name" (v int)')
    rows = ask(f"SELECT CDB_QueryTablesText($q${query}$q$) AS a, CDB_QueryTables($q${query}$q$)::text[] AS b")
    assert rows == [{"a": tables, "b": tables}]


def test_query_tables_of_a_query_that_fails(ask: Ask, any_account: Account) -> None:
    query = {"q": "SELECT CDB_QueryTablesText('SELECT * FROM nowhere')", "api_key": any_account.api_key}
    answer = httpx.post(f"{any_account.base_url}/api/v2/sql", data=query)
    assert answer.json()["error"] == ['relation "nowhere" does not exist']


@pytest.mark.parametrize(
    ("call", "value"),
    [
        ("CDB_QuantileBins(ARRAY[1, 2, 3, 4]::numeric[], 2)", [2, 4]),
        ("CDB_EqualIntervalBins(ARRAY[1, 2, 3, 5]::numeric[], 2)", [3, 5]),
        ("CDB_HeadsTailsBins(ARRAY[1, 2, 3, 10]::numeric[], 2)", [4, 10]),
        ("CDB_JenksBins(ARRAY[1, 2, 3, 10, 11, 12, 30]::numeric[], 3)", [3, 12, 30]),
        ("CDB_JenksBins(ARRAY[1, 2, 3, 10, 11, 12, 30]::numeric[], 3, 0, true)", [1, 10, 30]),
        ("CDB_JenksBins(ARRAY[2, 1, NULL]::numeric[], 3)", [1, 2]),
        ("CDB_DistType(ARRAY[1, 1, 1]::numeric[])", "F"),
        ("CDB_Skewness(ARRAY[1, 1, 1]::numeric[])", 0),
        ("CDB_Math_Mode(n) FROM unnest(ARRAY[1, 3, 3, 2]) AS n", 3),
        ("CDB_DistinctMeasure(ARRAY['a', 'a', 'b', NULL])", 1),
        ("CDB_StringToDate('2020-01-02')", "2020-01-02T00:00:00Z"),
        ("CDB_StringToDate('x')", None),
        ("CDB_DateToNumber('2020-01-01'::timestamp)", 1577836800),
        ("CDB_XYZ_Resolution(1)", 78271.51696402048),
        ("CDB_ZoomFromScale(1000)", 19),
        ("CDB_EstimateRowCount('SELECT 1')", 1),
    ],
)
def test_values(ask: Ask, call: str, value: Any) -> None:
    assert column(ask(f"SELECT {call}")) == [value]


def test_rows_are_estimated_without_statistics(ask: Ask) -> None:
    ask("CREATE TABLE many AS SELECT n FROM generate_series(1, 1000) AS n")
    assert column(ask("SELECT CDB_EstimateRowCount('SELECT * FROM many')")) == [1000]


def test_digit_separator(ask: Ask) -> None:
    ask("CREATE TABLE prices (price text); INSERT INTO prices VALUES ('12'), ('1.234'), ('1.234,5')")
    assert ask("SELECT * FROM CDB_DigitSeparator('prices', 'price')") == [{"t": ".", "d": ","}]


def test_username_is_that_of_the_key(ask: Ask, any_account: Account) -> None:
    regular = any_account.create_key("reads", [{"type": "apis", "apis": ["sql"]}]).token
    for key, name in ((any_account.api_key, any_account.username), (regular, any_account.username), ("", None)):
        assert column(ask("SELECT CDB_Username()", key)) == [name]


def test_table_indexes(ask: Ask) -> None:
    ask("CREATE TABLE keyed (a int PRIMARY KEY, b int); CREATE INDEX other ON keyed (b, (a + 1))")
    assert ask("SELECT * FROM CDB_TableIndexes('keyed') ORDER BY index_name") == [
        {"index_name": "keyed_pkey", "index_unique": True, "index_primary": True, "index_keys": ["a"]},
        {"index_name": "other", "index_unique": False, "index_primary": False, "index_keys": ["b", "(a + 1)"]},
    ]
