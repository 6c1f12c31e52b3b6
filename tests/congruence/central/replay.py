"""The recordings of the central application, sent to the sandbox one after the other, each in the state it found."""

import json
import re
import threading
import time
from collections.abc import Collection, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import httpx
import psycopg
import pytest

from carto_sandbox import Account, Sandbox
from carto_sandbox.central_api import exports
from carto_sandbox.importing import jobs
from tests.congruence.central.comparison import Names, find_differences, learn, rename
from tests.congruence.central.found import find, load_central, read_json
from tests.congruence.central.seeding import ORGANIZATION, make_accounts, seed
from tests.congruence.comparison import Answer
from tests.congruence.replay import Exchange

_DEADLINE_SECONDS = 20
_ORGANIZATION_PORT = ":3101"
_UNDER_WAY = re.compile(r'"state":"(?:queued|syncing|pending|exporting|uploading)"')
_POINTS = (
    b'{"type": "FeatureCollection", "features": [%s]}'
    % b", ".join(
        b'{"type": "Feature", "properties": {"name": "P%d", "v": %d},'
        b' "geometry": {"type": "Point", "coordinates": [%.1f, 40.0]}}' % (n, n, -3 - n)
        for n in range(10)
    )
)  # fmt: skip
_ZONES = b'{"type": "FeatureCollection", "features": [%s]}' % b", ".join(
    b'{"type": "Feature", "properties": {"zone": %d}, "geometry":'
    b' {"type": "Polygon", "coordinates": [[[%d, 0], [5, 0], [5, 1], [%d, 0]]]}}' % (n, n, n)
    for n in range(3)
)
_FILES = {"/points.geojson": _POINTS, "/zones.geojson": _ZONES}
# Settings in CARTO's database before a recording was made, by words of its name.
_PREPARED: dict[str, dict[str, Any]] = {
    "account/locked": {"is_locked": True},
    "account/maintenance": {"is_in_maintenance": True},
    "account/unverified": {"is_unverified": True},
    "account/sync_disabled": {"sync_tables": False},
    "account/not_activated": {"is_activated": False},
    "limit_file_size": {"max_import_file_size": 100},
    "limit_quota": {"quota_in_bytes": 1},
    "limit_tables": {"table_quota": 0},
    "private_not_allowed": {"private_tables": False},
}
_PREPARED_SQL = {
    "tables/records": "ALTER TABLE places ADD b boolean, ADD d timestamptz, ALTER founded TYPE text, ADD g {geometry},"
    " ADD raw varchar, ADD s text",
}


class _WatchedImport(jobs.ImportJob):
    """Remembers what it would have answered in each state."""

    def __setattr__(self, name: str, value: object) -> None:
        super().__setattr__(name, value)
        if name in ("state", "table_name", "table_id") and "ended" in self.__dict__:
            self.__dict__.setdefault("passed", []).append(self.to_json())


class _WatchedExport(exports.Export):
    """The same."""

    def enter(self, state: str) -> None:
        self.__dict__.setdefault("passed", [self.to_json()])
        super().enter(state)
        self.__dict__["passed"].append(self.to_json())


class CentralReplay:
    """Sends recordings to one sandbox, to accounts made for each."""

    def __init__(self, sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
        self._sandbox, self._monkeypatch = sandbox, monkeypatch
        self._client = httpx.Client(headers={"accept-encoding": "identity"}, timeout=30)
        self._files = ThreadingHTTPServer(("127.0.0.1", 0), _FileServer)
        threading.Thread(target=self._files.serve_forever, daemon=True).start()
        monkeypatch.setattr(jobs, "ImportJob", _WatchedImport)
        monkeypatch.setattr(exports, "Export", _WatchedExport)

    def close(self) -> None:
        self._client.close()
        self._files.shutdown()
        self._files.server_close()

    def find_differences(self, recording: str, left_out: Collection[str] = ()) -> Iterator[tuple[Exchange, set[str]]]:
        exchanges, found = load_central(recording), find(recording)
        # So that a busy machine is asked in time, too.
        self._monkeypatch.setattr(jobs, "STATE_SECONDS", 0.4 if "/synchronizations/" in recording else 0.05)
        accounts = make_accounts(self._sandbox, found)
        try:
            seed(accounts, found)
            _prepare(recording, accounts)
            names: Names = {}
            for exchange, following in zip(exchanges, [*exchanges[1:], None], strict=True):
                if exchange.name in left_out:
                    continue
                answer = self._send(exchange, names)
                candidates = [answer, *self._list_passed(exchange, names, accounts)]
                yield exchange, _choose(names, exchange.answer, candidates)
                self._wait(exchange, following)
        finally:
            # Also those that were made meanwhile; an organization's owner goes last.
            known = {account.username for account in accounts.values()}
            for account in reversed([*self._sandbox.accounts]):
                if account.username in known or account.organization is not None:
                    self._sandbox.drop_account(account)

    def _send(self, exchange: Exchange, names: Names) -> Answer:
        deadline = time.monotonic() + _DEADLINE_SECONDS
        answer = self._send_once(exchange, names)
        while _comes_later(exchange, answer) and time.monotonic() < deadline:
            time.sleep(0.01)
            answer = self._send_once(exchange, names)
        return answer

    def _send_once(self, exchange: Exchange, names: Names) -> Answer:
        target, headers = rename(names, exchange.target), dict(exchange.headers)
        body = exchange.body
        if isinstance(body, str):
            body = rename(names, body)
            if "filename=" not in body:
                body = body.replace("http://127.0.0.1/", f"http://127.0.0.1:{self._files.server_port}/")
        if exchange.host.endswith(_ORGANIZATION_PORT):
            headers["host"] = f"{ORGANIZATION}.localhost.lan{_ORGANIZATION_PORT}"
        got = self._client.request(exchange.method, f"{self._sandbox.url}{target}", content=body, headers=headers)
        return Answer(got.status_code, dict(got.headers), got.content)

    def _list_passed(self, exchange: Exchange, names: Names, accounts: dict[str, Account]) -> list[Answer]:
        """Something caught on its way is the same when it was in that very state before, or will be."""
        body = read_json(exchange)
        if not _is_job(exchange) or not isinstance(body, dict) or body.get("state") in (None, "complete", "failure"):
            return []
        job_id = rename(names, body["id"])
        for account in accounts.values():
            for known in (jobs.get_imports(account).jobs, exports.get_exports(account).items):
                job = known.get(job_id)
                if job is not None:
                    deadline = time.monotonic() + _DEADLINE_SECONDS
                    while job.state not in ("complete", "failure") and time.monotonic() < deadline:
                        time.sleep(0.01)
                    passed = job.__dict__.get("passed", [])
                    return [Answer(200, exchange.answer.headers, json.dumps(state).encode()) for state in passed]
        return []

    def _wait(self, exchange: Exchange, following: Exchange | None) -> None:
        """For a user that is being made, where it was waited for then."""
        if exchange.method != "POST" or not re.search(r"/organization/[^/]+/users(?=[?]|$)", exchange.target):
            return
        if following is None or exchange.answer.status != 200 or following.answer.status == 404:
            return
        name, deadline = json.loads(exchange.body)["username"], time.monotonic() + _DEADLINE_SECONDS
        while all(account.username != name for account in self._sandbox.accounts) and time.monotonic() < deadline:
            time.sleep(0.01)


def _choose(names: Names, recorded: Answer, candidates: list[Answer]) -> set[str]:
    """The differences of the answer that is most alike, from which ids are learned."""
    attempts = []
    for answer in candidates:
        learned = dict(names)
        learn(learned, recorded, answer)
        attempts.append((find_differences(learned, recorded, answer), learned))
    differences, learned = min(attempts, key=lambda attempt: len(attempt[0]))
    names.update(learned)
    return differences


def _is_job(exchange: Exchange) -> bool:
    return exchange.method == "GET" and bool(
        re.search(r"/(?:imports|visualization_exports)/[0-9a-f-]{36}(?=[?]|$)", exchange.target)
    )


def _is_import(exchange: Exchange) -> bool:
    return exchange.method == "GET" and re.search(r"/imports/[0-9a-f-]{36}", exchange.target) is not None


def _comes_later(exchange: Exchange, answer: Answer) -> bool:
    """Return True if CARTO's answer shows background work that the sandbox has not finished."""
    if exchange.method != "GET":
        return False
    body = answer.body.decode("utf-8", "replace")
    recorded = exchange.answer.body.decode("utf-8", "replace")
    if _is_import(exchange):
        return '"success":' in recorded and '"success":' not in body and answer.status == 200
    if "/synchronizations" in exchange.target or "/visualization_exports/" in exchange.target:
        ends = re.search(r'"state":"(?:success|failure|complete)"', recorded) is not None
        return ends and len(_UNDER_WAY.findall(body)) > len(_UNDER_WAY.findall(recorded))
    return exchange.answer.status == 200 and answer.status == 404 and "No user with username" in body


def _prepare(recording: str, accounts: dict[str, Account]) -> None:
    for words, settings in _PREPARED.items():
        if words in recording:
            for name, value in settings.items():
                for account in accounts.values():
                    setattr(account.profile, name, value)
    for words, query in _PREPARED_SQL.items():
        if words in recording:
            account = accounts["dev1"]
            geometry = "geometry(Geometry,4326)" if account.has_postgis else "text"
            with psycopg.connect(account.dsn(), autocommit=True) as connection:
                connection.execute(query.format(geometry=geometry).encode())
    if "enqueued" in recording:
        for account in accounts.values():
            account.sync_pause_seconds = 0


class _FileServer(BaseHTTPRequestHandler):
    """Files that CARTO fetched from its own machine."""

    def do_GET(self) -> None:
        content = _FILES.get(self.path)
        self.send_response(404 if content is None else 200)
        self.send_header("Content-Length", str(len(content or b"")))
        self.end_headers()
        self.wfile.write(content or b"")

    def log_message(self, format: str, *args: Any) -> None:
        pass
