"""Accounts that CARTO refuses, and the form of its refusals: labels, empty bodies, cookies."""

import httpx
import pytest

from carto_sandbox import Account

HTML = "text/html"


def test_a_wrong_key(central: httpx.Client, anonymous: httpx.Client, account: Account) -> None:
    answer = anonymous.get("v1/imports", params={"api_key": "wrong"})
    assert (answer.status_code, answer.content) == (401, b"")
    assert answer.headers["content-type"] == "application/json"
    assert answer.headers["set-cookie"].startswith("_cartodb_session=")
    assert "domain=" not in answer.headers["set-cookie"]
    assert anonymous.get("v1/imports", auth=("somebody", account.api_key)).status_code == 401
    assert "set-cookie" not in central.get("v1/imports").headers


def test_a_cookie_is_for_the_hosts_beside(anonymous: httpx.Client) -> None:
    answer = anonymous.get("v1/imports", headers={"host": "acme.example.com"})
    assert "; domain=.example.com; path=/; " in answer.headers["set-cookie"]


@pytest.mark.parametrize(
    ("state", "old", "new"),
    [
        ("is_locked", (404, None), (403, {"error": "lockout"})),
        ("is_in_maintenance", (404, None), (403, {"error": "maintenance_mode"})),
        ("is_unverified", (200, {"imports": [], "success": True}), (403, {"error": "unverified"})),
    ],
)
def test_states(
    central: httpx.Client, account: Account, state: str, old: tuple[int, object], new: tuple[int, object]
) -> None:
    """The old versions hide such an account, the new one says why; SQL goes on."""
    setattr(account.profile, state, True)
    params = {"api_key": account.api_key}
    answers = [central.get("v1/imports"), central.get("v4/kuviz", params=params)]
    assert [(one.status_code, one.json() if one.content else None) for one in answers] == [old, new]
    assert central.get("v2/sql", params={"q": "SELECT 1 AS one"}).status_code == 200


def test_what_nobody_handles(central: httpx.Client) -> None:
    malformed = central.post("v1/viz", content=b"{bad", headers={"content-type": "application/json"})
    assert (malformed.status_code, malformed.content) == (400, b"")
    assert malformed.headers["content-type"].startswith(HTML)
    page = central.get("v1/nothing/of/the/kind")
    assert (page.status_code, page.headers["content-type"]) == (404, "text/html; charset=utf-8")
    assert page.text.startswith("<!DOCTYPE html>")


def test_a_viewer(central: httpx.Client, account: Account) -> None:
    account.profile.viewer = True
    answer = central.post("v1/viz", json={"type": "derived"})
    assert (answer.status_code, answer.content) == (403, b"")
    assert answer.headers["content-type"].startswith(HTML)


def test_an_account_without_private_tables(central: httpx.Client, account: Account) -> None:
    account.profile.private_tables = account.profile.private_maps = False
    answer = central.post("v1/imports", files={"file": ("a.csv", b"a\n1\n")}, data={"privacy": "private"})
    assert answer.status_code == 400
    assert central.post("v1/viz", json={"type": "derived", "privacy": "private"}).json()["privacy"] == "PUBLIC"
