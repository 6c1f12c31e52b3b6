"""Named maps: templates and their rules, placeholders, tokens, instances and what becomes of them."""

import copy
import json
from collections.abc import Callable, Iterator
from typing import Any

import httpx
import pytest

from carto_sandbox import Account, Sandbox
from carto_sandbox.maps_api.layergroups import Layergroups
from carto_sandbox.maps_api.template_store import TemplateStore

Template = dict[str, Any]

SQL = "SELECT * FROM towns WHERE size >= <%= least %>"
LAYER = {"type": "mapnik", "options": {"sql": SQL, "cartocss": "#l{}", "cartocss_version": "2.3.0"}}
TEMPLATE: Template = {
    "version": "0.0.1",
    "name": "towns_map",
    "auth": {"method": "token", "valid_tokens": ["first", "second"]},
    "placeholders": {"least": {"type": "number", "default": 0}},
    "layergroup": {"version": "1.8.0", "layers": [LAYER]},
}
TABLE = """
CREATE TABLE towns (cartodb_id int PRIMARY KEY, name text, size int, the_geom_webmercator {});
INSERT INTO towns VALUES (1, 'Alfa', 10), (2, 'Beta', 20)
"""


@pytest.fixture(scope="module")
def cartographer(sandbox: Sandbox) -> Iterator[Account]:
    """An account with a private table of two towns."""
    made = sandbox.create_account("cartographer")
    query = {"q": TABLE.format("geometry(Point,3857)" if made.has_postgis else "text"), "api_key": made.api_key}
    answer = httpx.post(f"{made.base_url}/api/v2/sql", data=query, timeout=30)
    assert answer.status_code == 200, answer.text
    yield made
    sandbox.drop_account(made)


@pytest.fixture
def account(cartographer: Account) -> Account:
    """Without templates and without maps."""
    cartographer.state.pop(TemplateStore, None)
    cartographer.state.pop(Layergroups, None)
    return cartographer


@pytest.fixture
def maps(account: Account) -> Iterator[httpx.Client]:
    """Speaks with the master key below /map."""
    params = {"api_key": account.api_key}
    with httpx.Client(base_url=f"{account.base_url}/api/v1/map", params=params, timeout=30) as client:
        yield client


@pytest.fixture
def visitor(account: Account) -> Iterator[httpx.Client]:
    """Speaks without a key below /map."""
    with httpx.Client(base_url=f"{account.base_url}/api/v1/map", timeout=30) as client:
        yield client


def make(**changes: Any) -> Template:
    return {**copy.deepcopy(TEMPLATE), **changes}


def make_with(kind: str, default: Any) -> Template:
    """A template whose one placeholder is selected by its query."""
    sql = "SELECT *, <%= x %> AS x FROM towns" if kind != "sql_literal" else "SELECT *, '<%= x %>' AS x FROM towns"
    layers = [{"options": {"sql": sql}}]
    return make(placeholders={"x": {"type": kind, "default": default}}, layergroup={"layers": layers})


def create(maps: httpx.Client, template: Template = TEMPLATE) -> None:
    answer = maps.post("/named", json=template)
    assert answer.status_code == 200, answer.text


def read_error(answer: httpx.Response) -> str:
    body = answer.json()
    assert [entry["message"] for entry in body["errors_with_context"]] == body["errors"]
    text: str = body["errors"][0]
    return text


def instantiate(maps: httpx.Client, params: Any = None, token: str = "first") -> httpx.Response:
    return maps.post("/named/towns_map", params={"auth_token": token}, json={} if params is None else params)


def test_a_template_is_stored_with_its_defaults_first(maps: httpx.Client) -> None:
    given = {"version": "0.0.1", "name": "plain", "layergroup": {"layers": [{"options": {}}]}, "note": 1}
    create(maps, given)
    stored = maps.get("/named/plain").json()["template"]
    assert stored == {**given, "auth": {"method": "open"}, "placeholders": {}}
    assert next(iter(stored)) == "auth"


def test_a_template_is_found_with_its_owner_before_it(maps: httpx.Client, account: Account) -> None:
    create(maps)
    assert maps.get(f"/named/{account.username}@towns_map").json()["template"]["name"] == "towns_map"


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"version": "2"}, "Unsupported template version 2"),
        ({"name": ""}, "Missing template name"),
        ({"name": "-x"}, "Invalid characters in template name '-x'"),
        ({"name": "x\n"}, "Invalid characters in template name 'x\n'"),
        ({"layergroup": None}, "Missing layergroup"),
        ({"layergroup": {"layers": []}}, "Missing or empty layers array from layergroup config"),
        ({"layergroup": {}}, "Missing or empty layers array from layergroup config"),
        (
            {"layergroup": {"layers": [{}, {"options": {}}, {"options": None}]}},
            "Missing `options` in layergroup config for layers: 0, 2",
        ),
        ({"placeholders": {"1a": {}}}, "Invalid characters in placeholder name '1a'"),
        ({"placeholders": {"a": {"type": "number"}}}, "Missing default for placeholder 'a'"),
        ({"placeholders": {"a": {"default": 1}}}, "Missing type for placeholder 'a'"),
        ({"auth": {"method": "magic"}}, "Unsupported authentication method: magic"),
        ({"auth": {"method": "token"}}, "Invalid 'token' authentication: missing valid_tokens"),
        ({"auth": {"method": "token", "valid_tokens": []}}, "Invalid 'token' authentication: no valid_tokens"),
    ],
)
def test_invalid_templates_are_refused(maps: httpx.Client, changes: dict[str, Any], message: str) -> None:
    created = maps.post("/named", json=make(**changes))
    assert (created.status_code, read_error(created)) == (400, message)
    create(maps)
    updated = maps.put("/named/towns_map", json=make(**changes))
    assert (updated.status_code, read_error(updated)) == (400, message)
    assert maps.get("/named/towns_map").json()["template"] == TEMPLATE


def test_bad_sql_and_unknown_placeholder_types_fail_at_instantiation_only(maps: httpx.Client) -> None:
    create(maps, make_with("sql_magic", "a"))
    answer = instantiate(maps)
    assert (answer.status_code, read_error(answer)) == (400, "Invalid placeholder type 'sql_magic'")


def test_the_quota_counts_templates(maps: httpx.Client, account: Account) -> None:
    account.get_state(TemplateStore).quota = 102
    assert "limit_message" not in maps.post("/named", json=make(name="a")).json()
    assert "102" in maps.post("/named", json=make(name="b")).json()["limit_message"]
    assert "limit_message" not in maps.post("/named", json=make(name="c")).json()
    account.get_state(TemplateStore).quota = 3
    answer = maps.post("/named", json=make(name="d"))
    assert answer.status_code == 409
    assert read_error(answer) == f"User '{account.username}' reached limit on number of templates (3/3)"
    assert maps.delete("/named/a").status_code == 204
    assert maps.post("/named", json=make(name="d")).status_code == 200
    assert maps.get("/named").json() == {"template_ids": ["b", "c", "d"]}


@pytest.mark.parametrize(
    ("kind", "value", "count"),
    [
        ("number", 1.5, 2),
        ("number", ".5", 2),
        ("number", "-12e2", 2),
        ("sql_literal", "it's", 2),
        ("sql_literal", "\\1 $& <%= x %>", 2),
        ("sql_ident", "size", 2),
    ],
)
def test_values_reach_the_query(maps: httpx.Client, kind: str, value: Any, count: int) -> None:
    create(maps, make_with(kind, "unused"))
    answer = instantiate(maps, {"x": value, "unknown": 1})
    assert answer.status_code == 200, answer.text
    assert answer.json()["metadata"]["layers"][0]["meta"]["stats"]["estimatedFeatureCount"] == count


@pytest.mark.parametrize(
    ("kind", "value", "message"),
    [
        ("number", "1.5", "Invalid number value for template parameter 'x': 1.5"),
        ("number", "1; DROP TABLE towns", "Invalid number value for template parameter 'x': 1; DROP TABLE towns"),
        ("number", True, "val.match is not a function"),
        ("number", None, "Cannot read property 'match' of null"),
        ("css_color", "rgb(1,2,3)", "Invalid css_color value for template parameter 'x': rgb(1,2,3)"),
        ("css_color", "#12345678", "Invalid css_color value for template parameter 'x': #12345678"),
        ("css_color", 5, "val.match is not a function"),
        ("sql_literal", 5, "val.replace is not a function"),
        ("sql_ident", None, "Cannot read property 'replace' of null"),
    ],
)
def test_wrong_values_are_refused(maps: httpx.Client, kind: str, value: Any, message: str) -> None:
    create(maps, make_with(kind, "0"))
    answer = instantiate(maps, {"x": value})
    assert (answer.status_code, read_error(answer)) == (400, message)


def test_a_quote_does_not_leave_its_literal(maps: httpx.Client) -> None:
    create(maps, make_with("sql_literal", ""))
    assert instantiate(maps, {"x": "'; DROP TABLE towns; --"}).status_code == 200
    assert instantiate(maps).status_code == 200


def test_defaults_styles_and_buffer_sizes(maps: httpx.Client) -> None:
    create(maps)
    default = instantiate(maps).json()
    assert default["metadata"]["layers"][0]["meta"]["cartocss"] == "#l{}"
    assert instantiate(maps, []).json()["layergroupid"] == default["layergroupid"]
    for styles in ({"0": "#n{}"}, ["#n{}"]):
        styled = instantiate(maps, {"styles": styles}).json()
        assert styled["metadata"]["layers"][0]["meta"]["cartocss"] == "#n{}"
        assert styled["layergroupid"] != default["layergroupid"]
    assert instantiate(maps, {"buffersize": {"mvt": 0}}).status_code == 200
    assert instantiate(maps, {"buffersize": {"mvt": "0"}}).status_code == 200


def test_buffer_sizes_in_a_template_are_texts_where_there_are_placeholders(maps: httpx.Client) -> None:
    sizes = {"png": "<%= least %>"}
    create(maps, make(layergroup={"buffersize": sizes, "layers": [LAYER]}))
    assert instantiate(maps, {"least": 3}).status_code == 200
    maps.put("/named/towns_map", json=make(layergroup={"buffersize": {"png": 3}, "layers": [LAYER]}))
    answer = instantiate(maps)
    assert (answer.status_code, read_error(answer)) == (400, "str.replace is not a function")


def test_a_token_opens_what_the_master_key_does_not(maps: httpx.Client, visitor: httpx.Client) -> None:
    create(maps)
    refused = maps.post("/named/towns_map", json={})
    assert (refused.status_code, read_error(refused)) == (403, "Unauthorized template instantiation")
    # The towns are private: the instance reads them with its owner's rights.
    made = instantiate(visitor, token="second")
    assert made.status_code == 200, made.text
    assert "api_key" not in made.text
    token = made.json()["layergroupid"]
    tile = f"/{token}/0/0/0.png"
    assert visitor.get(tile).status_code == 403
    assert visitor.get(tile, params={"auth_token": "no"}).status_code == 403
    assert visitor.get(tile, params={"auth_token": "second"}).status_code == 501
    assert maps.get(tile).status_code == 501
    bare = visitor.get(f"/{token.split('@')[2]}/dataview/none")
    assert (bare.status_code, read_error(bare)) == (400, "Dataview 'none' does not exist")


def test_the_key_of_an_instance_stands_in_its_addresses(maps: httpx.Client, account: Account) -> None:
    create(maps)
    body = instantiate(maps).json()
    assert body["metadata"]["url"]["vector"]["urlTemplate"].endswith(f".mvt?api_key={account.api_key}")


def test_an_instance_outlives_its_template_and_ends_with_its_time(maps: httpx.Client, account: Account) -> None:
    create(maps)
    path = f"/{instantiate(maps).json()['layergroupid']}/0/attributes/1"
    assert maps.put("/named/towns_map", json=make(auth={"method": "open"})).status_code == 200
    assert maps.delete("/named/towns_map").status_code == 204
    params = {"api_key": "", "auth_token": "first"}
    assert read_error(maps.get(path, params=params)) == "Layer 0 has no exposed attributes"
    account.get_state(Layergroups).lifetime_seconds = 0
    create(maps)
    token = instantiate(maps).json()["layergroupid"]
    gone = maps.get(f"/{token}/0/0/0.png")
    assert gone.status_code == 400
    assert read_error(gone).startswith("Invalid or nonexistent map configuration token '")


def test_only_json_is_taken(maps: httpx.Client) -> None:
    create(maps)
    for method, path, what in (
        ("POST", "/named", "POST template data"),
        ("PUT", "/named/towns_map", "POST template data"),
        ("POST", "/named/towns_map", "POST data"),
    ):
        for kind in ("text/plain", "application/vnd.x+json"):
            answer = maps.request(method, path, content="{}", headers={"content-type": kind})
            expected = (400, f"{what} must be of type application/json")
            assert (answer.status_code, read_error(answer)) == expected
    params = {"auth_token": "first"}
    empty = maps.post("/named/towns_map", params=params, headers={"content-type": "application/json"})
    assert empty.status_code == 200


def test_a_key_in_the_body_is_a_key_and_is_kept(maps: httpx.Client, visitor: httpx.Client, account: Account) -> None:
    given = make(api_key=account.api_key)
    assert visitor.post("/named", json=given).status_code == 200
    assert maps.get("/named/towns_map").json()["template"]["api_key"] == account.api_key


def test_jsonp_reads_its_values_from_the_query(visitor: httpx.Client, maps: httpx.Client) -> None:
    create(maps, make(auth={"method": "open"}))
    params = {"callback": "show", "config": json.dumps({"least": 15})}
    answer = visitor.get("/named/towns_map/jsonp", params=params)
    assert answer.status_code == 200
    assert answer.text.startswith("/**/ typeof show === 'function' && show({\"layergroupid\":")
    assert '"estimatedFeatureCount":' in answer.text
    broken = visitor.get("/named/towns_map/jsonp", params={"callback": "show", "config": "{"})
    assert broken.status_code == 200
    assert "Invalid config parameter, should be a valid JSON" in broken.text


def test_direct_tiles_need_token_and_layer(maps: httpx.Client, visitor: httpx.Client) -> None:
    create(maps)
    params = {"auth_token": "first"}
    checks: list[tuple[str, int, str]] = [
        ("/named/towns_map/0/0/0/0.grid.json", 400, "Missing interactivity parameter"),
        ("/named/towns_map/0/0/0/0.jpg", 400, "Unsupported format jpg"),
        ("/named/towns_map/7/0/0/0.png", 400, "Layer '7' not found in layergroup"),
        ("/named/towns_map/0/0/0/3.png", 400, "Coordinates out of range: 0/0/3"),
        ("/named/towns_map/0/0/0.png", 400, "Invalid or nonexistent map configuration token 'named'"),
        ("/named/other/0/0/0/0.png", 404, "Template 'other' of user"),
        ("/static/named/towns_map/10/10.gif", 400, 'Unsupported image format "gif"'),
        ("/static/named/towns_map/9000/10.png", 400, "Desired image is too large."),
        ("/named/towns_map/0/0/0/0.png", 501, "This sandbox runs without PostGIS: it cannot make"),
        ("/static/named/towns_map/10/10.png", 501, "This sandbox runs without PostGIS: it cannot make"),
    ]
    for path, status, text in checks:
        answer = visitor.get(path, params=params)
        assert (answer.status_code, read_error(answer)[: len(text)]) == (status, text), path
    assert visitor.get("/static/named/towns_map/10/10.png").status_code == 403


def test_a_layer_may_be_a_named_map(maps: httpx.Client, visitor: httpx.Client) -> None:
    create(maps)

    def nest(**options: Any) -> httpx.Response:
        return visitor.post("", json={"layers": [{"type": "named", "options": options}]})

    made = nest(name="towns_map", auth_tokens=["first"], config={"least": 15})
    assert made.status_code == 200, made.text
    assert made.json()["metadata"]["layers"][0]["meta"]["stats"]["estimatedFeatureCount"] in (1, 2)
    refused = nest(name="towns_map")
    assert (refused.status_code, read_error(refused)) == (403, "Unauthorized 'towns_map' template instantiation")
    missing = nest(name="none")
    assert missing.status_code == 400
    assert read_error(missing).endswith("not found")


@pytest.mark.parametrize("method", ["GET", "POST", "PUT", "DELETE"])
def test_administration_is_for_the_master_key(
    account: Account, visitor: httpx.Client, method: str, maps: httpx.Client
) -> None:
    create(maps)
    verb = {"GET": "get", "POST": "create", "PUT": "update", "DELETE": "delete"}[method]
    path = "/named" if method == "POST" else "/named/towns_map"
    send: Callable[..., httpx.Response] = visitor.request
    body = {} if method in ("GET", "DELETE") else {"json": TEMPLATE}
    anonymous = send(method, path, **body)
    expected = (403, f"Only authenticated users can {verb} templated maps")
    assert (anonymous.status_code, read_error(anonymous)) == expected
    regular = account.keys.get("regular") or account.create_key("regular", [{"type": "apis", "apis": ["maps"]}])
    refused = send(method, path, params={"map_key": regular.token}, **body)
    assert (refused.status_code, read_error(refused)) == (403, "Forbidden")
