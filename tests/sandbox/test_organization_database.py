"""An organization has one database, and each of its members a schema in it."""

from collections.abc import Callable
from typing import Any

import httpx
import pytest

from carto_sandbox import Account

Ask = Callable[..., Any]


@pytest.fixture
def ask() -> Ask:
    """The rows of a query sent as somebody, or the error's text."""

    def send(account: Account, query: str, *, key: str | None = None) -> Any:
        data = {"q": query, "api_key": account.api_key if key is None else key}
        body = httpx.post(f"{account.base_url}/api/v2/sql", data=data).json()
        return body["rows"] if "rows" in body else body["error"][0]

    return send


def test_a_member_has_a_schema_of_its_name(team: tuple[Account, Account], ask: Ask) -> None:
    owner, member = team
    assert owner.database == member.database
    for account in team:
        assert ask(account, "SELECT current_schema() AS name") == [{"name": account.username}]
        ask(account, "CREATE TABLE notes (a int)")
        ask(account, f"INSERT INTO notes VALUES ({account.user_id})")
        assert ask(account, "SELECT a FROM notes") == [{"a": account.user_id}]
        assert ask(account, "SELECT CDB_CartodbfyTable(current_schema(), 'notes')")
        assert ask(account, "SELECT count(*) AS n FROM CDB_UserTables() WHERE cdb_usertables = 'notes'") == [{"n": 1}]


def test_members_reach_the_schema_of_others_only_by_their_leave(team: tuple[Account, Account], ask: Ask) -> None:
    owner, member = team
    ask(member, "CREATE TABLE notes AS SELECT 1 AS a")
    theirs = f'SELECT a FROM "{member.username}".notes'
    assert ask(owner, theirs) == f"permission denied for schema {member.username}"
    assert ask(member, "SELECT a FROM notes", key="default_public") == "permission denied for table notes"
    assert ask(owner, "SELECT a FROM notes") == 'relation "notes" does not exist'
    ask(member, "GRANT SELECT ON notes TO publicuser")
    assert ask(member, "SELECT a FROM notes", key="default_public") == [{"a": 1}]


def test_a_key_of_a_member_looks_into_the_member_s_schema(team: tuple[Account, Account], ask: Ask) -> None:
    member = team[1]
    ask(member, "CREATE TABLE notes AS SELECT 1 AS a")
    table = {"schema": member.username, "name": "notes", "permissions": ["select"]}
    key = member.create_key("reader", [{"type": "apis", "apis": ["sql"]}, {"type": "database", "tables": [table]}])
    assert ask(member, "SELECT a FROM notes", key=key.token) == [{"a": 1}]


def test_nobody_makes_tables_in_the_common_schema(team: tuple[Account, Account], ask: Ask) -> None:
    assert ask(team[0], "CREATE TABLE public.notes (a int)") == "permission denied for schema public"
