"""Anonymous maps: accepted definitions, read access, and the addresses in the answer with their targets."""

import base64
import json
import lzma
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from carto_sandbox import Account, Sandbox

TABLE = """
CREATE TABLE towns (cartodb_id int PRIMARY KEY, name text, kind text, size int, rate float8, seen timestamptz,
    the_geom {point}, the_geom_webmercator {point});
INSERT INTO towns
    SELECT n, 'town ' || n, 'kind ' || n % 8, n, n / 2.0, '2020-01-01Z'::timestamptz + n * interval '1 day'
    FROM generate_series(1, 40) AS n;
INSERT INTO towns VALUES (41, 'none', NULL, NULL, 'NaN', NULL), (42, 'far', 'kind 0', NULL, 'Infinity', NULL);
GRANT SELECT ON towns TO publicuser;
CREATE TABLE secrets (cartodb_id int PRIMARY KEY, the_geom_webmercator {point})
"""
VECTOR: dict[str, Any] = {"options": {"sql": "SELECT * FROM towns"}}
STYLE = {"cartocss": "#l{marker-width:1}", "cartocss_version": "2.3.0"}
STYLED: dict[str, Any] = {"type": "cartodb", "options": {"sql": "SELECT * FROM towns", **STYLE}}
ATTRIBUTES = {"id": "cartodb_id", "columns": ["name", "seen", "rate"]}
HTTP = {"type": "http", "options": {"urlTemplate": "http://example.com/{z}/{x}/{y}.png"}}
PLAIN = {"type": "plain", "options": {"color": "red"}}
TORQUE_STYLE = (
    'Map { -torque-frame-count: 16; -torque-resolution: 2; -torque-time-attribute: "seen";'
    ' -torque-aggregation-function: "count(*)"; }'
)
TORQUE = {
    "type": "torque",
    "options": {"sql": "SELECT * FROM towns", "cartocss": TORQUE_STYLE, "cartocss_version": "2.3.0"},
}


def prepare(account: Account) -> None:
    point = "geometry" if account.has_postgis else "text"
    text = TABLE.replace("{point}", point)
    made = httpx.post(f"{account.base_url}/api/v2/sql", data={"q": text, "api_key": account.api_key}, timeout=30)
    assert made.status_code == 200, made.text


@pytest.fixture(scope="module")
def account(sandbox: Sandbox) -> Iterator[Account]:
    """One for all tests here, with a public table of towns and a private one: maps leave no traces in it."""
    made = sandbox.create_account("cartographer")
    prepare(made)
    yield made
    sandbox.drop_account(made)


@pytest.fixture
def maps(account: Account) -> Iterator[httpx.Client]:
    """Speaks without a key below /map."""
    with httpx.Client(base_url=f"{account.base_url}/api/v1/map", timeout=30) as client:
        yield client


def create(maps: httpx.Client, *layers: Any, **config: Any) -> str:
    answer = maps.post("", json={"layers": [*layers], **config})
    assert answer.status_code == 200, answer.text
    token: str = answer.json()["layergroupid"]
    return token


def create_views(maps: httpx.Client, **dataviews: dict[str, Any]) -> str:
    views = {
        name: {"type": kind, "source": {"id": "a0"}, "options": options}
        for name, view in dataviews.items()
        for kind, options in view.items()
    }
    analyses = [{"id": "a0", "type": "source", "params": {"query": "SELECT * FROM towns"}}]
    layer = {"options": {"source": {"id": "a0"}}}
    return create(maps, layer, analyses=analyses, dataviews=views)


def read_error(answer: httpx.Response) -> str:
    body = answer.json()
    assert [entry["message"] for entry in body["errors_with_context"]] == body["errors"]
    text: str = body["errors"][0]
    return text


def expect(answer: httpx.Response, status: int, text: str) -> None:
    assert (answer.status_code, read_error(answer)[: len(text)]) == (status, text)


@pytest.mark.parametrize(("version", "accepted"), [("1.0.0", 1), ("1.8.0", 1), ("1.8.1", 0), ("0.9.9", 0), ("1.8", 0)])
def test_versions(maps: httpx.Client, version: str, accepted: int) -> None:
    answer = maps.post("", json={"version": version, "layers": []})
    if accepted:
        assert answer.status_code == 200
    else:
        wrong = "Invalid Version: " if version == "1.8" else "Unsupported layergroup configuration version "
        expect(answer, 400, f"{wrong}{version}")


@pytest.mark.parametrize(
    ("config", "status", "message"),
    [
        ({}, 400, "Missing layers array from layergroup config"),
        ([], 400, "Missing layers array from layergroup config"),
        ({"layers": [{}]}, 400, "Cannot read property 'source' of undefined"),
        ({"layers": [None]}, 400, "Cannot read property 'type' of null"),
        ({"layers": None}, 400, "Cannot read property 'forEach' of null"),
        ({"layers": {}}, 400, "requestMapConfig.layers.some is not a function"),
        ({"layers": [STYLED, {"options": STYLE}]}, 400, "Missing sql for layer 1 options"),
        ({"layers": [{"options": {}}]}, 400, "Missing cartocss for layer 0 options"),
        ({"layers": [{"options": {"sql": "SELECT 1", "cartocss": "a"}}]}, 400, "Missing cartocss_version for layer 0"),
        ({"layers": [{"options": {"sql": "SELECT 1", **STYLE, "cartocss": ""}}]}, 400, "style0: CartoCSS is empty"),
        ({"layers": [VECTOR, STYLED]}, 400, "The `mapnik` or `cartodb` layers must be consistent"),
        ({"layers": [], "buffersize": {"png": "8"}}, 400, 'Buffer size of format "png" must be a number'),
        ({"layers": [{"type": "magic", "options": {}}]}, 400, "Layer 0 has the type 'magic'"),
        ({"layers": [{"options": {"source": {"id": "x"}}}]}, 400, 'Missing analysis node.id="x" for layer=0'),
        ({"layers": [{"options": {"sql": "SELECT * FROM nowhere"}}]}, 404, 'PgMvtFactory: relation "nowhere"'),
        ({"layers": [{"type": "mapnik", "options": {"sql": "SELECT * FROM nowhere"}}]}, 404, 'relation "nowhere"'),
        ({"layers": [{"options": {"sql": "SELECT * FROM secrets"}}]}, 403, "PgMvtFactory: permission denied for table"),
        ({"layers": [{"options": {"sql": "SELECT nothing()"}}]}, 400, "PgMvtFactory: function nothing()"),
        ({"layers": [{"options": {"sql": "SELECT 1 AS a", **STYLE}}]}, 400, "Postgis Plugin: ERROR:  column"),
        ({"layers": [{"options": {"sql": "SELECT '\x00'"}}]}, 400, "invalid byte sequence"),
        ({"layers": [{"options": {"sql": "DROP TABLE towns"}}]}, 400, "PgMvtFactory: syntax error"),
    ],
)
def test_refused_maps(maps: httpx.Client, config: Any, status: int, message: str) -> None:
    expect(maps.post("", json=config), status, message)


def test_what_a_layer_did_wrong_is_said_with_the_layer(maps: httpx.Client) -> None:
    private = {"id": "mine", "options": {"sql": "SELECT * FROM secrets", **STYLE}}
    body = maps.post("", json={"layers": [HTTP, private]}).json()
    entry = body["errors_with_context"][0]
    assert (entry["type"], entry["subtype"]) == ("layer", "query")
    assert entry["layer"] == {"id": "mine", "index": 1, "type": "mapnik"}


def test_missing_sources_are_all_named(maps: httpx.Client) -> None:
    views = {name: {"type": "formula", "source": {"id": name}, "options": {}} for name in ("a", "b")}
    answer = maps.post("", json={"layers": [], "dataviews": views})
    assert answer.status_code == 400
    assert len(answer.json()["errors"]) == len(answer.json()["errors_with_context"]) == 2


def test_a_map_reads_with_the_rights_of_its_key(maps: httpx.Client, account: Account) -> None:
    config = {"layers": [{"options": {"sql": "SELECT * FROM secrets"}}]}
    body = maps.post("", json=config, params={"map_key": account.api_key}).json()
    assert body["metadata"]["url"]["vector"]["urlTemplate"].endswith(f".mvt?api_key={account.api_key}")
    # Its tiles too: without the key the same id reads what everybody may read.
    path = f"/{body['layergroupid']}/0/0/0.mvt"
    answer = maps.get(path)
    expect(
        answer,
        *(
            (403, "PgMvtFactory: permission denied")
            if account.has_postgis
            else (501, "This sandbox runs without PostGIS")
        ),
    )
    grants = [{"type": "apis", "apis": ["sql"]}]
    key = account.create_key("sql only", grants)
    expect(maps.post("", json=config, auth=("anybody", key.token)), 403, "Forbidden")
    expect(maps.get(path, params={"api_key": "wröng"}), 401, "Unauthorized")


def test_the_same_map_has_the_same_id_until_its_table_changes(maps: httpx.Client, account: Account) -> None:
    first = create(maps, VECTOR)
    assert create(maps, VECTOR) == first
    assert first.endswith(":0")
    assert maps.post("", json={"layers": [VECTOR]}).json()["last_updated"] == "1970-01-01T00:00:00.000Z"
    touch = {"q": "SELECT CDB_TableMetadataTouch('towns')", "api_key": account.api_key}
    assert httpx.post(f"{account.base_url}/api/v2/sql", data=touch).status_code == 200
    later = create(maps, VECTOR)
    assert later.partition(":")[0] == first.partition(":")[0]
    assert int(later.partition(":")[2]) > 0
    assert maps.get(f"/{later.partition(':')[0]}/analysis/node/x").json()["status"] == "unknown"


def test_the_query_string_may_hold_the_map(maps: httpx.Client) -> None:
    text = json.dumps({"layers": [STYLED]})
    posted = create(maps, STYLED)
    answer = maps.get("", params={"config": text, "client": "test"})
    assert answer.json()["layergroupid"] == posted
    assert answer.headers["cache-control"] == "public,max-age=86400,must-revalidate"
    assert answer.headers["carto-client"] == "test"
    plain = json.dumps({"config": text}).encode()
    packed = bytes((byte - 128) % 256 for byte in lzma.compress(plain, lzma.FORMAT_ALONE))
    assert maps.get("", params={"lzma": base64.b64encode(packed).decode()}).json()["layergroupid"] == posted
    expect(maps.get("", params={"lzma": "AAAA"}), 400, "The `lzma` parameter")
    expect(maps.get("", params={"config": "{"}), 400, "")
    expect(maps.get(""), 400, "layergroup GET needs")


def test_layers_of_every_type_are_described(maps: httpx.Client) -> None:
    named = {**STYLED, "id": "mine", "options": {**STYLED["options"], "interactivity": "name, kind"}}
    body = maps.post("", json={"layers": [HTTP, STYLED, PLAIN, named, TORQUE], "stat_tag": "tag"})
    assert body.headers["carto-stat-tag"] == "tag"
    metadata = body.json()["metadata"]
    ids = [layer["id"] for layer in metadata["layers"]]
    assert ids == ["http-layer0", "layer0", "plain-layer0", "mine", "torque-layer0"]
    kinds = [sorted(layer["tilejson"]) for layer in metadata["layers"]]
    assert kinds == [["raster"], ["raster", "vector"], ["raster"], ["raster", "vector"], ["raster"]]
    assert "grids" not in metadata["layers"][1]["tilejson"]["raster"]
    assert metadata["layers"][3]["tilejson"]["raster"]["grids"][0].endswith("/mine/{z}/{x}/{y}.grid.json")
    assert metadata["layers"][1]["meta"]["stats"] == {"estimatedFeatureCount": 42}
    expected = {"start": 1577923200000, "end": 1581292800000, "steps": 16, "data_steps": 42, "column_type": "date"}
    assert expected.items() <= metadata["torque"]["4"].items()


def test_vector_maps_have_no_images(maps: httpx.Client) -> None:
    alone = {"options": {**VECTOR["options"], "aggregation": False}}
    metadata = maps.post("", json={"layers": [VECTOR, alone]}).json()["metadata"]
    assert list(metadata["url"]) == list(metadata["tilejson"]) == ["vector"]
    assert [layer["meta"]["aggregation"]["mvt"] for layer in metadata["layers"]] == [False, False]
    token = create(maps, VECTOR, alone)
    expect(maps.get(f"/{token}/0/0/0.png"), 400, "Unsupported format: 'cartocss' option is missing for png")
    expect(maps.get(f"/{token}/1/3/cluster/1"), 400, "Map ")
    expect(maps.get(f"/{token}/2/3/cluster/1"), 400, "Cannot read property 'type' of undefined")


@pytest.mark.parametrize(
    ("path", "status", "message"),
    [
        ("0/0/0@3x.png", 404, "Tile with specified resolution not found"),
        ("layer0/0/0/0.png", 400, "Invalid layer filtering"),
        ("mine,1/0/0/0.png", 400, "Invalid layer filtering"),
        ("1,99/0/0/0.png", 400, "Invalid layer filtering"),
        ("99/0/0/0.png", 400, "Layer '99' not found in layergroup"),
        ("00/0/0/0.png", 400, "Layer '00' not found in layergroup"),
        ("nobody/0/0/0.mvt", 400, "Unsupported format mvt"),
        ("1/0/0/0@2x.png", 400, "Invalid coodinate 'y' value (0@2x)"),
        ("0/0/0.grid.json", 400, "Invalid coodinate 'y' value (0.grid)"),
        ("all/0/0/0.mvt", 400, "Unsupported format mvt"),
        ("1/0/0/0.torque.json", 400, "Unsupported format torque.json"),
        ("3/0/0/0.grid.json", 400, "Tileset has no interactivity"),
        ("1/0/0/0.geojson", 400, "Unsupported format geojson"),
        ("1/0/x/0.png", 400, "Invalid coodinate 'x' value (x)"),
        ("1/0/0/-1.png", 400, "Invalid coodinate 'y' value (-1)"),
    ],
)
def test_tiles_are_checked_before_they_are_refused(maps: httpx.Client, path: str, status: int, message: str) -> None:
    grid = {**STYLED, "options": {**STYLED["options"], "interactivity": ["name"]}}
    token = create(maps, HTTP, grid, TORQUE, {**STYLED, "id": "mine"})
    expect(maps.get(f"/{token}/{path}"), status, message)


def test_static_images_are_checked_before_they_are_refused(maps: httpx.Client) -> None:
    token = create(maps, STYLED)
    for path, status, message in (
        (f"center/{token}/x/40/0/100/50.png", 400, "Invalid zoom value (x)"),
        (f"center/{token}/2/40/0/100/50.gif", 400, 'Unsupported image format "gif"'),
        (f"center/{token}/2/40/0/9000/50.png", 400, "Desired image is too large."),
        (f"center/{token}/2/north/0/100/50.png", 400, "No coords object"),
        (f"center/{token}/2/40/0/100/50.png?layer=9", 400, "Layer '9' not found in layergroup"),
        ("center/nothing/2/40/0/100/50.png", 400, "Invalid or nonexistent map configuration token 'nothing'"),
    ):
        expect(maps.get(f"/static/{path}"), status, message)


def test_attributes_of_one_feature(maps: httpx.Client) -> None:
    token = create(maps, {"options": {**VECTOR["options"], "attributes": ATTRIBUTES}}, VECTOR)
    answer = maps.get(f"/{token}/0/attributes/3")
    assert answer.json() == {"name": "town 3", "seen": "2020-01-04T00:00:00.000Z", "rate": 1.5}
    assert maps.get(f"/{token}/0/attributes/41").json() == {"name": "none", "seen": None, "rate": "NaN"}
    expect(maps.get(f"/{token}/1/attributes/3"), 400, "Layer 1 has no exposed attributes")
    expect(maps.get(f"/{token}/layer0/attributes/3"), 400, "Map ")
    expect(
        maps.get(f"/{token}/0/attributes/1 OR 1=1"), 400, "Multiple features (42) identified by 'cartodb_id' = 1 OR 1=1"
    )
    expect(maps.get(f"/{token}/0/attributes/1; DROP TABLE towns"), 400, 'syntax error at or near ";"')
    many: dict[str, Any] = {
        "options": {"sql": "SELECT 7 AS cartodb_id, name, seen, rate, the_geom_webmercator FROM towns"}
    }
    many["options"]["attributes"] = ATTRIBUTES
    expect(maps.get(f"/{create(maps, many)}/0/attributes/7"), 400, "Multiple features (42) identified by 'cartodb_id'")


def test_formulas(maps: httpx.Client) -> None:
    views = {
        "count": {"formula": {"operation": "count"}},
        "sum": {"formula": {"operation": "sum", "column": "size"}},
        "float": {"formula": {"operation": "max", "column": "rate"}},
        "text": {"formula": {"operation": "min", "column": "name"}},
        "wrong": {"formula": {"operation": "median", "column": "size"}},
        "none": {"formula": {"operation": "sum", "column": "nothing"}},
    }
    token = create_views(maps, **views)
    results = {name: maps.get(f"/{token}/dataview/{name}").json() for name in ("count", "sum", "float", "text")}
    assert results["count"] == {"operation": "count", "result": 42, "nulls": 0, "type": "formula"}
    assert results["sum"] == {"operation": "sum", "result": 820, "nulls": 2, "type": "formula"}
    odd = {"nulls": 0, "nans": 1, "infinities": 1}
    assert results["float"] == {"operation": "max", "result": 20, **odd, "type": "formula"}
    assert results["text"]["result"] == "far"
    expect(maps.get(f"/{token}/dataview/wrong"), 400, "Formula does not support 'median' operation")
    expect(maps.get(f"/{token}/dataview/none"), 404, 'column "nothing" does not exist')


def test_categories_and_their_search(maps: httpx.Client) -> None:
    count = {"aggregation": {"column": "kind", "aggregation": "count"}}
    total = {"aggregation": {"column": "kind", "aggregation": "sum", "aggregationColumn": "size"}}
    lacking = {"aggregation": {"column": "kind", "aggregation": "sum"}}
    token = create_views(maps, count=count, total=total, lacking=lacking)
    body = maps.get(f"/{token}/dataview/count").json()
    assert (body["count"], body["nulls"], body["min"], body["max"], body["categoriesCount"]) == (42, 1, 5, 6, 9)
    assert body["categories"][0] == {"category": "kind 0", "value": 6, "agg": False}
    assert body["categories"][-1] == {"category": "Other", "value": 15, "agg": True}
    assert len(body["categories"]) == 6
    more = maps.get(f"/{token}/dataview/total", params={"categories": "20"}).json()
    assert [entry["agg"] for entry in more["categories"]] == [False] * 8
    assert sum(entry["value"] for entry in more["categories"]) == 820
    found = maps.get(f"/{token}/dataview/total/search", params={"q": "D 3"}).json()
    assert found == {"type": "aggregation", "categories": [{"category": "kind 3", "value": 95}]}
    expect(maps.get(f"/{token}/dataview/lacking"), 400, "Aggregation 'sum' is missing some options")
    expect(maps.get(f"/{token}/dataview/total", params={"categories": "x"}), 400, "Invalid number format")


def test_histograms_of_numbers(maps: httpx.Client) -> None:
    token = create_views(maps, sizes={"histogram": {"column": "size"}}, rates={"histogram": {"column": "rate"}})
    body = maps.get(f"/{token}/dataview/sizes", params={"bins": "4"}).json()
    assert (body["bin_width"], body["bins_count"], body["bins_start"], body["nulls"]) == (9.75, 4, 1, 2)
    assert [row["freq"] for row in body["bins"]] == [10, 10, 10, 10]
    part = maps.get(f"/{token}/dataview/sizes", params={"bins": "2", "start": "0", "end": "10"}).json()
    assert [(row["bin"], row["min"], row["max"], row["freq"]) for row in part["bins"]] == [(0, 1, 4, 4), (1, 5, 10, 6)]
    odd = maps.get(f"/{token}/dataview/rates").json()
    assert (odd["bins_count"], odd["nans"], odd["infinities"]) == (6, 1, 1)
    expect(maps.get(f"/{token}/dataview/sizes", params={"bins": "many"}), 400, "Invalid number format for parameter")


def test_histograms_of_dates(maps: httpx.Client) -> None:
    token = create_views(maps, seen={"histogram": {"column": "seen", "aggregation": "month"}})
    body = maps.get(f"/{token}/dataview/seen").json()
    january, february = 1577836800, 1580515200
    assert [(row["timestamp"], row["freq"]) for row in body["bins"]] == [(january, 30), (february, 10)]
    assert (body["aggregation"], body["timestamp_start"], body["bins_count"]) == ("month", january, 2)
    assert body["nulls"] == 2
    hours = maps.get(f"/{token}/dataview/seen", params={"aggregation": "auto", "offset": "-3600"}).json()
    assert (hours["aggregation"], hours["offset"], hours["bins_count"]) == ("day", -3600, 40)
    few = maps.get(f"/{token}/dataview/seen", params={"start": str(february), "end": str(february + 86400)}).json()
    assert [row["freq"] for row in few["bins"]] == [2]
    expect(maps.get(f"/{token}/dataview/seen", params={"aggregation": "moment"}), 400, "Invalid aggregation value")
    long = {"aggregation": "second", "start": "1", "end": str(february)}
    expect(maps.get(f"/{token}/dataview/seen", params=long), 400, "More than 5000000 bins")
    empty = maps.get(f"/{token}/dataview/seen", params={"start": "5", "end": "4"}).json()
    assert (empty["bins_count"], empty["bins"]) == (0, [])


def test_dataviews_filter_each_other_but_not_themselves(maps: httpx.Client) -> None:
    views = {
        "kinds": {"type": "aggregation", "options": {"column": "kind", "aggregation": "count"}},
        "sizes": {"type": "histogram", "options": {"column": "size"}},
        "total": {"type": "formula", "options": {"operation": "count", "column": "size"}},
    }
    config = {
        "layers": [{"options": {"source": {"id": "a0"}}}],
        "analyses": [{"id": "a0", "type": "source", "params": {"query": "SELECT * FROM towns"}}],
        "dataviews": {name: {**view, "source": {"id": "a0"}} for name, view in views.items()},
    }
    kinds = {"accept": ["kind 1", "kind 2"], "reject": ["kind 2"]}
    # They belong to the map, which is another one with other filters.
    filters = json.dumps({"dataviews": {"kinds": kinds, "sizes": {"max": 9}, "nobody": {"min": 1}}})
    plain, filtered = (
        maps.post("", json=config, params=params).json()["layergroupid"] for params in ({}, {"filters": filters})
    )
    assert plain != filtered
    counts = {"": 2, "?own_filter=1": 2, "?no_filters=1": 40}
    for query, count in counts.items():
        assert maps.get(f"/{filtered}/dataview/total{query}").json()["result"] == count, query
    assert maps.get(f"/{filtered}/dataview/kinds").json()["count"] == 9
    assert maps.get(f"/{filtered}/dataview/kinds", params={"own_filter": "1"}).json()["count"] == 2
    assert maps.get(f"/{plain}/dataview/total").json()["result"] == 40
    both = {"own_filter": "1", "no_filters": "1"}
    expect(maps.get(f"/{filtered}/dataview/total", params=both), 400, "Both own_filter and no_filters cannot")
    for wrong, text in (({"accept": "a"}, "Category filter expects at least one array"), ({}, "Category filter")):
        answer = maps.post("", json=config, params={"filters": json.dumps({"dataviews": {"kinds": wrong}})})
        expect(answer, 400, text)


def test_widgets_are_dataviews_of_their_layer(maps: httpx.Client) -> None:
    widget = {"type": "formula", "options": {"operation": "count", "column": "size"}}
    layer = {"options": {**STYLED["options"], "widgets": {"n": widget}}}
    body = maps.post("", json={"layers": [HTTP, layer]}).json()
    assert list(body["metadata"]["dataviews"]) == ["n"]
    assert body["metadata"]["layers"][1]["widgets"]["n"]["type"] == "formula"
    address = body["metadata"]["layers"][1]["widgets"]["n"]["url"]["http"]
    assert address.endswith(f"/{body['layergroupid']}/1/widget/n")
    assert httpx.get(address).json()["result"] == 40


def test_sources_are_ready_and_nothing_is_in_the_catalog(maps: httpx.Client, account: Account) -> None:
    token = create_views(maps)
    analyses = [{"id": "a0", "type": "source", "params": {"query": "SELECT * FROM towns"}}]
    body = maps.post("", json={"layers": [], "analyses": analyses}).json()
    node = body["metadata"]["analyses"][0]["nodes"]["a0"]
    assert (node["status"], node["query"]) == ("ready", "SELECT * FROM towns")
    state = httpx.get(node["url"]["http"])
    assert state.headers["cache-control"] == "public,max-age=5"
    assert state.json()["status"] == "ready"
    assert maps.get(f"/{token}/analysis/node/none").json() == {"node_id": "none", "status": "unknown"}
    assert maps.get("/analyses/catalog", params={"api_key": account.api_key}).json() == {"catalog": []}
    expect(maps.get("/analyses/catalog"), 401, "Unauthorized")


def test_bodies_are_json_of_limited_length(maps: httpx.Client) -> None:
    headers = {"content-type": "application/json"}
    for content in ('{"layers": [}', "5", "NaN", '{"a": NaN}', "[" * 50_000):
        answer = maps.post("", content=content, headers=headers)
        expect(answer, 400, "SyntaxError: ")
        assert answer.json()["errors_with_context"][0]["type"] == "entity.parse.failed"
    long = maps.post("", content='{"layers": "' + "x" * 102_400 + '"}', headers=headers)
    expect(long, 400, "request entity too large")
    expect(maps.post("", content="{}"), 400, "POST data must be of type application/json")


def test_errors_are_calls_too(maps: httpx.Client) -> None:
    answer = maps.get("/none/0/0/0.png", params={"callback": "alert(1);f"})
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/javascript; charset=utf-8"
    assert answer.text.startswith("/**/ typeof alert1f === 'function' && alert1f({\"errors\":")


def test_what_leads_nowhere(maps: httpx.Client) -> None:
    for method, path in (("PATCH", "/named"), ("DELETE", ""), ("GET", "/a/b"), ("GET", "/a/0/0/0"), ("PUT", "/x")):
        answer = maps.request(method, path)
        assert (answer.status_code, answer.content) == (404, b"")
        assert answer.headers["content-type"] == "application/json; charset=utf-8"
    options = maps.options("")
    assert options.status_code == 200
    assert options.headers["access-control-allow-headers"].endswith(", Content-Type")
    other = httpx.get(str(maps.base_url).replace("/v1/", "/v7/") + "named")
    assert other.status_code == 404


def test_unknown_accounts(sandbox: Sandbox) -> None:
    url = f"{sandbox.url}/user/nobody/api/v1/map/named"
    expect(httpx.get(url), 404, "DB host or name not found in redis")
    expect(httpx.get(url, params={"api_key": "x"}), 401, "Unauthorized")
    nowhere = httpx.get(f"{sandbox.url}/api/v1/map/named")
    expect(nowhere, 400, "No username found in hostname '127.0.0.1:")


def test_areas_and_tiles_without_postgis_say_what_is_missing(maps: httpx.Client, account: Account) -> None:
    if account.has_postgis:
        pytest.skip("this sandbox has PostGIS")
    token = create_views(maps, n={"formula": {"operation": "count"}})
    expect(maps.get(f"/{token}/dataview/n", params={"bbox": "0,0,1,1"}), 501, "This sandbox runs without PostGIS")
    answer = maps.get(f"/{token}/0/0/0.mvt")
    assert answer.status_code == 501
    assert "CARTO_SANDBOX_DSN" in read_error(answer)


@pytest.fixture
def geometries(postgis_sandbox: Sandbox) -> Iterator[httpx.Client]:
    """As `maps`, with real geometries: town n lies n degrees east of Greenwich, on the equator."""
    account = postgis_sandbox.create_account("geometries")
    try:
        prepare(account)
        move = (
            "UPDATE towns SET the_geom = ST_SetSRID(ST_MakePoint(cartodb_id, 0.5), 4326), the_geom_webmercator ="
            " ST_Transform(ST_SetSRID(ST_MakePoint(cartodb_id, 0.5), 4326), 3857)"
        )
        query = {"q": move, "api_key": account.api_key}
        assert httpx.post(f"{account.base_url}/api/v2/sql", data=query, timeout=30).status_code == 200
        with httpx.Client(base_url=f"{account.base_url}/api/v1/map", timeout=30) as client:
            yield client
    finally:
        postgis_sandbox.drop_account(account)


def test_vector_tiles(geometries: httpx.Client) -> None:
    layer = {"id": "towns", "options": {**VECTOR["options"], "minzoom": 1}}
    token = create(geometries, layer, VECTOR)
    whole = geometries.get(f"/{token}/0/0/0.mvt")
    assert whole.headers["content-type"] == "application/x-protobuf"
    assert b"town 40" in whole.content
    assert b"layer1" in whole.content
    assert b"\x05towns" not in whole.content  # not below its first zoom
    assert geometries.get(f"/{token}/0,1/2/2/1.mvt").content.count(b"\x05towns") == 1
    # Columns wrap round the world, and the far side is empty.
    assert geometries.get(f"/{token}/1/1/3/0.mvt").content == geometries.get(f"/{token}/1/1/1/0.mvt").content
    empty = geometries.get(f"/{token}/10/0/0.mvt")
    assert (empty.status_code, empty.headers["x-tilelive-contains-data"]) == (204, "false")


def test_the_margin_of_a_tile_is_the_maps_to_say(geometries: httpx.Client) -> None:
    # At zoom 8 town 7 lies six pixels west of this tile, and town 8 in it.
    beside = "8/133/127"
    wide = create(geometries, VECTOR, buffersize={"mvt": 64})
    narrow = create(geometries, VECTOR, buffersize={"mvt": 0})
    assert geometries.get(f"/{wide}/{beside}.mvt").status_code == 200
    sizes = [len(geometries.get(f"/{token}/{beside}.mvt").content) for token in (wide, narrow)]
    assert sizes[0] > sizes[1]


def test_tokens_of_queries_are_filled_in(geometries: httpx.Client) -> None:
    where = "the_geom_webmercator && !bbox! AND !scale_denominator! > 0"
    sql = f"SELECT *, !pixel_width! AS pixel FROM towns WHERE {where};"
    token = create(geometries, {"options": {"sql": sql}})
    assert b"pixel" in geometries.get(f"/{token}/0/0/0.mvt").content


def test_dataviews_of_an_area(geometries: httpx.Client) -> None:
    token = create_views(geometries, n={"formula": {"operation": "count"}})
    ring = [[0, 0], [0, 1], [5.5, 1], [5.5, 0], [0, 0]]
    areas = {
        "bbox": ("0,0,10.5,1", 10),
        "circle": (json.dumps({"lng": 1, "lat": 0.5, "radius": 120_000}), 2),
        "polygon": (json.dumps({"type": "Polygon", "coordinates": [ring]}), 5),
    }
    for name, (value, count) in areas.items():
        answer = geometries.get(f"/{token}/dataview/n", params={name: value})
        assert answer.json()["result"] == count, name
        wrong = geometries.get(f"/{token}/dataview/n", params={name: "1,2"})
        expect(wrong, 400, "Invalid bbox filter" if name == "bbox" else f"Invalid {name} parameter")
        kind = wrong.json()["errors_with_context"][0]["type"]
        assert kind == ("unknown" if name == "bbox" else "filter")
    for box, count in (("-360,0,0,1", 42), ("355,0,370.5,1", 10), ("170,0,190,1", 0), ("0,,10.5,1", 10)):
        # As maps ask that go round the world; an empty part is 0.
        answer = geometries.get(f"/{token}/dataview/n", params={"bbox": box})
        assert answer.json()["result"] == count, box
