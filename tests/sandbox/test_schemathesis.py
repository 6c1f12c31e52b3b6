"""Schemathesis reads the spec and asks the sandbox what it allows and what it forbids: all answers are described ones.

The examples of the spec, and a few made requests, right and wrong, the same ones in every run.
"""

import json
import re
import time
from collections import Counter
from collections.abc import Iterator
from typing import Any

import httpx
import hypothesis
import pytest
import requests
import schemathesis
import yaml
from hypothesis import strategies as st
from hypothesis.internal.conjecture import providers
from hypothesis.internal.constants_ast import Constants
from schemathesis.core.result import Ok
from schemathesis.schemas import APIOperation
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from carto_sandbox import Account, Sandbox
from carto_sandbox.conformance.spec_file import find_spec

DEADLINE_SECONDS = 30
EXAMPLES_PER_KIND = 5
LEFT_OUT = {"users_me_delete": "deletes the account that everything else is asked of"}
# Nothing is fetched from the hosts that the examples name.
NO_EXAMPLES = {"imports_create", "synchronizations_create", "synchronizations_update", "synchronizations_sync_now"}
# Any JSON object is a record.
NEVER_WRONG = {"tables_create_record", "tables_update_record"}
# The Maps API of the sandbox says with 501 what it cannot draw or compute.
RENDERED = ("maps_", "named_maps_")
# Where CARTO itself falls over, as the spec says of each: there the sandbox answers with CARTO's own words.
CARTO_FAILS = {
    "exports_download": "an id that is no UUID",
    "exports_read": "an id that is no UUID",
    "map_layers_create": "a layer without a kind, or one to be copied that is not there",
    "synchronizations_create": "a body that is no JSON object, or parameters of a connector that are wrong",
    "synchronizations_update": "no body",
    "tables_create": "columns or a shape that PostgreSQL refuses",
    "tags_list": "a page that is no number from 1",
    "users_grantables": "an organization that is not the account's",
    "users_groups_add": "users that are not there, or none",
    "users_groups_create": "no name",
    "users_groups_update": "no name",
}
# The same with words of its own.
FAILS_IN_WORDS = {"tags_list", "users_groups_add", "users_groups_create", "users_groups_update"}
# Features that are off in the sandbox, as they are on most servers of CARTO's.
SWITCHED_OFF = ("connections_", "connectors_")
UNDRAWN = {
    *(
        "maps_dataview",
        "maps_dataview_search",
        "maps_grid",
        "maps_layer_tile",
        "maps_static_bbox",
        "maps_static_center",
    ),
    *("maps_tile", "maps_tile_retina", "maps_torque", "named_maps_static", "named_maps_tile"),
}
UNANSWERED = {
    "batch_cancel": "the job is done by then",
    "batch_update": "CARTO documents it and does not have it",
    "exports_download": "CARTO answers 500: the file is at the URL of the export",
    "map_layers_delete": "the map is deleted by then",
    "map_layers_user_update_all": "CARTO has no such route",
    "tables_related_templates": "the feature is off, as on most servers of CARTO's",
    "uploads_create": "CARTO answers 400, always",
    "users_create": "the example asks for a soft limit that the owner does not have",
    "users_groups_remove": "the group is deleted by then",
    "users_mfa_delete": "the member has none",
    "viz_related_templates": "the feature is off, as on most servers of CARTO's",
    "imports_service_auth_url": "there is no cloud storage",
    "imports_service_invalidate_token": "there is no cloud storage",
    "imports_service_list_files": "there is no cloud storage",
    "imports_service_validate_code": "there is no cloud storage",
    "maps_cluster": "the map is not aggregated",
    "named_maps_update": "the example has another template's name",
    "sql_copyfrom": "the body of the example is not compressed, and its header says that it is",
    "tables_delete_column": "an example renames the column",
    "viz_google_maps_static_image": "the map has another basemap",
    "viz_unlike": "the map is deleted by then",
}
FAILURE = {"status": "500", "error": "Internal Server Error"}
# What they call JSON is a file, and is described as one; schemathesis takes the value in it for the text of the file.
FILES = {"sql_download", "sql_download_get"}
JUDGES = [status_code_conformance, content_type_conformance, response_schema_conformance]

# What these take as a key is the parameter alone.
BY_PARAMETER = ("apps_", "datasets_", "kuviz_")

# The table and the objects that the spec's examples speak of.
PLACES = """
CREATE TABLE places (id int, name text, v numeric, kind text, pop int);
SELECT CDB_CartodbfyTable(current_schema(), 'places');
INSERT INTO places (id, name, v, kind, pop) VALUES (1, 'Alfa', 1.5, 'city', 10), (2, 'Beta', NULL, 'town', 20);
"""
EXAMPLE_ID = re.compile("44444444-aaaa-4bbb-8ccc-00000000000[0-9]")
EXAMPLE_USER = "11111111-aaaa-4bbb-8ccc-000000000002"
OF_THE_ACCOUNT = "map_layers_user_"
SQL = "SELECT * FROM places"
MAP = {
    "version": "1.8.0",
    "layers": [
        {
            "type": "mapnik",
            "options": {
                "sql": SQL,
                "cartocss": "#l{}",
                "cartocss_version": "2.3.0",
                "interactivity": "cartodb_id",
                "attributes": {"id": "cartodb_id", "columns": ["name"]},
            },
        }
    ],
    "dataviews": {"names": {"type": "list", "source": {"id": "a0"}, "options": {"columns": ["name"]}}},
    "analyses": [{"id": "a0", "type": "source", "params": {"query": SQL}}],
}
STATIONS = b"name,city,active,lat,lon,spare\nNorth,Berlin,true,52.5,13.4,a\nSouth,Munich,false,48.1,11.6,b\n"
PAGE = "PGh0bWw+PC9odG1sPg=="


def _load_operations() -> dict[str, APIOperation[Any, Any, Any, Any]]:
    """By operationId; what deletes comes last, so that the others find something."""
    with find_spec().open("rb") as file:
        document = yaml.load(file, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    found = []
    for result in schemathesis.openapi.from_dict(document).get_all_operations():
        assert isinstance(result, Ok), result
        found.append(result.ok())
    found.sort(key=lambda operation: operation.method == "delete")
    return {operation.definition.raw["operationId"]: operation for operation in found}


OPERATIONS = _load_operations()
ASKED = [name for name in OPERATIONS if name not in LEFT_OUT]


def _can_be_wrong(name: str) -> bool:
    """Whether there is anything about the request but texts in its path, which may be any."""
    operation = OPERATIONS[name]
    in_path = [parameter.definition["schema"] for parameter in operation.path_parameters]
    typed = any(schema["type"] != "string" or "enum" in schema for schema in in_path)
    return name not in NEVER_WRONG and bool(typed or operation.query or operation.headers or operation.body)


class Inhabited:
    """An account that has one of everything, and the ids of it by the spec's names of path parameters."""

    def __init__(self, account: Account, member: Account) -> None:
        self.account = account
        self.session = requests.Session()
        self.session.auth = (account.username, account.api_key)
        self.seen: Counter[tuple[str, int]] = Counter()
        assert account.organization is not None
        self.ids: dict[str, Any] = {
            "organization": account.organization.name,
            "organization_id": account.organization.id,
            "username": member.username,
            "user_id": account.uuid,
            "member_id": member.uuid,
            "column_name": "spare",
            "record_id": "1",
            "table_id": "stations",
            "dataview": "names",
            "node_id": "a0",
            "layer": "0",
            "layer_index": 0,
            "feature_id": "1",
            "z": 0,
            "x": 0,
            "y": 0,
        }
        auth = (account.username, account.api_key)
        with httpx.Client(base_url=f"{account.base_url}/api/", auth=auth, timeout=DEADLINE_SECONDS) as client:
            self._settle(client)

    def _settle(self, client: httpx.Client) -> None:
        def make(path: str, **request: Any) -> Any:
            answer = client.post(path, **request)
            assert answer.is_success, answer.text
            return answer.json()

        make("v2/sql", json={"q": PLACES})
        key = {"api_key": self.account.api_key}
        self.ids["import_id"] = make("v1/imports", files={"file": ("stations.csv", STATIONS)})["item_queue_id"]
        self._wait(client, f"v1/imports/{self.ids['import_id']}", "complete")
        viz = make("v1/viz", json={"name": "Map", "tables": ["places"]})
        self.ids |= {"viz_id": viz["id"], "permission_id": viz["permission"]["id"], "map_id": viz["map_id"]}
        layer = {"kind": "carto", "options": {"table_name": "places"}}
        self.ids["layer_id"] = make(f"v1/maps/{viz['map_id']}/layers", json=layer)["id"]
        own_layers = f"v1/users/{self.account.uuid}/layers"
        self.layer_of_the_account = make(own_layers, json={"kind": "tiled"})["id"]
        groups = f"v1/organization/{self.ids['organization_id']}/groups"
        self.ids["group_id"] = make(groups, json={"display_name": "settlers"})["id"]
        self.ids["export_id"] = make("v3/visualization_exports", json={"visualization_id": viz["id"]})["id"]
        self._wait(client, f"v3/visualization_exports/{self.ids['export_id']}", "complete")
        # Nothing listens at port 1: the run fails, the synchronization stays.
        sync = {"url": "http://127.0.0.1:1/stations.csv", "interval": "900"}
        self.ids["synchronization_id"] = make("v1/synchronizations", json=sync)["id"]
        self._wait(client, f"v1/synchronizations/{self.ids['synchronization_id']}", "failure")
        self.ids["kuviz_id"] = make("v4/kuviz", params=key, json={"name": "Page", "data": PAGE})["id"]
        self.ids["app_id"] = make("v4/app", params=key, json={"name": "Page", "data": PAGE})["id"]
        self.ids["job_id"] = make("v2/sql/job", json={"query": "SELECT 1"})["job_id"]
        grants = [{"type": "apis", "apis": ["sql", "maps"]}]
        self.ids["key_name"] = make("v3/api_keys", json={"name": "regular", "grants": grants})["name"]
        template = {"version": "0.0.1", "name": "template", "auth": {"method": "open"}, "layergroup": MAP}
        self.ids["template_id"] = make("v1/map/named", json=template)["template_id"]
        self.ids["token"] = make("v1/map", json=MAP)["layergroupid"]

    @staticmethod
    def _wait(client: httpx.Client, path: str, state: str) -> None:
        deadline = time.monotonic() + DEADLINE_SECONDS
        while client.get(path).json()["state"] != state:
            assert time.monotonic() < deadline, client.get(path).text
            time.sleep(0.02)

    def ask(self, name: str, case: schemathesis.Case[Any], *, at_home: bool) -> None:
        """Sends one request, with ids that exist if `at_home`, and judges the answer."""
        if at_home:
            ids = {**self.ids, "layer_id": self.layer_of_the_account} if name.startswith(OF_THE_ACCOUNT) else self.ids
            case.path_parameters = {key: ids.get(key, value) for key, value in case.path_parameters.items()}
            if isinstance(case.body, dict):
                body = EXAMPLE_ID.sub(self.ids["viz_id"], json.dumps(case.body))
                body = body.replace(EXAMPLE_USER, self.ids["member_id"]).replace(
                    '"public"', f'"{self.account.username}"'
                )
                case.body = json.loads(body)
        answer = case.call(
            base_url=self.account.base_url,
            session=self.session,
            params={"api_key": self.account.api_key} if name.startswith(BY_PARAMETER) else None,
            timeout=DEADLINE_SECONDS,
            allow_redirects=False,
        )
        self.seen[name, answer.status_code] += 1
        if answer.status_code == 501 and name.startswith(RENDERED):
            assert answer.json()["errors"]
        elif answer.status_code >= 500:
            assert name in CARTO_FAILS, case.as_curl_command() + f"\n{answer.status_code}: {answer.text}"
            assert name in FAILS_IN_WORDS or answer.json() == FAILURE, (
                case.as_curl_command() + f"\n{answer.status_code}: {answer.text}"
            )
        elif _has_body(answer):
            case.validate_response(answer, checks=JUDGES, excluded_checks=JUDGES[2:] if name in FILES else None)


def _has_body(answer: schemathesis.Response) -> bool:
    """Empty errors and bare text called JSON are CARTO's; what the spec says of them the sandbox itself sees to."""
    if "json" in answer.headers.get("content-type", [""])[0]:
        try:
            answer.json()
        except ValueError:
            return False
    return bool(answer.content)


@pytest.fixture(scope="module")
def inhabited(sandbox: Sandbox) -> Iterator[Inhabited]:
    account, member = (sandbox.create_account(name, organization="settlers") for name in ("settler", "neighbor"))
    inhabited = Inhabited(account, member)
    with inhabited.session:
        yield inhabited
    assert account.organization is not None
    for left in [*account.organization.members]:  # those that users_create made are among them
        sandbox.drop_account(left)


@pytest.fixture(autouse=True)
def same_in_every_run(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hypothesis draws on constants of whatever modules are loaded, which differ with the tests that ran before."""
    monkeypatch.setattr(providers, "_get_local_constants", Constants)


def _run(inhabited: Inhabited, name: str, cases: st.SearchStrategy[schemathesis.Case[Any]], count: int) -> None:
    @hypothesis.settings(
        max_examples=count,
        derandomize=True,
        database=None,
        phases=[hypothesis.Phase.generate],
        suppress_health_check=list(hypothesis.HealthCheck),
    )
    @hypothesis.given(case=cases, at_home=st.sampled_from([True, True, True, False]))
    def ask(case: schemathesis.Case[Any], at_home: bool) -> None:
        inhabited.ask(name, case, at_home=at_home)

    ask()


def _list_tests() -> Iterator[tuple[str, str]]:
    for name in ASKED:
        yield from [] if name in NO_EXAMPLES else [(name, "examples")]
        yield name, "right"
        yield from [(name, "wrong")] if _can_be_wrong(name) else []


@pytest.mark.parametrize(("name", "kind"), [*_list_tests()])
def test_answers_are_described(inhabited: Inhabited, name: str, kind: str) -> None:
    operation = OPERATIONS[name]
    if kind == "examples":
        for strategy in operation.get_strategies_from_examples():
            _run(inhabited, name, strategy, 1)
    else:
        mode = schemathesis.GenerationMode.POSITIVE if kind == "right" else schemathesis.GenerationMode.NEGATIVE
        _run(inhabited, name, operation.as_strategy(generation_mode=mode), EXAMPLES_PER_KIND)


def test_operations_were_answered_with_more_than_errors(inhabited: Inhabited) -> None:
    """Or all of this says little. Runs after the others."""
    if {name for name, _ in inhabited.seen} != set(ASKED):
        pytest.skip("says something only after all the others of this file")
    failed = set(ASKED) - {name for name, status in inhabited.seen if status < 400}
    assert {name for name in failed if not name.startswith(SWITCHED_OFF)} - {*UNANSWERED, *UNDRAWN} == set()
