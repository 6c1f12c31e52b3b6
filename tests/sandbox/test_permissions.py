"""Whom something is shared with."""

import uuid
from typing import Any

import httpx
import pytest

from carto_sandbox import Account

Team = tuple[Account, Account]


@pytest.fixture
def dataset(as_owner: httpx.Client) -> dict[str, Any]:
    as_owner.post("v2/sql", json={"q": "CREATE TABLE places (cartodb_id serial, the_geom text)"})
    found: dict[str, Any] = as_owner.get("v1/viz/places", params={"show_permission": "true"}).json()
    return found


def _share(kind: str, identifier: str, access: str = "r") -> dict[str, Any]:
    return {"type": kind, "entity": {"id": identifier}, "access": access}


def test_sharing_is_kept_and_shown(as_owner: httpx.Client, team: Team, dataset: dict[str, Any], alike: Any) -> None:
    owner, member = team
    assert owner.organization is not None
    address = f"v1/perm/{dataset['permission']['id']}"
    acl = [_share("user", member.uuid, "rw"), _share("org", owner.organization.id)]
    answer = as_owner.put(address, json={"acl": acl})
    assert answer.status_code == 200, answer.text
    body = answer.json()
    alike({**body, "acl": [{**entry, "entity": {}} for entry in body["acl"]]}, "permission_put")
    assert [(entry["type"], entry["access"]) for entry in body["acl"]] == [("user", "rw"), ("org", "r")]
    assert body["acl"][0]["entity"] == {**body["acl"][0]["entity"], "username": member.username, "groups": []}
    assert body["acl"][1]["entity"] == {
        "id": owner.organization.id,
        "name": owner.organization.name,
        "avatar_url": None,
    }
    assert body["entity"] == {"id": dataset["id"], "type": "vis"}
    [shown] = as_owner.get("v1/viz", params={"type": "table"}).json()["visualizations"]
    assert [entry["type"] for entry in shown["permission"]["acl"]] == ["user", "org"]
    assert as_owner.put(address, json={}).json()["acl"] == []  # left out: shared with no one


def test_what_is_refused(as_owner: httpx.Client, team: Team, dataset: dict[str, Any]) -> None:
    permission_id, member = dataset["permission"]["id"], team[1]
    address = f"v1/perm/{permission_id}"
    whole = {"type": "user", "entity": {"id": member.uuid, "base_url": "x"}, "access": "r"}
    for acl, status in (
        ([whole], 400),
        ([{"type": "user"}], 400),
        ([_share("user", member.uuid, "x")], 400),
        ([_share("user", str(uuid.uuid4()))], 404),
    ):
        answer = as_owner.put(address, json={"acl": acl})
        assert (answer.status_code, answer.content) == (status, b""), acl
    assert as_owner.put(address, json={"acl": "everybody"}).status_code == 500  # CARTO foresees lists only
    member.profile.viewer = True
    refused = as_owner.put(address, json={"acl": [_share("user", member.uuid, "rw")]})
    assert (refused.status_code, refused.json()) == (422, {"status": "422", "error": "Unprocessable Entity"})
    member.profile.viewer = False
    assert as_owner.put(address, json={"acl": [{"type": "user", "entity": {}, "access": "r"}]}).json()["acl"] == []
    map_id = as_owner.post("v1/viz", json={"tables": ["places"]}).json()["permission"]["id"]
    assert as_owner.put(f"v1/perm/{map_id}", json={"acl": [_share("user", member.uuid, "rw")]}).status_code == 400
    answer = as_owner.put(f"v1/perm/{uuid.uuid4()}", json={})
    assert (answer.status_code, answer.content) == (404, b"")
    answer = httpx.put(f"{member.base_url}/api/{address}", params={"api_key": member.api_key}, json={})
    assert (answer.status_code, answer.content) == (401, b"")
