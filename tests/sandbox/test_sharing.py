"""Sharing within an organization: with members, with all of them, with groups. PostgreSQL enforces it."""

from collections.abc import Callable
from typing import Any

import httpx
import pytest

from carto_sandbox import Account

Team = tuple[Account, Account]
TOTP = "v2/organization/{}/users/{}/mfa/totp"


@pytest.fixture
def as_member(team: Team) -> Any:
    account = team[1]
    auth = (account.username, account.api_key)
    with httpx.Client(base_url=f"{account.base_url}/api/", auth=auth, timeout=30) as client:
        yield client


@pytest.fixture
def share(as_owner: httpx.Client) -> Callable[..., None]:
    """Make the dataset `places` and share it with one entity only."""

    def send(kind: str = "user", identifier: str = "", access: str = "") -> None:
        acl = [{"type": kind, "entity": {"id": identifier}, "access": access}] if access else []
        permission = as_owner.get("v1/viz/places", params={"show_permission": "true"}).json()["permission"]["id"]
        answer = as_owner.put(f"v1/perm/{permission}", json={"acl": acl})
        assert answer.status_code == 200, answer.text

    query = "CREATE TABLE places (name text); INSERT INTO places VALUES ('Alfa')"
    as_owner.post("v2/sql", json={"q": query})
    as_owner.post("v2/sql", json={"q": "SELECT CDB_CartodbfyTable(current_schema(), 'places')"})
    return send


def _status(client: httpx.Client, query: str) -> int:
    return client.post("v2/sql", json={"q": query}).status_code


def _organization(team: Team) -> Any:
    assert team[0].organization is not None
    return team[0].organization


def test_sql_follows_what_is_shared(as_member: httpx.Client, team: Team, share: Callable[..., None]) -> None:
    table = f'"{team[0].username}".places'
    read, write = f"SELECT name FROM {table}", f"INSERT INTO {table} (name) VALUES ('Beta')"
    for given, statuses in (
        ((), (403, 403)),
        (("user", team[1].uuid, "r"), (200, 403)),
        (("user", team[1].uuid, "rw"), (200, 200)),
        (("org", _organization(team).id, "r"), (200, 403)),
        ((), (403, 403)),
    ):
        share(*given)
        assert (_status(as_member, read), _status(as_member, write)) == statuses, given


def test_the_application_follows_it_too(as_member: httpx.Client, team: Team, share: Callable[..., None]) -> None:
    name = f"{team[0].username}.places"
    assert as_member.get(f"v1/tables/{name}").status_code == 403
    share("user", team[1].uuid, "r")
    table = as_member.get(f"v1/tables/{name}").json()
    assert table["name"] == name
    [shared] = as_member.get("v1/viz", params={"type": "table", "shared": "only"}).json()["visualizations"]
    assert shared["auth_tokens"][0] == team[1].profile.auth_token
    assert as_member.put(f"v1/tables/{name}", json={"description": "x"}).status_code == 401
    assert as_member.put(f"v1/viz/{shared['id']}", json={"id": shared["id"], "title": "x"}).status_code == 403
    assert as_member.delete(f"v1/viz/{shared['id']}").status_code == 403
    share("user", team[1].uuid, "rw")
    assert as_member.put(f"v1/tables/{name}", json={"description": "x"}).json()["description"] == "x"


def test_a_group(as_owner: httpx.Client, as_member: httpx.Client, team: Team, share: Callable[..., None]) -> None:
    base = f"v1/organization/{_organization(team).id}/groups"
    group = as_owner.post(base, json={"display_name": "surveyors"}).json()
    assert as_owner.post(base, json={"display_name": "surveyors"}).status_code == 422
    share("group", group["id"], "r")
    query = f'SELECT name FROM "{team[0].username}".places'
    assert _status(as_member, query) == 403
    assert as_owner.post(f"{base}/{group['id']}/users", json={"users": [team[1].uuid]}).status_code == 200
    assert _status(as_member, query) == 200
    members = as_owner.get(f"{base}/{group['id']}/users").json()["users"]
    assert [member["username"] for member in members] == [team[1].username]
    assert as_member.get(f"v1/users/{team[1].uuid}/groups").json()["total_entries"] == 1
    assert as_member.put(f"{base}/{group['id']}", json={"display_name": "x"}).status_code == 400
    assert as_owner.put(f"{base}/{group['id']}", json={"display_name": "mappers"}).json()["name"] == "mappers"
    assert _status(as_member, query) == 200
    assert as_owner.delete(f"{base}/{group['id']}/users/{team[1].uuid}").status_code == 200
    assert _status(as_member, query) == 403
    assert as_owner.delete(f"{base}/{group['id']}").status_code == 204
    assert as_owner.get(f"{base}/{group['id']}").status_code == 404


def test_a_second_factor(as_owner: httpx.Client, team: Team) -> None:
    path = TOTP.format(_organization(team).name, team[1].username)
    assert as_owner.get(path).json() == {"mfa_required": False}
    for method, statuses in (("POST", (201, 422)), ("DELETE", (204, 422))):
        for status in statuses:
            assert as_owner.request(method, path).status_code == status
    assert as_owner.get(path).json() == {"mfa_required": False}


def test_who_shares_something_is_deleted_by_force_only(
    as_owner: httpx.Client, as_member: httpx.Client, team: Team
) -> None:
    as_member.post("v2/sql", json={"q": "CREATE TABLE mine (a int)"})
    as_member.post("v2/sql", json={"q": "SELECT CDB_CartodbfyTable(current_schema(), 'mine')"})
    permission = as_member.get("v1/viz/mine", params={"show_permission": "true"}).json()["permission"]["id"]
    acl = [{"type": "org", "entity": {"id": _organization(team).id}, "access": "r"}]
    assert as_member.put(f"v1/perm/{permission}", json={"acl": acl}).status_code == 200
    path = f"v2/organization/{_organization(team).name}/users/{team[1].username}"
    refused = as_owner.delete(path)
    assert (refused.status_code, refused.content) == (401, b"")
    assert as_owner.delete(path, params={"force": "true"}).status_code == 200
