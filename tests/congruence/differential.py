"""Requests to the genuine Maps API with its answers, asked of the sandbox: see tests/differential/README.md."""

import csv
import gzip
import importlib.resources
import json
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
import psycopg

from carto_sandbox import Account
from carto_sandbox.database.postgres import Postgres
from tests.support.mvt import decode_tile, describe_feature

FOLDER = Path(__file__).parents[1] / "differential"
USERNAME = "demo"
MASTER_KEY = "demo-master-key"
_KEYS = {"regular": "jHeaenqvSSaLjw4xrGsTqA", "nomaps": "D8uWmFUyDVRe_3I4kBD7ng"}
_CHANGED = "2024-05-01 10:00Z"
ANYTHING = "?"
"""Stands in an expected answer for what is not known of it."""
_ABSENT = "absent"
# The compared aspect of each header: its presence, the number of words, emptiness, or the whole value.
_HEADERS = {
    "access-control-allow-headers": str,
    "access-control-allow-origin": str,
    "cache-control": str,
    "carto-cache-buster": lambda text: "0" if text == "0" else "H",
    "carto-map-id": lambda text: "ID",
    "carto-template-hash": lambda text: "H",
    "carto-user": str,
    "content-type": str,
    "last-modified": lambda text: "TIME",
    "surrogate-key": lambda text: len(text.split()),
    "vary": lambda text: text.title(),
    "x-cache-channel": lambda text: f"DB:{text.partition(':')[2]}",
    "x-content-type-options": str,
    "x-layergroup-id": lambda text: "ID",
    "x-tilelive-contains-data": str,
}
_TOKEN = re.compile(rf"(?:{USERNAME}@[0-9a-f]+@)?[0-9a-f]{{32}}(?::\d+)?")
_TEXTS = (
    (r"127\.0\.0\.1:\d+", "HOST"),
    (rf"{USERNAME}@[0-9a-f]{{8}}@[0-9a-f]{{32}}", "TID"),
    (r"\b[0-9a-f]{40}\b", "NODE"),
    (r"\b[0-9a-f]{32}\b", "ID"),
    (r"\b(T?ID):\d+", r"\1:TS"),
)


@dataclass(frozen=True)
class Case:
    """One request and CARTO's answer. Of `partial` answers, only a part is known."""

    name: str
    method: str
    path: str
    created_by: str | None
    auth: str | None
    body: str | None
    typed: bool
    answer: dict[str, Any]
    number: int = field(compare=False)

    @property
    def label(self) -> str:
        return f"{self.number} {self.name}"


def load_cases() -> list[Case]:
    with gzip.open(FOLDER / "maps.jsonl.gz", "rt", encoding="utf-8") as lines:
        return [Case(**json.loads(line), number=number) for number, line in enumerate(lines, 1)]


def prepare(account: Account, postgres: Postgres) -> None:
    """The tables and keys that the requests were made with."""
    statements = re.sub(r"--.*", "", (FOLDER / "setup-maps.sql").read_text(encoding="utf-8")).split(";")
    created, *others = [text for text in statements if text.strip()]
    airports = importlib.resources.files("vega_datasets") / "_data" / "airports.csv"
    with airports.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    with psycopg.connect(account.dsn()) as connection:
        connection.execute(created.encode())
        columns = ", ".join(rows[0])
        with connection.cursor().copy(f"COPY airports ({columns}) FROM STDIN".encode()) as copy:
            for row in rows:
                copy.write_row(list(row.values()))
        for text in others:
            connection.execute(text.encode())
        connection.execute("GRANT SELECT ON airports, places, areas TO publicuser")
    names = ("airports", "places", "areas", "secret")
    with postgres.admin(account.database) as connection:
        for name in names:
            connection.execute(
                "INSERT INTO cartodb.CDB_TableMetadata VALUES (%s::regclass, %s)"
                " ON CONFLICT (tabname) DO UPDATE SET updated_at = excluded.updated_at",
                (name, _CHANGED),
            )
    tables = [{"schema": "public", "name": name, "permissions": ["select"]} for name in names[:3]]
    grants = [{"type": "apis", "apis": ["maps", "sql"]}, {"type": "database", "tables": tables}]
    account.create_key("regular", grants).token = _KEYS["regular"]
    account.create_key("nomaps", [{"type": "apis", "apis": ["sql"]}]).token = _KEYS["nomaps"]


class Asker:
    """Sends the requests in their order: later ones name maps that earlier ones made."""

    def __init__(self, url: str) -> None:
        self._client = httpx.Client(base_url=url, timeout=60)
        self._tokens: dict[str, str] = {}
        self._instance = ""

    def close(self) -> None:
        self._client.close()

    def ask(self, case: Case) -> httpx.Response:
        path = _TOKEN.sub(lambda found: self._replace(case, found[0]), case.path)
        answer = self._client.request(
            case.method,
            path,
            content=None if case.body is None else case.body.encode(),
            headers={"content-type": "application/json"} if case.typed else None,
            auth=None if case.auth is None else (USERNAME, case.auth),
        )
        token = re.search(r'"layergroupid":"([^"]+)"', answer.text if answer.status_code == 200 else "")
        if token:
            self._tokens[case.name] = token[1]
            self._instance = token[1] if "@" in token[1] else self._instance
        if case.name == "private: create":
            made = self._client.post(f"/user/{USERNAME}/api/v1/map/named/n3", json={})
            self._instance = made.json()["layergroupid"]
        return answer

    def _replace(self, case: Case, token: str) -> str:
        if "deadbeef" in token:
            return token
        if case.name.endswith("bare md5"):
            return self._instance.rpartition("@")[2]
        if token.startswith(f"{USERNAME}@"):
            return self._instance.replace("@", "@0", 1) if "@0e6e9b" in token else self._instance
        return self._tokens.get(case.created_by or "", token)


def describe(answer: httpx.Response) -> dict[str, Any]:
    """The compared parts of an answer."""
    headers = {
        name: describe_value(answer.headers[name])
        for name, describe_value in _HEADERS.items()
        if name in answer.headers
    }
    found: dict[str, Any] = {"status": answer.status_code, "headers": headers}
    kind = headers.get("content-type", "")
    if kind == "application/x-protobuf":
        tile = decode_tile(answer.content)
        found["tile"] = {
            name: [len(features), extent, sorted(map(describe_feature, features))]
            for name, (extent, features) in tile.items()
        }
    elif kind.startswith("image/"):
        found["image"] = read_size(answer.content)
    elif kind.startswith("application/json") and answer.content:
        found["body"] = json.loads(clean(answer.text))
    else:
        found["text"] = clean(answer.text)
    return found


def clean(text: str) -> str:
    for pattern, replacement in _TEXTS:
        text = re.sub(pattern, replacement, text)
    return text


def read_size(image: bytes) -> list[int]:
    """Width and height of a PNG."""
    assert image.startswith(b"\x89PNG"), image[:20]
    return [int.from_bytes(image[16:20]), int.from_bytes(image[20:24])]


def find_differences(expected: dict[str, Any], actual: dict[str, Any]) -> list[str]:
    """JSON pointers of what differs, each with both values."""
    if expected["status"] != actual["status"]:
        return [f"status: {expected['status']} / {actual['status']} {str(actual)[:300]}"]
    return list(_compare(expected, {name: actual.get(name, _ABSENT) for name in expected}, ""))


def _compare(theirs: Any, ours: Any, place: str) -> Iterator[str]:
    if theirs == ANYTHING:
        return
    if place == "/text" and isinstance(theirs, str) and theirs.endswith("…") and isinstance(ours, str):
        theirs, ours = theirs[:-1], ours[: len(theirs) - 1]
    if place.startswith("/tile/") and isinstance(theirs, list) and len(theirs) == 3 and isinstance(ours, list):
        yield from _compare(theirs[:2], ours[:2], place)
        yield from (f"{place}: {line} / missing" for line in theirs[2] if line not in ours[2])
    elif isinstance(theirs, dict) and isinstance(ours, dict):
        for name in sorted(theirs.keys() | ours.keys()):
            yield from _compare(theirs.get(name, _ABSENT), ours.get(name, _ABSENT), f"{place}/{name}")
    elif isinstance(theirs, list) and isinstance(ours, list) and len(theirs) == len(ours):
        for number, (their_item, our_item) in enumerate(zip(theirs, ours, strict=True)):
            yield from _compare(their_item, our_item, f"{place}/{number}")
    elif _are_numbers(theirs, ours):
        # The recordings were compared to about fifteen digits.
        if not math.isclose(theirs, ours, rel_tol=1e-12):
            yield f"{place}: {theirs} / {ours}"
    elif theirs != ours or type(theirs) is not type(ours):
        yield f"{place}: {_shorten(theirs)} / {_shorten(ours)}"


def _are_numbers(theirs: Any, ours: Any) -> bool:
    return all(isinstance(value, int | float) and not isinstance(value, bool) for value in (theirs, ours))


def _shorten(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 400 else f"{text[:400]}…"
