"""The recordings, sent to the sandbox one after the other, and the state that they were made in."""

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
from carto_sandbox.maps_api.layergroups import Layergroups
from carto_sandbox.maps_api.template_store import TemplateStore
from tests.congruence.comparison import Answer

RECORDINGS = Path(__file__).parents[1] / "cassettes"
USERNAME = "carto_sandbox"
MASTER_KEY = "fake_master_key_1234"

# The account that CARTO's server had limits for; the sandbox's own will do.
_LIMITED = "carto_limited"
_DEADLINE_SECONDS = 20
_SENT_HEADERS = {"authorization", "content-type", "content-encoding"}

_SQL_TABLES = """
DROP TABLE IF EXISTS places, cp, private_notes, copy_target, rec_tmp;
CREATE TABLE places (cartodb_id int8 PRIMARY KEY, name text, pop int4, the_geom {geometry});
INSERT INTO places VALUES (1, 'Alfa', 10, 'SRID=4326;POINT(-3.7038 40.4168)'),
    (2, 'Beta "q"', 20, 'SRID=4326;POINT(2.1734 41.3851)'), (3, 'Gámma, x', NULL, NULL);
CREATE TABLE cp (id int PRIMARY KEY, name text, v numeric);
CREATE TABLE private_notes (note text);
INSERT INTO private_notes VALUES ('mine');
CREATE TABLE copy_target (id int, name text);
"""
# What recordings of these names found beside the tables.
_SQL_PREPARED = {
    "copyto": "INSERT INTO cp VALUES (1, 'one', 1.5), (2, 'two, \"q\"', NULL), (3, 'tres é', 3)",
    "sql_cartodbfy": "CREATE TABLE rec_tmp (id int, name text)",
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
    return sorted(path.relative_to(RECORDINGS).with_suffix("").as_posix() for path in RECORDINGS.glob("*/*.yaml"))


def load_recording(name: str) -> list[Exchange]:
    text = (RECORDINGS / f"{name}.yaml").read_text(encoding="utf-8").replace(_LIMITED, USERNAME)
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


class Replay:
    """One account, set back to the state of each recording in turn."""

    def __init__(self, account: Account) -> None:
        self._account = account
        self._geometry = "geometry(Geometry,4326)" if account.has_postgis else "text"
        self._ids: dict[str, str] = {}
        origin = account.base_url.removesuffix(f"/user/{USERNAME}")
        self._client = httpx.Client(base_url=origin, headers={"accept-encoding": "identity"}, timeout=30)
        self._run(_MAPS_TABLES)
        account.create_key("regular", [{"type": "apis", "apis": ["maps"]}]).token = "fake_regular_key"
        account.create_key("nomaps", [{"type": "apis", "apis": ["sql"]}]).token = "fake_nomaps_key"

    def close(self) -> None:
        self._client.close()

    def answer(self, recording: str, left_out: set[str]) -> Iterator[tuple[Exchange, Answer]]:
        """The sandbox's answer to each exchange that is not left out."""
        self._prepare(recording)
        for exchange in load_recording(recording):
            if exchange.name not in left_out:
                yield exchange, self._send(exchange)

    def _prepare(self, recording: str) -> None:
        self._ids.clear()
        api, _, name = recording.partition("/")
        if api == "sql":
            self._run(_SQL_TABLES)
            for start, query in _SQL_PREPARED.items():
                if name.startswith(start):
                    self._run(query)
            return
        for kind in (Layergroups, TemplateStore):
            self._account.state.pop(kind, None)
        if name in _MAPS_PREPARED:
            source, number = _MAPS_PREPARED[name]
            self._send(load_recording(f"maps/{source}")[number - 1])
        if name in _NEEDS_MAP:
            self._send(load_recording("maps/anonymous_map_create")[0])
        if name == "dataviews_and_analysis":
            self._make_map_without_buffer(load_recording(recording))

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

    def _run(self, query: str) -> None:
        data = {"q": query.format(geometry=self._geometry), "api_key": MASTER_KEY}
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
        got = self._client.request(exchange.method, target, content=exchange.body, headers=exchange.headers)
        theirs, ours = _find_id(exchange.answer.body), _find_id(got.content)
        if theirs and ours:
            self._ids[theirs] = ours
        return Answer(got.status_code, dict(got.headers), got.content)


def _find_id(text: bytes) -> str | None:
    """The id of a map or a batch job, which later requests have in their paths."""
    found = re.search(rb'"(?:layergroupid|job_id)":"([^"]+)"|/map/([0-9a-f]{32}:\d+)', text)
    return (found[1] or found[2]).decode() if found else None


def _is_on_the_way(answer: Answer) -> bool:
    """Whether it is a batch job with something still to do."""
    return re.search(rb'status":"(pending|running)"', answer.body) is not None
