"""Whom a visualization is shared with: which entries CARTO accepts, and how it shows them."""

from typing import Any

from carto_sandbox.accounts.accounts import Account
from carto_sandbox.accounts.catalog import Visualization
from carto_sandbox.central_api.users_json import present_public_user

_TYPES, _ACCESSES = ("user", "org", "group"), ("r", "rw", "n")
_ENTITY_KEYS = frozenset({"id", "username", "name", "avatar_url"})


def read_acl(entries: object, *, is_table: bool) -> list[dict[str, str]]:
    """The entries with an id; ValueError for what CARTO refuses. Maps can be shared for reading only."""
    if not isinstance(entries, list):
        raise ValueError("acl has to be an array")
    found = []
    for entry in entries:
        if not isinstance(entry, dict) or set(entry) != {"type", "entity", "access"}:
            raise ValueError("an entry needs type, entity and access")
        entity, access = entry["entity"], entry["access"]
        if not isinstance(entity, dict) or not _ENTITY_KEYS.issuperset(entity):
            raise ValueError("an entity has an id, and no more than a name and an avatar beside it")
        if entry["type"] not in _TYPES or access not in _ACCESSES or (access == "rw" and not is_table):
            raise ValueError("an unknown type or access")
        if entity.get("id"):
            found.append({"type": str(entry["type"]), "id": str(entity["id"]), "access": str(access)})
    return found


def present_acl(account: Account, item: Visualization, *, with_groups: bool = False) -> list[dict[str, Any]]:
    """Without the entries whose user or organization is not there (any more); groups there are none."""
    found = []
    for entry in item.acl:
        entity = _present_entity(account, entry, with_groups=with_groups)
        if entity is not None:
            found.append({"type": entry["type"], "entity": entity, "access": entry["access"]})
    return found


def _present_entity(account: Account, entry: dict[str, str], *, with_groups: bool) -> dict[str, Any] | None:
    organization = account.organization
    if organization is None:
        return None
    if entry["type"] == "org" and entry["id"] == organization.id:
        return {"id": organization.id, "name": organization.name, "avatar_url": None}
    member = next((member for member in organization.members if member.uuid == entry["id"]), None)
    if entry["type"] != "user" or member is None:
        return None
    return present_public_user(member) | ({"groups": []} if with_groups else {})
