"""The sandbox answers recorded requests as the genuine Maps API did; where it cannot draw, it says so with 501."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import httpx
import pytest
import yaml

from carto_sandbox import Account, Sandbox

RECORDINGS = Path(__file__).parents[1] / "cassettes" / "maps"
USERNAME = "carto_sandbox"
MASTER_KEY = "fake_master_key_1234"

# Not here: rate_limit (the sandbox has no limits) and anonymous_map_cdn_templates (a server set up otherwise).
REPLAYED = [
    "anonymous_map_create",
    "auth_errors",
    "mvt_tile",
    "named_map_bad_auth_token",
    "named_map_bad_template",
    "named_map_basic_auth",
    "named_map_jsonp",
    "named_map_lifecycle",
    "named_map_not_found",
    "peer_carto_python",
    "raster_tiles_grid_attributes",
    "static_previews",
    "tile_errors",
]
NEEDS_TEMPLATE = {"named_map_bad_auth_token", "named_map_bad_template", "named_map_jsonp", "static_previews"}
NEEDS_MAP = {"static_previews", "tile_errors"}
COMPARED_HEADERS = {
    "access-control-allow-headers",
    "access-control-allow-origin",
    "cache-control",
    "carto-client",
    "carto-user",
    "content-type",
    "surrogate-key",
    "vary",
    "x-cache-channel",
    "x-content-type-options",
    "x-tilelive-contains-data",
}
TABLES = """
CREATE TABLE maps_places (cartodb_id int PRIMARY KEY, name text, kind text, pop int);
INSERT INTO maps_places VALUES (1, 'Alfa', 'town', 10), (2, 'Beta "q"', 'town', 20), (3, 'Gámma', 'city', 300),
    (4, 'Delta', 'city', 400), (5, 'Epsilon', 'port', 50);
CREATE TABLE maps_private (cartodb_id int PRIMARY KEY, name text);
INSERT INTO maps_private VALUES (1, 'secret');
SELECT CDB_CartodbfyTable('public', 'maps_places');
SELECT CDB_CartodbfyTable('public', 'maps_private');
GRANT SELECT ON maps_places TO publicuser;
"""
POINTS = {1: (-3.7038, 40.4168), 2: (2.1734, 41.3851), 3: (-0.1276, 51.5072), 4: (-74.006, 40.7128), 5: (151.2, -33.87)}


@pytest.fixture(params=["plain", "postgis"])
def recorded(request: pytest.FixtureRequest) -> Iterator[Account]:
    """The account of the recordings with its tables and keys."""
    plain = request.param == "plain"
    running: Sandbox = request.getfixturevalue("sandbox" if plain else "postgis_sandbox")
    account = running.create_account(USERNAME, api_key=MASTER_KEY)
    try:
        wrap = "ST_GeomFromEWKT('{}')" if running.has_postgis else "'{}'"
        moves = [
            f"UPDATE maps_places SET the_geom = {wrap.format(f'SRID=4326;POINT({x} {y})')} WHERE cartodb_id = {number};"
            for number, (x, y) in POINTS.items()
        ]
        query = {"q": TABLES + "".join(moves), "api_key": MASTER_KEY}
        made = httpx.post(f"{account.base_url}/api/v2/sql", data=query, timeout=30)
        assert made.status_code == 200, made.text
        account.create_key("regular", [{"type": "apis", "apis": ["maps"]}]).token = "fake_regular_key"
        account.create_key("nomaps", [{"type": "apis", "apis": ["sql"]}]).token = "fake_nomaps_key"
        yield account
    finally:
        running.drop_account(account)


def load(name: str) -> list[dict[str, Any]]:
    recording = yaml.safe_load((RECORDINGS / f"{name}.yaml").read_text(encoding="utf-8"))
    return list(recording["interactions"])


class Replay:
    """Sends recorded requests to an account, with the ids of its own maps in the place of the recorded ones."""

    def __init__(self, account: Account) -> None:
        self._origin = account.base_url.removesuffix(f"/user/{USERNAME}")
        self._ids: dict[str, str] = {}

    def send(self, exchange: dict[str, Any]) -> httpx.Response:
        request = exchange["request"]
        path = urlsplit(request["uri"])._replace(scheme="", netloc="").geturl()
        for recorded_id, own_id in self._ids.items():
            path = path.replace(recorded_id, own_id)
        wanted = ("authorization", "content-type")
        headers = {name: values[0] for name, values in request["headers"].items() if name.lower() in wanted}
        answer = httpx.request(
            request["method"], self._origin + path, content=request["body"], headers=headers, timeout=30
        )
        theirs, ours = find_id(recorded_body(exchange)), find_id(answer.content)
        if theirs and ours:
            self._ids[theirs] = ours
        return answer


def recorded_body(exchange: dict[str, Any]) -> bytes:
    text = exchange["response"]["body"]["string"]
    return text if isinstance(text, bytes) else text.encode()


def find_id(body: bytes) -> str | None:
    found = re.search(rb'"layergroupid":"([^"]+)"', body)
    return found[1].decode() if found else None


def normalize(body: bytes) -> Any:
    """Without what differs from run to run: addresses, ids, times, and the planner's estimates."""
    text = re.sub(r"127\.0\.0\.1:\d+", "HOST", body.decode())
    text = re.sub(r"[0-9a-f]{32}(:\d+)?", "ID", text)
    text = re.sub(r"@[0-9a-f]{8}@", "@HASH@", text)
    text = re.sub(r'"last_updated":"[^"]+Z"', '"last_updated":"TIME"', text)
    text = re.sub(r'"estimatedFeatureCount":\d+', '"estimatedFeatureCount":0', text)
    return json.loads(text) if text.startswith("{") else text


def compared(headers: Any) -> dict[str, str]:
    kept = {name.lower(): value if isinstance(value, str) else value[0] for name, value in headers.items()}
    # Both have the database's name in them, the second one hashed.
    for name, pattern in (("x-cache-channel", "^[^:]+"), ("surrogate-key", r"t:\S+")):
        kept[name] = re.sub(pattern, "DATABASE", kept.get(name, ""))
    return {name: value for name, value in kept.items() if name in COMPARED_HEADERS}


def needs_renderer(exchange: dict[str, Any], *, postgis: bool) -> bool:
    kind = exchange["response"]["headers"].get("Content-Type", [""])[0]
    path = urlsplit(exchange["request"]["uri"]).path
    status = exchange["response"]["status"]["code"]
    drawn = kind.startswith("image/") or (status == 200 and path.endswith(".grid.json"))
    return drawn or (not postgis and status in (200, 204) and path.endswith(".mvt"))


def assert_same(answer: httpx.Response, exchange: dict[str, Any]) -> None:
    expected = exchange["response"]
    assert answer.status_code == expected["status"]["code"], answer.text
    assert compared(answer.headers) == compared(expected["headers"])
    if answer.headers.get("content-type", "").startswith(("application/json", "text/javascript")):
        assert normalize(answer.content) == normalize(recorded_body(exchange))
    else:
        assert answer.content == recorded_body(exchange)


@pytest.mark.parametrize("name", REPLAYED)
def test_replay(recorded: Account, name: str) -> None:
    replay = Replay(recorded)
    if name in NEEDS_MAP:
        replay.send(load("anonymous_map_create")[0])
    if name in NEEDS_TEMPLATE:
        replay.send(load("named_map_lifecycle")[1])
    for exchange in load(name):
        answer = replay.send(exchange)
        if needs_renderer(exchange, postgis=recorded.has_postgis):
            assert answer.status_code == 501, answer.text
            assert answer.json()["errors"][0].startswith("This sandbox has no map renderer")
        else:
            assert_same(answer, exchange)


def test_every_recording_is_replayed_or_left_out_knowingly() -> None:
    left_out = {"rate_limit", "anonymous_map_cdn_templates", "dataviews_and_analysis"}
    assert {path.stem for path in RECORDINGS.glob("*.yaml")} == {*REPLAYED, *left_out}


def test_dataviews_compute_what_was_recorded(recorded: Account) -> None:
    """The recorded map has a buffer, which the sandbox does not compute; its dataviews stand on the plain source."""
    exchanges = load("dataviews_and_analysis")
    replay = Replay(recorded)
    refused, made = (item for item in exchanges if item["request"]["method"] == "POST")
    assert_same(replay.send(refused), refused)
    answer = replay.send(made)
    assert answer.status_code == 501
    assert "computes no analyses" in answer.json()["errors"][0]
    config = json.loads(made["request"]["body"])
    config["analyses"] = [config["analyses"][0]["params"]["source"]]
    config["layers"][0]["options"]["source"]["id"] = "a0"
    changed = {**made, "request": {**made["request"], "body": json.dumps(config)}}
    assert replay.send(changed).status_code == 200
    asked = [item for item in exchanges[exchanges.index(made) :] if "/dataview/" in item["request"]["uri"]]
    assert len(asked) == 6
    for item in asked:
        answer = replay.send(item)
        if "bbox=" in item["request"]["uri"] and not recorded.has_postgis:
            assert answer.status_code == 501
        else:
            # The buffer's table stands in the recorded headers for caches, so only the rest is compared.
            assert answer.status_code == item["response"]["status"]["code"]
            assert normalize(answer.content) == normalize(recorded_body(item))
