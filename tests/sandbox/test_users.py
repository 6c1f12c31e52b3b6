"""Users of an organization, and what everybody learns of himself."""

from collections.abc import Callable
from typing import Any

import httpx
import pytest

from carto_sandbox import Account, Sandbox

Alike = Callable[[Any, str], None]
Team = tuple[Account, Account]
Until = Callable[..., Any]


def _name_of(team: Team) -> str:
    assert team[0].organization is not None
    return team[0].organization.name


@pytest.fixture
def users(team: Team) -> str:
    return f"v2/organization/{_name_of(team)}/users"


def test_a_user_is_made_changed_and_deleted(
    as_owner: httpx.Client, sandbox: Sandbox, team: Team, users: str, alike: Alike, until: Until
) -> None:
    name = f"new-{team[0].username}"
    body = {"username": name, "email": "new@example.com", "password": "secret", "quota_in_bytes": 5000}
    made = as_owner.post(users, json=body)
    assert made.status_code == 200, made.text
    alike(made.json(), "org_user_create_response")
    assert (made.json()["email"], made.json()["api_key"]) == ("new@example.com", None)
    # It is made in the background.
    missing = as_owner.get(f"{users}/{name}")
    assert (missing.status_code, missing.text) == (404, f"No user with username '{name}' in '{_name_of(team)}'")
    *_, found = until(lambda: as_owner.get(f"{users}/{name}"), lambda answer: answer.status_code == 200)
    alike(found.json(), "org_user_get")
    assert (found.json()["email"], found.json()["quota_in_bytes"]) == ("new@example.com", 5000)
    key = found.json()["api_key"]
    answer = httpx.get(f"{sandbox.url}/user/{name}/api/v2/sql", params={"q": "SELECT 1 AS one", "api_key": key})
    assert answer.json()["rows"] == [{"one": 1}]
    listed = as_owner.get(users).json()
    alike(listed, "org_users_list_v2")
    assert [user["username"] for user in listed] == [team[0].username, team[1].username, name]
    changes = {"quota_in_bytes": 1000, "email": "newer@example.com", "name": "ignored"}
    changed = as_owner.put(f"{users}/{name}", json=changes).json()
    assert (changed["quota_in_bytes"], changed["email"], changed["name"]) == (1000, "newer@example.com", None)
    changed = as_owner.put(f"{users}/{name}", json={"viewer": True}).json()
    assert (changed["quota_in_bytes"], changed["role_display"]) == (0, "viewer")
    assert as_owner.get(f"{users}/{name}").json() == changed
    gone = as_owner.delete(f"{users}/{name}")
    assert (gone.status_code, gone.text, gone.headers["content-type"]) == (
        200,
        "User deleted",
        "application/json; charset=utf-8",
    )
    assert httpx.get(f"{sandbox.url}/user/{name}/api/v2/sql", params={"q": "SELECT 1"}).status_code == 404


def test_what_is_refused(as_owner: httpx.Client, team: Team, users: str, alike: Alike) -> None:
    missing = as_owner.post(users, json={"password": "secret"})
    alike(missing.json(), "org_user_validation_error_410")
    assert (missing.status_code, missing.json()[0]) == (410, "username is not present")
    assert {"email is not present", "username must start with alphanumeric chars"} < {*missing.json()}
    taken = {"username": team[1].username, "email": "a@example.com", "password": "x"}
    assert as_owner.post(users, json=taken).status_code == 410
    for method, name, body, status, text in (
        ("GET", "nobody", None, 404, f"No user with username 'nobody' in '{_name_of(team)}'"),
        ("PUT", team[1].username, {"color": "red"}, 410, "No update params provided"),
        ("DELETE", team[0].username, None, 401, ""),
    ):
        answer = as_owner.request(method, f"{users}/{name}", json=body)
        assert (answer.status_code, answer.text) == (status, text)
    for body, text in (
        ({"email": "nowhere"}, "email Invalid Domain Name"),
        ({"soft_geocoding_limit": True}, "soft_geocoding_limit Organization owner hasn't this soft limit"),
        ({"quota_in_bytes": 10**15}, "quota_in_bytes not enough disk quota"),
    ):
        answer = as_owner.put(f"{users}/{team[1].username}", json=body)
        assert (answer.status_code, answer.json()) == (410, [text])


def test_only_for_administrators(as_owner: httpx.Client, team: Team, users: str) -> None:
    owner, member = team
    base, key = f"{member.base_url}/api/", {"api_key": member.api_key}
    for answer in (httpx.get(base + users, params=key), as_owner.get("v2/organization/nothing/users")):
        assert (answer.status_code, answer.text) == (401, "")
    as_owner.put(f"{users}/{member.username}", json={"org_admin": True})
    assert len(httpx.get(base + users, params=key).json()) == 2
    answer = httpx.put(f"{base}{users}/{owner.username}", params=key, json={"viewer": True})
    assert (answer.status_code, answer.text) == (401, "")


def test_members_and_grantables(as_owner: httpx.Client, team: Team, alike: Alike) -> None:
    owner, member = team
    assert owner.organization is not None
    base = f"v1/organization/{owner.organization.id}"
    members = as_owner.get(f"{base}/users", params={"per_page": "1"}).json()
    alike(members, "org_members_list_v1")
    assert (members["total_user_entries"], members["total_entries"]) == (2, 1)
    assert as_owner.get(f"{base}/users", params={"q": "grace"}).json()["users"][0]["username"] == member.username
    public = httpx.get(f"{member.base_url}/api/{base}/users", params={"api_key": member.api_key}).json()["users"]
    assert ["email" in user for user in public] == [False, True]
    grantables = as_owner.get(f"{base}/grantables", params={"order": "name"}).json()
    alike(grantables, "grantables_list")
    assert [grantable["id"] for grantable in grantables["grantables"]] == [owner.uuid, member.uuid]
    assert as_owner.get(f"{base}/users", params={"page": "0"}).status_code == 400
    assert as_owner.get(f"{base}/grantables", params={"order": "size"}).status_code == 400
    assert (answer := as_owner.get("v1/organization/x/users")).status_code == 401
    assert answer.text == ""
    assert as_owner.get("v1/organization/x/grantables").status_code == 500


def test_the_own_profile(central: httpx.Client, account: Account, as_owner: httpx.Client, alike: Alike) -> None:
    with_organization = as_owner.get("v1/users/anything").json()
    alike(with_organization, "users_v1_get")
    alone = central.get("v1/users/anything").json()
    assert (alone["id"], alone["api_key"]) == (account.uuid, account.api_key)
    assert set(with_organization) - set(alone) == {"organization"}
    assert as_owner.get("v1/org/").json().items() <= with_organization["organization"].items()
    assert central.get("v1/org/").json() == {}


def test_me(central: httpx.Client, anonymous: httpx.Client, as_owner: httpx.Client, alike: Alike) -> None:
    alike(as_owner.get("v3/me").json(), "me_v3_authenticated")
    for params in ({}, {"api_key": "wrong"}):
        alike(anonymous.get("v3/me", params=params).json(), "me_v3_anonymous")
    changed = central.put("v3/me", json={"user": {"name": "Ada", "website": "https://example.com"}}).json()
    assert (changed["name"], changed["website"]) == ("Ada", "https://example.com")
    assert central.get("v3/me").json()["user_data"]["name"] == "Ada"
    answer = central.put("v3/me", json={"user": {"name": 1}})
    assert (answer.status_code, answer.json()["errors"]) == (400, {"name": ["is invalid"]})
    assert (
        central.put("v3/me", json={"user": {"new_password": "secret", "confirm_password": "secret"}}).status_code == 200
    )
    assert central.put("v3/me", json={"user": {"name": "Eve"}}).status_code == 403
    confirmed = {"user": {"name": "Eve", "password_confirmation": "secret"}}
    assert central.put("v3/me", json=confirmed).json()["name"] == "Eve"


def test_an_account_deletes_itself(as_owner: httpx.Client, team: Team) -> None:
    assert as_owner.delete("v3/me").status_code == 400  # the owner of an organization stays
    member = team[1]
    base, key = f"{member.base_url}/api", {"api_key": member.api_key}
    assert [*httpx.delete(f"{base}/v3/me", params=key).json()] == ["logout_url"]
    assert httpx.get(f"{base}/v1/viz", params=key).status_code == 400  # nobody of that name
    assert "user_data" not in httpx.get(f"{base}/v3/me", params=key).json()


def test_who_a_key_speaks_for(as_owner: httpx.Client, central: httpx.Client, account: Account, alike: Alike) -> None:
    alike(as_owner.get("v4/me").json(), "me_v4_profile_grant")
    key = account.create_key("plain", [{"type": "apis", "apis": []}])
    plain = httpx.get(f"{account.base_url}/api/v4/me", params={"api_key": key.token}).json()
    alike(plain, "me_v4_no_org")
    assert plain["api_endpoints"]["sql"] == account.base_url
    key = account.create_key("profile", [{"type": "apis", "apis": []}, {"type": "user", "data": ["profile"]}])
    assert "first_name" in httpx.get(f"{account.base_url}/api/v4/me", params={"api_key": key.token}).json()
    assert httpx.get(f"{account.base_url}/api/v4/me").status_code == 401
