"""The recordings, sent to the sandbox one after the other, and the state that they were made in."""

import base64
import json
import re
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import httpx
import yaml

from carto_sandbox import Account
from carto_sandbox.database.postgres import Postgres
from carto_sandbox.maps_api.layergroups import Layergroups
from carto_sandbox.maps_api.template_store import TemplateStore
from tests.congruence.answers import make_tables
from tests.congruence.comparison import Answer
from tests.congruence.table import other_tables
from tests.support.tile_server import TileServer

RECORDINGS = Path(__file__).parents[1] / "cassettes"
USERNAME = "carto_sandbox"
MASTER_KEY = "fake_master_key_1234"

# The account that CARTO's server had limits for; the sandbox's own will do.
_LIMITED = "carto_limited"
_DEADLINE_SECONDS = 20
# Some recordings were made with an account of another name.
_OTHER_BASIC, _BASIC = (
    base64.b64encode(f"{user}:{token}".encode()).decode()
    for user, token in (("tester", "key-master"), (USERNAME, MASTER_KEY))
)
_SENT_HEADERS = {"authorization", "content-type", "content-encoding"}

_SQL_TABLES = """
DROP TABLE IF EXISTS places, cp, private_notes, copy_target, rec_tmp, notes, cpd;
CREATE TABLE places (cartodb_id int8 PRIMARY KEY, name text, pop int4, the_geom {geometry});
INSERT INTO places VALUES (1, 'Alfa', 10, 'SRID=4326;POINT(-3.7038 40.4168)'),
    (2, 'Beta "q"', 20, 'SRID=4326;POINT(2.1734 41.3851)'), (3, 'Gámma, x', NULL, NULL);
CREATE TABLE cp (id int PRIMARY KEY, name text, v numeric);
CREATE TABLE private_notes (note text);
INSERT INTO private_notes VALUES ('mine');
CREATE TABLE copy_target (id int, name text);
CREATE TABLE notes (note text);
INSERT INTO notes VALUES ('n1');
CREATE TABLE cpd (id int, v text);
SELECT CDB_TableMetadataTouch('places');
"""
# Recordings about the tables that the requests of ./answers are about.
_OF_ANSWERS = {
    "sql_geojson_values",
    "sql_invalid_format_case",
    "sql_order_by_quoted_400",
    "sql_paging_parse_int",
    "sql_types_unknown_oid",
}
_DROP_ANSWERS = """
DROP TABLE IF EXISTS airports, notes, notes2, cpk, cpd, priv;
DROP VIEW IF EXISTS cpview;
DROP TYPE IF EXISTS colour;
DROP DOMAIN IF EXISTS posint;
"""
# Objects other than tables that existed before these recordings.
_SQL_PREPARED = {
    "copyto": "INSERT INTO cp VALUES (1, 'one', 1.5), (2, 'two, \"q\"', NULL), (3, 'tres é', 3)",
    "sql_cartodbfy": "CREATE TABLE rec_tmp (id int, name text)",
    "sql_error_then": "CREATE OR REPLACE FUNCTION noisy2(n int, every int) RETURNS int AS $$BEGIN IF n % every = 0 "
    "THEN RAISE NOTICE 'row % looked at, nothing unusual about it', n; END IF; RETURN 1/(90000-n); END$$ "
    "LANGUAGE plpgsql",
}
_MAPS_TABLES = """
CREATE TABLE maps_places (cartodb_id int PRIMARY KEY, name text, kind text, pop int);
INSERT INTO maps_places VALUES (1, 'Alfa', 'town', 10), (2, 'Beta "q"', 'town', 20), (3, 'Gámma', 'city', 300),
    (4, 'Delta', 'city', 400), (5, 'Epsilon', 'port', 50);
CREATE TABLE maps_private (cartodb_id int PRIMARY KEY, name text);
INSERT INTO maps_private VALUES (1, 'secret');
SELECT CDB_CartodbfyTable('public', 'maps_places');
SELECT CDB_CartodbfyTable('public', 'maps_private');
GRANT SELECT ON maps_places TO publicuser;
UPDATE maps_places SET the_geom = geometries.place::{geometry}
  FROM (VALUES (1, 'SRID=4326;POINT(-3.7038 40.4168)'), (2, 'SRID=4326;POINT(2.1734 41.3851)'),
    (3, 'SRID=4326;POINT(-0.1276 51.5072)'), (4, 'SRID=4326;POINT(-74.006 40.7128)'),
    (5, 'SRID=4326;POINT(151.2 -33.87)')) AS geometries (id, place) WHERE cartodb_id = id;
"""
# Exchanges of other recordings that have to come first: recording and number.
_MAPS_PREPARED = {
    "named_map_bad_auth_token": ("named_map_lifecycle", 2),
    "named_map_bad_template": ("named_map_lifecycle", 2),
    "named_map_jsonp": ("named_map_lifecycle", 2),
    "static_previews": ("named_map_lifecycle", 2),
}
_NEEDS_MAP = {"static_previews", "tile_errors"}
WITH_GEOMETRIES = {
    "maps/aggregation_tiles_and_clusters",
    "maps/dataview_values",
    "maps/filters_belong_to_creation",
    "maps/layer_metadata",
    "maps/map_create_refusals",
    "maps/named_tile_format_mixup",
    "maps/regular_key_opens_token_instance",
    "maps/tiles_of_every_layer_type",
}
"""Recordings made beside the tables of tests/differential/setup-maps.sql, which need PostGIS."""

_CHANGED = "2024-05-01 10:00Z"
# Where the recorded maps have tiles from, and which of the exchanges shows one.
_OTHER_SERVER = "127.0.0.1:8182"
_OTHER_TILE = ("maps/tiles_of_every_layer_type", 4)


@dataclass(frozen=True)
class Exchange:
    name: str
    """Recording and number: "sql/batch_cancel 3"."""
    method: str
    target: str
    headers: dict[str, str]
    body: Any
    answer: Answer
    host: str = ""

    @property
    def recording(self) -> str:
        return self.name.partition(" ")[0]


def list_recordings() -> list[str]:
    """All of the SQL API and the Maps API but those that were made beside other tables."""
    found = {path.relative_to(RECORDINGS).with_suffix("").as_posix() for path in RECORDINGS.glob("*/*.yaml")}
    return sorted(found - set(other_tables()))


def load_recording(name: str) -> list[Exchange]:
    text = (RECORDINGS / f"{name}.yaml").read_text(encoding="utf-8").replace(_LIMITED, USERNAME)
    text = text.replace(_OTHER_BASIC, _BASIC)
    document = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    return [_read_exchange(f"{name} {n}", item) for n, item in enumerate(document["interactions"], 1)]


def _read_exchange(name: str, item: dict[str, Any]) -> Exchange:
    request, response = item["request"], item["response"]
    body = response["body"]["string"]
    answer = Answer(
        response["status"]["code"],
        {n.lower(): v[0] for n, v in response["headers"].items()},
        body.encode() if isinstance(body, str) else body,
    )
    headers = {n: v[0] for n, v in request["headers"].items() if n.lower() in _SENT_HEADERS}
    address = urlsplit(request["uri"])
    target = address._replace(scheme="", netloc="").geturl()
    return Exchange(name, request["method"], target, headers, request["body"], answer, address.netloc)


def read_tables() -> str:
    """The statements that make the maps' tables with geometries, but for airports."""
    text = (RECORDINGS.parent / "differential" / "setup-maps.sql").read_text(encoding="utf-8")
    made = text[text.index("create table places") :]
    dropped = "DROP TABLE IF EXISTS places, areas, secret;"
    return f"{dropped} {made}"


class Replay:
    """One account, set back to the state of each recording in turn."""

    def __init__(self, account: Account, postgres: Postgres) -> None:
        self._account = account
        self._postgres = postgres
        self._geometry = "geometry(Geometry,4326)" if account.has_postgis else "text"
        self._ids: dict[str, str] = {}
        self._tiles: TileServer | None = None
        origin = account.base_url.removesuffix(f"/user/{USERNAME}")
        self._client = httpx.Client(base_url=origin, headers={"accept-encoding": "identity"}, timeout=30)
        self._run(_MAPS_TABLES)
        account.create_key("regular", [{"type": "apis", "apis": ["maps"]}]).token = "fake_regular_key"
        account.create_key("nomaps", [{"type": "apis", "apis": ["sql"]}]).token = "fake_nomaps_key"

    def close(self) -> None:
        self._client.close()
        if self._tiles:
            self._tiles.close()

    def answer(self, recording: str, left_out: set[str]) -> Iterator[tuple[Exchange, Answer]]:
        """The sandbox's answer to each exchange that is not left out."""
        exchanges = [exchange for exchange in load_recording(recording) if exchange.name not in left_out]
        if exchanges:
            self._prepare(recording)
        for exchange in exchanges:
            yield exchange, self._send(exchange)

    def _prepare(self, recording: str) -> None:
        self._ids.clear()
        api, _, name = recording.partition("/")
        if api == "sql":
            self._run(_SQL_TABLES)
            if self._account.has_postgis and name in _OF_ANSWERS:
                self._run(_DROP_ANSWERS)
                with httpx.Client(base_url=self._account.base_url) as client:
                    make_tables(client, MASTER_KEY)
            for start, query in _SQL_PREPARED.items():
                if name.startswith(start):
                    self._run(query)
            return
        if recording == _OTHER_TILE[0] and not self._tiles:
            self._tiles = TileServer(load_recording(recording)[_OTHER_TILE[1] - 1].answer.body)
        for kind in (Layergroups, TemplateStore):
            self._account.state.pop(kind, None)
        if recording in WITH_GEOMETRIES:
            self._make_geometries()
        if name in _MAPS_PREPARED:
            source, number = _MAPS_PREPARED[name]
            self._send(load_recording(f"maps/{source}")[number - 1])
        if name in _NEEDS_MAP:
            self._send(load_recording("maps/anonymous_map_create")[0])
        if name == "dataviews_and_analysis":
            self._make_map_without_buffer(load_recording(recording))

    def _make_geometries(self) -> None:
        self._run(read_tables(), formatted=False)
        role = self._account.keys["regular"].role
        self._run(f'GRANT SELECT ON places, areas TO publicuser, "{role}"')
        with self._postgres.admin(self._account.database) as connection:
            connection.execute(
                "INSERT INTO cartodb.CDB_TableMetadata SELECT name::regclass, %s FROM unnest(%s::text[]) AS name"
                " ON CONFLICT (tabname) DO UPDATE SET updated_at = excluded.updated_at",
                (_CHANGED, ["places", "areas", "secret"]),
            )

    def _make_map_without_buffer(self, exchanges: list[Exchange]) -> None:
        """In the place of both maps that the recording has a buffer in: the sandbox computes none."""
        made = exchanges[8]
        config = json.loads(made.body)
        config["analyses"] = [config["analyses"][0]["params"]["source"]]
        config["layers"][0]["options"]["source"]["id"] = config["analyses"][0]["id"]
        answer = self._client.post(made.target, json=config)
        assert answer.status_code == 200, answer.text
        asked = (_find_id(exchange.target.encode()) for exchange in exchanges)
        self._ids.update((recorded, answer.json()["layergroupid"]) for recorded in asked if recorded)

    def _run(self, query: str, *, formatted: bool = True) -> None:
        text = query.format(geometry=self._geometry) if formatted else query
        data = {"q": text, "api_key": MASTER_KEY}
        made = self._client.post(f"/user/{USERNAME}/api/v2/sql", data=data)
        assert made.status_code == 200, made.text

    def _send(self, exchange: Exchange) -> Answer:
        deadline = time.monotonic() + _DEADLINE_SECONDS
        answer = self._send_once(exchange)
        # A job is asked until it is over, as it was when it was recorded.
        waits = exchange.method == "GET" and not _is_on_the_way(exchange.answer)
        while waits and _is_on_the_way(answer) and time.monotonic() < deadline:
            time.sleep(0.02)
            answer = self._send_once(exchange)
        return answer

    def _send_once(self, exchange: Exchange) -> Answer:
        target = exchange.target
        for recorded, actual in self._ids.items():
            target = target.replace(recorded, actual)
        body = exchange.body
        if body and self._tiles and _OTHER_SERVER in str(body):
            body = str(body).replace(_OTHER_SERVER, self._tiles.address)
        got = self._client.request(exchange.method, target, content=body, headers=exchange.headers)
        theirs, ours = _find_id(exchange.answer.body), _find_id(got.content)
        if theirs and ours:
            self._ids[theirs] = ours
        return Answer(got.status_code, dict(got.headers), got.content)


def _find_id(text: bytes) -> str | None:
    """The id of a map or a batch job, which later requests have in their paths."""
    found = re.search(rb'"(?:layergroupid|job_id)":"([^"]+)"|/map/([0-9a-f]{32}:\d+)', text)
    return (found[1] or found[2]).decode() if found else None


def _is_on_the_way(answer: Answer) -> bool:
    """Return True for a batch job that has not ended."""
    return re.search(rb'status":"(pending|running)"', answer.body) is not None
