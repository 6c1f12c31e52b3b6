"""Requests with the answers of the genuine SQL API, sent to a sandbox one after the other: see answers/README.md."""

import base64
import gzip
import importlib.resources
import json
import re
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx

from carto_sandbox import Account
from tests.congruence.archives import find_archive_differences
from tests.congruence.comparison import Answer, find_differences

FOLDER = Path(__file__).parent / "answers"
USERNAME = "tester"
MASTER_KEY = "key-master"
REGULAR_KEY = "key-regular"

_KEYS = {"master": MASTER_KEY, "regular": REGULAR_KEY}
_DEADLINE_SECONDS = 20
# Effects of earlier requests that are not in the file.
_BEFORE = {
    "wrap:table": "INSERT INTO notes VALUES ('z'), ('p'); DELETE FROM notes WHERE note IN ('z', 'p');"
    "INSERT INTO notes VALUES ('z'), ('z'), ('p'), ('p'), ('p')",
    "q:copyout": "INSERT INTO notes VALUES ('w')",
    "q:truncate": "DROP TABLE zz9",
}
# Difference in length that the time in the answer can cause.
_TIME_CHARACTERS = 8
# Output of ogr2ogr: the file name differs each time, and lines come with or without blank lines between them.
_OGR = re.compile(rb"(?<=dataset )\S+(?= does not)|(?:\\n)+")


@dataclass(frozen=True)
class Request:
    """One request, CARTO's answer to it, and for batch jobs the answers at the job's end."""

    name: str
    method: str
    path: str
    query: list[tuple[str, Any]]
    key: str
    headers: dict[str, str]
    body: bytes
    answer: dict[str, Any]
    then: list[dict[str, Any]]


def load_requests() -> list[Request]:
    lines = gzip.decompress((FOLDER / "sql.jsonl.gz").read_bytes()).decode().split("\n")
    return [_read_request(json.loads(line)) for line in lines if line]


def _read_request(line: dict[str, Any]) -> Request:
    query = [(name, value) for name, value in line["query"]]
    kept = {name: line[name] for name in ("name", "method", "path", "key", "headers", "answer")}
    return Request(**kept, query=query, body=_read_body(line["body"]), then=line.get("then") or [])


def _read_body(body: dict[str, str]) -> bytes:
    return base64.b64decode(body["base64"]) if "base64" in body else body["text"].encode()


def make_tables(client: httpx.Client, api_key: str) -> None:
    """Those that the requests are about, in an account without them; the client speaks below its base URL."""
    setup = (FOLDER / "sql.setup.sql").read_text(encoding="utf-8").partition("-- COPY airports")
    client.post("/api/v2/sql", data={"q": setup[0], "api_key": api_key}).raise_for_status()
    airports = importlib.resources.files("vega_datasets") / "_data" / "airports.csv"
    columns = "iata,name,city,state,country,latitude,longitude"
    copy = f"COPY airports ({columns}) FROM STDIN WITH (FORMAT csv, HEADER true)"
    params = {"q": copy, "api_key": api_key}
    client.post("/api/v2/sql/copyfrom", params=params, content=airports.read_bytes()).raise_for_status()
    client.post("/api/v2/sql", data={"q": setup[2].partition("\n")[2], "api_key": api_key}).raise_for_status()


class Asker:
    """An account with the tables of sql.setup.sql, and the client that asks it."""

    def __init__(self, account: Account) -> None:
        self._client = httpx.Client(
            base_url=account.base_url, headers={"accept-encoding": "identity", "user-agent": "sandbox"}, timeout=60
        )
        account.create_key("regular", [{"type": "apis", "apis": ["sql"]}]).token = REGULAR_KEY
        self._client.headers.pop("accept")
        make_tables(self._client, MASTER_KEY)

    def close(self) -> None:
        self._client.close()

    def run(self, query: str) -> None:
        data = {"q": query, "api_key": MASTER_KEY}
        assert self._client.post("/api/v2/sql", data=data).status_code == 200

    def find_differences(self, request: Request) -> set[str]:
        """Where the sandbox's answer is another one than CARTO's; nothing where it is the same."""
        if request.name in _BEFORE:
            self.run(_BEFORE[request.name])
        got = self._send(request)
        if request.path.rstrip("/").endswith("copyfrom"):
            self.run("TRUNCATE cpk, cpd")
        found = compare(request.answer, got)
        if request.then and not found:
            found = self._follow_job(got.json()["job_id"], request.then[0])
        return found

    def _send(self, request: Request) -> httpx.Response:
        headers = dict(request.headers)
        if request.key != "anonymous" and "Authorization" not in headers:
            named = re.fullmatch(r"user '(.*)', password '(.*)'", request.key)
            user, token = named.groups() if named else (USERNAME, _KEYS[request.key])
            headers["Authorization"] = "Basic " + base64.b64encode(f"{user}:{token}".encode()).decode()
            if not user:
                headers["Authorization"] = "Basic !!!"  # no name was sent, but something that cannot be read
        return self._client.request(
            request.method, request.path, params=request.query, headers=headers, content=request.body
        )

    def _follow_job(self, job_id: str, then: dict[str, Any]) -> set[str]:
        """The job at its end, as CARTO's was when it was read, and the attempt to cancel it then."""
        auth = (USERNAME, MASTER_KEY)
        deadline = time.monotonic() + _DEADLINE_SECONDS
        read = self._client.get(f"/api/v2/sql/job/{job_id}", auth=auth)
        wanted = json.loads(then["read"]["text"])["status"]
        while (read.json()["status"] != wanted or b'"running"' in read.content) and time.monotonic() < deadline:
            time.sleep(0.005)
            read = self._client.get(f"/api/v2/sql/job/{job_id}", auth=auth)
        deleted = self._client.delete(f"/api/v2/sql/job/{job_id}", auth=auth)
        as_json = {"type": "application/json; charset=utf-8"}
        return {
            *(f"read: {what}" for what in compare({"status": 200, "body": then["read"], **as_json}, read)),
            *(
                f"delete: {what}"
                for what in compare({"status": then["delete_status"], "body": then["delete"], **as_json}, deleted)
            ),
        }


def compare(recorded: dict[str, Any], got: httpx.Response) -> set[str]:
    theirs_type, ours_type = recorded["type"] or "", got.headers.get("content-type", "")
    whole = "body" in recorded
    theirs, ours = _read_body(recorded["body"] if whole else recorded["begins"]), got.content
    if theirs_type == ours_type and got.status_code == recorded["status"] == 200 and not theirs_type.startswith("text"):
        archives = find_archive_differences(theirs_type, theirs, ours)
        if archives is not None:
            return archives
    if not whole and recorded["status"] == got.status_code:
        return {*_compare_beginnings(recorded, theirs, ours)} | (
            set() if theirs_type == ours_type else {"header content-type"}
        )
    answers = (
        Answer(recorded["status"], {"content-type": theirs_type}, _normalize_ogr(theirs)),
        Answer(got.status_code, {"content-type": ours_type}, _normalize_ogr(ours)),
    )
    return find_differences("sql", *answers)


def _compare_beginnings(recorded: dict[str, Any], theirs: bytes, ours: bytes) -> Iterator[str]:
    """Only the beginning of long bodies was kept, and a late error can cut a body anywhere."""
    if not ours.startswith(theirs):
        yield "beginning"
    if recorded["type"].startswith("application/json") and abs(len(ours) - recorded["length"]) > _TIME_CHARACTERS:
        yield "length"


def _normalize_ogr(body: bytes) -> bytes:
    return (
        _OGR.sub(lambda match: b"\\n" if match[0].startswith(b"\\") else b"FILE", body) if b"ogr2ogr" in body else body
    )
