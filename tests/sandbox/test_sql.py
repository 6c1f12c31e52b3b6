"""/sql of the sandbox: parameters, formats, values, keys and errors."""

import base64
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import pytest
import yaml

from carto_sandbox import Account, Sandbox

Query = Callable[..., httpx.Response]
RECORDINGS = Path(__file__).parents[1] / "cassettes" / "sql"


def test_types_are_those_of_the_recording(query: Query) -> None:
    interaction = yaml.safe_load((RECORDINGS / "sql_types.yaml").read_text(encoding="utf-8"))["interactions"][0]
    recorded = json.loads(interaction["response"]["body"]["string"])
    text = httpx.URL(interaction["request"]["uri"]).params["q"]
    answer = query(text[: text.index(", ST_SetSRID")]).json()
    for key in ("rows", "fields"):
        expected = recorded[key][0] if key == "rows" else recorded[key]
        del expected["g"]  # needs PostGIS
        assert (answer[key][0] if key == "rows" else answer[key]) == expected
        assert list(answer[key][0] if key == "rows" else answer[key]) == list(expected)


@pytest.mark.parametrize(
    ("expression", "value", "field"),
    [
        ("9223372036854775807", 9223372036854776000, {"type": "number", "pgtype": "int8"}),
        ("1.50::numeric", 1.5, {"type": "number", "pgtype": "numeric"}),
        ("1e30::float8", 1e30, {"type": "number", "pgtype": "float8"}),
        ("1e-9::float8", 1e-9, {"type": "number", "pgtype": "float8"}),
        ("'-Infinity'::numeric", "-Infinity", {"type": "number", "pgtype": "numeric"}),
        ("'infinity'::timestamp", "Infinity", {"type": "date", "pgtype": "timestamp"}),
        ("'2020-01-01 10:20:30.5+02'::timestamptz", "2020-01-01T08:20:30Z", {"type": "date", "pgtype": "timestamptz"}),
        ("point(1,2.5)", {"x": 1, "y": 2.5}, {"type": "number", "pgtype": "point"}),
        ("'1 year 2 mons -03:00:00.25'::interval", None, {"type": "number", "pgtype": "interval"}),
        ("'[1,5)'::int4range", "[1,5)", {"type": "number", "pgtype": "int4range"}),
        ("'[1, 2]'::json", [1, 2], {"type": "JSON", "pgtype": "JSON"}),
        ("'x'::char(3)", "x  ", {"type": "string", "pgtype": "bpchar"}),
        ("'{{1,NULL},{3,4}}'::int[]", [[1, None], [3, 4]], {"type": "number[]", "pgtype": "_int4"}),
        ("""'{"a,\\"b",NULL,"NULL"}'::text[]""", ['a,"b', None, "NULL"], {"type": "string[]", "pgtype": "_text"}),
        ("ARRAY[true,false]", [True, False], {"type": "boolean[]", "pgtype": "_bool"}),
        ("ARRAY['2020-02-03'::date]", ["2020-02-03T00:00:00Z"], {"type": "date[]", "pgtype": "_date"}),
        ("1::money", "$1.00", {"type": "money", "pgtype": "money"}),
        ("'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11'::uuid", "a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11", None),
        ("E'\\t\"\\\\é'", '\t"\\é', {"type": "string", "pgtype": "text"}),
    ],
)
def test_value(query: Query, expression: str, value: Any, field: dict[str, str] | None) -> None:
    answer = query(f"SELECT {expression} AS v").json()
    if "interval" in expression:
        value = {"years": 1, "months": 2, "hours": -3, "milliseconds": -250}
    assert answer["rows"] == [{"v": value}]
    assert field is None or answer["fields"] == {"v": field}


@pytest.mark.parametrize("method", ["GET", "POST", "PUT", "PATCH", "DELETE"])
@pytest.mark.parametrize("path", ["/sql", "/sql/"])
def test_any_method_and_slash(api: httpx.Client, method: str, path: str) -> None:
    assert api.request(method, path, params={"q": "SELECT 1 AS one"}).json()["rows"] == [{"one": 1}]


def test_head_and_options(api: httpx.Client) -> None:
    head = api.head("/sql", params={"q": "SELECT 1"})
    assert (head.status_code, head.content) == (200, b"")
    options = api.options("/sql")
    assert (options.status_code, options.headers["access-control-allow-origin"]) == (200, "*")


def test_body_wins_in_every_form(api: httpx.Client) -> None:
    for body in ({"json": {"q": "SELECT 2 AS v"}}, {"data": {"q": "SELECT 2 AS v"}}):
        assert api.post("/sql", params={"q": "SELECT 1 AS v"}, **body).json()["rows"] == [{"v": 2}]  # type: ignore[arg-type]
    multipart = [("q", (None, "SELECT 2 AS v"))]
    assert api.post("/sql", files=multipart).json()["rows"] == [{"v": 2}]
    refused = api.post("/sql", files=[("q", ("q.sql", "SELECT 1"))])
    assert (refused.status_code, refused.json()) == (400, {"error": ["Unexpected field"]})


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("{bad", "Unexpected token b in JSON at position 1"),
        ('{"q":', "Unexpected end of JSON input"),
        ('"text"', "You must indicate a sql query"),
        ("5", "You must indicate a sql query"),
        ("  ", "Unexpected end of JSON input"),
        ('{"q":tru}', "Unexpected token } in JSON at position 8"),
        ('{"q" 5}', "Unexpected number in JSON at position 5"),
        ('{"q" "a"}', "Unexpected string in JSON at position 5"),
        ('{"q":NaN}', "Unexpected token N in JSON at position 5"),
        ("\x1f", "Unexpected token \x1f in JSON at position 0"),
        ('{"q":5}', "You must indicate a sql query"),
        ('{"q":"SELECT 1","format":null}', "Invalid format: undefined"),
        ("[]", "You must indicate a sql query"),
        ("", "You must indicate a sql query"),
    ],
)
def test_bad_json_body(api: httpx.Client, content: str, message: str) -> None:
    answer = api.post("/sql", content=content, headers={"content-type": "application/json"})
    assert (answer.status_code, answer.json()) == (400, {"error": [message]})


def test_other_content_types_are_ignored(api: httpx.Client) -> None:
    answer = api.post("/sql", content="q=SELECT 1", headers={"content-type": "text/plain"})
    assert answer.json() == {"error": ["You must indicate a sql query"]}


def test_repeated_q_is_refused(api: httpx.Client) -> None:
    answer = api.get("/sql", params={"q": ["SELECT 1", "SELECT 2"]})
    assert (answer.status_code, answer.json()) == (400, {"error": ["You must indicate a sql query"]})


@pytest.mark.parametrize("text", ["", "  ", "-- nothing"])
def test_empty_query(query: Query, text: str) -> None:
    answer = query(text)
    assert answer.status_code == 200
    assert (answer.json()["rows"], answer.json()["fields"]) == ([], {})


def test_paging_needs_both_numbers(query: Query) -> None:
    text = "SELECT i FROM generate_series(1,5) i;"
    for parameters in ({"rows_per_page": 2}, {"page": 0}, {"rows_per_page": "x", "page": 0}):
        assert query(text, **parameters).json()["total_rows"] == 5
    past = query(text, rows_per_page=2, page=9).json()
    assert (past["rows"], past["total_rows"]) == ([], 0)
    second = query(text, rows_per_page=2, page=1, order_by="i", sort_order="sideways").json()
    assert second["rows"] == [{"i": 3}, {"i": 4}]


def test_ordering_wraps_selects_only(query: Query) -> None:
    unknown = query("SELECT 1 AS a", order_by="b")
    assert (unknown.status_code, unknown.json()["error"]) == (400, ['column "b" does not exist'])
    rows = query("WITH t AS (SELECT generate_series(1,3) AS i) SELECT i FROM t", order_by="i", sort_order="desc").json()
    assert [row["i"] for row in rows["rows"]] == [3, 2, 1]
    assert "QUERY PLAN" in query("EXPLAIN SELECT 1", order_by="x", rows_per_page=1, page=0).json()["fields"]


def test_skipfields(api: httpx.Client) -> None:
    parameters = {"q": "SELECT 1 AS a, 2 AS b, 3 AS c, 4 AS d", "skipfields": ["a,b", "c"]}
    answer = api.get("/sql", params=parameters).json()
    assert (answer["rows"], list(answer["fields"])) == ([{"d": 4}], ["d"])


def test_duplicate_and_unnamed_columns(query: Query) -> None:
    assert query("SELECT 1 AS a, 2 AS a, 3").json()["rows"] == [{"a": 2, "?column?": 3}]


def test_several_statements(query: Query) -> None:
    answer = query("SELECT 1 AS a; SELECT 2 AS b UNION ALL SELECT 3").json()
    assert answer["rows"] == [{"a": 1}, {"b": 2}, {"b": 3}]
    assert (list(answer["fields"]), answer["total_rows"]) == (["b"], 2)
    followed = query("BEGIN; SELECT 1 AS a; COMMIT").json()
    assert (list(followed["fields"]), followed["total_rows"]) == (["a"], 1)


def test_written_rows_are_counted(query: Query) -> None:
    query("CREATE TABLE t (a int)")
    for text, count in (("INSERT INTO t VALUES (1),(2),(3)", 3), ("UPDATE t SET a = 1", 3), ("DELETE FROM t", 3)):
        answer = query(text).json()
        assert (answer["rows"], answer["fields"], answer["total_rows"]) == ([], {}, count)


def test_notices_and_warnings(query: Query) -> None:
    answer = query("DO $$ BEGIN RAISE NOTICE 'hello'; RAISE WARNING 'careful'; END $$").json()
    assert (answer["notices"], answer["warnings"]) == (["hello"], ["careful"])
    assert "notices" not in query("SELECT 1").json()


def test_copy_in_a_query(query: Query) -> None:
    query("CREATE TABLE t (a int); INSERT INTO t VALUES (1)")
    assert query("COPY t TO STDOUT").json()["rows"] == []
    refused = query("COPY t FROM STDIN")
    assert (refused.status_code, refused.json()["error"]) == (400, ["COPY from stdin failed: No source stream defined"])
    assert query("SELECT a FROM t").json()["rows"] == [{"a": 1}]


def test_statement_timeout_is_429_without_retry_after(query: Query) -> None:
    answer = query("SET statement_timeout = 30; SELECT pg_sleep(10)")
    assert answer.status_code == 429
    assert (answer.json()["context"], answer.json()["detail"]) == ("limit", "datasource")
    assert "retry-after" not in answer.headers


def test_error_with_detail(query: Query) -> None:
    answer = query("CREATE TABLE t (id int PRIMARY KEY); INSERT INTO t VALUES (1), (1)")
    assert answer.status_code == 400
    assert answer.json() == {
        "error": ['duplicate key value violates unique constraint "t_pkey"'],
        "detail": "Key (id)=(1) already exists.",
    }


def test_error_after_rows_in_json_and_geojson(query: Query) -> None:
    text = "SELECT 1/(3-i) AS v, NULL::text AS the_geom FROM generate_series(1,5) i"
    assert query(text).json()["error"] == ["division by zero"]
    answer = query(text, format="GeoJSON")
    assert (answer.status_code, len(answer.json()["features"])) == (200, 2)
    assert answer.json()["error"] == ["division by zero"]


def test_many_rows_are_streamed(api: httpx.Client) -> None:
    text = "SELECT i, 'name ' || i AS name FROM generate_series(1,20000) i"
    with api.stream("POST", "/sql", data={"q": text}) as answer:
        pieces = list(answer.iter_raw())
    assert len(pieces) > 5
    body = json.loads(b"".join(pieces))
    assert (body["total_rows"], body["rows"][-1]) == (20000, {"i": 20000, "name": "name 20000"})


def test_a_client_that_leaves_ends_its_query(api: httpx.Client, account: Account, query: Query) -> None:
    with api.stream("POST", "/sql", data={"q": "SELECT repeat('x', 1000), generate_series(1,100000000)"}) as answer:
        next(answer.iter_raw())
    running = "SELECT count(*) AS n FROM pg_stat_activity WHERE query LIKE '%repeat(%' AND state = 'active' AND pid <> "
    for _ in range(100):
        if query(f"{running} pg_backend_pid()").json()["rows"] == [{"n": 0}]:
            break
    else:
        pytest.fail("the query still runs")


def test_sessions_do_not_leak_settings(query: Query) -> None:
    query("SET application_name = 'changed'; CREATE TEMP TABLE t (a int)")
    assert query("SELECT current_setting('application_name') AS name").json()["rows"] == [{"name": "carto_sandbox"}]
    assert query("SELECT * FROM t").status_code == 400


def test_geojson(query: Query) -> None:
    query("CREATE TABLE t (id int, name text, the_geom text, the_geom_webmercator text)")
    query(
        "INSERT INTO t VALUES (1,'a','SRID=4326;POINT(1.23456789 2)',NULL), (2,NULL,NULL,NULL),"
        "(3,'c','SRID=4326;MULTIPOLYGON(((0 0,1 0,1 1,0 0)),((2 2,3 2,3 3,2 2)))',NULL),"
        "(4,'d','SRID=4326;GEOMETRYCOLLECTION(POINT(1 2),LINESTRING(1 2,3 4))',NULL),"
        "(5,'e','SRID=4326;MULTIPOINT((1 2),(3 4))',NULL)"
    )
    answer = query("SELECT * FROM t ORDER BY id", format="geojson", dp=3)
    assert answer.headers["content-disposition"].startswith("attachment; filename=cartodb-query.geojson;")
    features = answer.json()["features"]
    assert features[0]["properties"] == {"id": 1, "name": "a"}
    assert [feature["geometry"] for feature in features] == [
        {"type": "Point", "coordinates": [1.235, 2]},
        None,
        {
            "type": "MultiPolygon",
            "coordinates": [[[[0, 0], [1, 0], [1, 1], [0, 0]]], [[[2, 2], [3, 2], [3, 3], [2, 2]]]],
        },
        {
            "type": "GeometryCollection",
            "geometries": [
                {"type": "Point", "coordinates": [1, 2]},
                {"type": "LineString", "coordinates": [[1, 2], [3, 4]]},
            ],
        },
        {"type": "MultiPoint", "coordinates": [[1, 2], [3, 4]]},
    ]
    assert '"geometry":undefined' in query("SELECT * FROM t", format="geojson", skipfields="the_geom").text
    assert query("SELECT id FROM t", format="geojson").json() == {"error": ['column "the_geom" does not exist']}
    assert query("SELECT * FROM t", format="geojson", dp="x").status_code == 400


def test_csv(query: Query) -> None:
    query("""CREATE TABLE t (id int, name text); INSERT INTO t VALUES (1, 'a "q", é'), (2, NULL)""")
    answer = query("SELECT id, name, 'POINT(0 0)' AS the_geom FROM t;", format="csv", filename="my (file).x")
    assert answer.text == 'the_geom,id,name\r\nPOINT(0 0),1,"a ""q"", é"\r\nPOINT(0 0),2,\r\n'
    assert answer.headers["content-disposition"].startswith("attachment; filename=my__file_.csv;")
    assert query("SELECT id FROM t", format="csv").text == "id,\r\n1\r\n2\r\n"
    assert query("INSERT INTO t VALUES (3)", format="csv").json() == {"error": ['syntax error at or near "INTO"']}
    late = query("SELECT 1/(3-i) FROM generate_series(1,5) i", format="csv")
    assert late.status_code == 400
    assert "division by zero" in late.json()["error"][0]


def test_formats_that_need_gdal_say_so(query: Query, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyogrio", None)
    answer = query("SELECT 1", format="shp")
    assert (answer.status_code, answer.json()["error"]) == (
        501,
        ["The sandbox makes shp with GDAL, which is not installed: pip install 'carto-client[sandbox-formats]'"],
    )


def test_jsonp(api: httpx.Client) -> None:
    answer = api.get("/sql", params={"q": "SELECT 1 AS a", "callback": "cb"})
    assert answer.text.startswith('cb({"rows":[{"a":1}],')
    assert answer.text.endswith("})")
    error = api.get("/sql", params={"q": "SELECT x", "callback": "cb"})
    assert (error.status_code, error.headers["content-type"]) == (200, "text/javascript; charset=utf-8")
    assert error.text == """/**/ typeof cb === 'function' && cb({"error":["column \\"x\\" does not exist"]});"""


def test_headers_of_the_request_come_back(api: httpx.Client) -> None:
    answer = api.get("/sql", params={"q": "SELECT 1", "client": "me", "cache_policy": "persist"})
    assert (answer.headers["carto-client"], answer.headers["cache-control"]) == ("me", "public,max-age=31536000")
    assert answer.headers["keep-alive"] == "timeout=5"


def test_long_get_is_431_and_long_post_is_fine(api: httpx.Client) -> None:
    text = f"SELECT length('{'x' * 9000}') AS n"
    refused = api.get("/sql", params={"q": text})
    assert (refused.status_code, refused.content) == (431, b"")
    assert api.post("/sql", data={"q": text}).json()["rows"] == [{"n": 9000}]


def ask(account: Account, **arguments: Any) -> tuple[int, Any]:
    path = f"{account.base_url}/api/v2/sql"
    answer = httpx.request(arguments.pop("method", "GET"), path, **arguments)
    return answer.status_code, answer.json().get("error") or answer.json()["rows"]


def test_keys(account: Account, query: Query) -> None:
    query("CREATE TABLE mine (a int); CREATE TABLE open (a int); GRANT SELECT ON open TO publicuser")
    mine, key = {"q": "SELECT * FROM mine"}, {"api_key": account.api_key}
    user = account.username
    assert ask(account, params=mine) == (403, ["permission denied for table mine"])
    assert ask(account, params={**mine, "api_key": ""})[0] == 403
    assert ask(account, params={"q": "SELECT * FROM open"}) == (200, [])
    assert ask(account, params={"q": "SELECT * FROM pg_class"}) == (403, ["system tables are forbidden"])
    assert ask(account, params=mine, auth=(user, account.api_key)) == (200, [])
    assert ask(account, params=mine, auth=("other", account.api_key)) == (403, ["permission denied"])
    assert ask(account, params={**mine, "api_key": "wrong"}) == (401, ["Unauthorized"])
    assert ask(account, params={**mine, "api_key": "wrong"}, auth=(user, account.api_key)) == (401, ["Unauthorized"])
    assert ask(account, params={**mine, **key}, auth=(user, "wrong")) == (401, ["Unauthorized"])
    assert ask(account, method="POST", json={**mine, "map_key": account.api_key}) == (200, [])
    assert ask(account, params=mine, headers={"authorization": "Bearer x"})[0] == 403
    nonsense = base64.b64encode(b"no colon").decode()
    assert ask(account, params=mine, headers={"authorization": f"Basic {nonsense}"})[0] == 403


def test_regular_keys_have_their_grants(account: Account, query: Query) -> None:
    query("CREATE TABLE a (v serial, w int); CREATE TABLE b (v int)")
    table = {"schema": "public", "name": "a", "permissions": ["select", "insert"]}
    sql_api = {"type": "apis", "apis": ["sql"]}
    key = account.create_key("reader", [sql_api, {"type": "database", "tables": [table]}])
    auth = (account.username, key.token)
    assert ask(account, params={"q": "INSERT INTO a (w) VALUES (1) RETURNING w"}, auth=auth) == (200, [{"w": 1}])
    assert ask(account, params={"q": "DELETE FROM a"}, auth=auth) == (403, ["permission denied for table a"])
    assert ask(account, params={"q": "SELECT * FROM b"}, auth=auth) == (403, ["permission denied for table b"])
    no_sql = account.create_key("maps", [{"type": "apis", "apis": ["maps"]}])
    assert ask(account, params={"q": "SELECT 1", "api_key": no_sql.token}) == (403, ["forbidden"])
    assert key.token not in repr(key)


def test_account_from_host(sandbox: Sandbox, account: Account) -> None:
    url = f"{sandbox.url}/api/v2/sql"
    named = httpx.get(url, params={"q": "SELECT 1 AS a"}, headers={"host": f"{account.username}.localhost:80"})
    assert named.json()["rows"] == [{"a": 1}]
    unnamed = httpx.get(url, params={"q": "SELECT 1"})
    host = sandbox.url.removeprefix("http://")
    assert (unnamed.status_code, unnamed.json()) == (400, {"error": [f"No username found in hostname '{host}'"]})
    assert httpx.get(f"{sandbox.url}/u/{account.username}/api/v2/sql", params={"q": "SELECT 1"}).status_code == 200


def test_accounts_are_apart(sandbox: Sandbox, account: Account, query: Query) -> None:
    other = sandbox.create_account("neighbour")
    try:
        query("CREATE TABLE only_here (a int)")
        there = {"q": "SELECT * FROM only_here", "api_key": other.api_key}
        assert ask(other, params=there) == (400, ['relation "only_here" does not exist'])
        assert ask(account, params=there) == (401, ["Unauthorized"])
    finally:
        sandbox.drop_account(other)


@pytest.mark.parametrize(("method", "path"), [("GET", "/sql.geojson"), ("GET", "/sql/job"), ("GET", "/sql/copyfrom")])
def test_no_route_is_a_page(api: httpx.Client, method: str, path: str) -> None:
    answer = api.request(method, path)
    assert (answer.status_code, answer.headers["content-type"]) == (404, "text/html; charset=utf-8")
    assert f"<pre>Cannot {method} " in answer.text


def test_functions_of_the_cartodb_extension(query: Query) -> None:
    query("CREATE TABLE t (a int); CREATE TABLE p (a int); GRANT SELECT ON p TO publicuser")
    made = query("SELECT CDB_CartodbfyTable('public', 't')").json()
    assert made["rows"] == [{"cdb_cartodbfytable": "t"}]
    assert made["fields"] == {"cdb_cartodbfytable": {"type": "regclass", "pgtype": "regclass"}}
    assert list(query("SELECT * FROM t").json()["fields"]) == ["a", "cartodb_id", "the_geom", "the_geom_webmercator"]
    tables = "SELECT CDB_UserTables('%s') AS name ORDER BY 1"
    assert query(tables % "all").json()["rows"] == [{"name": "p"}, {"name": "t"}]
    assert query(tables % "public").json()["rows"] == [{"name": "p"}]


def test_a_name_that_no_header_can_hold(query: Query) -> None:
    assert query("SELECT 1", filename="Größe", format="csv").status_code == 200
    refused = query("SELECT 1", filename="\N{SNOWMAN}", format="csv")
    assert refused.status_code == 400
    assert refused.json() == {"error": ['Invalid character in header content ["Content-Disposition"]']}


def test_a_line_break_in_a_path_is_a_character(api: httpx.Client) -> None:
    answer = api.get("/../v1/map/nothing/0/0/0.p%0A")
    assert (answer.status_code, answer.headers["content-type"]) == (400, "application/json; charset=utf-8")
    assert api.get("/sql%0A", params={"q": "SELECT 1"}).status_code == 404
