"""Users, API keys, permissions and kuvizs with the old managers."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from carto_ext import PermissionDeniedError
from carto_ext.compat.api_keys import API_MAPS, API_SQL, PERMISSION_SELECT, APIKeyManager, TableGrant
from carto_ext.compat.auth import APIKeyAuthClient
from carto_ext.compat.exceptions import CartoException, NotFoundException, UnprocessableEntityError
from carto_ext.compat.kuvizs import Kuviz, KuvizManager
from carto_ext.compat.permissions import Permission
from carto_ext.compat.sql import SQLClient
from carto_ext.compat.users import User, UserManager
from carto_sandbox import Sandbox

pytestmark = pytest.mark.filterwarnings("ignore:This is part of a non-public CARTO API:FutureWarning")
PAGE = "<html><body>Hello</body></html>"


@pytest.fixture
def users() -> Iterator[UserManager]:
    """Version 1 of these paths is not in the spec, so this sandbox is not the strict one."""
    with Sandbox(username=None) as sandbox:
        owner = sandbox.create_account("boss", organization="acme")
        yield UserManager(APIKeyAuthClient(owner.base_url, owner.api_key, organization="acme"))


def wait_for(users: UserManager, name: str) -> User:
    """Users are made after the answer."""
    return next(user for user in (users.get_or_none(name) for _ in range(1000)) if user)


def test_users_of_an_organization(users: UserManager) -> None:
    boss = users.get("boss")
    boss.email = f"new-{boss.email}"
    boss.save()
    assert users.get("boss").email == boss.email
    users.create(username="newcomer", password="secret-1234", email="newcomer@example.com")
    newcomer = wait_for(users, "newcomer")
    assert (newcomer.username, str(newcomer), newcomer.email) == ("newcomer", "newcomer", "newcomer@example.com")
    assert {user.username for user in users.all()} == {"boss", "newcomer"}
    # carto-python failed here: the answer is bare text.
    assert newcomer.delete().text == "User deleted"
    with pytest.raises(NotFoundException):
        users.get("newcomer")


def test_without_an_organization_there_is_no_list(client: APIKeyAuthClient) -> None:
    with pytest.raises(CartoException, match="organization"):
        UserManager(client).all()
    assert UserManager(client).get("whoever").username == client.username


def test_a_key_from_its_making_to_its_end(client: APIKeyAuthClient) -> None:
    SQLClient(client).send("CREATE TABLE numbers (n int)")
    keys = APIKeyManager(client)
    grant = TableGrant(client, schema="public", name="numbers", permissions=[PERMISSION_SELECT])
    made = keys.create("my key", apis=[API_SQL, API_MAPS], tables=[grant])
    key = keys.get("my key")
    assert (key.name, key.type, key.token, str(key)) == ("my key", "regular", made.token, "my key")
    assert key.grants.apis == ["sql", "maps"]
    assert [(table.name, table.permissions) for table in key.grants.tables] == [("numbers", ["select"])]
    assert key.grants.get_id()[1] == {"type": "database", "tables": [grant.to_json()]}
    assert isinstance(key.created_at, datetime)
    before = key.token
    key.regenerate_token()
    assert key.token != before
    key.delete()
    with pytest.raises(NotFoundException, match="API key not found"):
        keys.get("my key")


def test_keys_by_type(client: APIKeyAuthClient) -> None:
    keys = APIKeyManager(client)
    assert [key.type for key in keys.all()] == ["master", "default"]
    assert [key.token for key in keys.filter(type="default")] == ["default_public"]
    assert len(keys.filter(type="default,master")) == 2


def test_keys_that_cannot_be(client: APIKeyAuthClient) -> None:
    keys = APIKeyManager(client)
    with pytest.raises(CartoException, match="'apis' is empty"):
        keys.create("nothing", apis=[])
    with pytest.raises(UnprocessableEntityError):
        keys.create("odd", tables=[{"t": "pra"}])
    keys.create("twice")
    with pytest.raises(UnprocessableEntityError) as caught:
        keys.create("twice")
    # Programs compare this text: cartoframes does.
    assert str(caught.value) == "Validation failed: Name has already been taken"
    with pytest.raises(CartoException) as refused:
        keys.get("Master").delete()
    assert isinstance(refused.value.args[0], PermissionDeniedError)


def test_a_page_from_its_making_to_its_end(client: APIKeyAuthClient) -> None:
    kuvizs = KuvizManager(client)
    dataset = client.carto.datasets.from_file(b"a\n1\n", name="precious.csv", timeout=60)
    wrong = Kuviz(client, id=dataset.id)
    for change in (wrong.delete, wrong.save):  # CARTO would drop the dataset, or rename it
        with pytest.raises(CartoException, match="of type 'table'"):
            change()
    kuviz = kuvizs.create(PAGE, "a page")
    assert (kuviz.name, kuviz.privacy, kuviz.password) == ("a page", "public", None)
    assert isinstance(kuviz, Kuviz)
    assert kuviz.url
    kuviz.name, kuviz.data, kuviz.password = "another page", PAGE.replace("Hello", "Bye"), "secret"
    kuviz.save()
    assert [(one.name, one.privacy) for one in kuvizs.all()] == [("another page", "password")]
    assert kuvizs.get(kuviz.id).name == "another page"
    with pytest.raises(CartoException) as caught:
        kuvizs.create(PAGE, "another page")
    assert str(caught.value) == "Validation failed: Name has already been taken"
    replacement = kuvizs.create(PAGE, "another page", if_exists="replace")
    assert replacement.id == kuviz.id  # as recorded: the same one, with another page
    replacement.delete()
    assert kuvizs.all() == []


def test_permissions_are_read_as_objects(client: APIKeyAuthClient) -> None:
    permission = Permission(client)
    permission.update_from_dict(
        {
            "id": "7",
            "owner": {"username": "ana"},
            "entity": {"id": "8", "type": "vis"},
            "acl": [{"type": "user", "access": "r"}],
            "created_at": "2021-03-02 10:00:06 UTC",
            "unknown": 1,
        }
    )
    assert (permission.get_id(), permission.owner.username, permission.entity.id) == ("7", "ana", "8")
    assert permission.created_at == datetime(2021, 3, 2, 10, 0, 6, tzinfo=UTC)
    assert permission.acl == [{"type": "user", "access": "r"}]
    permission.updated_at = "yesterday"
    assert permission.updated_at == "yesterday"
    permission.owner = "bob"
    assert permission.owner.username == "bob"
