"""scripts/check_truth finds nothing wrong here, and notices each kind of thing that could be."""

from __future__ import annotations

import copy
import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from truth.answers import differences
from truth.document import Document
from truth.recordings import make_exchange
from truth.report import Truth
from truth.requests import find_operation, load_liberties
from truth.samples import load_table, read_samples

import carto_client.api.sql.sql_query_get as query_module
from carto_client.models import SqlResult

ROOT = Path(__file__).parents[2]
Node = dict[str, Any]
JSON = {"content-type": ["application/json; charset=utf-8"]}
SELECT = "http://127.0.0.1/user/me/api/v2/sql?q=SELECT+1&api_key=secret"


@pytest.fixture(scope="module")
def document() -> Document:
    return Document(ROOT / "spec" / "openapi.yaml")


def exchange(uri: str, status: int, answer: Any, *, method: str = "GET", body: Any = None) -> Node:
    """One exchange as VCR writes it; bodies other than text become JSON."""
    text = answer if isinstance(answer, str) else json.dumps(answer)
    return {
        "request": {
            "method": method,
            "uri": uri,
            "headers": {} if body is None else copy.deepcopy(JSON),
            "body": body if isinstance(body, str | None) else json.dumps(body),
        },
        "response": {"status": {"code": status}, "headers": copy.deepcopy(JSON), "body": {"string": text}},
    }


def select() -> Node:
    fields = {"x": {"type": "number", "pgtype": "int4"}}
    return exchange(SELECT, 200, {"rows": [{"x": 1}], "time": 0.001, "fields": fields, "total_rows": 1})


def look(document: Document, recorded: Node) -> Truth:
    truth = Truth(document)
    truth.add_exchange(make_exchange("r.yaml exchange 1", recorded))
    return truth


def find(document: Document, recorded: Node) -> list[str]:
    return [str(mismatch) for mismatch in look(document, recorded).mismatches]


def change_body(change: Callable[[Node], object]) -> Callable[[Node], None]:
    def apply(recorded: Node) -> None:
        body = json.loads(recorded["response"]["body"]["string"])
        change(body)
        recorded["response"]["body"]["string"] = json.dumps(body)

    return apply


def set_uri(uri: str) -> Callable[[Node], None]:
    return lambda recorded: recorded["request"].update(uri=uri)


BREAKS: dict[str, tuple[Callable[[Node], object], str]] = {
    "undocumented status": (
        lambda r: r["response"]["status"].update(code=302),
        "/response/status: sql_query_get: 302 is not documented",
    ),
    "an error's status": (
        lambda r: r["response"]["status"].update(code=400),
        "/response/body: sql_query_get: 'error' is a required property",
    ),
    "another content type": (
        lambda r: r["response"]["headers"].update({"content-type": ["text/turtle"]}),
        "/response/headers/content-type: sql_query_get: text/turtle is not documented (application/json is)",
    ),
    "required field missing": (
        change_body(lambda body: body.pop("total_rows")),
        "/response/body: sql_query_get: 'total_rows' is a required property",
    ),
    "value of another type": (
        change_body(lambda body: body["fields"]["x"].update(pgtype=5)),
        "/response/body/fields/x/pgtype: sql_query_get: 5 is not of type 'string'",
    ),
    "field that the spec does not know": (
        change_body(lambda body: body["fields"]["x"].update(oid=23)),
        "/response/body/fields/x/oid: sql_query_get: the spec does not describe this field",
    ),
    "no body": (
        lambda r: r["response"]["body"].update(string=""),
        "/response/body: is empty, and the spec does not say that it may be",
    ),
    "unknown route": (
        set_uri("http://127.0.0.1/user/me/api/v2/nowhere"),
        "/request/uri: no operation has the route GET /api/v2/nowhere, which CARTO answered with 200",
    ),
    "required parameter missing": (
        set_uri("http://127.0.0.1/user/me/api/v2/sql"),
        "/request/query/q: sql_query_get: is missing",
    ),
}


def test_a_good_exchange_has_no_mismatch(document: Document) -> None:
    truth = look(document, select())
    assert truth.mismatches == []
    assert truth.kinds["matched"] == 1
    assert truth.rows["sql_query_get"].mark == "ok"


@pytest.mark.parametrize("name", BREAKS)
def test_what_is_wrong_is_named(document: Document, name: str) -> None:
    break_it, expected = BREAKS[name]
    recorded = select()
    break_it(recorded)
    truth = look(document, recorded)
    assert f"r.yaml exchange 1 {expected}" in [str(mismatch) for mismatch in truth.mismatches]
    if "unknown route" not in name:
        assert truth.rows["sql_query_get"].mark == "✗"


def test_what_the_client_loses_is_named(document: Document, monkeypatch: pytest.MonkeyPatch) -> None:
    def parse(_: object) -> SqlResult:
        return SqlResult.from_dict({"rows": [{"x": 1.0}], "time": 0.001, "fields": {}, "total_rows": 1})

    monkeypatch.setattr(query_module, "_parse_response", parse)
    assert find(document, select()) == [
        "r.yaml exchange 1 /response/body/rows/0/x: sql_query_get: through the client 1 becomes 1.0",
        "r.yaml exchange 1 /response/body/fields/x: sql_query_get: through the client is lost",
    ]


def test_an_error_that_loses_its_words_is_named(document: Document, monkeypatch: pytest.MonkeyPatch) -> None:
    recorded = exchange(SELECT, 400, {"error": ["syntax error"]})
    assert find(document, recorded) == []
    monkeypatch.setattr("carto_ext._answers._texts", lambda value: iter(()))
    assert find(document, recorded) == [
        "r.yaml exchange 1 /response/body: sql_query_get: the error does not say 'syntax error'",
        'r.yaml exchange 1 /response/body: sql_query_get: unexpected \'{"error": ["syntax error"]}\'',
    ]


@pytest.mark.parametrize(
    ("came", "given", "found"),
    [
        ({"a": [1, None]}, {"a": [1, None]}, []),
        ({"a": 1}, {"a": True}, [("/a", "1 becomes true")]),
        ({"a": None}, {}, [("/a", "is lost")]),
        ({}, {"a/b": None}, [("/a~1b", "appears from nowhere")]),
        ([1, 2], [1], [("", "[1, 2] becomes [1]")]),
        ("2021-03-02T10:00:06Z", "2021-03-02T10:00:06+00:00", None),
    ],
)
def test_differences(came: Any, given: Any, found: list[tuple[str, str]] | None) -> None:
    seen = list(differences(came, given))
    assert len(seen) == 1 if found is None else seen == found


@pytest.mark.parametrize(
    ("recorded", "kind", "reason"),
    [
        (
            exchange("http://h/user/me/api/v1/map/nothing/here", 404, ""),
            "unrouted",
            "CARTO has no such route (404 with an empty body)",
        ),
        (exchange("http://h/api/v2/sql?rows_per_page=1", 400, {"error": ["no"]}), "wrong", "query/q is missing (400)"),
        (
            exchange("http://h/api/v2/sql", 400, {"error": ["no"]}, method="POST", body="{"),
            "wrong",
            "body is not application/json",
        ),
        (exchange(f"{SELECT}&callback=f", 200, "f({})"), "left out", "JSONP (callback) is left out"),
        (exchange(SELECT, 200, "", method="HEAD"), "left out", "HEAD is HTTP's own"),
    ],
)
def test_what_is_counted_apart_has_a_reason(document: Document, recorded: Node, kind: str, reason: str) -> None:
    truth = look(document, recorded)
    assert truth.mismatches == []
    (line,) = truth.apart
    assert line.startswith(kind)
    assert reason in line
    assert "secret" not in line


@pytest.mark.parametrize(
    ("method", "path", "body", "operation"),
    [
        ("GET", "/user/me/api/v2/sql/?q=SELECT+1", None, "sql_query_get"),
        ("GET", "/u/me/api/v1/sql?q=SELECT+1&format=csv", None, "sql_download_get"),
        ("POST", "/api/v2/sql", {"q": "SELECT 1", "api_key": "k"}, "sql_query"),
        ("POST", "/api/v2/sql", {"q": "SELECT 1", "format": "csv"}, "sql_download"),
        ("GET", "/api/v1/map/t/0/0/0.png", None, "maps_tile"),
        ("GET", "/api/v1/map/t/0/0/0@2x.png", None, "maps_tile_retina"),
        ("GET", "/api/v1/map/t/0/0/0/0.grid.json", None, "maps_grid"),
        ("GET", "/api/v1/map/named/t/0/0/0/0.png?auth_token%5B%5D=a", None, "named_maps_tile"),
        ("GET", "/api/v1/map/?callback=f&config=%7B%7D", None, "maps_create_jsonp"),
    ],
)
def test_concrete_segments_and_parameters_decide(
    document: Document, method: str, path: str, body: Any, operation: str
) -> None:
    verdict = find_operation(
        document, make_exchange("x", exchange(f"http://h{path}", 200, {}, method=method, body=body))
    )
    assert verdict.mismatches == ()
    assert verdict.route is not None
    assert verdict.route.name == operation


STATIC = "http://h/user/me/api/v1/map/static/center/t/0/0/0/10/10.png"


@pytest.mark.parametrize(
    ("recorded", "kind", "told"),
    [
        (exchange(f"{SELECT}&colour=red", 200, {}), "taken all the same", "unknown parameter: query/colour"),
        (exchange(f"{SELECT}&page=two", 200, {}), "taken all the same", "number as JavaScript reads it: query/page"),
        (exchange(f"{SELECT}&sort_order=up", 200, {}), "taken all the same", "sort order that is none"),
        (exchange(SELECT, 200, {}, method="DELETE"), "taken all the same", "DELETE in place of GET"),
        (exchange("http://h/api/v2/health", 200, {}), "taken all the same", "another address"),
        (exchange("http://h/api/v1/viz.json", 200, {}), "taken all the same", "another address"),
        (exchange("http://h/api/v1/imports", 200, {}, method="POST", body={"privacy": "LINK"}), "taken", "in any case"),
        (
            exchange("http://h/api/v1/map?config=%7B%7D&colour=red", 400, {}),
            "wrong",
            "query/colour is not described (400)",
        ),
        (exchange("http://h/api/v1/perm/1", 500, "", method="PUT", body={"acl": "x"}), "wrong", "body/acl"),
        (exchange("http://h/api/v1/get_authenticated_users", 400, {}), "left out", "CARTO's own web pages"),
    ],
)
def test_requests_that_are_no_mismatch_have_a_name(document: Document, recorded: Node, kind: str, told: str) -> None:
    verdict = find_operation(document, make_exchange("x", recorded))
    assert verdict.mismatches == ()
    assert verdict.kind.startswith(kind)
    assert told in verdict.reason


@pytest.mark.parametrize(
    ("recorded", "expected"),
    [
        (exchange(f"{STATIC}?colour=red", 200, "", method="GET"), "/request/query/colour: maps_static_center: is not"),
        (exchange("http://h/api/v1/viz?colour=red", 200, {}), "/request/query/colour: viz_list: is not described"),
        (exchange("http://h/api/v1/viz?page=two", 200, {}), "/request/query/page: viz_list: 'two' is not of type"),
        (
            exchange("http://h/api/v1/imports/", 200, {}, method="POST", body={"privacy": "odd"}),
            "/request/body/privacy: ",
        ),
        (exchange("http://h/api/v3/api_keys?order_direction=up", 200, {}), "/request/query/order_direction: "),
    ],
)
def test_what_carto_takes_without_a_name_is_a_mismatch(document: Document, recorded: Node, expected: str) -> None:
    (mismatch,) = find_operation(document, make_exchange("x", recorded)).mismatches
    assert str(mismatch).startswith(f"x {expected}")


def test_each_liberty_is_one_of_some_operation(document: Document) -> None:
    liberties = load_liberties()
    assert len({liberty.name for liberty in liberties}) == len(liberties)
    for liberty in liberties:
        assert liberty.why
        assert any(liberty.of.match(name) for name in document.by_name), liberty.name


def test_a_file_that_is_no_json_is_a_file(document: Document) -> None:
    """Without `the_geom` among its fields CARTO's GeoJSON has holes; its words, and a shape that is wrong, count."""
    uri = "http://h/user/me/api/v2/sql?q=SELECT+1&format=geojson"
    assert find(document, exchange(uri, 200, '{"type": "FeatureCollection", "features": [{"geometry": ,}]}')) == []
    (mismatch,) = find(document, exchange(uri, 200, {"type": "FeatureCollection"}))
    assert "is not valid under any of the given schemas" in mismatch


def test_fields_of_a_body_may_stand_in_the_query_string(document: Document) -> None:
    uri = "http://h/user/me/api/v2/sql?q=SELECT+1&format=csv"
    verdict = find_operation(document, make_exchange("x", exchange(uri, 200, "a", method="POST")))
    assert (verdict.kind, verdict.route and verdict.route.name) == ("matched", "sql_download")


def test_a_header_beyond_ascii_is_no_trouble(document: Document) -> None:
    recorded = select()
    recorded["response"]["headers"]["content-disposition"] = ["inline; filename=caf\u00c3\u00a9.json", "x\u20ac"]
    assert find(document, recorded) == []


def test_an_error_in_a_success_must_be_told(document: Document, monkeypatch: pytest.MonkeyPatch) -> None:
    recorded = select()
    change_body(lambda body: body.update(error=["division by zero"]))(recorded)
    truth = look(document, recorded)
    assert (truth.mismatches, truth.hidden) == ([], 1)
    body = json.loads(recorded["response"]["body"]["string"])
    monkeypatch.setattr(query_module, "_parse_response", lambda _: SqlResult.from_dict(body))
    assert find(document, recorded) == [
        "r.yaml exchange 1 /response/body: sql_query_get: the error in a 200 does not say 'division by zero'"
    ]


def test_two_operations_that_both_fit_are_a_mismatch(tmp_path: Path) -> None:
    """The same route with and without a slash, and no difference otherwise."""
    paths = {}
    for path, name in (("/api/v2/a", "a_one"), ("/api/v2/a/", "a_two")):
        paths[path] = {"get": {"operationId": name, "tags": ["a"], "responses": {"200": {"description": "Yes."}}}}
    spec = tmp_path / "openapi.yaml"
    spec.write_text(yaml.safe_dump({"openapi": "3.1.0", "paths": paths}))
    assert find(Document(spec), exchange("http://h/api/v2/a", 200, "")) == [
        "r.yaml exchange 1 /request: GET /api/v2/a fits 2 operations: a_one, a_two"
    ]


def test_every_sample_must_be_in_the_table(tmp_path: Path) -> None:
    table = {
        "answers": {"viz_like": {200: ["like"]}},
        "requests": {"viz_update": ["gone"]},
        "errors": {"made up": ["x"]},
    }
    for name, content in (("like", {}), ("stray", {}), ("errors", [{"where": "here", "status": 400, "body": None}])):
        (tmp_path / f"{name}.json").write_text(json.dumps(content))
    samples, faults = read_samples(tmp_path, "s", table)
    assert [sample.where for sample in samples] == ["s/like.json"]
    assert sorted(map(str, faults)) == [
        "s/errors.json /0: 'here' stands nowhere in samples.yaml",
        "s/errors.json: samples.yaml names 'made up', which is not an entry",
        "s/gone.json: samples.yaml names it under viz_update, and there is no such file",
        "s/stray.json: stands nowhere in samples.yaml",
    ]


def test_a_wrong_sample_is_named(document: Document, tmp_path: Path) -> None:
    """One body changed in each of the three kinds: answer, request, error."""
    for path in (ROOT / "tests" / "samples").glob("*.json"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    (tmp_path / "viz_like.json").write_text('{"id": 5, "liked": true}')
    (tmp_path / "permission_put_request.json").write_text('{"acl": [], "owner": "me"}')
    errors = [*json.loads((tmp_path / "errors.json").read_text()), {"where": "new", "status": 400, "body": {}}]
    (tmp_path / "errors.json").write_text(json.dumps(errors))
    truth = Truth(document)
    truth.add_samples(tmp_path, "s")
    assert sorted(map(str, truth.mismatches)) == [
        f"s/errors.json /{len(errors) - 1}: 'new' stands nowhere in samples.yaml",
        "s/permission_put_request.json /owner: the spec does not describe this field",
        "s/viz_like.json /id: viz_like: 5 is not of type 'string'",
    ]
    assert truth.rows["viz_like"].is_red
    assert truth.rows["viz_read"].mark == "ok"


def test_an_example_that_the_client_would_lose_is_named(document: Document, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(query_module, "_parse_response", lambda _: None)
    truth = Truth(document)
    truth.add_examples()
    assert [str(mismatch).partition(": ")[0] for mismatch in truth.mismatches] == [
        "spec #/components/examples/SqlSelect/value",
        "spec #/components/examples/SqlFailedMidway/value",
    ]


def test_the_table_names_only_operations_of_the_spec(document: Document) -> None:
    table = load_table()
    named = {*table["answers"], *table["requests"], *(name for names in table["errors"].values() for name in names)}
    assert named <= set(document.by_name)


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "scripts/check_truth", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def test_the_command_says_that_all_is_well() -> None:
    done = run()
    assert (done.returncode, done.stderr) == (0, "")
    *lines, totals = done.stdout.splitlines()
    kinds_told = r"(\d+) matched, (\d+) taken all the same, (\d+) unrouted, (\d+) wrong on purpose, (\d+) left out"
    numbers = rf"(\d+) operations, (\d+) models, (\d+) exchanges \({kinds_told}\), (\d+) errors in a 200"
    match = re.fullmatch(rf"{numbers}, (\d+) samples, (\d+) examples, 0 mismatches", totals)
    assert match is not None
    operations, _, exchanges, *kinds, hidden, samples, examples = map(int, match.groups())
    assert examples > 100
    assert hidden >= 4
    assert exchanges == sum(kinds) >= 1300
    assert samples == len(list((ROOT / "tests" / "samples").glob("*.json"))) >= 81
    rows = [line for line in lines if line.endswith((" ok", " neither recorded nor sampled"))]
    assert len(rows) == operations
    apart = ("taken all the same: ", "unrouted: ", "wrong on purpose: ", "left out: ")
    assert sum(line.startswith(apart) for line in lines) == sum(kinds[1:])
    assert any(re.fullmatch(r"sql_query_get +\d+ +- +2 +200 400 401 403 404 429 +ok", line) for line in lines)


def test_the_command_fails_for_a_further_recording_that_is_wrong(tmp_path: Path) -> None:
    recorded = select()
    BREAKS["required field missing"][0](recorded)
    (tmp_path / "wrong.yaml").write_text(yaml.safe_dump({"interactions": [select(), recorded], "version": 1}))
    (tmp_path / "other.yaml").write_text("a: 1\n")
    done = run("--summary", "--recordings", str(tmp_path))
    lines = done.stdout.splitlines()
    assert done.returncode == 1
    assert lines[0].startswith(f"{tmp_path}/other.yaml: not a recording in VCR's YAML format")
    assert lines[1].startswith(f"{tmp_path}/wrong.yaml exchange 2 /response/body: sql_query_get: 'total_rows' is a req")
    assert lines[-1].endswith("3 mismatches")
    assert len(lines) == 4
